/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a file: a small one with every difficulty, then those of the examples. */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "copil-actions.h"
#include "copil-budget.h"
#include "copil-completeness.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"
#include "../support/scratch.h"

typedef struct
{
  char *folder;
  char *path;
  CopilStore *store;
} Fixture;

/* Axis 1 has engagements that take their progress from all there is; axis 2 is empty. */
static const char script[] =
    "INSERT INTO convention (id, title, signed, duration_months) VALUES (1, 'C', '2020-01-01', 60);"
    "INSERT INTO party (id, name, position) VALUES (1, 'P', 1.0);"
    "INSERT INTO person (id, name, position) VALUES (1, 'N', 1.0);"
    "INSERT INTO axis (id, label, title, position) VALUES (1, '1', 'A', 1.0), (2, '2', 'B', 2.0);"
    "INSERT INTO measure (id, axis, label, position) VALUES (11, 1, '1.1', 1.0);"
    "INSERT INTO engagement (id, axis, measure, text, status, progress, due, lead, quantity,"
    " reviewed, confidential, position) VALUES"
    " (1, 1, NULL, 'from two', 'in_progress', NULL, '2024-01-01', 1, NULL, '2023-06-01', 0, 1.0),"
    " (2, 1, NULL, 'typed', 'in_progress', 40, '2024-01-01', 1, NULL, '2023-06-01', 0, 2.0),"
    " (3, 1, NULL, 'done', 'done', NULL, '2022-01-01', 1, NULL, NULL, 0, 3.0),"
    " (4, 1, NULL, 'planned', 'planned', NULL, NULL, NULL, NULL, NULL, 0, 4.0),"
    " (5, 1, NULL, 'unknown', 'in_progress', NULL, '2024-01-01', 1, NULL, '2021-06-01', 0, 5.0),"
    " (6, 1, NULL, 'abandoned', 'abandoned', 20, NULL, NULL, NULL, NULL, 0, 6.0),"
    " (7, 1, 11, 'secret', 'in_progress', 90, '2024-01-01', 1, NULL, '2023-06-01', 1, 1.0);"
    "INSERT INTO fiche (id, label, title, axis, status, lead, start, confidential, position) VALUES"
    " (1, 'F1', 'Runs', 1, 'in_progress', NULL, '2021-01-01', 0, 1.0),"
    " (2, 'F2', 'Not yet', 2, 'planned', 1, NULL, 0, 2.0);"
    "INSERT INTO step (id, fiche, title, due, position) VALUES (1, 1, 'S', NULL, 1.0);"
    "INSERT INTO indicator (id, name, engagement, measure, fiche, axis, supplier, nature, scale,"
    " counting, direction, periodicity, split, baseline_value, baseline_date, confidential,"
    " position) VALUES"
    " (1, 'passed', 1, NULL, NULL, NULL, 1, 'number', NULL, 'state', 'rise', 'year', NULL, 0,"
    "  '2019-12-31', 0, 1.0),"
    " (2, 'half', 1, NULL, NULL, NULL, 1, 'number', NULL, 'state', 'fall', 'year', NULL, 100,"
    "  '2019-12-31', 0, 2.0),"
    " (3, 'mute', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0,"
    "  3.0),"
    " (4, 'scale', NULL, 11, NULL, NULL, 1, 'scale', 'low' || char (10) || 'mid' || char (10) ||"
    "  'high', 'state', 'rise', 'year', NULL, 1, '2019-12-31', 0, 4.0),"
    " (5, 'secret', NULL, NULL, 1, NULL, 1, 'number', NULL, 'period', 'rise', 'semester',"
    "  'girls_boys', 0, '2019-12-31', 1, 5.0),"
    " (6, 'none', NULL, NULL, NULL, NULL, 1, 'number', NULL, 'state', 'above', 'once', 'free', "
    "NULL,"
    "  NULL, 0, 6.0);"
    "INSERT INTO target (id, indicator, value, date, note) VALUES (11, 1, 10, '2023-12-31', NULL),"
    " (21, 2, 0, '2023-12-31', NULL), (31, 3, NULL, NULL, 'later'), (41, 4, 3, '2023-12-31', NULL),"
    " (51, 5, 40, '2023-12-31', NULL), (61, 6, 5, '2022-12-31', NULL);"
    "INSERT INTO observation (id, indicator, value, level, date, state) VALUES"
    " (11, 1, 20, NULL, '2022-12-31', 'final'), (21, 2, 50, NULL, '2022-12-31', 'estimated'),"
    " (41, 4, NULL, 'Mid', '2022-12-31', NULL), (51, 5, 12, NULL, '2022-12-31', 'final'),"
    " (52, 5, 8, NULL, '2022-06-30', 'final');"
    "INSERT INTO split (id, observation, name, value, position) VALUES (1, 51, 'filles', 5, 1.0),"
    " (2, 51, 'garçons', 6, 2.0), (3, 52, 'filles', 8, 1.0), (4, 52, 'garçons', NULL, 2.0);"
    "INSERT INTO theme (id, label, title, position) VALUES (1, '1', 'Two', 2.0), (2, '2', 'One',"
    " 1.0);"
    "INSERT INTO action (id, theme, academie, start, number, schools, young, girls, boys, state,"
    " declared, confidential, position) VALUES"
    " (1, 1, 'Lille', '2022-03-01', NULL, 4, NULL, 10, 12, 'final', 0, 0, 1.0),"
    " (2, 1, 'Amiens', '2022-04-01', 3, NULL, 30, NULL, NULL, 'final', 0, 0, 2.0),"
    " (3, 2, 'Lille', '2023-04-01', 2, 0, 5, 3, 3, 'estimated', 0, 0, 3.0),"
    " (4, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, 'final', 0, 1, 4.0),"
    " (5, NULL, NULL, '2022-01-01', 5, 6, 52, 30, 21, 'final', 1, 0, 5.0);"
    "UPDATE action SET finish = '2022-12-31' WHERE id = 5;"
    "INSERT INTO budget_line (id, side, title, quantity, unit_price, years, planned, confidential,"
    " position) VALUES (1, 'receipt', 'Subsidy', NULL, NULL, NULL, 300, 0, 1.0),"
    " (2, 'expense', 'Wages', 2, 50.5, 3, 300, 0, 2.0), (3, 'expense', 'Travel', 2, 5, NULL, NULL,"
    " 0, 3.0), (4, 'expense', 'Unknown', NULL, NULL, NULL, NULL, 1, 4.0);"
    "INSERT INTO budget_amount (id, line, year, planned, actual) VALUES (1, 2, 2022, 100, 90),"
    " (2, 2, 2023, 100, 95), (3, 2, 2024, 90, NULL);"
    "INSERT INTO instalment (id, line, name, due, planned, received, actual) VALUES"
    " (1, 1, 'First', '2022-06-30', 150, '2022-07-04', 140), (2, 1, 'Second', '2023-06-30', 140,"
    " NULL, NULL);";

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = scratch_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "figures.copil", NULL);
  fixture->store = copil_store_create_from_script (fixture->path, script, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->store);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static CopilStore *
open_example (const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.copil", g_getenv ("COPIL_EXAMPLES_DIR"), name);
  g_autoptr (GError) error = NULL;
  CopilStore *store = copil_store_open (path, COPIL_STORE_READ_ONLY, &error);

  g_assert_no_error (error);
  return store;
}

static void
assert_near (double value, double expected)
{
  g_assert_cmpfloat_with_epsilon (value, expected, 1e-6);
}

#define TODAY "2023-07-01"

/* --- progress --- */

static void
assert_engagement (CopilStore *store, gint64 id, CopilFigureFlags flags, CopilProgressOrigin origin,
                   double percent, const char *sentence)
{
  g_autoptr (CopilFigureProgress) progress =
      copil_figure_engagement_progress (store, id, flags, TODAY);

  g_assert_cmpint (progress->origin, ==, origin);
  if (isnan (percent))
    g_assert_true (isnan (progress->percent));
  else
    assert_near (progress->percent, percent);
  g_assert_cmpstr (progress->sentence, ==, sentence);
}

static void
test_engagements (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GHashTable) percents =
      copil_figure_engagement_percents (store, COPIL_FIGURES_ALL, TODAY);
  g_autofree char *json = copil_figure_engagement_percents_json (store, COPIL_FIGURES_ALL, TODAY);
  g_autoptr (CopilFigureProgress) axis = NULL, public = NULL, empty = NULL, whole = NULL;

  /* 200 % counts as 100: (100 + 50) ÷ 2. */
  assert_engagement (store, 1, 0, COPIL_ORIGIN_INDICATORS, 75,
                     "The mean of its indicators that have a progress: 2 of 3.");
  assert_engagement (store, 2, 0, COPIL_ORIGIN_BY_HAND, 40, "Entered by hand.");
  assert_engagement (store, 3, 0, COPIL_ORIGIN_DONE, 100, "Done, so 100%.");
  assert_engagement (store, 4, 0, COPIL_ORIGIN_PLANNED, 0, "Planned, so 0%.");
  assert_engagement (store, 5, 0, COPIL_ORIGIN_NONE, NAN,
                     "Not known: enter it, or give it an indicator.");
  assert_engagement (store, 6, 0, COPIL_ORIGIN_ABANDONED, NAN, "Abandoned: it does not count.");
  g_assert_cmpuint (g_hash_table_size (percents), ==, 1);
  g_assert_cmpstr (json, ==, "{\"1\":75}");

  axis = copil_figure_axis_progress (store, 1, COPIL_FIGURES_ALL, TODAY);
  assert_near (axis->percent, (75 + 40 + 100 + 0 + 90) / 5.);
  g_assert_cmpuint (axis->n, ==, 6);
  g_assert_cmpuint (axis->n_known, ==, 5);
  public = copil_figure_axis_progress (store, 1, COPIL_FIGURES_PUBLIC, TODAY);
  assert_near (public->percent, (75 + 40 + 100 + 0) / 4.);
  empty = copil_figure_axis_progress (store, 2, COPIL_FIGURES_ALL, TODAY);
  g_assert_true (isnan (empty->percent));
  whole = copil_figure_axis_progress (store, 0, COPIL_FIGURES_ALL, TODAY);
  assert_near (whole->percent, axis->percent);
}

static void
assert_listed (CopilStore *store, CopilFigureFlags flags, const char *kind, gint64 id,
               const char *wanted)
{
  g_autoptr (GPtrArray) list = copil_figure_list (store, flags, kind, id);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (names, "%s ", ((CopilIndicator *)list->pdata[i])->name);
  g_assert_cmpstr (names->str, ==, wanted);
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (CopilIndicator) scale = copil_figure_load (store, 4);
  g_autoptr (CopilIndicator) secret = copil_figure_load (store, 5);
  g_autoptr (CopilIndicator) once = copil_figure_load (store, 6);
  g_autoptr (CopilProgress) level = copil_indicator_judge (scale, TODAY);
  g_autoptr (GPtrArray) faults = copil_figure_split_faults (store, 0, COPIL_FIGURES_ALL);
  g_autoptr (GPtrArray) public = copil_figure_split_faults (store, 0, COPIL_FIGURES_PUBLIC);
  g_autoptr (GArray) periods = copil_figure_list_periods (store, secret, TODAY);
  g_autoptr (GArray) one = copil_figure_list_periods (store, once, TODAY);
  CopilSplitFault *fault;

  assert_listed (store, 0, NULL, 0, "passed half mute scale secret none ");
  assert_listed (store, COPIL_FIGURES_PUBLIC, NULL, 0, "passed half mute scale none ");
  assert_listed (store, 0, "engagement", 1, "passed half mute ");
  assert_listed (store, 0, "measure", 11, "scale ");
  assert_listed (store, 0, "axis", 1, "passed half mute scale secret ");
  assert_listed (store, 0, "axis", 2, "");
  assert_listed (store, 0, "party", 1, "passed half scale secret none ");
  assert_listed (store, 0, "fiche", 1, "secret ");
  g_assert_null (copil_figure_load (store, 99));
  g_assert_cmpint (copil_figure_get_axis (store, 4), ==, 1);
  g_assert_cmpint (copil_figure_get_axis (store, 6), ==, 0);

  assert_near (level->percent, 50);
  g_assert_cmpstr (secret->split_names[1], ==, "garçons");
  g_assert_cmpuint (faults->len, ==, 1);
  fault = faults->pdata[0];
  g_assert_cmpint (fault->observation, ==, 51);
  g_assert_cmpstr (fault->sentence, ==, "The split makes 11 for 12: 1 short.");
  g_assert_cmpuint (public->len, ==, 0);

  /* From the baseline's semester to that of the convention's end. */
  g_assert_cmpstr (g_array_index (periods, CopilPeriod, 0).start, ==, "2019-07-01");
  g_assert_cmpstr (g_array_index (periods, CopilPeriod, periods->len - 1).end, ==, "2025-06-30");
  g_assert_cmpuint (one->len, ==, 1);
}

/* --- completeness --- */

static void
test_completeness (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) axes = copil_completeness_read (fixture->store, COPIL_FIGURES_ALL, TODAY);
  g_autoptr (GPtrArray) public =
      copil_completeness_read (fixture->store, COPIL_FIGURES_PUBLIC, TODAY);
  g_autoptr (CopilCompleteness) whole = copil_completeness_sum (axes);
  g_autoptr (CopilCompleteness) counted =
      copil_completeness_count (fixture->store, COPIL_FIGURES_ALL, TODAY);
  g_autoptr (GString) said = g_string_new (NULL);
  CopilCompleteness *first = axes->pdata[0];

  g_assert_cmpuint (axes->len, ==, 3); /* and what belongs to no axis */
  g_assert_cmpuint (counted->expected, >, 0);
  g_assert_cmpuint (counted->filled, ==, whole->filled);
  g_assert_cmpuint (counted->expected, ==, whole->expected);
  for (guint i = 0; i < first->gaps->len; i++)
    {
      CopilGap *gap = first->gaps->pdata[i];

      g_string_append_printf (said, "%s %d %s: %s\n", gap->kind, (int)gap->id, gap->field,
                              gap->sentence);
    }
  g_assert_cmpstr (
      said->str, ==,
      "engagement 4 due: No date\n"
      "engagement 4 lead: No pilote\n"
      "engagement 4 progress: No figure: neither a progress, nor an indicator, nor a quantity\n"
      "engagement 4 reviewed: No news yet\n"
      "engagement 5 progress: No figure: neither a progress, nor an indicator, nor a quantity\n"
      "engagement 5 reviewed: No news since 01/06/2021\n"
      "indicator 3 baseline_value: No baseline\n"
      "indicator 3 target: The target is still to be set\n"
      "indicator 3 supplier: Nobody said to supply it\n"
      "indicator 3 observation: Nothing observed for 2022\n"
      "indicator 5 observation: Nothing observed for S1 2023\n"
      "fiche 1 lead: No pilote\n"
      "step 1 due: No date\n"
      "fiche 1 fiche_review: No bilan for 2022\n");
  g_assert_cmpuint (first->expected - first->filled, ==, first->gaps->len);
  assert_near (first->percent, 100. * first->filled / first->expected);
  g_assert_cmpuint (((CopilCompleteness *)public->pdata[0])->gaps->len, ==, 13);
  g_assert_cmpuint (((CopilCompleteness *)public->pdata[0])->expected, <, first->expected);
  g_assert_cmpuint (whole->expected, >, first->expected);
  g_assert_nonnull (whole->formula);
}

/* --- actions --- */

static char *
cell (const CopilActionsTable *table, int row, int column, CopilCount count)
{
  return copil_total_format (copil_actions_table_get (table, row, column, count));
}

static void
assert_cell (const CopilActionsTable *table, int row, int column, CopilCount count,
             const char *wanted)
{
  g_autofree char *text = cell (table, row, column, count);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (CopilActionsTable) table =
      copil_actions_read (store, COPIL_BY_THEME, COPIL_BY_YEAR, NULL);
  CopilActionsFilter public = { .flags = COPIL_FIGURES_PUBLIC };
  g_autoptr (CopilActionsTable) shown =
      copil_actions_read (store, COPIL_BY_ACADEMIE, COPIL_BY_NOTHING, &public);
  CopilActionsFilter of_2022 = { .year = 2022 };
  g_autoptr (GPtrArray) declared = copil_actions_list_declared (store, &of_2022);
  g_autoptr (GPtrArray) faults = copil_actions_list_faults (store, NULL);
  g_autoptr (GArray) years = copil_actions_list_years (store, COPIL_FIGURES_ALL);
  CopilDeclared *total;

  /* Themes in their own order, what has none last; rows by year, the same. */
  g_assert_cmpuint (table->rows->len, ==, 3);
  g_assert_cmpstr (((CopilActionsKey *)table->rows->pdata[0])->name, ==, "2 · One");
  g_assert_cmpstr (((CopilActionsKey *)table->rows->pdata[1])->name, ==, "1 · Two");
  g_assert_null (((CopilActionsKey *)table->rows->pdata[2])->name);
  g_assert_cmpstr (((CopilActionsKey *)table->columns->pdata[1])->name, ==, "2023");
  /* A row is one action where it does not say; girls and boys make the young people. */
  assert_cell (table, 1, 0, COPIL_COUNT_ACTIONS, "4");
  assert_cell (table, 1, 0, COPIL_COUNT_YOUNG, "52");
  assert_cell (table, 1, 0, COPIL_COUNT_GIRLS, "at least 10");
  assert_cell (table, 1, 0, COPIL_COUNT_SCHOOLS, "at least 4");
  assert_cell (table, 1, 0, COPIL_COUNT_COMPANIES, "–");
  assert_cell (table, 1, 0, COPIL_COUNT_ACADEMIES, "2");
  assert_cell (table, 0, 1, COPIL_COUNT_SCHOOLS, "0 (estimated)");
  assert_cell (table, 0, 0, COPIL_COUNT_ACTIONS, "–");
  assert_cell (table, -1, -1, COPIL_COUNT_ACTIONS, "7 (estimated)");
  assert_cell (table, -1, -1, COPIL_COUNT_ACADEMIES, "at least 2 (estimated)");
  g_assert_cmpuint (shown->rows->len, ==, 2);
  g_assert_cmpstr (((CopilActionsKey *)shown->rows->pdata[0])->name, ==, "Amiens");
  assert_cell (shown, -1, 0, COPIL_COUNT_ACTIONS, "6 (estimated)");

  g_assert_cmpuint (declared->len, ==, 1);
  total = declared->pdata[0];
  g_assert_cmpstr (total->sentences[COPIL_COUNT_ACTIONS], ==,
                   "The rows make 4 for 5 declared: 1 short.");
  g_assert_cmpstr (total->sentences[COPIL_COUNT_YOUNG], ==, "The rows make the 52 declared.");
  g_assert_true (total->agrees[COPIL_COUNT_YOUNG]);
  g_assert_cmpstr (total->sentences[COPIL_COUNT_SCHOOLS], ==,
                   "The rows make 4 at least for 6 declared: 1 row does not tell it.");
  g_assert_false (total->agrees[COPIL_COUNT_SCHOOLS]);
  g_assert_null (total->sentences[COPIL_COUNT_STAFF]);
  g_assert_cmpuint (total->faults->len, ==, 1);
  g_assert_cmpstr (total->faults->pdata[0], ==,
                   "30 girls and 21 boys make 51, not 52 young people.");
  g_assert_cmpuint (faults->len, ==, 2);
  g_assert_cmpuint (years->len, ==, 2);
  g_assert_cmpint (g_array_index (years, int, 0), ==, 2022);
}

/* Whatever the cross, its cells make the same total. */
static void
test_crosses (Fixture *fixture, gconstpointer data)
{
  for (int rows = 0; rows <= COPIL_BY_YEAR; rows++)
    for (int columns = 0; columns <= COPIL_BY_YEAR; columns++)
      {
        g_autoptr (CopilActionsTable) table = copil_actions_read (
            fixture->store, (CopilActionsBy)rows, (CopilActionsBy)columns, NULL);

        for (CopilCount count = 0; count < COPIL_N_COUNTS; count++)
          {
            gint64 sum = 0;
            guint known = 0, missing = 0;

            if (count == COPIL_COUNT_ACADEMIES)
              continue;
            for (guint r = 0; r < table->rows->len; r++)
              for (guint c = 0; c < table->columns->len; c++)
                {
                  const CopilTotal *one = copil_actions_table_get (table, (int)r, (int)c, count);

                  sum += one->value;
                  known += one->n_known;
                  missing += one->n_missing;
                }
            g_assert_cmpint (copil_actions_table_get (table, -1, -1, count)->value, ==, sum);
            g_assert_cmpuint (copil_actions_table_get (table, -1, -1, count)->n_known, ==, known);
            g_assert_cmpuint (copil_actions_table_get (table, -1, -1, count)->n_missing, ==,
                              missing);
          }
      }
}

/* --- the budget --- */

static void
test_budget (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CopilBudget) budget = copil_budget_read (fixture->store, 0, TODAY);
  g_autoptr (CopilBudget) public = copil_budget_read (fixture->store, COPIL_FIGURES_PUBLIC, TODAY);
  g_autoptr (GString) said = g_string_new (NULL);
  CopilBudgetLine *subsidy = budget->lines->pdata[0], *wages = budget->lines->pdata[1],
                  *travel = budget->lines->pdata[2], *unknown = budget->lines->pdata[3];

  g_assert_cmpstr (wages->formula, ==, "2 × 3 × 50.50 € = 303 €");
  assert_near (wages->planned, 300);
  assert_near (wages->actual, 185);
  assert_near (travel->planned, 10);
  g_assert_cmpstr (travel->formula, ==, "2 × 5 € = 10 €");
  g_assert_true (isnan (unknown->planned) && isnan (unknown->actual));
  assert_near (subsidy->actual, 140);
  assert_near (g_array_index (subsidy->by_year, CopilBudgetYear, 1).planned, 140);
  g_assert_true (isnan (g_array_index (subsidy->by_year, CopilBudgetYear, 1).actual));
  assert_near (budget->planned[COPIL_SIDE_EXPENSE], 310);
  assert_near (budget->planned_balance, -10);
  assert_near (budget->actual_balance, 140 - 185);
  g_assert_cmpuint (budget->unplanned[COPIL_SIDE_EXPENSE], ==, 1);
  g_assert_cmpuint (public->unplanned[COPIL_SIDE_EXPENSE], ==, 0);
  g_assert_cmpuint (public->hidden, ==, 1);
  g_assert_true (isnan (public->planned_balance) && isnan (public->actual_balance));
  for (guint i = 0; i < public->faults->len; i++)
    g_assert_nonnull (strstr (public->faults->pdata[i], " – "));
  for (int side = 0; side < COPIL_N_SIDES; side++)
    g_assert_cmpuint (budget->by_year[side]->len, ==, 3);
  g_assert_true (
      isnan (g_array_index (budget->by_year[COPIL_SIDE_RECEIPT], CopilBudgetYear, 2).planned));
  for (guint i = 0; i < budget->faults->len; i++)
    g_string_append_printf (said, "%s\n", (char *)budget->faults->pdata[i]);
  g_assert_cmpstr (
      said->str, ==,
      "The budget does not balance: 300 € of receipts for 310 € of expenses, 10 € short.\n"
      "Subsidy – The instalments make 290 € for 300 € planned: 10 € short.\n"
      "Subsidy – First: 140 € received for 150 € planned.\n"
      "Subsidy – Second: due on 30 June 2023, not received.\n"
      "Wages – 300 € entered, but 2 × 3 × 50.50 € = 303 €.\n"
      "Wages – The years make 290 € for 300 € planned: 10 € short.\n"
      "1 expense has no planned amount.\n");
}

/* An amount without its day has come: it counts, for the year it was due in, and is not late. */
static void
test_undated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CopilBudget) budget = NULL;
  g_autoptr (GError) error = NULL;
  CopilBudgetLine *subsidy;
  CopilInstalment *second;

  copil_store_edit (fixture->store, copil_kind_get ("instalment"), 2, "actual", "140", &error);
  g_assert_no_error (error);
  budget = copil_budget_read (fixture->store, 0, TODAY);
  subsidy = budget->lines->pdata[0];
  second = subsidy->instalments->pdata[1];
  g_assert_true (second->came && !second->late);
  assert_near (subsidy->actual, 280);
  assert_near (g_array_index (subsidy->by_year, CopilBudgetYear, 1).actual, 140);
  for (guint i = 0; i < subsidy->faults->len; i++)
    g_assert_null (strstr (subsidy->faults->pdata[i], "not received"));
}

/* --- the examples --- */

static void
test_ipe (void)
{
  static const struct
  {
    CopilCount count;
    gint64 declared;
  } of_2007[] = { { COPIL_COUNT_ACTIONS, 2008 },     { COPIL_COUNT_ACADEMIES, 24 },
                  { COPIL_COUNT_SCHOOLS, 6025 },     { COPIL_COUNT_YOUNG, 222471 },
                  { COPIL_COUNT_GIRLS, 105607 },     { COPIL_COUNT_BOYS, 116864 },
                  { COPIL_COUNT_STAFF, 30974 },      { COPIL_COUNT_WOMEN, 11091 },
                  { COPIL_COUNT_MEN, 19883 },        { COPIL_COUNT_COMPANIES, 3533 },
                  { COPIL_COUNT_ORGANISATIONS, 444 } };
  g_autoptr (CopilStore) store = open_example ("ipe");
  g_autoptr (CopilActionsTable) table =
      copil_actions_read (store, COPIL_BY_THEME, COPIL_BY_YEAR, NULL);
  g_autoptr (GPtrArray) declared = copil_actions_list_declared (store, NULL);
  g_autoptr (GPtrArray) faults = copil_actions_list_faults (store, NULL);
  g_autoptr (GPtrArray) splits = copil_figure_split_faults (store, 0, COPIL_FIGURES_ALL);
  g_autoptr (CopilBudget) budget = copil_budget_read (store, 0, "2008-06-30");
  CopilDeclared *total;
  gint64 printed = 0;

  g_assert_cmpuint (table->rows->len, ==, 14);
  for (int theme = 0; theme < 13; theme++)
    printed += copil_actions_table_get (table, theme, -1, COPIL_COUNT_ACTIONS)->value;
  g_assert_cmpint (printed, ==, 1815);
  assert_cell (table, 13, -1, COPIL_COUNT_ACTIONS, "193 (estimated)");
  assert_cell (table, -1, -1, COPIL_COUNT_ACTIONS, "2008 (estimated)");
  assert_cell (table, 1, 0, COPIL_COUNT_YOUNG, "62255");
  assert_cell (table, 8, 0, COPIL_COUNT_COMPANIES, "968");
  assert_cell (table, -1, -1, COPIL_COUNT_ACADEMIES, "at least 19");
  g_assert_cmpuint (declared->len, ==, 2);
  g_assert_cmpint (((CopilDeclared *)declared->pdata[0])->declared[COPIL_COUNT_ACTIONS], ==, 1731);
  g_assert_true (((CopilDeclared *)declared->pdata[0])->estimated);
  total = declared->pdata[1];
  for (guint i = 0; i < G_N_ELEMENTS (of_2007); i++)
    g_assert_cmpint (total->declared[of_2007[i].count], ==, of_2007[i].declared);
  g_assert_cmpstr (total->sentences[COPIL_COUNT_ACTIONS], ==, "The rows make the 2008 declared.");
  g_assert_cmpuint (total->faults->len, ==, 0);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (splits->len, ==, 0);

  assert_near (budget->planned[COPIL_SIDE_RECEIPT], 7760000);
  assert_near (budget->planned[COPIL_SIDE_EXPENSE], 7760000);
  assert_near (budget->planned_balance, 0);
  g_assert_cmpuint (budget->faults->len, ==, 0);
  g_assert_cmpuint (budget->by_year[0]->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    for (int side = 0; side < COPIL_N_SIDES; side++)
      assert_near (g_array_index (budget->by_year[side], CopilBudgetYear, i).planned, 1940000);
  g_assert_cmpstr (((CopilBudgetLine *)budget->lines->pdata[3])->formula, ==,
                   "48 × 4 × 33000 € = 6336000 €");
}

static void
test_uimm (void)
{
  g_autoptr (CopilStore) store = open_example ("uimm");
  g_autoptr (CopilIndicator) alternants = copil_figure_load (store, 1);
  g_autoptr (CopilIndicator) pairs = copil_figure_load (store, 2);
  g_autoptr (CopilProgress) progress = copil_indicator_judge (alternants, "2024-03-15");
  g_autoptr (CopilProgress) mentoring = copil_indicator_judge (pairs, "2024-03-15");
  g_autoptr (CopilFigureProgress) engagement =
      copil_figure_engagement_progress (store, 5101, COPIL_FIGURES_ALL, "2024-03-15");
  g_autoptr (GPtrArray) faults = copil_figure_split_faults (store, 0, COPIL_FIGURES_ALL);

  assert_near (alternants->baseline_value, copil_progress_derive_baseline (75000, 50));
  assert_near (progress->percent, 86);
  g_assert_cmpstr (progress->formula, ==, "(71500 − 50000) ÷ (75000 − 50000) = 86%");
  g_assert_cmpstr (progress->sentence, ==, "Estimated. The baseline is derived.");
  g_assert_cmpint (engagement->origin, ==, COPIL_ORIGIN_INDICATORS);
  assert_near (engagement->percent, 86);
  g_assert_cmpint (mentoring->reason, ==, COPIL_PROGRESS_NO_BASELINE);
  g_assert_cmpint (
      copil_indicator_judge_target (pairs, pairs->targets->pdata[0], "2024-03-15", NULL), ==,
      COPIL_MILESTONE_MISSED);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (((CopilSplitFault *)faults->pdata[0])->sentence, ==,
                   "The split makes 2810 for 2860: 50 short.");
}

static void
test_to_be_set (void)
{
  g_autoptr (CopilStore) store = open_example ("france-industrie");
  g_autoptr (CopilIndicator) rate = copil_figure_load (store, 2);
  g_autoptr (CopilProgress) progress = copil_indicator_judge (rate, "2019-07-01");

  g_assert_cmpint (progress->reason, ==, COPIL_PROGRESS_TARGET_TO_SET);
  g_assert_cmpstr (copil_indicator_get_target (rate)->note, ==,
                   "Cible commune à fixer à partir du taux d’accueil actuel");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("COPIL_TODAY", TODAY, TRUE);
  g_test_add ("/figures/engagements", Fixture, NULL, set_up, test_engagements, tear_down);
  g_test_add ("/figures/lists", Fixture, NULL, set_up, test_lists, tear_down);
  g_test_add ("/figures/completeness", Fixture, NULL, set_up, test_completeness, tear_down);
  g_test_add ("/figures/actions", Fixture, NULL, set_up, test_actions, tear_down);
  g_test_add ("/figures/crosses", Fixture, NULL, set_up, test_crosses, tear_down);
  g_test_add ("/figures/budget", Fixture, NULL, set_up, test_budget, tear_down);
  g_test_add ("/figures/undated", Fixture, NULL, set_up, test_undated, tear_down);
  g_test_add_func ("/figures/ipe", test_ipe);
  g_test_add_func ("/figures/uimm", test_uimm);
  g_test_add_func ("/figures/to-be-set", test_to_be_set);
  return g_test_run ();
}

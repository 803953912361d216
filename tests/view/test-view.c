/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pages read, in each of the examples: every statement is one that the schema knows, and the
 * list of the budget says what the budget does. */
#include <math.h>

#include "copil-budget.h"
#include "copil-query.h"
#include "copil-view-action.h"
#include "copil-view-axis.h"
#include "copil-view-budget.h"
#include "copil-view-decision.h"
#include "copil-view-engagement.h"
#include "copil-view-list.h"
#include "copil-view-overview.h"
#include "copil-view-fiche.h"
#include "copil-view-filter.h"
#include "copil-view-indicator.h"
#include "copil-view-party.h"
#include "copil-view-record.h"
#include "copil-view-person.h"
#include "copil-view-year.h"

/* SQL of one list of records: the statement of a row, then expressions on "r". */
static const struct
{
  const char *kind, *row, *order;
  const char *expressions[20];
} lists[] = {
  { "budget_line",
    copil_view_budget_row,
    copil_view_budget_order,
    { copil_view_budget_by_title, copil_view_budget_by_planned, copil_view_budget_by_actual,
      copil_view_budget_searched, copil_view_budget_receipts, copil_view_budget_expenses,
      copil_view_budget_of_funder } },
  { "fiche",
    copil_view_fiche_row,
    "1",
    { copil_view_fiche_by_title, copil_view_fiche_by_axis, copil_view_fiche_by_lead,
      copil_view_fiche_by_status, copil_view_fiche_by_steps, copil_view_fiche_by_due,
      copil_view_fiche_searched, copil_view_fiche_late, copil_view_fiche_planned,
      copil_view_fiche_in_progress, copil_view_fiche_done, copil_view_fiche_abandoned,
      copil_view_fiche_of_axis, copil_view_fiche_of_party } },
  { "indicator",
    copil_view_indicator_row,
    "1",
    { copil_view_indicator_by_name, copil_view_indicator_by_baseline,
      copil_view_indicator_by_observed, copil_view_indicator_by_target,
      copil_view_indicator_searched, copil_view_indicator_unobserved,
      copil_view_indicator_unobserved_for_a_year, copil_view_indicator_without_target,
      copil_view_indicator_without_baseline, copil_view_indicator_of_axis } },
  { "decision",
    copil_view_decision_row,
    copil_view_decision_order,
    { copil_view_decision_by_label, copil_view_decision_by_text, copil_view_decision_by_charge,
      copil_view_decision_by_due, copil_view_decision_by_status, copil_view_decision_by_meeting,
      copil_view_decision_searched, copil_view_decision_open, copil_view_decision_late,
      copil_view_decision_planned, copil_view_decision_in_progress, copil_view_decision_done,
      copil_view_decision_abandoned, copil_view_decision_adopted, copil_view_decision_of_meeting,
      copil_view_decision_of_party, copil_view_decision_of_year, copil_view_decision_of_person } },
  { "action",
    copil_view_action_row,
    "1",
    { copil_view_action_by_title, copil_view_action_by_dates, copil_view_action_by_number,
      copil_view_action_by_young, copil_view_action_by_staff, copil_view_action_by_schools,
      copil_view_action_searched, copil_view_action_of_theme, copil_view_action_of_academie,
      copil_view_action_of_year } },
  { "theme",
    copil_view_theme_row,
    "1",
    { copil_view_theme_by_title, copil_view_theme_by_actions, copil_view_theme_searched } },
  { "party",
    copil_view_party_row,
    copil_view_party_order,
    { copil_view_party_by_name, copil_view_party_searched } },
  { "person",
    copil_view_person_row,
    copil_view_person_order,
    { copil_view_person_by_name, copil_view_person_by_party, copil_view_person_by_member,
      copil_view_person_by_email, copil_view_person_searched, copil_view_person_member,
      copil_view_person_not_member, copil_view_person_of_party } },
};

static void
failed_cb (CopilStore *store, const char *sentence)
{
  g_error ("%s", sentence);
}

/* Reads the rows of a statement whose only parameter, if any, is an id. */
static void
run (CopilStore *store, const char *sql)
{
  g_autoptr (CopilQuery) query = strstr (sql, "?1") ? copil_store_query (store, sql, "i", (gint64)1)
                                                    : copil_store_query (store, sql, NULL);

  g_test_message ("%s", sql);
  while (copil_query_next (query))
    ;
}

static void
check_lists (CopilStore *store)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      run (store, lists[i].row);
      for (guint j = 0; j < G_N_ELEMENTS (lists[i].expressions) && lists[i].expressions[j]; j++)
        {
          g_auto (GStrv) parts = g_strsplit (lists[i].expressions[j], "%s", -1);
          g_autofree char *expression = g_strjoinv ("?1", parts);
          g_autofree char *sql =
              g_strdup_printf ("SELECT r.id, %s FROM \"%s\" r WHERE NOT (%s) OR 1 ORDER BY %s",
                               expression, lists[i].kind, expression, lists[i].order);

          run (store, sql);
        }
    }
}

static void
check_queries (CopilStore *store)
{
  static const char *const orders[] = {
    copil_view_engagement_by_text, copil_view_engagement_by_parties, copil_view_engagement_by_due,
    copil_view_engagement_by_lead, copil_view_engagement_by_status,  NULL
  };
  static const char *const statements[] = { copil_view_indicators_of_axis,
                                            copil_view_indicators_of_measure,
                                            copil_view_indicators_of_engagement,
                                            copil_view_indicators_of_fiche,
                                            copil_view_fiches_of_engagement,
                                            copil_view_decisions_of_fiche,
                                            copil_view_action_academies,
                                            copil_view_action_years,
                                            copil_view_no_priorities };
  static const char *const years[] = { copil_view_priorities, copil_view_public_priorities };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    run (store, statements[i]);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CopilQuery) query =
          copil_store_query (store, years[i], "it", (gint64)2024, "2024-12-31");

      while (copil_query_next (query))
        ;
      run (store, copil_view_priority_rows[i]);
    }
  for (guint i = 0; copil_view_engagement_rows[i]; i++)
    run (store, copil_view_engagement_rows[i]);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    for (int which = 0; which < 4; which++)
      {
        g_autofree char *sql = copil_view_engagement_query (
            which & 2, which & 1 ? " AND e.confidential IS NOT 1" : "", orders[i], which & 1);

        run (store, sql);
      }
}

static void
check_reads (CopilStore *store)
{
  const char *const axis[] = { NULL };
  g_autoptr (GPtrArray) axes = copil_view_list_axes (store);
  g_autoptr (GPtrArray) parties = copil_view_list_parties (store);
  g_autoptr (GArray) fiches = copil_view_list_fiches (store);
  g_autoptr (GArray) periodicities = copil_view_list_periodicities (store);
  g_auto (GStrv) years = copil_view_list_years (store);
  guint engagements = 0;

  for (guint i = 0; i < axes->len; i++)
    engagements += copil_view_count_axis (store, ((CopilViewAxis *)axes->pdata[i])->id).all;
  g_assert_cmpint (engagements, ==,
                   copil_store_query_int (store, "SELECT count (*) FROM engagement", NULL));
  for (guint i = 0; i < parties->len; i++)
    {
      const CopilViewParty *party = parties->pdata[i];
      g_autoptr (GPtrArray) members = copil_view_list_members (store, party->id);
      g_autoptr (GPtrArray) persons = copil_view_list_persons (store, party->id);

      g_assert_cmpint (party->members, ==, (int)members->len);
      g_assert_cmpuint (members->len, <=, persons->len);
    }
  if (fiches->len)
    copil_view_fiche_is_of_axis (store, g_array_index (fiches, gint64, 0), 1);
  copil_view_count_late_days (store, 1);
  g_hash_table_unref (copil_view_count_late (store));
  g_assert_cmpuint (copil_view_count_filtered (store, "", axis), ==, engagements);
  g_assert_cmpint (copil_view_next_budget_year (store, 0), >, 1900);
  g_assert_cmpint (copil_view_get_convention (store), >, 0);
}

/* A person is found by the name in another order and case, and has what is led, and what the
 * signatory committed to. */
static void
check_mine (CopilStore *store)
{
  g_autoptr (CopilQuery) persons = copil_store_query (
      store,
      "SELECT p.id, p.name, (SELECT count (*) FROM engagement e WHERE e.lead = p.id OR e.id IN"
      " (SELECT engagement FROM engagement_party WHERE party = p.party)) FROM person p",
      NULL);

  g_assert_null (copil_view_find_person (store, ""));
  g_assert_null (copil_view_find_person (store, "Nobody Of That Name"));
  while (copil_query_next (persons))
    {
      g_auto (GStrv) words = g_strsplit (copil_query_text (persons, 1), " ", 2);
      g_autofree char *upper = g_utf8_strup (words[1] ? words[1] : "", -1),
                      *name = g_strconcat (upper, " ", words[0], NULL),
                      *found = copil_view_find_person (store, name), *sql = NULL;
      g_autoptr (GPtrArray) parameters = g_ptr_array_new_with_free_func (g_free);
      const CopilViewFilter filter = { .person = found };

      g_assert_cmpint (g_ascii_strtoll (found, NULL, 10), ==, copil_query_int (persons, 0));
      sql = copil_view_filter_build (&filter, parameters);
      g_ptr_array_add (parameters, NULL);
      g_assert_cmpint (
          copil_view_count_filtered (store, sql, (const char *const *)parameters->pdata), ==,
          copil_query_int (persons, 2));
    }
}

static void
check_budget (CopilStore *store)
{
  g_autoptr (CopilBudget) budget = copil_budget_read (store, COPIL_FIGURES_ALL, NULL);

  for (guint i = 0; i < budget->lines->len; i++)
    {
      const CopilBudgetLine *line = budget->lines->pdata[i];
      g_autoptr (CopilQuery) query =
          copil_store_query (store, copil_view_budget_row, "i", line->id);
      guint late = 0;

      for (guint j = 0; j < line->instalments->len; j++)
        late += ((CopilInstalment *)line->instalments->pdata[j])->late;
      g_assert_true (copil_query_next (query));
      g_assert_cmpint (copil_query_int (query, COPIL_VIEW_BUDGET_LATE), ==, late);
      g_assert_true (copil_query_is_null (query, COPIL_VIEW_BUDGET_PLANNED)
                         ? isnan (line->planned)
                         : copil_query_double (query, COPIL_VIEW_BUDGET_PLANNED) == line->planned);
      g_assert_true (copil_query_is_null (query, COPIL_VIEW_BUDGET_ACTUAL)
                         ? isnan (line->actual)
                         : copil_query_double (query, COPIL_VIEW_BUDGET_ACTUAL) == line->actual);
    }
}

/* What the overview counts of the decisions is what the register lists where it is opened from. */
static void
check_decisions (CopilStore *store)
{
  const CopilViewCounts counts = copil_view_count (store);
  const struct
  {
    const char *condition;
    guint n;
  } counted[] = { { copil_view_decision_open, counts.decisions },
                  { copil_view_decision_late, counts.decisions_late } };

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      const char *conditions[] = { counted[i].condition, NULL };
      const CopilViewList list = { .kind = copil_kind_get ("decision"),
                                   .conditions = conditions,
                                   .order = copil_view_decision_order };
      g_autoptr (CopilRowList) rows =
          copil_view_list_new (store, "decision", copil_view_decision_row);

      copil_view_list_show (&list, rows);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, counted[i].n);
    }
}

static void
test_example (gconstpointer name)
{
  g_autofree char *path = g_build_filename (g_getenv ("COPIL_EXAMPLES_DIR"), name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = copil_store_open (path, COPIL_STORE_READ_ONLY, &error);

  g_assert_no_error (error);
  g_signal_connect (store, "failed", G_CALLBACK (failed_cb), NULL);
  check_lists (store);
  check_queries (store);
  check_reads (store);
  check_mine (store);
  check_decisions (store);
  check_budget (store);
}

static void
test_short_names (void)
{
  static const char *const names[][2] = { { "Éducation nationale", "ÉN" },
                                          { "Ministère chargé de l’Industrie", "MCI" },
                                          { "CPME Île-de-France", "CPME ÎF" },
                                          { "Industrie", "Industrie" },
                                          { "UIMM", "UIMM" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = copil_view_party_shorten (names[i][0]);

      g_assert_cmpstr (name, ==, names[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) folder = g_dir_open (g_getenv ("COPIL_EXAMPLES_DIR"), 0, NULL);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  while ((name = g_dir_read_name (folder)))
    if (g_str_has_suffix (name, ".copil"))
      {
        g_autofree char *test = g_strconcat ("/view/", name, NULL);

        g_test_add_data_func_full (test, g_strdup (name), test_example, g_free);
      }
  g_test_add_func ("/view/short-names", test_short_names);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "copil-clauses.h"
#include "copil-deadline-store.h"
#include "../support/scratch.h"

/* The clauses of five conventions, and the days they mean. */
typedef struct
{
  const char *name;
  CopilClauses clauses;
  const char *end;
  const char *notice;
} Case;

static const Case cases[] = {
  { "uimm",
    { 1, "2021-11-23", "2021-11-23", 36, NULL, "none", 2, 1, NULL },
    "2024-11-23",
    "2024-09-23" },
  { "cpme",
    { 1, "2018-01-22", "2018-01-22", 36, NULL, "unstated", 3, 1, NULL },
    "2021-01-22",
    "2020-10-22" },
  { "ecti",
    { 1, "2024-06-27", "2024-06-27", 60, NULL, "conditional", 6, 1, NULL },
    "2029-06-27",
    "2028-12-27" },
  { "ipe",
    { 1, "2007-03-01", NULL, 48, NULL, "conditional", 3, 0, NULL },
    "2011-03-01",
    "2010-12-01" },
  { "france-industrie",
    { 1, "2018-09-10", NULL, 12, NULL, "conditional", 0, 0, NULL },
    "2019-09-10",
    NULL },
};

static const CopilDeadline *
find (GPtrArray *deadlines, const char *date, const char *words)
{
  for (guint i = 0; i < deadlines->len; i++)
    {
      const CopilDeadline *deadline = deadlines->pdata[i];
      if (g_str_equal (deadline->date, date) && strstr (deadline->title, words))
        return deadline;
    }
  return NULL;
}

static void
test_clauses (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *notice = copil_clauses_get_notice_day (&c->clauses, "2000-01-01");
  g_autoptr (GPtrArray) before = copil_clauses_get_deadlines (&c->clauses, "2000-01-01");
  g_autoptr (GPtrArray) after = copil_clauses_get_deadlines (&c->clauses, "2099-01-01");
  const CopilDeadline *end = find (before, c->end, "End of the convention");

  g_assert_cmpstr (notice, ==, c->notice);
  g_assert_nonnull (end);
  g_assert_cmpint (end->state, ==, COPIL_DEADLINE_DUE);
  g_assert_cmpstr (end->kind, ==, "convention");
  g_assert_cmpint (end->id, ==, 1);
  g_assert_cmpuint (before->len, ==, 2);
  g_assert_cmpint (find (after, c->end, "End")->state, ==, COPIL_DEADLINE_PAST);
  g_assert_cmpuint (after->len, ==, 2);
  if (c->notice)
    {
      /* Sorted: the notice comes before the end. */
      g_assert_cmpstr (((CopilDeadline *)before->pdata[0])->date, ==, c->notice);
      g_assert_nonnull (find (before, c->notice, "notice"));
    }
  else
    g_assert_nonnull (find (before, c->end, "decide on the renewal"));
}

static void
test_renewal (void)
{
  CopilClauses clauses = { 1, "2023-12-01", NULL, 24, NULL, "tacit", 3, 0, NULL };
  g_autoptr (GPtrArray) tacit = copil_clauses_get_deadlines (&clauses, "2024-01-01");
  g_autoptr (GPtrArray) fixed = NULL;
  g_autoptr (GPtrArray) silent = NULL;

  g_assert_nonnull (find (tacit, "2025-12-01", "tacit renewal"));
  g_assert_nonnull (find (tacit, "2025-09-01", "oppose"));
  /* A date that is written in the convention counts, not the duration. */
  clauses.expires = "2026-08-31";
  fixed = copil_clauses_get_deadlines (&clauses, "2024-01-01");
  g_assert_nonnull (find (fixed, "2026-08-31", "End"));
  g_assert_nonnull (find (fixed, "2026-05-31", "oppose"));
  /* Nothing said, nothing imposed. */
  clauses = (CopilClauses){ 1, "2023-12-01", NULL, 0, NULL, NULL, 3, 1, NULL };
  silent = copil_clauses_get_deadlines (&clauses, "2024-01-01");
  g_assert_cmpuint (silent->len, ==, 0);
}

/* The period that a day is in, and until when the next one can be opposed. */
static void
test_tacit (void)
{
  static const struct
  {
    CopilClauses clauses;
    const char *today, *end, *notice;
    guint renewals;
  } periods[] = {
    { { .signed_on = "2021-11-23", .duration_months = 36, .renewal = "tacit", .notice_months = 3 },
      "2025-06-01",
      "2025-11-23",
      "2025-08-23",
      1 },
    { { .signed_on = "2021-11-23", .duration_months = 36, .renewal = "tacit", .notice_months = 3 },
      "2024-11-23",
      "2024-11-23",
      "2025-08-23",
      0 },
    { { .signed_on = "2021-11-23", .duration_months = 36, .renewal = "tacit", .notice_months = 3 },
      "2024-11-24",
      "2025-11-23",
      "2025-08-23",
      1 },
    { { .signed_on = "2021-11-23", .duration_months = 36, .renewal = "tacit", .notice_months = 3 },
      "2025-08-24",
      "2025-11-23",
      "2026-08-23",
      1 },
    { { .signed_on = "2007-03-01",
        .duration_months = 48,
        .renewal = "tacit",
        .renewal_months = 48 },
      "2024-03-15",
      "2027-03-01",
      NULL,
      4 },
    { { .signed_on = "2007-03-01",
        .duration_months = 48,
        .renewal = "tacit",
        .renewal_months = 48,
        .renewal_times = 2,
        .notice_months = 6 },
      "2024-03-15",
      "2019-03-01",
      "2018-09-01",
      2 },
    /* the day of the month is not lost on the way */
    { { .expires = "2024-02-29", .renewal = "tacit", .renewal_months = 12 },
      "2027-03-01",
      "2028-02-29",
      NULL,
      4 },
    { { .expires = "2023-08-31", .renewal = "tacit", .renewal_months = 6 },
      "2024-01-01",
      "2024-02-29",
      NULL,
      1 },
    { { .signed_on = "2021-11-23", .duration_months = 36, .renewal = "none", .notice_months = 3 },
      "2025-06-01",
      "2024-11-23",
      "2024-08-23",
      0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      guint renewals = 99;
      g_autofree char *end =
          copil_clauses_get_end (&periods[i].clauses, periods[i].today, &renewals);
      g_autofree char *notice =
          copil_clauses_get_notice_day (&periods[i].clauses, periods[i].today);

      g_assert_cmpstr (end, ==, periods[i].end);
      g_assert_cmpstr (notice, ==, periods[i].notice);
      g_assert_cmpuint (renewals, ==, periods[i].renewals);
    }
}

static void
test_year (void)
{
  CopilClauses clauses = cases[0].clauses;
  const char *const none[] = { "2022-12-08", NULL };
  const char *const held[] = { "2022-12-08", "2023-12-12", NULL };
  g_autofree char *first = NULL, *last = NULL, *short_first = NULL, *short_last = NULL;
  g_autoptr (GPtrArray) missing = NULL, met = NULL, twice = NULL, over = NULL;

  g_assert_true (copil_clauses_get_year (&clauses, "2024-03-15", &first, &last));
  g_assert_cmpstr (first, ==, "2023-11-23");
  g_assert_cmpstr (last, ==, "2024-11-23");
  g_assert_false (copil_clauses_get_year (&clauses, "2021-11-22", &short_first, &short_last));
  g_assert_false (copil_clauses_get_year (&clauses, "2024-11-24", &short_first, &short_last));
  /* The last year of a convention that ends early ends with it. */
  clauses.expires = "2024-06-30";
  g_assert_true (copil_clauses_get_year (&clauses, "2023-11-23", &short_first, &short_last));
  g_assert_cmpstr (short_first, ==, "2023-11-23");
  g_assert_cmpstr (short_last, ==, "2024-06-30");

  clauses = cases[0].clauses;
  clauses.meetings = none;
  missing = copil_clauses_get_deadlines (&clauses, "2024-03-15");
  g_assert_nonnull (find (missing, "2024-11-23", "meeting of the committee"));
  clauses.meetings = held;
  met = copil_clauses_get_deadlines (&clauses, "2024-03-15");
  g_assert_null (find (met, "2024-11-23", "committee"));
  clauses.meetings_per_year = 2;
  twice = copil_clauses_get_deadlines (&clauses, "2024-03-15");
  g_assert_nonnull (find (twice, "2024-11-23", "2 meetings of the committee"));
  over = copil_clauses_get_deadlines (&clauses, "2025-03-15");
  g_assert_null (find (over, "2024-11-23", "committee"));
}

static void
test_states (void)
{
  g_assert_cmpint (copil_deadline_state_for ("planned", "2024-03-14", "2024-03-15"), ==,
                   COPIL_DEADLINE_PAST);
  g_assert_cmpint (copil_deadline_state_for (NULL, "2024-03-15", "2024-03-15"), ==,
                   COPIL_DEADLINE_DUE);
  g_assert_cmpint (copil_deadline_state_for ("done", "2020-01-01", "2024-03-15"), ==,
                   COPIL_DEADLINE_DONE);
  g_assert_cmpstr (copil_deadline_state_get_name (COPIL_DEADLINE_PAST), ==, "past");
}

static const char script[] =
    "INSERT INTO convention (id, title, signed, duration_months, renewal, notice_months,"
    " meetings_per_year) VALUES (1, 'C', '2021-11-23', 36, 'none', 2, 1);"
    "INSERT INTO axis (id, label, title, position) VALUES (2, '2', 'A', 1.0);"
    "INSERT INTO measure (id, axis, label, title, position) VALUES (3, 2, '2.1', 'M', 1.0);"
    "INSERT INTO engagement (id, axis, measure, label, text, status, due, confidential, position)"
    " VALUES (10, 2, 3, NULL, 'late one', 'planned', '2024-01-31', 0, 1.0),"
    " (11, 2, NULL, '2.9', 'done one', 'done', '2024-04-30', 0, 2.0),"
    " (12, 2, NULL, NULL, 'secret one', 'planned', '2024-03-20', 1, 3.0),"
    " (13, 2, NULL, NULL, 'dropped one', 'abandoned', '2024-03-31', 0, 4.0),"
    " (14, 2, NULL, NULL, 'coming one', NULL, '2024-06-30', 0, 5.0);"
    "INSERT INTO meeting (id, type, date, next_date) VALUES (20, 'ordinary', '2023-12-12',"
    " '2024-06-11'), (21, 'ordinary', '2022-12-12', '2023-12-12'),"
    " (22, 'workshop', '2024-03-25', NULL);"
    "INSERT INTO decision (id, meeting, label, text, due, status, position)"
    " VALUES (30, 20, 'D1', 'decide', '2024-05-01', 'planned', 1.0),"
    " (31, 20, 'D2', 'adopt', '2024-05-02', 'adopted', 2.0);"
    "INSERT INTO fiche (id, label, title, due, status, confidential, position)"
    " VALUES (40, 'F1', 'fiche', '2024-12-31', 'in_progress', 0, 1.0),"
    " (41, 'F2', 'secret fiche', '2024-12-30', 'planned', 1, 2.0);"
    "INSERT INTO step (id, fiche, title, due, status, position)"
    " VALUES (50, 40, 'step', '2024-02-01', 'done', 1.0),"
    " (51, 41, 'secret step', '2024-02-02', 'planned', 1.0);"
    "INSERT INTO indicator (id, name, unit, baseline_value, position)"
    " VALUES (60, 'reached', 'pairs', 0, 1.0), (61, 'less', NULL, 10, 2.0);"
    "INSERT INTO target (id, indicator, value, date) VALUES (70, 60, 100, '2023-12-31'),"
    " (71, 61, 5, '2023-12-31');"
    "INSERT INTO observation (id, indicator, value, date) VALUES (80, 60, 120, '2023-12-01'),"
    " (81, 61, 7, '2023-12-01');"
    "INSERT INTO indicator (id, name, direction, counting, baseline_date, position) VALUES"
    " (62, 'kept', 'above', 'state', NULL, 3.0), (63, 'added up', 'rise', 'period', '2021-12-31',"
    " 4.0);"
    "INSERT INTO target (id, indicator, value, date) VALUES (72, 62, 80, '2023-12-31'),"
    " (73, 63, 100, '2023-12-31'), (74, 63, NULL, '2023-12-30');"
    "INSERT INTO observation (id, indicator, value, date) VALUES (82, 62, 85, '2022-12-31'),"
    " (83, 63, 60, '2022-12-31'), (84, 63, 50, '2023-12-31'), (85, 63, 500, '2021-12-31');"
    "INSERT INTO budget_line (id, side, label, title, confidential, position)"
    " VALUES (90, 'receipt', 'R1', 'Subsidy', 0, 1.0), (91, 'receipt', NULL, 'secret gift', 1, "
    "2.0);"
    "INSERT INTO instalment (id, line, name, due, planned, received, actual) VALUES"
    " (95, 90, 'first', '2022-02-01', 1800000, '2022-03-01', NULL),"
    " (96, 90, 'second', '2023-02-01', 1800000, NULL, NULL),"
    " (97, 90, NULL, '2024-02-02', NULL, NULL, 0), (98, 91, NULL, '2023-02-03', 5, NULL, NULL);";

static void
test_store (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = scratch_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);
  g_autoptr (CopilStore) store = copil_store_create_from_script (path, script, &error);
  g_autoptr (GPtrArray) all = NULL, open = NULL, spring = NULL;
  g_autoptr (CopilDeadline) next = NULL, shown = NULL, later = NULL, none = NULL;
  const CopilDeadline *found;

  g_assert_no_error (error);
  all = copil_deadline_list (store, COPIL_DEADLINES_ALL, NULL, NULL, "2024-03-15");
  for (guint i = 1; i < all->len; i++)
    g_assert_cmpstr (((CopilDeadline *)all->pdata[i - 1])->date, <=,
                     ((CopilDeadline *)all->pdata[i])->date);
  found = find (all, "2024-01-31", "late one");
  g_assert_cmpint (found->state, ==, COPIL_DEADLINE_PAST);
  g_assert_cmpstr (found->article, ==, "2.1");
  g_assert_cmpstr (found->kind, ==, "engagement");
  g_assert_cmpint (found->id, ==, 10);
  g_assert_cmpint (find (all, "2024-04-30", "done one")->state, ==, COPIL_DEADLINE_DONE);
  g_assert_cmpstr (find (all, "2024-04-30", "done one")->article, ==, "2.9");
  g_assert_null (find (all, "2024-03-31", "dropped"));
  g_assert_null (find (all, "2024-05-02", "adopt"));
  g_assert_cmpint (find (all, "2024-02-01", "step")->state, ==, COPIL_DEADLINE_DONE);
  g_assert_cmpstr (find (all, "2024-02-01", "step")->article, ==, "F1");
  g_assert_cmpint (find (all, "2023-12-31", "reached, 100 pairs")->state, ==, COPIL_DEADLINE_DONE);
  g_assert_cmpint (find (all, "2023-12-31", "less, 5")->state, ==, COPIL_DEADLINE_PAST);
  /* Another year's figure keeps nothing, periods are counted together, and no value is no zero. */
  g_assert_cmpint (find (all, "2023-12-31", "kept, 80")->state, ==, COPIL_DEADLINE_PAST);
  g_assert_cmpint (find (all, "2023-12-31", "added up, 100")->state, ==, COPIL_DEADLINE_DONE);
  g_assert_cmpint (find (all, "2023-12-30", "Target to be set: added up")->state, ==,
                   COPIL_DEADLINE_PAST);
  g_assert_cmpstr (find (all, "2024-06-11", "announced")->kind, ==, "meeting");
  g_assert_nonnull (find (all, "2024-03-25", "Workshop"));
  g_assert_nonnull (find (all, "2024-12-31", "fiche"));
  g_assert_nonnull (find (all, "2024-11-23", "End"));
  g_assert_nonnull (find (all, "2024-03-20", "secret one"));
  g_assert_cmpint (find (all, "2022-02-01", "Subsidy (first), ")->state, ==, COPIL_DEADLINE_DONE);
  found = find (all, "2023-02-01", "Instalment expected: Subsidy (second), ");
  g_assert_cmpint (found->state, ==, COPIL_DEADLINE_PAST);
  g_assert_cmpstr (found->article, ==, "R1");
  g_assert_cmpstr (found->kind, ==, "instalment");
  g_assert_cmpint (found->id, ==, 96);
  g_assert_cmpint (find (all, "2024-02-02", "Subsidy")->state, ==, COPIL_DEADLINE_DONE);
  g_assert_nonnull (find (all, "2023-02-03", "secret gift"));

  open = copil_deadline_list (store, COPIL_DEADLINES_OPEN | COPIL_DEADLINES_PUBLIC, NULL, NULL,
                              "2024-03-15");
  for (guint i = 0; i < open->len; i++)
    {
      g_assert_cmpint (((CopilDeadline *)open->pdata[i])->state, !=, COPIL_DEADLINE_DONE);
      g_assert_null (strstr (((CopilDeadline *)open->pdata[i])->title, "secret"));
    }
  g_assert_nonnull (find (open, "2024-06-30", "coming one"));

  spring =
      copil_deadline_list (store, COPIL_DEADLINES_ALL, "2024-05-01", "2024-06-11", "2024-03-15");
  g_assert_cmpuint (spring->len, ==, 2);

  next = copil_deadline_next (store, "2024-03-15");
  g_assert_cmpstr (next->title, ==, "secret one");
  shown = copil_deadline_next_for (store, COPIL_DEADLINES_PUBLIC, "2024-03-15");
  g_assert_cmpstr (shown->kind, ==, "meeting");
  later = copil_deadline_next (store, "2024-03-21");
  g_assert_cmpstr (later->kind, ==, "meeting");
  none = copil_deadline_next (store, "2031-01-01");
  g_assert_null (none);

  g_clear_object (&store);
  scratch_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/deadline/clauses/", cases[i].name, NULL);
      g_test_add_data_func (name, &cases[i], test_clauses);
    }
  g_test_add_func ("/deadline/renewal", test_renewal);
  g_test_add_func ("/deadline/tacit", test_tacit);
  g_test_add_func ("/deadline/year", test_year);
  g_test_add_func ("/deadline/states", test_states);
  g_test_add_func ("/deadline/store", test_store);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates that follow from clauses: the five conventions' own, and what a jurist counts. */
#include <glib/gstdio.h>

#include "copil-clause-book.h"
#include "copil-day.h"

#define ECTI                                                                                       \
  {                                                                                                \
    .signed_on = "2024-06-27", .effective = "2024-06-27", .duration_months = 60,                   \
    .renewal = "conditional"                                                                       \
  }
#define IPE                                                                                        \
  {                                                                                                \
    .signed_on = "2007-03-01", .duration_months = 48, .renewal = "conditional"                     \
  }

typedef struct
{
  const char *name, *today;
  CopilClause clause;
  CopilClauseFacts facts;
  const char *days;      /* with their states: "2028-12-27 due" */
  const char *reckoning; /* of the last one, or NULL */
} Case;

static const CopilOccasion meetings[] = { { "2022-12-08", "ordinary" },
                                          { "2023-01-10", "public" },
                                          { "2023-03-01", "workshop" },
                                          { "2023-12-12", "exceptional" },
                                          { "2024-06-11", NULL } };
static const CopilOccasion events[] = { { "2008-05-31", "Assemblée générale" },
                                        { "2009-01-31", "ASSEMBLEE GENERALE" },
                                        { "2009-02-01", "Autre" } };
static const CopilFulfilment fulfilments[] = { { 7, 1, "2028-12-27", "2028-12-20", "ECTI",
                                                 "courrier" } };

#define UIMM                                                                                       \
  {                                                                                                \
    .signed_on = "2021-11-23", .effective = "2021-11-23", .duration_months = 36, .renewal = "none" \
  }
#define TACIT                                                                                      \
  {                                                                                                \
    .signed_on = "2021-11-23", .duration_months = 36, .renewal = "tacit"                           \
  }

static const Case cases[] = {
  { "ecti-information",
    "2025-01-01",
    { .id = 1,
      .counted_from = "expiry",
      .number = 6,
      .unit = "months",
      .direction = "before",
      .sort = "information" },
    { .term = ECTI, .term_article = "11" },
    "2028-12-27 due",
    "27/06/2029 (expiry, article 11) − 6 months = 27/12/2028" },
  { "ecti-informed",
    "2029-01-01",
    { .id = 1,
      .counted_from = "expiry",
      .number = 6,
      .unit = "months",
      .direction = "before",
      .sort = "information" },
    { .term = ECTI, .fulfilments = fulfilments, .n_fulfilments = 1 },
    "2028-12-27 done",
    NULL },
  { "ecti-other-clause",
    "2029-01-01",
    { .id = 2, .counted_from = "expiry", .number = 6, .direction = "before" },
    { .term = ECTI, .fulfilments = fulfilments, .n_fulfilments = 1 },
    "2028-12-27 past",
    NULL },
  { "ipe-evaluation",
    "2008-01-01",
    { .id = 1,
      .counted_from = "expiry",
      .direction = "before",
      .limit_day = 1,
      .limit_month = 7,
      .limit_rule = "before",
      .sort = "evaluation" },
    { .term = IPE },
    "2010-06-30 due",
    "01/03/2011 (expiry), before 01/07/2010, that is by 30/06/2010" },
  { "ipe-accounts",
    "2009-01-01",
    { .id = 1,
      .counted_from = "fiscal_year_end",
      .number = 6,
      .unit = "months",
      .direction = "after",
      .limit_day = 1,
      .limit_month = 7,
      .limit_rule = "by",
      .recurrence = "year",
      .sort = "accounts" },
    { .term = IPE },
    "2008-06-30 past, 2009-06-30 due, 2010-06-30 due, 2011-06-30 due",
    "31/12/2010 (end of the fiscal year) + 6 months = 30/06/2011; or by 01/07/2011; the earlier of "
    "both counts" },
  { "fiscal-year-of-a-school",
    "2009-01-01",
    { .id = 1,
      .counted_from = "fiscal_year_end",
      .number = 6,
      .unit = "months",
      .direction = "after",
      .limit_day = 1,
      .limit_month = 2,
      .limit_rule = "by",
      .recurrence = "year" },
    { .term = IPE, .fiscal_month = 8 },
    "2008-02-01 past, 2009-02-01 due, 2010-02-01 due, 2011-02-01 due",
    NULL },
  { "end-of-february",
    "2024-01-01",
    { .id = 1,
      .counted_from = "date",
      .day = "2022-08-31",
      .number = 6,
      .unit = "months",
      .direction = "after",
      .recurrence = "year" },
    { .term = TACIT },
    "2023-02-28 past, 2024-02-29 due, 2025-02-28 due",
    "31/08/2024 (fixed date) + 6 months = "
    "28/02/2025" },
  { "school-years",
    "2023-01-01",
    { .id = 1,
      .counted_from = "school_year_end",
      .number = 30,
      .unit = "days",
      .direction = "before",
      .recurrence = "school_year" },
    { .term = UIMM },
    "2022-08-01 past, 2023-08-01 due, 2024-08-01 due",
    "31/08/2024 (end of the school year) − 30 days = 01/08/2024" },
  { "year-ends",
    "2023-01-01",
    { .id = 1, .counted_from = "year_end", .recurrence = "year" },
    { .term = UIMM },
    "2021-12-31 past, 2022-12-31 past, 2023-12-31 due",
    NULL },
  { "yearly-meeting",
    "2024-03-15",
    { .id = 1,
      .counted_from = "signature",
      .number = 1,
      .unit = "years",
      .direction = "after",
      .recurrence = "year",
      .sort = "meeting" },
    { .term = UIMM, .meetings = meetings, .n_meetings = G_N_ELEMENTS (meetings) },
    "2022-11-23 past, 2023-11-23 done, 2024-11-23 done",
    "23/11/2023 (anniversary of the signature) + 1 year = 23/11/2024" },
  { "first-meeting",
    "2024-03-15",
    { .id = 1, .counted_from = "meeting", .sort = "stocktaking" },
    { .term = UIMM, .meetings = meetings, .n_meetings = G_N_ELEMENTS (meetings) },
    "2022-12-08 past",
    "08/12/2022 (meeting of the committee)" },
  { "public-meeting",
    "2024-03-15",
    { .id = 1,
      .counted_from = "meeting",
      .recurrence = "meeting",
      .sort = "public_meeting",
      .number = 2,
      .unit = "months",
      .direction = "after" },
    { .term = UIMM, .meetings = meetings, .n_meetings = G_N_ELEMENTS (meetings) },
    "2023-02-08 done, 2024-02-12 past, 2024-08-11 due",
    NULL },
  { "general-assembly",
    "2009-02-10",
    { .id = 1,
      .counted_from = "event",
      .event = "assemblée générale",
      .number = 1,
      .unit = "months",
      .direction = "after",
      .sort = "documents" },
    { .term = IPE, .events = events, .n_events = G_N_ELEMENTS (events) },
    "2008-06-30 past, 2009-02-28 due",
    "31/01/2009 (assemblée générale) + 1 month = 28/02/2009" },
  { "no-event-yet",
    "2009-02-10",
    { .id = 1, .counted_from = "event", .event = "Assemblée générale" },
    { .term = IPE },
    "",
    NULL },
  { "no-date", "2009-02-10", { .id = 1, .sort = "confidentiality" }, { .term = IPE }, "", NULL },
  { "term-itself",
    "2009-02-10",
    { .id = 1, .sort = "term", .counted_from = "expiry" },
    { .term = IPE },
    "",
    NULL },
  { "cpme-notice",
    "2018-02-01",
    { .id = 1,
      .counted_from = "expiry",
      .number = 3,
      .unit = "months",
      .direction = "before",
      .sort = "notice" },
    { .term = { .signed_on = "2018-01-22", .duration_months = 36, .renewal = "unstated" } },
    "2020-10-22 due",
    NULL },
  { "france-industrie-bilan",
    "2018-10-01",
    { .id = 1, .counted_from = "expiry", .sort = "condition" },
    { .term = { .signed_on = "2018-09-10", .duration_months = 12, .renewal = "conditional" } },
    "2019-09-10 due",
    "10/09/2019 (expiry)" },
  { "tacit-opposition",
    "2025-06-01",
    { .id = 1,
      .counted_from = "expiry",
      .number = 3,
      .unit = "months",
      .direction = "before",
      .sort = "notice" },
    { .term = TACIT },
    "2025-08-23 due",
    "23/11/2025 (expiry) − 3 months = 23/08/2025" },
  { "tacit-opposition-over",
    "2025-09-01",
    { .id = 1,
      .counted_from = "expiry",
      .number = 3,
      .unit = "months",
      .direction = "before",
      .sort = "notice" },
    { .term = TACIT },
    "2026-08-23 due",
    NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GPtrArray) found = copil_clause_get_deadlines (&c->clause, &c->facts, c->today);
  g_autoptr (GString) days = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const CopilDeadline *deadline = found->pdata[i];

      g_string_append_printf (days, "%s%s %s", i ? ", " : "", deadline->date,
                              copil_deadline_state_get_name (deadline->state));
      g_assert_cmpint (deadline->clause, ==, c->clause.id);
      g_assert_cmpstr (deadline->kind, ==, "clause");
    }
  g_assert_cmpstr (days->str, ==, c->days);
  if (c->reckoning)
    g_assert_cmpstr (((CopilDeadline *)found->pdata[found->len - 1])->reckoning, ==, c->reckoning);
}

static void
test_days (void)
{
  static const char *const days[][2] = { { "2029-06-27", NULL },
                                         { "2025-08-23", "a Saturday" },
                                         { "2010-06-27", "a Sunday" },
                                         { "2024-05-01", "a public holiday (Labour Day)" },
                                         { "2024-04-01", "a public holiday (Easter Monday)" },
                                         { "2024-05-09", "a public holiday (Ascension Day)" },
                                         { "2024-05-20", "a public holiday (Whit Monday)" },
                                         { "2038-04-26", "a public holiday (Easter Monday)" },
                                         { "2008-05-01", "a public holiday (Labour Day)" },
                                         { "2026-11-01",
                                           "a Sunday and a public holiday (All Saints’ Day)" } };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *note = copil_day_dup_note (days[i][0]);
      g_assert_cmpstr (note, ==, days[i][1]);
    }
}

static void
test_near (void)
{
  g_autoptr (CopilDeadline) due =
      copil_deadline_new ("2024-04-14", "t", NULL, "clause", 1, COPIL_DEADLINE_DUE);
  g_autoptr (CopilDeadline) past =
      copil_deadline_new ("2020-04-14", "t", NULL, "clause", 1, COPIL_DEADLINE_PAST);

  g_assert_true (copil_deadline_is_near (due, "2024-03-15", 30));
  g_assert_false (copil_deadline_is_near (due, "2024-03-15", 29));
  g_assert_true (copil_deadline_is_near (past, "2024-03-15", 0));
  due->state = COPIL_DEADLINE_DONE;
  g_assert_false (copil_deadline_is_near (due, "2024-03-15", 30));
}

static void
test_words (void)
{
  const CopilClause clause = { .counted_from = "expiry",
                               .number = 6,
                               .unit = "months",
                               .direction = "before",
                               .recurrence = "year" };
  const CopilClause limit = {
    .counted_from = "expiry", .limit_day = 1, .limit_month = 7, .limit_rule = "before"
  };
  const CopilClause waits = { .counted_from = "event", .event = "Assemblée générale" };
  const CopilClauseFacts facts = { .term = IPE };
  const CopilTerm tacit = TACIT;
  g_autofree char *rule = copil_clause_dup_rule (&clause);
  g_autofree char *limited = copil_clause_dup_rule (&limit);
  g_autofree char *wanting = copil_clause_dup_wanting (&waits, &facts);
  g_autofree char *nothing = copil_clause_dup_wanting (&clause, &facts);
  g_autoptr (GPtrArray) periods = copil_term_list_periods (&tacit, "2025-12-01");

  g_assert_cmpstr (rule, ==, "6 months before: expiry, each year");
  g_assert_cmpstr (limited, ==, "expiry, before 1 July");
  g_assert_cmpstr (wanting, ==, "Waits for the day of: Assemblée générale");
  g_assert_null (nothing);
  g_assert_cmpuint (periods->len, ==, 3);
  g_assert_cmpstr (periods->pdata[0], ==, "23/11/2021 to 23/11/2024");
  g_assert_cmpstr (periods->pdata[2], ==, "24/11/2025 to 23/11/2026");
}

static const char script[] =
    "INSERT INTO convention (id, title, signed, duration_months, renewal, notice_months,"
    " meetings_per_year) VALUES (1, 'C', '2007-03-01', 48, 'tacit', 3, 1);"
    "INSERT INTO party (id, name, position) VALUES (2, 'A', 1.0), (3, 'B', 2.0);"
    "INSERT INTO clause (id, article, title, sort, counted_from, number, unit, direction,"
    " recurrence, position) VALUES (10, '2', 'Four years', 'term', NULL, NULL, NULL, NULL, NULL,"
    " 1.0), (11, '3', 'Meet', 'meeting', 'signature', 1, 'years', 'after', 'year', 2.0),"
    " (12, '4', 'Secret kept', 'confidentiality', NULL, NULL, NULL, NULL, NULL, 3.0);"
    "INSERT INTO clause_party (clause, party) VALUES (11, 2), (11, 3);"
    "INSERT INTO axis (id, title) VALUES (40, 'A');"
    "INSERT INTO engagement (id, axis, text, due) VALUES (41, 40, 'E', '2025-02-20');"
    "INSERT INTO engagement_party (engagement, party) VALUES (41, 3);"
    "INSERT INTO meeting (id, type, date) VALUES (20, 'ordinary', '2025-01-15');"
    "INSERT INTO fulfilment (id, clause, due, done) VALUES (30, 11, '2024-03-01', '2024-02-01');";

static const CopilDeadline *
find (GPtrArray *deadlines, const char *date, const char *title)
{
  for (guint i = 0; i < deadlines->len; i++)
    {
      const CopilDeadline *deadline = deadlines->pdata[i];

      if (g_str_equal (deadline->date, date) && g_str_equal (deadline->title, title))
        return deadline;
    }
  return NULL;
}

/* A convention renewed tacitly for a long time: what is due in the period under way. */
static void
test_store (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("copil-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);
  g_autoptr (CopilStore) store = copil_store_create_from_script (path, script, &error);
  g_autoptr (GPtrArray) now = NULL, open = NULL;
  guint missed = 0, near = 0;
  const CopilDeadline *found;

  g_assert_no_error (error);
  now = copil_deadline_list (store, COPIL_DEADLINES_ALL, NULL, NULL, "2025-02-01");
  found = find (now, "2025-03-01", "End of the period, then tacit renewal");
  g_assert_nonnull (found);
  g_assert_cmpstr (found->article, ==, "2");
  g_assert_cmpstr (found->reckoning, ==,
                   "01/03/2007 (signature) + 4 years + 14 renewals of 12 months = 01/03/2025");
  g_assert_null (find (now, "2011-03-01", "End of the convention"));
  found = find (now, "2025-12-01", "Last day to oppose the tacit renewal");
  g_assert_cmpstr (found->reckoning, ==, "01/03/2026 (expiry, article 2) − 3 months = 01/12/2025");
  g_assert_null (find (now, "2025-03-01",
                       "The year’s meeting of the committee must have been "
                       "held"));
  found = find (now, "2025-03-01", "Meet");
  g_assert_cmpint (found->state, ==, COPIL_DEADLINE_DONE);
  g_assert_cmpstr (found->fulfilled, ==, "held on 15/01/2025");
  g_assert_cmpstr (found->parties, ==, "2 3");
  g_assert_cmpstr (found->sort, ==, "meeting");
  g_assert_cmpint (find (now, "2024-03-01", "Meet")->state, ==, COPIL_DEADLINE_DONE);
  g_assert_cmpint (find (now, "2024-03-01", "Meet")->fulfilment, ==, 30);
  g_assert_cmpint (find (now, "2023-03-01", "Meet")->state, ==, COPIL_DEADLINE_PAST);
  open =
      copil_deadline_list (store, COPIL_DEADLINES_OPEN, "2024-01-01", "2025-03-01", "2025-02-01");
  g_assert_cmpstr (find (now, "2025-02-20", "E")->parties, ==, "3");
  copil_deadline_count_near (store, "2025-02-01", 30, &missed, &near);
  g_assert_cmpuint (missed, ==, 16); /* the yearly meetings that were not held */
  g_assert_cmpuint (near, ==, 2);    /* the engagement, the end of the period */
  g_assert_null (find (open, "2024-03-01", "Meet"));
  g_assert_nonnull (find (open, "2025-03-01", "End of the period, then tacit renewal"));
  g_clear_object (&store);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/clause/", cases[i].name, NULL);
      g_test_add_data_func (name, &cases[i], test_case);
    }
  g_test_add_func ("/clause/days", test_days);
  g_test_add_func ("/clause/near", test_near);
  g_test_add_func ("/clause/words", test_words);
  g_test_add_func ("/clause/store", test_store);
  return g_test_run ();
}

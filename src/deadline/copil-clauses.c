/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-clauses.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-clause-private.h"
#include "copil-day.h"
#include "copil-rules.h"
#include "copil-value.h"

static const char *
start_of (const CopilClauses *clauses)
{
  const char *start =
      clauses->effective && *clauses->effective ? clauses->effective : clauses->signed_on;

  return start && copil_date_is_valid (start) ? start : NULL;
}

static CopilTerm
term_of (const CopilClauses *clauses)
{
  return (CopilTerm){ .signed_on = clauses->signed_on,
                      .effective = clauses->effective,
                      .expires = clauses->expires,
                      .duration_months = clauses->duration_months,
                      .renewal = clauses->renewal,
                      .renewal_months = clauses->renewal_months,
                      .renewal_times = clauses->renewal_times };
}

char *
copil_clauses_get_end (const CopilClauses *clauses, const char *today, guint *renewals)
{
  CopilTerm term = term_of (clauses);
  char *end = copil_term_get_end (&term, today, renewals);

  if (end && !copil_date_is_valid (end))
    g_clear_pointer (&end, g_free);
  return end;
}

static gboolean
renews (const CopilClauses *clauses, const char *how)
{
  return g_strcmp0 (clauses->renewal, how) == 0;
}

static CopilDeadline *
add (GPtrArray *deadlines, const CopilClauses *clauses, const char *date, const char *title,
     const char *sort, const char *today)
{
  CopilDeadline *deadline =
      copil_deadline_new (date, title, clauses->article, "convention", clauses->id,
                          copil_deadline_state_for (NULL, date, today));

  deadline->sort = g_strdup (sort);
  deadline->clause = clauses->clause;
  g_ptr_array_add (deadlines, deadline);
  return deadline;
}

/* "23/11/2025 (expiry, article 10) − 3 months = 23/08/2025" */
static char *
dup_notice_reckoning (const CopilClauses *clauses, const char *day)
{
  const CopilClause clause = { .counted_from = "expiry" };
  const CopilClauseFacts facts = { .term_article = clauses->article };
  CopilTerm term = term_of (clauses);
  /* The end is that of the period in which the day of the notice is, or of the next one. */
  g_autofree char *most = copil_date_add_months (day, clauses->notice_months);
  g_autofree char *end = copil_term_get_end (&term, most, NULL), *from = NULL, *span = NULL,
                  *last = copil_date_format (day);

  from = copil_clause_dup_anchor (&clause, &facts, end, FALSE);
  span = copil_span_dup_words (clauses->notice_months, "months");
  return g_strdup_printf ("%s − %s = %s", from, span, last);
}

static void
add_notice (GPtrArray *deadlines, const CopilClauses *clauses, const char *today)
{
  g_autofree char *day = copil_clauses_get_notice_day (clauses, today);

  if (!day || !copil_date_is_valid (day) || clauses->notice_said)
    return;
  add (deadlines, clauses, day,
       renews (clauses, "tacit") ? _ ("Last day to oppose the tacit renewal")
       : renews (clauses, "conditional")
           ? _ ("Last day to give notice and to speak of the renewal")
           : _ ("Last day to give notice before the end of the convention"),
       "notice", today)
      ->reckoning = dup_notice_reckoning (clauses, day);
}

static void
add_meeting (GPtrArray *deadlines, const CopilClauses *clauses, const char *today)
{
  g_autofree char *first = NULL, *last = NULL, *title = NULL;
  g_autofree char *from = NULL, *to = NULL;
  CopilDeadline *deadline;
  int n = 0;

  if (clauses->meetings_per_year <= 0 || clauses->meeting_said ||
      !copil_clauses_get_year (clauses, today, &first, &last))
    return;
  for (const char *const *day = clauses->meetings; day && *day; day++)
    n += strcmp (*day, first) >= 0 && strcmp (*day, last) <= 0;
  if (n >= clauses->meetings_per_year)
    return;
  if (clauses->meetings_per_year == 1)
    title = g_strdup (_ ("The year’s meeting of the committee must have been held"));
  else
    title = g_strdup_printf (_ ("The year’s %d meetings of the committee must have been held; %d "
                                "so far"),
                             clauses->meetings_per_year, n);
  deadline = add (deadlines, clauses, last, title, "meeting", today);
  from = copil_date_format (first);
  to = copil_date_format (last);
  /* Translators: the first and the last day of a year of the convention */
  deadline->reckoning = g_strdup_printf (_ ("year of the convention: from %s to %s"), from, to);
}

/* Where nobody spoke in time, the next period is what can be opposed. */
char *
copil_clauses_get_notice_day (const CopilClauses *clauses, const char *today)
{
  g_autofree char *end = copil_clauses_get_end (clauses, today, NULL);
  char *day = end && clauses->notice_months > 0
                  ? copil_date_add_months (end, -clauses->notice_months)
                  : NULL;

  if (day && strcmp (day, today) < 0 && strcmp (end, today) >= 0 && renews (clauses, "tacit"))
    {
      g_autofree char *after = copil_day_add (end, 1);
      g_autofree char *next = copil_clauses_get_end (clauses, after, NULL);

      if (next && strcmp (next, end) > 0)
        {
          g_free (day);
          day = copil_date_add_months (next, -clauses->notice_months);
        }
    }
  return day;
}

gboolean
copil_clauses_get_year (const CopilClauses *clauses, const char *today, char **first, char **last)
{
  const char *start = start_of (clauses);
  g_autofree char *end = copil_clauses_get_end (clauses, today, NULL);
  g_autofree char *from = NULL, *next = NULL;
  int years;

  if (!start || !end || strcmp (today, start) < 0 || strcmp (today, end) > 0)
    return FALSE;
  years = (int)(g_ascii_strtoll (today, NULL, 10) - g_ascii_strtoll (start, NULL, 10));
  from = copil_date_add_months (start, 12 * years);
  /* The day of the end belongs to the last year. */
  if (strcmp (from, today) > 0 || (years > 0 && strcmp (from, end) >= 0))
    {
      g_free (from);
      from = copil_date_add_months (start, 12 * --years);
    }
  next = copil_date_add_months (start, 12 * (years + 1));
  *first = g_steal_pointer (&from);
  *last = copil_day_add (next, -1);
  if (strcmp (*last, end) > 0 || strcmp (next, end) == 0)
    {
      g_free (*last);
      *last = g_steal_pointer (&end);
    }
  return TRUE;
}

GPtrArray *
copil_clauses_get_deadlines (const CopilClauses *clauses, const char *today)
{
  GPtrArray *deadlines = g_ptr_array_new_with_free_func ((GDestroyNotify)copil_deadline_free);
  g_autofree char *end = copil_clauses_get_end (clauses, today, NULL), *after = NULL, *next = NULL;
  CopilTerm term = term_of (clauses);
  gboolean goes_on;

  after = end ? copil_day_add (end, 1) : NULL;
  next = after ? copil_clauses_get_end (clauses, after, NULL) : NULL;
  goes_on = next && strcmp (next, end) > 0;
  if (end)
    add (deadlines, clauses, end,
         goes_on                    ? _ ("End of the period, then tacit renewal")
         : renews (clauses, "none") ? _ ("End of the convention, without tacit renewal")
                                    : _ ("End of the convention"),
         "term", today)
        ->reckoning = copil_term_dup_reckoning (&term, today);
  if (end && renews (clauses, "conditional") && clauses->notice_months <= 0)
    add (deadlines, clauses, end, _ ("Last day to decide on the renewal"), "renewal", today);
  add_notice (deadlines, clauses, today);
  add_meeting (deadlines, clauses, today);
  copil_deadlines_sort (deadlines);
  return deadlines;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-clause.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-clause-private.h"
#include "copil-day.h"
#include "copil-fold.h"
#include "copil-kind.h"
#include "copil-value.h"

/* What a deadline is counted from: a day, or so many years after another one. */
typedef struct
{
  char *base;
  int years;
} Anchor;

typedef struct
{
  const CopilClause *clause;
  const CopilClauseFacts *facts;
  const char *today, *start; /* the convention's first day */
  char *end;                 /* of the period under way, or NULL */
  GArray *anchors;
} Reckoning;

static gboolean
is (const char *value, const char *wanted)
{
  return g_strcmp0 (value, wanted) == 0;
}

static gboolean
is_set (const char *value)
{
  return value && *value;
}

static gboolean
recurs (const CopilClause *clause)
{
  return is_set (clause->recurrence) && !is (clause->recurrence, "none");
}

static gboolean
is_before (const CopilClause *clause)
{
  return is (clause->direction, "before");
}

static void
anchor_clear (gpointer anchor)
{
  g_free (((Anchor *)anchor)->base);
}

static void
add_anchor (Reckoning *reckoning, const char *base, int years)
{
  Anchor anchor = { g_strdup (base), years };

  if (reckoning->anchors->len < COPIL_CLAUSE_MOST)
    g_array_append_val (reckoning->anchors, anchor);
  else
    g_free (anchor.base);
}

static char *
anchor_dup_date (const Anchor *anchor)
{
  return copil_date_add_months (anchor->base, 12 * (gint64)anchor->years);
}

/* Until when a thing that recurs does: the end of the period under way; where it is not known, a
 * year from today. */
static char *
dup_last (const Reckoning *reckoning)
{
  return reckoning->end ? g_strdup (reckoning->end) : copil_date_add_months (reckoning->today, 12);
}

static void
add_anniversaries (Reckoning *reckoning, const char *base, gboolean inclusive)
{
  g_autofree char *last = dup_last (reckoning);

  if (!is_set (base) || !copil_date_is_valid (base))
    return;
  for (int years = 0; years < COPIL_CLAUSE_MOST; years++)
    {
      g_autofree char *date = copil_date_add_months (base, 12 * years);
      int order = strcmp (date, last);

      if (years > 0 && (order > 0 || (order == 0 && !inclusive)))
        break;
      add_anchor (reckoning, base, years);
      if (!recurs (reckoning->clause))
        break;
    }
}

/* The end of the period under way; each year's where it recurs. Where the last day to speak before
 * it is over and the convention goes on by itself, the next one is what matters. */
static void
add_expiry (Reckoning *reckoning)
{
  const CopilTerm *term = &reckoning->facts->term;
  g_autofree char *after = NULL, *next = NULL;

  if (!reckoning->end)
    return;
  for (int years = recurs (reckoning->clause) ? COPIL_CLAUSE_MOST : 0; years >= 0; years--)
    {
      g_autofree char *date = copil_date_add_months (reckoning->end, -12 * (gint64)years);

      if (years == 0 || (date && reckoning->start && strcmp (date, reckoning->start) > 0))
        add_anchor (reckoning, reckoning->end, -years);
    }
  if (!is (term->renewal, "tacit") || !is_before (reckoning->clause) ||
      strcmp (reckoning->today, reckoning->end) > 0)
    return;
  after = copil_day_add (reckoning->end, 1);
  next = copil_term_get_end (term, after, NULL);
  if (next && copil_date_is_valid (next) && strcmp (next, reckoning->end) > 0)
    add_anchor (reckoning, next, 0);
}

/* The last day of a month in each year of the convention. */
static void
add_year_ends (Reckoning *reckoning, int month)
{
  g_autofree char *last = dup_last (reckoning);
  int year = reckoning->start ? (int)g_ascii_strtoll (reckoning->start, NULL, 10) : 0;

  for (int n = 0; year && n < COPIL_CLAUSE_MOST; n++)
    {
      g_autofree char *date =
          g_strdup_printf ("%04d-%02d-%02d", year + n, month,
                           g_date_get_days_in_month ((GDateMonth)month, (GDateYear)(year + n)));

      if (strcmp (date, reckoning->start) < 0)
        continue;
      if (strcmp (date, last) > 0 && (reckoning->anchors->len > 0 || reckoning->end))
        break;
      add_anchor (reckoning, date, 0);
      if (!recurs (reckoning->clause))
        break;
    }
}

static gboolean
is_committee (const CopilOccasion *meeting)
{
  return !is_set (meeting->name) || is (meeting->name, "ordinary") ||
         is (meeting->name, "exceptional");
}

/* The calendar or the school year that a day is in. */
static int
year_of (const char *date, gboolean school)
{
  return (int)g_ascii_strtoll (date, NULL, 10) -
         (school && g_ascii_strtoll (date + 5, NULL, 10) < 9);
}

static void
add_meetings (Reckoning *reckoning)
{
  const CopilClauseFacts *facts = reckoning->facts;
  const char *often = reckoning->clause->recurrence;
  int before = 0;

  for (guint i = 0; i < facts->n_meetings; i++)
    {
      int year = year_of (facts->meetings[i].date, is (often, "school_year"));

      if (!is_committee (&facts->meetings[i]) ||
          (!is (often, "meeting") && recurs (reckoning->clause) && year == before))
        continue;
      before = year;
      add_anchor (reckoning, facts->meetings[i].date, 0);
      if (!recurs (reckoning->clause))
        break;
    }
}

static void
add_events (Reckoning *reckoning)
{
  const CopilClauseFacts *facts = reckoning->facts;
  g_autofree char *wanted = copil_fold (reckoning->clause->event);

  for (guint i = 0; i < facts->n_events && wanted; i++)
    {
      g_autofree char *name = copil_fold (facts->events[i].name);

      if (is (name, wanted))
        add_anchor (reckoning, facts->events[i].date, 0);
    }
}

static void
add_anchors (Reckoning *reckoning)
{
  const CopilTerm *term = &reckoning->facts->term;
  const char *from = reckoning->clause->counted_from;

  if (is (from, "signature"))
    add_anniversaries (reckoning, term->signed_on, FALSE);
  else if (is (from, "effect"))
    add_anniversaries (reckoning, reckoning->start, FALSE);
  else if (is (from, "expiry"))
    add_expiry (reckoning);
  else if (is (from, "meeting"))
    add_meetings (reckoning);
  else if (is (from, "year_end"))
    add_year_ends (reckoning, 12);
  else if (is (from, "school_year_end"))
    add_year_ends (reckoning, 8);
  else if (is (from, "fiscal_year_end"))
    add_year_ends (reckoning,
                   reckoning->facts->fiscal_month > 0 ? reckoning->facts->fiscal_month : 12);
  else if (is (from, "event"))
    add_events (reckoning);
  else if (is (from, "date"))
    add_anniversaries (reckoning, reckoning->clause->day, TRUE);
}

/* The time of the clause, counted from the anchor; months from its first day, so that a short month
 * on the way takes nothing away. NULL where the clause says none, but for another limit. */
static char *
dup_counted (const CopilClause *clause, const Anchor *anchor)
{
  gint64 number = is_before (clause) ? -clause->number : clause->number;
  g_autofree char *date = anchor_dup_date (anchor);

  if (clause->number <= 0)
    return clause->limit_day > 0 && clause->limit_month > 0 ? NULL : g_steal_pointer (&date);
  if (is (clause->unit, "days"))
    return copil_day_add (date, (int)CLAMP (number, -36500, 36500));
  return copil_date_add_months (anchor->base,
                                12 * (gint64)anchor->years +
                                    (is (clause->unit, "years") ? 12 * number : number));
}

/* The day of the year that is another limit: the last one before the anchor, or the next one after
 * it. "named" is the day that the convention names. */
static char *
dup_limit (const CopilClause *clause, const char *anchor, char **named)
{
  int year = (int)g_ascii_strtoll (anchor, NULL, 10), month = (int)clause->limit_month;
  gboolean before = is_before (clause);

  if (clause->limit_day < 1 || month < 1 || month > 12)
    return NULL;
  for (int n = 0; n < 2; n++)
    {
      int in = before ? year - n : year + n;
      int days = g_date_get_days_in_month ((GDateMonth)month, (GDateYear)in);
      g_autofree char *day =
          g_strdup_printf ("%04d-%02d-%02d", in, month, MIN ((int)clause->limit_day, days));
      int order = strcmp (day, anchor);

      if (before ? order >= 0 : order <= 0)
        continue;
      *named = g_strdup (day);
      return is (clause->limit_rule, "before") ? copil_day_add (day, -1) : g_strdup (day);
    }
  return NULL;
}

static char *
dup_reckoning (const Reckoning *reckoning, const Anchor *anchor, const char *counted,
               const char *limit, const char *named)
{
  const CopilClause *clause = reckoning->clause;
  g_autofree char *date = anchor_dup_date (anchor);
  g_autofree char *from = copil_clause_dup_anchor (
      clause, reckoning->facts, date, anchor->years != 0 && !is (clause->counted_from, "date"));
  GString *words = g_string_new (from);

  if (clause->number > 0)
    {
      g_autofree char *span = copil_span_dup_words (clause->number, clause->unit);
      g_autofree char *day = copil_date_format (counted);

      g_string_append_printf (words, " %s %s = %s", is_before (clause) ? "−" : "+", span, day);
    }
  if (limit)
    {
      g_autofree char *day = copil_date_format (limit), *name = copil_date_format (named);

      g_string_append (words, counted ? _ ("; or ") : ", ");
      if (is (clause->limit_rule, "before"))
        /* Translators: the day that the convention names, the last day in time */
        g_string_append_printf (words, _ ("before %s, that is by %s"), name, day);
      else
        g_string_append_printf (words, _ ("by %s"), day);
      if (counted)
        g_string_append (words, _ ("; the earlier of both counts"));
    }
  return g_string_free (words, FALSE);
}

/* « fait le 27/12/2028 par ECTI (courrier du 20 décembre) » */
static char *
dup_fulfilled (const CopilFulfilment *fulfilment)
{
  g_autofree char *day = copil_date_format (fulfilment->done);
  GString *words = g_string_new (NULL);

  if (is_set (day) && is_set (fulfilment->who))
    /* Translators: a date, who did it */
    g_string_append_printf (words, _ ("done on %s by %s"), day, fulfilment->who);
  else if (is_set (day))
    g_string_append_printf (words, _ ("done on %s"), day);
  else if (is_set (fulfilment->who))
    g_string_append_printf (words, _ ("done by %s"), fulfilment->who);
  else
    g_string_append (words, _ ("done"));
  if (is_set (fulfilment->proof))
    g_string_append_printf (words, " (%s)", fulfilment->proof);
  return g_string_free (words, FALSE);
}

/* A meeting within the days that the deadline covers answers it: held, it is done. */
static void
answer_by_meeting (CopilDeadline *deadline, const CopilClauseFacts *facts, const char *after,
                   const char *until, gboolean wants_public, const char *today)
{
  for (guint i = 0; i < facts->n_meetings; i++)
    {
      const CopilOccasion *meeting = &facts->meetings[i];
      gboolean held = strcmp (meeting->date, today) <= 0;
      g_autofree char *day = NULL;

      if ((wants_public ? !is (meeting->name, "public") : !is_committee (meeting)) ||
          strcmp (meeting->date, after) <= 0 || strcmp (meeting->date, until) > 0)
        continue;
      day = copil_date_format (meeting->date);
      deadline->fulfilled = g_strdup_printf (held ? _ ("held on %s") : _ ("planned on %s"), day);
      if (held)
        deadline->state = COPIL_DEADLINE_DONE;
      return;
    }
}

static void
answer (CopilDeadline *deadline, const Reckoning *reckoning, guint place, const char *previous)
{
  const CopilClauseFacts *facts = reckoning->facts;
  const CopilClause *clause = reckoning->clause;
  g_autofree char *after = NULL, *until = NULL;

  for (guint i = 0; i < facts->n_fulfilments; i++)
    {
      const CopilFulfilment *fulfilment = &facts->fulfilments[i];

      if (fulfilment->clause != clause->id || !is (fulfilment->due, deadline->date))
        continue;
      deadline->state = COPIL_DEADLINE_DONE;
      deadline->fulfilment = fulfilment->id;
      deadline->fulfilled = dup_fulfilled (fulfilment);
      return;
    }
  if (is (clause->sort, "meeting"))
    {
      after = previous           ? g_strdup (previous)
              : reckoning->start ? copil_day_add (reckoning->start, -1)
                                 : copil_date_add_months (deadline->date, -12);
      answer_by_meeting (deadline, facts, after, deadline->date, FALSE, reckoning->today);
    }
  else if (is (clause->sort, "public_meeting") && is (clause->counted_from, "meeting"))
    {
      const Anchor *anchors = (const Anchor *)(void *)reckoning->anchors->data;

      after = copil_day_add (anchors[place].base, -1);
      until = place + 1 < reckoning->anchors->len ? copil_day_add (anchors[place + 1].base, -1)
                                                  : copil_date_add_months (after, 12);
      answer_by_meeting (deadline, facts, after, until, TRUE, reckoning->today);
    }
}

/* A clause that only says what the convention's own dates are. */
static gboolean
says_only_the_end (const CopilClause *clause)
{
  return (is (clause->sort, "term") || is (clause->sort, "renewal")) && clause->number <= 0 &&
         clause->limit_day <= 0;
}

/* The next period's day to speak matters only once this one's is over; a day for opposing that
 * nobody took is then nothing that was missed. Takes the deadline. */
static void
add_next_period (GPtrArray *deadlines, CopilDeadline *deadline)
{
  CopilDeadline *last = deadlines->len ? deadlines->pdata[deadlines->len - 1] : NULL;

  if (last && last->state == COPIL_DEADLINE_DUE)
    {
      copil_deadline_free (deadline);
      return;
    }
  if (last && last->state == COPIL_DEADLINE_PAST && is (last->sort, "notice"))
    g_ptr_array_set_size (deadlines, (int)deadlines->len - 1);
  g_ptr_array_add (deadlines, deadline);
}

GPtrArray *
copil_clause_get_deadlines (const CopilClause *clause, const CopilClauseFacts *facts,
                            const char *today)
{
  GPtrArray *deadlines = g_ptr_array_new_with_free_func ((GDestroyNotify)copil_deadline_free);
  const CopilTerm *term = &facts->term;
  const char *start = is_set (term->effective) ? term->effective : term->signed_on;
  Reckoning reckoning = { .clause = clause, .facts = facts, .today = today };
  g_autofree char *end = copil_term_get_end (term, today, NULL), *previous = NULL;

  if (says_only_the_end (clause))
    return deadlines;
  reckoning.start = start && copil_date_is_valid (start) ? start : NULL;
  reckoning.end = end && copil_date_is_valid (end) ? end : NULL;
  reckoning.anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));
  g_array_set_clear_func (reckoning.anchors, anchor_clear);
  add_anchors (&reckoning);
  for (guint i = 0; i < reckoning.anchors->len; i++)
    {
      const Anchor *anchor = &g_array_index (reckoning.anchors, Anchor, i);
      g_autofree char *date = anchor_dup_date (anchor), *counted = dup_counted (clause, anchor);
      g_autofree char *named = NULL, *limit = dup_limit (clause, date, &named);
      const char *due = counted && limit ? (strcmp (counted, limit) <= 0 ? counted : limit)
                        : counted        ? counted
                                         : limit;
      CopilDeadline *deadline;

      if (!due || !copil_date_is_valid (due))
        continue;
      deadline = copil_deadline_new (
          due,
          is_set (clause->title) ? clause->title
                                 : copil_field_get_option_label (
                                       copil_kind_get_field (copil_kind_get ("clause"), "sort"),
                                       is_set (clause->sort) ? clause->sort : "other"),
          clause->article, "clause", clause->id, copil_deadline_state_for (NULL, due, today));
      deadline->clause = clause->id;
      deadline->sort = g_strdup (is_set (clause->sort) ? clause->sort : "other");
      deadline->reckoning = dup_reckoning (&reckoning, anchor, counted, limit, named);
      answer (deadline, &reckoning, i, previous);
      g_free (previous);
      previous = g_strdup (due);
      if (i > 0 && is (clause->counted_from, "expiry") && strcmp (anchor->base, reckoning.end) > 0)
        add_next_period (deadlines, deadline);
      else
        g_ptr_array_add (deadlines, deadline);
    }
  g_array_unref (reckoning.anchors);
  copil_deadlines_sort (deadlines);
  return deadlines;
}

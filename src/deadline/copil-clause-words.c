/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-clause-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-day.h"
#include "copil-value.h"

char *
copil_span_dup_words (gint64 number, const char *unit)
{
  gulong n = (gulong)number;

  if (g_strcmp0 (unit, "days") == 0)
    return g_strdup_printf (ngettext ("%lu day", "%lu days", n), n);
  if (g_strcmp0 (unit, "years") == 0)
    return g_strdup_printf (ngettext ("%lu year", "%lu years", n), n);
  if (n > 12 && n % 12 == 0)
    return g_strdup_printf (ngettext ("%lu year", "%lu years", n / 12), n / 12);
  return g_strdup_printf (ngettext ("%lu month", "%lu months", n), n);
}

char *
copil_article_dup_words (const char *article)
{
  if (article && (g_ascii_isdigit (*article) || strchr ("IVX", *article)))
    /* Translators: an article of the convention */
    return g_strdup_printf (_ ("article %s"), article);
  return g_strdup (article);
}

static const char *
get_anchor_name (const CopilClause *clause, gboolean again)
{
  const char *from = clause->counted_from;

  if (g_strcmp0 (from, "signature") == 0)
    return again ? _ ("anniversary of the signature") : C_ ("counted from", "signature");
  if (g_strcmp0 (from, "effect") == 0)
    return again ? _ ("anniversary of the day of effect") : C_ ("counted from", "day of effect");
  if (g_strcmp0 (from, "expiry") == 0)
    return again ? _ ("anniversary of the expiry") : C_ ("counted from", "expiry");
  if (g_strcmp0 (from, "meeting") == 0)
    return C_ ("counted from", "meeting of the committee");
  if (g_strcmp0 (from, "year_end") == 0)
    return C_ ("counted from", "end of the year");
  if (g_strcmp0 (from, "school_year_end") == 0)
    return C_ ("counted from", "end of the school year");
  if (g_strcmp0 (from, "fiscal_year_end") == 0)
    return C_ ("counted from", "end of the fiscal year");
  if (g_strcmp0 (from, "event") == 0)
    return clause->event ? clause->event : "–";
  return C_ ("counted from", "fixed date");
}

char *
copil_clause_dup_anchor (const CopilClause *clause, const CopilClauseFacts *facts, const char *date,
                         gboolean again)
{
  g_autofree char *day = copil_date_format (date), *article = NULL;
  const char *name = get_anchor_name (clause, again);

  if (g_strcmp0 (clause->counted_from, "expiry") == 0 && !again && facts->term_article)
    {
      article = copil_article_dup_words (facts->term_article);
      return g_strdup_printf ("%s (%s, %s)", day, name, article);
    }
  return g_strdup_printf ("%s (%s)", day, name);
}

/* "1 July", in full as dates are. */
static char *
dup_day_of_year (const CopilClause *clause)
{
  g_autofree char *date =
      g_strdup_printf ("2000-%02d-%02d", (int)CLAMP (clause->limit_month, 1, 12),
                       (int)CLAMP (clause->limit_day, 1, 31));
  char *day = copil_date_format_long (date);

  if (g_str_has_suffix (day, " 2000"))
    day[strlen (day) - strlen (" 2000")] = '\0';
  return day;
}

char *
copil_clause_dup_rule (const CopilClause *clause)
{
  GString *rule = g_string_new (NULL);

  if (!clause->counted_from || !*clause->counted_from)
    {
      g_string_free (rule, TRUE);
      return NULL;
    }
  if (clause->number > 0)
    {
      g_autofree char *span = copil_span_dup_words (clause->number, clause->unit);

      g_string_append_printf (rule,
                              g_strcmp0 (clause->direction, "before") == 0
                                  /* Translators: how long, what it is counted from */
                                  ? _ ("%s before: %s")
                                  : _ ("%s after: %s"),
                              span, get_anchor_name (clause, FALSE));
    }
  else
    g_string_append (rule, get_anchor_name (clause, FALSE));
  if (clause->limit_day > 0 && clause->limit_month > 0)
    {
      g_autofree char *day = dup_day_of_year (clause);

      g_string_append (rule, ", ");
      g_string_append_printf (rule,
                              g_strcmp0 (clause->limit_rule, "before") == 0
                                  /* Translators: a day and its month, as "1 July" */
                                  ? _ ("before %s")
                                  : _ ("by %s"),
                              day);
    }
  if (clause->recurrence && !g_str_equal (clause->recurrence, "none"))
    g_string_append_printf (
        rule, ", %s",
        g_str_equal (clause->recurrence, "meeting")       ? C_ ("how often", "at each meeting")
        : g_str_equal (clause->recurrence, "school_year") ? C_ ("how often", "each school year")
                                                          : C_ ("how often", "each year"));
  return g_string_free (rule, FALSE);
}

char *
copil_clause_dup_wanting (const CopilClause *clause, const CopilClauseFacts *facts)
{
  const char *from = clause->counted_from;
  g_autoptr (GPtrArray) found = NULL;

  if (!from || !*from)
    return NULL;
  found = copil_clause_get_deadlines (clause, facts, copil_today ());
  if (found->len > 0)
    return NULL;
  if (g_str_equal (from, "event"))
    /* Translators: the name of an event */
    return g_strdup_printf (_ ("Waits for the day of: %s"), clause->event ? clause->event : "–");
  if (g_str_equal (from, "meeting"))
    return g_strdup (_ ("Waits for a meeting of the committee"));
  return g_strdup (_ ("Waits for the dates of the convention"));
}

char *
copil_term_dup_reckoning (const CopilTerm *term, const char *today)
{
  guint renewals = 0;
  g_autofree char *end = copil_term_get_end (term, today, &renewals), *last = NULL;
  gboolean effective = term->effective && *term->effective;
  GString *words;

  if (!end || !copil_date_is_valid (end))
    return NULL;
  last = copil_date_format (end);
  words = g_string_new (NULL);
  if (term->expires && *term->expires)
    {
      g_autofree char *day = copil_date_format (term->expires);
      g_string_append_printf (words, "%s (%s)", day, C_ ("counted from", "date of the expiry"));
    }
  else
    {
      g_autofree char *day = copil_date_format (effective ? term->effective : term->signed_on);
      g_autofree char *span = copil_span_dup_words (term->duration_months, "months");

      g_string_append_printf (words, "%s (%s) + %s", day,
                              effective ? C_ ("counted from", "day of effect")
                                        : C_ ("counted from", "signature"),
                              span);
    }
  if (renewals > 0)
    {
      g_autofree char *span =
          copil_span_dup_words (term->renewal_months > 0 ? term->renewal_months : 12, "months");

      /* Translators: how many tacit renewals, how long each is */
      g_string_append_printf (words,
                              ngettext (" + %u renewal of %s", " + %u renewals of %s", renewals),
                              renewals, span);
    }
  if (renewals > 0 || !(term->expires && *term->expires))
    g_string_append_printf (words, " = %s", last);
  return g_string_free (words, FALSE);
}

GPtrArray *
copil_term_list_periods (const CopilTerm *term, const char *today)
{
  GPtrArray *periods = g_ptr_array_new_with_free_func (g_free);
  const char *start = term->effective && *term->effective ? term->effective : term->signed_on;
  g_autofree char *from = g_strdup (start), *last = copil_term_get_end (term, today, NULL);

  while (from && last && strcmp (from, last) <= 0 && copil_date_is_valid (from) &&
         periods->len < COPIL_CLAUSE_MOST)
    {
      g_autofree char *end = copil_term_get_end (term, from, NULL);
      g_autofree char *first = copil_date_format (from), *final = copil_date_format (end);

      if (!end || !copil_date_is_valid (end))
        break;
      /* Translators: the first and the last day of a period */
      g_ptr_array_add (periods, g_strdup_printf (_ ("%s to %s"), first, final));
      g_free (from);
      from = copil_day_add (end, 1);
    }
  return periods;
}

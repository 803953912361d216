/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-when.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-fold.h"
#include "copil-value.h"

/* So many days are said in days, so many months in months. */
#define MOST_DAYS 60
#define MOST_MONTHS 24

static char *
fold (const char *text)
{
  char *folded = copil_fold (text);

  return folded ? g_strstrip (folded) : g_strdup ("");
}

static char *
format_date (const GDate *date)
{
  g_autofree char *text =
      g_strdup_printf ("%04d-%02d-%02d", (int)g_date_get_year (date), (int)g_date_get_month (date),
                       (int)g_date_get_day (date));

  return copil_date_is_valid (text) ? g_steal_pointer (&text) : NULL;
}

/* Day 0 is the last one of the month. NULL where there is no such day. */
static char *
make_date (int year, guint month, guint day)
{
  GDate date;

  if (month < 1 || month > 12 || year < 1 || year > COPIL_DATE_LAST_YEAR)
    return NULL;
  if (day == 0)
    day = g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year);
  if (day > 31 || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return format_date (&date);
}

/* The next one, "from" included; 29 February can be eight years away. */
static char *
find_next (const char *from, guint month, guint day)
{
  int year = (int)g_ascii_strtoll (from, NULL, 10);

  for (int i = 0; i <= 8; i++)
    {
      g_autofree char *date = make_date (year + i, month, day);

      if (date && strcmp (date, from) >= 0)
        return g_steal_pointer (&date);
    }
  return NULL;
}

static char *
add (const char *from, guint n, char unit)
{
  GDate date;

  if (unit == 'm' || unit == 'a' || unit == 'y')
    {
      g_autofree char *later = copil_date_add_months (from, (int)n * (unit == 'm' ? 1 : 12));

      return copil_date_is_valid (later) ? g_steal_pointer (&later) : NULL;
    }
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)g_ascii_strtoull (from + 8, NULL, 10),
                  (GDateMonth)g_ascii_strtoull (from + 5, NULL, 10),
                  (GDateYear)g_ascii_strtoull (from, NULL, 10));
  g_date_add_days (&date, unit == 's' || unit == 'w' ? n * 7 : n);
  return format_date (&date);
}

/* The words matched by the parts of a form; NULL where the text is not of it. */
static char **
match (GRegex *form, const char *text)
{
  g_autoptr (GMatchInfo) info = NULL;

  return g_regex_match (form, text, 0, &info) ? g_match_info_fetch_all (info) : NULL;
}

static const char *
get_part (char **parts, guint n)
{
  return n < g_strv_length (parts) ? parts[n] : "";
}

guint
copil_when_find_month (const char *word)
{
  static const char *const names[][2] = {
    { "janvier", "january" }, { "fevrier", "february" },  { "mars", "march" },
    { "avril", "april" },     { "mai", "may" },           { "juin", "june" },
    { "juillet", "july" },    { "aout", "august" },       { "septembre", "september" },
    { "octobre", "october" }, { "novembre", "november" }, { "decembre", "december" }
  };
  g_autofree char *plain = g_str_to_ascii (word, "C");
  g_autofree char *lower = g_ascii_strdown (plain, -1);

  if (strlen (lower) < 3 || g_str_equal (lower, "jui"))
    return 0;
  for (guint month = 0; month < 12; month++)
    for (guint language = 0; language < 2; language++)
      if (g_str_has_prefix (names[month][language], lower))
        return month + 1;
  return 0;
}

char *
copil_when_parse (const char *typed, const char *from, gboolean start)
{
  static GRegex *later, *day_month, *day_word, *end_month, *end_year;
  static gsize once;
  g_autofree char *text = fold (typed);
  int year;

  if (!from || !copil_date_is_valid (from))
    return NULL;
  if (g_once_init_enter (&once))
    {
      later = g_regex_new ("^(?:\\+|dans\\s|in\\s)\\s*(\\d{1,3})\\s*(?:(j|d)(?:ours?|ays?)?|"
                           "(s|w)(?:em(?:aines?)?|eeks?)?|(m)(?:ois|onths?)?|"
                           "(a|y)(?:ns?|nnees?|ears?)?)$",
                           0, 0, NULL);
      day_month = g_regex_new ("^(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})$", 0, 0, NULL);
      day_word = g_regex_new ("^(?:(\\d{1,2})\\s*(?:er)?\\s+)?([a-z]+)\\.?$", 0, 0, NULL);
      end_month = g_regex_new ("^(?:fin|end|end of)\\s+([a-z]+)\\.?(?:\\s+(\\d{4}))?$", 0, 0, NULL);
      end_year = g_regex_new ("^(?:fin|end|end of)\\s+(\\d{4})$", 0, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  year = (int)g_ascii_strtoll (from, NULL, 10);
  if (g_str_equal (text, "aujourd'hui") || g_str_equal (text, "today"))
    return g_strdup (from);
  if (g_str_equal (text, "demain") || g_str_equal (text, "tomorrow"))
    return add (from, 1, 'd');
  if (g_str_equal (text, "fin du mois") || g_str_equal (text, "end of the month"))
    return make_date (year, (guint)g_ascii_strtoull (from + 5, NULL, 10), 0);
  if (g_str_equal (text, "fin d'annee") || g_str_equal (text, "fin de l'annee") ||
      g_str_equal (text, "end of the year"))
    return make_date (year, 12, 31);
  {
    g_auto (GStrv) parts = match (later, text);

    if (parts)
      for (guint unit = 2; unit <= 5; unit++)
        if (*get_part (parts, unit))
          return add (from, (guint)g_ascii_strtoull (parts[1], NULL, 10), parts[unit][0]);
  }
  {
    g_auto (GStrv) parts = match (day_month, text);
    guint day = parts ? (guint)g_ascii_strtoull (parts[1], NULL, 10) : 0;

    if (day)
      return find_next (from, (guint)g_ascii_strtoull (parts[2], NULL, 10), day);
  }
  {
    g_auto (GStrv) parts = match (end_year, text);

    if (parts)
      return make_date ((int)g_ascii_strtoll (parts[1], NULL, 10), 12, 31);
  }
  {
    g_auto (GStrv) parts = match (end_month, text);
    guint month = parts ? copil_when_find_month (parts[1]) : 0;

    if (month && *get_part (parts, 2))
      return make_date ((int)g_ascii_strtoll (parts[2], NULL, 10), month, 0);
    if (month)
      return find_next (from, month, 0);
  }
  {
    g_auto (GStrv) parts = match (day_word, text);
    guint month = parts ? copil_when_find_month (parts[2]) : 0;

    if (month && *parts[1] && g_ascii_strtoull (parts[1], NULL, 10) == 0)
      return NULL;
    if (month && start && !*parts[1])
      {
        /* The month that is not over. */
        g_autofree char *last = find_next (from, month, 0);

        return last ? make_date ((int)g_ascii_strtoll (last, NULL, 10), month, 1) : NULL;
      }
    if (month)
      return find_next (from, month, (guint)g_ascii_strtoull (parts[1], NULL, 10));
  }
  return NULL;
}

static gboolean
read_date (GDate *date, const char *text)
{
  g_date_clear (date, 1);
  if (!text || !copil_date_is_valid (text))
    return FALSE;
  g_date_set_dmy (date, (GDateDay)g_ascii_strtoull (text + 8, NULL, 10),
                  (GDateMonth)g_ascii_strtoull (text + 5, NULL, 10),
                  (GDateYear)g_ascii_strtoull (text, NULL, 10));
  return TRUE;
}

int
copil_when_count_months (const char *from, const char *to)
{
  GDate first, last;
  int months;
  g_autofree char *reached = NULL;

  if (!read_date (&first, from) || !read_date (&last, to) || g_date_compare (&first, &last) > 0)
    return 0;
  months = ((int)g_date_get_year (&last) - (int)g_date_get_year (&first)) * 12 +
           (int)g_date_get_month (&last) - (int)g_date_get_month (&first);
  reached = copil_date_add_months (from, months);
  return reached && strcmp (reached, to) > 0 ? months - 1 : months;
}

char *
copil_when_format (const char *date, const char *from)
{
  GDate day, start;
  int days, n, months, years;

  if (!read_date (&day, date) || !read_date (&start, from))
    return g_strdup ("");
  days = g_date_days_between (&start, &day);
  n = ABS (days);
  months = days > 0 ? copil_when_count_months (from, date) : copil_when_count_months (date, from);
  years = months / 12;
  if (days == 0)
    return g_strdup (_ ("today"));
  if (days == 1)
    return g_strdup (_ ("tomorrow"));
  if (days == -1)
    return g_strdup (_ ("yesterday"));
  if (n <= MOST_DAYS || months < 2)
    return g_strdup_printf (days > 0 ? ngettext ("in %d day", "in %d days", (gulong)n)
                                     : ngettext ("%d day ago", "%d days ago", (gulong)n),
                            n);
  if (months <= MOST_MONTHS)
    return g_strdup_printf (days > 0 ? ngettext ("in %d month", "in %d months", (gulong)months)
                                     : ngettext ("%d month ago", "%d months ago", (gulong)months),
                            months);
  return g_strdup_printf (days > 0 ? ngettext ("in %d year", "in %d years", (gulong)years)
                                   : ngettext ("%d year ago", "%d years ago", (gulong)years),
                          years);
}

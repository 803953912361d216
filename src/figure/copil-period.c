/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-period.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-value.h"

static const char *const names[] = {
  "year", "school_year", "semester", "quarter", "month", "once"
};

/* The first month of the (school) year, and how many months a period has. */
static const struct
{
  int first, length;
} shapes[] = { { 1, 12 }, { 9, 12 }, { 1, 6 }, { 1, 3 }, { 1, 1 } };

/* The period of so many months that begins on the first day of a month counted from 1; FALSE
 * outside the years 1 to 9999. */
static gboolean
period_set (CopilPeriod *period, CopilPeriodicity periodicity, int year, int month)
{
  int last = month + shapes[periodicity].length - 1;
  int end_year = year + (last - 1) / 12, end_month = (last - 1) % 12 + 1;

  if (year < 1 || end_year > 9999)
    return FALSE;
  *period = (CopilPeriod){ .periodicity = periodicity };
  g_snprintf (period->start, sizeof period->start, "%04d-%02d-01", year, month);
  g_snprintf (period->end, sizeof period->end, "%04d-%02d-%02d", end_year, end_month,
              g_date_get_days_in_month ((GDateMonth)end_month, (GDateYear)end_year));
  return TRUE;
}

static void
period_split (const CopilPeriod *period, int *year, int *month)
{
  *year = (int)g_ascii_strtoll (period->start, NULL, 10);
  *month = (int)g_ascii_strtoll (period->start + 5, NULL, 10);
}

static gboolean
period_move (const CopilPeriod *period, int by, CopilPeriod *moved)
{
  int year, month, months;

  if (period->periodicity == COPIL_PERIODICITY_ONCE)
    return FALSE;
  period_split (period, &year, &month);
  months = year * 12 + month - 1 + by * shapes[period->periodicity].length;
  return period_set (moved, period->periodicity, months / 12, months % 12 + 1);
}

CopilPeriodicity
copil_periodicity_from_name (const char *name)
{
  for (guint i = 0; name && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return (CopilPeriodicity)i;
  return COPIL_PERIODICITY_YEAR;
}

gboolean
copil_period_at (CopilPeriodicity periodicity, const char *date, CopilPeriod *period)
{
  int year, month, first, length;

  if (!date || !copil_date_is_valid (date))
    return FALSE;
  if (periodicity == COPIL_PERIODICITY_ONCE)
    {
      *period = (CopilPeriod){ periodicity, "0001-01-01", "9999-12-31" };
      return TRUE;
    }
  year = (int)g_ascii_strtoll (date, NULL, 10);
  month = (int)g_ascii_strtoll (date + 5, NULL, 10);
  first = shapes[periodicity].first;
  length = shapes[periodicity].length;
  if (month < first)
    year--, month += 12;
  month = first + (month - first) / length * length;
  return period_set (period, periodicity, year, month);
}

gboolean
copil_period_next (const CopilPeriod *period, CopilPeriod *next)
{
  return period_move (period, 1, next);
}

gboolean
copil_period_previous (const CopilPeriod *period, CopilPeriod *previous)
{
  return period_move (period, -1, previous);
}

gboolean
copil_period_has (const CopilPeriod *period, const char *date)
{
  return date && strcmp (date, period->start) >= 0 && strcmp (date, period->end) <= 0;
}

gboolean
copil_period_is_future (const CopilPeriod *period, const char *today)
{
  return strcmp (period->start, today) > 0;
}

gboolean
copil_period_is_due (const CopilPeriod *period, const char *today)
{
  return strcmp (period->end, today) < 0;
}

char *
copil_period_get_label (const CopilPeriod *period)
{
  static const char *const months[] = { N_ ("January"), N_ ("February"), N_ ("March"),
                                        N_ ("April"),   N_ ("May"),      N_ ("June"),
                                        N_ ("July"),    N_ ("August"),   N_ ("September"),
                                        N_ ("October"), N_ ("November"), N_ ("December") };
  int year, month;

  period_split (period, &year, &month);
  switch (period->periodicity)
    {
    case COPIL_PERIODICITY_SCHOOL_YEAR:
      return g_strdup_printf ("%d-%d", year, year + 1);
    case COPIL_PERIODICITY_SEMESTER:
      /* Translators: the first or second half of a year, "S1 2022" */
      return g_strdup_printf (_ ("S%d %d"), month / 6 + 1, year);
    case COPIL_PERIODICITY_QUARTER:
      /* Translators: a quarter of a year, "Q3 2022" */
      return g_strdup_printf (_ ("Q%d %d"), month / 3 + 1, year);
    case COPIL_PERIODICITY_MONTH:
      return g_strdup_printf ("%s %d", _ (months[month - 1]), year);
    case COPIL_PERIODICITY_ONCE:
      /* Translators: the only period of an indicator that is observed once */
      return g_strdup (C_ ("period", "Once"));
    case COPIL_PERIODICITY_YEAR:
    default:
      return g_strdup_printf ("%d", year);
    }
}

GArray *
copil_period_list (CopilPeriodicity periodicity, const char *from, const char *to)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (CopilPeriod));
  CopilPeriod period;

  if (!to || !copil_period_at (periodicity, from, &period))
    return periods;
  while (strcmp (period.start, to) <= 0 && periods->len < COPIL_PERIODS_MAX)
    {
      g_array_append_val (periods, period);
      if (!copil_period_next (&period, &period))
        break;
    }
  return periods;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-day.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
read_date (const char *date, GDate *day)
{
  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay)g_ascii_strtoull (date + 8, NULL, 10),
                  (GDateMonth)g_ascii_strtoull (date + 5, NULL, 10),
                  (GDateYear)g_ascii_strtoull (date, NULL, 10));
}

char *
copil_day_add (const char *date, int days)
{
  GDate day;

  read_date (date, &day);
  if (days < 0)
    g_date_subtract_days (&day, (guint)-days);
  else
    g_date_add_days (&day, (guint)days);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day), g_date_get_month (&day),
                          g_date_get_day (&day));
}

/* Easter Sunday of the Gregorian calendar, by the rule of Meeus. */
static void
set_easter (GDate *day, int year)
{
  int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  int g = (8 * b + 13) / 25, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  int month = (h + l - 7 * m + 114) / 31, number = (h + l - 7 * m + 114) % 31 + 1;

  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay)number, (GDateMonth)month, (GDateYear)year);
}

const char *
copil_day_get_holiday (const char *date)
{
  static const struct
  {
    const char *day; /* of the year */
    const char *name;
  } fixed[] = { { "01-01", N_ ("New Year’s Day") }, { "05-01", N_ ("Labour Day") },
                { "05-08", N_ ("Victory Day") },    { "07-14", N_ ("Bastille Day") },
                { "08-15", N_ ("Assumption Day") }, { "11-01", N_ ("All Saints’ Day") },
                { "11-11", N_ ("Armistice Day") },  { "12-25", N_ ("Christmas Day") } };
  static const struct
  {
    int after; /* Easter Sunday, in days */
    const char *name;
  } moving[] = { { 1, N_ ("Easter Monday") },
                 { 39, N_ ("Ascension Day") },
                 { 50, N_ ("Whit Monday") } };
  GDate day, easter;

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (g_str_equal (date + 5, fixed[i].day))
      return _ (fixed[i].name);
  read_date (date, &day);
  set_easter (&easter, g_date_get_year (&day));
  for (guint i = 0; i < G_N_ELEMENTS (moving); i++)
    if (g_date_days_between (&easter, &day) == moving[i].after)
      return _ (moving[i].name);
  return NULL;
}

char *
copil_day_dup_note (const char *date)
{
  const char *holiday = copil_day_get_holiday (date);
  const char *weekend = NULL;
  GDate day;

  read_date (date, &day);
  if (g_date_get_weekday (&day) == G_DATE_SATURDAY)
    weekend = _ ("a Saturday");
  else if (g_date_get_weekday (&day) == G_DATE_SUNDAY)
    weekend = _ ("a Sunday");
  if (holiday && weekend)
    /* Translators: "a Saturday", the name of a public holiday */
    return g_strdup_printf (_ ("%s and a public holiday (%s)"), weekend, holiday);
  if (holiday)
    /* Translators: the name of a public holiday */
    return g_strdup_printf (_ ("a public holiday (%s)"), holiday);
  return g_strdup (weekend);
}

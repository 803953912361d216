/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-value.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "copil-fold.h"
#include "copil-french.h"
#include "copil-legible.h"
#include "copil-rules.h"
#include "copil-share.h"
#include "copil-when.h"

G_DEFINE_QUARK (copil - value - error - quark, copil_value_error)

static char *
fail (GError **error, const char *message, const char *typed)
{
  g_set_error (error, COPIL_VALUE_ERROR, COPIL_VALUE_ERROR_INVALID, message, typed);
  return NULL;
}

static gboolean
date_from_parts (guint64 year, guint64 month, guint64 day, char **date)
{
  g_autofree char *text = NULL;

  if (year > 9999 || month < 1 || month > 12 || day > 31)
    return FALSE;
  if (day == 0 && year > 0)
    day = g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year);
  text = g_strdup_printf ("%04d-%02d-%02d", (int)year, (int)month, (int)day);
  if (!copil_date_is_valid (text))
    return FALSE;
  *date = g_steal_pointer (&text);
  return TRUE;
}

static guint64
full_year (guint64 year, gsize digits)
{
  return digits <= 2 ? 2000 + year : year;
}

static char *
parse_date (const char *typed, const char *from, gboolean start, GError **error)
{
  static GRegex *iso, *numeric, *words, *month_year, *year;
  static gsize once;
  g_autoptr (GMatchInfo) match = NULL;
  char *date = NULL;

  if (g_once_init_enter (&once))
    {
      iso = g_regex_new ("^(\\d{4})-(\\d{1,2})-(\\d{1,2})$", 0, 0, NULL);
      numeric = g_regex_new ("^(\\d{1,2})\\s*[/. -]\\s*(\\d{1,2})\\s*[/. -]\\s*(\\d{4}|\\d{2})$", 0,
                             0, NULL);
      words = g_regex_new ("^(?:(\\d{1,2})\\s*(?:er)?\\s+)?(\\p{L}+)\\.?\\s+(\\d{4})$",
                           G_REGEX_CASELESS, 0, NULL);
      month_year = g_regex_new ("^(\\d{1,2})\\s*[/.-]\\s*(\\d{4})$", 0, 0, NULL);
      year = g_regex_new ("^(\\d{4})$", 0, 0, NULL);
      g_once_init_leave (&once, 1);
    }

  const struct
  {
    GRegex *regex;
    int year, month, day;
  } forms[] = { { iso, 1, 2, 3 },
                { numeric, 3, 2, 1 },
                { words, 3, 2, 1 },
                { month_year, 2, 1, 0 },
                { year, 1, 0, 0 } };
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      guint64 parts[3] = { 0, start ? 1 : 12, start ? 1 : 0 };
      const int places[3] = { forms[i].year, forms[i].month, forms[i].day };

      g_clear_pointer (&match, g_match_info_free);
      if (!g_regex_match (forms[i].regex, typed, 0, &match))
        continue;
      for (guint p = 0; p < 3; p++)
        if (places[p])
          {
            g_autofree char *text = g_match_info_fetch (match, places[p]);

            if (!*text)
              continue;
            if (forms[i].regex == words && p == 1)
              parts[p] = copil_when_find_month (text);
            else if (p == 0)
              parts[p] = full_year (g_ascii_strtoull (text, NULL, 10), strlen (text));
            else
              parts[p] = g_ascii_strtoull (text, NULL, 10);
            if (p == 2 && parts[p] == 0)
              parts[p] = 99; /* a day "0" is no day, and must not mean the last one */
          }
      if (date_from_parts (parts[0], parts[1], parts[2], &date))
        return date;
      break;
    }
  date = copil_when_parse (typed, from ? from : copil_today (), start);
  if (date)
    return date;
  return fail (error, _ ("“%s” is not a date: write it as 31/12/2023, 12/2023, 2023 or +3 months."),
               typed);
}

/* "14:30", "14h30", "14 h 30", "14h", "14". */
static char *
parse_time (const char *typed, GError **error)
{
  static GRegex *form;
  static gsize once;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&once))
    {
      form =
          g_regex_new ("^(\\d{1,2})(?:\\s*[hH]\\s*(\\d{2})?|\\s*[:.]\\s*(\\d{2}))?$", 0, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  if (g_regex_match (form, typed, 0, &match))
    {
      g_autofree char *hours = g_match_info_fetch (match, 1),
                      *after_h = g_match_info_fetch (match, 2),
                      *after_colon = g_match_info_fetch (match, 3);
      const char *minutes = after_h && *after_h ? after_h : after_colon;
      guint64 hour = g_ascii_strtoull (hours, NULL, 10),
              minute = minutes ? g_ascii_strtoull (minutes, NULL, 10) : 0;

      if (hour < 24 && minute < 60)
        return g_strdup_printf ("%02d:%02d", (int)hour, (int)minute);
    }
  return fail (error, _ ("“%s” is not a time: write it as 14:30."), typed);
}

/* Leaves digits, sign and one point: takes away grouping spaces, a percent sign, and makes a
 * decimal comma a point. */
static char *
plain_number (const char *typed)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = typed; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (g_unichar_isspace (c) || c == 0x202F || c == 0xA0 || c == '%' || c == '\'' || c == 0x2019)
        continue;
      if (c == 0x2212)
        c = '-';
      g_string_append_unichar (plain, c == ',' ? '.' : c);
    }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static char *
number_to_text (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
  return g_strdup (buffer);
}

static char *
parse_number (const char *typed, gboolean integer, double minimum, double maximum, GError **error)
{
  g_autofree char *plain = plain_number (typed);
  char *end = NULL;
  double number = g_ascii_strtod (plain, &end);

  if (end == plain || *end || !isfinite (number) || strpbrk (plain, "xXnN"))
    return fail (error, _ ("“%s” is not a number."), typed);
  if (integer && number != floor (number))
    return fail (error, _ ("“%s” is not a whole number."), typed);
  if (number < minimum || number > maximum)
    return fail (error, _ ("“%s” is out of range."), typed);
  return number_to_text (number);
}

/* By what is stored, by the label that the user sees, then by the label in either language, or what
 * older tables call it. */
static char *
parse_choice (const CopilField *field, const char *typed, GError **error)
{
  g_autofree char *wanted = copil_fold_name (typed);

  for (const CopilOption *option = field->options; option && option->value; option++)
    if (g_str_equal (option->value, typed))
      return g_strdup (option->value);
  for (const CopilOption *option = field->options; option && option->value; option++)
    {
      g_autofree char *label = copil_fold_name (_ (option->label));

      if (g_str_equal (label, wanted))
        return g_strdup (option->value);
    }
  for (const CopilOption *option = field->options; option && option->value; option++)
    if (copil_label_is (option->label, typed) ||
        (option->former && copil_label_is (option->former, typed)))
      return g_strdup (option->value);
  return fail (error, _ ("“%s” is none of the choices."), typed);
}

static char *
parse_boolean (const char *typed, GError **error)
{
  static const char *const yes[] = { "1", "oui", "yes", "true", "vrai", "x", NULL };
  static const char *const no[] = { "0", "non", "no", "false", "faux", NULL };
  g_autofree char *folded = copil_fold_name (typed);

  if (g_strv_contains (yes, folded) || copil_label_is (N_ ("Yes"), typed))
    return g_strdup ("1");
  if (g_strv_contains (no, folded) || copil_label_is (N_ ("No"), typed))
    return g_strdup ("0");
  return fail (error, _ ("“%s” is neither yes nor no."), typed);
}

char *
copil_field_parse (const CopilField *field, const char *typed, GError **error)
{
  gint64 whole;
  g_autofree char *text = g_strdup (typed ? typed : "");

  if (!g_utf8_validate (text, -1, NULL))
    return fail (error, _ ("%s: the text is not in UTF-8."), copil_field_get_label (field));
  if (!copil_text_is_legible (text, -1))
    {
      g_autofree char *typed_so = g_steal_pointer (&text);
      text = copil_text_make_legible (typed_so, -1);
    }
  if (field->type == COPIL_FIELD_NOTE)
    {
      g_strchomp (text);
      return *text ? g_steal_pointer (&text) : NULL;
    }
  g_strstrip (text);
  if (!*text)
    return NULL;
  switch (field->type)
    {
    case COPIL_FIELD_INTEGER:
      /* An id has more digits than a number with a fraction can tell. */
      if (field->most == 0 && g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &whole, NULL))
        return g_strdup_printf ("%" G_GINT64_FORMAT, whole);
      return parse_number (text, TRUE, field->most > 0 ? 0 : -1e15,
                           field->most > 0 ? (double)field->most : 1e15, error);
    case COPIL_FIELD_PERCENT:
      return parse_number (text, TRUE, 0, 100, error);
    case COPIL_FIELD_NUMBER:
      return parse_number (text, FALSE, -1e300, 1e300, error);
    case COPIL_FIELD_DATE:
      return parse_date (text, NULL, (field->flags & COPIL_FIELD_START) != 0, error);
    case COPIL_FIELD_TIME:
      return parse_time (text, error);
    case COPIL_FIELD_BOOLEAN:
      return parse_boolean (text, error);
    case COPIL_FIELD_CHOICE:
      return parse_choice (field, text, error);
    case COPIL_FIELD_TEXT:
    case COPIL_FIELD_NOTE:
    case COPIL_FIELD_REFERENCE:
    case COPIL_FIELD_REFERENCES:
    default:
      return g_steal_pointer (&text);
    }
}

gboolean
copil_field_check_percent (const CopilField *field, const char *typed, const char *unit,
                           GError **error)
{
  if ((field->type != COPIL_FIELD_NUMBER && field->type != COPIL_FIELD_INTEGER) ||
      copil_unit_is_percent (unit))
    return TRUE;
  if (unit && *unit)
    g_set_error (error, COPIL_VALUE_ERROR, COPIL_VALUE_ERROR_INVALID,
                 /* Translators: what was typed ("25,5 %"), and a unit ("alternants") */
                 _ ("“%s” is a percentage, but the unit is “%s”: write the number alone."), typed,
                 unit);
  else
    g_set_error (
        error, COPIL_VALUE_ERROR, COPIL_VALUE_ERROR_INVALID,
        /* Translators: what was typed ("25,5 %") */
        _ ("“%s” is a percentage, but what is counted here is not: write the number alone."),
        typed);
  return FALSE;
}

char *
copil_field_parse_counted (const CopilField *field, const char *typed, const char *unit,
                           GError **error)
{
  if (typed && strchr (typed, '%') && !copil_field_check_percent (field, typed, unit, error))
    return NULL;
  return copil_field_parse (field, typed, error);
}

char *
copil_date_parse (const CopilField *field, const char *typed, const char *from, GError **error)
{
  g_autofree char *text = g_strdup (typed ? typed : "");

  if (!g_utf8_validate (text, -1, NULL))
    return fail (error, _ ("%s: the text is not in UTF-8."), _ ("Date"));
  g_strstrip (text);
  return *text ? parse_date (text, from, (field->flags & COPIL_FIELD_START) != 0, error) : NULL;
}

char *
copil_number_format (double number)
{
  const struct lconv *locale = localeconv ();
  char digits[64];
  g_autoptr (GString) text = g_string_new (NULL);
  char *point;
  gsize whole;

  /* Beyond that a double has no digits left, and "digits" no room. */
  if (!isfinite (number) || fabs (number) >= 1e18)
    {
      g_ascii_formatd (digits, sizeof digits, "%g", number);
      return g_strdup (digits);
    }
  number = copil_round (number, 2);
  if (number == floor (number))
    g_ascii_formatd (digits, sizeof digits, "%.0f", number);
  else
    g_ascii_formatd (digits, sizeof digits, "%.2f", number);
  point = strchr (digits, '.');
  while (point && g_str_has_suffix (point, "0"))
    point[strlen (point) - 1] = '\0';
  if (point && !point[1])
    {
      *point = '\0';
      point = NULL;
    }
  whole = point ? (gsize)(point - digits) : strlen (digits);
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && g_ascii_isdigit (digits[i - 1]) && (whole - i) % 3 == 0)
        g_string_append (text, locale->thousands_sep);
      g_string_append_c (text, digits[i]);
    }
  if (point)
    g_string_append_printf (text, "%s%s", locale->decimal_point, point + 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
copil_date_format (const char *date)
{
  if (!date || !*date)
    return g_strdup ("");
  if (!copil_date_is_valid (date))
    return g_strdup (date);
  return g_strdup_printf ("%.2s/%.2s/%.4s", date + 8, date + 5, date);
}

char *
copil_date_format_long (const char *date)
{
  static const char *const months[] = { N_ ("January"), N_ ("February"), N_ ("March"),
                                        N_ ("April"),   N_ ("May"),      N_ ("June"),
                                        N_ ("July"),    N_ ("August"),   N_ ("September"),
                                        N_ ("October"), N_ ("November"), N_ ("December") };
  guint64 day, month;

  if (!date || !*date)
    return g_strdup ("");
  if (!copil_date_is_valid (date))
    return g_strdup (date);
  day = g_ascii_strtoull (date + 8, NULL, 10);
  month = g_ascii_strtoull (date + 5, NULL, 10);
  if (day == 1)
    /* Translators: the first of a month: month, year */
    return g_strdup_printf (C_ ("date", "1 %s %.4s"), _ (months[month - 1]), date);
  return g_strdup_printf ("%d %s %.4s", (int)day, _ (months[month - 1]), date);
}

char *
copil_field_format (const CopilField *field, const char *value)
{
  if (!value)
    return g_strdup ("");
  switch (field->type)
    {
    case COPIL_FIELD_DATE:
      return copil_date_format (value);
    case COPIL_FIELD_NUMBER:
      return copil_number_format (g_ascii_strtod (value, NULL));
    case COPIL_FIELD_PERCENT:
      /* Translators: a percentage, such as "40 %" */
      return g_strdup_printf (_ ("%s%%"), value);
    case COPIL_FIELD_BOOLEAN:
      return g_strdup (g_str_equal (value, "1") ? _ ("Yes") : _ ("No"));
    case COPIL_FIELD_CHOICE:
      return g_strdup (copil_field_get_option_label (field, value));
    case COPIL_FIELD_TEXT:
    case COPIL_FIELD_NOTE:
    case COPIL_FIELD_INTEGER:
    case COPIL_FIELD_TIME:
    case COPIL_FIELD_REFERENCE:
    case COPIL_FIELD_REFERENCES:
    default:
      return g_strdup (value);
    }
}

gboolean
copil_date_is_valid (const char *date)
{
  static const char form[] = "dddd-dd-dd";
  guint64 year;

  if (!date)
    return FALSE;
  for (guint i = 0; i < sizeof form - 1; i++)
    if (form[i] == 'd' ? !g_ascii_isdigit (date[i]) : date[i] != form[i])
      return FALSE;
  if (date[sizeof form - 1])
    return FALSE;
  year = g_ascii_strtoull (date, NULL, 10);
  return year >= COPIL_DATE_FIRST_YEAR && year <= COPIL_DATE_LAST_YEAR &&
         g_date_valid_dmy ((GDateDay)g_ascii_strtoull (date + 8, NULL, 10),
                           (GDateMonth)g_ascii_strtoull (date + 5, NULL, 10), (GDateYear)year);
}

int
copil_time_get_minutes (const char *time)
{
  int hour, minute;

  if (!time || strlen (time) != 5 || time[2] != ':' || !g_ascii_isdigit (time[0]) ||
      !g_ascii_isdigit (time[1]) || !g_ascii_isdigit (time[3]) || !g_ascii_isdigit (time[4]))
    return -1;
  hour = g_ascii_digit_value (time[0]) * 10 + g_ascii_digit_value (time[1]);
  minute = g_ascii_digit_value (time[3]) * 10 + g_ascii_digit_value (time[4]);
  return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

char *
copil_date_add_months (const char *date, gint64 months)
{
  int year, month, day, last;

  if (!copil_date_is_valid (date) || months < -COPIL_DATE_MOST_MONTHS ||
      months > COPIL_DATE_MOST_MONTHS || sscanf (date, "%d-%d-%d", &year, &month, &day) != 3)
    return NULL;
  month += year * 12 - 1 + (int)months;
  year = month / 12;
  month = month % 12 + 1;
  last = g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, MIN (day, last));
}

const char *
copil_today (void)
{
  const char *given = g_getenv ("COPIL_TODAY");
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *text = NULL;

  if (given && copil_date_is_valid (given))
    return g_intern_string (given);
  now = g_date_time_new_now_local ();
  text = g_date_time_format (now, "%Y-%m-%d");
  /* A clock that is out of all time must not make each sum of dates fail. */
  return copil_date_is_valid (text) ? g_intern_string (text) : "1970-01-01";
}

int
copil_time_get_end (const char *from, const char *to)
{
  int start = copil_time_get_minutes (from), end = copil_time_get_minutes (to);

  if (start < 0 || end < 0 || start == end)
    return -1;
  return end < start ? end + 24 * 60 : end;
}

const char *
copil_now (void)
{
  const char *given = g_getenv ("COPIL_TIME"), *day = g_getenv ("COPIL_TODAY");
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *text = NULL;

  if (copil_time_get_minutes (given) >= 0)
    return g_intern_string (given);
  if (day && copil_date_is_valid (day))
    return "12:00";
  now = g_date_time_new_now_local ();
  text = g_date_time_format (now, "%H:%M");
  return g_intern_string (text);
}

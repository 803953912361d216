/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "copil-fold.h"
#include "copil-id.h"
#include "copil-french.h"
#include "copil-kind.h"
#include "copil-legible.h"
#include "copil-rules.h"
#include "copil-share.h"
#include "copil-value.h"
#include "copil-when.h"

typedef struct
{
  const char *typed, *read; /* NULL where it cannot be read */
} Reading;

static void
check_readings (const char *kind, const char *name, const Reading *readings, gsize n)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get (kind), name);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = copil_field_parse (field, readings[i].typed, &error);

      g_test_message ("%s: “%s”", name, readings[i].typed);
      g_assert_cmpstr (value, ==, readings[i].read);
      if (readings[i].read)
        g_assert_no_error (error);
      else
        g_assert_error (error, COPIL_VALUE_ERROR, COPIL_VALUE_ERROR_INVALID);
    }
}

static void
test_dates (void)
{
  static const Reading readings[] = {
    { "31/12/2023", "2023-12-31" },
    { "1/2/23", "2023-02-01" },
    { " 2023-12-31 ", "2023-12-31" },
    { "31.12.2023", "2023-12-31" },
    { "12/2023", "2023-12-31" },
    { "02/2024", "2024-02-29" },
    { "2023", "2023-12-31" },
    { "1er mars 2007", "2007-03-01" },
    { "déc. 2023", "2023-12-31" },
    { "15 AOÛT 2023", "2023-08-15" },
    { "juin 2023", "2023-06-30" },
    { "juil. 2023", "2023-07-31" },
    { "jui 2023", NULL },
    { "29/02/2023", NULL },
    { "0/12/2023", NULL },
    { "31/13/2023", NULL },
    { "1899", NULL },
    { "0/12", NULL },
    { "31/02", NULL },
    { "jamais", NULL },
    { "31/12/2023 soir", NULL },
  };
  check_readings ("engagement", "due", readings, G_N_ELEMENTS (readings));
}

/* Counted from the day of a meeting, or the next one of that name. */
/* A month or a year is its first day where something begins, its last elsewhere. */
static void
test_beginnings (void)
{
  static const char *const beginnings[][2] = { { "action", "start" },
                                               { "fiche", "start" },
                                               { "person", "term_start" },
                                               { "convention", "effective" } };
  static const Reading first[] = { { "09/2022", "2022-09-01" },
                                   { "sept. 2022", "2022-09-01" },
                                   { "2022", "2022-01-01" },
                                   { "15/09/2022", "2022-09-15" },
                                   { "3 septembre 2022", "2022-09-03" },
                                   { "fin septembre 2022", "2022-09-30" },
                                   { "0/12/2023", NULL } };
  static const Reading last[] = { { "09/2022", "2022-09-30" }, { "2022", "2022-12-31" } };

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    check_readings (beginnings[i][0], beginnings[i][1], first, G_N_ELEMENTS (first));
  check_readings ("action", "finish", last, G_N_ELEMENTS (last));
  check_readings ("person", "term_end", last, G_N_ELEMENTS (last));
  {
    const CopilField *start = copil_kind_get_field (copil_kind_get ("fiche"), "start");
    g_autofree char *next = copil_date_parse (start, "septembre", "2024-03-15", NULL),
                    *now = copil_date_parse (start, "mars", "2024-03-15", NULL);

    g_assert_cmpstr (next, ==, "2024-09-01");
    g_assert_cmpstr (now, ==, "2024-03-01");
  }
}

/* What ends earlier than it began ends the next day. */
static void
test_ends (void)
{
  g_assert_cmpint (copil_time_get_end ("23:30", "01:15"), ==, 25 * 60 + 15);
  g_assert_cmpint (copil_time_get_end ("09:00", "11:30"), ==, 11 * 60 + 30);
  g_assert_cmpint (copil_time_get_end ("09:00", "09:00"), ==, -1);
  g_assert_cmpint (copil_time_get_end (NULL, "09:00"), ==, -1);
  g_assert_cmpint (copil_time_get_end ("09:00", NULL), ==, -1);
  g_assert_cmpint (copil_time_get_minutes ("24:00"), ==, -1);
  g_assert_cmpint (copil_time_get_minutes ("soon"), ==, -1);
}

static void
test_relative_dates (void)
{
  const CopilField *field = copil_kind_get_field (copil_kind_get ("decision"), "due");
  static const struct
  {
    const char *from, *typed, *read;
  } readings[] = {
    { "2024-03-15", "+3 mois", "2024-06-15" },
    { "2024-03-15", "+3mois", "2024-06-15" },
    { "2024-03-15", "dans 3 mois", "2024-06-15" },
    { "2024-03-15", "+ 2 semaines", "2024-03-29" },
    { "2024-03-15", "+10 jours", "2024-03-25" },
    { "2024-03-15", "+10 j", "2024-03-25" },
    { "2024-03-15", "+1 an", "2025-03-15" },
    { "2024-03-15", "+2 années", "2026-03-15" },
    { "2024-03-15", "+6 Months", "2024-09-15" },
    { "2024-01-31", "+1 mois", "2024-02-29" },
    { "2024-12-31", "+1 jour", "2025-01-01" },
    { "2024-03-15", "aujourd’hui", "2024-03-15" },
    { "2024-03-15", "Demain", "2024-03-16" },
    { "2024-03-15", "15/03", "2024-03-15" },
    { "2024-03-15", "14/03", "2025-03-14" },
    { "2024-03-15", "31/12", "2024-12-31" },
    { "2024-03-15", "29/2", "2028-02-29" },
    { "2024-03-15", "1er juin", "2024-06-01" },
    { "2024-03-15", "1 févr.", "2025-02-01" },
    { "2024-03-15", "fin mars", "2024-03-31" },
    { "2024-03-15", "fin février", "2025-02-28" },
    { "2024-03-15", "fin juin 2026", "2026-06-30" },
    { "2024-03-15", "fin 2025", "2025-12-31" },
    { "2024-03-15", "fin du mois", "2024-03-31" },
    { "2024-03-15", "fin d’année", "2024-12-31" },
    { "2024-03-15", "septembre", "2024-09-30" },
    { "2024-03-15", "31/12/2030", "2030-12-31" },
    { "2024-03-15", "+3", NULL },
    { "2024-03-15", "+3 lunes", NULL },
    { "2024-03-15", "+0", NULL },
    { "2024-03-15", "30/02", NULL },
    { "2024-03-15", "12/13", NULL },
    { "2024-03-15", "0 mars", NULL },
    { "2024-03-15", "fin", NULL },
    { "2199-12-01", "+9 ans", NULL },
    { "hier", "+3 mois", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *date = copil_date_parse (field, readings[i].typed, readings[i].from, &error);

      g_test_message ("%s from %s", readings[i].typed, readings[i].from);
      g_assert_cmpstr (date, ==, readings[i].read);
      g_assert_true ((error == NULL) == (readings[i].read != NULL));
    }
  {
    g_autoptr (GError) error = NULL;
    g_autofree char *none = copil_date_parse (field, "  ", "2024-03-15", &error),
                    *nothing = copil_date_parse (field, NULL, NULL, &error);

    g_assert_null (none);
    g_assert_null (nothing);
    g_assert_no_error (error);
  }
}

static void
test_times (void)
{
  static const Reading readings[] = { { "14:30", "14:30" },
                                      { "14h30", "14:30" },
                                      { "14\xe2\x80\xafh\xe2\x80\xaf"
                                        "30",
                                        "14:30" },
                                      { "14 H 30", "14:30" },
                                      { "14h3", NULL },
                                      { "9 h", "09:00" },
                                      { "9h", "09:00" },
                                      { "9", "09:00" },
                                      { "24:00", NULL },
                                      { "12:60", NULL },
                                      { "midi", NULL },
                                      { "14:30x", NULL },
                                      { "00:00", "00:00" },
                                      { "14.05", "14:05" } };
  check_readings ("meeting", "time", readings, G_N_ELEMENTS (readings));
}

static void
test_numbers (void)
{
  static const Reading numbers[] = {
    { "75 000", "75000" },
    { "75\xe2\x80\xaf"
      "000",
      "75000" },
    { "12,5 %", "12.5" },
    { "0,125", "0.125" },
    { "\xe2\x88\x92"
      "3",
      "-3" },
    { "1e400", NULL },
    { "0x10", NULL },
    { "nan", NULL },
    { "inf", NULL },
    { "12 élèves", NULL },
    { "1,234.5", NULL },
  };
  static const Reading percents[] = { { "40", "40" },  { "40 %", "40" }, { "100", "100" },
                                      { "101", NULL }, { "-1", NULL },   { "12,5", NULL } };
  check_readings ("engagement", "quantity", numbers, G_N_ELEMENTS (numbers));
  check_readings ("engagement", "progress", percents, G_N_ELEMENTS (percents));
}

static void
test_choices (void)
{
  static const Reading choices[] = { { "done", "done" },
                                     { "In progress", "in_progress" },
                                     { "IN PROGRESS", "in_progress" },
                                     { "finished", NULL } };
  static const Reading booleans[] = { { "oui", "1" }, { "Yes", "1" }, { "x", "1" },
                                      { "0", "0" },   { "NON", "0" }, { "2", NULL } };
  static const Reading texts[] = { { "  Lycée  ", "Lycée" }, { "\xed\xa0\x80", NULL } };

  check_readings ("engagement", "status", choices, G_N_ELEMENTS (choices));
  check_readings ("engagement", "confidential", booleans, G_N_ELEMENTS (booleans));
  check_readings ("engagement", "territory", texts, G_N_ELEMENTS (texts));
}

static void
test_blanks (void)
{
  static const char *const blanks[] = { NULL, "", "  \t" };

  for (const CopilField *field = copil_kind_get ("engagement")->fields; field->name; field++)
    for (gsize i = 0; i < G_N_ELEMENTS (blanks); i++)
      {
        g_autoptr (GError) error = NULL;
        g_assert_null (copil_field_parse (field, blanks[i], &error));
        g_assert_no_error (error);
      }
}

static void
test_formats (void)
{
  static const struct
  {
    double number;
    const char *shown;
  } numbers[] = { { 3, "3" },     { 2.5, "2.5" },      { 2.25, "2.25" },
                  { 2.999, "3" }, { -0.125, "-0.13" }, { 100.999, "101" },
                  { 0, "0" },     { 120, "120" },      { 1e300 / 1e298, "100" } };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *shown = copil_number_format (numbers[i].number);
      g_assert_cmpstr (shown, ==, numbers[i].shown);
    }
}

static void
test_months (void)
{
  static const struct
  {
    const char *date;
    gint64 months;
    const char *later;
  } cases[] = { { "2021-11-23", 36, "2024-11-23" }, { "2024-01-31", 1, "2024-02-29" },
                { "2024-03-31", -1, "2024-02-29" }, { "2023-12-15", 1, "2024-01-15" },
                { "2024-01-15", -1, "2023-12-15" }, { "2023-02-30", 1, NULL },
                { "9999-12-31", 1, NULL },          { "soon", 1, NULL },
                { "2021-11-23", 12001, NULL },      { "2021-11-23", G_MAXINT64, NULL },
                { "2021-11-23", G_MININT64, NULL }, { NULL, 1, NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *later = copil_date_add_months (cases[i].date, cases[i].months);
      g_assert_cmpstr (later, ==, cases[i].later);
    }
}

/* The years of a date are the same wherever it is read, stored or computed with. */
static void
test_years (void)
{
  static const struct
  {
    const char *date;
    gboolean valid;
  } cases[] = { { "1900-01-01", TRUE },  { "2200-12-31", TRUE },  { "1899-12-31", FALSE },
                { "2201-01-01", FALSE }, { "9999-12-31", FALSE }, { "0000-00-00", FALSE },
                { "0001-01-01", FALSE }, { "2024-1-01", FALSE },  { "2024-02-30", FALSE },
                { "", FALSE },           { NULL, FALSE } };
  const CopilField *due = copil_kind_get_field (copil_kind_get ("engagement"), "due");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = copil_field_parse (due, cases[i].date, NULL);

      g_assert_true (copil_date_is_valid (cases[i].date) == cases[i].valid);
      if (cases[i].date && strlen (cases[i].date) == 10)
        g_assert_cmpstr (read, ==, cases[i].valid ? cases[i].date : NULL);
    }
}

static void
test_minutes (void)
{
  g_assert_cmpint (copil_time_get_minutes ("14:30"), ==, 870);
  g_assert_cmpint (copil_time_get_minutes ("00:00"), ==, 0);
  g_assert_cmpint (copil_time_get_minutes ("24:00"), ==, -1);
  g_assert_cmpint (copil_time_get_minutes ("-9:-9"), ==, -1);
  g_assert_cmpint (copil_time_get_minutes ("99999:1"), ==, -1);
  g_assert_cmpint (copil_time_get_minutes ("14"), ==, -1);
  g_assert_cmpint (copil_time_get_minutes (NULL), ==, -1);
}

static void
test_bounds (void)
{
  static const struct
  {
    const char *kind, *field, *typed, *read;
  } cases[] = {
    { "convention", "duration_months", "36", "36" },
    { "convention", "duration_months", "1200", "1200" },
    { "convention", "duration_months", "1201", NULL },
    { "convention", "duration_months", "-1", NULL },
    { "convention", "notice_months", "99999999999", NULL },
    { "item", "duration", "100000", NULL },
    { "fiche_review", "year", "2024", "2024" },
    { "fiche_review", "year", "99999", NULL },
    { "action", "young", "100000", "100000" },
    { "passage", "record", "915436731226503305", "915436731226503305" },
    { "action", "young", "0", "0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CopilField *field =
          copil_kind_get_field (copil_kind_get (cases[i].kind), cases[i].field);
      g_autofree char *read = copil_field_parse (field, cases[i].typed, NULL);

      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

/* What may stand in a text, and what is made of the rest. */
static void
test_legible (void)
{
  static const struct
  {
    const char *bytes;
    gssize length;
    const char *made;
  } cases[] = {
    { "Réunion\tdu 12\r\nà Lyon\n", -1, "Réunion\tdu 12\r\nà Lyon\n" },
    { "", 0, "" },
    { "a\xff\xfe"
      "b",
      -1,
      "a\xef\xbf\xbd\xef\xbf\xbd"
      "b" },
    { "caf\xe9", -1, "caf\xef\xbf\xbd" },
    { "é\xc3", -1, "é\xef\xbf\xbd" },
    { "a\x01\x1b"
      "b\x7f"
      "c\xc2\x80"
      "d",
      -1, "abcd" },
    { "a\vb\fc\xc2\x85"
      "d",
      -1, "a b c d" },
    { "a\0b", 3, "ab" },
    { "a\xef\xbf\xbe"
      "b\xef\xb7\x90",
      -1, "ab" },
    { "\xed\xa0\x80", -1, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
    { "😀 « € »", -1, "😀 « € »" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *made = copil_text_make_legible (cases[i].bytes, cases[i].length);

      g_assert_cmpstr (made, ==, cases[i].made);
      g_assert_true (copil_text_is_legible (made, -1));
      g_assert_true (copil_text_is_legible (cases[i].bytes, cases[i].length) ==
                     (cases[i].length < 1 && g_str_equal (cases[i].bytes, cases[i].made)));
    }
}

/* Searching and sorting know neither accents nor ligatures. */
static void
test_folding (void)
{
  static const char *const folded[][2] = { { "Mise en Œuvre", "mise en oeuvre" },
                                           { "Æquo, ex æquo", "aequo, ex aequo" },
                                           { "L’Été", "l'ete" },
                                           { "STRASSE Straße", "strasse strasse" },
                                           { "", "" },
                                           { "É\u00a0!", "e !" } };
  const char *names[] = { "Zoé", "Émile", "Œdipe", "Ophélie", "eva", "Odile", "Oeuvrard" };
  static const char *const sorted[] = { "Émile",    "eva",     "Odile", "Œdipe",
                                        "Oeuvrard", "Ophélie", "Zoé" };

  for (gsize i = 0; i < G_N_ELEMENTS (folded); i++)
    {
      g_autofree char *text = copil_fold (folded[i][0]);

      g_assert_cmpstr (text, ==, folded[i][1]);
    }
  g_assert_null (copil_fold (NULL));
  g_assert_null (copil_fold ("\xff"));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize j = i + 1; j < G_N_ELEMENTS (names); j++)
      if (copil_collate (names[i], names[j]) > 0)
        {
          const char *moved = names[i];

          names[i] = names[j];
          names[j] = moved;
        }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (names[i], ==, sorted[i]);
  g_assert_cmpint (copil_collate ("Zoe", "Zoé"), !=, 0);
}

/* A half goes up, also one that a binary fraction holds a hair too low; what is nothing has no
 * sign. */
static void
test_rounding (void)
{
  static const struct
  {
    double value;
    guint decimals;
    double rounded;
  } cases[] = { { 100. * 12 / 66, 0, 18 },
                { 100. * 1 / 8, 0, 13 },
                { 18.5, 0, 19 },
                { 0.285 * 100, 0, 29 },
                { 1.005, 2, 1.01 },
                { 25.125, 2, 25.13 },
                { -0.5, 0, -1 },
                { -0.4, 0, 0 },
                { 2.45, 1, 2.5 },
                { 18.49, 0, 18 },
                { 123456789.5, 0, 123456790 } };
  static const struct
  {
    double part, whole;
    const char *said;
  } shares[] = { { 12, 66, "18%" },          { 0, 66, "0%" },    { 66, 66, "100%" },
                 { 1, 500, "<\u00a01%" },    { 1, 200, "1%" },   { 499, 500, ">\u00a099%" },
                 { 199, 200, ">\u00a099%" }, { 13, 10, "130%" }, { 1, 0, "–" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat (copil_round (cases[i].value, cases[i].decimals), ==, cases[i].rounded);
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autofree char *said = copil_share_format (shares[i].part, shares[i].whole);

      g_assert_cmpstr (said, ==, shares[i].said);
    }
  {
    g_autofree char *more = copil_percent_format_change (16.02),
                    *less = copil_percent_format_change (-2.5),
                    *same = copil_percent_format_change (-0.2),
                    *number = copil_number_format (25.125);

    g_assert_cmpstr (more, ==, "+16%");
    g_assert_cmpstr (less, ==, "−3%");
    g_assert_cmpstr (same, ==, "0%");
    g_assert_cmpstr (number, ==, "25.13");
  }
}

/* Parts of a whole make 100, each within one of its share. */
static void
test_parts (void)
{
  static const struct
  {
    double parts[4];
    guint n, percents[4];
  } cases[] = { { { 30, 50 }, 2, { 37, 63 } },
                { { 1, 1, 1 }, 3, { 34, 33, 33 } },
                { { 12, 54 }, 2, { 18, 82 } },
                { { 1, 199 }, 2, { 0, 100 } },
                { { 5, NAN, 5 }, 3, { 50, 0, 50 } },
                { { 0, 0 }, 2, { 0, 0 } },
                { { 1, 1, 1, 4 }, 4, { 15, 14, 14, 57 } } };
  guint32 seed = 1;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint percents[4];

      copil_share_round_parts (cases[i].parts, cases[i].n, percents);
      for (guint p = 0; p < cases[i].n; p++)
        {
          g_test_message ("%" G_GSIZE_FORMAT ", %u", i, p);
          g_assert_cmpuint (percents[p], ==, cases[i].percents[p]);
        }
    }
  for (guint round = 0; round < 2000; round++)
    {
      double parts[8], whole = 0;
      guint percents[8], n = 2 + round % 7, sum = 0;

      for (guint p = 0; p < n; p++)
        {
          seed = seed * 1664525 + 1013904223;
          parts[p] = (seed >> 8) % 997;
          whole += parts[p];
        }
      copil_share_round_parts (parts, n, percents);
      for (guint p = 0; p < n; p++)
        {
          double share = whole > 0 ? 100 * parts[p] / whole : 0;

          g_assert_cmpfloat (percents[p] - share, <, 1 + 1e-6);
          g_assert_cmpfloat (percents[p] - share, >, -1 - 1e-6);
          sum += percents[p];
        }
      g_assert_cmpuint (sum, ==, whole > 0 ? 100 : 0);
    }
}

/* Months are those of the calendar, and whole. */
static void
test_distances (void)
{
  static const struct
  {
    const char *date, *from, *said;
  } cases[] = {
    { "2024-11-23", "2025-06-08", "6 months ago" }, /* six and a half */
    { "2024-11-23", "2025-06-01", "6 months ago" }, { "2024-11-23", "2025-06-23", "7 months ago" },
    { "2025-06-08", "2024-11-23", "in 6 months" },  { "2024-02-29", "2024-01-31", "in 29 days" },
    { "2025-03-15", "2024-12-31", "in 2 months" },  { "2024-08-31", "2024-07-01", "in 61 days" },
    { "2024-09-01", "2024-07-01", "in 2 months" },  { "2027-02-14", "2024-03-15", "in 2 years" },
    { "2026-03-15", "2024-03-15", "in 24 months" }, { "2027-03-15", "2024-03-15", "in 3 years" },
    { "2024-03-16", "2024-03-15", "tomorrow" },     { "2024-03-15", "2024-03-15", "today" },
    { "2024-03-14", "2024-03-15", "yesterday" },    { "soon", "2024-03-15", "" }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = copil_when_format (cases[i].date, cases[i].from);

      g_assert_cmpstr (said, ==, cases[i].said);
    }
  g_assert_cmpint (copil_when_count_months ("2024-01-31", "2024-02-29"), ==, 1);
  g_assert_cmpint (copil_when_count_months ("2024-01-31", "2024-02-28"), ==, 0);
  g_assert_cmpint (copil_when_count_months ("2024-02-29", "2024-01-31"), ==, 0);
}

/* A decision has words of its own; those that older tables have of it are understood too. */
static void
test_decision_states (void)
{
  static const struct
  {
    const char *typed, *value;
  } readings[] = { { "adopted", "adopted" },      { "Adopted", "adopted" },
                   { "carried out", "done" },     { "Done", "done" },
                   { "To carry out", "planned" }, { "planned", "planned" },
                   { "Abandoned", "abandoned" },  { "Dropped", "abandoned" } };
  const CopilField *decision = copil_kind_get_field (copil_kind_get ("decision"), "status"),
                   *engagement = copil_kind_get_field (copil_kind_get ("engagement"), "status");
  g_autofree char *none = copil_field_parse (engagement, "adopted", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = copil_field_parse (decision, readings[i].typed, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (value, ==, readings[i].value);
    }
  g_assert_null (none);
}

static void
test_rules (void)
{
  double percent = 0;

  g_assert_true (copil_status_is_late ("planned", "2024-03-14", "2024-03-15"));
  g_assert_true (copil_status_is_late (NULL, "2024-03-14", "2024-03-15"));
  g_assert_false (copil_status_is_late ("planned", "2024-03-15", "2024-03-15"));
  g_assert_false (copil_status_is_late ("done", "2024-03-14", "2024-03-15"));
  g_assert_false (copil_status_is_late ("abandoned", "2024-03-14", "2024-03-15"));
  g_assert_false (copil_status_is_late ("planned", NULL, "2024-03-15"));
  g_assert_false (copil_status_is_late ("adopted", "2024-03-14", "2024-03-15"));
  g_assert_true (copil_status_is_settled ("adopted"));
  g_assert_false (copil_status_is_settled ("in_progress"));
  g_assert_false (copil_status_is_settled (NULL));

  g_assert_cmpint (copil_status_get_progress ("done", "40"), ==, 100);
  g_assert_cmpint (copil_status_get_progress ("abandoned", "40"), ==, -1);
  g_assert_cmpint (copil_status_get_progress ("in_progress", "40"), ==, 40);
  g_assert_cmpint (copil_status_get_progress ("in_progress", NULL), ==, -1);
  g_assert_cmpint (copil_status_get_progress ("planned", NULL), ==, 0);

  g_assert_true (copil_indicator_get_progress (50, 150, 100, &percent));
  g_assert_cmpfloat (percent, ==, 50);
  g_assert_true (copil_indicator_get_progress (100, 50, 75, &percent));
  g_assert_cmpfloat (percent, ==, 50);
  g_assert_false (copil_indicator_get_progress (100, 100, 100, &percent));
}

static void
test_ids (void)
{
  gint64 last = copil_id_new ();

  for (int i = 0; i < 10000; i++)
    {
      gint64 id = copil_id_new ();
      g_assert_cmpint (id, >, last);
      last = id;
    }
  /* Behind a fast clock, ids follow with gaps that no two copies share, and new ones of records
   * stay where the clock is. */
  for (int i = 0; i < 100; i++)
    {
      gint64 ahead = last + ((gint64)3600000 << 22), a = copil_id_new_above (ahead),
             b = copil_id_new_above (ahead);
      g_assert_cmpint (a, >, ahead);
      g_assert_cmpint (b, >, ahead);
      g_assert_cmpint (a, !=, b);
      g_assert_false (copil_id_is_strange (a, ahead));
      g_assert_cmpint (copil_id_new (), <, ahead);
    }
  g_assert_cmpint (copil_id_new_above (G_MAXINT64 - 1), ==, 0);
  g_assert_true (copil_id_is_strange (G_MAXINT64 - 1, last));
  g_assert_true (copil_id_is_strange (G_MAXINT64 - 1, G_MININT64));
  /* a year ahead is nothing strange, nor what counts on from any */
  g_assert_false (copil_id_is_strange (last + ((gint64)31536000000 << 22), last));
  g_assert_false (copil_id_is_strange (G_MAXINT64 - 1, G_MAXINT64 - 1000));
}

/* What other rooms look up by name is there, and leads somewhere. */
static void
test_kinds (void)
{
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    {
      const char *const named[] = { (*kind)->label_field, (*kind)->title_field, (*kind)->parent,
                                    (*kind)->group };

      g_test_message ("%s", (*kind)->name);
      for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
        if (named[i])
          g_assert_nonnull (copil_kind_get_field (*kind, named[i]));
      for (const CopilField *field = (*kind)->fields; field->name; field++)
        {
          if (field->target)
            g_assert_nonnull (copil_kind_find (field->target));
          g_assert_cmpint (field->type == COPIL_FIELD_CHOICE, ==, field->options != NULL);
          if (field->initial)
            {
              g_autofree char *value = copil_field_parse (field, field->initial, NULL);
              g_assert_cmpstr (value, ==, field->initial);
            }
        }
    }
}

/* What a table says is understood in French, in English and as stored, in any session: this one
 * speaks neither, and has no catalogue. No label of one choice is that of another in the other
 * language. */
static void
test_labels (void)
{
  static const Reading statuses[] = { { "Réalisé", "done" },
                                      { "REALISE", "done" },
                                      { " en  cours", "in_progress" },
                                      { "In Progress", "in_progress" },
                                      { "in_progress", "in_progress" } };
  static const Reading marks[] = { { "Oui", "1" }, { "non", "0" }, { "YES", "1" }, { "No", "0" } };
  guint n = 0;

  check_readings ("engagement", "status", statuses, G_N_ELEMENTS (statuses));
  check_readings ("engagement", "confidential", marks, G_N_ELEMENTS (marks));
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    for (const CopilField *field = (*kind)->fields; field->name; field++)
      {
        if (!copil_french (field->label))
          g_test_message ("%s.%s", (*kind)->name, field->name);
        g_assert_nonnull (copil_french (field->label));
        g_assert_true (copil_label_is (field->label, copil_french (field->label)));
        for (const CopilOption *option = field->options; option && option->value; option++)
          {
            const char *const names[] = { option->value, option->label,
                                          copil_french (option->label) };

            for (guint i = 0; i < G_N_ELEMENTS (names); i++)
              {
                g_autofree char *read = copil_field_parse (field, names[i], NULL);

                g_assert_cmpstr (read, ==, option->value);
                n++;
              }
          }
      }
  g_assert_cmpuint (n, >, 300);
  g_assert_null (copil_french ("No such label"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/dates", test_dates);
  g_test_add_func ("/model/decision-states", test_decision_states);
  g_test_add_func ("/model/beginnings", test_beginnings);
  g_test_add_func ("/model/ends", test_ends);
  g_test_add_func ("/model/relative-dates", test_relative_dates);
  g_test_add_func ("/model/times", test_times);
  g_test_add_func ("/model/numbers", test_numbers);
  g_test_add_func ("/model/choices", test_choices);
  g_test_add_func ("/model/labels", test_labels);
  g_test_add_func ("/model/blanks", test_blanks);
  g_test_add_func ("/model/formats", test_formats);
  g_test_add_func ("/model/months", test_months);
  g_test_add_func ("/model/years", test_years);
  g_test_add_func ("/model/minutes", test_minutes);
  g_test_add_func ("/model/bounds", test_bounds);
  g_test_add_func ("/model/legible", test_legible);
  g_test_add_func ("/model/folding", test_folding);
  g_test_add_func ("/model/rounding", test_rounding);
  g_test_add_func ("/model/parts", test_parts);
  g_test_add_func ("/model/distances", test_distances);
  g_test_add_func ("/model/rules", test_rules);
  g_test_add_func ("/model/ids", test_ids);
  g_test_add_func ("/model/kinds", test_kinds);
  return g_test_run ();
}

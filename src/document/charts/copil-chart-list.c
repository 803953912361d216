/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-chart-list.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-figure-charts.h"
#include "copil-store-charts.h"
#include "copil-words.h"

static CopilChart *
make_parties (CopilStore *store, const CopilChartFilter *filter)
{
  return copil_party_chart_new (store, filter->audience, filter->today);
}

static CopilChart *
make_timeline (CopilStore *store, const CopilChartFilter *filter)
{
  return copil_timeline_chart_new (store, filter->audience, filter->today);
}

static const CopilChartEntry entries[] = {
  { "status", N_ ("Engagements by axis"),
    COPIL_CHART_BY_AXIS | COPIL_CHART_BY_PARTY | COPIL_CHART_BY_YEAR,
    copil_filtered_status_chart_new },
  { "due", N_ ("Engagements due, by axis and year"), COPIL_CHART_BY_PARTY, copil_due_chart_new },
  { "parties", N_ ("Engagements by signatory and axis"), 0, make_parties },
  { "timeline", N_ ("Timeline"), 0, make_timeline },
  { "indicators", N_ ("Indicators and their targets"),
    COPIL_CHART_BY_AXIS | COPIL_CHART_BY_PARTY | COPIL_CHART_BY_YEAR, copil_indicators_chart_new },
  { "indicator", N_ ("Indicator over time"), COPIL_CHART_BY_INDICATOR, copil_indicator_chart_new },
  { "split", N_ ("Split of an indicator"), COPIL_CHART_BY_INDICATOR, copil_split_chart_new },
  { "themes", N_ ("Actions by theme"), COPIL_CHART_BY_YEAR, copil_themes_chart_new },
  { "academies", N_ ("Actions by académie"), 0, copil_academies_chart_new },
  { "young", N_ ("Young people by theme"), COPIL_CHART_BY_YEAR, copil_young_chart_new },
  { "staff", N_ ("Teachers and staff by theme"), COPIL_CHART_BY_YEAR, copil_staff_chart_new },
  { "budget-years", N_ ("Budget by year"), 0, copil_budget_years_chart_new },
  { "budget-lines", N_ ("Budget by line"), COPIL_CHART_BY_YEAR, copil_budget_lines_chart_new },
};

const CopilChartEntry *
copil_chart_list (guint *n)
{
  if (n)
    *n = G_N_ELEMENTS (entries);
  return entries;
}

/* What a number is in a spreadsheet. */
static CopilColumnType
type_of (const CopilChartDatum *datum)
{
  return datum->type == COPIL_CHART_DATE        ? COPIL_COLUMN_DATE
         : datum->type != COPIL_CHART_NUMBER    ? COPIL_COLUMN_TEXT
         : g_strcmp0 (datum->unit, "%") == 0    ? COPIL_COLUMN_PERCENT
         : g_strcmp0 (datum->unit, "€") == 0    ? COPIL_COLUMN_CURRENCY
         : datum->value == round (datum->value) ? COPIL_COLUMN_INTEGER
                                                : COPIL_COLUMN_NUMBER;
}

/* The type that all cells of a column have that hold something, text where they have none
 * together. */
static CopilColumnType
type_of_column (CopilChartData *data, guint column)
{
  CopilColumnType type = COPIL_N_COLUMN_TYPES;

  for (guint r = 0; r < copil_chart_data_get_n_rows (data); r++)
    {
      const CopilChartDatum *datum = copil_chart_data_get (data, r, column);
      CopilColumnType own = type_of (datum);

      if (!*datum->text)
        continue;
      if (type == COPIL_N_COLUMN_TYPES ||
          (type == COPIL_COLUMN_INTEGER && own == COPIL_COLUMN_NUMBER))
        type = own;
      else if (type != own && !(type == COPIL_COLUMN_NUMBER && own == COPIL_COLUMN_INTEGER))
        return COPIL_COLUMN_TEXT;
    }
  return type == COPIL_N_COLUMN_TYPES ? COPIL_COLUMN_TEXT : type;
}

/* A unit that no type of a spreadsheet has. */
static gboolean
is_own (const char *unit)
{
  return unit && !g_str_equal (unit, "%") && !g_str_equal (unit, "€");
}

static void
add_columns (CopilSheet *sheet, CopilChartData *data)
{
  for (guint c = 0; c < copil_chart_data_get_n_columns (data); c++)
    {
      const char *second, *unit = NULL;
      const char *title = copil_chart_data_get_column (data, c, &second);
      gboolean number = copil_chart_data_is_number (data, c, &unit);
      g_autofree char *counted =
          number && is_own (unit) ? g_strdup_printf (_ ("%s (%s)"), title, unit) : g_strdup (title);

      copil_sheet_add_column (sheet, counted, type_of_column (data, c), c == 0 ? 80 : 0);
      if (second)
        {
          /* Translators: a column: what it counts, and which of it: "Axe 4, late" */
          g_autofree char *besides = g_strdup_printf (C_ ("column", "%s, %s"), title, second);

          copil_sheet_add_column (sheet, besides, COPIL_COLUMN_INTEGER, 0);
        }
    }
}

static void
put_number (CopilSheet *sheet, guint row, guint column, CopilColumnType type, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.15g",
                   type == COPIL_COLUMN_PERCENT ? value / 100 : value);
  copil_sheet_put_typed (sheet, row, column, type, number);
}

/* "mixed": the column has several units, so that a number says its own. */
static void
put (CopilSheet *sheet, guint row, guint column, const CopilChartDatum *datum, gboolean mixed)
{
  CopilColumnType type = type_of (datum);

  if (!*datum->text)
    return;
  if (datum->type == COPIL_CHART_DATE)
    copil_sheet_put_typed (sheet, row, column, type, datum->date);
  else if (datum->type == COPIL_CHART_NUMBER && !(mixed && is_own (datum->unit)))
    put_number (sheet, row, column, type, datum->value);
  else
    copil_sheet_put_typed (sheet, row, column, COPIL_COLUMN_TEXT, datum->text);
}

CopilBook *
copil_chart_book_new (CopilChart *chart, const char *subject, const char *date)
{
  const char *title = copil_chart_get_title (chart);
  g_autoptr (CopilChartData) data = copil_chart_dup_data (chart);
  CopilBook *book = copil_book_new (title ? title : _ ("Chart"), copil_words_language ());
  CopilSheet *sheet = copil_book_add_sheet (book, copil_sheet_new (C_ ("sheet", "Data")));

  copil_publication_set_subject (COPIL_PUBLICATION (book), subject);
  copil_publication_set_date (COPIL_PUBLICATION (book), date);
  add_columns (sheet, data);
  for (guint r = 0; r < copil_chart_data_get_n_rows (data); r++)
    {
      guint row = copil_sheet_add_row (sheet), at = 0;

      for (guint c = 0; c < copil_chart_data_get_n_columns (data); c++)
        {
          const CopilChartDatum *datum = copil_chart_data_get (data, r, c);
          const char *second, *unit = NULL;
          gboolean number = copil_chart_data_is_number (data, c, &unit);

          copil_chart_data_get_column (data, c, &second);
          put (sheet, row, at++, datum, !number || (unit == NULL && datum->unit));
          if (second && !isnan (datum->second))
            put_number (sheet, row, at, COPIL_COLUMN_INTEGER, datum->second);
          at += second ? 1 : 0;
        }
    }
  return book;
}

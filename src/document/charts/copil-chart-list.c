/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-chart-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* A cell as canonical text, with its type: a number, a percentage, an amount in euros; NULL for
 * anything else. Grouped digits are joined, and the decimal mark may be a comma. */
static char *
read_number (const char *cell, CopilColumnType *type)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean decimals = FALSE, ended = FALSE;

  *type = COPIL_COLUMN_INTEGER;
  for (const char *p = cell; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p) && !ended)
        g_string_append_c (digits, *p);
      else if ((c == '%' || c == 0x20ac) && digits->len > 0 && !ended)
        {
          *type = c == '%' ? COPIL_COLUMN_PERCENT : COPIL_COLUMN_CURRENCY;
          ended = TRUE;
        }
      else if ((c == ',' || c == '.') && digits->len > 0 && !decimals && !ended)
        {
          g_string_append_c (digits, '.');
          decimals = TRUE;
        }
      else if ((c == 0x2212 || c == '-') && digits->len == 0)
        g_string_append_c (digits, '-');
      else if (!g_unichar_isspace (c))
        return NULL;
    }
  if (digits->len == 0 || digits->len > 15 || !g_ascii_isdigit (digits->str[digits->len - 1]))
    return NULL;
  if (decimals && *type == COPIL_COLUMN_INTEGER)
    *type = COPIL_COLUMN_NUMBER;
  if (*type == COPIL_COLUMN_PERCENT)
    {
      char ratio[G_ASCII_DTOSTR_BUF_SIZE];

      return g_strdup (
          g_ascii_dtostr (ratio, sizeof ratio, g_ascii_strtod (digits->str, NULL) / 100));
    }
  return g_strdup (digits->str);
}

/* The type that all cells of a column have, text where they have none together. The first column
 * has the names. */
static CopilColumnType
type_of (GPtrArray *table, guint column)
{
  CopilColumnType type = COPIL_N_COLUMN_TYPES;

  for (guint i = 1; i < table->len && column > 0; i++)
    {
      const char *cell = ((char **)table->pdata[i])[column];
      CopilColumnType own;
      g_autofree char *number = read_number (cell, &own);

      if (*cell == '\0')
        continue;
      if (!number)
        return COPIL_COLUMN_TEXT;
      if (type == COPIL_N_COLUMN_TYPES ||
          (type == COPIL_COLUMN_INTEGER && own == COPIL_COLUMN_NUMBER))
        type = own;
      else if (type != own && !(type == COPIL_COLUMN_NUMBER && own == COPIL_COLUMN_INTEGER))
        return COPIL_COLUMN_TEXT;
    }
  return type == COPIL_N_COLUMN_TYPES ? COPIL_COLUMN_TEXT : type;
}

CopilBook *
copil_chart_book_new (CopilChart *chart, const char *subject, const char *date)
{
  const char *title = copil_chart_get_title (chart);
  g_autoptr (GPtrArray) table = copil_chart_dup_table (chart);
  CopilBook *book = copil_book_new (title ? title : _ ("Chart"), copil_words_language ());
  CopilSheet *sheet = copil_book_add_sheet (book, copil_sheet_new (C_ ("sheet", "Data")));
  char **head = table->pdata[0];
  guint n = g_strv_length (head);

  copil_publication_set_subject (COPIL_PUBLICATION (book), subject);
  copil_publication_set_date (COPIL_PUBLICATION (book), date);
  for (guint c = 0; c < n; c++)
    copil_sheet_add_column (sheet, head[c], type_of (table, c), c == 0 ? 80 : 0);
  for (guint i = 1; i < table->len; i++)
    {
      char **cells = table->pdata[i];
      guint row = copil_sheet_add_row (sheet);

      for (guint c = 0; c < n; c++)
        {
          CopilColumnType type, own;
          g_autofree char *number = NULL;

          copil_sheet_get_column (sheet, c, &type, NULL);
          number = type != COPIL_COLUMN_TEXT ? read_number (cells[c], &own) : NULL;
          copil_sheet_put (sheet, row, c,
                           type != COPIL_COLUMN_TEXT ? number
                           : *cells[c]               ? cells[c]
                                                     : NULL);
        }
    }
  return book;
}

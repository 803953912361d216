/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-chart-data.h"

#include <math.h>

#include "copil-chart-parts.h"
#include "copil-share.h"

typedef struct
{
  char *title;
  char *second;
} Column;

struct _CopilChartData
{
  GArray *columns; /* of Column */
  GPtrArray *rows; /* of arrays of CopilChartDatum, one a column */
};

static void
column_clear (gpointer data)
{
  g_free (((Column *)data)->title);
  g_free (((Column *)data)->second);
}

static void
datum_clear (gpointer data)
{
  CopilChartDatum *datum = data;

  g_free (datum->text);
  g_free (datum->unit);
  g_free (datum->date);
}

/* The cell, emptied; its text is to be set. */
static CopilChartDatum *
renew (CopilChartData *self, guint row, guint column, CopilChartType type)
{
  CopilChartDatum *datum =
      &g_array_index ((GArray *)g_ptr_array_index (self->rows, row), CopilChartDatum, column);

  datum_clear (datum);
  *datum = (CopilChartDatum){ .type = type, .value = NAN, .second = NAN };
  return datum;
}

CopilChartData *
copil_chart_data_new (void)
{
  CopilChartData *self = g_new0 (CopilChartData, 1);

  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  return self;
}

void
copil_chart_data_free (CopilChartData *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
copil_chart_data_add_column (CopilChartData *self, const char *title, const char *second)
{
  Column column = { g_strdup (title ? title : ""), g_strdup (second) };

  g_return_if_fail (self->rows->len == 0);
  g_array_append_val (self->columns, column);
}

guint
copil_chart_data_add_row (CopilChartData *self)
{
  GArray *row = g_array_new (FALSE, TRUE, sizeof (CopilChartDatum));

  g_array_set_clear_func (row, datum_clear);
  g_array_set_size (row, self->columns->len);
  g_ptr_array_add (self->rows, row);
  for (guint c = 0; c < self->columns->len; c++)
    copil_chart_data_put_text (self, self->rows->len - 1, c, NULL);
  return self->rows->len - 1;
}

void
copil_chart_data_put_text (CopilChartData *self, guint row, guint column, const char *text)
{
  renew (self, row, column, COPIL_CHART_TEXT)->text = g_strdup (text ? text : "");
}

void
copil_chart_data_put_number (CopilChartData *self, guint row, guint column, double value,
                             const char *unit, const char *text)
{
  CopilChartDatum *datum;

  if (!isfinite (value))
    {
      copil_chart_data_put_text (self, row, column, NULL);
      return;
    }
  datum = renew (self, row, column, COPIL_CHART_NUMBER);
  datum->value = value;
  datum->unit = unit && *unit ? g_strdup (unit) : NULL;
  datum->text = text                                ? g_strdup (text)
                : g_strcmp0 (datum->unit, "%") == 0 ? copil_percent_format (value)
                                                    : copil_parts_number (value, datum->unit);
}

void
copil_chart_data_put_second (CopilChartData *self, guint row, guint column, double second)
{
  g_array_index ((GArray *)g_ptr_array_index (self->rows, row), CopilChartDatum, column).second =
      second;
}

void
copil_chart_data_put_date (CopilChartData *self, guint row, guint column, const GDate *date)
{
  CopilChartDatum *datum = renew (self, row, column, COPIL_CHART_DATE);

  datum->text = copil_parts_date (date);
  datum->date = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date),
                                 g_date_get_day (date));
}

guint
copil_chart_data_get_n_columns (CopilChartData *self)
{
  return self->columns->len;
}

guint
copil_chart_data_get_n_rows (CopilChartData *self)
{
  return self->rows->len;
}

const char *
copil_chart_data_get_column (CopilChartData *self, guint column, const char **second)
{
  const Column *is = &g_array_index (self->columns, Column, column);

  if (second)
    *second = is->second;
  return is->title;
}

const CopilChartDatum *
copil_chart_data_get (CopilChartData *self, guint row, guint column)
{
  return &g_array_index ((GArray *)g_ptr_array_index (self->rows, row), CopilChartDatum, column);
}

gboolean
copil_chart_data_is_number (CopilChartData *self, guint column, const char **unit)
{
  gboolean any = FALSE, one = TRUE;
  const char *found = NULL;

  for (guint r = 0; r < self->rows->len; r++)
    {
      const CopilChartDatum *datum = copil_chart_data_get (self, r, column);

      if (datum->type != COPIL_CHART_NUMBER && *datum->text)
        return FALSE;
      if (datum->type != COPIL_CHART_NUMBER)
        continue;
      one = one && (!any || g_strcmp0 (found, datum->unit) == 0);
      found = datum->unit;
      any = TRUE;
    }
  if (unit)
    *unit = one ? found : NULL;
  return any;
}

GPtrArray *
copil_chart_data_dup_texts (CopilChartData *self)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  guint n = self->columns->len;

  for (guint r = 0; r <= self->rows->len; r++)
    {
      char **row = g_new0 (char *, n + 1);

      for (guint c = 0; c < n; c++)
        row[c] = g_strdup (r == 0 ? copil_chart_data_get_column (self, c, NULL)
                                  : copil_chart_data_get (self, r - 1, c)->text);
      g_ptr_array_add (texts, row);
    }
  return texts;
}

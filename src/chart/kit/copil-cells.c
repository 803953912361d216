/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-cells.h"
#include "copil-chart-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
cell_clear (gpointer data)
{
  CopilCell *cell = data;

  g_free (cell->text);
  g_free (cell->sentence);
  g_free (cell->key);
}

CopilLine *
copil_line_new (const char *label, const char *title, gsize cell_size, GDestroyNotify clear)
{
  CopilLine *line = g_new0 (CopilLine, 1);

  line->label = g_strdup (label);
  line->title = g_strdup (title);
  line->cells = g_array_new (FALSE, TRUE, (guint)cell_size);
  g_array_set_clear_func (line->cells, clear);
  return line;
}

void
copil_line_free (gpointer data)
{
  CopilLine *line = data;

  g_free (line->label);
  g_free (line->title);
  g_array_unref (line->cells);
  g_free (line);
}

void
copil_cells_init (CopilCells *self)
{
  self->rows = g_ptr_array_new_with_free_func (copil_line_free);
  self->columns = g_ptr_array_new_with_free_func (g_free);
}

void
copil_cells_clear (CopilCells *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_free (self->row_word);
  g_free (self->unit);
}

guint
copil_cells_add_row (CopilCells *self, const char *label, const char *title)
{
  g_ptr_array_add (self->rows, copil_line_new (label, title, sizeof (CopilCell), cell_clear));
  return self->rows->len - 1;
}

guint
copil_cells_add_column (CopilCells *self, const char *label)
{
  g_ptr_array_add (self->columns, g_strdup (label ? label : ""));
  return self->columns->len - 1;
}

void
copil_cells_set (CopilCells *self, guint row, guint column, CopilCell cell)
{
  GArray *cells = copil_cells_get_row (self, row)->cells;
  CopilCell *place;

  while (cells->len <= column)
    {
      CopilCell unknown = { .value = NAN };

      g_array_append_val (cells, unknown);
    }
  place = &g_array_index (cells, CopilCell, column);
  cell_clear (place);
  *place = (CopilCell){ isfinite (cell.value) ? cell.value : NAN, cell.estimated,
                        g_strdup (cell.text), g_strdup (cell.sentence), g_strdup (cell.key) };
}

const CopilCell *
copil_cells_get (const CopilCells *self, guint row, guint column)
{
  GArray *cells = copil_cells_get_row (self, row)->cells;
  const CopilCell *cell = column < cells->len ? &g_array_index (cells, CopilCell, column) : NULL;

  return cell && !isnan (cell->value) ? cell : NULL;
}

gboolean
copil_cells_is_empty (const CopilCells *self)
{
  for (guint r = 0; r < self->rows->len; r++)
    for (guint c = 0; c < self->columns->len; c++)
      if (copil_cells_get (self, r, c))
        return FALSE;
  return TRUE;
}

const CopilLine *
copil_cells_get_row (const CopilCells *self, guint row)
{
  return g_ptr_array_index (self->rows, row);
}

const char *
copil_cells_get_column (const CopilCells *self, guint column)
{
  return g_ptr_array_index (self->columns, column);
}

char *
copil_cells_format (const CopilCells *self, const CopilCell *cell)
{
  return cell->text ? g_strdup (cell->text) : copil_parts_number (cell->value, self->unit);
}

char *
copil_cells_sentence (const CopilCells *self, guint row, guint column, const CopilCell *cell)
{
  const CopilLine *line = copil_cells_get_row (self, row);
  g_autofree char *name = copil_parts_name (line->label, line->title);
  g_autofree char *text = copil_cells_format (self, cell);

  if (cell->sentence)
    return g_strdup (cell->sentence);
  return g_strdup_printf (C_ ("chart", "%s, %s: %s"), name ? name : "",
                          copil_cells_get_column (self, column), text);
}

GPtrArray *
copil_cells_keys (const CopilCells *self, guint first, guint n_rows)
{
  GPtrArray *keys = g_ptr_array_new ();

  for (guint r = first; r < first + n_rows; r++)
    for (guint c = 0; c < self->columns->len; c++)
      {
        const CopilCell *cell = copil_cells_get (self, r, c);

        if (cell && cell->key)
          g_ptr_array_add (keys, cell->key);
      }
  return keys;
}

void
copil_cells_fill_data (const CopilCells *self, gboolean figures, CopilChartData *data)
{
  guint n = self->columns->len;

  copil_chart_data_add_column (data, self->row_word, NULL);
  for (guint c = 0; c < n; c++)
    copil_chart_data_add_column (data, copil_cells_get_column (self, c), NULL);
  for (guint r = 0; r < self->rows->len; r++)
    {
      const CopilLine *line = copil_cells_get_row (self, r);
      g_autofree char *name = copil_parts_name (line->label, line->title);
      guint row = copil_chart_data_add_row (data);

      copil_chart_data_put_text (data, row, 0, name);
      for (guint c = 0; c < n; c++)
        {
          const CopilCell *cell = copil_cells_get (self, r, c);

          if (cell && (figures || !cell->text))
            copil_chart_data_put_number (data, row, c + 1, cell->value, self->unit, cell->text);
          else if (cell)
            copil_chart_data_put_text (data, row, c + 1, cell->text);
        }
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-heat.h"
#include "copil-cells.h"
#include "copil-chart-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_COLUMN 44
#define MAX_COLUMN 130
#define CELL 30
#define LEAST 16

struct _CopilHeat
{
  CopilChart parent_instance;

  CopilCells cells;
  double full;
  char *value_word;
};

G_DEFINE_FINAL_TYPE (CopilHeat, copil_heat, COPIL_TYPE_CHART)

static void
draw_row (CopilHeat *self, CopilScene *scene, const CopilRows *rows, guint place, guint first,
          double column)
{
  double y = rows->top + place * rows->pitch, cy = round (y + rows->pitch / 2);

  if (rows->narrow)
    {
      y = copil_rows_body (rows, place);
      cy = round (y + rows->body_height / 2);
    }
  for (guint c = first; c < self->cells.columns->len; c++)
    {
      const CopilCell *cell = copil_cells_get (&self->cells, place, c);
      double x = rows->body_x + (c - first) * column;
      double height = rows->narrow ? rows->body_height : rows->pitch - 2;
      g_autoptr (GPtrArray) keys = g_ptr_array_new ();
      g_autofree char *text = NULL;
      CopilText *figure;
      int mark;

      if (!cell)
        {
          copil_scene_place_on (scene, copil_scene_text (scene, COPIL_TEXT_SMALL, "–", -1, 1),
                                x + column / 2, cy, 0.5, COPIL_INK_MUTED);
          continue;
        }
      if (cell->key)
        g_ptr_array_add (keys, cell->key);
      mark = copil_scene_mark (scene, x + 1, y + 1, column - 2, height,
                               copil_cells_sentence (&self->cells, place, c, cell), keys, 1,
                               COPIL_CHART_ROLE_NEUTRAL);
      copil_scene_rect (scene, x + 1, y + 1, column - 2, height, 3, COPIL_CORNERS_ALL,
                        COPIL_PAINT_HEAT (100 * CLAMP (cell->value / self->full, 0, 1)), mark);
      text = copil_cells_format (&self->cells, cell);
      figure = copil_scene_text (scene, COPIL_TEXT_BODY, text, -1, 1);
      if (figure->width + 4 > column)
        figure = copil_scene_text (scene, COPIL_TEXT_SMALL, text, MAX (1, column - 4), 1);
      copil_scene_place_on (scene, figure, x + column / 2, cy, 0.5, COPIL_INK_TEXT);
    }
}

/* The rows for which there is no room, as one mark. */
static void
draw_others (CopilHeat *self, CopilScene *scene, const CopilRows *rows, guint place, double width)
{
  guint count = copil_rows_count (rows, place);
  double y = copil_rows_body (rows, place);
  g_autoptr (GPtrArray) keys = copil_cells_keys (&self->cells, place, count);
  int mark = copil_scene_mark (scene, rows->body_x + 1, y, width - 2, rows->body_height,
                               copil_rows_others (count), keys, count, COPIL_CHART_ROLE_NEUTRAL);
  copil_scene_rect (scene, rows->body_x + 1, y, width - 2, rows->body_height, 3, COPIL_CORNERS_ALL,
                    COPIL_INK_SURFACE, mark);
}

static void
copil_heat_layout (CopilChart *chart, CopilScene *scene)
{
  CopilHeat *self = COPIL_HEAT (chart);
  guint n = self->cells.rows->len, first;
  g_autofree char **labels = g_new0 (char *, n + 1);
  g_autofree char **titles = g_new0 (char *, n + 1);
  CopilLegendEntry entry = { COPIL_LEGEND_HEAT, COPIL_CHART_ROLE_NEUTRAL, self->value_word, NULL };
  double line = ceil (copil_scene_line_height (scene, COPIL_TEXT_SMALL_STRONG)), column, most;
  double y =
      copil_parts_head (scene, copil_chart_get_title (chart), &entry, self->value_word ? 1 : 0);
  CopilRows rows;

  for (guint i = 0; i < n; i++)
    {
      labels[i] = copil_cells_get_row (&self->cells, i)->label;
      titles[i] = copil_cells_get_row (&self->cells, i)->title;
    }
  copil_rows_fit (&rows, scene, labels, titles, n, y + line + 6, CELL, LEAST, 0);
  most = MAX (1, floor (rows.body_width / MIN_COLUMN));
  first = self->cells.columns->len > most ? self->cells.columns->len - (guint)most : 0;
  column = floor (MIN (rows.body_width / MAX (1, self->cells.columns->len - first), MAX_COLUMN));
  for (guint c = first; c < self->cells.columns->len; c++)
    {
      CopilText *text =
          copil_scene_text (scene, COPIL_TEXT_SMALL_STRONG,
                            copil_cells_get_column (&self->cells, c), MAX (1, column - 4), 1);

      copil_scene_place (scene, text,
                         round (rows.body_x + (c - first + 0.5) * column - text->width / 2), y,
                         COPIL_INK_TEXT);
    }
  for (guint place = 0; place < rows.n_rows; place++)
    {
      copil_rows_draw_name (&rows, scene, place, labels[place], titles[place]);
      if (copil_rows_count (&rows, place) == 1)
        draw_row (self, scene, &rows, place, first, column);
      else
        draw_others (self, scene, &rows, place, column * (self->cells.columns->len - first));
    }
}

static gboolean
copil_heat_is_empty (CopilChart *chart)
{
  return copil_cells_is_empty (&COPIL_HEAT (chart)->cells);
}

static char *
copil_heat_describe (CopilChart *chart)
{
  CopilHeat *self = COPIL_HEAT (chart);
  GString *text = g_string_new (NULL);

  for (guint r = 0; r < MIN (self->cells.rows->len, 12); r++)
    {
      g_autofree char *name = copil_parts_name (copil_cells_get_row (&self->cells, r)->label,
                                                copil_cells_get_row (&self->cells, r)->title);
      g_autoptr (GString) cells = g_string_new (NULL);

      for (guint c = 0; c < self->cells.columns->len; c++)
        {
          const CopilCell *cell = copil_cells_get (&self->cells, r, c);
          g_autofree char *figure = cell ? copil_cells_format (&self->cells, cell) : NULL;

          if (!cell)
            continue;
          if (cells->len > 0)
            g_string_append (cells, ", ");
          g_string_append_printf (cells, C_ ("chart", "%s %s"),
                                  copil_cells_get_column (&self->cells, c), figure);
        }
      if (cells->len == 0)
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_printf (text, C_ ("chart", "%s: %s."), name ? name : "", cells->str);
    }
  if (self->cells.rows->len > 12)
    g_string_append (text, " …");
  return g_string_free (text, FALSE);
}

static void
copil_heat_fill_data (CopilChart *chart, CopilChartData *data)
{
  copil_cells_fill_data (&COPIL_HEAT (chart)->cells, FALSE, data);
}

static void
copil_heat_finalize (GObject *object)
{
  CopilHeat *self = COPIL_HEAT (object);

  copil_cells_clear (&self->cells);
  g_free (self->value_word);
  G_OBJECT_CLASS (copil_heat_parent_class)->finalize (object);
}

static void
copil_heat_class_init (CopilHeatClass *klass)
{
  CopilChartClass *chart_class = COPIL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = copil_heat_finalize;
  chart_class->is_empty = copil_heat_is_empty;
  chart_class->layout = copil_heat_layout;
  chart_class->describe = copil_heat_describe;
  chart_class->fill_data = copil_heat_fill_data;
}

static void
copil_heat_init (CopilHeat *self)
{
  copil_cells_init (&self->cells);
  self->full = 100;
}

CopilChart *
copil_heat_new (const char *title, double full)
{
  CopilHeat *self = g_object_new (COPIL_TYPE_HEAT, NULL);

  if (full > 0)
    self->full = full;
  copil_chart_set_title (COPIL_CHART (self), title);
  return COPIL_CHART (self);
}

guint
copil_heat_add_row (CopilHeat *self, const char *label, const char *row_title)
{
  g_return_val_if_fail (COPIL_IS_HEAT (self), 0);
  copil_chart_changed (COPIL_CHART (self));
  return copil_cells_add_row (&self->cells, label, row_title);
}

guint
copil_heat_add_column (CopilHeat *self, const char *label)
{
  g_return_val_if_fail (COPIL_IS_HEAT (self), 0);
  copil_chart_changed (COPIL_CHART (self));
  return copil_cells_add_column (&self->cells, label);
}

void
copil_heat_set_cell (CopilHeat *self, guint row, guint column, double value, const char *text,
                     const char *sentence, const char *key)
{
  g_return_if_fail (COPIL_IS_HEAT (self));
  g_return_if_fail (row < self->cells.rows->len && column < self->cells.columns->len);
  copil_cells_set (&self->cells, row, column,
                   (CopilCell){ value, FALSE, (char *)text, (char *)sentence, (char *)key });
  copil_chart_changed (COPIL_CHART (self));
}

void
copil_heat_set_words (CopilHeat *self, const char *row_word, const char *value_word)
{
  g_return_if_fail (COPIL_IS_HEAT (self));
  g_free (self->cells.row_word);
  g_free (self->value_word);
  self->cells.row_word = g_strdup (row_word);
  self->value_word = g_strdup (value_word);
  copil_chart_changed (COPIL_CHART (self));
}

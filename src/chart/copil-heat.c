/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-heat.h"
#include "copil-chart-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_COLUMN 44
#define MAX_COLUMN 130
#define CELL 30
#define LEAST 16

typedef struct
{
  double value;
  char *text;
  char *sentence;
  char *key;
} Cell;

typedef struct
{
  char *label;
  char *title;
  GArray *cells;
} Row;

struct _CopilHeat
{
  CopilChart parent_instance;

  GPtrArray *rows;
  GPtrArray *columns;
  double full;
  char *row_word;
  char *value_word;
};

G_DEFINE_FINAL_TYPE (CopilHeat, copil_heat, COPIL_TYPE_CHART)

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
  g_free (cell->sentence);
  g_free (cell->key);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->label);
  g_free (row->title);
  g_array_unref (row->cells);
  g_free (row);
}

static Row *
get_row (CopilHeat *self, guint i)
{
  return g_ptr_array_index (self->rows, i);
}

/* The cell, or NULL where it was not set. */
static const Cell *
get_cell (CopilHeat *self, guint row, guint column)
{
  GArray *cells = get_row (self, row)->cells;
  const Cell *cell = column < cells->len ? &g_array_index (cells, Cell, column) : NULL;

  return cell && !isnan (cell->value) ? cell : NULL;
}

static char *
format (const Cell *cell)
{
  return cell->text ? g_strdup (cell->text) : copil_parts_number (cell->value, NULL);
}

static char *
sentence_of (CopilHeat *self, guint row, guint column, const Cell *cell)
{
  g_autofree char *name = copil_parts_name (get_row (self, row)->label, get_row (self, row)->title);
  g_autofree char *text = format (cell);

  if (cell->sentence)
    return g_strdup (cell->sentence);
  return g_strdup_printf (C_ ("chart", "%s, %s: %s"), name ? name : "",
                          (const char *)g_ptr_array_index (self->columns, column), text);
}

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
  for (guint c = first; c < self->columns->len; c++)
    {
      const Cell *cell = get_cell (self, place, c);
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
      mark =
          copil_scene_mark (scene, x + 1, y + 1, column - 2, height,
                            sentence_of (self, place, c, cell), keys, 1, COPIL_CHART_ROLE_NEUTRAL);
      copil_scene_rect (scene, x + 1, y + 1, column - 2, height, 3, COPIL_CORNERS_ALL,
                        COPIL_PAINT_HEAT (100 * CLAMP (cell->value / self->full, 0, 1)), mark);
      text = format (cell);
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
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  int mark;

  for (guint r = place; r < place + count; r++)
    for (guint c = 0; c < self->columns->len; c++)
      if (get_cell (self, r, c) && get_cell (self, r, c)->key)
        g_ptr_array_add (keys, get_cell (self, r, c)->key);
  mark = copil_scene_mark (scene, rows->body_x + 1, y, width - 2, rows->body_height,
                           copil_rows_others (count), keys, count, COPIL_CHART_ROLE_NEUTRAL);
  copil_scene_rect (scene, rows->body_x + 1, y, width - 2, rows->body_height, 3, COPIL_CORNERS_ALL,
                    COPIL_INK_SURFACE, mark);
}

static void
copil_heat_layout (CopilChart *chart, CopilScene *scene)
{
  CopilHeat *self = COPIL_HEAT (chart);
  guint n = self->rows->len, first;
  g_autofree char **labels = g_new0 (char *, n + 1);
  g_autofree char **titles = g_new0 (char *, n + 1);
  CopilLegendEntry entry = { COPIL_LEGEND_HEAT, COPIL_CHART_ROLE_NEUTRAL, self->value_word, NULL };
  double line = ceil (copil_scene_line_height (scene, COPIL_TEXT_SMALL_STRONG)), column, most;
  double y =
      copil_parts_head (scene, copil_chart_get_title (chart), &entry, self->value_word ? 1 : 0);
  CopilRows rows;

  for (guint i = 0; i < n; i++)
    {
      labels[i] = get_row (self, i)->label;
      titles[i] = get_row (self, i)->title;
    }
  copil_rows_fit (&rows, scene, labels, titles, n, y + line + 6, CELL, LEAST, 0);
  most = MAX (1, floor (rows.body_width / MIN_COLUMN));
  first = self->columns->len > most ? self->columns->len - (guint)most : 0;
  column = floor (MIN (rows.body_width / MAX (1, self->columns->len - first), MAX_COLUMN));
  for (guint c = first; c < self->columns->len; c++)
    {
      CopilText *text =
          copil_scene_text (scene, COPIL_TEXT_SMALL_STRONG, g_ptr_array_index (self->columns, c),
                            MAX (1, column - 4), 1);

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
        draw_others (self, scene, &rows, place, column * (self->columns->len - first));
    }
}

static gboolean
copil_heat_is_empty (CopilChart *chart)
{
  CopilHeat *self = COPIL_HEAT (chart);

  for (guint r = 0; r < self->rows->len; r++)
    for (guint c = 0; c < self->columns->len; c++)
      if (get_cell (self, r, c))
        return FALSE;
  return TRUE;
}

static char *
copil_heat_describe (CopilChart *chart)
{
  CopilHeat *self = COPIL_HEAT (chart);
  GString *text = g_string_new (NULL);

  for (guint r = 0; r < MIN (self->rows->len, 12); r++)
    {
      g_autofree char *name = copil_parts_name (get_row (self, r)->label, get_row (self, r)->title);
      g_autoptr (GString) cells = g_string_new (NULL);

      for (guint c = 0; c < self->columns->len; c++)
        {
          const Cell *cell = get_cell (self, r, c);
          g_autofree char *figure = cell ? format (cell) : NULL;

          if (!cell)
            continue;
          if (cells->len > 0)
            g_string_append (cells, ", ");
          g_string_append_printf (cells, C_ ("chart", "%s %s"),
                                  (const char *)g_ptr_array_index (self->columns, c), figure);
        }
      if (cells->len == 0)
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_printf (text, C_ ("chart", "%s: %s."), name ? name : "", cells->str);
    }
  if (self->rows->len > 12)
    g_string_append (text, " …");
  return g_string_free (text, FALSE);
}

static void
copil_heat_fill_table (CopilChart *chart, GPtrArray *table)
{
  CopilHeat *self = COPIL_HEAT (chart);
  guint n = self->columns->len;
  char **cells = g_new0 (char *, n + 2);

  cells[0] = g_strdup (self->row_word ? self->row_word : "");
  for (guint c = 0; c < n; c++)
    cells[c + 1] = g_strdup (g_ptr_array_index (self->columns, c));
  g_ptr_array_add (table, cells);
  for (guint r = 0; r < self->rows->len; r++)
    {
      cells = g_new0 (char *, n + 2);
      cells[0] = copil_parts_name (get_row (self, r)->label, get_row (self, r)->title);
      if (!cells[0])
        cells[0] = g_strdup ("");
      for (guint c = 0; c < n; c++)
        {
          const Cell *cell = get_cell (self, r, c);

          cells[c + 1] = cell ? format (cell) : g_strdup ("");
        }
      g_ptr_array_add (table, cells);
    }
}

static void
copil_heat_finalize (GObject *object)
{
  CopilHeat *self = COPIL_HEAT (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_free (self->row_word);
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
  chart_class->fill_table = copil_heat_fill_table;
}

static void
copil_heat_init (CopilHeat *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->columns = g_ptr_array_new_with_free_func (g_free);
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
  Row *row;

  g_return_val_if_fail (COPIL_IS_HEAT (self), 0);
  row = g_new0 (Row, 1);
  row->label = g_strdup (label);
  row->title = g_strdup (row_title);
  row->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (row->cells, cell_clear);
  g_ptr_array_add (self->rows, row);
  copil_chart_changed (COPIL_CHART (self));
  return self->rows->len - 1;
}

guint
copil_heat_add_column (CopilHeat *self, const char *label)
{
  g_return_val_if_fail (COPIL_IS_HEAT (self), 0);
  g_ptr_array_add (self->columns, g_strdup (label ? label : ""));
  copil_chart_changed (COPIL_CHART (self));
  return self->columns->len - 1;
}

void
copil_heat_set_cell (CopilHeat *self, guint row, guint column, double value, const char *text,
                     const char *sentence, const char *key)
{
  GArray *cells;
  Cell *cell;

  g_return_if_fail (COPIL_IS_HEAT (self));
  g_return_if_fail (row < self->rows->len && column < self->columns->len);
  cells = get_row (self, row)->cells;
  while (cells->len <= column)
    {
      Cell unknown = { NAN, NULL, NULL, NULL };

      g_array_append_val (cells, unknown);
    }
  cell = &g_array_index (cells, Cell, column);
  cell_clear (cell);
  *cell = (Cell){ isfinite (value) ? value : NAN, g_strdup (text), g_strdup (sentence),
                  g_strdup (key) };
  copil_chart_changed (COPIL_CHART (self));
}

void
copil_heat_set_words (CopilHeat *self, const char *row_word, const char *value_word)
{
  g_return_if_fail (COPIL_IS_HEAT (self));
  g_free (self->row_word);
  g_free (self->value_word);
  self->row_word = g_strdup (row_word);
  self->value_word = g_strdup (value_word);
  copil_chart_changed (COPIL_CHART (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-matrix.h"
#include "copil-cells.h"
#include "copil-chart-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MIN_COLUMN 36
#define MAX_COLUMN 150
#define TITLED_COLUMN 76
#define MAX_ROWS 200
#define MAX_MEASURED 60
#define NARROW 420

typedef struct
{
  guint value;
  guint second;
  char *label;
  char *key;
} Cell;

struct _CopilMatrix
{
  CopilChart parent_instance;

  GPtrArray *rows;
  GPtrArray *columns;
  char *row_word;
  char *value_word;
  char *second_word;
  CopilChartRole second_role;
};

G_DEFINE_FINAL_TYPE (CopilMatrix, copil_matrix, COPIL_TYPE_CHART)

/* Rows or columns as drawn: one line, or all those from @first on under the name @gathered. */
typedef struct
{
  guint first;
  guint n;
  const char *label;
  const char *title;
} Band;

typedef struct
{
  guint64 value;
  guint64 second;
} Sum;

typedef struct
{
  double label_width;
  double x;
  double column;
  double total_width;
  double pitch;
  double head;
  double value_width;
  double second_width;
  int lines;
  gboolean titled;
} Metrics;

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_free (cell->label);
  g_free (cell->key);
}

static const Cell *
get_cell (CopilMatrix *self, guint row, guint column)
{
  CopilLine *line = g_ptr_array_index (self->rows, row);

  return column < line->cells->len ? &g_array_index (line->cells, Cell, column) : NULL;
}

static Sum
sum_cells (CopilMatrix *self, const Band *rows, const Band *columns)
{
  Sum sum = { 0 };

  for (guint r = rows->first; r < rows->first + rows->n; r++)
    {
      CopilLine *line = g_ptr_array_index (self->rows, r);
      guint end = MIN (columns->first + columns->n, line->cells->len);

      for (guint c = columns->first; c < end; c++)
        {
          sum.value += get_cell (self, r, c)->value;
          sum.second += get_cell (self, r, c)->second;
        }
    }
  return sum;
}

static GArray *
make_bands (GPtrArray *lines, guint n_bands, char **gathered)
{
  GArray *bands = g_array_new (FALSE, TRUE, sizeof (Band));

  for (guint first = 0; first < lines->len; first++)
    {
      gboolean last = bands->len + 1 == n_bands && first + 1 < lines->len;
      const CopilLine *line = g_ptr_array_index (lines, first);
      Band band = { first, last ? lines->len - first : 1, line->label, line->title };

      if (last)
        {
          g_autofree char *count = copil_parts_count (band.n);

          *gathered = g_strdup_printf (ngettext ("%s other", "%s others", band.n), count);
          band.label = NULL;
          band.title = *gathered;
        }
      g_array_append_val (bands, band);
      if (last)
        break;
    }
  return bands;
}

static char *
cell_label (CopilMatrix *self, const Band *row, const Band *column, Sum sum)
{
  g_autofree char *value = copil_parts_count ((gint64)sum.value);
  g_autofree char *second = copil_parts_count ((gint64)sum.second);
  g_autofree char *row_name = copil_parts_name (row->label, row->title);
  g_autofree char *column_name = copil_parts_name (column->label, column->title);

  if (row->n == 1 && column->n == 1)
    {
      const Cell *cell = get_cell (self, row->first, column->first);

      if (cell != NULL && cell->label != NULL)
        return g_strdup (cell->label);
    }
  if (sum.second > 0)
    /* Translators: row, column, figure, second figure and its name: "UIMM, Axis 4: 12, of which 3
     * late" */
    return g_strdup_printf (
        C_ ("chart", "%s, %s: %s, of which %s %s"), row_name != NULL ? row_name : "",
        column_name != NULL ? column_name : "", value, second, self->second_word);
  /* Translators: row, column, figure: "UIMM, Axis 4: 12" */
  return g_strdup_printf (C_ ("chart", "%s, %s: %s"), row_name != NULL ? row_name : "",
                          column_name != NULL ? column_name : "", value);
}

static GPtrArray *
cell_keys (CopilMatrix *self, const Band *rows, const Band *columns)
{
  GPtrArray *keys = g_ptr_array_new ();

  for (guint r = rows->first; r < rows->first + rows->n; r++)
    {
      CopilLine *line = g_ptr_array_index (self->rows, r);
      guint end = MIN (columns->first + columns->n, line->cells->len);

      for (guint c = columns->first; c < end; c++)
        if (get_cell (self, r, c)->value > 0 && get_cell (self, r, c)->key != NULL)
          g_ptr_array_add (keys, get_cell (self, r, c)->key);
    }
  return keys;
}

/* The figures of a cell or a total, around (cx, cy): the value, then a triangle and the second
 * value. They line up from row to row, whether a second one follows or not. */
static void
draw_figures (CopilMatrix *self, CopilScene *scene, const Metrics *m, Sum sum, double cx, double cy,
              double width, gboolean strong, int mark)
{
  CopilTextKind kind = strong ? COPIL_TEXT_STRONG : COPIL_TEXT_BODY;
  g_autofree char *value = copil_parts_count ((gint64)sum.value);
  g_autofree char *second = copil_parts_count ((gint64)sum.second);
  CopilText *figure = copil_scene_text (scene, kind, value, -1, 1);
  double sign = round (scene->em * 0.62);
  gboolean both = m->second_width > 0 && m->value_width + m->second_width + 4 <= width;
  double end;

  if (figure->width + 2 > width)
    figure = copil_scene_text (scene, COPIL_TEXT_SMALL, value, -1, 1);
  end = both ? round (cx + (m->value_width - m->second_width) / 2) : round (cx + figure->width / 2);
  copil_scene_place_on (scene, figure, end, cy, 1, COPIL_INK_TEXT);
  if (sum.second == 0)
    return;
  if (both)
    {
      copil_scene_triangle (scene, end + 6 + sign / 2, cy, sign,
                            COPIL_PAINT_ROLE (self->second_role), mark);
      copil_scene_place_on (scene, copil_scene_text (scene, COPIL_TEXT_SMALL, second, -1, 1),
                            end + 6 + sign + 3, cy, 0, COPIL_INK_TEXT);
    }
  else if (figure->width + 10 <= width)
    copil_scene_triangle (scene, cx + width / 2 - 4, cy - 7, 7,
                          COPIL_PAINT_ROLE (self->second_role), mark);
}

static double
draw_head (CopilMatrix *self, CopilScene *scene, Sum all)
{
  g_autofree char *value = copil_parts_count ((gint64)all.value);
  g_autofree char *second = copil_parts_count ((gint64)all.second);
  CopilLegendEntry entries[] = {
    { COPIL_LEGEND_HEAT, COPIL_CHART_ROLE_NEUTRAL, self->value_word, value },
    { COPIL_LEGEND_TRIANGLE, self->second_role, self->second_word, second },
  };

  return copil_parts_head (scene, copil_chart_get_title (COPIL_CHART (self)), entries,
                           all.second > 0 ? 2 : 1);
}

/* The name of a column: on one line, the last word of it ("4" of "Axis 4") where the whole has no
 * room. */
static CopilText *
column_text (CopilScene *scene, const Metrics *m, const Band *column)
{
  const char *name = column->label != NULL ? column->label : column->title;
  const char *word;

  if (name == NULL)
    name = "";
  if (column->n > 1 &&
      copil_scene_text_width (scene, COPIL_TEXT_SMALL_STRONG, name) > m->column - 4)
    {
      g_autofree char *count = copil_parts_count (column->n);
      g_autofree char *more = g_strconcat ("+", count, NULL);

      return copil_scene_text (scene, COPIL_TEXT_SMALL_STRONG, more, m->column - 4, 1);
    }
  word = strrchr (name, ' ');
  if (word != NULL && word[1] != '\0' && column->n == 1 && column->label != NULL &&
      copil_scene_text_width (scene, COPIL_TEXT_SMALL_STRONG, name) > m->column - 4)
    name = word + 1;
  return copil_scene_text (scene, COPIL_TEXT_SMALL_STRONG, name, m->column - 4, 1);
}

static CopilText *
column_title (CopilScene *scene, const Metrics *m, const Band *column)
{
  if (!m->titled || column->label == NULL || column->title == NULL)
    return NULL;
  return copil_scene_text (scene, COPIL_TEXT_SMALL, column->title, m->column - 10, m->lines);
}

static double
head_height (CopilScene *scene, const Metrics *m, GArray *columns)
{
  double height = 0;

  for (guint c = 0; c < columns->len; c++)
    {
      CopilText *title = column_title (scene, m, &g_array_index (columns, Band, c));

      if (title != NULL)
        height = MAX (height, title->height);
    }
  return ceil (height) + ceil (copil_scene_line_height (scene, COPIL_TEXT_SMALL_STRONG)) + 6;
}

static void
draw_columns (CopilScene *scene, const Metrics *m, GArray *columns, double y)
{
  CopilText *total =
      copil_scene_text (scene, COPIL_TEXT_SMALL_STRONG, C_ ("chart", "Total"), -1, 1);
  double line = ceil (copil_scene_line_height (scene, COPIL_TEXT_SMALL_STRONG));

  for (guint c = 0; c < columns->len; c++)
    {
      CopilText *text = column_text (scene, m, &g_array_index (columns, Band, c));
      CopilText *title = column_title (scene, m, &g_array_index (columns, Band, c));
      double x = m->x + c * m->column;

      /* Long titles read from the left; short names sit over their figures. */
      copil_scene_place (scene, text, m->titled ? x + 4 : round (x + (m->column - text->width) / 2),
                         m->titled ? y : y + m->head - 6 - line, COPIL_INK_TEXT);
      if (title != NULL)
        copil_scene_place (scene, title, x + 4, y + line, COPIL_INK_MUTED);
    }
  copil_scene_place (scene, total,
                     round (m->x + columns->len * m->column + (m->total_width - total->width) / 2),
                     m->titled ? y : y + m->head - 6 - line, COPIL_INK_TEXT);
}

static void
draw_rows (CopilMatrix *self, CopilScene *scene, const Metrics *m, GArray *rows, GArray *columns,
           double y)
{
  Band every = { 0, self->columns->len, NULL, NULL };
  guint64 most = 1;

  /* What is gathered would pale the others: it is as deep as the deepest. */
  for (guint r = 0; r < rows->len; r++)
    for (guint c = 0; c < columns->len; c++)
      {
        const Band *row = &g_array_index (rows, Band, r);
        const Band *column = &g_array_index (columns, Band, c);

        if (row->n == 1 && column->n == 1)
          most = MAX (most, sum_cells (self, row, column).value);
      }
  for (guint r = 0; r < rows->len; r++)
    {
      const Band *row = &g_array_index (rows, Band, r);
      double top = y + r * m->pitch;
      double cy = round (top + m->pitch / 2);
      CopilText *label = copil_scene_text_headed (
          scene, COPIL_TEXT_BODY, row->label, row->title, m->label_width,
          m->pitch >= 2 * copil_scene_line_height (scene, COPIL_TEXT_BODY) + 2 ? 2 : 1);

      copil_scene_place (scene, label, scene->padding, round (cy - label->height / 2),
                         COPIL_INK_TEXT);
      for (guint c = 0; c < columns->len; c++)
        {
          const Band *column = &g_array_index (columns, Band, c);
          Sum sum = sum_cells (self, row, column);
          double x = m->x + c * m->column;
          g_autoptr (GPtrArray) keys = NULL;
          int mark;

          if (sum.value == 0)
            {
              copil_scene_place_on (scene, copil_scene_text (scene, COPIL_TEXT_SMALL, "–", -1, 1),
                                    x + m->column / 2, cy, 0.5, COPIL_INK_MUTED);
              continue;
            }
          keys = cell_keys (self, row, column);
          mark = copil_scene_mark (scene, x + 1, top + 1, m->column - 2, m->pitch - 2,
                                   cell_label (self, row, column, sum), keys, row->n * column->n,
                                   sum.second > 0 ? self->second_role : COPIL_CHART_ROLE_NEUTRAL);
          copil_scene_rect (
              scene, x + 1, top + 1, m->column - 2, m->pitch - 2, 3, COPIL_CORNERS_ALL,
              COPIL_PAINT_HEAT (100.0 * (double)MIN (sum.value, most) / (double)most), mark);
          draw_figures (self, scene, m, sum, x + m->column / 2, cy, m->column - 4, FALSE, mark);
        }
      draw_figures (self, scene, m, sum_cells (self, row, &every),
                    m->x + columns->len * m->column + m->total_width / 2, cy, m->total_width - 2,
                    TRUE, -1);
    }
}

static void
draw_totals (CopilMatrix *self, CopilScene *scene, const Metrics *m, GArray *columns, double y)
{
  Band every_row = { 0, self->rows->len, NULL, NULL };
  Band every = { 0, self->columns->len, NULL, NULL };
  double cy = round (y + 4 + m->pitch / 2);
  CopilText *label =
      copil_scene_text (scene, COPIL_TEXT_STRONG, C_ ("chart", "Total"), m->label_width, 1);

  copil_scene_rect (scene, scene->padding, y + 3, scene->width - 2 * scene->padding, 1, 0,
                    COPIL_CORNERS_NONE, COPIL_INK_HAIRLINE, -1);
  copil_scene_place_on (scene, label, scene->padding, cy, 0, COPIL_INK_TEXT);
  for (guint c = 0; c < columns->len; c++)
    draw_figures (self, scene, m, sum_cells (self, &every_row, &g_array_index (columns, Band, c)),
                  m->x + (c + 0.5) * m->column, cy, m->column - 4, TRUE, -1);
  draw_figures (self, scene, m, sum_cells (self, &every_row, &every),
                m->x + columns->len * m->column + m->total_width / 2, cy, m->total_width - 2, TRUE,
                -1);
}

static double
rows_label_width (CopilMatrix *self, CopilScene *scene, double share)
{
  guint n = MIN (self->rows->len, MAX_MEASURED);
  g_autofree char **labels = g_new0 (char *, n + 1);
  g_autofree char **titles = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const CopilLine *line = g_ptr_array_index (self->rows, i);

      labels[i] = line->label;
      titles[i] = line->title;
    }
  return MAX (copil_parts_label_width (scene, labels, titles, n, share),
              ceil (copil_scene_text_width (scene, COPIL_TEXT_STRONG, C_ ("chart", "Total"))));
}

static void
copil_matrix_layout (CopilChart *chart, CopilScene *scene)
{
  CopilMatrix *self = COPIL_MATRIX (chart);
  Band every_row = { 0, self->rows->len, NULL, NULL };
  Band every_column = { 0, self->columns->len, NULL, NULL };
  Sum all = sum_cells (self, &every_row, &every_column);
  g_autofree char *gathered_columns = NULL, *gathered_rows = NULL;
  g_autofree char *total = copil_parts_count ((gint64)all.value);
  g_autofree char *second = copil_parts_count ((gint64)all.second);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) columns = NULL;
  double inner = scene->width - 2 * scene->padding;
  double line = ceil (copil_scene_line_height (scene, COPIL_TEXT_BODY));
  double y = draw_head (self, scene, all);
  Metrics m = { .lines = 3 };
  double room, least = line + 6, natural = line + 18;
  guint n_rows;

  m.label_width = rows_label_width (self, scene, inner < NARROW ? 0.28 : 0.3);
  m.x = round (scene->padding + m.label_width + 10);
  m.value_width = ceil (copil_scene_text_width (scene, COPIL_TEXT_STRONG, total));
  if (all.second > 0)
    m.second_width = 6 + round (scene->em * 0.62) + 3 +
                     ceil (copil_scene_text_width (scene, COPIL_TEXT_SMALL, second));
  m.total_width = m.value_width + (inner >= NARROW ? m.second_width + 4 : 0) + 8;
  m.total_width = ceil (
      MAX (m.total_width,
           copil_scene_text_width (scene, COPIL_TEXT_SMALL_STRONG, C_ ("chart", "Total")) + 6));
  room = scene->width - scene->padding - m.x - m.total_width;
  columns =
      make_bands (self->columns, (guint)MAX (1, floor (room / MAX (MIN_COLUMN, m.value_width + 8))),
                  &gathered_columns);
  m.column = floor (CLAMP (room / columns->len, 8, MAX_COLUMN));
  m.titled = m.column >= TITLED_COLUMN;
  if (scene->mode == COPIL_SCENE_COMPACT)
    m.titled = FALSE;
  m.head = head_height (scene, &m, columns);
  if (scene->mode == COPIL_SCENE_FIT)
    {
      double height = scene->height - scene->padding - y - 4;

      /* The figures come before the titles. */
      while (m.titled && height - m.head < least * (self->rows->len + 1))
        {
          if (--m.lines == 0)
            m.titled = FALSE;
          m.head = head_height (scene, &m, columns);
        }
      height -= m.head;
      m.pitch = floor (CLAMP (height / (self->rows->len + 1), least, natural * 1.5));
      n_rows = (guint)CLAMP (floor (height / m.pitch) - 1, 1, self->rows->len);
    }
  else
    {
      m.pitch = scene->mode == COPIL_SCENE_NATURAL ? natural : least;
      n_rows = MIN (self->rows->len, MAX_ROWS);
    }
  rows = make_bands (self->rows, n_rows, &gathered_rows);
  draw_columns (scene, &m, columns, y);
  y += m.head;
  draw_rows (self, scene, &m, rows, columns, y);
  y += rows->len * m.pitch;
  draw_totals (self, scene, &m, columns, y);
  scene->bottom = y + 4 + m.pitch;
}

static gboolean
copil_matrix_is_empty (CopilChart *chart)
{
  CopilMatrix *self = COPIL_MATRIX (chart);
  Band rows = { 0, self->rows->len, NULL, NULL };
  Band columns = { 0, self->columns->len, NULL, NULL };

  return sum_cells (self, &rows, &columns).value == 0;
}

static char *
copil_matrix_describe (CopilChart *chart)
{
  CopilMatrix *self = COPIL_MATRIX (chart);
  Band every_row = { 0, self->rows->len, NULL, NULL };
  Band every_column = { 0, self->columns->len, NULL, NULL };
  Sum all = sum_cells (self, &every_row, &every_column);
  g_autofree char *total = copil_parts_count ((gint64)all.value);
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint r = 0; r < MIN (self->rows->len, 20); r++)
    {
      const CopilLine *line = g_ptr_array_index (self->rows, r);
      Band row = { r, 1, NULL, NULL };
      Sum sum = sum_cells (self, &row, &every_column);
      g_autofree char *value = copil_parts_count ((gint64)sum.value);
      g_autofree char *name = copil_parts_name (line->label, line->title);

      if (rows->len > 0)
        g_string_append (rows, ", ");
      g_string_append_printf (rows, C_ ("chart", "%s %s"), name != NULL ? name : "", value);
    }
  if (self->rows->len > 20)
    g_string_append (rows, "…");
  if (all.second > 0)
    {
      g_autofree char *second = copil_parts_count ((gint64)all.second);

      /* Translators: the total, the second figure and its name, the figures by row. */
      return g_strdup_printf (C_ ("chart", "%s in all, of which %s %s: %s."), total, second,
                              self->second_word, rows->str);
    }
  /* Translators: the total, the figures by row. */
  return g_strdup_printf (C_ ("chart", "%s in all: %s."), total, rows->str);
}

static void
copil_matrix_fill_data (CopilChart *chart, CopilChartData *data)
{
  CopilMatrix *self = COPIL_MATRIX (chart);
  guint n = self->columns->len;
  Band every_column = { 0, n, NULL, NULL };

  copil_chart_data_add_column (data, self->row_word, NULL);
  for (guint c = 0; c < n; c++)
    {
      const CopilLine *column = g_ptr_array_index (self->columns, c);
      g_autofree char *name = copil_parts_name (column->label, column->title);

      copil_chart_data_add_column (data, name, self->second_word);
    }
  copil_chart_data_add_column (data, C_ ("chart", "Total"), self->second_word);
  for (guint r = 0; r < self->rows->len; r++)
    {
      const CopilLine *line = g_ptr_array_index (self->rows, r);
      g_autofree char *name = copil_parts_name (line->label, line->title);
      guint row = copil_chart_data_add_row (data);

      copil_chart_data_put_text (data, row, 0, name);
      for (guint c = 0; c < n + 1; c++)
        {
          Band band = { r, 1, NULL, NULL };
          Band column = { c, 1, NULL, NULL };
          Sum sum = sum_cells (self, &band, c < n ? &column : &every_column);
          g_autofree char *value = copil_parts_count ((gint64)sum.value);
          g_autofree char *second = copil_parts_count ((gint64)sum.second);
          /* Translators: figure, second figure and its name: "12 (3 late)" */
          g_autofree char *both =
              sum.second > 0
                  ? g_strdup_printf (C_ ("chart", "%s (%s %s)"), value, second, self->second_word)
                  : NULL;

          copil_chart_data_put_number (data, row, c + 1, (double)sum.value, NULL,
                                       both ? both : value);
          copil_chart_data_put_second (data, row, c + 1, (double)sum.second);
        }
    }
}

static void
copil_matrix_finalize (GObject *object)
{
  CopilMatrix *self = COPIL_MATRIX (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_free (self->row_word);
  g_free (self->value_word);
  g_free (self->second_word);
  G_OBJECT_CLASS (copil_matrix_parent_class)->finalize (object);
}

static void
copil_matrix_class_init (CopilMatrixClass *klass)
{
  CopilChartClass *chart_class = COPIL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = copil_matrix_finalize;
  chart_class->is_empty = copil_matrix_is_empty;
  chart_class->layout = copil_matrix_layout;
  chart_class->describe = copil_matrix_describe;
  chart_class->fill_data = copil_matrix_fill_data;
}

static void
copil_matrix_init (CopilMatrix *self)
{
  self->rows = g_ptr_array_new_with_free_func (copil_line_free);
  self->columns = g_ptr_array_new_with_free_func (copil_line_free);
  self->value_word = g_strdup (C_ ("chart", "Count"));
  self->second_role = COPIL_CHART_ROLE_LATE;
  self->second_word = g_strdup (copil_chart_role_get_label (COPIL_CHART_ROLE_LATE));
}

CopilChart *
copil_matrix_new (const char *title)
{
  CopilChart *self = g_object_new (COPIL_TYPE_MATRIX, NULL);

  copil_chart_set_title (self, title);
  return self;
}

guint
copil_matrix_add_row (CopilMatrix *self, const char *label, const char *title)
{
  g_return_val_if_fail (COPIL_IS_MATRIX (self), 0);
  g_ptr_array_add (self->rows, copil_line_new (label, title, sizeof (Cell), cell_clear));
  copil_chart_changed (COPIL_CHART (self));
  return self->rows->len - 1;
}

guint
copil_matrix_add_column (CopilMatrix *self, const char *label, const char *title)
{
  g_return_val_if_fail (COPIL_IS_MATRIX (self), 0);
  g_ptr_array_add (self->columns, copil_line_new (label, title, sizeof (Cell), cell_clear));
  copil_chart_changed (COPIL_CHART (self));
  return self->columns->len - 1;
}

void
copil_matrix_set_cell (CopilMatrix *self, guint row, guint column, guint value, guint second,
                       const char *label, const char *key)
{
  CopilLine *line;
  Cell *cell;

  g_return_if_fail (COPIL_IS_MATRIX (self));
  g_return_if_fail (row < self->rows->len && column < self->columns->len);
  line = g_ptr_array_index (self->rows, row);
  if (column >= line->cells->len)
    g_array_set_size (line->cells, column + 1);
  cell = &g_array_index (line->cells, Cell, column);
  cell_clear (cell);
  *cell = (Cell){ value, second, g_strdup (label), g_strdup (key) };
  copil_chart_changed (COPIL_CHART (self));
}

void
copil_matrix_set_words (CopilMatrix *self, const char *row_word, const char *value_word,
                        CopilChartRole second_role, const char *second_word)
{
  g_return_if_fail (COPIL_IS_MATRIX (self) && second_role < COPIL_CHART_N_ROLES);
  g_free (self->row_word);
  g_free (self->value_word);
  g_free (self->second_word);
  self->row_word = g_strdup (row_word);
  self->value_word = g_strdup (value_word != NULL ? value_word : C_ ("chart", "Count"));
  self->second_word =
      g_strdup (second_word != NULL ? second_word : copil_chart_role_get_label (second_role));
  self->second_role = second_role;
  copil_chart_changed (COPIL_CHART (self));
}

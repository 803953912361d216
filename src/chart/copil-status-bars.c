/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-status-bars.h"
#include "copil-cells.h"
#include "copil-chart-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_STATUSES 16
#define MIN_SEGMENT 3.0
#define NARROW 420
#define MAX_ROWS 200
#define MAX_MEASURED 60

typedef struct
{
  guint count;
  char *label;
  char *key;
} Cell;

typedef struct
{
  CopilChartRole role;
  char *label;
} Status;

struct _CopilStatusBars
{
  CopilChart parent_instance;

  GPtrArray *categories;
  GArray *statuses;
  char *category_word;
  gboolean relative;
};

G_DEFINE_FINAL_TYPE (CopilStatusBars, copil_status_bars, COPIL_TYPE_CHART)

/* A row as drawn: one category, or all those from @first on. */
typedef struct
{
  guint first;
  guint n;
  const char *label;
  const char *title;
  guint64 counts[MAX_STATUSES];
  guint64 total;
} Row;

typedef struct
{
  double x0;
  double label_width;
  double bar_x;
  double bar_width;
  double pitch;
  double thickness;
  gboolean narrow;
  gboolean short_names;
  int lines;
  guint64 most;
} Metrics;

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_free (cell->label);
  g_free (cell->key);
}

static void
status_clear (gpointer data)
{
  g_free (((Status *)data)->label);
}

static CopilLine *
get_category (CopilStatusBars *self, guint i)
{
  return g_ptr_array_index (self->categories, i);
}

static const Status *
get_status (CopilStatusBars *self, guint i)
{
  return &g_array_index (self->statuses, Status, i);
}

static const Cell *
get_cell (CopilLine *category, guint status)
{
  return status < category->cells->len ? &g_array_index (category->cells, Cell, status) : NULL;
}

static guint64
get_total (CopilLine *category)
{
  guint64 total = 0;

  for (guint s = 0; s < category->cells->len; s++)
    total += get_cell (category, s)->count;
  return total;
}

static guint64
sum_statuses (CopilStatusBars *self, guint64 counts[MAX_STATUSES])
{
  guint64 total = 0;

  for (guint s = 0; s < MAX_STATUSES; s++)
    counts[s] = 0;
  for (guint i = 0; i < self->categories->len; i++)
    {
      CopilLine *category = get_category (self, i);

      total += get_total (category);
      for (guint s = 0; s < category->cells->len; s++)
        counts[s] += get_cell (category, s)->count;
    }
  return total;
}

static double
draw_head (CopilStatusBars *self, CopilScene *scene)
{
  CopilLegendEntry entries[MAX_STATUSES];
  char *values[MAX_STATUSES] = { NULL };
  guint64 counts[MAX_STATUSES];
  guint n = 0;
  double y;

  sum_statuses (self, counts);
  for (guint s = 0; s < self->statuses->len; s++)
    if (counts[s] > 0)
      {
        values[n] = copil_parts_count ((gint64)counts[s]);
        entries[n] = (CopilLegendEntry){ COPIL_LEGEND_SWATCH, get_status (self, s)->role,
                                         get_status (self, s)->label, values[n] };
        n++;
      }
  y = copil_parts_head (scene, copil_chart_get_title (COPIL_CHART (self)), entries, n);
  for (guint i = 0; i < n; i++)
    g_free (values[i]);
  return y;
}

/* The rows that fit in @n_rows: the last one gathers what is left. */
static GArray *
make_rows (CopilStatusBars *self, guint n_rows, char **gathered)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (Row));
  guint n = self->categories->len;

  for (guint first = 0; first < n; first++)
    {
      gboolean last = rows->len + 1 == n_rows && first + 1 < n;
      Row row = { .first = first, .n = last ? n - first : 1 };

      for (guint i = first; i < first + row.n; i++)
        {
          CopilLine *category = get_category (self, i);

          row.total += get_total (category);
          for (guint s = 0; s < category->cells->len; s++)
            row.counts[s] += get_cell (category, s)->count;
        }
      if (last)
        {
          g_autofree char *count = copil_parts_count (row.n);

          *gathered = g_strdup_printf (ngettext ("%s other", "%s others", row.n), count);
          row.title = *gathered;
        }
      else
        {
          row.label = get_category (self, first)->label;
          row.title = get_category (self, first)->title;
        }
      g_array_append_val (rows, row);
      if (last)
        break;
    }
  return rows;
}

static char *
segment_label (CopilStatusBars *self, const Row *row, guint status)
{
  const Cell *cell = get_cell (get_category (self, row->first), status);
  g_autofree char *count = NULL, *total = NULL, *name = NULL;

  if (row->n == 1 && cell != NULL && cell->label != NULL)
    return g_strdup (cell->label);
  count = copil_parts_count ((gint64)row->counts[status]);
  total = copil_parts_count ((gint64)row->total);
  name = copil_parts_name (row->label, row->title);
  /* Translators: category, status, count, total: "Axis 4: done, 12 of 34" */
  return g_strdup_printf (C_ ("chart", "%s: %s, %s of %s"), name != NULL ? name : "",
                          get_status (self, status)->label, count, total);
}

static GPtrArray *
segment_keys (CopilStatusBars *self, const Row *row, guint status)
{
  GPtrArray *keys = g_ptr_array_new ();

  for (guint i = row->first; i < row->first + row->n; i++)
    {
      const Cell *cell = get_cell (get_category (self, i), status);

      if (cell != NULL && cell->count > 0 && cell->key != NULL)
        g_ptr_array_add (keys, cell->key);
    }
  return keys;
}

/* The widths of the segments of a row: in proportion, but never too thin to be seen. */
static double
segment_widths (const Row *row, guint n_statuses, double width, double widths[MAX_STATUSES])
{
  double thin = 0, rest = 0;

  for (guint s = 0; s < n_statuses; s++)
    {
      widths[s] = row->total > 0 ? width * (double)row->counts[s] / (double)row->total : 0;
      if (row->counts[s] > 0 && widths[s] < MIN_SEGMENT)
        {
          thin += MIN_SEGMENT - widths[s];
          widths[s] = MIN_SEGMENT;
        }
      else if (widths[s] > 2 * MIN_SEGMENT)
        rest += widths[s];
    }
  /* The wide ones give what the thin ones took, so that the bar keeps its length. */
  if (rest > 2 * thin)
    for (guint s = 0; s < n_statuses; s++)
      if (widths[s] > 2 * MIN_SEGMENT)
        widths[s] -= thin * widths[s] / rest;
  width = 0;
  for (guint s = 0; s < n_statuses; s++)
    width += widths[s];
  return width;
}

static double
draw_segments (CopilStatusBars *self, CopilScene *scene, const Metrics *m, const Row *row,
               double cy)
{
  double full = self->relative || row->total >= m->most
                    ? m->bar_width
                    : m->bar_width * (double)row->total / (double)m->most;
  double widths[MAX_STATUSES];
  double end = m->bar_x + segment_widths (row, self->statuses->len, full, widths);
  double y = round (cy - m->thickness / 2);
  double x = m->bar_x;

  for (guint s = 0; s < self->statuses->len; s++)
    {
      g_autoptr (GPtrArray) keys = NULL;
      g_autofree char *count = NULL;
      CopilCorners corners = COPIL_CORNERS_NONE;
      double x0 = round (x), x1 = round (x + widths[s]);
      gboolean last = x + widths[s] > end - 0.5;
      double width = x1 - x0 - (last ? 0 : 1);
      CopilText *text;
      int mark;

      if (row->counts[s] == 0)
        continue;
      if (x < m->bar_x + 0.5)
        corners |= COPIL_CORNERS_LEFT;
      if (last)
        corners |= COPIL_CORNERS_RIGHT;
      keys = segment_keys (self, row, s);
      mark =
          copil_scene_mark (scene, x0, y, MAX (1, width), m->thickness,
                            segment_label (self, row, s), keys, row->n, get_status (self, s)->role);
      copil_scene_rect (scene, x0, y, width, m->thickness, 3, corners,
                        COPIL_PAINT_ROLE (get_status (self, s)->role), mark);
      count = copil_parts_count ((gint64)row->counts[s]);
      text = copil_scene_text (scene, COPIL_TEXT_SMALL_STRONG, count, -1, 1);
      if (text->width + 4 <= width &&
          copil_scene_digit_height (scene, COPIL_TEXT_SMALL_STRONG) + 4 <= m->thickness)
        copil_scene_place_on_role (scene, text, x0 + width / 2, cy, 0.5,
                                   get_status (self, s)->role);
      x += widths[s];
    }
  return MAX (round (x), m->bar_x);
}

static void
draw_row (CopilStatusBars *self, CopilScene *scene, const Metrics *m, const Row *row, double y)
{
  CopilText *label =
      copil_scene_text_headed (scene, COPIL_TEXT_BODY, row->label,
                               m->short_names ? NULL : row->title, m->label_width, m->lines);
  g_autofree char *total = copil_parts_count ((gint64)row->total);
  CopilText *figure = copil_scene_text (scene, COPIL_TEXT_STRONG, total, -1, 1);
  CopilPaint ink = row->n > 1 ? COPIL_INK_MUTED : COPIL_INK_TEXT;
  double cy = round (y + m->pitch / 2);
  double end;

  if (m->narrow)
    {
      double line = ceil (copil_scene_line_height (scene, COPIL_TEXT_BODY));

      copil_scene_place (scene, label, m->x0, y, ink);
      cy = round (y + line + 2 + m->thickness / 2);
    }
  else
    copil_scene_place (scene, label, m->x0, round (cy - label->height / 2), ink);
  end = draw_segments (self, scene, m, row, cy);
  copil_scene_place_on (scene, figure, end + 7, cy, 0,
                        row->total > 0 ? COPIL_INK_TEXT : COPIL_INK_MUTED);
}

/* The pitch of the rows and how many there can be, from the height there is. */
static guint
fit_rows (CopilScene *scene, Metrics *m, guint n, double y, double label_height)
{
  double line = ceil (copil_scene_line_height (scene, COPIL_TEXT_BODY));
  double room = scene->height - scene->padding - y;
  double natural, least;

  if (m->narrow)
    {
      least = line + 2 + 10 + 4;
      natural = line + 2 + 18 + 10;
    }
  else
    {
      least = line + 2;
      natural = MAX (label_height + 12, 32);
    }
  if (scene->mode != COPIL_SCENE_FIT)
    {
      m->pitch = scene->mode == COPIL_SCENE_NATURAL ? natural : least;
      m->lines = scene->mode == COPIL_SCENE_NATURAL ? 2 : 1;
      return MIN (n, MAX_ROWS);
    }
  m->pitch = floor (CLAMP (room / n, least, natural * 1.25));
  m->lines = m->narrow || m->pitch < 2 * line + 2 ? 1 : 2;
  return (guint)CLAMP (floor (room / m->pitch), 1, n);
}

static void
copil_status_bars_layout (CopilChart *chart, CopilScene *scene)
{
  CopilStatusBars *self = COPIL_STATUS_BARS (chart);
  guint n = self->categories->len;
  guint shown = MIN (n, MAX_MEASURED);
  g_autofree char **labels = g_new0 (char *, shown);
  g_autofree char **titles = g_new0 (char *, shown);
  g_autofree char **none = g_new0 (char *, shown);
  g_autoptr (GArray) rows = NULL;
  g_autofree char *gathered = NULL;
  double inner = scene->width - 2 * scene->padding;
  double y = draw_head (self, scene);
  double total_width = 0, label_height = 0;
  Metrics m = { .x0 = scene->padding, .narrow = inner < NARROW };
  gboolean short_names = FALSE;
  guint n_rows;

  for (guint i = 0; i < shown; i++)
    {
      labels[i] = get_category (self, i)->label;
      titles[i] = get_category (self, i)->title;
    }
  m.label_width = m.narrow ? inner : copil_parts_label_width (scene, labels, titles, shown, 0.4);
  for (guint i = 0; i < shown && !m.narrow; i++)
    label_height = MAX (label_height, copil_scene_text_headed (scene, COPIL_TEXT_BODY, labels[i],
                                                               titles[i], m.label_width, 2)
                                          ->height);
  n_rows = fit_rows (scene, &m, n, y, label_height);
  if (m.narrow && n_rows < n)
    {
      /* No room to write above the bars: the short names go beside them. */
      m.narrow = FALSE;
      short_names = TRUE;
      m.label_width = copil_parts_label_width (scene, labels, none, shown, 0.3);
      n_rows = fit_rows (scene, &m, n, y, 0);
    }
  rows = make_rows (self, n_rows, &gathered);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      g_autofree char *total = copil_parts_count ((gint64)row->total);

      /* What is gathered would flatten the others: it is cut at the width instead. */
      if (row->n == 1)
        m.most = MAX (m.most, row->total);
      total_width = MAX (total_width, copil_scene_text_width (scene, COPIL_TEXT_STRONG, total));
    }
  m.bar_x = round (m.x0 + (m.narrow ? 0 : m.label_width + 14));
  m.bar_width = MAX (10, scene->width - scene->padding - m.bar_x - total_width - 10);
  m.thickness = m.narrow
                    ? CLAMP (m.pitch - copil_scene_line_height (scene, COPIL_TEXT_BODY) - 8, 8, 20)
                    : CLAMP (round (m.pitch * 0.6), 8, 24);
  m.thickness = floor (m.thickness);
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);

      m.short_names = short_names && row->label != NULL;
      draw_row (self, scene, &m, row, y + i * m.pitch);
    }
  scene->bottom = y + rows->len * m.pitch;
  if (!m.narrow)
    copil_scene_rect (scene, m.bar_x - 3, y, 1, scene->bottom - y, 0, COPIL_CORNERS_NONE,
                      COPIL_INK_HAIRLINE, -1);
}

static gboolean
copil_status_bars_is_empty (CopilChart *chart)
{
  CopilStatusBars *self = COPIL_STATUS_BARS (chart);

  for (guint i = 0; i < self->categories->len; i++)
    if (get_total (get_category (self, i)) > 0)
      return FALSE;
  return TRUE;
}

static char *
copil_status_bars_describe (CopilChart *chart)
{
  CopilStatusBars *self = COPIL_STATUS_BARS (chart);
  g_autoptr (GString) statuses = g_string_new (NULL);
  g_autoptr (GString) categories = g_string_new (NULL);
  guint64 counts[MAX_STATUSES];
  g_autofree char *total = copil_parts_count ((gint64)sum_statuses (self, counts));

  for (guint s = 0; s < self->statuses->len; s++)
    {
      g_autofree char *count = copil_parts_count ((gint64)counts[s]);

      if (counts[s] == 0)
        continue;
      if (statuses->len > 0)
        g_string_append (statuses, ", ");
      /* Translators: a status and how many: "done 12" */
      g_string_append_printf (statuses, C_ ("chart", "%s %s"), get_status (self, s)->label, count);
    }
  for (guint i = 0; i < MIN (self->categories->len, 20); i++)
    {
      CopilLine *category = get_category (self, i);
      g_autofree char *count = copil_parts_count ((gint64)get_total (category));

      if (categories->len > 0)
        g_string_append (categories, ", ");
      g_string_append_printf (categories, C_ ("chart", "%s %s"),
                              category->label != NULL   ? category->label
                              : category->title != NULL ? category->title
                                                        : "",
                              count);
    }
  if (self->categories->len > 20)
    g_string_append (categories, "…");
  /* Translators: the total, the figures by status, the figures by category. */
  return g_strdup_printf (C_ ("chart", "%s in all: %s. By category: %s."), total, statuses->str,
                          categories->str);
}

static void
copil_status_bars_fill_data (CopilChart *chart, CopilChartData *data)
{
  CopilStatusBars *self = COPIL_STATUS_BARS (chart);
  guint n_statuses = self->statuses->len;

  copil_chart_data_add_column (data, self->category_word, NULL);
  for (guint s = 0; s < n_statuses; s++)
    copil_chart_data_add_column (data, get_status (self, s)->label, NULL);
  copil_chart_data_add_column (data, C_ ("chart", "Total"), NULL);
  for (guint i = 0; i < self->categories->len; i++)
    {
      CopilLine *category = get_category (self, i);
      g_autofree char *name = copil_parts_name (category->label, category->title);
      guint row = copil_chart_data_add_row (data);

      copil_chart_data_put_text (data, row, 0, name);
      for (guint s = 0; s < n_statuses; s++)
        copil_chart_data_put_number (data, row, s + 1,
                                     s < category->cells->len ? get_cell (category, s)->count : 0,
                                     NULL, NULL);
      copil_chart_data_put_number (data, row, n_statuses + 1, (double)get_total (category), NULL,
                                   NULL);
    }
}

static void
copil_status_bars_finalize (GObject *object)
{
  CopilStatusBars *self = COPIL_STATUS_BARS (object);

  g_ptr_array_unref (self->categories);
  g_array_unref (self->statuses);
  g_free (self->category_word);
  G_OBJECT_CLASS (copil_status_bars_parent_class)->finalize (object);
}

static void
copil_status_bars_class_init (CopilStatusBarsClass *klass)
{
  CopilChartClass *chart_class = COPIL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = copil_status_bars_finalize;
  chart_class->is_empty = copil_status_bars_is_empty;
  chart_class->layout = copil_status_bars_layout;
  chart_class->describe = copil_status_bars_describe;
  chart_class->fill_data = copil_status_bars_fill_data;
}

static void
copil_status_bars_init (CopilStatusBars *self)
{
  self->categories = g_ptr_array_new_with_free_func (copil_line_free);
  self->statuses = g_array_new (FALSE, TRUE, sizeof (Status));
  g_array_set_clear_func (self->statuses, status_clear);
}

CopilChart *
copil_status_bars_new (const char *title)
{
  CopilChart *self = g_object_new (COPIL_TYPE_STATUS_BARS, NULL);

  copil_chart_set_title (self, title);
  return self;
}

guint
copil_status_bars_add_status (CopilStatusBars *self, CopilChartRole role, const char *label)
{
  Status status = { .role = role };

  g_return_val_if_fail (COPIL_IS_STATUS_BARS (self) && role < COPIL_CHART_N_ROLES, 0);
  g_return_val_if_fail (self->statuses->len < MAX_STATUSES, 0);
  status.label = g_strdup (label != NULL ? label : copil_chart_role_get_label (role));
  g_array_append_val (self->statuses, status);
  copil_chart_changed (COPIL_CHART (self));
  return self->statuses->len - 1;
}

guint
copil_status_bars_add_category (CopilStatusBars *self, const char *label, const char *title)
{
  g_return_val_if_fail (COPIL_IS_STATUS_BARS (self), 0);
  g_ptr_array_add (self->categories, copil_line_new (label, title, sizeof (Cell), cell_clear));
  copil_chart_changed (COPIL_CHART (self));
  return self->categories->len - 1;
}

void
copil_status_bars_set_count (CopilStatusBars *self, guint category, guint status, guint count,
                             const char *label, const char *key)
{
  CopilLine *to;
  Cell *cell;

  g_return_if_fail (COPIL_IS_STATUS_BARS (self) && category < self->categories->len);
  g_return_if_fail (status < self->statuses->len);
  to = get_category (self, category);
  if (status >= to->cells->len)
    g_array_set_size (to->cells, status + 1);
  cell = &g_array_index (to->cells, Cell, status);
  cell_clear (cell);
  *cell = (Cell){ .count = count, .label = g_strdup (label), .key = g_strdup (key) };
  copil_chart_changed (COPIL_CHART (self));
}

void
copil_status_bars_set_relative (CopilStatusBars *self, gboolean relative)
{
  g_return_if_fail (COPIL_IS_STATUS_BARS (self));
  self->relative = relative;
  copil_chart_changed (COPIL_CHART (self));
}

void
copil_status_bars_set_category_word (CopilStatusBars *self, const char *word)
{
  g_return_if_fail (COPIL_IS_STATUS_BARS (self));
  g_free (self->category_word);
  self->category_word = g_strdup (word);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-multiples.h"
#include "copil-chart-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PANEL 165
#define MAX_PANEL 260
#define GAP 18
/* Heights of the columns: at ease, and the least. */
#define NATURAL 56
#define LEAST 18
#define MAX_ROWS 40
/* Columns narrower than this have one mark for the panel, and none is narrower than that. */
#define MARK 8
#define THIN 3

typedef struct
{
  double value;
  gboolean estimated;
  char *text;
  char *sentence;
  char *key;
} Cell;

typedef struct
{
  char *label;
  GArray *cells;
} Panel;

struct _CopilMultiples
{
  CopilChart parent_instance;

  GPtrArray *panels;
  GPtrArray *periods;
  char *panel_word;
  char *unit;
};

G_DEFINE_FINAL_TYPE (CopilMultiples, copil_multiples, COPIL_TYPE_CHART)

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
  g_free (cell->sentence);
  g_free (cell->key);
}

static void
panel_free (gpointer data)
{
  Panel *panel = data;

  g_free (panel->label);
  g_array_unref (panel->cells);
  g_free (panel);
}

static Panel *
get_panel (CopilMultiples *self, guint i)
{
  return g_ptr_array_index (self->panels, i);
}

/* The cell, or NULL where it is not known. */
static const Cell *
get_cell (CopilMultiples *self, guint panel, guint period)
{
  GArray *cells = get_panel (self, panel)->cells;
  const Cell *cell = period < cells->len ? &g_array_index (cells, Cell, period) : NULL;

  return cell && !isnan (cell->value) ? cell : NULL;
}

static char *
format (CopilMultiples *self, const Cell *cell)
{
  return cell->text ? g_strdup (cell->text) : copil_parts_number (cell->value, self->unit);
}

static char *
sentence_of (CopilMultiples *self, guint panel, guint period, const Cell *cell)
{
  g_autofree char *text = format (self, cell);

  if (cell->sentence)
    return g_strdup (cell->sentence);
  return g_strdup_printf (C_ ("chart", "%s, %s: %s"), get_panel (self, panel)->label,
                          (const char *)g_ptr_array_index (self->periods, period), text);
}

static double
largest (CopilMultiples *self)
{
  double most = 0;

  for (guint i = 0; i < self->panels->len; i++)
    for (guint p = 0; p < self->periods->len; p++)
      if (get_cell (self, i, p))
        most = MAX (most, get_cell (self, i, p)->value);
  return most;
}

/* One mark for all columns of a panel. */
static int
mark_panel (CopilMultiples *self, CopilScene *scene, guint panel, guint first, double x, double y,
            double width, double height)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  const Cell *last = NULL;
  guint n = 0, at = 0;

  for (guint p = first; p < self->periods->len; p++)
    {
      const Cell *cell = get_cell (self, panel, p);

      if (!cell)
        continue;
      n++;
      last = cell;
      at = p;
      if (cell->key)
        g_ptr_array_add (keys, cell->key);
    }
  return last ? copil_scene_mark (scene, x, y, width, height, sentence_of (self, panel, at, last),
                                  keys, n, COPIL_CHART_ROLE_PART_1)
              : -1;
}

static void
draw_columns (CopilMultiples *self, CopilScene *scene, guint panel, double x, double y,
              double width, double height, double most)
{
  guint n = self->periods->len, first = 0;
  double slot;
  int whole = -1;

  if (width / n < THIN)
    first = n - (guint)MAX (1, floor (width / THIN));
  slot = MIN (width / (n - first), 36);
  if (slot < MARK)
    whole = mark_panel (self, scene, panel, first, x, y, width, height);
  for (guint p = first; p < n; p++)
    {
      const Cell *cell = get_cell (self, panel, p);
      double x0 = round (x + (p - first) * slot), x1 = round (x + (p - first + 1) * slot);
      double tall;
      int mark = whole;

      if (!cell)
        {
          if (slot >= 10)
            copil_scene_rect (scene, (x0 + x1) / 2 - 3, y + height - 4, 6, 1, 0, COPIL_CORNERS_NONE,
                              COPIL_INK_MUTED, -1);
          continue;
        }
      if (slot >= MARK)
        {
          g_autoptr (GPtrArray) keys = g_ptr_array_new ();

          if (cell->key)
            g_ptr_array_add (keys, cell->key);
          mark =
              copil_scene_mark (scene, x0, y, x1 - x0, height, sentence_of (self, panel, p, cell),
                                keys, 1, COPIL_CHART_ROLE_PART_1);
        }
      tall = most > 0 ? MAX (1, height * CLAMP (cell->value / most, 0, 1)) : 1;
      copil_scene_rect (
          scene, x0, y + height - tall, MAX (1, x1 - x0 - (slot > 6 ? 2 : 1)), tall, 0,
          COPIL_CORNERS_NONE,
          COPIL_PAINT_ROLE (cell->estimated ? COPIL_CHART_ROLE_PART_5 : COPIL_CHART_ROLE_PART_1),
          mark);
    }
  copil_scene_rect (scene, x, y + height, width, 1, 0, COPIL_CORNERS_NONE, COPIL_INK_HAIRLINE, -1);
}

/* The first and the last period, under the columns. */
static void
draw_periods (CopilMultiples *self, CopilScene *scene, double x, double y, double width)
{
  guint n = self->periods->len;
  double used = MIN (width, n * 36.0);
  CopilText *first = copil_scene_text (scene, COPIL_TEXT_SMALL,
                                       g_ptr_array_index (self->periods, 0), width / 2 - 3, 1);
  CopilText *last = copil_scene_text (scene, COPIL_TEXT_SMALL,
                                      g_ptr_array_index (self->periods, n - 1), width / 2 - 3, 1);

  /* Where not all columns fit, the first of them is not the first period. */
  if (width / n >= THIN)
    copil_scene_place (scene, first, x, y, COPIL_INK_MUTED);
  if (n > 1)
    copil_scene_place (scene, last,
                       MAX (x + first->width + 6, x + MAX (used, width * 0.5) - last->width), y,
                       COPIL_INK_MUTED);
}

static void
draw_panel (CopilMultiples *self, CopilScene *scene, guint panel, double x, double y, double width,
            double height, double most)
{
  double line = ceil (copil_scene_line_height (scene, COPIL_TEXT_SMALL_STRONG));
  g_autofree char *text = NULL;
  CopilText *figure = NULL;

  for (guint p = self->periods->len; p > 0 && !text; p--)
    if (get_cell (self, panel, p - 1))
      text = format (self, get_cell (self, panel, p - 1));
  if (text)
    figure = copil_scene_text (scene, COPIL_TEXT_SMALL, text, width / 2, 1);
  copil_scene_place (scene,
                     copil_scene_text (scene, COPIL_TEXT_SMALL_STRONG,
                                       get_panel (self, panel)->label,
                                       MAX (8, width - (figure ? figure->width + 8 : 0)), 1),
                     x, y, COPIL_INK_TEXT);
  if (figure)
    copil_scene_place (scene, figure, x + width - figure->width, y, COPIL_INK_MUTED);
  draw_columns (self, scene, panel, x, y + line + 3, width, height - 2 * line - 8, most);
  draw_periods (self, scene, x, y + height - line - 2, width);
}

static double
draw_head (CopilMultiples *self, CopilScene *scene, double most)
{
  g_autofree char *top = copil_parts_number (most, self->unit), *scale = NULL;
  CopilLegendEntry entries[2];
  gboolean estimated = FALSE;
  guint n = 0;

  for (guint i = 0; i < self->panels->len && !estimated; i++)
    for (guint p = 0; p < self->periods->len && !estimated; p++)
      estimated = get_cell (self, i, p) && get_cell (self, i, p)->estimated;
  /* Translators: the figure of a column as high as its panel */
  scale = g_strdup_printf (C_ ("chart", "One scale for all, up to %s"), top);
  entries[n++] = (CopilLegendEntry){ COPIL_LEGEND_SWATCH, COPIL_CHART_ROLE_PART_1, scale, NULL };
  if (estimated)
    entries[n++] = (CopilLegendEntry){ COPIL_LEGEND_SWATCH, COPIL_CHART_ROLE_PART_5,
                                       C_ ("chart", "Estimated"), NULL };
  return copil_parts_head (scene, copil_chart_get_title (COPIL_CHART (self)), entries, n);
}

/* The panels for which there is no room, as one mark. */
static void
mark_others (CopilMultiples *self, CopilScene *scene, guint first, double x, double y, double width,
             double height)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  int mark;

  for (guint i = first; i < self->panels->len; i++)
    for (guint p = 0; p < self->periods->len; p++)
      if (get_cell (self, i, p) && get_cell (self, i, p)->key)
        g_ptr_array_add (keys, get_cell (self, i, p)->key);
  mark =
      copil_scene_mark (scene, x, y, width, height, copil_rows_others (self->panels->len - first),
                        keys, self->panels->len - first, COPIL_CHART_ROLE_NEUTRAL);
  copil_scene_rect (scene, x, y, width, height, 3, COPIL_CORNERS_ALL, COPIL_INK_SURFACE, mark);
}

static void
copil_multiples_layout (CopilChart *chart, CopilScene *scene)
{
  CopilMultiples *self = COPIL_MULTIPLES (chart);
  double most = largest (self), y = draw_head (self, scene, most);
  double line = ceil (copil_scene_line_height (scene, COPIL_TEXT_SMALL_STRONG));
  double inner = scene->width - 2 * scene->padding, width, height, pitch;
  guint n = self->panels->len, across, down, shown;

  across = (guint)CLAMP (floor ((inner + GAP) / (PANEL + GAP)), 1, n);
  width = floor (MIN (MAX_PANEL, (inner - (across - 1.0) * GAP) / across));
  down = (n + across - 1) / across;
  height = 2 * line + 8 + (scene->mode == COPIL_SCENE_COMPACT ? LEAST : NATURAL);
  pitch = height + 12;
  if (scene->mode == COPIL_SCENE_FIT)
    {
      double room = scene->height - scene->padding - y + 12, least = 2 * line + 8 + LEAST + 12;

      pitch = floor (CLAMP (room / down, least, pitch * 1.6));
      down = (guint)CLAMP (floor (room / pitch), 1, down);
      height = pitch - 12;
    }
  else
    down = MIN (down, MAX_ROWS);
  shown = MIN (n, down * across);
  for (guint i = 0; i < shown; i++)
    {
      double x = round (scene->padding + (i % across) * (width + GAP));
      double top = y + i / across * pitch;

      if (i + 1 == shown && shown < n)
        {
          g_autofree char *others = copil_rows_others (n - i);

          mark_others (self, scene, i, x, top, width, height);
          copil_scene_place (scene,
                             copil_scene_text (scene, COPIL_TEXT_SMALL, others, width - 12, 1),
                             x + 6, top + 4, COPIL_INK_MUTED);
        }
      else
        draw_panel (self, scene, i, x, top, width, height, most);
    }
  scene->bottom = y + down * pitch - 12;
}

static gboolean
copil_multiples_is_empty (CopilChart *chart)
{
  CopilMultiples *self = COPIL_MULTIPLES (chart);

  for (guint i = 0; i < self->panels->len; i++)
    for (guint p = 0; p < self->periods->len; p++)
      if (get_cell (self, i, p))
        return FALSE;
  return TRUE;
}

static char *
copil_multiples_describe (CopilChart *chart)
{
  CopilMultiples *self = COPIL_MULTIPLES (chart);
  GString *text = g_string_new (NULL);
  guint shown = MIN (self->panels->len, 40);

  for (guint i = 0; i < shown; i++)
    {
      guint n = 0;

      /* The first and the last figure of each say where it goes. */
      for (guint p = 0; p < self->periods->len; p++)
        {
          const Cell *cell = get_cell (self, i, p);
          gboolean last = cell != NULL;
          g_autofree char *figure = cell ? format (self, cell) : NULL;

          for (guint q = p + 1; q < self->periods->len && last; q++)
            last = !get_cell (self, i, q);
          if (!cell || (n > 0 && !last))
            continue;
          if (n++ == 0)
            g_string_append_printf (text, "%s%s: ", text->len ? "; " : "",
                                    get_panel (self, i)->label);
          else
            g_string_append (text, ", ");
          g_string_append_printf (text, C_ ("chart", "%s %s"),
                                  (const char *)g_ptr_array_index (self->periods, p), figure);
        }
    }
  g_string_append (text, shown < self->panels->len ? "…" : ".");
  return g_string_free (text, FALSE);
}

static void
copil_multiples_fill_table (CopilChart *chart, GPtrArray *table)
{
  CopilMultiples *self = COPIL_MULTIPLES (chart);
  guint n = self->periods->len;
  char **cells = g_new0 (char *, n + 2);

  cells[0] = g_strdup (self->panel_word ? self->panel_word : "");
  for (guint p = 0; p < n; p++)
    cells[p + 1] = g_strdup (g_ptr_array_index (self->periods, p));
  g_ptr_array_add (table, cells);
  for (guint i = 0; i < self->panels->len; i++)
    {
      cells = g_new0 (char *, n + 2);
      cells[0] = g_strdup (get_panel (self, i)->label);
      for (guint p = 0; p < n; p++)
        {
          const Cell *cell = get_cell (self, i, p);

          cells[p + 1] = cell ? format (self, cell) : g_strdup ("");
        }
      g_ptr_array_add (table, cells);
    }
}

static void
copil_multiples_finalize (GObject *object)
{
  CopilMultiples *self = COPIL_MULTIPLES (object);

  g_ptr_array_unref (self->panels);
  g_ptr_array_unref (self->periods);
  g_free (self->panel_word);
  g_free (self->unit);
  G_OBJECT_CLASS (copil_multiples_parent_class)->finalize (object);
}

static void
copil_multiples_class_init (CopilMultiplesClass *klass)
{
  CopilChartClass *chart_class = COPIL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = copil_multiples_finalize;
  chart_class->is_empty = copil_multiples_is_empty;
  chart_class->layout = copil_multiples_layout;
  chart_class->describe = copil_multiples_describe;
  chart_class->fill_table = copil_multiples_fill_table;
}

static void
copil_multiples_init (CopilMultiples *self)
{
  self->panels = g_ptr_array_new_with_free_func (panel_free);
  self->periods = g_ptr_array_new_with_free_func (g_free);
}

CopilChart *
copil_multiples_new (const char *title)
{
  CopilChart *self = g_object_new (COPIL_TYPE_MULTIPLES, NULL);

  copil_chart_set_title (self, title);
  return self;
}

guint
copil_multiples_add_period (CopilMultiples *self, const char *label)
{
  g_return_val_if_fail (COPIL_IS_MULTIPLES (self), 0);
  g_ptr_array_add (self->periods, g_strdup (label ? label : ""));
  copil_chart_changed (COPIL_CHART (self));
  return self->periods->len - 1;
}

guint
copil_multiples_add_panel (CopilMultiples *self, const char *label)
{
  Panel *panel;

  g_return_val_if_fail (COPIL_IS_MULTIPLES (self), 0);
  panel = g_new0 (Panel, 1);
  panel->label = g_strdup (label ? label : "");
  panel->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (panel->cells, cell_clear);
  g_ptr_array_add (self->panels, panel);
  copil_chart_changed (COPIL_CHART (self));
  return self->panels->len - 1;
}

void
copil_multiples_set_value (CopilMultiples *self, guint panel, guint period, double value,
                           gboolean estimated, const char *text, const char *sentence,
                           const char *key)
{
  GArray *cells;
  Cell *cell;

  g_return_if_fail (COPIL_IS_MULTIPLES (self));
  g_return_if_fail (panel < self->panels->len && period < self->periods->len);
  cells = get_panel (self, panel)->cells;
  while (cells->len <= period)
    {
      Cell unknown = { .value = NAN };

      g_array_append_val (cells, unknown);
    }
  cell = &g_array_index (cells, Cell, period);
  cell_clear (cell);
  *cell = (Cell){ isfinite (value) ? value : NAN, estimated, g_strdup (text), g_strdup (sentence),
                  g_strdup (key) };
  copil_chart_changed (COPIL_CHART (self));
}

void
copil_multiples_set_words (CopilMultiples *self, const char *panel_word, const char *unit)
{
  g_return_if_fail (COPIL_IS_MULTIPLES (self));
  g_free (self->panel_word);
  g_free (self->unit);
  self->panel_word = g_strdup (panel_word);
  self->unit = g_strdup (unit);
  copil_chart_changed (COPIL_CHART (self));
}

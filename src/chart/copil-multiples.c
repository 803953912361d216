/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-multiples.h"
#include "copil-cells.h"
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

struct _CopilMultiples
{
  CopilChart parent_instance;

  CopilCells cells; /* a panel is a row, a period a column */
};

G_DEFINE_FINAL_TYPE (CopilMultiples, copil_multiples, COPIL_TYPE_CHART)

static double
largest (CopilMultiples *self)
{
  double most = 0;

  for (guint i = 0; i < self->cells.rows->len; i++)
    for (guint p = 0; p < self->cells.columns->len; p++)
      if (copil_cells_get (&self->cells, i, p))
        most = MAX (most, copil_cells_get (&self->cells, i, p)->value);
  return most;
}

/* One mark for all columns of a panel. */
static int
mark_panel (CopilMultiples *self, CopilScene *scene, guint panel, guint first, double x, double y,
            double width, double height)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  const CopilCell *last = NULL;
  guint n = 0, at = 0;

  for (guint p = first; p < self->cells.columns->len; p++)
    {
      const CopilCell *cell = copil_cells_get (&self->cells, panel, p);

      if (!cell)
        continue;
      n++;
      last = cell;
      at = p;
      if (cell->key)
        g_ptr_array_add (keys, cell->key);
    }
  return last ? copil_scene_mark (scene, x, y, width, height,
                                  copil_cells_sentence (&self->cells, panel, at, last), keys, n,
                                  COPIL_CHART_ROLE_PART_1)
              : -1;
}

static void
draw_columns (CopilMultiples *self, CopilScene *scene, guint panel, double x, double y,
              double width, double height, double most)
{
  guint n = self->cells.columns->len, first = 0;
  double slot;
  int whole = -1;

  if (width / n < THIN)
    first = n - (guint)MAX (1, floor (width / THIN));
  slot = MIN (width / (n - first), 36);
  if (slot < MARK)
    whole = mark_panel (self, scene, panel, first, x, y, width, height);
  for (guint p = first; p < n; p++)
    {
      const CopilCell *cell = copil_cells_get (&self->cells, panel, p);
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
          mark = copil_scene_mark (scene, x0, y, x1 - x0, height,
                                   copil_cells_sentence (&self->cells, panel, p, cell), keys, 1,
                                   COPIL_CHART_ROLE_PART_1);
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
  guint n = self->cells.columns->len;
  double used = MIN (width, n * 36.0);
  CopilText *first = copil_scene_text (scene, COPIL_TEXT_SMALL,
                                       copil_cells_get_column (&self->cells, 0), width / 2 - 3, 1);
  CopilText *last = copil_scene_text (
      scene, COPIL_TEXT_SMALL, copil_cells_get_column (&self->cells, n - 1), width / 2 - 3, 1);

  /* Where not all columns fit, the first of them is not the first period. */
  if (width / n >= THIN)
    copil_scene_place (scene, first, x, y, COPIL_INK_MUTED);
  if (n > 1)
    copil_scene_place (scene, last, MAX (x + first->width + 6, x + used - last->width), y,
                       COPIL_INK_MUTED);
}

static void
draw_panel (CopilMultiples *self, CopilScene *scene, guint panel, double x, double y, double width,
            double height, double most)
{
  double line = ceil (copil_scene_line_height (scene, COPIL_TEXT_SMALL_STRONG));
  g_autofree char *text = NULL;
  CopilText *figure = NULL;

  for (guint p = self->cells.columns->len; p > 0 && !text; p--)
    if (copil_cells_get (&self->cells, panel, p - 1))
      text = copil_cells_format (&self->cells, copil_cells_get (&self->cells, panel, p - 1));
  if (text)
    figure = copil_scene_text (scene, COPIL_TEXT_SMALL, text, width / 2, 1);
  copil_scene_place (scene,
                     copil_scene_text (scene, COPIL_TEXT_SMALL_STRONG,
                                       copil_cells_get_row (&self->cells, panel)->label,
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
  g_autofree char *top = copil_parts_number (most, self->cells.unit), *scale = NULL;
  CopilLegendEntry entries[2];
  gboolean estimated = FALSE;
  guint n = 0;

  for (guint i = 0; i < self->cells.rows->len && !estimated; i++)
    for (guint p = 0; p < self->cells.columns->len && !estimated; p++)
      estimated =
          copil_cells_get (&self->cells, i, p) && copil_cells_get (&self->cells, i, p)->estimated;
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
  guint n = self->cells.rows->len - first;
  g_autoptr (GPtrArray) keys = copil_cells_keys (&self->cells, first, n);
  int mark = copil_scene_mark (scene, x, y, width, height, copil_rows_others (n), keys, n,
                               COPIL_CHART_ROLE_NEUTRAL);

  copil_scene_rect (scene, x, y, width, height, 3, COPIL_CORNERS_ALL, COPIL_INK_SURFACE, mark);
}

static void
copil_multiples_layout (CopilChart *chart, CopilScene *scene)
{
  CopilMultiples *self = COPIL_MULTIPLES (chart);
  double most = largest (self), y = draw_head (self, scene, most);
  double line = ceil (copil_scene_line_height (scene, COPIL_TEXT_SMALL_STRONG));
  double inner = scene->width - 2 * scene->padding, width, height, pitch;
  guint n = self->cells.rows->len, across, down, shown;

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
  return copil_cells_is_empty (&COPIL_MULTIPLES (chart)->cells);
}

static char *
copil_multiples_describe (CopilChart *chart)
{
  CopilMultiples *self = COPIL_MULTIPLES (chart);
  GString *text = g_string_new (NULL);
  guint shown = MIN (self->cells.rows->len, 40);

  for (guint i = 0; i < shown; i++)
    {
      guint n = 0;

      /* The first and the last figure of each say where it goes. */
      for (guint p = 0; p < self->cells.columns->len; p++)
        {
          const CopilCell *cell = copil_cells_get (&self->cells, i, p);
          gboolean last = cell != NULL;
          g_autofree char *figure = cell ? copil_cells_format (&self->cells, cell) : NULL;

          for (guint q = p + 1; q < self->cells.columns->len && last; q++)
            last = !copil_cells_get (&self->cells, i, q);
          if (!cell || (n > 0 && !last))
            continue;
          if (n++ == 0)
            g_string_append_printf (text, "%s%s: ", text->len ? "; " : "",
                                    copil_cells_get_row (&self->cells, i)->label);
          else
            g_string_append (text, ", ");
          g_string_append_printf (text, C_ ("chart", "%s %s"),
                                  copil_cells_get_column (&self->cells, p), figure);
        }
    }
  g_string_append (text, shown < self->cells.rows->len ? "…" : ".");
  return g_string_free (text, FALSE);
}

static void
copil_multiples_fill_data (CopilChart *chart, CopilChartData *data)
{
  copil_cells_fill_data (&COPIL_MULTIPLES (chart)->cells, TRUE, data);
}

static void
copil_multiples_finalize (GObject *object)
{
  copil_cells_clear (&COPIL_MULTIPLES (object)->cells);
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
  chart_class->fill_data = copil_multiples_fill_data;
}

static void
copil_multiples_init (CopilMultiples *self)
{
  copil_cells_init (&self->cells);
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
  copil_chart_changed (COPIL_CHART (self));
  return copil_cells_add_column (&self->cells, label);
}

guint
copil_multiples_add_panel (CopilMultiples *self, const char *label)
{
  g_return_val_if_fail (COPIL_IS_MULTIPLES (self), 0);
  copil_chart_changed (COPIL_CHART (self));
  return copil_cells_add_row (&self->cells, label ? label : "", NULL);
}

void
copil_multiples_set_value (CopilMultiples *self, guint panel, guint period, double value,
                           gboolean estimated, const char *text, const char *sentence,
                           const char *key)
{
  g_return_if_fail (COPIL_IS_MULTIPLES (self));
  g_return_if_fail (panel < self->cells.rows->len && period < self->cells.columns->len);
  copil_cells_set (&self->cells, panel, period,
                   (CopilCell){ value, estimated, (char *)text, (char *)sentence, (char *)key });
  copil_chart_changed (COPIL_CHART (self));
}

void
copil_multiples_set_words (CopilMultiples *self, const char *panel_word, const char *unit)
{
  g_return_if_fail (COPIL_IS_MULTIPLES (self));
  g_free (self->cells.row_word);
  g_free (self->cells.unit);
  self->cells.row_word = g_strdup (panel_word);
  self->cells.unit = g_strdup (unit);
  copil_chart_changed (COPIL_CHART (self));
}

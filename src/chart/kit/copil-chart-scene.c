/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-chart-scene.h"

#include <math.h>
#include <string.h>

/* Texts are shared and kept; beyond this many the store starts afresh. */
#define MAX_KEPT_TEXTS 2000

#define PICK_TOLERANCE 4

struct _CopilTexts
{
  PangoContext *context;
  char *family;
  double size;
  GHashTable *texts;
  PangoFontDescription *fonts[COPIL_N_TEXTS];
  double line[COPIL_N_TEXTS];
  double digit[COPIL_N_TEXTS];
};

static void
text_free (gpointer data)
{
  CopilText *text = data;

  g_object_unref (text->layout);
  g_free (text->text);
  g_free (text);
}

static PangoLayout *
new_layout (CopilTexts *self, CopilTextKind kind, const char *text, gsize strong_length)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (strong_length > 0)
    {
      PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      weight->end_index = (guint)strong_length;
      pango_attr_list_insert (attributes, weight);
    }
  pango_layout_set_font_description (layout, self->fonts[kind]);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
measure_kind (CopilTexts *self, CopilTextKind kind)
{
  g_autoptr (PangoLayout) layout = new_layout (self, kind, "0", 0);
  PangoRectangle ink, logical;

  pango_layout_get_extents (layout, &ink, &logical);
  self->line[kind] = (double)logical.height / PANGO_SCALE;
  self->digit[kind] = (double)ink.height / PANGO_SCALE;
}

CopilTexts *
copil_texts_new (const char *family, double size)
{
  static const double factors[COPIL_N_TEXTS] = { [COPIL_TEXT_TITLE] = 1.18,
                                                 [COPIL_TEXT_BODY] = 1.0,
                                                 [COPIL_TEXT_STRONG] = 1.0,
                                                 [COPIL_TEXT_SMALL] = 0.86,
                                                 [COPIL_TEXT_SMALL_STRONG] = 0.86 };
  CopilTexts *self = g_new0 (CopilTexts, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->family = g_strdup (family);
  self->size = size;
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  /* Advances must not depend on the scale, or a text measured here would not fit there. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  pango_cairo_context_set_resolution (self->context, 96);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  cairo_font_options_destroy (options);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, text_free);

  for (int kind = 0; kind < COPIL_N_TEXTS; kind++)
    {
      PangoFontDescription *font = pango_font_description_new ();

      pango_font_description_set_family (font, family);
      pango_font_description_set_absolute_size (font, size * factors[kind] * PANGO_SCALE);
      if (kind == COPIL_TEXT_TITLE || kind == COPIL_TEXT_STRONG || kind == COPIL_TEXT_SMALL_STRONG)
        pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
      self->fonts[kind] = font;
      measure_kind (self, kind);
    }
  return self;
}

void
copil_texts_free (CopilTexts *self)
{
  if (self == NULL)
    return;
  for (int kind = 0; kind < COPIL_N_TEXTS; kind++)
    pango_font_description_free (self->fonts[kind]);
  g_hash_table_unref (self->texts);
  g_object_unref (self->context);
  g_free (self->family);
  g_free (self);
}

gboolean
copil_texts_match (CopilTexts *self, const char *family, double size)
{
  return g_strcmp0 (self->family, family) == 0 && ABS (self->size - size) < 1e-9;
}

void
copil_texts_trim (CopilTexts *self)
{
  if (g_hash_table_size (self->texts) > MAX_KEPT_TEXTS)
    g_hash_table_remove_all (self->texts);
}

CopilScene *
copil_scene_new (CopilTexts *texts, CopilSceneMode mode, double width, double height,
                 double padding, gboolean show_title)
{
  CopilScene *self = g_new0 (CopilScene, 1);

  self->texts = texts;
  self->mode = mode;
  self->width = width;
  self->height = height;
  self->padding = padding;
  self->show_title = show_title;
  self->em = texts->size;
  self->shapes = g_array_new (FALSE, FALSE, sizeof (CopilShape));
  self->placed = g_array_new (FALSE, FALSE, sizeof (CopilPlacedText));
  self->marks = g_array_new (FALSE, FALSE, sizeof (CopilChartMark));
  self->points = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
copil_scene_free (CopilScene *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->marks->len; i++)
    {
      CopilChartMark *mark = &g_array_index (self->marks, CopilChartMark, i);

      g_free (mark->label);
      g_strfreev (mark->keys);
    }
  g_array_unref (self->shapes);
  g_array_unref (self->placed);
  g_array_unref (self->marks);
  g_array_unref (self->points);
  g_free (self);
}

CopilText *
copil_scene_text_headed (CopilScene *self, CopilTextKind kind, const char *strong, const char *text,
                         double max_width, int max_lines)
{
  gboolean both = strong != NULL && *strong != '\0' && text != NULL && *text != '\0';
  g_autofree char *joined = NULL;
  g_autofree char *key = NULL;
  gsize strong_length = strong != NULL ? strlen (strong) : 0;
  PangoRectangle logical;
  CopilText *found;

  joined =
      g_strconcat (strong != NULL ? strong : "", both ? "  " : "", text != NULL ? text : "", NULL);
  /* One line per text, whatever the user typed. */
  g_strdelimit (joined, "\n\r\t\v\f", ' ');
  if (max_width < 0)
    max_width = -1;
  max_width = floor (max_width);
  key = g_strdup_printf ("%d %d %d %d %s", (int)kind, (int)max_width, max_lines, (int)strong_length,
                         joined);
  found = g_hash_table_lookup (self->texts->texts, key);
  if (found != NULL)
    return found;

  found = g_new0 (CopilText, 1);
  found->layout = new_layout (self->texts, kind, joined, strong_length);
  found->kind = kind;
  pango_layout_get_extents (found->layout, NULL, &logical);
  if (max_width >= 0 && logical.width > max_width * PANGO_SCALE)
    {
      pango_layout_set_width (found->layout, (int)(max_width * PANGO_SCALE));
      pango_layout_set_height (found->layout, -MAX (max_lines, 1));
      pango_layout_set_ellipsize (found->layout, PANGO_ELLIPSIZE_END);
      pango_layout_get_extents (found->layout, NULL, &logical);
    }
  found->text = g_steal_pointer (&joined);
  found->width = (double)(logical.x + logical.width) / PANGO_SCALE;
  found->height = (double)logical.height / PANGO_SCALE;
  found->baseline = (double)pango_layout_get_baseline (found->layout) / PANGO_SCALE;
  found->ellipsized = pango_layout_is_ellipsized (found->layout);
  g_hash_table_insert (self->texts->texts, g_steal_pointer (&key), found);
  return found;
}

CopilText *
copil_scene_text (CopilScene *self, CopilTextKind kind, const char *text, double max_width,
                  int max_lines)
{
  return copil_scene_text_headed (self, kind, NULL, text, max_width, max_lines);
}

double
copil_scene_text_width (CopilScene *self, CopilTextKind kind, const char *text)
{
  return copil_scene_text (self, kind, text, -1, 1)->width;
}

double
copil_scene_line_height (CopilScene *self, CopilTextKind kind)
{
  return self->texts->line[kind];
}

double
copil_scene_digit_height (CopilScene *self, CopilTextKind kind)
{
  return self->texts->digit[kind];
}

void
copil_scene_place (CopilScene *self, CopilText *text, double x, double y, CopilPaint paint)
{
  CopilPlacedText placed = { .text = text, .paint = paint, .x = x, .y = y };

  g_array_append_val (self->placed, placed);
}

void
copil_scene_place_on (CopilScene *self, CopilText *text, double x, double cy, double align,
                      CopilPaint paint)
{
  double baseline = round (cy + self->texts->digit[text->kind] / 2);

  copil_scene_place (self, text, x - text->width * align, baseline - text->baseline, paint);
}

void
copil_scene_place_on_role (CopilScene *self, CopilText *text, double x, double cy, double align,
                           CopilChartRole role)
{
  CopilChartHatch hatch = copil_chart_role_get_hatch (role);

  if (hatch == COPIL_CHART_HATCH_RISING || hatch == COPIL_CHART_HATCH_FALLING)
    {
      double digit = self->texts->digit[text->kind];

      copil_scene_rect (self, x - text->width * align - 3, cy - digit / 2 - 2.5, text->width + 6,
                        digit + 5, 2, COPIL_CORNERS_ALL, COPIL_PAINT_PLAIN_ROLE (role), -1);
    }
  copil_scene_place_on (self, text, x, cy, align, COPIL_PAINT_ON_ROLE (role));
}

void
copil_scene_rect (CopilScene *self, double x, double y, double width, double height, double radius,
                  CopilCorners corners, CopilPaint paint, int mark)
{
  double x0 = round (x), y0 = round (y);
  CopilShape shape = { .kind = COPIL_SHAPE_RECT,
                       .paint = paint,
                       .x = x0,
                       .y = y0,
                       .width = MAX (1, round (x + width) - x0),
                       .height = MAX (1, round (y + height) - y0),
                       .corners = corners,
                       .mark = mark };

  shape.radius = MIN (radius, MIN (shape.width, shape.height) / 2);
  g_array_append_val (self->shapes, shape);
}

void
copil_scene_symbol (CopilScene *self, double cx, double cy, double size, CopilChartRole role,
                    int mark)
{
  CopilShape shape = { .kind = COPIL_SHAPE_SYMBOL,
                       .paint = COPIL_PAINT_ROLE (role),
                       .x = cx,
                       .y = cy,
                       .width = size,
                       .height = size,
                       .mark = mark };

  g_array_append_val (self->shapes, shape);
}

void
copil_scene_triangle (CopilScene *self, double cx, double cy, double size, CopilPaint paint,
                      int mark)
{
  CopilShape shape = { .kind = COPIL_SHAPE_TRIANGLE,
                       .paint = paint,
                       .x = cx,
                       .y = cy,
                       .width = size,
                       .height = size,
                       .mark = mark };

  g_array_append_val (self->shapes, shape);
}

void
copil_scene_line (CopilScene *self, const double *xy, guint n, double stroke, gboolean open,
                  CopilPaint paint)
{
  CopilShape shape = { .kind = COPIL_SHAPE_LINE,
                       .paint = paint,
                       .first = self->points->len,
                       .n_points = n,
                       .stroke = stroke,
                       .open = open,
                       .mark = -1 };

  if (n < 2)
    return;
  g_array_append_vals (self->points, xy, 2 * n);
  g_array_append_val (self->shapes, shape);
}

void
copil_scene_dot (CopilScene *self, double cx, double cy, double size, gboolean open,
                 CopilPaint paint, int mark)
{
  CopilShape shape = { .kind = COPIL_SHAPE_DOT,
                       .paint = paint,
                       .x = cx,
                       .y = cy,
                       .width = size,
                       .height = size,
                       .open = open,
                       .mark = mark };

  g_array_append_val (self->shapes, shape);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

void
copil_scene_vline (CopilScene *self, double x, double y0, double y1, double width, CopilPaint paint)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  double from = y0;

  for (guint i = 0; i < self->placed->len; i++)
    {
      const CopilPlacedText *placed = &g_array_index (self->placed, CopilPlacedText, i);

      if (placed->x - 2 < x + width && placed->x + placed->text->width + 2 > x && placed->y < y1 &&
          placed->y + placed->text->height > y0)
        {
          double span[2] = { placed->y, placed->y + placed->text->height };

          g_array_append_vals (spans, span, 1);
        }
    }
  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      const double *span = (const double *)(void *)(spans->data + i * 2 * sizeof (double));

      if (span[0] - from >= 1)
        copil_scene_rect (self, x, from, width, span[0] - from, 0, COPIL_CORNERS_NONE, paint, -1);
      from = MAX (from, span[1]);
    }
  if (y1 - from >= 1)
    copil_scene_rect (self, x, from, width, y1 - from, 0, COPIL_CORNERS_NONE, paint, -1);
}

void
copil_scene_sink (CopilScene *self, guint from)
{
  guint n = self->shapes->len - from;
  g_autofree CopilShape *sunk = NULL;

  if (n == 0 || from == 0)
    return;
  sunk = g_new (CopilShape, n);
  memcpy (sunk, &g_array_index (self->shapes, CopilShape, from), n * sizeof (CopilShape));
  g_array_set_size (self->shapes, from);
  g_array_prepend_vals (self->shapes, sunk, n);
}

int
copil_scene_mark (CopilScene *self, double x, double y, double width, double height, char *label,
                  GPtrArray *keys, guint n_items, CopilChartRole role)
{
  guint n_keys = keys != NULL ? keys->len : 0;
  CopilChartMark mark = { .x = x,
                          .y = y,
                          .width = width,
                          .height = height,
                          .label = label,
                          .keys = g_new0 (char *, n_keys + 1),
                          .n_items = n_items,
                          .role = role };

  for (guint i = 0; i < n_keys; i++)
    mark.keys[i] = g_strdup (g_ptr_array_index (keys, i));
  g_array_append_val (self->marks, mark);
  return (int)self->marks->len - 1;
}

int
copil_scene_pick (CopilScene *self, double x, double y)
{
  int best = -1;
  double best_distance = G_MAXDOUBLE;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const CopilChartMark *mark = &g_array_index (self->marks, CopilChartMark, i);
      double dx = MAX (0, MAX (mark->x - x, x - mark->x - mark->width));
      double dy = MAX (0, MAX (mark->y - y, y - mark->y - mark->height));
      /* Outside, the nearest; inside several, the one whose centre is nearest. */
      double distance = hypot (dx, dy) * 1e6 +
                        hypot (x - mark->x - mark->width / 2, y - mark->y - mark->height / 2);

      if (hypot (dx, dy) <= PICK_TOLERANCE && distance < best_distance)
        {
          best = (int)i;
          best_distance = distance;
        }
    }
  return best;
}

int
copil_scene_move (CopilScene *self, int index, CopilChartDirection direction)
{
  const CopilChartMark *from;
  double best_cost = G_MAXDOUBLE;
  int best = index;
  double cx, cy;

  if (self->marks->len == 0)
    return -1;
  if (index < 0 || (guint)index >= self->marks->len)
    return 0;
  from = &g_array_index (self->marks, CopilChartMark, index);
  cx = from->x + from->width / 2;
  cy = from->y + from->height / 2;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const CopilChartMark *to = &g_array_index (self->marks, CopilChartMark, i);
      double dx = to->x + to->width / 2 - cx;
      double dy = to->y + to->height / 2 - cy;
      gboolean same_row = to->y < from->y + from->height && from->y < to->y + to->height;
      gboolean across = direction == COPIL_CHART_LEFT || direction == COPIL_CHART_RIGHT;
      double ahead = direction == COPIL_CHART_LEFT    ? -dx
                     : direction == COPIL_CHART_RIGHT ? dx
                     : direction == COPIL_CHART_UP    ? -dy
                                                      : dy;
      double cost;

      if ((int)i == index || ahead < 0.5 || across != same_row)
        continue;
      /* Up and down lead to the nearest row first, and there to the nearest mark. */
      cost = across ? ahead + ABS (dy) * 2 : ahead * 100 + ABS (dx);
      if (cost < best_cost)
        {
          best_cost = cost;
          best = (int)i;
        }
    }
  return best;
}

PangoContext *
copil_scene_get_context (CopilScene *self)
{
  return self->texts->context;
}

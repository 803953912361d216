/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-chart-scene.h"

#include <math.h>

#define HATCH_STEP 5.0

static void
set_source (cairo_t *cr, CopilChartColor color, double alpha)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, alpha);
}

static void
rect_path (cairo_t *cr, double x, double y, double width, double height, double radius,
           CopilCorners corners)
{
  double left = corners & COPIL_CORNERS_LEFT ? radius : 0;
  double right = corners & COPIL_CORNERS_RIGHT ? radius : 0;

  if (left < 0.5 && right < 0.5)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - right, y + right, right, -G_PI_2, 0);
  cairo_arc (cr, x + width - right, y + height - right, right, 0, G_PI_2);
  cairo_arc (cr, x + left, y + height - left, left, G_PI_2, G_PI);
  cairo_arc (cr, x + left, y + left, left, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}

/* Stripes across the current clip; they start from the origin, so that neighbours line up. */
static void
stripes (cairo_t *cr, double x, double y, double width, double height, gboolean rising)
{
  double first = floor ((x - height) / HATCH_STEP) * HATCH_STEP;

  for (double at = first; at < x + width + height; at += HATCH_STEP)
    {
      cairo_move_to (cr, at, rising ? y + height : y);
      cairo_line_to (cr, at + height, rising ? y : y + height);
    }
  cairo_set_line_width (cr, 1.4);
  cairo_stroke (cr);
}

/* Fills the current path with the colour and the hatch of a role. */
static void
fill_role (cairo_t *cr, const CopilShape *shape, const CopilChartStyle *style)
{
  CopilChartRole role = (CopilChartRole)(shape->paint - COPIL_PAINT_ROLE (0));
  CopilChartHatch hatch = copil_chart_role_get_hatch (role);

  set_source (cr, copil_paint_resolve (shape->paint, style), 1);
  cairo_fill_preserve (cr);
  if (hatch == COPIL_CHART_HATCH_OUTLINE)
    {
      cairo_new_path (cr);
      if (shape->width > 2 && shape->height > 2)
        {
          rect_path (cr, shape->x + 0.5, shape->y + 0.5, shape->width - 1, shape->height - 1,
                     MAX (0, shape->radius - 0.5), shape->corners);
          set_source (cr, copil_paint_resolve (COPIL_INK_MUTED, style), 0.6);
          cairo_set_line_width (cr, 1);
          cairo_stroke (cr);
        }
      return;
    }
  if (hatch != COPIL_CHART_HATCH_NONE)
    {
      gboolean rising = hatch == COPIL_CHART_HATCH_RISING;

      cairo_save (cr);
      cairo_clip (cr);
      set_source (cr, copil_paint_resolve (COPIL_PAINT_ON_ROLE (role), style), rising ? 0.42 : 0.3);
      stripes (cr, shape->x, shape->y, shape->width, shape->height, rising);
      cairo_restore (cr);
    }
  cairo_new_path (cr);
}

static void
triangle_path (cairo_t *cr, double cx, double cy, double size)
{
  double half = size / 2;

  cairo_move_to (cr, cx, cy - half);
  cairo_line_to (cr, cx + half * 1.08, cy + half * 0.8);
  cairo_line_to (cr, cx - half * 1.08, cy + half * 0.8);
  cairo_close_path (cr);
}

static void
draw_symbol (cairo_t *cr, const CopilShape *shape, const CopilChartStyle *style)
{
  CopilChartRole role = (CopilChartRole)(shape->paint - COPIL_PAINT_ROLE (0));
  double r = shape->width / 2;
  double cx = shape->x, cy = shape->y;

  cairo_new_path (cr);
  cairo_set_line_width (cr, 1.6);
  set_source (cr, copil_paint_resolve (shape->paint, style), 1);
  switch (role)
    {
    case COPIL_CHART_ROLE_DONE:
      /* A full disc with a tick. */
      cairo_arc (cr, cx, cy, r, 0, 2 * G_PI);
      cairo_fill (cr);
      set_source (cr, copil_paint_resolve (COPIL_PAINT_ON_ROLE (role), style), 1);
      cairo_move_to (cr, cx - r * 0.48, cy + r * 0.02);
      cairo_line_to (cr, cx - r * 0.12, cy + r * 0.4);
      cairo_line_to (cr, cx + r * 0.5, cy - r * 0.36);
      cairo_set_line_width (cr, 1.3);
      cairo_stroke (cr);
      break;
    case COPIL_CHART_ROLE_IN_PROGRESS:
      /* Half full; the rim in ink, so that the pale blue stands out on paper. */
      cairo_arc (cr, cx, cy, r, 0, 2 * G_PI);
      set_source (cr, copil_paint_resolve (COPIL_INK_BACKGROUND, style), 1);
      cairo_fill (cr);
      set_source (cr, copil_paint_resolve (COPIL_INK_ACCENT, style), 1);
      cairo_arc (cr, cx, cy, r - 0.8, G_PI_2, G_PI + G_PI_2);
      cairo_fill (cr);
      cairo_arc (cr, cx, cy, r - 0.8, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;
    case COPIL_CHART_ROLE_PLANNED:
      /* An empty ring. */
      cairo_arc (cr, cx, cy, r, 0, 2 * G_PI);
      set_source (cr, copil_paint_resolve (COPIL_INK_BACKGROUND, style), 1);
      cairo_fill (cr);
      cairo_arc (cr, cx, cy, r - 0.8, 0, 2 * G_PI);
      set_source (cr, copil_paint_resolve (COPIL_INK_MUTED, style), 1);
      cairo_stroke (cr);
      break;
    case COPIL_CHART_ROLE_LATE:
      triangle_path (cr, cx, cy, shape->width * 1.04);
      cairo_fill (cr);
      break;
    case COPIL_CHART_ROLE_ABANDONED:
      /* A cross. */
      set_source (cr, copil_paint_resolve (COPIL_INK_MUTED, style), 1);
      cairo_move_to (cr, cx - r * 0.7, cy - r * 0.7);
      cairo_line_to (cr, cx + r * 0.7, cy + r * 0.7);
      cairo_move_to (cr, cx + r * 0.7, cy - r * 0.7);
      cairo_line_to (cr, cx - r * 0.7, cy + r * 0.7);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
      break;
    case COPIL_CHART_ROLE_NEUTRAL:
    case COPIL_CHART_ROLE_PART_1:
    case COPIL_CHART_ROLE_PART_2:
    case COPIL_CHART_ROLE_PART_3:
    case COPIL_CHART_ROLE_PART_4:
    case COPIL_CHART_ROLE_PART_5:
    case COPIL_CHART_ROLE_PART_6:
    case COPIL_CHART_N_ROLES:
    default:
      /* A diamond. */
      cairo_move_to (cr, cx, cy - r);
      cairo_line_to (cr, cx + r, cy);
      cairo_line_to (cr, cx, cy + r);
      cairo_line_to (cr, cx - r, cy);
      cairo_close_path (cr);
      cairo_fill (cr);
      break;
    }
}

static void
draw_line (cairo_t *cr, CopilScene *self, const CopilShape *shape, const CopilChartStyle *style)
{
  static const double dashes[] = { 6, 4 };
  const double *xy = &g_array_index (self->points, double, shape->first);

  cairo_new_path (cr);
  for (guint i = 0; i < shape->n_points; i++)
    cairo_line_to (cr, xy[2 * i], xy[2 * i + 1]);
  set_source (cr, copil_paint_resolve (shape->paint, style), 1);
  cairo_set_line_width (cr, shape->stroke);
  if (shape->open)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_dot (cairo_t *cr, const CopilShape *shape, const CopilChartStyle *style)
{
  cairo_new_path (cr);
  cairo_arc (cr, shape->x, shape->y, shape->width / 2 - (shape->open ? 0.9 : 0), 0, 2 * G_PI);
  if (shape->open)
    {
      set_source (cr, copil_paint_resolve (COPIL_INK_BACKGROUND, style), 1);
      cairo_fill_preserve (cr);
    }
  set_source (cr, copil_paint_resolve (shape->paint, style), 1);
  cairo_set_line_width (cr, 1.8);
  if (shape->open)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
}

static void
draw_shape (cairo_t *cr, CopilScene *self, const CopilShape *shape, const CopilChartStyle *style)
{
  if (shape->kind == COPIL_SHAPE_SYMBOL)
    {
      draw_symbol (cr, shape, style);
      return;
    }
  if (shape->kind == COPIL_SHAPE_LINE)
    {
      draw_line (cr, self, shape, style);
      return;
    }
  if (shape->kind == COPIL_SHAPE_DOT)
    {
      draw_dot (cr, shape, style);
      return;
    }
  cairo_new_path (cr);
  if (shape->kind == COPIL_SHAPE_TRIANGLE)
    triangle_path (cr, shape->x, shape->y, shape->width);
  else
    rect_path (cr, shape->x, shape->y, shape->width, shape->height, shape->radius, shape->corners);

  if (shape->kind == COPIL_SHAPE_RECT && COPIL_PAINT_IS_ROLE (shape->paint))
    {
      fill_role (cr, shape, style);
      return;
    }
  set_source (cr, copil_paint_resolve (shape->paint, style), 1);
  cairo_fill (cr);
}

/* A ring around the mark, and a lighter one for the pointer: outside its edge, so that it hides
 * nothing. */
static void
draw_ring (cairo_t *cr, CopilScene *self, int index, const CopilChartStyle *style, gboolean focused)
{
  const CopilChartMark *mark;
  double gap = focused ? 2.5 : 1.5;

  if (index < 0 || (guint)index >= self->marks->len)
    return;
  mark = &g_array_index (self->marks, CopilChartMark, index);
  cairo_new_path (cr);
  rect_path (cr, round (mark->x) - gap, round (mark->y) - gap, round (mark->width) + 2 * gap,
             round (mark->height) + 2 * gap, 4, COPIL_CORNERS_ALL);
  set_source (cr, copil_paint_resolve (focused ? COPIL_INK_ACCENT : COPIL_INK_TEXT, style),
              focused ? 1 : 0.55);
  cairo_set_line_width (cr, focused ? 2 : 1);
  cairo_stroke (cr);
}

void
copil_scene_draw (CopilScene *self, cairo_t *cr, const CopilChartStyle *style)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_clip (cr);
  if (style->background)
    {
      set_source (cr, copil_paint_resolve (COPIL_INK_BACKGROUND, style), 1);
      cairo_paint (cr);
    }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->shapes->len; i++)
    draw_shape (cr, self, &g_array_index (self->shapes, CopilShape, i), style);

  pango_cairo_update_context (cr, copil_scene_get_context (self));
  for (guint i = 0; i < self->placed->len; i++)
    {
      const CopilPlacedText *placed = &g_array_index (self->placed, CopilPlacedText, i);

      set_source (cr, copil_paint_resolve (placed->paint, style), 1);
      cairo_move_to (cr, placed->x, placed->y);
      pango_cairo_update_layout (cr, placed->text->layout);
      pango_cairo_show_layout (cr, placed->text->layout);
    }
  if (style->hovered != style->focused)
    draw_ring (cr, self, style->hovered, style, FALSE);
  draw_ring (cr, self, style->focused, style, TRUE);
  cairo_restore (cr);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-course-private.h"
#include "copil-chart-parts.h"

#include <math.h>

/* Whether a box is free of the texts already placed. */
static gboolean
is_free (CopilScene *scene, double x, double y, const CopilText *text)
{
  for (guint i = 0; i < scene->placed->len; i++)
    {
      const CopilPlacedText *other = &g_array_index (scene->placed, CopilPlacedText, i);

      if (x <= other->x + other->text->width + 3 && other->x <= x + text->width + 3 &&
          y <= other->y + other->text->height - 1 && other->y <= y + text->height - 1)
        return FALSE;
    }
  return TRUE;
}

/* Whether one of the lines runs through a box. */
static gboolean
is_crossed (CopilCourse *self, const CopilCoursePlot *plot, double x, double y,
            const CopilText *text)
{
  for (guint observed = 0; observed < 2; observed++)
    {
      const CopilCoursePoint *before = NULL;

      for (guint i = 0; i < self->points->len; i++)
        {
          const CopilCoursePoint *point = copil_course_get_point (self, i);
          double x0, x1, y0, y1, from, to, slope;

          if (copil_course_breaks_line (point, observed))
            before = NULL;
          if (!copil_course_is_on_line (point, observed))
            continue;
          if (before && copil_course_x (plot, point) > copil_course_x (plot, before))
            {
              x0 = copil_course_x (plot, before);
              x1 = copil_course_x (plot, point);
              y0 = copil_course_y (plot, before->value);
              y1 = copil_course_y (plot, point->value);
              slope = (y1 - y0) / (x1 - x0);
              from = y0 + slope * (CLAMP (x, x0, x1) - x0);
              to = y0 + slope * (CLAMP (x + text->width, x0, x1) - x0);
              if (x < x1 && x0 < x + text->width && MIN (from, to) < y + text->height - 3 &&
                  y + 3 < MAX (from, to))
                return TRUE;
            }
          before = point;
        }
    }
  return FALSE;
}

/* Writes a figure above its point, under it or beside it: where it runs into no other text, and if
 * it can be into no line. */
static void
write_value (CopilCourse *self, CopilScene *scene, const CopilCoursePlot *plot,
             const CopilCoursePoint *point)
{
  /* The legend says the unit. */
  g_autofree char *text =
      self->levels ? copil_course_format (self, point) : copil_parts_number (point->value, NULL);
  CopilText *figure = copil_scene_text (
      scene, point->kind == COPIL_COURSE_OBSERVED ? COPIL_TEXT_SMALL_STRONG : COPIL_TEXT_SMALL,
      text, -1, 1);
  double x = copil_course_x (plot, point), y = copil_course_y (plot, point->value);
  const double places[][2] = { { x - figure->width / 2, y - figure->height - 6 },
                               { x - figure->width / 2, y + 6 },
                               { x + 9, y },
                               { x - figure->width - 9, y - figure->height },
                               { x + 9, y - figure->height },
                               { x - figure->width - 9, y } };
  double left = 0, top = 0;
  int best = -1;

  if (figure->width > plot->days.x1 - plot->days.x0 - 4)
    return;
  for (int i = 0; i < (int)G_N_ELEMENTS (places); i++)
    {
      double at = CLAMP (round (places[i][0]), plot->days.x0 + 2,
                         MAX (plot->days.x0 + 2, plot->days.x1 - figure->width - 1));
      double down = round (places[i][1]);
      gboolean crossed;

      /* Moved from the border, what is beside a point would be on it. */
      if (i > 1 && ABS (at - places[i][0]) > 1)
        continue;
      if (down < plot->y0 - figure->height || down + figure->height > plot->y1 ||
          !is_free (scene, at, down, figure))
        continue;
      crossed = is_crossed (self, plot, at, down, figure);
      if (crossed && best >= 0)
        continue;
      best = i;
      left = at;
      top = down;
      if (!crossed)
        break;
    }
  if (best >= 0)
    copil_scene_place (scene, figure, left, top,
                       point->kind == COPIL_COURSE_OBSERVED ? COPIL_INK_TEXT : COPIL_INK_MUTED);
}

void
copil_course_write_values (CopilCourse *self, CopilScene *scene, const CopilCoursePlot *plot)
{
  const CopilCoursePoint *target = copil_course_get_target (self), *last = NULL;

  for (guint i = 0; i < self->points->len; i++)
    if (copil_course_get_point (self, i)->kind == COPIL_COURSE_OBSERVED &&
        !isnan (copil_course_get_point (self, i)->value))
      last = copil_course_get_point (self, i);
  /* What matters most is written first, and the others as there is room. */
  if (last)
    write_value (self, scene, plot, last);
  if (target && !isnan (target->value))
    write_value (self, scene, plot, target);
  if (self->points->len > 60)
    return;
  for (int kind = COPIL_COURSE_BASELINE; kind >= COPIL_COURSE_OBSERVED; kind--)
    for (guint i = 0; i < self->points->len; i++)
      {
        const CopilCoursePoint *point = copil_course_get_point (self, i);

        if ((int)point->kind == kind && point != last && point != target && !isnan (point->value))
          write_value (self, scene, plot, point);
      }
}

CopilCoursePoint *
copil_course_get_point (CopilCourse *self, guint i)
{
  return g_ptr_array_index (self->points, i);
}

const CopilCoursePoint *
copil_course_get_target (CopilCourse *self)
{
  const CopilCoursePoint *last = NULL;

  for (guint i = 0; i < self->points->len; i++)
    if (copil_course_get_point (self, i)->kind == COPIL_COURSE_TARGET)
      last = copil_course_get_point (self, i);
  return last;
}

char *
copil_course_format (CopilCourse *self, const CopilCoursePoint *point)
{
  return point->text && !isnan (point->value) ? g_strdup (point->text)
                                              : copil_parts_number (point->value, self->unit);
}

double
copil_course_x (const CopilCoursePlot *plot, const CopilCoursePoint *point)
{
  return copil_axis_x (&plot->days, point->day);
}

double
copil_course_y (const CopilCoursePlot *plot, double value)
{
  return plot->y1 - (plot->y1 - plot->y0) * (value - plot->low) / (plot->high - plot->low);
}

gboolean
copil_course_is_on_line (const CopilCoursePoint *point, gboolean observed)
{
  return (point->kind == COPIL_COURSE_OBSERVED) == observed && !isnan (point->value);
}

gboolean
copil_course_breaks_line (const CopilCoursePoint *point, gboolean observed)
{
  return observed && point->kind == COPIL_COURSE_OBSERVED && isnan (point->value);
}

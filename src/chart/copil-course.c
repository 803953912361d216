/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-course-private.h"
#include "copil-chart-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Heights of the plot: at ease, and the least. */
#define NATURAL 230
#define LEAST 70
#define TICK 46
#define MAX_TICKS 60
/* Points nearer than this are one mark; dots nearer than that are not drawn. */
#define NEAR 12
#define DENSE 5

G_DEFINE_FINAL_TYPE (CopilCourse, copil_course, COPIL_TYPE_CHART)

static void
point_free (gpointer data)
{
  CopilCoursePoint *point = data;

  g_free (point->text);
  g_free (point->sentence);
  g_free (point->key);
  g_free (point);
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const CopilCoursePoint *x = *(const CopilCoursePoint *const *)a,
                         *y = *(const CopilCoursePoint *const *)b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return (x->order > y->order) - (x->order < y->order);
}

static void
sort_points (CopilCourse *self)
{
  if (!self->sorted)
    g_ptr_array_sort (self->points, compare_points);
  self->sorted = TRUE;
}

static char *
day_of (const CopilCoursePoint *point)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, point->day);
  return copil_parts_date (&date);
}

static const char *
word_of (CopilCourse *self, const CopilCoursePoint *point)
{
  if (point->kind == COPIL_COURSE_BASELINE)
    return point->open ? C_ ("chart", "Baseline (derived)") : C_ ("chart", "Baseline");
  if (point->kind == COPIL_COURSE_TARGET)
    return point == copil_course_get_target (self) ? C_ ("chart", "Target")
                                                   : C_ ("chart", "Milestone");
  return point->open ? C_ ("chart", "Estimated") : C_ ("chart", "Observed");
}

static char *
sentence_of (CopilCourse *self, const CopilCoursePoint *point)
{
  g_autofree char *day = day_of (point), *text = copil_course_format (self, point);

  if (point->sentence)
    return g_strdup (point->sentence);
  /* Translators: date, "Observed" or "Target", figure */
  return g_strdup_printf (C_ ("chart", "%s, %s: %s"), day, word_of (self, point), text);
}

/* The values shown, widened to whole steps; near enough to zero, from zero on. */
static double
make_range (CopilCourse *self, CopilCoursePlot *plot, double height)
{
  double low = NAN, high = NAN, step;
  guint n_levels = self->levels ? g_strv_length (self->levels) : 0;

  for (guint i = 0; i < self->points->len; i++)
    {
      low = fmin (low, copil_course_get_point (self, i)->value);
      high = fmax (high, copil_course_get_point (self, i)->value);
    }
  if (n_levels > 0)
    {
      plot->low = 0.5;
      plot->high = n_levels + 0.5;
      return MAX (1, ceil (n_levels / MAX (1, floor (height / 18))));
    }
  if (low > 0 && low < 0.6 * high)
    low = 0;
  if (high < 0 && high > 0.6 * low)
    high = 0;
  if (!(high > low))
    {
      low -= MAX (1, fabs (low) * 0.1);
      high += MAX (1, fabs (high) * 0.1);
    }
  step = copil_parts_step (high - low, MAX (2, height / TICK));
  plot->low = floor (low / step + 1e-9) * step;
  plot->high = ceil (high / step - 1e-9) * step;
  return step;
}

static char *
tick_label (CopilCourse *self, double value)
{
  guint n_levels = self->levels ? g_strv_length (self->levels) : 0;

  if (n_levels > 0)
    return value >= 1 && value <= n_levels ? g_strdup (self->levels[(guint)value - 1])
                                           : g_strdup ("");
  return copil_parts_number (value, NULL);
}

static double
first_tick (CopilCourse *self, const CopilCoursePlot *plot)
{
  return self->levels ? 1 : plot->low;
}

static double
ticks_width (CopilCourse *self, CopilScene *scene, const CopilCoursePlot *plot, double step)
{
  double width = 0;
  guint n = 0;

  for (double v = first_tick (self, plot); v <= plot->high + step / 2 && n < MAX_TICKS;
       v += step, n++)
    {
      g_autofree char *label = tick_label (self, v);

      width = MAX (width, copil_scene_text_width (scene, COPIL_TEXT_SMALL, label));
    }
  return ceil (MIN (width, 0.25 * scene->width));
}

static void
draw_ticks (CopilCourse *self, CopilScene *scene, const CopilCoursePlot *plot, double step)
{
  double right = plot->days.x0 - 6, room = right - scene->padding;
  guint n = 0;

  for (double v = first_tick (self, plot); v <= plot->high + step * 1e-6 && n < MAX_TICKS;
       v += step, n++)
    {
      g_autofree char *label = tick_label (self, v);
      double y = round (copil_course_y (plot, v));

      copil_scene_rect (scene, plot->days.x0, y, plot->days.x1 - plot->days.x0, 1, 0,
                        COPIL_CORNERS_NONE,
                        n == 0 && !self->levels ? COPIL_INK_HAIRLINE : COPIL_INK_GRID, -1);
      copil_scene_place_on (scene,
                            copil_scene_text (scene, COPIL_TEXT_SMALL, label, MAX (1, room), 1),
                            right, y, 1, COPIL_INK_MUTED);
    }
}

static CopilPaint
line_paint (gboolean observed)
{
  return observed ? COPIL_PAINT_PLAIN_ROLE (COPIL_CHART_ROLE_PART_1) : COPIL_INK_MUTED;
}

/* The line through the points of a kind. */
static void
draw_line (CopilCourse *self, CopilScene *scene, const CopilCoursePlot *plot, gboolean observed)
{
  g_autoptr (GArray) xy = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i <= self->points->len; i++)
    {
      const CopilCoursePoint *point =
          i < self->points->len ? copil_course_get_point (self, i) : NULL;

      if (!point || copil_course_breaks_line (point, observed))
        {
          copil_scene_line (scene, (double *)(void *)xy->data, xy->len / 2, observed ? 2.5 : 2,
                            !observed, line_paint (observed));
          g_array_set_size (xy, 0);
        }
      else if (copil_course_is_on_line (point, observed))
        {
          double at[] = { copil_course_x (plot, point), copil_course_y (plot, point->value) };

          g_array_append_vals (xy, at, 2);
        }
    }
}

/* The same where several points stand in each column of pixels: a bar from the lowest to the
 * highest of them, down or up to where the column before it ended. */
static void
draw_dense_line (CopilCourse *self, CopilScene *scene, const CopilCoursePlot *plot,
                 gboolean observed)
{
  double column = -1, low = 0, high = 0, last = 0;

  for (guint i = 0; i <= self->points->len; i++)
    {
      const CopilCoursePoint *point =
          i < self->points->len ? copil_course_get_point (self, i) : NULL;
      gboolean ends = !point || copil_course_breaks_line (point, observed);
      double x = point ? floor (copil_course_x (plot, point)) : 0, y;

      if (point && !ends && !copil_course_is_on_line (point, observed))
        continue;
      y = ends ? 0 : copil_course_y (plot, point->value);
      if (column >= 0 && !ends && x <= column)
        {
          low = MIN (low, y);
          high = MAX (high, y);
          last = y;
          continue;
        }
      if (column >= 0)
        copil_scene_rect (scene, column, low - 1, ends ? 1 : x - column, high - low + 2, 0,
                          COPIL_CORNERS_NONE, line_paint (observed), -1);
      low = column >= 0 && !ends ? MIN (last, y) : y;
      high = column >= 0 && !ends ? MAX (last, y) : y;
      last = y;
      column = ends ? -1 : x;
    }
}

static void
draw_points (CopilCourse *self, CopilScene *scene, const CopilCoursePlot *plot)
{
  const CopilCoursePoint *target = copil_course_get_target (self);
  double room = (plot->days.x1 - plot->days.x0) / MAX (1, self->points->len);
  double size = round (scene->em * 0.62);

  for (guint i = 0; i < self->points->len; i++)
    {
      const CopilCoursePoint *point = copil_course_get_point (self, i);
      double x = copil_course_x (plot, point), y;

      if (isnan (point->value))
        continue;
      y = copil_course_y (plot, point->value);
      if (point->kind == COPIL_COURSE_TARGET)
        {
          if (room >= DENSE || point == target)
            copil_scene_symbol (scene, x, y, point == target ? size * 1.6 : size * 1.2,
                                COPIL_CHART_ROLE_NEUTRAL, -1);
        }
      else if (room >= DENSE || point->kind == COPIL_COURSE_BASELINE)
        copil_scene_dot (scene, x, y, size, point->open,
                         point->kind == COPIL_COURSE_BASELINE
                             ? COPIL_PAINT_PLAIN_ROLE (COPIL_CHART_ROLE_NEUTRAL)
                             : COPIL_PAINT_PLAIN_ROLE (COPIL_CHART_ROLE_PART_1),
                         -1);
    }
}

/* The points from @first to before @end as one mark: a band over the height, from halfway to its
 * neighbours. */
static void
add_mark (CopilCourse *self, CopilScene *scene, const CopilCoursePlot *plot, guint first, guint end,
          double left, double right)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GString) label = g_string_new (NULL);
  double x0 = copil_course_x (plot, copil_course_get_point (self, first));
  double x1 = copil_course_x (plot, copil_course_get_point (self, end - 1));

  for (guint i = first; i < end; i++)
    {
      CopilCoursePoint *point = copil_course_get_point (self, i);
      g_autofree char *sentence = end - first <= 4 ? sentence_of (self, point) : NULL;

      if (point->key)
        g_ptr_array_add (keys, point->key);
      if (sentence)
        g_string_append_printf (label, "%s%s", label->len ? "\n" : "", sentence);
    }
  if (end - first > 4)
    {
      g_autofree char *from = day_of (copil_course_get_point (self, first));
      g_autofree char *to = day_of (copil_course_get_point (self, end - 1));
      g_autofree char *count = copil_parts_count (end - first);

      /* Translators: how many figures, the first day, the last one */
      g_string_printf (
          label, ngettext ("%s figure, from %s to %s", "%s figures, from %s to %s", end - first),
          count, from, to);
    }
  left = MAX (left, MAX (plot->days.x0, x0 - 9));
  right = MIN (right, MIN (plot->days.x1, x1 + 9));
  copil_scene_mark (scene, left, plot->y0, MAX (1, right - left), plot->y1 - plot->y0,
                    g_strdup (label->str), keys, end - first, COPIL_CHART_ROLE_PART_1);
}

static void
add_marks (CopilCourse *self, CopilScene *scene, const CopilCoursePlot *plot)
{
  double left = plot->days.x0;

  for (guint first = 0, end; first < self->points->len; first = end)
    {
      double x = copil_course_x (plot, copil_course_get_point (self, first)), right = plot->days.x1;

      for (end = first + 1; end < self->points->len; end++)
        if (copil_course_x (plot, copil_course_get_point (self, end)) - x >= NEAR)
          break;
      if (end < self->points->len)
        right = floor ((copil_course_x (plot, copil_course_get_point (self, end - 1)) +
                        copil_course_x (plot, copil_course_get_point (self, end))) /
                       2);
      add_mark (self, scene, plot, first, end, left, right);
      left = right;
    }
}

static double
draw_head (CopilCourse *self, CopilScene *scene)
{
  CopilLegendEntry entries[4];
  gboolean observed = FALSE, estimated = FALSE, target = FALSE;
  g_autofree char *with_unit = NULL;
  guint n = 0;

  for (guint i = 0; i < self->points->len; i++)
    {
      const CopilCoursePoint *point = copil_course_get_point (self, i);

      observed |= point->kind == COPIL_COURSE_OBSERVED && !isnan (point->value);
      estimated |= point->kind == COPIL_COURSE_OBSERVED && !isnan (point->value) && point->open;
      target |= point->kind == COPIL_COURSE_TARGET && !isnan (point->value);
    }
  if (self->unit)
    /* Translators: "Observed (pairs)": the word and the unit */
    with_unit = g_strdup_printf (C_ ("chart", "%s (%s)"), C_ ("chart", "Observed"), self->unit);
  if (observed)
    entries[n++] = (CopilLegendEntry){ COPIL_LEGEND_LINE, COPIL_CHART_ROLE_PART_1,
                                       with_unit ? with_unit : C_ ("chart", "Observed"), NULL };
  if (estimated)
    entries[n++] = (CopilLegendEntry){ COPIL_LEGEND_RING, COPIL_CHART_ROLE_PART_1,
                                       C_ ("chart", "Estimated"), NULL };
  if (target)
    entries[n++] = (CopilLegendEntry){ COPIL_LEGEND_SYMBOL, COPIL_CHART_ROLE_NEUTRAL,
                                       C_ ("chart", "Milestones and target"), NULL };
  return copil_parts_head (scene, copil_chart_get_title (COPIL_CHART (self)), entries, n);
}

/* Whole months around all points and today. */
static void
make_days (CopilCourse *self, CopilAxis *days)
{
  guint32 from = copil_course_get_point (self, 0)->day,
          to = copil_course_get_point (self, self->points->len - 1)->day;
  guint32 air;
  GDate date;

  if (self->today)
    {
      from = MIN (from, self->today);
      to = MAX (to, self->today);
    }
  air = MAX (20, (to - from) / 25);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, from > air ? from - air : 1);
  g_date_set_day (&date, 1);
  days->from = g_date_get_julian (&date);
  days->to = to + air;
}

static void
draw_today (CopilCourse *self, CopilScene *scene, const CopilCoursePlot *plot)
{
  CopilText *text = copil_scene_text (scene, COPIL_TEXT_SMALL_STRONG, C_ ("chart", "Today"), -1, 1);
  double x = round (copil_axis_x (&plot->days, self->today));

  copil_scene_vline (scene, x, plot->y0, plot->y1, 2, COPIL_INK_ACCENT);
  copil_scene_place (scene, text,
                     round (CLAMP (x + 1 - text->width / 2, plot->days.x0,
                                   MAX (plot->days.x0, plot->days.x1 - text->width))),
                     plot->y1 + 2, COPIL_INK_ACCENT);
}

static void
copil_course_layout (CopilChart *chart, CopilScene *scene)
{
  CopilCourse *self = COPIL_COURSE (chart);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (double));
  double foot =
      self->today ? ceil (copil_scene_line_height (scene, COPIL_TEXT_SMALL_STRONG)) + 2 : 4;
  double height = scene->mode == COPIL_SCENE_COMPACT ? LEAST : NATURAL;
  double y, step;
  guint under;
  CopilCoursePlot plot = { 0 };

  sort_points (self);
  y = draw_head (self, scene);
  /* The axis takes its place first: how many steps there are depends on what is left. */
  if (scene->mode == COPIL_SCENE_FIT)
    height = scene->height - scene->padding - y - foot -
             2 * copil_scene_line_height (scene, COPIL_TEXT_SMALL) - 4;
  step = make_range (self, &plot, MAX (height, 20));
  make_days (self, &plot.days);
  plot.days.x0 = round (scene->padding + ticks_width (self, scene, &plot, step) + 8);
  plot.days.x1 = MAX (plot.days.x0 + 20, round (scene->width - scene->padding));
  plot.y0 = y + copil_axis_layout (&plot.days, scene, y, lines) +
            round (copil_scene_line_height (scene, COPIL_TEXT_SMALL) / 2) + 2;
  plot.y1 =
      scene->mode == COPIL_SCENE_FIT ? scene->height - scene->padding - foot : plot.y0 + height;
  plot.y1 = MAX (plot.y0 + 16, floor (plot.y1));

  if (self->today && self->today + 1 < plot.days.to)
    copil_scene_rect (scene, copil_axis_x (&plot.days, self->today), plot.y0,
                      plot.days.x1 - copil_axis_x (&plot.days, self->today), plot.y1 - plot.y0, 0,
                      COPIL_CORNERS_NONE, COPIL_INK_SURFACE, -1);
  draw_ticks (self, scene, &plot, step);
  under = scene->shapes->len;
  for (guint i = 0; i < lines->len; i++)
    copil_scene_vline (scene, g_array_index (lines, double, i), plot.y0, plot.y1, 1,
                       COPIL_INK_GRID);
  copil_scene_sink (scene, under);
  draw_line (self, scene, &plot, FALSE);
  if (self->points->len > plot.days.x1 - plot.days.x0)
    draw_dense_line (self, scene, &plot, TRUE);
  else
    draw_line (self, scene, &plot, TRUE);
  draw_points (self, scene, &plot);
  add_marks (self, scene, &plot);
  if (self->today)
    draw_today (self, scene, &plot);
  copil_course_write_values (self, scene, &plot);
  scene->bottom = plot.y1 + foot;
}

static gboolean
copil_course_is_empty (CopilChart *chart)
{
  CopilCourse *self = COPIL_COURSE (chart);

  for (guint i = 0; i < self->points->len; i++)
    if (!isnan (copil_course_get_point (self, i)->value))
      return FALSE;
  return TRUE;
}

static char *
copil_course_describe (CopilChart *chart)
{
  CopilCourse *self = COPIL_COURSE (chart);
  GString *text = g_string_new (NULL);
  guint n = 0;

  sort_points (self);
  for (guint i = 0; i < self->points->len; i++)
    {
      const CopilCoursePoint *point = copil_course_get_point (self, i);
      g_autofree char *sentence = NULL;

      if (isnan (point->value) && point->kind == COPIL_COURSE_OBSERVED)
        continue;
      if (n++ == 24)
        {
          g_string_append (text, "…");
          return g_string_free (text, FALSE);
        }
      sentence = sentence_of (self, point);
      g_string_append_printf (text, "%s%s", text->len ? "; " : "", sentence);
    }
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

static void
copil_course_fill_data (CopilChart *chart, CopilChartData *data)
{
  CopilCourse *self = COPIL_COURSE (chart);

  copil_chart_data_add_column (data, C_ ("chart", "Date"), NULL);
  copil_chart_data_add_column (data, C_ ("chart", "What"), NULL);
  copil_chart_data_add_column (data, C_ ("chart", "Value"), NULL);
  sort_points (self);
  for (guint i = 0; i < self->points->len; i++)
    {
      const CopilCoursePoint *point = copil_course_get_point (self, i);
      g_autofree char *text = isnan (point->value) ? NULL : copil_course_format (self, point);
      guint row = copil_chart_data_add_row (data);
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, point->day);
      copil_chart_data_put_date (data, row, 0, &date);
      copil_chart_data_put_text (data, row, 1, word_of (self, point));
      /* A level of a scale is a word. */
      if (text && self->levels)
        copil_chart_data_put_text (data, row, 2, text);
      else if (text)
        copil_chart_data_put_number (data, row, 2, point->value, self->unit, text);
      else if (point->kind != COPIL_COURSE_OBSERVED)
        copil_chart_data_put_text (data, row, 2, C_ ("chart", "to be set"));
    }
}

static void
copil_course_finalize (GObject *object)
{
  CopilCourse *self = COPIL_COURSE (object);

  g_ptr_array_unref (self->points);
  g_free (self->unit);
  g_strfreev (self->levels);
  G_OBJECT_CLASS (copil_course_parent_class)->finalize (object);
}

static void
copil_course_class_init (CopilCourseClass *klass)
{
  CopilChartClass *chart_class = COPIL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = copil_course_finalize;
  chart_class->is_empty = copil_course_is_empty;
  chart_class->layout = copil_course_layout;
  chart_class->describe = copil_course_describe;
  chart_class->fill_data = copil_course_fill_data;
}

static void
copil_course_init (CopilCourse *self)
{
  self->points = g_ptr_array_new_with_free_func (point_free);
}

static void
add_point (CopilCourse *self, CopilCourseKind kind, const GDate *date, double value, gboolean open,
           const char *text, const char *sentence, const char *key)
{
  CopilCoursePoint *point;

  if (!date || !g_date_valid (date))
    return;
  point = g_new0 (CopilCoursePoint, 1);
  *point =
      (CopilCoursePoint){ kind,           g_date_get_julian (date), isfinite (value) ? value : NAN,
                          open,           g_strdup (text),          g_strdup (sentence),
                          g_strdup (key), self->points->len };
  g_ptr_array_add (self->points, point);
  self->sorted = FALSE;
  copil_chart_changed (COPIL_CHART (self));
}

CopilChart *
copil_course_new (const char *title)
{
  CopilChart *self = g_object_new (COPIL_TYPE_COURSE, NULL);

  copil_chart_set_title (self, title);
  return self;
}

void
copil_course_add_observed (CopilCourse *self, const GDate *date, double value, gboolean estimated,
                           const char *text, const char *sentence, const char *key)
{
  g_return_if_fail (COPIL_IS_COURSE (self));
  add_point (self, COPIL_COURSE_OBSERVED, date, value, estimated, text, sentence, key);
}

void
copil_course_add_target (CopilCourse *self, const GDate *date, double value, const char *text,
                         const char *sentence, const char *key)
{
  g_return_if_fail (COPIL_IS_COURSE (self));
  add_point (self, COPIL_COURSE_TARGET, date, value, FALSE, text, sentence, key);
}

void
copil_course_set_baseline (CopilCourse *self, const GDate *date, double value, gboolean derived,
                           const char *text, const char *sentence, const char *key)
{
  g_return_if_fail (COPIL_IS_COURSE (self));
  add_point (self, COPIL_COURSE_BASELINE, date, value, derived, text, sentence, key);
}

void
copil_course_set_today (CopilCourse *self, const GDate *today)
{
  g_return_if_fail (COPIL_IS_COURSE (self));
  self->today = today && g_date_valid (today) ? g_date_get_julian (today) : 0;
  copil_chart_changed (COPIL_CHART (self));
}

void
copil_course_set_unit (CopilCourse *self, const char *unit)
{
  g_return_if_fail (COPIL_IS_COURSE (self));
  g_free (self->unit);
  self->unit = g_strdup (unit && *unit ? unit : NULL);
  copil_chart_changed (COPIL_CHART (self));
}

void
copil_course_set_levels (CopilCourse *self, const char *const *levels)
{
  g_return_if_fail (COPIL_IS_COURSE (self));
  g_strfreev (self->levels);
  self->levels = levels && levels[0] ? g_strdupv ((char **)levels) : NULL;
  copil_chart_changed (COPIL_CHART (self));
}

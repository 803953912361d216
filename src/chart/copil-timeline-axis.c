/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-timeline-axis.h"
#include "copil-chart-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DAYS_A_MONTH 30.44
#define MAX_TICKS 400

/* A step between two ticks: in days, or else in months. */
typedef struct
{
  int days;
  int months;
} Step;

static const Step steps[] = { { 1, 0 },    { 7, 0 },    { 0, 1 },     { 0, 3 },    { 0, 12 },
                              { 0, 24 },   { 0, 60 },   { 0, 120 },   { 0, 240 },  { 0, 600 },
                              { 0, 1200 }, { 0, 6000 }, { 0, 12000 }, { 0, 36000 } };

static double
month_width (CopilScene *scene)
{
  double width = 0;

  for (guint month = 1; month <= 12; month++)
    width =
        MAX (width, copil_scene_text_width (scene, COPIL_TEXT_SMALL, copil_parts_month (month)));
  return width;
}

static char *
quarter_label (int month)
{
  /* Translators: a quarter of the year, in very few letters. */
  return g_strdup_printf (C_ ("chart", "Q%d"), (month - 1) / 3 + 1);
}

static Step
choose_step (const CopilAxis *self, CopilScene *scene)
{
  double day = (self->x1 - self->x0) / (self->to - self->from);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double room = steps[i].days > 0 ? steps[i].days * day : steps[i].months * DAYS_A_MONTH * day;
      double needed;

      if (steps[i].days > 0 || steps[i].months == 3)
        needed = copil_scene_text_width (scene, COPIL_TEXT_SMALL, "Q88");
      else if (steps[i].months == 1)
        needed = month_width (scene);
      else
        needed = copil_scene_text_width (scene, COPIL_TEXT_SMALL_STRONG, "8888");
      if (room * 0.92 >= needed + 8)
        return steps[i];
    }
  return steps[G_N_ELEMENTS (steps) - 1];
}

/* The first day of the period of @step in which @julian falls, and the first of the next one. */
static guint32
period_start (Step step, guint32 julian)
{
  GDate date;
  int month;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  if (step.days == 7)
    return julian - (guint32)(g_date_get_weekday (&date) - G_DATE_MONDAY);
  if (step.days > 0)
    return julian;
  month = g_date_get_year (&date) * 12 + (int)g_date_get_month (&date) - 1;
  month -= month % step.months;
  if (month < 12)
    month = 12;
  g_date_set_dmy (&date, 1, (GDateMonth)(month % 12 + 1), (GDateYear)(month / 12));
  return g_date_get_julian (&date);
}

static guint32
period_end (Step step, guint32 start)
{
  GDate date;

  if (step.days > 0)
    return start + (guint32)step.days;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, start);
  if (g_date_get_year (&date) * 12 + step.months > 65000 * 12)
    return G_MAXUINT32;
  g_date_add_months (&date, (guint)step.months);
  return period_start (step, g_date_get_julian (&date));
}

static char *
period_label (Step step, guint32 start)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, start);
  if (step.days > 0)
    return g_strdup_printf ("%d", (int)g_date_get_day (&date));
  if (step.months == 1)
    return g_strdup (copil_parts_month ((guint)g_date_get_month (&date)));
  if (step.months == 3)
    return quarter_label ((int)g_date_get_month (&date));
  return g_strdup_printf ("%d", (int)g_date_get_year (&date));
}

/* A row of periods: a label at the beginning of each that has room for it. */
static double
draw_tier (const CopilAxis *self, CopilScene *scene, Step step, gboolean upper, double y,
           GArray *lines)
{
  CopilTextKind kind = upper || step.months >= 12 ? COPIL_TEXT_SMALL_STRONG : COPIL_TEXT_SMALL;
  CopilPaint paint = upper || step.months >= 12 ? COPIL_INK_TEXT : COPIL_INK_MUTED;
  guint32 start = period_start (step, self->from);
  double free_from = -G_MAXDOUBLE;

  for (guint i = 0; i < MAX_TICKS && start < self->to; i++)
    {
      guint32 end = period_end (step, start);
      double x = start > self->from ? round (copil_axis_x (self, start)) : self->x0;
      double next = end < self->to ? round (copil_axis_x (self, end)) : self->x1;
      g_autofree char *label = NULL;
      CopilText *text;

      if (upper && step.months == 1)
        {
          GDate date;

          g_date_clear (&date, 1);
          g_date_set_julian (&date, start);
          /* Translators: a month and its year: "Mar 2024" */
          label = g_strdup_printf (C_ ("chart", "%s %d"),
                                   copil_parts_month ((guint)g_date_get_month (&date)),
                                   (int)g_date_get_year (&date));
        }
      else
        label = period_label (step, start);
      text = copil_scene_text (scene, kind, label, -1, 1);
      if (start >= self->from && lines != NULL)
        g_array_append_val (lines, x);
      /* A period that starts before the axis is named if it has enough of it, except a week. */
      if ((start >= self->from || step.days == 0) && x + 4 >= free_from &&
          x + 4 + text->width <= MIN (next, self->x1))
        {
          copil_scene_place (scene, text, x + 4, y, paint);
          free_from = x + 4 + text->width + 4;
        }
      if (end == G_MAXUINT32)
        break;
      start = end;
    }
  return ceil (copil_scene_line_height (scene, kind));
}

double
copil_axis_x (const CopilAxis *self, guint32 julian)
{
  return self->x0 +
         (self->x1 - self->x0) * ((double)julian - self->from) / ((double)self->to - self->from);
}

double
copil_axis_layout (const CopilAxis *self, CopilScene *scene, double y, GArray *lines)
{
  Step step = choose_step (self, scene);
  double height = 0;

  if (step.days > 0)
    height += draw_tier (self, scene, (Step){ 0, 1 }, TRUE, y, NULL);
  else if (step.months < 12)
    height += draw_tier (self, scene, (Step){ 0, 12 }, TRUE, y, NULL);
  height += draw_tier (self, scene, step, FALSE, y + height, lines);
  return height + 4;
}

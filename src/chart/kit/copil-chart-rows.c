/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-chart-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Names beyond these are not measured, and rows beyond those not drawn at ease. */
#define MAX_MEASURED 60
#define MAX_ROWS 200
#define NARROW 420
#define GAP 14

static double
names_height (CopilRows *self, CopilScene *scene, char **labels, char **titles, guint n)
{
  double height = 0;

  for (guint i = 0; i < n; i++)
    height = MAX (height, copil_scene_text_headed (scene, COPIL_TEXT_BODY, labels[i], titles[i],
                                                   self->label_width, 2)
                              ->height);
  return height;
}

static void
fit_pitch (CopilRows *self, CopilScene *scene, double names, double natural, double least)
{
  double line = ceil (copil_scene_line_height (scene, COPIL_TEXT_BODY));
  double room = scene->height - scene->padding - self->top;
  double ease, tight;

  if (self->narrow)
    {
      ease = line + 2 + natural + 10;
      tight = line + 2 + least + 4;
    }
  else
    {
      ease = MAX (names, natural) + 12;
      tight = MAX (line, least) + 2;
    }
  if (scene->mode == COPIL_SCENE_FIT)
    {
      self->pitch = floor (CLAMP (room / self->n, tight, ease * 1.2));
      self->n_rows = (guint)CLAMP (floor (room / self->pitch), 1, self->n);
    }
  else
    {
      self->pitch = scene->mode == COPIL_SCENE_NATURAL ? ease : tight;
      self->n_rows = MIN (self->n, MAX_ROWS);
    }
  self->lines = self->narrow || self->pitch < 2 * line + 2 ? 1 : 2;
  if (self->narrow)
    {
      self->body_height = CLAMP (self->pitch - line - 6, MIN (least, self->pitch), natural);
      self->body_top = line + 2;
    }
  else
    {
      self->body_height = CLAMP (self->pitch - 4, MIN (least, self->pitch), natural);
      self->body_top = round ((self->pitch - self->body_height) / 2);
    }
  self->body_height = floor (self->body_height);
}

void
copil_rows_fit (CopilRows *self, CopilScene *scene, char **labels, char **titles, guint n,
                double top, double natural, double least, double right)
{
  double inner = scene->width - 2 * scene->padding;
  guint shown = MIN (n, MAX_MEASURED);
  g_autofree char **none = g_new0 (char *, shown + 1);

  *self = (CopilRows){ .n = n, .x0 = scene->padding, .top = top, .narrow = inner < NARROW };
  self->label_width =
      self->narrow ? inner : copil_parts_label_width (scene, labels, titles, shown, 0.38);
  fit_pitch (self, scene, self->narrow ? 0 : names_height (self, scene, labels, titles, shown),
             natural, least);
  if (self->narrow && self->n_rows < n)
    {
      /* No room to write above the bodies: the names, cut, go beside them. */
      self->narrow = FALSE;
      self->short_names = TRUE;
      self->label_width = copil_parts_label_width (scene, labels, none, shown, 0.3);
      if (self->label_width < 3 * scene->em)
        self->label_width = floor (inner * 0.3);
      fit_pitch (self, scene, 0, natural, least);
    }
  self->body_x = round (self->x0 + (self->narrow ? 0 : self->label_width + GAP));
  self->body_width =
      MAX (10, floor (scene->width - scene->padding - self->body_x - MIN (right, inner * 0.4)));
  scene->bottom = copil_rows_end (self);
}

guint
copil_rows_count (const CopilRows *self, guint place)
{
  return place + 1 == self->n_rows ? self->n - place : 1;
}

char *
copil_rows_others (guint n)
{
  g_autofree char *count = copil_parts_count (n);

  return g_strdup_printf (ngettext ("%s other", "%s others", n), count);
}

void
copil_rows_draw_name (const CopilRows *self, CopilScene *scene, guint place, const char *label,
                      const char *title)
{
  guint count = copil_rows_count (self, place);
  g_autofree char *others = count > 1 ? copil_rows_others (count) : NULL;
  CopilText *text =
      copil_scene_text_headed (scene, COPIL_TEXT_BODY, others ? NULL : label,
                               others                                              ? others
                               : self->short_names && label != NULL && *label != 0 ? NULL
                                                                                   : title,
                               self->label_width, self->lines);
  double y = self->top + place * self->pitch;

  copil_scene_place (scene, text, self->x0,
                     self->narrow ? y : round (y + (self->pitch - text->height) / 2),
                     others ? COPIL_INK_MUTED : COPIL_INK_TEXT);
}

double
copil_rows_body (const CopilRows *self, guint place)
{
  return round (self->top + place * self->pitch + self->body_top);
}

double
copil_rows_end (const CopilRows *self)
{
  return self->top + self->n_rows * self->pitch;
}

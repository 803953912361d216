/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart-scene.h"

G_BEGIN_DECLS

/** CopilAxis (private to the chart room): days, as Julian numbers, along the width. @to is the day
 * after the last. */
typedef struct
{
  guint32 from;
  guint32 to;
  double x0;
  double x1;
} CopilAxis;

/** Where a day begins. */
double copil_axis_x (const CopilAxis *self, guint32 julian);

/**
 * Writes the years and the quarters, months, weeks or days that the width has room for, from @y;
 * returns the height used. Adds to @lines the positions (double) of the lines that run down the
 * chart.
 */
double copil_axis_layout (const CopilAxis *self, CopilScene *scene, double y, GArray *lines);

G_END_DECLS

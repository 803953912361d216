/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart-scene.h"
#include "copil-timeline-axis.h"

G_BEGIN_DECLS

/** CopilTimelineItem (private to the chart room): a dated mark; @start and @end are Julian days,
 * both included. */
typedef struct
{
  guint32 start;
  guint32 end;
  gboolean span;
  CopilChartRole role;
  guint lane;
  char *label;
  char *sentence;
  char *key;
} CopilTimelineItem;

/**
 * How many rows, at most @most, these items (const CopilTimelineItem *, by start) need to be drawn
 * with their labels.
 */
guint copil_lane_count_rows (CopilScene *scene, const CopilAxis *axis, GPtrArray *items,
                             guint most);

/**
 * Draws these items in @n_rows rows of height @pitch from @y: with labels where there is room, else
 * without, else counted together. @name: the lane's name, for the sentences.
 */
void copil_lane_draw (CopilScene *scene, const CopilAxis *axis, GPtrArray *items, const char *name,
                      double y, double pitch, guint n_rows);

G_END_DECLS

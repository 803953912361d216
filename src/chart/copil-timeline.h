/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart.h"

G_BEGIN_DECLS

/**
 * CopilTimeline: dated marks in lanes (an axis, the meetings, the steps) over months, quarters or
 * years, with a line for today. A mark is a day or a span of days, and its symbol and colour say
 * its state. Marks too dense to be read are counted together; lanes for which there is no room are
 * gathered in the last one.
 */
#define COPIL_TYPE_TIMELINE (copil_timeline_get_type ())
G_DECLARE_FINAL_TYPE (CopilTimeline, copil_timeline, COPIL, TIMELINE, CopilChart)

CopilChart *copil_timeline_new (const char *title);

/** Adds a lane; returns its index. @label: a short name in bold; @title: what follows; one may be
 * NULL. */
guint copil_timeline_add_lane (CopilTimeline *self, const char *label, const char *title);

/**
 * Adds a mark in a lane. @end: the last day of a span, or NULL for a single day; @label: what is
 * written beside it;
 * @sentence: for the tooltip and the screen reader, or NULL for one made of the lane, the label,
 * the dates and the state; @key: what it opens, may be NULL. A mark with an invalid date is left
 * out.
 */
void copil_timeline_add_mark (CopilTimeline *self, guint lane, CopilChartRole role,
                              const GDate *start, const GDate *end, const char *label,
                              const char *sentence, const char *key);

/** The day that the line stands at; NULL for no line. Never taken from the clock. */
void copil_timeline_set_today (CopilTimeline *self, const GDate *today);

/** The days that the width stands for; NULL for all the marks and today, in whole months. */
void copil_timeline_set_range (CopilTimeline *self, const GDate *from, const GDate *to);

/** The word over the first column of the table ("Axis"); NULL for none. */
void copil_timeline_set_lane_word (CopilTimeline *self, const char *word);

G_END_DECLS

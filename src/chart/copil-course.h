/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart.h"

G_BEGIN_DECLS

/**
 * CopilCourse: what is observed of an indicator over time, against the line that leads from the
 * baseline through the milestones to the target. Estimated values are rings, and a period without a
 * value is a gap in the line, never a zero. What comes after today is on another ground. Points too
 * dense to be read are one mark.
 */
#define COPIL_TYPE_COURSE (copil_course_get_type ())
G_DECLARE_FINAL_TYPE (CopilCourse, copil_course, COPIL, COURSE, CopilChart)

CopilChart *copil_course_new (const char *title);

/**
 * Adds a point. @value: NAN for a period without a value (a gap), or a target still to be set (left
 * out of the drawing, in the table all the same); @text: how the value is written, NULL for the
 * number with the unit; @sentence: for the tooltip and the screen reader, or NULL for one made of
 * the date and the figure; @key: what it opens, may be NULL. A point with an invalid date is left
 * out. The last target by date is the target; those before it are milestones.
 */
void copil_course_add_observed (CopilCourse *self, const GDate *date, double value,
                                gboolean estimated, const char *text, const char *sentence,
                                const char *key);
void copil_course_add_target (CopilCourse *self, const GDate *date, double value, const char *text,
                              const char *sentence, const char *key);

/** Where the target's line starts. @derived: the value was computed: a ring. */
void copil_course_set_baseline (CopilCourse *self, const GDate *date, double value,
                                gboolean derived, const char *text, const char *sentence,
                                const char *key);

/** The day from which on all is to come; NULL for none. Never taken from the clock. */
void copil_course_set_today (CopilCourse *self, const GDate *today);

/** The unit of the figures ("pairs"), or NULL; the names of the values 1, 2 … where they are
 * levels, NULL-terminated, or NULL. */
void copil_course_set_unit (CopilCourse *self, const char *unit);
void copil_course_set_levels (CopilCourse *self, const char *const *levels);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart-scene.h"
#include "copil-course.h"
#include "copil-timeline-axis.h"

G_BEGIN_DECLS

/** What the parts of CopilCourse share (private to it). */

typedef enum
{
  COPIL_COURSE_OBSERVED,
  COPIL_COURSE_TARGET,
  COPIL_COURSE_BASELINE
} CopilCourseKind;

typedef struct
{
  CopilCourseKind kind;
  guint32 day;
  double value;
  gboolean open; /* estimated, or derived */
  char *text;
  char *sentence;
  char *key;
  guint order;
} CopilCoursePoint;

struct _CopilCourse
{
  CopilChart parent_instance;

  GPtrArray *points;
  gboolean sorted;
  guint32 today;
  char *unit;
  char **levels;
};

/** CopilCoursePlot: where days and values are; @y0 is the top, @y1 the bottom. */
typedef struct
{
  CopilAxis days;
  double low;
  double high;
  double y0;
  double y1;
} CopilCoursePlot;

/** The point at @i, in order of time; the last target, NULL for none. */
CopilCoursePoint *copil_course_get_point (CopilCourse *self, guint i);
const CopilCoursePoint *copil_course_get_target (CopilCourse *self);

/** The figure of a point, as it is written. */
char *copil_course_format (CopilCourse *self, const CopilCoursePoint *point);

/** Where a point stands, and a value. */
double copil_course_x (const CopilCoursePlot *plot, const CopilCoursePoint *point);
double copil_course_y (const CopilCoursePlot *plot, double value);

/** Whether a point is on the line of what is observed, or of the target; whether it breaks it, as a
 * value that is not known breaks what is observed. */
gboolean copil_course_is_on_line (const CopilCoursePoint *point, gboolean observed);
gboolean copil_course_breaks_line (const CopilCoursePoint *point, gboolean observed);

/** Writes the figures at their points, those that matter most first. */
void copil_course_write_values (CopilCourse *self, CopilScene *scene, const CopilCoursePlot *plot);

G_END_DECLS

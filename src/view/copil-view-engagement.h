/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* The list of an axis, or of all: axes, measures and engagements (copil-row-list.h). */
enum
{
  COPIL_VIEW_ENGAGEMENT, /* what a row is: its "sort", and its place in the arrays below */
  COPIL_VIEW_MEASURE,
  COPIL_VIEW_AXIS
};
extern const char *const copil_view_engagement_kinds[];
extern const char *const copil_view_engagement_rows[];

/* Columns of the rows. */
enum
{
  COPIL_VIEW_ENGAGEMENT_LABEL,
  COPIL_VIEW_ENGAGEMENT_TEXT,
  COPIL_VIEW_ENGAGEMENT_PARTIES, /* short names, a line each; "*" for all of several; of a heading:
                                    how many engagements */
  COPIL_VIEW_ENGAGEMENT_DUE,     /* of a heading: how many are done */
  COPIL_VIEW_ENGAGEMENT_STATUS,  /* of a heading: how many are late */
  COPIL_VIEW_ENGAGEMENT_LATE,
  COPIL_VIEW_ENGAGEMENT_PROGRESS,
  COPIL_VIEW_ENGAGEMENT_LEAD,
  COPIL_VIEW_ENGAGEMENT_CONFIDENTIAL,
  COPIL_VIEW_ENGAGEMENT_FOLLOWED /* in progress, nothing typed, and it has an indicator */
};

/* What a column of the list is sorted by. */
extern const char copil_view_engagement_by_text[];
extern const char copil_view_engagement_by_parties[];
extern const char copil_view_engagement_by_due[];
extern const char copil_view_engagement_by_lead[];
extern const char copil_view_engagement_by_status[];

/* The query of the rows of axis ?1, or of all axes: measures with their engagements, in all axes
 * under them, or engagements alone where they are sorted (NULL: not). "filter" is SQL on engagement
 * "e" that begins with AND, or "". */
char *copil_view_engagement_query (gboolean all, const char *filter, const char *sorted_by,
                                   gboolean descending);

/* How many engagements the filter leaves in all axes, with its parameters. */
guint copil_view_count_filtered (CopilStore *store, const char *filter,
                                 const char *const *parameters);

/* The fiches that engagement ?1 is in, as copil_links_new() asks for them. */
extern const char copil_view_fiches_of_engagement[];

/* What may be a priority of a year: engagements and decisions (copil-row-list.h). */
extern const char *const copil_view_priority_kinds[];
extern const char *const copil_view_priority_rows[];
enum
{
  COPIL_VIEW_PRIORITY_LABEL,
  COPIL_VIEW_PRIORITY_TEXT,
  COPIL_VIEW_PRIORITY_DUE,
  COPIL_VIEW_PRIORITY_STATUS,
  COPIL_VIEW_PRIORITY_LATE,
  COPIL_VIEW_PRIORITY_YEAR, /* that it is a priority of */
  COPIL_VIEW_PRIORITY_OF    /* the label of the axis, the day of the meeting */
};

/* The query of the rows: ?1 is the year, ?2 its last day. The order does not follow the ticks, as
 * rows that move when they are ticked are lost from sight. */
extern const char copil_view_priorities[];
extern const char copil_view_public_priorities[]; /* without what is confidential */
extern const char copil_view_no_priorities[];

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* What became of a record, the most telling first. */
typedef enum
{
  COPIL_VIEW_DONE,
  COPIL_VIEW_DROPPED, /* given up, or deleted */
  COPIL_VIEW_LATE,    /* its day went by, and nobody has done it */
  COPIL_VIEW_NEW,
  COPIL_VIEW_CHANGED
} CopilViewBecame;

/* What became of one record since a day. */
typedef struct
{
  CopilViewBecame became;
  const CopilKind *kind;
  gint64 id;
  gint64 axis;          /* 0 for none */
  char *called;         /* « Engagement 4.1.1 » */
  char *title;          /* what it says, or "" */
  GPtrArray *sentences; /* strings, in the order of the changes; none where it only became late */
} CopilViewChange;

/* What changed since the end of a day, in the order of the axes, and of what became of the records;
 * CopilViewChange, freed with the array. Of what was changed and changed back nothing is said. NULL
 * with the error set where the file cannot be read. */
GPtrArray *copil_view_list_changes (CopilStore *store, const char *since, GError **error);

/* The day of the last meeting that was held before today; NULL for none. */
char *copil_view_dup_last_meeting (CopilStore *store);

/* The label and title of an axis, "" for none; "done", "new", … in the user's language. */
char *copil_view_dup_axis (CopilStore *store, gint64 axis);
const char *copil_view_get_became_label (CopilViewBecame became);

/* The same as the command line has it: "done", "dropped", "late", "new", "changed". */
const char *copil_view_get_became_name (CopilViewBecame became);

G_END_DECLS

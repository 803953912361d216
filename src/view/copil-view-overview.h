/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* How much a file holds. */
typedef struct
{
  guint parties, axes, persons, meetings;
  guint decisions, decisions_late; /* that are open */
} CopilViewCounts;

CopilViewCounts copil_view_count (CopilStore *store);

/* A meeting to come; texts are NULL where nothing is said. */
typedef struct
{
  gint64 id;   /* the meeting, or the one that announces it */
  char *date;  /* ISO 8601 */
  char *title; /* else NULL: see type */
  char *type;  /* a value of the kind's field; NULL where it is only announced */
  char *place;
  char *time;
} CopilViewMeeting;

/* The next meeting from today on that was entered, or else that minutes announce; NULL for none. */
CopilViewMeeting *copil_view_load_next_meeting (CopilStore *store);
void copil_view_meeting_free (CopilViewMeeting *meeting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilViewMeeting, copil_view_meeting_free)

/* An engagement that is late; texts are NULL where nothing is said. */
typedef struct
{
  gint64 id;
  char *text;
  char *due;     /* ISO 8601 */
  char *article; /* its label, or that of its measure */
  char *parties; /* short names, with commas */
  char *axis;    /* its label */
} CopilViewLate;

/* The engagements that are late, the oldest first, "most" of them at the most: CopilViewLate, freed
 * with the array. */
GPtrArray *copil_view_list_late (CopilStore *store, guint most);

G_END_DECLS

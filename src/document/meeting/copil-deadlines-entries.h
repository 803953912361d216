/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-deadline-store.h"

G_BEGIN_DECLS

/* What calendars are told of a deadline. */
typedef struct
{
  gint64 id;  /* of the record, 0 where nothing was remembered of it */
  char *name; /* the UID: the same as long as the deadline is the same, unique to the file */
  char *date, *title, *stamp;
  gint64 sequence;               /* one more each time the day changed */
  gboolean gone;                 /* it is cancelled */
  const CopilDeadline *deadline; /* NULL where it is gone */
} CopilCalendarEntry;

/* The deadlines as calendars are to know them: with what was remembered of the calendar that was
 * made last, and those that are gone since, which are cancelled; one whose day is over is left
 * alone. An array of CopilCalendarEntry, which points to the deadlines. */
GPtrArray *copil_calendar_list_entries (CopilStore *store, GPtrArray *deadlines);

/* Remembers in the file what a calendar is told now; one transaction, none where nothing is new. */
gboolean copil_calendar_remember (CopilStore *store, GError **error);

G_END_DECLS

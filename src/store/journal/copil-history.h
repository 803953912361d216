/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

typedef enum
{
  COPIL_HISTORY_ADDED,
  COPIL_HISTORY_CHANGED,
  COPIL_HISTORY_DELETED
} CopilHistoryAct;

/* What an entry of the journal did to one record; where it changed it, to one of its fields. */
typedef struct
{
  const CopilKind *kind;
  gint64 id;
  CopilHistoryAct act;
  const CopilField *field; /* changed: NULL where its place in the order was */
  char *before, *after;    /* changed: canonical texts, NULL for none; of references, the ids that
                              went and those that came */
  char *sentence; /* for a person: « Engagement 4.1.1 : statut « en cours » → « réalisé » » */
} CopilHistoryChange;

/* One entry of the journal. What somebody typed in a field within a minute is one. */
typedef struct
{
  gint64 id;
  gint64 part_of;   /* the merge that it came with, or 0 */
  char *time;       /* ISO 8601, UTC: 2024-03-15T09:30:00Z */
  char *author;     /* or NULL */
  char *name;       /* of what was done, in the language of who did it */
  const char *verb; /* "do", "undo", "redo", "merge", "create", "aside" */
  GPtrArray *changes;
} CopilHistoryEntry;

/* Which entries, and which of their changes; zero for all. */
typedef struct
{
  const CopilKind *kind;   /* that concern records of that kind */
  gint64 id;               /* that concern that record, or what belongs to it */
  const CopilKind *within; /* of these, only records of that kind */
  const char *author;      /* "" for those of nobody in particular */
  const char *from, *to;   /* dates, both included, in the time of this place */
  gint64 before;           /* older than that entry */
  guint most;              /* no more than so many */
} CopilHistoryFilter;

void copil_history_change_free (CopilHistoryChange *change);

/* Entries, newest first: CopilHistoryEntry, freed with the array. What a merge brought is told by
 * the entries that it brought, and by its own only what is not in them. NULL with the error set
 * where the journal cannot be read. */
GPtrArray *copil_history_read (CopilStore *store, const CopilHistoryFilter *filter, GError **error);

/* The net effect of all that came after that entry, 0 for since the beginning: CopilHistoryChange,
 * freed with the array; what was done and taken back is none. NULL with the error set where the
 * journal cannot be read. */
GPtrArray *copil_history_read_since (CopilStore *store, gint64 entry, GError **error);

/* Names of those who made changes, in order; strings. */
GPtrArray *copil_history_list_authors (CopilStore *store);

/* The day of the oldest entry, in the time of this place; NULL for none: what was before is not
 * known. */
char *copil_history_dup_first_day (CopilStore *store);

/* --- back to what was --- */

/* The entry after which the file was as on that day at its end (in the time of this place): 0
 * where it was younger. */
gint64 copil_history_find_day (CopilStore *store, const char *date);

/* Makes a database at a path where nothing is: the records as they stood after that entry, 0 for
 * the first state. It holds no journal. */
gboolean copil_history_write_past (CopilStore *store, gint64 entry, const char *path,
                                   GError **error);

/* Undoes what the entry did to the record of that kind and id (and to what went or came with it),
 * field NULL for all of it, as a new change; what happened since to other fields stays. Fails
 * where what it refers to is gone. */
gboolean copil_history_restore (CopilStore *store, gint64 entry, const CopilKind *kind, gint64 id,
                                const char *field, GError **error);

/* Brings all records back to what they were after that entry, as one new change. */
gboolean copil_history_restore_all (CopilStore *store, gint64 entry, GError **error);

G_END_DECLS

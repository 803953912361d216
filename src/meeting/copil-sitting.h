/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* A meeting while it lasts: its notes become decisions, its time is counted, it is closed. */

/* What a decision says. Ids are 0 where there is none. */
typedef struct
{
  const char *type; /* "decision" or "action" */
  gboolean adopted; /* it asks for no follow-up: nobody does it, by no date */
  const char *text;
  gint64 lead;     /* the person who does it */
  gint64 party;    /* or the signatory as such */
  const char *due; /* ISO 8601, or NULL */
  gint64 engagement, fiche;
} CopilSittingDecision;

/* Takes whole lines out of notes: those from character "start" to character "end", which may be the
 * same. "taken" is their text, without the marks that a list begins its lines with; "rest" is what
 * stays. The caller's, never NULL. */
void copil_sitting_take_lines (const char *notes, guint start, guint end, char **taken,
                               char **rest);

/* The number that one more decision of the meeting would get: YEAR-RANK-NN, by the year of the
 * meeting and its rank in that year. */
char *copil_sitting_next_label (CopilStore *store, gint64 meeting);

/* Records a decision on that agenda item, with the next number, and leaves "notes" as the item's
 * notes (NULL: as they are): one transaction. Returns its id, 0 where it failed with
 * COPIL_STORE_ERROR. */
gint64 copil_sitting_decide (CopilStore *store, gint64 item, const CopilSittingDecision *decision,
                             const char *notes, GError **error);

/* Makes a decision say that: one transaction. */
gboolean copil_sitting_revise (CopilStore *store, gint64 id, const CopilSittingDecision *decision,
                               GError **error);

/* Adds an agenda item after that one, or as the last one of the meeting where it is 0, numbered
 * with the others where these are: one transaction. Returns its id, 0 where it failed. */
gint64 copil_sitting_add_item (CopilStore *store, gint64 meeting, gint64 after, GError **error);

/* Adds so many seconds to the time spent on an item: a transaction that undo passes over. */
gboolean copil_sitting_spend (CopilStore *store, gint64 item, guint seconds, GError **error);

/* Whether the time that passes is that of the meeting: it is today's, or of the evening before this
 * night, or has no date, and its minutes are a draft. */
gboolean copil_sitting_is_now (CopilStore *store, gint64 meeting);

/* Seconds planned for the agenda of a meeting, and spent on it. */
guint copil_sitting_get_planned (CopilStore *store, gint64 meeting);
gint64 copil_sitting_get_spent (CopilStore *store, gint64 meeting);

/* Whether anybody is noted as present. */
gboolean copil_sitting_is_attended (CopilStore *store, gint64 meeting);

/* The first item that no time was spent on and that is not adjourned, 0 where there is none. */
gint64 copil_sitting_find_untreated (CopilStore *store, gint64 meeting);

/* Whether that record, of a kind whose parent is a meeting, is one of this meeting. */
gboolean copil_sitting_holds (CopilStore *store, gint64 meeting, const char *kind, gint64 id);

/* The decisions of a meeting as they are read back: ids (gint64) by label, then by the agenda. */
GArray *copil_sitting_list_decisions (CopilStore *store, gint64 meeting);

/* What is still missing before the minutes can be proposed, a sentence each: an array of strings,
 * empty where nothing is. */
GPtrArray *copil_sitting_list_missing (CopilStore *store, gint64 meeting);

/* "who", "due" or both are missing of a decision, in words; NULL where neither is. */
char *copil_sitting_say_missing (gboolean lead, gboolean due);

/* A length of time: "1 h 05", "12 min", "45 s". */
char *copil_sitting_format_length (guint seconds);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* What an amendment to the minutes can concern: all that they say. */
typedef struct
{
  const char *about; /* as stored in "about": "attendance", "opening", "decision", "closing"; NULL
                        for an agenda item, or for the minutes as a whole where the id is 0 */
  gint64 id;         /* of the agenda item or the decision, else 0 */
  char *title;       /* as a person reads it */
} CopilAmendable;

void copil_amendable_free (CopilAmendable *amendable);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilAmendable, copil_amendable_free)

/* Of a meeting, in the order of its minutes, the whole first: an array that frees them. */
GPtrArray *copil_amendable_list (CopilStore *store, gint64 meeting);

/* What the minutes say there, as they are: the notes of an item, the text of a decision, the words
 * of opening and closing, the attendance in words. NULL where nothing is said. */
char *copil_amendable_dup_text (CopilStore *store, gint64 meeting, const char *about, gint64 id);

/* Makes the minutes say there what "after" says instead of "before": where the text before stands
 * exactly once, or what differs of it does; or the state of each person whose line differs, of the
 * attendance in words, in French or English. Needs a transaction. FALSE with COPIL_STORE_ERROR and
 * one sentence where that cannot be done; sets "put" to FALSE, without an error, where the
 * amendment names no place: the minutes as a whole, or what was deleted since. */
gboolean copil_amendable_replace (CopilStore *store, gint64 meeting, const char *about, gint64 id,
                                  const char *before, const char *after, gboolean *put,
                                  GError **error);

G_END_DECLS

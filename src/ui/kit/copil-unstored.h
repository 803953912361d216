/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* What was typed and could not be stored, as while the disk is full: it is kept by its place (a
 * field of a record), tried again by itself every few seconds, and shown again by whatever shows
 * that place. Nothing of it goes without being stored, typed over, or given up by the person.
 *
 * Signals:
 *   "changed"  something is kept, or is not any more */
#define COPIL_TYPE_UNSTORED (copil_unstored_get_type ())
G_DECLARE_FINAL_TYPE (CopilUnstored, copil_unstored, COPIL, UNSTORED, GObject)

/* Writes the text of a place, NULL for none, in a transaction of its own. */
typedef gboolean (*CopilUnstoredWrite) (CopilStore *store, const char *kind, gint64 id,
                                        const char *field, const char *text, GError **error);

CopilUnstored *copil_unstored_new (CopilStore *store);

/* Writes a text now. FALSE where that fails: then it is kept, as the error says, unless the store
 * refuses the value itself (a rule, a reference), which is for the person to correct. "write" is
 * NULL for copil_store_edit() and must otherwise be the same for a place each time. */
gboolean copil_unstored_store (CopilUnstored *unstored, CopilUnstoredWrite write, const char *kind,
                               gint64 id, const char *field, const char *text,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether something is kept for that place; "text" is set to it, NULL for none, and is valid until
 * the next change. */
gboolean copil_unstored_get (CopilUnstored *unstored, const char *kind, gint64 id,
                             const char *field, const char **text);

/* The oldest text that is kept for a field whose name begins so, or NULL: that of an entry whose
 * texts become records of their own, each kept under "start" and itself. */
const char *copil_unstored_find (CopilUnstored *unstored, const char *kind, gint64 id,
                                 const char *start);

/* What was kept for that place is typed over, or given up. */
void copil_unstored_forget (CopilUnstored *unstored, const char *kind, gint64 id,
                            const char *field);

/* Tries everything again; FALSE where something is still kept. */
gboolean copil_unstored_flush (CopilUnstored *unstored) G_GNUC_WARN_UNUSED_RESULT;

/* How many texts are kept, and a sentence that says why; NULL where nothing is. */
guint copil_unstored_count (CopilUnstored *unstored);
char *copil_unstored_describe (CopilUnstored *unstored);

/* Everything that is kept, one under the other, to be saved elsewhere. */
char *copil_unstored_dup_all (CopilUnstored *unstored);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "copil-record.h"
#include "copil-store.h"
#include "copil-unstored.h"

G_BEGIN_DECLS

/* What the pages of one window share: the open store, and what every page does alike with it. Each
 * change below is a transaction of its own, with a name for undo; where it fails the person is told
 * and nothing has changed.
 *
 * Signals:
 *   "toast" (const char *message, gboolean undo)  the window shows it, with a button to undo
 *   "flush"                                       forms store now what is being typed
 *   "go" (const char *kind, gint64 id)            the window shows that record
 *   "wanted"                                      a field is to have the keyboard
 *   "filter" (const char *key)                    the window shows what a chart's mark counts
 * ("axis=12&status=late")
 *   "past" (gint64 entry)                         the window shows the file as it was after that
 *                                                 entry of the journal
 */
#define COPIL_TYPE_SESSION (copil_session_get_type ())
G_DECLARE_FINAL_TYPE (CopilSession, copil_session, COPIL, SESSION, GObject)

CopilSession *copil_session_new (CopilStore *store);
/* The open store; the session's own. */
CopilStore *copil_session_get_store (CopilSession *session);
/* What was typed and could not be stored yet; the session's own. */
CopilUnstored *copil_session_get_unstored (CopilSession *session);

/* Shows a sentence for a moment. */
void copil_session_toast (CopilSession *session, const char *message);

/* Shows the error's sentence where ok is FALSE (and an error is set); returns ok. Takes the place
 * of the error: C may look at what is handed over before the call that sets it, in the same list of
 * arguments. */
gboolean copil_session_check (CopilSession *session, gboolean ok, GError **error);

/* Has everything that is being typed stored. FALSE where something cannot be read, and stays where
 * it was typed, or cannot be stored, and is kept: then nothing that takes it for stored may
 * follow. */
gboolean copil_session_flush (CopilSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* The same before what goes on in any case, as showing another record or making a change of its
 * own: what cannot be stored is kept by its place and told as long as it is. */
void copil_session_keep (CopilSession *session);

/* The same before what takes everything for stored: a document, a validation. FALSE, and a sentence
 * shown, where something could not be stored. */
gboolean copil_session_settle (CopilSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Said by a form during a flush: what is typed in it cannot be read. */
void copil_session_refuse (CopilSession *session);

/* Shows the record in the page it belongs to. */
void copil_session_go (CopilSession *session, const char *kind, gint64 id);

/* Has the keyboard go to that field once the form of that record shows; NULL for no field any more.
 * Forms ask for it: NULL where none is wanted of that record. */
void copil_session_want (CopilSession *session, const char *kind, gint64 id, const char *field);
const char *copil_session_get_wanted (CopilSession *session, const char *kind, gint64 id);

/* Shows the records that a chart's mark counts. */
void copil_session_filter (CopilSession *session, const char *key);

/* Shows the file as it was after that entry of the journal, in a window of its own. */
void copil_session_show_past (CopilSession *session, gint64 entry);

/* A new record, pairs of field and canonical text follow, then NULL; required texts that are not
 * given read "New …". Returns its id, 0 where it failed. */
gint64 copil_session_add (CopilSession *session, const char *kind, ...) G_GNUC_NULL_TERMINATED;

/* Sets a field (copil_store_edit). */
gboolean copil_session_edit (CopilSession *session, const char *kind, gint64 id, const char *field,
                             const char *value);

/* Deletes, with a toast that offers to undo; a record that undo brings back is shown ("go"). */
void copil_session_delete (CopilSession *session, const char *kind, gint64 id);

/* Duplicates; returns the id of the copy, 0 where it failed. */
gint64 copil_session_duplicate (CopilSession *session, const char *kind, gint64 id);

/* One place up (-1) or down (1) among its siblings. */
void copil_session_shift (CopilSession *session, const char *kind, gint64 id, int direction);

/* Before that sibling; last where it is 0. */
void copil_session_place (CopilSession *session, const char *kind, gint64 id, gint64 before);

G_END_DECLS

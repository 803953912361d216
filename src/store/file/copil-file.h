/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-store.h"

G_BEGIN_DECLS

/* A user's file and its working copy. Edits go to the working copy, in the user's state folder, and
 * are safe there at once; the user's file is only ever replaced whole, a moment after the last
 * edit, on copil_file_save() and on copil_file_close(). What somebody else wrote to it meanwhile is
 * merged first. A working copy left by a crash is picked up by the next opening.
 *
 * Dropping the last reference without copil_file_close() keeps the working copy where it holds
 * something that is not saved: the next opening picks it up.
 *
 * All functions are called from one thread, the one whose main context the signals come in.
 * Functions fail with COPIL_STORE_ERROR, or G_IO_ERROR_CANCELLED, and one sentence without the
 * path.
 *
 * Signals:
 *   "saved"                 the user's file holds all that was committed when saving began, or what
 *                           it holds, or whether it can be written, has changed: ask
 *                           copil_file_is_dirty()
 *   "failed" (const char *) saving by itself failed; a sentence to show, once for each reason
 *   "notice" (const char *) something to tell: merged with another version, written anew … */
#define COPIL_TYPE_FILE (copil_file_get_type ())
G_DECLARE_FINAL_TYPE (CopilFile, copil_file, COPIL, FILE, GObject)

/* Opens a file: copies, checks and migrates it, and picks up what a crash left. BUSY where another
 * window has it open. A file from a newer Copil opens with a store that is read-only; one that
 * cannot be written opens as usual, and saving fails; a notice says so for both. */
CopilFile *copil_file_open (GFile *location, GCancellable *cancellable, GError **error);
void copil_file_open_async (GFile *location, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);
CopilFile *copil_file_open_finish (GAsyncResult *result, GError **error);

/* A new file with one convention of that title, written at once. Fails where something stands there
 * unless "replace" is set. */
CopilFile *copil_file_create (GFile *location, const char *title, gboolean replace, GError **error);

/* The working copy's store, the same object as long as the file lives. */
CopilStore *copil_file_get_store (CopilFile *file);

/* Where the user's file is; another one after copil_file_save_as(). */
GFile *copil_file_get_location (CopilFile *file);

/* Whether something is committed that the user's file does not hold yet. */
gboolean copil_file_is_dirty (CopilFile *file);

/* Whether the user's file cannot be written, as far as is known: offer copil_file_save_as(). */
gboolean copil_file_is_read_only (CopilFile *file);

/* The sentences that were to be told while it was opened; free with g_strfreev(). */
char **copil_file_dup_notices (CopilFile *file);

/* Saves by itself so many milliseconds after the last edit, and where that fails again and again,
 * until it succeeds; 0 for never, which is how a file starts. */
void copil_file_set_autosave_delay (CopilFile *file, guint milliseconds);

/* Brings the user's file up to date with the working copy. Where it fails, the user's file is as it
 * was and the working copy holds everything. */
gboolean copil_file_save (CopilFile *file, GCancellable *cancellable, GError **error);
void copil_file_save_async (CopilFile *file, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);
gboolean copil_file_save_finish (CopilFile *file, GAsyncResult *result, GError **error);

/* Saves to another place, and goes on there. Fails where something stands there unless "replace"
 * is set. */
gboolean copil_file_save_as (CopilFile *file, GFile *location, gboolean replace,
                             GCancellable *cancellable, GError **error);
void copil_file_save_as_async (CopilFile *file, GFile *location, gboolean replace,
                               GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer data);
gboolean copil_file_save_as_finish (CopilFile *file, GAsyncResult *result, GError **error);

/* Writes a copy to another place, with all that is committed, and goes on with the file where it
 * is. A copy without the history holds nothing of what was deleted or overwritten; nothing in it
 * can be undone, and it cannot be merged with the file: the two share no journal. Fails where
 * something stands there unless "replace" is set, and in any case where it is the file itself; BUSY
 * where another window has it open. */
gboolean copil_file_copy (CopilFile *file, GFile *location, gboolean history, gboolean replace,
                          GCancellable *cancellable, GError **error);
void copil_file_copy_async (CopilFile *file, GFile *location, gboolean history, gboolean replace,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean copil_file_copy_finish (CopilFile *file, GAsyncResult *result, GError **error);

/* Saves and removes the working copy; the store must not be used any more. Where saving fails, the
 * file stays open as it was, and nothing is lost: dropping it then keeps the working copy. */
gboolean copil_file_close (CopilFile *file, GCancellable *cancellable, GError **error);
void copil_file_close_async (CopilFile *file, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);
gboolean copil_file_close_finish (CopilFile *file, GAsyncResult *result, GError **error);

/* Removes what processes that are no more left behind: temporary folders, and what was under way in
 * the state folder. Working copies stay. Any thread; said once, at the start. */
void copil_file_sweep (void);

G_END_DECLS

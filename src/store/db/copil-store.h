/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-kind.h"

G_BEGIN_DECLS

#define COPIL_STORE_ERROR (copil_store_error_quark ())
typedef enum
{
  COPIL_STORE_ERROR_MISSING,     /* no such file */
  COPIL_STORE_ERROR_NOT_REGULAR, /* a folder, a pipe, a device */
  COPIL_STORE_ERROR_FOREIGN,     /* not a database, or another program's */
  COPIL_STORE_ERROR_NEWER,       /* made by a newer Copil */
  COPIL_STORE_ERROR_CORRUPT,
  COPIL_STORE_ERROR_READ_ONLY,
  COPIL_STORE_ERROR_FULL,
  COPIL_STORE_ERROR_BUSY,
  COPIL_STORE_ERROR_CONSTRAINT, /* a required value is missing, a reference leads nowhere */
  COPIL_STORE_ERROR_CONFLICT,
  COPIL_STORE_ERROR_CLOSED, /* the record is closed, such as a meeting whose minutes are validated
                             */
  COPIL_STORE_ERROR_FAILED
} CopilStoreError;
GQuark copil_store_error_quark (void);

/* The newest version of the file's form that this program knows ("user_version"). */
#define COPIL_STORE_VERSION 5
/* "COPL", at offset 68 of each file ("application_id"). */
#define COPIL_STORE_APPLICATION_ID 0x434F504C

/* No file larger than that is opened, nor copied to look at it, in bytes. */
#define COPIL_STORE_LARGEST (G_GINT64_CONSTANT (2) * 1000 * 1000 * 1000)

typedef enum
{
  COPIL_STORE_READ_ONLY,
  COPIL_STORE_READ_WRITE
} CopilStoreMode;

/* What a transaction changed: sets of ids by kind. */
typedef struct _CopilChanges CopilChanges;

/* One convention's records in a SQLite database, with the journal of all changes. Every change
 * happens inside a named transaction. A store is used from one thread; work in another thread opens
 * a reader of its own.
 *
 * Signals:
 *   "committing"                before a transaction that changed something is written down, for
 *                               copil_store_add_note(); nothing may be changed then
 *   "changed" (CopilChanges *)  after each commit, undo, redo and merge
 *   "failed" (const char *)     a query failed; a sentence to show */
#define COPIL_TYPE_STORE (copil_store_get_type ())
G_DECLARE_FINAL_TYPE (CopilStore, copil_store, COPIL, STORE, GObject)

/* Opens a database at a local path as a hostile file: form, version, schema and integrity are
 * checked before anything is used. Read-write also migrates an older one. Fails with
 * COPIL_STORE_ERROR and one sentence without the path. */
CopilStore *copil_store_open (const char *path, CopilStoreMode mode, GError **error);

/* Makes a new database at a path where nothing is, with one convention of that title. */
CopilStore *copil_store_create (const char *path, const char *title, GError **error);

/* Makes a new database at a path where nothing is, and runs a script of INSERT statements in it,
 * without the journal: how the examples are made. The script is our own, never a user's. */
CopilStore *copil_store_create_from_script (const char *path, const char *sql, GError **error);

/* A second connection to the same database, read-only, for another thread. */
CopilStore *copil_store_open_reader (CopilStore *store, GError **error);

/* Whatever a reader reads ends once that is cancelled, from any thread: it counts as not read, and
 * nobody is told. */
void copil_store_set_cancellable (CopilStore *reader, GCancellable *cancellable);

/* From now on a reader sees the file as it is now, until it is closed. */
void copil_store_hold (CopilStore *reader);

/* Whether what stands at the path can be a Copil file, judged by its header alone. Sets the version
 * of its form. */
gboolean copil_store_probe (const char *path, int *version, GError **error);

/* The local path it was opened at, and whether it refuses changes. */
const char *copil_store_get_path (CopilStore *store);
gboolean copil_store_is_read_only (CopilStore *store);

/* Refuses changes from now on, for a file from a newer version or a folder that cannot be written.
 */
void copil_store_set_read_only (CopilStore *store, gboolean read_only);

/* Name of the person who makes the changes, for the journal; NULL for nobody in particular. */
void copil_store_set_author (CopilStore *store, const char *author);
const char *copil_store_get_author (CopilStore *store);

/* Thorough check: integrity, foreign keys, the values against their kinds. One line for each fault
 * is appended to the array of strings. FALSE where there is one. */
gboolean copil_store_check (CopilStore *store, GPtrArray *faults);

/* Adds a sentence for each natural key (see CopilKind) that several records have: no damage, but
 * somebody should look at them. */
void copil_store_list_doubles (CopilStore *store, GPtrArray *remarks);

/* A consistent copy of the database at a path where nothing is, without the working files beside
 * it. Any thread. */
gboolean copil_store_snapshot (CopilStore *store, const char *path, GError **error);

/* --- Transactions
 * ------------------------------------------------------------------------------------------------
 */

/* Begins a transaction with the name that undo and the history show, in the user's language. */
gboolean copil_store_begin (CopilStore *store, const char *name, GError **error);

/* The same for what the program notes by itself, such as the time that passes: it is in the journal
 * and is merged, but undo and redo pass over it. */
gboolean copil_store_begin_aside (CopilStore *store, const char *name, GError **error);

/* Commits it, and writes it in the journal; a transaction that changed nothing leaves no trace.
 * Where it fails, all of it is rolled back; so it does where a read failed since it was begun. */
gboolean copil_store_commit (CopilStore *store, GError **error);

/* Adds to the name under which the history shows the transaction: what else it brought about. */
void copil_store_add_note (CopilStore *store, const char *note);

/* Takes back all since begin. */
void copil_store_rollback (CopilStore *store);

/* What is done with a store: FALSE with the error set where it fails. */
typedef gboolean (*CopilStoreFunc) (CopilStore *store, gpointer data, GError **error);

/* Ends the transaction that was begun: commits it where all went well so far (ok), else takes it
 * back, "error" being set by what went wrong. FALSE where nothing has changed. */
gboolean copil_store_end (CopilStore *store, gboolean ok, GError **error);

/* A whole transaction: begins it, does func, and commits; where one of them fails, nothing has
 * changed. A func that is FALSE without an error takes back what it did, as a preview does. */
gboolean copil_store_do (CopilStore *store, const char *name, CopilStoreFunc func, gpointer data,
                         GError **error);
gboolean copil_store_do_aside (CopilStore *store, const char *name, CopilStoreFunc func,
                               gpointer data, GError **error);

/* Whether a transaction is under way. */
gboolean copil_store_in_transaction (CopilStore *store);

/* Name of what undo (redo) would take back (do again), or NULL where there is nothing. */
const char *copil_store_get_undo_name (CopilStore *store);
const char *copil_store_get_redo_name (CopilStore *store);

/* Takes back the last transaction, or does it again; itself written in the journal. */
gboolean copil_store_undo (CopilStore *store, GError **error);
gboolean copil_store_redo (CopilStore *store, GError **error);

/* Id of the newest entry of the journal, 0 for none: two files with the same head hold the same. */
gint64 copil_store_get_head (CopilStore *store);

/* Number of entries above that id. */
guint copil_store_count_entries_after (CopilStore *store, gint64 entry);

/* --- Whether all was read ---
 *
 * A read that fails ends as one that finds no more; the store remembers it. Nothing that leaves the
 * program and nothing that is stored may come of it: who makes something of what is read does so
 * inside copil_store_read(), or asks at the end; a transaction asks by itself when it is committed.
 */

/* Does func, and fails where it fails or where anything that the store read meanwhile did: with one
 * sentence that says that the file is damaged and what to do. */
gboolean copil_store_read (CopilStore *store, CopilStoreFunc func, gpointer data,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same where func would be in the way: what the first gives is for the second. */
guint copil_store_start_reading (CopilStore *store);
gboolean copil_store_finish_reading (CopilStore *store, guint start,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- Changes
 * -----------------------------------------------------------------------------------------------------
 */

/* TRUE where records of the kind changed, or any where kind is NULL. */
gboolean copil_changes_has_kind (CopilChanges *changes, const char *kind);
/* TRUE where this record changed, its references included. */
gboolean copil_changes_has (CopilChanges *changes, const char *kind, gint64 id);
/* Ids of the records of the kind that changed (gint64), unreffed by the caller; NULL for none. */
GArray *copil_changes_list (CopilChanges *changes, const char *kind);
/* Whether records of the kind came or went, or their order or place changed, and not only what they
 * say. */
gboolean copil_changes_moved (CopilChanges *changes, const char *kind);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-store.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-id.h"
#include "copil-legible.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-store-private.h"

/* A cancelled reading is noticed after so many of SQLite's steps. */
#define PROGRESS 1000

G_DEFINE_FINAL_TYPE (CopilStore, copil_store, G_TYPE_OBJECT)
/* clang-format off */
G_DEFINE_QUARK (copil-store-error-quark, copil_store_error)
/* clang-format on */

enum
{
  COMMITTING,
  CHANGED,
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

void
copil_store_set_sqlite_error (GError **error, sqlite3 *db, int code)
{
  int number = db ? sqlite3_system_errno (db) : 0;

  /* A quota and a limit on the size of files are a full disk under another name. */
  if ((code & 0xff) == SQLITE_IOERR && (number == ENOSPC || number == EDQUOT || number == EFBIG))
    code = SQLITE_FULL;
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FULL,
                           _ ("The disk is full: nothing was changed."));
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_READ_ONLY,
                           _ ("The file or its folder cannot be written."));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_BUSY,
                           _ ("The file is being used by another program."));
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CORRUPT,
                           _ ("The file is damaged."));
      break;
    case SQLITE_CONSTRAINT:
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT,
                           _ ("A value is missing, or refers to something that does not exist."));
      break;
    default:
      g_set_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED,
                   _ ("The file cannot be used: %s."),
                   db ? sqlite3_errmsg (db) : sqlite3_errstr (code));
      break;
    }
}

gboolean
copil_store_fail (CopilStore *store, GError **error)
{
  if (!store->db)
    {
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED,
                           _ ("The file is closed."));
      return FALSE;
    }
  copil_store_set_sqlite_error (error, store->db, sqlite3_extended_errcode (store->db));
  return FALSE;
}

/* What a reader could not read in its thread is told by the store it was opened from, in that
 * one's. */
typedef struct
{
  GWeakRef origin;
  char *message;
} Telling;

static void
telling_free (gpointer data)
{
  Telling *telling = data;

  g_weak_ref_clear (&telling->origin);
  g_free (telling->message);
  g_free (telling);
}

static gboolean
tell_cb (gpointer data)
{
  Telling *telling = data;
  g_autoptr (CopilStore) origin = g_weak_ref_get (&telling->origin);

  if (origin)
    g_signal_emit (origin, signals[FAILED], 0, telling->message);
  return G_SOURCE_REMOVE;
}

static void
tell_origin (CopilStore *reader)
{
  g_autoptr (CopilStore) origin = g_weak_ref_get (&reader->origin);
  g_autoptr (GSource) source = NULL;
  Telling *telling;

  if (!origin)
    return;
  telling = g_new0 (Telling, 1);
  g_weak_ref_init (&telling->origin, origin);
  telling->message = g_strdup (reader->read_error->message);
  source = g_idle_source_new ();
  g_source_set_callback (source, tell_cb, telling, telling_free);
  g_source_attach (source, reader->context);
}

void
copil_store_say_failed (CopilStore *store)
{
  int code;

  if (!store->db)
    return;
  code = sqlite3_extended_errcode (store->db) & 0xff;
  g_clear_error (&store->read_error);
  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_FORMAT)
    g_set_error_literal (&store->read_error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CORRUPT,
                         _ ("The file is damaged and cannot be read whole: go back to an earlier"
                            " copy of it."));
  else
    copil_store_fail (store, &store->read_error);
  store->failed_reads++;
  if (g_cancellable_is_cancelled (store->cancellable))
    return;
  if (store->failed_reads == 1)
    tell_origin (store);
  g_signal_emit (store, signals[FAILED], 0, store->read_error->message);
}

static void
copil_store_finalize (GObject *object)
{
  CopilStore *store = COPIL_STORE (object);

  g_clear_pointer (&store->session, sqlite3session_delete);
  g_clear_pointer (&store->statements, g_hash_table_unref);
  if (store->db)
    sqlite3_close_v2 (store->db);
  g_clear_pointer (&store->undo, g_array_unref);
  g_clear_pointer (&store->redo, g_array_unref);
  g_clear_pointer (&store->unlocked, g_hash_table_unref);
  g_clear_pointer (&store->step, copil_step_free);
  g_clear_pointer (&store->written, g_hash_table_unref);
  g_clear_pointer (&store->resolved, g_hash_table_unref);
  g_clear_error (&store->read_error);
  g_weak_ref_clear (&store->origin);
  g_clear_object (&store->cancellable);
  g_clear_pointer (&store->context, g_main_context_unref);
  g_free (store->transaction);
  g_free (store->note);
  g_free (store->author);
  g_free (store->path);
  G_OBJECT_CLASS (copil_store_parent_class)->finalize (object);
}

static void
copil_store_class_init (CopilStoreClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_store_finalize;
  signals[COMMITTING] = g_signal_new ("committing", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
copil_store_init (CopilStore *store)
{
  g_weak_ref_init (&store->origin, NULL);
  store->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
  store->clock = g_get_monotonic_time;
}

sqlite3_stmt *
copil_store_take_statement (CopilStore *store, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (!store->db)
    return NULL;
  if (g_hash_table_steal_extended (store->statements, sql, NULL, (gpointer *)&statement))
    return statement;
  if (sqlite3_prepare_v3 (store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
      SQLITE_OK)
    return NULL;
  return statement;
}

void
copil_store_give_statement (CopilStore *store, sqlite3_stmt *statement)
{
  if (sqlite3_db_handle (statement) != store->db)
    {
      sqlite3_finalize (statement);
      return;
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  if (g_hash_table_size (store->statements) > 200)
    g_hash_table_remove_all (store->statements);
  g_hash_table_replace (store->statements, (gpointer)sqlite3_sql (statement), statement);
}

gboolean
copil_store_exec (CopilStore *store, const char *sql, GError **error)
{
  if (!store->db || sqlite3_exec (store->db, sql, NULL, NULL, NULL) != SQLITE_OK)
    return copil_store_fail (store, error);
  return TRUE;
}

static CopilStore *
store_new (const char *path, sqlite3 *db, gboolean read_only)
{
  CopilStore *store = g_object_new (COPIL_TYPE_STORE, NULL);

  store->path = g_strdup (path);
  store->db = db;
  store->read_only = read_only;
  store->version = COPIL_STORE_VERSION;
  return store;
}

/* A working database: readers beside the writer, and each commit on the disk. */
static gboolean
prepare_for_writing (sqlite3 *db, GError **error)
{
  int code =
      sqlite3_exec (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", NULL, NULL, NULL);

  if (code != SQLITE_OK)
    copil_store_set_sqlite_error (error, db, code);
  return code == SQLITE_OK;
}

CopilStore *
copil_store_open (const char *path, CopilStoreMode mode, GError **error)
{
  g_autoptr (CopilStore) store = NULL;
  gboolean writing = mode == COPIL_STORE_READ_WRITE;
  int version = 0;
  sqlite3 *db;

  if (!copil_store_probe (path, &version, error))
    return NULL;
  if (writing && version > COPIL_STORE_VERSION)
    {
      g_set_error (
          error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_NEWER,
          _ ("This file was made by a newer Copil (version %d of the form): it can only be read."),
          version);
      return NULL;
    }
  db = copil_open_connection (path, writing ? SQLITE_OPEN_READWRITE : COPIL_OPEN_IMMUTABLE, error);
  if (!db)
    return NULL;
  store = store_new (path, db, !writing);
  if (!copil_open_check (db, &version, error))
    return NULL;
  if (version > COPIL_STORE_VERSION && !copil_open_knows_columns (db))
    {
      g_set_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_NEWER,
                   _ ("This file was made by a newer Copil (version %d of the form), and cannot be "
                      "read by this one."),
                   version);
      return NULL;
    }
  store->version = writing ? COPIL_STORE_VERSION : version;
  if (!writing && version < COPIL_STORE_VERSION)
    {
      store->db = copil_open_migrated (db, version, error);
      sqlite3_close_v2 (db);
      if (!store->db)
        return NULL;
    }
  if (writing && (!prepare_for_writing (db, error) || !copil_open_migrate (db, version, error) ||
                  !copil_journal_tame (store, error)))
    return NULL;
  copil_journal_load (store);
  return g_steal_pointer (&store);
}

/* The mark that all copies of the convention share. */
static gboolean
write_uuid (CopilStore *store, const char *uuid, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("INSERT INTO setting (key, value) VALUES ('uuid', '%s')", uuid);
  return copil_store_exec (store, sql, error);
}

CopilStore *
copil_store_create (const char *path, const char *title, GError **error)
{
  g_autoptr (CopilStore) store = NULL;
  g_autofree char *uuid = NULL;
  sqlite3 *db;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED,
                           _ ("There is a file of that name already."));
      return NULL;
    }
  db = copil_open_connection (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  if (!db)
    return NULL;
  store = store_new (path, db, FALSE);
  uuid = g_uuid_string_random ();
  if (!prepare_for_writing (db, error) || !copil_open_migrate (db, 0, error) ||
      !write_uuid (store, uuid, error))
    return NULL;
  copil_journal_load (store);
  if (!copil_journal_begin (store, _ ("New convention"), COPIL_VERB_CREATE, 0, error))
    return NULL;
  if (!copil_store_insertv (store, copil_kind_get ("convention"), 1, 1,
                            (const char *const[]){ "title" }, &title, error))
    {
      copil_store_rollback (store);
      return NULL;
    }
  if (!copil_store_commit (store, error))
    return NULL;
  return g_steal_pointer (&store);
}

CopilStore *
copil_store_create_from_script (const char *path, const char *sql, GError **error)
{
  g_autoptr (CopilStore) store = NULL;
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, sql, -1);
  sqlite3 *db = copil_open_connection (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  if (!db)
    return NULL;
  store = store_new (path, db, FALSE);
  /* The same script gives copies of the same convention. */
  if (!copil_open_migrate (db, 0, error) || !copil_store_exec (store, "BEGIN", error) ||
      !copil_store_exec (store, sql, error) || !write_uuid (store, digest, error) ||
      !copil_store_exec (store, "COMMIT", error))
    return NULL;
  copil_journal_load (store);
  return g_steal_pointer (&store);
}

CopilStore *
copil_store_open_reader (CopilStore *store, GError **error)
{
  g_autoptr (CopilStore) reader = NULL;
  sqlite3 *db = copil_open_connection (store->path, SQLITE_OPEN_READONLY, error);

  if (!db)
    return NULL;
  reader = store_new (store->path, db, TRUE);
  g_weak_ref_set (&reader->origin, store);
  reader->context = g_main_context_ref_thread_default ();
  copil_journal_load (reader);
  return g_steal_pointer (&reader);
}

static int
progress_cb (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

void
copil_store_set_cancellable (CopilStore *reader, GCancellable *cancellable)
{
  g_set_object (&reader->cancellable, cancellable);
  sqlite3_progress_handler (reader->db, PROGRESS, progress_cb, cancellable);
}

gboolean
copil_store_move (CopilStore *store, const char *path, GError **error)
{
  sqlite3 *db;

  g_return_val_if_fail (store->transaction == NULL, FALSE);
  if (!copil_store_snapshot (store, path, error))
    return FALSE;
  db = copil_open_connection (path, SQLITE_OPEN_READWRITE, error);
  if (!db)
    return FALSE;
  if (!prepare_for_writing (db, error))
    {
      sqlite3_close_v2 (db);
      return FALSE;
    }
  g_hash_table_remove_all (store->statements);
  sqlite3_close_v2 (store->db);
  store->db = db;
  g_free (store->path);
  store->path = g_strdup (path);
  return TRUE;
}

void
copil_store_close (CopilStore *store)
{
  copil_store_rollback (store);
  g_hash_table_remove_all (store->statements);
  sqlite3_close_v2 (store->db);
  store->db = NULL;
}

const char *
copil_store_get_path (CopilStore *store)
{
  return store->path;
}

gboolean
copil_store_is_read_only (CopilStore *store)
{
  return store->read_only;
}

void
copil_store_set_read_only (CopilStore *store, gboolean read_only)
{
  store->read_only = read_only;
}

void
copil_store_set_author (CopilStore *store, const char *author)
{
  g_autofree char *copy = author && *author ? copil_text_make_legible (author, -1) : NULL;
  g_free (store->author);
  store->author = g_steal_pointer (&copy);
}

const char *
copil_store_get_author (CopilStore *store)
{
  return store->author;
}

gboolean
copil_store_snapshot (CopilStore *store, const char *path, GError **error)
{
  return copil_store_snapshot_path (store->path, path, error);
}

gboolean
copil_store_snapshot_path (const char *from, const char *path, GError **error)
{
  /* VACUUM INTO writes a file of its own that is whole, in the plain journal mode. */
  sqlite3 *db = copil_open_connection (from, SQLITE_OPEN_READONLY, error);
  sqlite3_stmt *statement = NULL;
  int code;

  if (!db)
    return FALSE;
  /* VACUUM attaches the new file, and one that stands there already would be an error. */
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 1);
  code = sqlite3_prepare_v2 (db, "VACUUM INTO ?1", -1, &statement, NULL);
  if (code == SQLITE_OK)
    {
      sqlite3_bind_text (statement, 1, path, -1, SQLITE_STATIC);
      code = sqlite3_step (statement);
      if (code == SQLITE_DONE)
        code = SQLITE_OK;
    }
  if (code != SQLITE_OK)
    copil_store_set_sqlite_error (error, db, code);
  sqlite3_finalize (statement);
  sqlite3_close_v2 (db);
  return code == SQLITE_OK;
}

/* --- Transactions --- */

static int
table_filter_cb (void *data, const char *table)
{
  return !g_str_equal (table, "journal") && !g_str_equal (table, "setting");
}

gboolean
copil_journal_begin (CopilStore *store, const char *name, CopilVerb verb, gint64 entry,
                     GError **error)
{
  g_return_val_if_fail (store->transaction == NULL, FALSE);
  if (store->read_only)
    {
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_READ_ONLY,
                           _ ("This file can only be read."));
      return FALSE;
    }
  if (!copil_store_exec (store, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (sqlite3session_create (store->db, "main", &store->session) != SQLITE_OK)
    {
      copil_store_fail (store, error);
      copil_store_rollback (store);
      return FALSE;
    }
  sqlite3session_table_filter (store->session, table_filter_cb, NULL);
  sqlite3session_attach (store->session, NULL);
  store->transaction = copil_text_make_legible (name, -1);
  store->verb = verb;
  store->entry = entry;
  store->id = 0;
  store->reads_failed_before = copil_store_start_reading (store);
  return TRUE;
}

/* Not by a PRAGMA, which does nothing inside a transaction. */
static void
set_foreign_keys (CopilStore *store, gboolean on)
{
  store->bare = !on;
  if (store->db)
    sqlite3_db_config (store->db, SQLITE_DBCONFIG_ENABLE_FKEY, (int)on, NULL);
}

gboolean
copil_journal_begin_bare (CopilStore *store, const char *name, CopilVerb verb, gint64 entry,
                          GError **error)
{
  g_return_val_if_fail (store->transaction == NULL, FALSE);
  set_foreign_keys (store, FALSE);
  if (copil_journal_begin (store, name, verb, entry, error))
    return TRUE;
  set_foreign_keys (store, TRUE);
  return FALSE;
}

gboolean
copil_store_begin (CopilStore *store, const char *name, GError **error)
{
  return copil_journal_begin (store, name, COPIL_VERB_DO, 0, error);
}

gboolean
copil_store_begin_aside (CopilStore *store, const char *name, GError **error)
{
  return copil_journal_begin (store, name, COPIL_VERB_ASIDE, 0, error);
}

static void
end_transaction (CopilStore *store)
{
  if (store->bare)
    set_foreign_keys (store, TRUE);
  g_clear_pointer (&store->session, sqlite3session_delete);
  g_clear_pointer (&store->transaction, g_free);
  g_clear_pointer (&store->note, g_free);
  g_clear_pointer (&store->unlocked, g_hash_table_unref);
}

gboolean
copil_store_commit (CopilStore *store, GError **error)
{
  g_autoptr (CopilChanges) changes = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  void *changeset = NULL;
  int size = 0;
  gint64 id;

  g_return_val_if_fail (store->transaction != NULL, FALSE);
  if (!copil_store_finish_reading (store, store->reads_failed_before, error))
    {
      copil_store_rollback (store);
      return FALSE;
    }
  if (sqlite3session_changeset (store->session, &size, &changeset) != SQLITE_OK)
    {
      copil_store_fail (store, error);
      copil_store_rollback (store);
      return FALSE;
    }
  if (size == 0 && (store->verb == COPIL_VERB_DO || store->verb == COPIL_VERB_ASIDE))
    {
      sqlite3_free (changeset);
      copil_store_rollback (store);
      return TRUE;
    }
  bytes = g_bytes_new_with_free_func (changeset, (gsize)size, sqlite3_free, changeset);
  if (store->verb != COPIL_VERB_ASIDE && store->verb != COPIL_VERB_CREATE)
    g_signal_emit (store, signals[COMMITTING], 0);
  id = store->id ? store->id : copil_journal_new_id (store, 0, error);
  if (!id || !copil_journal_write (store, id, bytes, error) ||
      !copil_store_exec (store, "COMMIT", error))
    {
      copil_store_rollback (store);
      return FALSE;
    }
  copil_journal_note (store, id, bytes);
  changes = copil_changes_new (changeset, size);
  name = g_strdup (store->transaction);
  /* A merge that had nothing to bring is nothing to take back. */
  copil_journal_push (store, store->verb, id, store->entry,
                      size == 0 && store->verb == COPIL_VERB_MERGE ? NULL : name);
  end_transaction (store);
  g_signal_emit (store, signals[CHANGED], 0, changes);
  return TRUE;
}

void
copil_store_add_note (CopilStore *store, const char *note)
{
  char *both;

  g_return_if_fail (store->transaction != NULL);
  both = store->note ? g_strdup_printf ("%s, %s", store->note, note) : g_strdup (note);
  g_free (store->note);
  store->note = both;
}

void
copil_store_rollback (CopilStore *store)
{
  if (store->db && !sqlite3_get_autocommit (store->db))
    sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  copil_journal_forget (store);
  end_transaction (store);
}

gboolean
copil_store_in_transaction (CopilStore *store)
{
  return store->transaction != NULL;
}

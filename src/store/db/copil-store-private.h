/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "copil-store.h"

G_BEGIN_DECLS

typedef enum
{
  COPIL_VERB_DO,
  COPIL_VERB_UNDO,
  COPIL_VERB_REDO,
  COPIL_VERB_MERGE,
  COPIL_VERB_CREATE, /* of the file: nothing to take back */
  COPIL_VERB_ASIDE   /* undo passes over it */
} CopilVerb;

typedef struct
{
  gint64 id;
  char *name;
} CopilEntry;

typedef struct _CopilStep CopilStep;

struct _CopilStore
{
  GObject parent_instance;

  char *path;
  sqlite3 *db;
  char *author;
  gboolean read_only;
  int version; /* of the form; above COPIL_STORE_VERSION for a newer file, which is only read */

  GHashTable *statements; /* SQL → idle sqlite3_stmt */

  guint failed_reads;        /* so far */
  GError *read_error;        /* of the last one */
  guint reads_failed_before; /* the transaction under way */
  GWeakRef origin;           /* of a reader: the store that tells of its failures */
  GMainContext *context;     /* where it does */
  GCancellable *cancellable; /* of a reader, or NULL */

  sqlite3_session *session; /* while a transaction is under way */
  char *transaction;
  char *note;           /* what else it brought about, or NULL */
  GHashTable *unlocked; /* ids of closed records that this transaction may change, or NULL */
  CopilVerb verb;
  gint64 entry;  /* what undo or redo acts on, or what is continued */
  gint64 id;     /* of the entry to be written; given beforehand by a merge */
  gboolean bare; /* foreign keys are off until the transaction ends */

  GArray *undo, *redo; /* CopilEntry */
  gint64 head;

  CopilStep *step;        /* what somebody is typing, or NULL */
  gint64 (*clock) (void); /* microseconds, for how long that has lasted */
  GHashTable *written;    /* field → gint64: the entry of this session that changed it last */
  GHashTable *resolved;   /* gint64 → changes of texts that were read */
  gsize resolved_size;    /* of these, in bytes */
};

/* --- errors --- */
gboolean copil_store_fail (CopilStore *store, GError **error);
/* A file of that many bytes is too large (COPIL_STORE_LARGEST); always FALSE. */
gboolean copil_store_fail_too_large (GError **error, gint64 size);
void copil_store_set_sqlite_error (GError **error, sqlite3 *db, int code);
void copil_store_say_failed (CopilStore *store);

/* --- opening (copil-open.c) --- */
/* With SQLite's flags, or COPIL_OPEN_IMMUTABLE alone: to read a file that somebody else keeps, with
 * nothing made beside it. */
#define COPIL_OPEN_IMMUTABLE (1 << 30)
sqlite3 *copil_open_connection (const char *path, int flags, GError **error);
gboolean copil_open_check (sqlite3 *db, int *version, GError **error);
gboolean copil_open_migrate (sqlite3 *db, int from, GError **error);
/* A connection to a private copy of an older file, brought up to date. */
sqlite3 *copil_open_migrated (sqlite3 *from, int version, GError **error);
gboolean copil_open_knows_columns (sqlite3 *db);
/* What SQLite takes as a name, without the risk that it takes it for something else. */
char *copil_open_dup_uri (const char *path, gboolean immutable);
gboolean copil_store_exec (CopilStore *store, const char *sql, GError **error);

/* --- journal (copil-journal.c) --- */
void copil_journal_load (CopilStore *store);
/* Gives entries whose ids leave no room for more (a spoilt file) other ids at the end; what they
 * had stays their "mark". */
gboolean copil_journal_tame (CopilStore *store, GError **error);
/* An id above all of the journal's and above "floor"; 0 with error set where there is no room. */
gint64 copil_journal_new_id (CopilStore *store, gint64 floor, GError **error);
void copil_journal_push (CopilStore *store, CopilVerb verb, gint64 id, gint64 entry,
                         const char *name);
gboolean copil_journal_write (CopilStore *store, gint64 id, GBytes *changeset, GError **error);
/* Tells that the entry is committed. */
void copil_journal_note (CopilStore *store, gint64 id, GBytes *changeset);
/* The whole changeset of an entry, however it is kept; sound, as far as can be told. */
GBytes *copil_journal_read (CopilStore *store, gint64 id, GError **error);
/* Forgets the entries that were read. */
void copil_journal_forget (CopilStore *store);
void copil_step_free (CopilStep *step);
gboolean copil_journal_begin (CopilStore *store, const char *name, CopilVerb verb, gint64 entry,
                              GError **error);

/* The same with foreign keys off until it ends, for changes that hold all that foreign keys did
 * when they were made: they do nothing more, and what the changes leave must be checked. */
gboolean copil_journal_begin_bare (CopilStore *store, const char *name, CopilVerb verb,
                                   gint64 entry, GError **error);

/* --- references (copil-references.c) --- */
/* Whether every record that the changes made or moved has what it refers to, and nothing refers to
 * one that they took away; for changes that were applied with foreign keys off. */
gboolean copil_references_check (CopilStore *store, const void *changeset, int size,
                                 gboolean *sound, GError **error);

/* --- changes (copil-changes.c) --- */
CopilChanges *copil_changes_new (const void *changeset, int size);
void copil_changes_free (CopilChanges *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilChanges, copil_changes_free)

/* --- queries --- */
sqlite3_stmt *copil_store_take_statement (CopilStore *store, const char *sql);
void copil_store_give_statement (CopilStore *store, sqlite3_stmt *statement);
void copil_functions_register (sqlite3 *db);

/* --- closed records (copil-closed.c) --- */
/* Each fails with COPIL_STORE_ERROR_CLOSED and one sentence where the change is one of a closed
 * record: of the record itself, of one of its fields to another value, of a new one ("owner" is the
 * text of what it belongs to), of one that goes and of those that refer to it. */
gboolean copil_closed_check (CopilStore *store, const CopilKind *kind, gint64 id, GError **error);
gboolean copil_closed_check_set (CopilStore *store, const CopilKind *kind, gint64 id,
                                 const CopilField *field, const char *value, GError **error);
gboolean copil_closed_check_insert (CopilStore *store, const CopilKind *kind, const char *owner,
                                    GError **error);
gboolean copil_closed_check_delete (CopilStore *store, const CopilKind *kind, gint64 id,
                                    GError **error);

/* --- the file behind the store --- */
/* As copil_store_snapshot(), for a thread that has no store. */
gboolean copil_store_snapshot_path (const char *from, const char *path, GError **error);
/* Rewrites a database that nobody else has without its history: without the journal, and with no
 * byte of what it told. */
gboolean copil_store_forget_history (const char *path, GError **error);
/* Whether one was made of the other, or both of the same file, without the history. */
gboolean copil_store_is_bare_relative (CopilStore *store, CopilStore *other);
/* Goes on with a copy of the database at a path where nothing is. */
gboolean copil_store_move (CopilStore *store, const char *path, GError **error);
/* Closes the database for good, whoever still holds the store: it has no records any more. */
void copil_store_close (CopilStore *store);

G_END_DECLS

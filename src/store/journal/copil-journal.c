/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal: what a transaction changed, as SQLite's session extension recorded it, kept in the
 * file. */
#include "copil-journal-private.h"

#include <glib/gi18n-lib.h>

#include "copil-id.h"
#include "copil-query.h"

static const char *const verbs[] = { "do", "undo", "redo", "merge", "create", "aside" };

static void
entry_clear (gpointer data)
{
  g_free (((CopilEntry *)data)->name);
}

static void
push (GArray *stack, gint64 id, const char *name)
{
  CopilEntry entry = { id, g_strdup (name) };
  g_array_append_val (stack, entry);
}

static void
pop (GArray *stack)
{
  if (stack->len > 0)
    g_array_set_size (stack, stack->len - 1);
}

void
copil_journal_push (CopilStore *store, CopilVerb verb, gint64 id, gint64 entry, const char *name)
{
  store->head = MAX (store->head, id);
  if (!name)
    return;
  switch (verb)
    {
    case COPIL_VERB_UNDO:
      pop (store->undo);
      push (store->redo, entry, name);
      break;
    case COPIL_VERB_REDO:
      pop (store->redo);
      push (store->undo, entry, name);
      break;
    case COPIL_VERB_CREATE:
    case COPIL_VERB_ASIDE:
      break;
    case COPIL_VERB_DO:
    case COPIL_VERB_MERGE:
    default:
      /* What continues the last step is taken back with it. */
      if (verb != COPIL_VERB_DO || !entry || store->undo->len == 0 ||
          g_array_index (store->undo, CopilEntry, store->undo->len - 1).id != entry)
        push (store->undo, id, name);
      g_array_set_size (store->redo, 0);
      break;
    }
}

void
copil_journal_load (CopilStore *store)
{
  g_autoptr (CopilQuery) query = NULL;

  if (!store->undo)
    {
      store->undo = g_array_new (FALSE, FALSE, sizeof (CopilEntry));
      store->redo = g_array_new (FALSE, FALSE, sizeof (CopilEntry));
      g_array_set_clear_func (store->undo, entry_clear);
      g_array_set_clear_func (store->redo, entry_clear);
    }
  g_array_set_size (store->undo, 0);
  g_array_set_size (store->redo, 0);
  store->head = copil_store_query_int (store, "SELECT max (id) FROM journal", NULL);
  query = copil_store_query (store,
                             "SELECT id, verb, entry, name FROM journal WHERE part_of IS NULL"
                             " AND (verb <> 'merge' OR length (changeset) > 0) ORDER BY id",
                             NULL);
  while (copil_query_next (query))
    for (guint verb = 0; verb < G_N_ELEMENTS (verbs); verb++)
      if (g_strcmp0 (copil_query_text (query, 1), verbs[verb]) == 0)
        copil_journal_push (store, verb, copil_query_int (query, 0), copil_query_int (query, 2),
                            copil_query_text (query, 3));
}

gint64
copil_journal_new_id (CopilStore *store, gint64 floor, GError **error)
{
  /* A clock ahead of ours wrote the last entry: the order counts, not the time. */
  gint64 id = copil_id_new_above (MAX (floor, store->head));

  if (!id)
    g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CORRUPT,
                         _ ("The journal is damaged: no change can be added to it."));
  return id;
}

/* Ids of the entries from the first strange one on; "before" is the last that is none. */
static GArray *
list_strange (CopilStore *store, gint64 *before)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store, "SELECT id FROM journal ORDER BY id", NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  *before = 0;
  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);

      if (ids->len > 0 || copil_id_is_strange (id, *before))
        g_array_append_val (ids, id);
      else
        *before = id;
    }
  return ids;
}

static gboolean
run (CopilStore *store, const char *sql, gint64 from, gint64 to, GBytes *bytes, GError **error)
{
  sqlite3_stmt *statement = copil_store_take_statement (store, sql);
  int code;

  if (!statement)
    return copil_store_fail (store, error);
  sqlite3_bind_int64 (statement, 1, from);
  sqlite3_bind_int64 (statement, 2, to);
  if (bytes && g_bytes_get_size (bytes) == 0)
    sqlite3_bind_zeroblob (statement, 3, 0);
  else if (bytes)
    sqlite3_bind_blob64 (statement, 3, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                         SQLITE_TRANSIENT);
  code = sqlite3_step (statement);
  if (code != SQLITE_DONE)
    copil_store_fail (store, error);
  copil_store_give_statement (store, statement);
  return code == SQLITE_DONE;
}

/* What it holds may name other entries by their ids, so it is kept as it is; where it cannot be
 * read, nothing is lost by its new id. */
static gboolean
rename_entry (CopilStore *store, gint64 from, gint64 to, GBytes *bytes, GError **error)
{
  return run (store, "UPDATE journal SET mark = coalesce (mark, id), id = ?2 WHERE id = ?1", from,
              to, NULL, error) &&
         (!bytes || run (store,
                         "UPDATE journal SET compressed = 0, changeset = ?3 WHERE id = ?2 AND"
                         " ?1 IS NOT NULL",
                         from, to, bytes, error)) &&
         run (store, "UPDATE journal SET entry = ?2 WHERE entry = ?1", from, to, NULL, error) &&
         run (store, "UPDATE journal SET part_of = ?2 WHERE part_of = ?1", from, to, NULL, error);
}

static void
unref_bytes (gpointer bytes)
{
  if (bytes)
    g_bytes_unref (bytes);
}

gboolean
copil_journal_tame (CopilStore *store, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func (unref_bytes);
  gint64 last = 0, newest = copil_store_query_int (store, "SELECT max (id) FROM journal", NULL);

  if (!copil_id_is_strange (newest, 0))
    return TRUE;
  ids = list_strange (store, &last);
  if (ids->len == 0)
    return TRUE;
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (contents, copil_journal_read (store, g_array_index (ids, gint64, i), NULL));
  if (!copil_store_exec (store, "BEGIN IMMEDIATE", error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      last = copil_id_new_above (last);
      if (!rename_entry (store, g_array_index (ids, gint64, i), last, contents->pdata[i], error))
        {
          copil_store_rollback (store);
          return FALSE;
        }
    }
  /* What was read bears the ids of before. */
  copil_journal_forget (store);
  return copil_store_exec (store, "COMMIT", error);
}

gboolean
copil_journal_write (CopilStore *store, gint64 id, GBytes *changeset, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ"), *noted = NULL;
  CopilForm form;
  g_autoptr (GBytes) bytes = copil_journal_pack (store, changeset, &form);
  sqlite3_stmt *statement;
  int code;

  if (store->verb == COPIL_VERB_DO)
    store->entry = copil_journal_find_step (store, changeset);
  statement = copil_store_take_statement (
      store, "INSERT INTO journal (id, time, author, name, verb, entry, compressed, changeset)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  if (!statement)
    return copil_store_fail (store, error);
  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_text (statement, 2, time, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 3, store->author, -1, SQLITE_TRANSIENT);
  /* Translators: the name of a change, and what else it brought about */
  noted = store->note ? g_strdup_printf (_ ("%s (%s)"), store->transaction, store->note) : NULL;
  sqlite3_bind_text (statement, 4, noted ? noted : store->transaction, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 5, verbs[store->verb], -1, SQLITE_STATIC);
  if (store->entry)
    sqlite3_bind_int64 (statement, 6, store->entry);
  sqlite3_bind_int (statement, 7, (int)form);
  /* A changeset can be empty, and a pointer to nothing would be NULL in SQL. */
  if (g_bytes_get_size (bytes) == 0)
    sqlite3_bind_zeroblob (statement, 8, 0);
  else
    sqlite3_bind_blob64 (statement, 8, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                         SQLITE_TRANSIENT);
  code = sqlite3_step (statement);
  if (code != SQLITE_DONE)
    copil_store_fail (store, error);
  copil_store_give_statement (store, statement);
  return code == SQLITE_DONE;
}

void
copil_journal_note (CopilStore *store, gint64 id, GBytes *changeset)
{
  CopilTextChange change;

  if (copil_changeset_find_text (changeset, &change))
    copil_journal_note_written (store, id, &change);
  copil_journal_note_step (store, id, changeset);
}

/* --- undo and redo --- */

/* Whether a changeset sets that column of that record. */
static gboolean
sets_column (GBytes *changeset, const char *table, gint64 id, int column)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean found = FALSE;

  if (sqlite3changeset_start (&iter, (int)g_bytes_get_size (changeset),
                              (void *)g_bytes_get_data (changeset, NULL)) != SQLITE_OK)
    return FALSE;
  while (!found && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *other = NULL;
      sqlite3_value *key = NULL, *value = NULL;
      int n_columns = 0, op = 0;

      found = sqlite3changeset_op (iter, &other, &n_columns, &op, NULL) == SQLITE_OK &&
              op == SQLITE_UPDATE && g_strcmp0 (other, table) == 0 && column < n_columns &&
              sqlite3changeset_old (iter, 0, &key) == SQLITE_OK && key &&
              sqlite3_value_int64 (key) == id &&
              sqlite3changeset_new (iter, column, &value) == SQLITE_OK && value;
    }
  sqlite3changeset_finalize (iter);
  return found;
}

/* Whether something that undo and redo pass over ever set the value. */
static gboolean
was_set_aside (CopilStore *store, const char *table, gint64 id, int column)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT id FROM journal WHERE verb = 'aside' AND part_of IS NULL ORDER BY id DESC",
      NULL);

  while (copil_query_next (query))
    {
      g_autoptr (GBytes) bytes = copil_journal_read (store, copil_query_int (query, 0), NULL);

      if (bytes && sets_column (bytes, table, id, column))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_same_value (sqlite3_value *a, sqlite3_value *b)
{
  int size = sqlite3_value_bytes (a);

  return sqlite3_value_type (a) == sqlite3_value_type (b) && size == sqlite3_value_bytes (b) &&
         (size == 0 || memcmp (sqlite3_value_blob (a), sqlite3_value_blob (b), (gsize)size) == 0);
}

/* A record may differ by what undo and redo pass over, which goes and comes with it, and by nothing
 * else: the journal holds whatever happened to it. */
static int
conflict_cb (void *data, int conflict, sqlite3_changeset_iter *iter)
{
  const char *table = NULL;
  sqlite3_value *key = NULL;
  int n_columns = 0, op = 0;

  if (conflict != SQLITE_CHANGESET_DATA ||
      sqlite3changeset_op (iter, &table, &n_columns, &op, NULL) != SQLITE_OK ||
      sqlite3changeset_old (iter, 0, &key) != SQLITE_OK || !key)
    return SQLITE_CHANGESET_ABORT;
  for (int column = 1; column < n_columns; column++)
    {
      sqlite3_value *old = NULL, *found = NULL;

      if (sqlite3changeset_old (iter, column, &old) != SQLITE_OK ||
          sqlite3changeset_conflict (iter, column, &found) != SQLITE_OK)
        return SQLITE_CHANGESET_ABORT;
      if (old && found && !is_same_value (old, found) &&
          !was_set_aside (data, table, sqlite3_value_int64 (key), column))
        return SQLITE_CHANGESET_ABORT;
    }
  return SQLITE_CHANGESET_REPLACE;
}

/* The records must be as the change left them, and hang together afterwards. */
static gboolean
apply_changes (CopilStore *store, CopilVerb verb, int size, void *changeset, GError **error)
{
  gboolean sound = FALSE;
  int code = sqlite3changeset_apply_v2 (store->db, size, changeset, NULL, conflict_cb, store, NULL,
                                        NULL, 0);

  if (code == SQLITE_OK && !copil_references_check (store, changeset, size, &sound, error))
    return FALSE;
  if (code == SQLITE_OK && sound)
    return TRUE;
  if (code == SQLITE_OK || code == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT)
    g_set_error_literal (
        error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONFLICT,
        verb == COPIL_VERB_UNDO
            ? _ ("This change cannot be taken back: what it changed is no longer as it left it.")
            : _ ("This change cannot be done again: what it changed is no longer as it was."));
  else
    copil_store_set_sqlite_error (error, store->db, code);
  return FALSE;
}

static gboolean
apply (CopilStore *store, CopilVerb verb, GError **error)
{
  GArray *stack = verb == COPIL_VERB_UNDO ? store->undo : store->redo;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  void *inverse = NULL;
  int size = 0, code = SQLITE_OK;
  gboolean done = TRUE;
  gint64 id;

  if (stack->len == 0)
    return TRUE;
  id = g_array_index (stack, CopilEntry, stack->len - 1).id;
  name = g_strdup (g_array_index (stack, CopilEntry, stack->len - 1).name);
  bytes = copil_journal_read_step (store, id, error);
  if (!bytes)
    return FALSE;
  size = (int)g_bytes_get_size (bytes);
  if (verb == COPIL_VERB_UNDO)
    code = sqlite3changeset_invert (size, g_bytes_get_data (bytes, NULL), &size, &inverse);
  if (code != SQLITE_OK)
    {
      copil_store_set_sqlite_error (error, NULL, code);
      return FALSE;
    }
  /* A changeset holds what foreign keys did as changes of their own. On their own they would take
   * away what the same change only moved. */
  done = copil_journal_begin_bare (store, name, verb, id, error);
  if (done && size > 0)
    {
      done = apply_changes (store, verb, size,
                            inverse ? inverse : (void *)g_bytes_get_data (bytes, NULL), error);
      if (!done)
        copil_store_rollback (store);
    }
  sqlite3_free (inverse);
  return done && copil_store_commit (store, error);
}

gboolean
copil_store_undo (CopilStore *store, GError **error)
{
  return apply (store, COPIL_VERB_UNDO, error);
}

gboolean
copil_store_redo (CopilStore *store, GError **error)
{
  return apply (store, COPIL_VERB_REDO, error);
}

const char *
copil_store_get_undo_name (CopilStore *store)
{
  return store->undo->len ? g_array_index (store->undo, CopilEntry, store->undo->len - 1).name
                          : NULL;
}

const char *
copil_store_get_redo_name (CopilStore *store)
{
  return store->redo->len ? g_array_index (store->redo, CopilEntry, store->redo->len - 1).name
                          : NULL;
}

gint64
copil_store_get_head (CopilStore *store)
{
  return store->head;
}

guint
copil_store_count_entries_after (CopilStore *store, gint64 entry)
{
  return (guint)copil_store_query_int (store, "SELECT count (*) FROM journal WHERE id > ?1", "i",
                                       entry);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging two copies of a convention: what both know is told by the ids in their journals, what the
 * other changed since is told by comparing it with the state that both shared. */
#include "copil-merge-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "copil-query.h"
#include "copil-temporary.h"

/* --- helpers --- */

/* Net effect of the side's own entries: of its own steps, or of the single changes within them,
 * merges left out. */
static gboolean
sum_up (CopilMergeSide *side, gboolean single, int *size, void **changeset, GError **error)
{
  sqlite3_changegroup *group = NULL;
  int code = sqlite3changegroup_new (&group);
  gboolean sound = TRUE;

  for (guint i = 0; sound && code == SQLITE_OK && i < side->only->len; i++)
    {
      const CopilMergeEntry *entry = side->only->pdata[i];
      g_autoptr (GBytes) bytes = NULL;

      if (single ? entry->verb == COPIL_VERB_MERGE : entry->part_of != 0)
        continue;
      bytes = copil_journal_read (side->store, entry->id, error);
      sound = bytes != NULL;
      if (bytes && g_bytes_get_size (bytes) > 0)
        code = sqlite3changegroup_add (group, (int)g_bytes_get_size (bytes),
                                       (void *)g_bytes_get_data (bytes, NULL));
    }
  if (sound && code == SQLITE_OK)
    code = sqlite3changegroup_output (group, size, changeset);
  sqlite3changegroup_delete (group);
  if (sound && code != SQLITE_OK)
    copil_store_set_sqlite_error (error, NULL, code);
  return sound && code == SQLITE_OK;
}

/* What makes the other's records of ours, as they are at this moment. */
static gboolean
compare (CopilMerging *merging, int *size, void **changeset, GError **error)
{
  sqlite3 *db = merging->store->db;
  sqlite3_session *session = NULL;
  int code = sqlite3session_create (db, "other", &session);

  for (guint i = 0; code == SQLITE_OK && i < merging->tables->len; i++)
    {
      code = sqlite3session_attach (session, merging->tables->pdata[i]);
      if (code == SQLITE_OK)
        code = sqlite3session_diff (session, "main", merging->tables->pdata[i], NULL);
    }
  if (code == SQLITE_OK)
    code = sqlite3session_changeset (session, size, changeset);
  if (session)
    sqlite3session_delete (session);
  if (code != SQLITE_OK)
    copil_store_set_sqlite_error (error, db, code);
  return code == SQLITE_OK;
}

static int
refuse_cb (void *data, int conflict, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

/* The same from the state that both shared: ours, with what only we did taken back for a moment.
 * "exact" is set to FALSE, and nothing else, where our records are not as our journal says. */
static gboolean
compare_with_base (CopilMerging *merging, CopilMergeSide *ours, int *size, void **changeset,
                   gboolean *exact, GError **error)
{
  sqlite3 *db = merging->store->db;
  void *own = NULL, *inverse = NULL;
  int own_size = 0, inverse_size = 0, code;
  gboolean done = FALSE;

  *exact = TRUE;
  if (!sum_up (ours, FALSE, &own_size, &own, error))
    return FALSE;
  code =
      own_size > 0 ? sqlite3changeset_invert (own_size, own, &inverse_size, &inverse) : SQLITE_OK;
  sqlite3_free (own);
  if (code != SQLITE_OK)
    copil_store_set_sqlite_error (error, NULL, code);
  else if (copil_store_exec (merging->store, "BEGIN IMMEDIATE", error))
    {
      if (inverse_size > 0)
        code = sqlite3changeset_apply_v2 (db, inverse_size, inverse, NULL, refuse_cb, NULL, NULL,
                                          NULL, 0);
      if (code == SQLITE_OK)
        done = compare (merging, size, changeset, error);
      else if (code == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT)
        *exact = FALSE;
      else
        copil_store_set_sqlite_error (error, db, code);
      sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
    }
  sqlite3_free (inverse);
  return done;
}

/* Both hold the same already: only the other's journal is new. */
static gboolean
adopt (CopilMerging *merging, CopilMergeSide *ours, CopilMergeSide *theirs, GError **error)
{
  CopilStore *store = merging->store;
  gint64 last;

  if (!copil_merge_sides_place (ours, theirs, &last, error) ||
      !copil_store_exec (store, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!copil_merge_sides_take (ours, theirs, 0, error) ||
      !copil_store_finish_reading (theirs->store, 0, error) ||
      !copil_store_exec (store, "COMMIT", error))
    {
      copil_store_rollback (store);
      return FALSE;
    }
  store->head = MAX (store->head, last);
  return TRUE;
}

/* The name that the history and undo show; sentences about what came are told. */
static char *
name_merge (CopilMergeSide *theirs, GPtrArray *told)
{
  g_autofree char *author = NULL, *summary = copil_merge_side_dup_summary (theirs, &author);

  if (!summary)
    return g_strdup (_ ("Merge with another version"));
  if (told && author)
    /* Translators: the persons, and their changes. */
    g_ptr_array_add (told, g_strdup_printf (_ ("From %s: %s."), author, summary));
  else if (told)
    /* Translators: the changes that a merge brought. */
    g_ptr_array_add (told, g_strdup_printf (_ ("It brought: %s."), summary));
  return g_strdup_printf (_ ("Merge with another version: %s"), summary);
}

static gboolean
merge_changes (CopilMerging *merging, CopilMergeSide *ours, CopilMergeSide *theirs, int size,
               const void *changeset, GPtrArray *told, GError **error)
{
  CopilStore *store = merging->store;
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = name_merge (theirs, sentences);
  guint before = merging->conflicts->len;
  gint64 last, id;

  if (!copil_merge_sides_place (ours, theirs, &last, error))
    return FALSE;
  id = copil_journal_new_id (store, last, error);
  /* Changes come with all that foreign keys did then; what refers to nothing is settled after. */
  if (!id || !copil_journal_begin_bare (store, name, COPIL_VERB_MERGE, 0, error))
    return FALSE;
  store->id = id;
  if (!copil_merging_apply (merging, changeset, size, error) ||
      !copil_merge_sides_take (ours, theirs, id, error) ||
      !copil_store_finish_reading (theirs->store, 0, error) ||
      !copil_store_finish_reading (merging->ours, 0, error))
    {
      copil_store_rollback (store);
      return FALSE;
    }
  if (merging->choice == COPIL_MERGE_ASK && merging->conflicts->len > before)
    {
      copil_store_rollback (store);
      g_set_error_literal (
          error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONFLICT,
          _ ("The same things were changed in both versions: nothing was merged."));
      return FALSE;
    }
  if (!copil_store_commit (store, error))
    return FALSE;
  if (told)
    {
      g_ptr_array_extend_and_steal (told, g_steal_pointer (&sentences));
      for (guint i = 0; i < merging->numbered->len; i++)
        g_ptr_array_add (told, g_strdup (merging->numbered->pdata[i]));
    }
  return TRUE;
}

/* With foreign keys on, taking back what only we did would take more with it. */
static gboolean
compare_bare (CopilMerging *merging, CopilMergeSide *ours, int *size, void **changeset,
              gboolean *exact, GError **error)
{
  sqlite3 *db = merging->store->db;
  gboolean done;

  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
  done = compare_with_base (merging, ours, size, changeset, exact, error);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  return done;
}

static gboolean
run (CopilMerging *merging, CopilMergeSide *ours, CopilMergeSide *theirs, GPtrArray *told,
     GError **error)
{
  void *changeset = NULL;
  int size = 0;
  gboolean done, exact = TRUE;

  if (ours->only->len == 0)
    {
      done = compare (merging, &size, &changeset, error);
      if (done && size == 0)
        return adopt (merging, ours, theirs, error);
    }
  else
    {
      done = ours->clean && compare_bare (merging, ours, &size, &changeset, &exact, error);
      /* Where each side merged with an earlier state of the other, or our records are not as our
       * journal says, there is no one state that both shared. */
      if (!ours->clean || !exact)
        done = sum_up (theirs, !theirs->clean, &size, &changeset, error);
    }
  if (done)
    done = merge_changes (merging, ours, theirs, size, changeset, told, error);
  sqlite3_free (changeset);
  return done;
}

static gboolean
attach (CopilStore *store, const char *path, GError **error)
{
  g_autofree char *uri = copil_open_dup_uri (path, TRUE);
  sqlite3_stmt *statement = NULL;
  int code;

  sqlite3_limit (store->db, SQLITE_LIMIT_ATTACHED, 1);
  code = sqlite3_prepare_v2 (store->db, "ATTACH ?1 AS other", -1, &statement, NULL);
  if (code == SQLITE_OK)
    {
      sqlite3_bind_text (statement, 1, uri, -1, SQLITE_STATIC);
      code = sqlite3_step (statement);
    }
  if (code != SQLITE_DONE)
    copil_store_fail (store, error);
  sqlite3_finalize (statement);
  return code == SQLITE_DONE;
}

static gboolean
fail_stranger (gboolean bare, GError **error)
{
  g_set_error_literal (
      error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FOREIGN,
      bare ? _ ("One of the two files is a copy without history: they cannot be merged.")
           : _ ("The other file is about another convention: it cannot be merged."));
  return FALSE;
}

/* --- public --- */

char *
copil_store_dup_uuid (CopilStore *store)
{
  return copil_store_query_dup_text (store, "SELECT value FROM setting WHERE key = 'uuid'", NULL);
}

guint
copil_store_count_missing (CopilStore *store, CopilStore *other)
{
  g_auto (CopilMergeSide) ours = { 0 }, theirs = { 0 };
  guint start = copil_store_start_reading (store), other_start = copil_store_start_reading (other);

  copil_merge_sides_read (&ours, store, &theirs, other);
  /* What cannot be compared may be missing. */
  if (!copil_store_finish_reading (store, start, NULL) ||
      !copil_store_finish_reading (other, other_start, NULL))
    return MAX (theirs.only->len, 1);
  return theirs.only->len;
}

gboolean
copil_store_merge (CopilStore *store, const char *path, CopilMergeChoice choice,
                   GPtrArray *conflicts, GError **error)
{
  return copil_store_merge_telling (store, path, choice, conflicts, NULL, error);
}

/* A file of an older form is merged as one of ours: from a copy that is brought up to date. */
static gboolean
merge_older (CopilStore *store, const char *path, CopilMergeChoice choice, GPtrArray *conflicts,
             GPtrArray *told, GError **error)
{
  g_autofree char *folder = copil_temporary_new (error);
  g_autofree char *copy = folder ? g_build_filename (folder, "older.copil", NULL) : NULL;
  g_autoptr (GFile) from = g_file_new_for_path (path), to = NULL;
  g_autoptr (CopilStore) older = NULL;
  gboolean done = FALSE;

  if (!folder)
    return FALSE;
  to = g_file_new_for_path (copy);
  if (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, error) &&
      (older = copil_store_open (copy, COPIL_STORE_READ_WRITE, error)))
    {
      g_clear_object (&older);
      done = copil_store_merge_telling (store, copy, choice, conflicts, told, error);
    }
  copil_temporary_remove (folder);
  return done;
}

gboolean
copil_store_merge_telling (CopilStore *store, const char *path, CopilMergeChoice choice,
                           GPtrArray *conflicts, GPtrArray *told, GError **error)
{
  g_autoptr (CopilStore) other = copil_store_open (path, COPIL_STORE_READ_ONLY, error);
  g_autoptr (CopilStore) before = NULL;
  g_autoptr (CopilMerging) merging = NULL;
  g_autofree char *mark = NULL, *other_mark = NULL;
  g_auto (CopilMergeSide) ours = { 0 }, theirs = { 0 };
  gboolean done;

  g_return_val_if_fail (!copil_store_in_transaction (store), FALSE);
  if (!other)
    return FALSE;
  if (other->version < COPIL_STORE_VERSION)
    return merge_older (store, path, choice, conflicts, told, error);
  if (other->version > COPIL_STORE_VERSION)
    {
      g_set_error_literal (
          error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_NEWER,
          _ ("The other file was made by a newer Copil: it cannot be merged by this one."));
      return FALSE;
    }
  mark = copil_store_dup_uuid (store);
  other_mark = copil_store_dup_uuid (other);
  if (!mark || g_strcmp0 (mark, other_mark) != 0)
    return fail_stranger (copil_store_is_bare_relative (store, other), error);
  copil_merge_sides_read (&ours, store, &theirs, other);
  if (theirs.only->len == 0)
    return TRUE;

  before = copil_store_open_reader (store, error);
  if (!before || !attach (store, path, error))
    return FALSE;
  merging = copil_merging_new (store, before, other, choice, conflicts);
  done = run (merging, &ours, &theirs, told, error);
  if (sqlite3_exec (store->db, "DETACH other", NULL, NULL, NULL) != SQLITE_OK)
    g_warning ("The merged file stays attached: %s", sqlite3_errmsg (store->db));
  sqlite3_limit (store->db, SQLITE_LIMIT_ATTACHED, 0);
  return done;
}

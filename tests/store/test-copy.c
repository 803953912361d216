/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a file, and those without history: no byte of what was deleted. */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "copil-file.h"
#include "copil-merge.h"
#include "copil-query.h"
#include "copil-record.h"
#include "state-folder.h"
#include "../support/scratch.h"

#define SECRET "Zyrkonia"

typedef struct
{
  char *folder;
  CopilFile *file;
  gint64 party;
} Fixture;

/* --- helpers --- */

static char *
path_in (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static CopilStore *
open_store (const char *path, CopilStoreMode mode)
{
  g_autoptr (GError) error = NULL;
  CopilStore *store = copil_store_open (path, mode, &error);

  g_assert_no_error (error);
  return store;
}

static void
edit (CopilStore *store, gint64 party, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_store_edit (store, copil_kind_get ("party"), party, field, value, &error));
  g_assert_no_error (error);
}

static gint64
add_party (CopilStore *store, const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (copil_store_begin (store, name, &error));
  id = copil_store_insert (store, copil_kind_get ("party"), &error, "name", name, NULL);
  g_assert_true (copil_store_commit (store, &error));
  g_assert_no_error (error);
  return id;
}

/* A name of many records that are deleted, of a text that was typed over, of a transaction. */
static void
tell_and_delete (CopilStore *store, gint64 party)
{
  g_autoptr (GError) error = NULL;
  gint64 ids[300];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", SECRET, i);
      ids[i] = add_party (store, name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_true (copil_store_begin (store, "Supprimer " SECRET, &error));
      g_assert_true (copil_store_delete (store, copil_kind_get ("party"), ids[i], &error));
      g_assert_true (copil_store_commit (store, &error));
      g_assert_no_error (error);
    }
  edit (store, party, "address", "chez " SECRET);
  edit (store, party, "address", "chez " SECRET ", au fond de la cour");
  edit (store, party, "address", "12 rue du Port");
}

static gboolean
holds (const char *path, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  g_assert_no_error (error);
  return memmem (bytes, length, word, strlen (word)) != NULL;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir && g_dir_read_name (dir))
    n++;
  return n;
}

static void
copy (Fixture *fixture, const char *name, gboolean history)
{
  g_autofree char *path = path_in (fixture, name);
  g_autoptr (GFile) location = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_file_copy (fixture->file, location, history, FALSE, NULL, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) location = NULL;

  fixture->folder = scratch_folder_new ();
  path = path_in (fixture, "a.copil");
  location = g_file_new_for_path (path);
  fixture->file = copil_file_create (location, "Convention", FALSE, &error);
  g_assert_no_error (error);
  fixture->party = add_party (copil_file_get_store (fixture->file), "Rectorat");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{

  g_clear_object (&fixture->file);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
  state_folder_clear ();
}

/* --- tests --- */

static void
test_without_history (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "a.copil"), *bare = path_in (fixture, "bare.copil");
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = NULL;
  g_autofree char *address = NULL, *author = NULL;

  copil_store_set_author (copil_file_get_store (fixture->file), "Anne Auteure");
  tell_and_delete (copil_file_get_store (fixture->file), fixture->party);
  g_assert_true (copil_file_save (fixture->file, NULL, &error));
  g_assert_true (holds (path, SECRET));
  /* what is not saved yet goes with it */
  edit (copil_file_get_store (fixture->file), fixture->party, "short_name", "RECT");
  copy (fixture, "bare.copil", FALSE);
  g_assert_false (holds (bare, SECRET));
  g_assert_false (holds (bare, "Anne Auteure"));
  g_assert_true (holds (bare, "12 rue du Port"));
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);

  store = open_store (bare, COPIL_STORE_READ_WRITE);
  g_assert_true (copil_store_check (store, faults));
  address = copil_store_query_dup_text (store, "SELECT address || short_name FROM party", NULL);
  g_assert_cmpstr (address, ==, "12 rue du PortRECT");
  g_assert_cmpint (copil_store_query_int (store, "SELECT count (*) FROM journal", NULL), ==, 1);
  g_assert_cmpint (
      copil_store_query_int (store, "SELECT sum (length (changeset)) FROM journal", NULL), ==, 0);
  g_assert_cmpint (copil_store_query_int (store, "PRAGMA freelist_count", NULL), ==, 0);
  g_assert_null (copil_store_get_undo_name (store));
  g_assert_null (copil_store_get_redo_name (store));
  /* from now on it has a history of its own */
  edit (store, fixture->party, "name", "Région académique");
  g_assert_true (copil_store_undo (store, &error));
  g_assert_false (copil_store_undo (store, &error) && copil_store_get_undo_name (store));
  g_clear_object (&store);

  /* the file goes on as it was */
  g_assert_true (copil_store_undo (copil_file_get_store (fixture->file), &error));
  g_assert_no_error (error);
  edit (copil_file_get_store (fixture->file), fixture->party, "name", "Ministère");
  g_assert_true (copil_file_save (fixture->file, NULL, &error));
  store = open_store (path, COPIL_STORE_READ_ONLY);
  g_free (address);
  address = copil_store_query_dup_text (store, "SELECT name FROM party", NULL);
  g_assert_cmpstr (address, ==, "Ministère");
}

static void
assert_no_merge (const char *into, const char *from)
{
  g_autoptr (CopilStore) store = open_store (into, COPIL_STORE_READ_WRITE);
  g_autoptr (GError) error = NULL;
  guint n = copil_store_count_entries_after (store, 0);

  g_assert_false (copil_store_merge (store, from, COPIL_MERGE_OURS, NULL, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FOREIGN);
  g_assert_nonnull (strstr (error->message, "without history"));
  g_assert_cmpuint (copil_store_count_entries_after (store, 0), ==, n);
}

/* A copy without history and what it was made of are no versions of each other; its own copies are
 * versions of it. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bare = path_in (fixture, "bare.copil"),
                  *other = path_in (fixture, "other.copil");
  g_autofree char *barer = path_in (fixture, "barer.copil"),
                  *whole = path_in (fixture, "whole.copil");
  g_autofree char *sent = path_in (fixture, "sent.copil"), *name = NULL;
  g_autoptr (GFile) location = g_file_new_for_path (bare), to = g_file_new_for_path (barer);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilFile) file = NULL;
  g_autoptr (CopilStore) store = NULL;

  copy (fixture, "bare.copil", FALSE);
  copy (fixture, "other.copil", FALSE);
  copy (fixture, "whole.copil", TRUE);
  file = copil_file_open (location, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (copil_file_copy (file, to, FALSE, FALSE, NULL, &error));
  g_assert_true (copil_file_close (file, NULL, &error));
  g_assert_no_error (error);
  assert_no_merge (whole, bare);
  assert_no_merge (bare, whole);
  assert_no_merge (bare, other);
  assert_no_merge (whole, barer);
  assert_no_merge (barer, bare);

  store = open_store (bare, COPIL_STORE_READ_WRITE);
  g_assert_true (copil_store_snapshot (store, sent, &error));
  edit (store, fixture->party, "short_name", "R");
  g_clear_object (&store);
  store = open_store (sent, COPIL_STORE_READ_WRITE);
  edit (store, fixture->party, "name", "Région");
  g_assert_true (copil_store_merge (store, bare, COPIL_MERGE_ASK, NULL, &error));
  g_assert_no_error (error);
  name = copil_store_query_dup_text (store, "SELECT name || short_name FROM party", NULL);
  g_assert_cmpstr (name, ==, "RégionR");
  g_clear_object (&store);

  /* with the history it is another version of the file */
  store = open_store (whole, COPIL_STORE_READ_WRITE);
  edit (store, fixture->party, "address", "Ailleurs");
  g_clear_object (&store);
  g_assert_true (copil_store_merge (copil_file_get_store (fixture->file), whole, COPIL_MERGE_ASK,
                                    NULL, &error));
  g_assert_no_error (error);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_file_copy_finish (COPIL_FILE (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *)data = TRUE;
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "a.copil"), *bare = path_in (fixture, "bare.copil");
  g_autofree char *link = path_in (fixture, "link.copil"),
                  *nowhere = path_in (fixture, "no/b.copil");
  g_autofree char *work = g_build_filename (g_get_user_state_dir (), "copil", "work", NULL);
  g_autoptr (GFile) location = g_file_new_for_path (bare), itself = g_file_new_for_path (path);
  g_autoptr (GFile) linked = g_file_new_for_path (link), away = g_file_new_for_path (nowhere);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilFile) open = NULL;
  guint before = count_files (work);
  gboolean done = FALSE;

#define assert_fails(where, replace, code)                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_false (copil_file_copy (fixture->file, where, FALSE, replace, NULL, &error));         \
    g_assert_error (error, COPIL_STORE_ERROR, code);                                               \
    g_clear_error (&error);                                                                        \
  }                                                                                                \
  G_STMT_END

  /* never the file itself, under whatever name */
  g_assert_cmpint (symlink ("a.copil", link), ==, 0);
  assert_fails (itself, TRUE, COPIL_STORE_ERROR_FAILED);
  assert_fails (linked, TRUE, COPIL_STORE_ERROR_FAILED);
  assert_fails (away, FALSE, COPIL_STORE_ERROR_MISSING);

  copil_file_copy_async (fixture->file, location, FALSE, FALSE, NULL, copied_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  assert_fails (location, FALSE, COPIL_STORE_ERROR_FAILED);
  open = copil_file_open (location, NULL, &error);
  g_assert_no_error (error);
  assert_fails (location, TRUE, COPIL_STORE_ERROR_BUSY);
  g_assert_true (copil_file_close (open, NULL, &error));
  g_assert_true (copil_file_copy (fixture->file, location, FALSE, TRUE, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (work), ==, before);
  g_assert_cmpuint (count_files (fixture->folder), ==, 3);
}

int
main (int argc, char **argv)
{
  int status;

  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);
  state_folder_make ();
#define ADD(name, function) g_test_add ("/copy/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("without-history", test_without_history);
  ADD ("merge", test_merge);
  ADD ("places", test_places);
  status = g_test_run ();
  state_folder_remove ();
  return status;
}

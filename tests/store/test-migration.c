/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of older versions, kept as text in fixtures/: read as they are, migrated where they are
 * opened for writing, and then no different from a new one. */
#include <glib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "copil-merge.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-store.h"
#include "../support/scratch.h"

static char *
make (const char *folder, int version)
{
  g_autofree char *name = g_strdup_printf ("version-%d.sql", version);
  g_autofree char *script = g_build_filename (g_getenv ("COPIL_FIXTURES"), name, NULL), *sql = NULL;
  char *path = g_build_filename (folder, "old.copil", NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  g_assert_true (g_file_get_contents (script, &sql, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  return path;
}

static void
test_version (gconstpointer data)
{
  int version = GPOINTER_TO_INT (data), found = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = scratch_folder_new ();
  g_autofree char *path = make (folder, version);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CopilStore) store = NULL;
  g_autofree char *title = NULL, *again = NULL;
  gint64 engagements;

  g_assert_true (copil_store_probe (path, &found, &error));
  g_assert_cmpint (found, ==, version);
  store = copil_store_open (path, COPIL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  engagements = copil_store_query_int (store, "SELECT count (*) FROM engagement", NULL);
  g_assert_cmpint (engagements, >, 20);
  title = copil_store_query_dup_text (store, "SELECT title FROM convention", NULL);
  g_assert_cmpint (copil_store_query_int (store, "PRAGMA user_version", NULL), ==,
                   COPIL_STORE_VERSION);
  copil_store_check (store, faults);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *)faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);

  /* It takes edits, and undo, like any other; and opens again. */
  g_assert_true (
      copil_store_edit (store, copil_kind_get ("convention"), 1, "title", "Autre", &error));
  g_assert_true (copil_store_undo (store, &error));
  g_clear_object (&store);
  store = copil_store_open (path, COPIL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  again = copil_store_query_dup_text (store, "SELECT title FROM convention", NULL);
  g_assert_cmpstr (again, ==, title);
  g_clear_object (&store);
  scratch_folder_remove (folder);
}

/* Read as it is, an older file answers like one of ours, and stays as it was. */
static void
test_read (gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = scratch_folder_new ();
  g_autofree char *path = make (folder, version), *before = NULL, *after = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CopilStore) store = NULL;
  gsize length = 0, length_after = 0;

  g_assert_true (g_file_get_contents (path, &before, &length, &error));
  store = copil_store_open (path, COPIL_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (copil_store_is_read_only (store));
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    for (const CopilField *field = (*kind)->fields; field->name; field++)
      {
        gboolean link = field->type == COPIL_FIELD_REFERENCES;
        g_autofree char *sql = g_strdup_printf ("SELECT count (\"%s\") FROM \"%s\"",
                                                link ? field->target : field->name,
                                                link ? field->link : (*kind)->name);

        copil_store_query_int (store, sql, NULL);
      }
  g_assert_true (copil_store_finish_reading (store, 0, &error));
  g_assert_no_error (error);
  copil_store_check (store, faults);
  g_assert_cmpuint (faults->len, ==, 0);
  g_clear_object (&store);
  g_assert_true (g_file_get_contents (path, &after, &length_after, &error));
  g_assert_cmpmem (before, length, after, length_after);
  scratch_folder_remove (folder);
}

static void
run (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* What somebody did with an older program is merged all the same. */
static void
test_merge (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = scratch_folder_new ();
  g_autofree char *other = g_build_filename (folder, "other", NULL);
  g_autofree char *path = NULL, *theirs = NULL;
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CopilStore) store = NULL;
  gint64 items;

  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  theirs = make (other, 4);
  path = make (folder, 4);
  /* Ours is from before their one change, which added an item. */
  run (path, "DELETE FROM item WHERE id = (SELECT max (id) FROM item); DELETE FROM journal;");
  store = copil_store_open (path, COPIL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  items = copil_store_query_int (store, "SELECT count (*) FROM item", NULL);
  g_assert_true (
      copil_store_edit (store, copil_kind_get ("convention"), 1, "title", "Autre", &error));
  g_assert_true (copil_store_merge (store, theirs, COPIL_MERGE_ASK, conflicts, &error));
  g_assert_no_error (error);
  g_assert_cmpint (copil_store_query_int (store, "SELECT count (*) FROM item", NULL), ==,
                   items + 1);
  g_assert_cmpint (
      copil_store_query_int (store, "SELECT count (*) FROM convention WHERE title = 'Autre'", NULL),
      ==, 1);
  g_clear_object (&store);
  scratch_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int version = 1; version < COPIL_STORE_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("/migration/from-%d", version);
      g_autofree char *read = g_strdup_printf ("/migration/read-%d", version);
      g_test_add_data_func (name, GINT_TO_POINTER (version), test_version);
      g_test_add_data_func (read, GINT_TO_POINTER (version), test_read);
    }
  g_test_add_func ("/migration/merge", test_merge);
  return g_test_run ();
}

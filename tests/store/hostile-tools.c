/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile-tools.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "copil-query.h"
#include "copil-record.h"
#include "../support/scratch.h"

char *hostile_sound_bytes;
gsize hostile_sound_length;

char *
hostile_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = scratch_folder_new ();
  return folder;
}

void
hostile_remove_folder (const char *folder)
{
  scratch_folder_remove (folder);
}

/* A small file with a past, as bytes. */
void
hostile_make_sound_file (void)
{
  g_autofree char *folder = hostile_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a", NULL);
  g_autofree char *snapshot = g_build_filename (folder, "b", NULL), *axis = NULL;
  g_autoptr (GError) error = NULL;
  CopilStore *store = copil_store_create (path, "Convention d’essai", &error);
  gint64 id;

  g_assert_no_error (error);
  g_assert_true (copil_store_begin (store, "base", &error));
  id = copil_store_insert (store, copil_kind_get ("axis"), &error, "label", "4", "title", "Axe",
                           NULL);
  axis = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  for (int i = 0; i < 40; i++)
    copil_store_insert (store, copil_kind_get ("engagement"), &error, "axis", axis, "text",
                        "Sensibiliser les entreprises à l’accueil de collégiens", NULL);
  g_assert_no_error (error);
  g_assert_true (copil_store_commit (store, &error));
  g_assert_true (copil_store_edit (store, copil_kind_get ("axis"), id, "title", "Autre", &error));
  g_assert_true (copil_store_snapshot (store, snapshot, &error));
  g_object_unref (store);
  g_assert_true (
      g_file_get_contents (snapshot, &hostile_sound_bytes, &hostile_sound_length, &error));
  hostile_remove_folder (folder);
}

/* Not by a temporary beside it: the name may be as long as names can be. */
void
hostile_put (const char *path, const void *bytes, gsize length)
{
  FILE *file = g_fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

void
hostile_alter (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  sqlite3_close (db);
}

guint
hostile_count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

guint
hostile_count_work_files (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "copil", "work", NULL);
  return g_file_test (folder, G_FILE_TEST_IS_DIR) ? hostile_count_files (folder) : 0;
}

void
hostile_assert_sentence (const GError *error)
{
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (error->domain == COPIL_STORE_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_null (strstr (error->message, ". "));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpuint (strlen (error->message), >, 10);
}

/* Reads everything, as a window would. */
void
hostile_read_all (CopilStore *store)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\"", (*kind)->name);
      g_autoptr (CopilQuery) query = copil_store_query (store, sql, NULL);

      while (copil_query_next (query))
        {
          g_autoptr (CopilRecord) record =
              copil_store_load (store, *kind, copil_query_int (query, 0));
          if (record)
            g_free (copil_store_dup_title (store, *kind, copil_record_get_id (record)));
        }
    }
  copil_store_check (store, faults);
}

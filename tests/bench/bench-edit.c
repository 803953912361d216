/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an edit with its journal entry costs in a large file, against a bare UPDATE of SQLite with
 * the same settings of the disk: bench-edit MAKE-LARGE */
#include <gio/gio.h>
#include <locale.h>
#include <sqlite3.h>

#include "copil-query.h"
#include "copil-record.h"
#include "../support/scratch.h"

#define N_EDITS 300

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;

  return (one > other) - (one < other);
}

static double
get_median (gint64 *times)
{
  qsort (times, N_EDITS, sizeof *times, compare);
  return (double)times[N_EDITS / 2];
}

static char *
copy (const char *from, const char *folder, const char *name)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from), target = g_file_new_for_path (path);

  if (!g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL))
    g_error ("%s cannot be copied", from);
  return path;
}

static void
measure_edits (const char *path, gint64 *times, gint64 *ids)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = copil_store_open (path, COPIL_STORE_READ_WRITE, &error);
  guint n = 0;

  if (!store)
    g_error ("%s", error->message);
  {
    g_autoptr (CopilQuery) query = copil_store_query (
        store, "SELECT id FROM engagement ORDER BY id % 9973 LIMIT ?1", "i", (gint64)N_EDITS);

    while (copil_query_next (query))
      ids[n++] = copil_query_int (query, 0);
  }
  g_assert_cmpuint (n, ==, N_EDITS);
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Suivi numéro %u", i);
      gint64 start = g_get_monotonic_time ();

      if (!copil_store_edit (store, copil_kind_get ("engagement"), ids[i], "note", text, &error))
        g_error ("%s", error->message);
      times[i] = g_get_monotonic_time () - start;
    }
}

static void
measure_bare (const char *path, gint64 *times, const gint64 *ids)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *update = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (
          db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON",
          NULL, NULL, NULL),
      ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (
                       db, "UPDATE engagement SET note = ?2, reviewed = '2024-03-15' WHERE id = ?1",
                       -1, &update, NULL),
                   ==, SQLITE_OK);
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Suivi numéro %u", i);
      gint64 start = g_get_monotonic_time ();

      sqlite3_bind_int64 (update, 1, ids[i]);
      sqlite3_bind_text (update, 2, text, -1, SQLITE_TRANSIENT);
      g_assert_cmpint (sqlite3_step (update), ==, SQLITE_DONE);
      sqlite3_reset (update);
      times[i] = g_get_monotonic_time () - start;
    }
  sqlite3_finalize (update);
  sqlite3_close (db);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = scratch_folder_new ();
  g_autofree gint64 *ours = g_new (gint64, N_EDITS), *bare = g_new (gint64, N_EDITS),
                    *ids = g_new (gint64, N_EDITS);
  g_autofree char *one = NULL, *other = NULL;
  double edit, update;
  int status;

  if (argc != 2 || !folder)
    return 2;
  setlocale (LC_ALL, "");
  one = g_build_filename (folder, "one.copil", NULL);
  if (!g_spawn_sync (NULL, (char *[]){ argv[1], one, NULL }, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                     NULL, NULL, &status, NULL) ||
      status != 0)
    g_error ("%s failed", argv[1]);
  other = copy (one, folder, "other.copil");
  measure_edits (one, ours, ids);
  measure_bare (other, bare, ids);
  edit = get_median (ours);
  update = get_median (bare);
  g_print ("An edit with its journal entry: %.0f µs; a bare UPDATE: %.0f µs; ratio %.1f (medians "
           "of %d; slowest edit %.0f "
           "µs)\n",
           edit, update, edit / update, N_EDITS, (double)ours[N_EDITS - 1]);
  g_spawn_sync (NULL, (char *[]){ "rm", "-r", folder, NULL }, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                NULL, NULL, NULL, NULL);
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kills a program that edits and saves, at random moments: each edit it spoke of is there the next
 * time, and the user's file is whole each time. The first argument is the program. */
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "copil-file.h"
#include "copil-query.h"
#include "copil-record.h"
#include "state-folder.h"
#include "../support/scratch.h"

#define N_KILLS 100
#define N_ENGAGEMENTS 7

static const char *writer_path;

/* Runs the writer for a while, and gives the number of the last edit that it spoke of; 0 for none.
 */
static int
run_and_kill (const char *path, int milliseconds)
{
  const char *argv[] = { writer_path, path, NULL };
  g_autoptr (GError) error = NULL;
  GString *said = g_string_new (NULL);
  char block[4096], *last, *line;
  ssize_t got;
  GPid pid;
  int out, number = 0, status = 0;

  g_assert_true (g_spawn_async_with_pipes (NULL, (char **)argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD,
                                           NULL, NULL, &pid, NULL, &out, NULL, &error));
  g_assert_no_error (error);
  g_usleep ((gulong)milliseconds * 1000);
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  while ((got = read (out, block, sizeof block)) > 0)
    g_string_append_len (said, block, got);
  close (out);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  /* killed, and not gone by itself before */
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  last = strrchr (said->str, '\n');
  if (last)
    {
      *last = '\0';
      line = strrchr (said->str, '\n');
      number = atoi (line ? line + 1 : said->str);
    }
  g_string_free (said, TRUE);
  return number;
}

/* All edits up to some number are there, in the journal and in what they wrote, and none beyond it:
 * gives the number. */
static int
check_state (CopilStore *store)
{
  g_autoptr (CopilQuery) query = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  int count = (int)copil_store_query_int (
          store, "SELECT count (DISTINCT name) FROM journal WHERE name LIKE 'edit %'", NULL),
      highest = (int)copil_store_query_int (
          store,
          "SELECT max (cast (substr (name, 6) AS INTEGER)) FROM journal WHERE name LIKE 'edit %'",
          NULL),
      i = 0;

  g_assert_true (copil_store_check (store, faults));
  g_assert_cmpint (count, ==, highest);
  query = copil_store_query (store, "SELECT note FROM engagement ORDER BY id", NULL);
  for (; copil_query_next (query); i++)
    {
      int expected = highest - ((highest - i) % N_ENGAGEMENTS + N_ENGAGEMENTS) % N_ENGAGEMENTS;
      g_assert_cmpint (copil_query_int (query, 0), ==, MAX (expected, 0));
    }
  g_assert_cmpint (i, ==, N_ENGAGEMENTS);
  return highest;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

static void
test_kill (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = scratch_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL), *axis = NULL;
  g_autoptr (GFile) location = g_file_new_for_path (path);
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  CopilFile *file = copil_file_create (location, "Convention d’essai", FALSE, &error);
  CopilStore *store;
  guint n_recovered = 0, n_leftovers = 0;
  int last = 0, saved_last = 0;

  g_assert_no_error (error);
  store = copil_file_get_store (file);
  g_assert_true (copil_store_begin (store, "base", &error));
  axis = g_strdup_printf ("%" G_GINT64_FORMAT,
                          copil_store_insert (store, copil_kind_get ("axis"), &error, "label", "4",
                                              "title", "Axe", NULL));
  for (int i = 0; i < N_ENGAGEMENTS; i++)
    g_assert_true (copil_store_insert (store, copil_kind_get ("engagement"), &error, "axis", axis,
                                       "text", "Accueillir", "note", "0", NULL));
  g_assert_true (copil_store_commit (store, &error));
  g_assert_true (copil_file_close (file, NULL, &error));
  g_object_unref (file);

  for (int turn = 0; turn < N_KILLS; turn++)
    {
      int said = run_and_kill (path, g_rand_int_range (random, 10, 150)), saved, kept;
      g_autoptr (CopilStore) on_disk = NULL;
      g_auto (GStrv) notices = NULL;

      n_leftovers += count_files (folder) - 1;
      on_disk = copil_store_open (path, COPIL_STORE_READ_ONLY, &error);
      g_assert_no_error (error);
      saved = check_state (on_disk);
      g_assert_cmpint (saved, >=, saved_last);

      file = copil_file_open (location, NULL, &error);
      g_assert_no_error (error);
      notices = copil_file_dup_notices (file);
      n_recovered += notices[0] != NULL;
      kept = check_state (copil_file_get_store (file));
      g_assert_cmpint (kept, >=, MAX (said, last));
      g_assert_cmpint (kept, >=, saved);
      /* it may have been killed after the commit and before it spoke */
      if (said)
        g_assert_cmpint (kept, <=, said + 1);
      g_assert_cmpuint (count_files (folder), ==, 1);
      /* half of the times the next one has to recover what this one leaves */
      if (g_rand_boolean (random))
        g_assert_true (copil_file_close (file, NULL, &error));
      g_object_unref (file);
      last = kept;
      saved_last = saved;
    }
  g_test_message ("%d edits, %u openings that recovered, %u leftovers cleaned up", last,
                  n_recovered, n_leftovers);
  g_assert_cmpint (last, >, N_KILLS);
  g_assert_cmpuint (n_recovered, >, 0);
  g_assert_cmpint (saved_last, >, 0);
  scratch_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  int code;

  state_folder_make ();
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >=, 2);
  writer_path = argv[1];
  g_test_add_func ("/crash/kill", test_kill);
  code = g_test_run ();
  state_folder_remove ();
  return code;
}

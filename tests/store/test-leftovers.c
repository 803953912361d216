/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What killed processes left behind is swept away, and nothing that somebody uses. */
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "copil-file.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-temporary.h"
#include "state-folder.h"
#include "../support/scratch.h"

static char *
dup_work_folder (void)
{
  return g_build_filename (g_getenv ("XDG_STATE_HOME"), "copil", "work", NULL);
}

static char *
put (const char *folder, const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  g_assert_no_error (error);
  return path;
}

static gboolean
is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* A process that made a temporary folder and was killed: the folder. */
static char *
make_and_die (void)
{
  char path[512] = { 0 };
  int out[2], status;
  ssize_t got;
  pid_t pid;

  g_assert_cmpint (pipe (out), ==, 0);
  pid = fork ();
  if (pid == 0)
    {
      g_autofree char *folder = copil_temporary_new (NULL);
      g_autofree char *copy = folder ? put (folder, "copy.copil", "a working copy") : NULL;

      if (copy && write (out[1], folder, strlen (folder)) > 0)
        for (;;)
          pause ();
      _exit (1);
    }
  close (out[1]);
  got = read (out[0], path, sizeof path - 1);
  g_assert_cmpint ((int)got, >, 0);
  /* As long as it lives, it keeps its folder. */
  copil_temporary_sweep ();
  g_assert_true (is_there (path));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  close (out[0]);
  return g_strdup (path);
}

static void
test_temporary (void)
{
  g_autofree char *left = make_and_die (), *ours = NULL, *strangers = NULL;
  g_autoptr (GError) error = NULL;

  ours = copil_temporary_new (&error);
  g_assert_no_error (error);
  strangers = scratch_folder_new ();
  g_assert_true (is_there (left));
  copil_file_sweep ();
  g_assert_false (is_there (left));
  g_assert_true (is_there (ours));
  g_assert_true (is_there (strangers));
  copil_temporary_remove (ours);
  g_assert_false (is_there (ours));
  scratch_folder_remove (strangers);
}

/* What a save, and a save under another name, leave when they are killed. */
static void
test_work (void)
{
  g_autofree char *folder = scratch_folder_new (), *work = dup_work_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);
  g_autofree char *other = g_build_filename (folder, "b.copil", NULL);
  g_autoptr (GFile) location = g_file_new_for_path (path), target = g_file_new_for_path (other);
  g_autofree char *uri = g_file_get_uri (location), *other_uri = g_file_get_uri (target);
  g_autofree char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  g_autofree char *other_key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, other_uri, -1);
  g_autofree char *whose =
      g_strdup_printf ("%s\n%s\n%s", other_uri, g_get_host_name (), g_get_user_state_dir ());
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whose, -1);
  g_autofree char *beside_name = g_strdup_printf (".copil-%.16s.tmp", digest);
  g_autofree char *notes_name = g_strdup_printf ("%s.ini", other_key);
  g_autofree char *temporary_name = g_strdup_printf ("%s.ini.A1B2C3", key);
  g_autofree char *out_name = g_strdup_printf ("%s.out", other_key);
  g_autofree char *lock_name = g_strdup_printf ("%s.lock", other_key);
  g_autofree char *kept_name = g_strdup_printf ("%s.copil.20240101-000000-000000.kept", other_key);
  g_autofree char *notes_text = g_strdup_printf ("[file]\nuri=%s\nhead=-1\n", other_uri);
  g_autofree char *copy_name = g_strdup_printf ("%s.copil", key), *copy = NULL;
  g_autofree char *temporary = NULL, *out = NULL, *notes = NULL, *lock = NULL, *beside = NULL,
                  *kept = NULL;
  g_autoptr (GError) error = NULL;
  CopilFile *file = copil_file_create (location, "Convention d’essai", FALSE, &error);
  CopilStore *store;

  g_assert_no_error (error);
  store = copil_file_get_store (file);
  g_assert_true (copil_store_begin (store, "edit", &error));
  g_assert_cmpint (copil_store_insert (store, copil_kind_get ("axis"), &error, "label", "1",
                                       "title", "Axe", NULL),
                   !=, 0);
  g_assert_true (copil_store_commit (store, &error));
  copy = g_build_filename (work, copy_name, NULL);
  temporary = put (work, temporary_name, "half of the notes");
  out = put (work, out_name, "half of a file");
  notes = put (work, notes_name, notes_text);
  lock = put (work, lock_name, "");
  kept = put (work, kept_name, "somebody's work");
  beside = put (folder, beside_name, "half of a file");

  /* The place of a file that is open is its window's; the other one is nobody's. */
  copil_file_sweep ();
  g_assert_true (is_there (temporary));
  g_assert_false (is_there (out));
  g_assert_false (is_there (notes));
  g_assert_false (is_there (lock));
  g_assert_false (is_there (beside));
  g_assert_true (is_there (kept));

  /* It was killed: its changes stay, what it was writing goes. */
  g_object_unref (file);
  g_assert_true (is_there (copy));
  copil_file_sweep ();
  g_assert_false (is_there (temporary));
  g_assert_true (is_there (copy));
  file = copil_file_open (location, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (copil_store_query_int (copil_file_get_store (file),
                                          "SELECT count (*) FROM axis WHERE title = 'Axe'", ""),
                   ==, 1);
  g_assert_true (copil_file_close (file, NULL, &error));
  g_object_unref (file);
  scratch_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_autofree char *temporary = NULL;
  int code;

  /* Nobody else's folders are among these. */
  temporary = scratch_folder_new ();
  g_setenv ("TMPDIR", temporary, TRUE);
  state_folder_make ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/leftovers/temporary", test_temporary);
  g_test_add_func ("/leftovers/work", test_work);
  code = g_test_run ();
  state_folder_remove ();
  scratch_folder_remove (temporary);
  return code;
}

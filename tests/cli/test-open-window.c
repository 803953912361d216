/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import into a file that somebody has open: what each side did is in the file at the end. */
#include <glib/gstdio.h>

#include "copil-file.h"
#include "copil-query.h"
#include "copil-record.h"
#include "../support/scratch.h"

static const char *program;
static const char *example;

static void
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  int status = -1;

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
}

static void
test_import (void)
{
  g_autofree char *folder = scratch_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);
  g_autofree char *table = g_build_filename (folder, "t.csv", NULL);
  g_autoptr (GFile) location = g_file_new_for_path (path), from = g_file_new_for_path (example);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilFile) file = NULL;
  g_autoptr (CopilStore) after = NULL;
  g_autofree char *text = NULL;
  const CopilKind *axis = copil_kind_get ("axis");

  g_assert_true (g_file_copy (from, location, 0, NULL, NULL, NULL, &error));
  g_assert_true (
      g_file_set_contents (table, "text,axis\nVenu du tableau,4\nEncore un,4\n", -1, &error));
  file = copil_file_open (location, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (copil_store_edit (copil_file_get_store (file), axis, 4, "summary",
                                   "Venu de la fenêtre", &error));

  run ((const char *const[]){ program, "import", "engagements", path, table, NULL });

  g_assert_true (copil_file_save (file, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (copil_store_query_int (copil_file_get_store (file),
                                          "SELECT count (*) FROM engagement WHERE text IN "
                                          "('Venu du tableau', 'Encore un')",
                                          NULL),
                   ==, 2);
  g_assert_true (copil_file_close (file, NULL, &error));
  after = copil_store_open (path, COPIL_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (copil_store_query_int (
                       after, "SELECT count (*) FROM engagement WHERE text = 'Encore un'", NULL),
                   ==, 1);
  text = copil_store_query_dup_text (after, "SELECT summary FROM axis WHERE id = 4", NULL);
  g_assert_cmpstr (text, ==, "Venu de la fenêtre");

  g_clear_object (&after);
  scratch_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = scratch_folder_new ();
  int result;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  program = argv[1];
  example = argv[2];
  g_test_add_func ("/cli/import-into-an-open-file", test_import);
  result = g_test_run ();
  scratch_folder_remove (state);
  return result;
}

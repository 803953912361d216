/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places that refuse to be written, and names that are hard to write: the file stays whole, the
 * edits are kept. */
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "copil-file.h"
#include "copil-merge.h"
#include "copil-query.h"
#include "copil-record.h"
#include "hostile-tools.h"
#include "state-folder.h"

static gint64
find_axis (CopilStore *store)
{
  return copil_store_query_int (store, "SELECT id FROM axis", NULL);
}

/* What is true of every place that refuses to be written: the file stays, the edit stays. */
static void
check_refused_save (const char *path, CopilStoreError code)
{
  g_autoptr (GFile) location = g_file_new_for_path (path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilFile) file = copil_file_open (location, NULL, &error);
  gint64 axis;
  gsize after_length = 0;
  g_autofree char *folder = g_path_get_dirname (path);
  guint n = hostile_count_files (folder);
  g_autofree char *title = NULL;

  g_assert_no_error (error);
  axis = find_axis (copil_file_get_store (file));
  g_assert_true (copil_store_edit (copil_file_get_store (file), copil_kind_get ("axis"), axis,
                                   "title", "Non enregistré", &error));
  g_assert_false (copil_file_save (file, NULL, &error));
  hostile_assert_sentence (error);
  g_assert_cmpint (error->code, ==, code);
  g_clear_error (&error);
  g_assert_false (copil_file_close (file, NULL, &error));
  hostile_assert_sentence (error);
  g_clear_error (&error);
  g_assert_true (copil_file_is_dirty (file));
  g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
  g_assert_cmpmem (hostile_sound_bytes, hostile_sound_length, after, after_length);
  g_assert_cmpuint (hostile_count_files (folder), ==, n);
  /* nothing is lost by going away */
  g_clear_object (&file);
  file = copil_file_open (location, NULL, &error);
  g_assert_no_error (error);
  title = copil_store_query_dup_text (copil_file_get_store (file), "SELECT title FROM axis", NULL);
  g_assert_cmpstr (title, ==, "Non enregistré");
}

static void
test_read_only_folder (void)
{
  g_autofree char *folder = hostile_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);
  gboolean root = geteuid () == 0, mounted = FALSE;

  if (root && mount ("copil-test", folder, "tmpfs", 0, "size=1m") == 0)
    mounted = TRUE;
  if (root && !mounted)
    g_test_skip ("root that may not mount: no folder is read-only");
  else
    {
      hostile_put (path, hostile_sound_bytes, hostile_sound_length);
      if (mounted)
        g_assert_cmpint (mount ("copil-test", folder, "tmpfs", MS_REMOUNT | MS_RDONLY, NULL), ==,
                         0);
      else
        g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
      check_refused_save (path, COPIL_STORE_ERROR_READ_ONLY);
      if (mounted)
        g_assert_cmpint (umount (folder), ==, 0);
      else
        g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
    }
  hostile_remove_folder (folder);
}

static void
test_full_disk (void)
{
  g_autofree char *folder = hostile_make_folder (), *filler = NULL, *file_path = NULL;
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);
  g_autofree char *size =
      g_strdup_printf ("size=%" G_GSIZE_FORMAT, (hostile_sound_length / 4096 + 20) * 4096);

  if (geteuid () != 0 || mount ("copil-test", folder, "tmpfs", 0, size) != 0)
    g_test_skip ("a small disk cannot be mounted here");
  else
    {
      hostile_put (path, hostile_sound_bytes, hostile_sound_length);
      filler = g_malloc0 (17 * 4096);
      file_path = g_build_filename (folder, "filler", NULL);
      hostile_put (file_path, filler, 17 * 4096);
      check_refused_save (path, COPIL_STORE_ERROR_FULL);
      g_assert_cmpint (umount (folder), ==, 0);
    }
  hostile_remove_folder (folder);
}

/* No file may grow beyond a size: what a full disk looks like anywhere. */
static void
test_no_room (void)
{
  g_autofree char *folder = hostile_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL), *after = NULL;
  g_autoptr (GFile) location = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilFile) file = NULL;
  struct rlimit old, tight;
  gsize after_length = 0;
  gint64 axis;

  hostile_put (path, hostile_sound_bytes, hostile_sound_length);
  file = copil_file_open (location, NULL, &error);
  g_assert_no_error (error);
  axis = find_axis (copil_file_get_store (file));
  g_assert_true (copil_store_edit (copil_file_get_store (file), copil_kind_get ("axis"), axis,
                                   "title", "Avant", &error));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  for (gsize room = 0; room < hostile_sound_length; room += 8192)
    {
      gboolean saved, edited;

      tight = old;
      tight.rlim_cur = room;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
      saved = copil_file_save (file, NULL, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
      g_assert_false (saved);
      hostile_assert_sentence (error);
      g_clear_error (&error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
      edited = copil_store_edit (copil_file_get_store (file), copil_kind_get ("axis"), axis,
                                 "title", room % 16384 ? "Un" : "Deux", &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
      if (!edited)
        hostile_assert_sentence (error);
      g_clear_error (&error);
      g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
      g_assert_cmpmem (hostile_sound_bytes, hostile_sound_length, after, after_length);
      g_clear_pointer (&after, g_free);
      g_assert_cmpuint (hostile_count_files (folder), ==, 1);
    }
  /* opening needs room for the working copy */
  g_assert_true (copil_file_close (file, NULL, &error));
  g_clear_object (&file);
  tight.rlim_cur = 8192;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
  file = copil_file_open (location, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_null (file);
  hostile_assert_sentence (error);
  g_clear_error (&error);
  file = copil_file_open (location, NULL, &error);
  g_assert_no_error (error);
  hostile_remove_folder (folder);
}

/* --- names --- */

static void
check_name (const char *name)
{
  g_autofree char *folder = hostile_make_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) location = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CopilFile *file;
  CopilStore *store;
  g_autofree char *title = NULL;

  hostile_put (path, hostile_sound_bytes, hostile_sound_length);
  file = copil_file_open (location, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (copil_store_edit (copil_file_get_store (file), copil_kind_get ("axis"),
                                   find_axis (copil_file_get_store (file)), "title", "Nommé",
                                   &error));
  /* and a name beside it, for what somebody else put there */
  hostile_put (path, "nothing of ours", 15);
  g_assert_true (copil_file_close (file, NULL, &error));
  g_assert_no_error (error);
  g_object_unref (file);
  g_assert_cmpuint (hostile_count_files (folder), ==, 2);
  store = copil_store_open (path, COPIL_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  title = copil_store_query_dup_text (store, "SELECT title FROM axis", NULL);
  g_assert_cmpstr (title, ==, "Nommé");
  g_object_unref (store);
  hostile_remove_folder (folder);
}

static void
test_names (void)
{
  g_autofree char *longest = g_strnfill (255, 'a');
  g_autofree char *accents = g_strconcat ("x", NULL);

  memcpy (longest + 249, ".copil", 6);
  while (strlen (accents) + 2 <= 249)
    {
      char *more = g_strconcat (accents, "é", NULL);
      g_free (accents);
      accents = more;
    }
  check_name (longest);
  check_name (accents);
  check_name ("caf\xe9.copil");
  check_name ("Année 2021 – 100 % ? #1&a=b.copil");
  check_name ("file:a?mode=memory");
  check_name (" .copil");
  check_name ("-a\nb");
  check_name ("sans suffixe");
}

int
main (int argc, char **argv)
{
  int code;

  /* A limit on the size of files is to be an error like another, not a signal. */
  signal (SIGXFSZ, SIG_IGN);
  state_folder_make ();
  g_test_init (&argc, &argv, NULL);
  hostile_make_sound_file ();
  g_test_add_func ("/places/read-only-folder", test_read_only_folder);
  g_test_add_func ("/places/full-disk", test_full_disk);
  g_test_add_func ("/places/no-room", test_no_room);
  g_test_add_func ("/places/names", test_names);
  code = g_test_run ();
  g_free (hostile_sound_bytes);
  state_folder_remove ();
  return code;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is given as a file: one clear sentence or a sound store, nothing changed, no crash. */
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

#define N_FLIPS 200

/* --- what is no Copil file --- */

typedef struct
{
  const char *name;
  void (*make) (const char *path);
  CopilStoreError code;
} Case;

static void
make_text (const char *path)
{
  hostile_put (path, "Convention de partenariat\n", 26);
}

static void
make_long_text (const char *path)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  hostile_put (path, text, 100000);
}

static void
make_empty (const char *path)
{
  hostile_put (path, "", 0);
}

static void
make_other_database (const char *path)
{
  hostile_alter (path, "CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)");
}

static void
make_header_only (const char *path)
{
  hostile_put (path, hostile_sound_bytes, 100);
}

static void
make_half (const char *path)
{
  hostile_put (path, hostile_sound_bytes, hostile_sound_length / 2);
}

static void
make_without_last_page (const char *path)
{
  hostile_put (path, hostile_sound_bytes, hostile_sound_length - 4096);
}

static void
make_without_last_byte (const char *path)
{
  hostile_put (path, hostile_sound_bytes, hostile_sound_length - 1);
}

static void
make_first_page (const char *path)
{
  hostile_put (path, hostile_sound_bytes, 4096);
}

static void
make_version_zero (const char *path)
{
  hostile_put (path, hostile_sound_bytes, hostile_sound_length);
  hostile_alter (path, "PRAGMA user_version = 0");
}

static void
make_negative_version (const char *path)
{
  hostile_put (path, hostile_sound_bytes, hostile_sound_length);
  hostile_alter (path, "PRAGMA user_version = -7");
}

static void
make_trigger (const char *path)
{
  hostile_put (path, hostile_sound_bytes, hostile_sound_length);
  hostile_alter (path,
                 "CREATE TRIGGER evil AFTER UPDATE ON axis BEGIN DELETE FROM engagement; END");
}

static void
make_view (const char *path)
{
  hostile_put (path, hostile_sound_bytes, hostile_sound_length);
  hostile_alter (path,
                 "DROP TABLE setting; CREATE VIEW setting AS SELECT 'uuid' AS key, 1 AS value");
}

static void
make_table (const char *path)
{
  hostile_put (path, hostile_sound_bytes, hostile_sound_length);
  hostile_alter (path, "CREATE TABLE hidden (secret TEXT)");
}

static void
make_less_columns (const char *path)
{
  hostile_put (path, hostile_sound_bytes, hostile_sound_length);
  hostile_alter (path, "ALTER TABLE engagement DROP COLUMN note");
}

static void
make_folder_case (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
}

static void
make_nothing (const char *path)
{
}

static void
make_fifo (const char *path)
{
  g_assert_cmpint (mkfifo (path, 0644), ==, 0);
}

static void
make_device (const char *path)
{
  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
}

static void
make_loop (const char *path)
{
  g_assert_cmpint (symlink (path, path), ==, 0);
}

static void
make_dangling (const char *path)
{
  g_assert_cmpint (symlink ("nowhere", path), ==, 0);
}

static void
make_newer_unknown (const char *path)
{
  hostile_put (path, hostile_sound_bytes, hostile_sound_length);
  hostile_alter (path, "ALTER TABLE engagement DROP COLUMN note; PRAGMA user_version = 9");
}

static const Case cases[] = {
  { "text", make_text, COPIL_STORE_ERROR_FOREIGN },
  { "long-text", make_long_text, COPIL_STORE_ERROR_FOREIGN },
  { "empty", make_empty, COPIL_STORE_ERROR_FOREIGN },
  { "other-database", make_other_database, COPIL_STORE_ERROR_FOREIGN },
  { "header-only", make_header_only, COPIL_STORE_ERROR_CORRUPT },
  { "half", make_half, COPIL_STORE_ERROR_CORRUPT },
  { "without-last-page", make_without_last_page, COPIL_STORE_ERROR_CORRUPT },
  { "without-last-byte", make_without_last_byte, COPIL_STORE_ERROR_CORRUPT },
  { "first-page", make_first_page, COPIL_STORE_ERROR_CORRUPT },
  { "version-zero", make_version_zero, COPIL_STORE_ERROR_CORRUPT },
  { "negative-version", make_negative_version, COPIL_STORE_ERROR_CORRUPT },
  { "trigger", make_trigger, COPIL_STORE_ERROR_CORRUPT },
  { "view", make_view, COPIL_STORE_ERROR_CORRUPT },
  { "table", make_table, COPIL_STORE_ERROR_CORRUPT },
  { "less-columns", make_less_columns, COPIL_STORE_ERROR_CORRUPT },
  { "folder", make_folder_case, COPIL_STORE_ERROR_NOT_REGULAR },
  { "nothing", make_nothing, COPIL_STORE_ERROR_MISSING },
  { "fifo", make_fifo, COPIL_STORE_ERROR_NOT_REGULAR },
  { "device", make_device, COPIL_STORE_ERROR_NOT_REGULAR },
  { "dangling", make_dangling, COPIL_STORE_ERROR_MISSING },
  { "loop", make_loop, COPIL_STORE_ERROR_NOT_REGULAR },
  { "newer-unknown", make_newer_unknown, COPIL_STORE_ERROR_NEWER },
};

static void
test_case (gconstpointer data)
{
  const Case *here = data;
  g_autofree char *folder = hostile_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL), *before = NULL, *after = NULL;
  g_autoptr (GFile) location = g_file_new_for_path (path);
  gsize before_length = 0, after_length = 0;
  guint n;

  state_folder_clear ();
  here->make (path);
  n = hostile_count_files (folder);
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    g_assert_true (g_file_get_contents (path, &before, &before_length, NULL));
  for (int way = 0; way < 3; way++)
    {
      g_autoptr (GError) error = NULL;

      if (way < 2)
        g_assert_null (
            copil_store_open (path, way ? COPIL_STORE_READ_WRITE : COPIL_STORE_READ_ONLY, &error));
      else
        g_assert_null (copil_file_open (location, NULL, &error));
      hostile_assert_sentence (error);
      g_assert_cmpint (error->code, ==, here->code);
      g_assert_cmpuint (hostile_count_files (folder), ==, n);
    }
  g_assert_cmpuint (hostile_count_work_files (), ==, 0);
  if (before)
    {
      g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
      g_assert_cmpmem (before, before_length, after, after_length);
    }
  hostile_remove_folder (folder);
}

/* Truncated anywhere. */
static void
test_truncated (void)
{
  g_autofree char *folder = hostile_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);

  for (gsize length = 0; length < hostile_sound_length; length += 509)
    {
      g_autoptr (GError) error = NULL;
      hostile_put (path, hostile_sound_bytes, length);
      g_assert_null (copil_store_open (path, COPIL_STORE_READ_ONLY, &error));
      hostile_assert_sentence (error);
      g_assert_cmpuint (hostile_count_files (folder), ==, 1);
    }
  hostile_remove_folder (folder);
}

/* Bytes flipped anywhere: it opens or it fails, and what opens can be read, changed and closed. */
static void
test_flipped (void)
{
  g_autofree char *folder = hostile_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);
  g_autoptr (GFile) location = g_file_new_for_path (path);
  guint n_opened = 0, n_refused = 0;

  for (guint seed = 0; seed < N_FLIPS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autofree char *bytes = g_memdup2 (hostile_sound_bytes, hostile_sound_length), *after = NULL;
      g_autoptr (GError) error = NULL;
      CopilFile *file;
      CopilStore *store;
      gsize after_length = 0;
      int n_flips = g_rand_int_range (random, 1, 12);
      gboolean header = seed % 4 == 0;

      while (n_flips-- > 0)
        bytes[g_rand_int_range (random, 0, header ? 200 : (int)hostile_sound_length)] ^=
            (char)(1 << g_rand_int_range (random, 0, 8));
      hostile_put (path, bytes, hostile_sound_length);
      store = copil_store_open (path, COPIL_STORE_READ_ONLY, &error);
      if (store)
        {
          hostile_read_all (store);
          g_object_unref (store);
        }
      else
        hostile_assert_sentence (error);
      g_clear_error (&error);
      file = copil_file_open (location, NULL, &error);
      n_opened += file != NULL;
      n_refused += file == NULL;
      if (file)
        {
          hostile_read_all (copil_file_get_store (file));
          g_object_unref (file);
        }
      else
        hostile_assert_sentence (error);
      g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
      g_assert_cmpmem (bytes, hostile_sound_length, after, after_length);
      g_assert_cmpuint (hostile_count_files (folder), ==, 1);

      /* going on with what opened may fail, but cleanly */
      g_clear_error (&error);
      file = copil_file_open (location, NULL, NULL);
      if (file && !copil_store_is_read_only (copil_file_get_store (file)))
        {
          g_clear_error (&error);
          if (!copil_store_undo (copil_file_get_store (file), &error))
            hostile_assert_sentence (error);
          g_clear_error (&error);
          if (!copil_store_undo (copil_file_get_store (file), &error))
            hostile_assert_sentence (error);
          g_clear_error (&error);
          if (!copil_file_close (file, NULL, &error))
            hostile_assert_sentence (error);
        }
      g_clear_object (&file);
      g_assert_cmpuint (hostile_count_files (folder), ==, 1);
      state_folder_clear ();
    }
  g_test_message ("%u opened, %u refused", n_opened, n_refused);
  g_assert_cmpuint (n_opened, >, 0);
  g_assert_cmpuint (n_refused, >, 0);
  hostile_remove_folder (folder);
}

/* A journal that holds nonsense must not bring a merge or an undo down. */
static void
test_journal (void)
{
  g_autofree char *folder = hostile_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);
  g_autofree char *other = g_build_filename (folder, "b.copil", NULL);
  const char *const spoilt[] = {
    "UPDATE journal SET changeset = x'54'",
    "UPDATE journal SET changeset = x'5409010061786973'",
    "UPDATE journal SET changeset = substr (changeset, 1, length (changeset) - 3)",
    "UPDATE journal SET changeset = randomblob (200)",
    "UPDATE journal SET compressed = 1",
    "UPDATE journal SET verb = 'nothing', entry = 7",
    "UPDATE journal SET verb = 'undo', entry = 12345",
    "UPDATE journal SET part_of = id + 1",
    "UPDATE journal SET id = 9223372036854775807 WHERE id = (SELECT max (id) FROM journal)",
    "UPDATE journal SET id = -id",
    "DELETE FROM journal",
    "DELETE FROM setting",
    "DELETE FROM convention",
    "UPDATE engagement SET position = 9e999",
    "PRAGMA foreign_keys = OFF; DELETE FROM axis",
  };

  hostile_put (path, hostile_sound_bytes, hostile_sound_length);
  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CopilStore) store = NULL, bad = NULL;

      hostile_put (path, hostile_sound_bytes, hostile_sound_length);
      hostile_put (other, hostile_sound_bytes, hostile_sound_length);
      store = copil_store_open (path, COPIL_STORE_READ_WRITE, &error);
      g_assert_no_error (error);
      g_assert_true (copil_store_undo (store, &error));
      hostile_alter (other,
                     "UPDATE journal SET id = id + 1 WHERE id = (SELECT max (id) FROM journal)");
      hostile_alter (other, spoilt[i]);
      if (!copil_store_merge (store, other, COPIL_MERGE_THEIRS, NULL, &error))
        hostile_assert_sentence (error);
      g_clear_error (&error);
      bad = copil_store_open (other, COPIL_STORE_READ_WRITE, &error);
      g_assert_no_error (error);
      for (int turn = 0; turn < 3; turn++)
        if (!copil_store_undo (bad, &error))
          {
            hostile_assert_sentence (error);
            g_clear_error (&error);
          }
      if (!copil_store_merge (bad, path, COPIL_MERGE_OURS, NULL, &error))
        hostile_assert_sentence (error);
      g_clear_error (&error);
      if (!copil_store_begin (bad, "suite", &error) ||
          !copil_store_insert (bad, copil_kind_get ("axis"), &error, "title", "Suite", NULL) ||
          !copil_store_commit (bad, &error))
        hostile_assert_sentence (error);
      g_clear_object (&store);
      g_clear_object (&bad);
      g_assert_cmpint (g_unlink (other), ==, 0);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  hostile_remove_folder (folder);
}

/* --- what is read only --- */

static void
test_newer (void)
{
  g_autofree char *folder = hostile_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL), *before = NULL, *after = NULL;
  g_autoptr (GFile) location = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = NULL;
  g_autoptr (CopilFile) file = NULL;
  g_auto (GStrv) notices = NULL;
  gsize before_length = 0, after_length = 0;

  state_folder_clear ();
  hostile_put (path, hostile_sound_bytes, hostile_sound_length);
  hostile_alter (
      path, "ALTER TABLE engagement ADD COLUMN mood TEXT; CREATE TABLE risk (id INTEGER PRIMARY "
            "KEY); PRAGMA user_version = 9");
  g_assert_true (g_file_get_contents (path, &before, &before_length, NULL));
  g_assert_null (copil_store_open (path, COPIL_STORE_READ_WRITE, &error));
  hostile_assert_sentence (error);
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_NEWER);
  g_clear_error (&error);
  store = copil_store_open (path, COPIL_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (copil_store_query_int (store, "SELECT count (*) FROM engagement", NULL), ==, 40);
  g_assert_false (copil_store_begin (store, "non", &error));
  hostile_assert_sentence (error);
  g_clear_error (&error);
  file = copil_file_open (location, NULL, &error);
  g_assert_no_error (error);
  notices = copil_file_dup_notices (file);
  g_assert_cmpuint (g_strv_length (notices), ==, 1);
  g_assert_true (copil_store_is_read_only (copil_file_get_store (file)));
  g_assert_true (copil_file_is_read_only (file));
  g_assert_false (copil_file_is_dirty (file));
  hostile_read_all (copil_file_get_store (file));
  g_assert_false (copil_file_save (file, NULL, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_NEWER);
  hostile_assert_sentence (error);
  g_clear_error (&error);
  g_assert_true (copil_file_close (file, NULL, &error));
  g_assert_cmpuint (hostile_count_work_files (), ==, 0);
  g_assert_cmpuint (hostile_count_files (folder), ==, 1);
  g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
  g_assert_cmpmem (before, before_length, after, after_length);
  hostile_remove_folder (folder);
}

/* Its header says that it has a log beside it: reading makes none. */
static void
test_wal_header (void)
{
  g_autofree char *folder = hostile_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = NULL;

  hostile_put (path, hostile_sound_bytes, hostile_sound_length);
  hostile_alter (path, "PRAGMA journal_mode = WAL");
  g_assert_cmpuint (hostile_count_files (folder), ==, 1);
  store = copil_store_open (path, COPIL_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  hostile_read_all (store);
  g_assert_cmpuint (hostile_count_files (folder), ==, 1);
  g_clear_object (&store);
  g_assert_cmpuint (hostile_count_files (folder), ==, 1);
  hostile_remove_folder (folder);
}

static void
test_unreadable (void)
{
  g_autofree char *folder = hostile_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);
  g_autoptr (GError) error = NULL;
  gboolean root = geteuid () == 0;

  hostile_put (path, hostile_sound_bytes, hostile_sound_length);
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  /* Root may read everything: be somebody else for a moment. */
  if (root && seteuid (65534) != 0)
    g_test_skip ("root that cannot be anybody else");
  else
    {
      g_assert_null (copil_store_open (path, COPIL_STORE_READ_ONLY, &error));
      if (root)
        g_assert_cmpint (seteuid (0), ==, 0);
      hostile_assert_sentence (error);
      g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_READ_ONLY);
    }
  hostile_remove_folder (folder);
}

/* A file that is sound but far too large is not copied to find that out: here no file of a megabyte
 * could be. */
static void
test_too_large (void)
{
  g_autofree char *folder = hostile_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);
  g_autoptr (GFile) location = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  struct rlimit old, tight;

  hostile_put (path, hostile_sound_bytes, hostile_sound_length);
  g_assert_cmpint (truncate (path, COPIL_STORE_LARGEST + 1), ==, 0);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  tight = (struct rlimit){ 1024 * 1024, old.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
  g_assert_null (copil_file_open (location, NULL, &error));
  hostile_assert_sentence (error);
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "2.0"));
  g_clear_error (&error);
  g_assert_null (copil_store_open (path, COPIL_STORE_READ_ONLY, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_cmpuint (hostile_count_work_files (), ==, 0);
  hostile_remove_folder (folder);
}

/* No value is longer than what a file of ours can hold. */
static void
test_longest_value (void)
{
  g_autofree char *folder = hostile_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = NULL;

  hostile_put (path, hostile_sound_bytes, hostile_sound_length);
  store = copil_store_open (path, COPIL_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (copil_store_query_int (store, "SELECT length (zeroblob (?1))", "i",
                                          (gint64)200 * 1024 * 1024),
                   ==, (gint64)200 * 1024 * 1024);
  g_assert_cmpint (copil_store_query_int (store, "SELECT length (zeroblob (?1))", "i",
                                          (gint64)300 * 1024 * 1024),
                   ==, 0);
  hostile_remove_folder (folder);
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
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/hostile/%s", cases[i].name);
      g_test_add_data_func (name, &cases[i], test_case);
    }
  g_test_add_func ("/hostile/truncated", test_truncated);
  g_test_add_func ("/hostile/flipped", test_flipped);
  g_test_add_func ("/hostile/journal", test_journal);
  g_test_add_func ("/hostile/newer", test_newer);
  g_test_add_func ("/hostile/wal-header", test_wal_header);
  g_test_add_func ("/hostile/unreadable", test_unreadable);
  g_test_add_func ("/hostile/too-large", test_too_large);
  g_test_add_func ("/hostile/longest-value", test_longest_value);
  code = g_test_run ();
  g_free (hostile_sound_bytes);
  state_folder_remove ();
  return code;
}

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

#define N_FLIPS 200

/* --- helpers --- */

/* A state folder of the test's own, for this process and those it starts. */
static char *state_folder;

static void
make_state_folder (void)
{
  state_folder = g_dir_make_tmp ("copil-state-XXXXXX", NULL);
  g_setenv ("XDG_STATE_HOME", state_folder, TRUE);
}

static void
clear_state_folder (void)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'/copil", state_folder);
  g_assert_cmpint (system (command), ==, 0);
}

static void
remove_state_folder (void)
{
  clear_state_folder ();
  g_assert_cmpint (g_rmdir (state_folder), ==, 0);
  g_clear_pointer (&state_folder, g_free);
}

static char *sound_bytes;
static gsize sound_length;

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("copil-XXXXXX", &error);
  g_assert_no_error (error);
  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);
  g_assert_cmpint (system (command), ==, 0);
}

/* A small file with a past, as bytes. */
static void
make_sound_file (void)
{
  g_autofree char *folder = make_folder ();
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
  g_assert_true (g_file_get_contents (snapshot, &sound_bytes, &sound_length, &error));
  remove_folder (folder);
}

/* Not by a temporary beside it: the name may be as long as names can be. */
static void
put (const char *path, const void *bytes, gsize length)
{
  FILE *file = g_fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
alter (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  sqlite3_close (db);
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

static guint
count_work_files (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "copil", "work", NULL);
  return g_file_test (folder, G_FILE_TEST_IS_DIR) ? count_files (folder) : 0;
}

static void
assert_sentence (const GError *error)
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
static void
read_all (CopilStore *store)
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
  put (path, "Convention de partenariat\n", 26);
}

static void
make_long_text (const char *path)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  put (path, text, 100000);
}

static void
make_empty (const char *path)
{
  put (path, "", 0);
}

static void
make_other_database (const char *path)
{
  alter (path, "CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)");
}

static void
make_header_only (const char *path)
{
  put (path, sound_bytes, 100);
}

static void
make_half (const char *path)
{
  put (path, sound_bytes, sound_length / 2);
}

static void
make_without_last_page (const char *path)
{
  put (path, sound_bytes, sound_length - 4096);
}

static void
make_without_last_byte (const char *path)
{
  put (path, sound_bytes, sound_length - 1);
}

static void
make_first_page (const char *path)
{
  put (path, sound_bytes, 4096);
}

static void
make_version_zero (const char *path)
{
  put (path, sound_bytes, sound_length);
  alter (path, "PRAGMA user_version = 0");
}

static void
make_negative_version (const char *path)
{
  put (path, sound_bytes, sound_length);
  alter (path, "PRAGMA user_version = -7");
}

static void
make_trigger (const char *path)
{
  put (path, sound_bytes, sound_length);
  alter (path, "CREATE TRIGGER evil AFTER UPDATE ON axis BEGIN DELETE FROM engagement; END");
}

static void
make_view (const char *path)
{
  put (path, sound_bytes, sound_length);
  alter (path, "DROP TABLE setting; CREATE VIEW setting AS SELECT 'uuid' AS key, 1 AS value");
}

static void
make_table (const char *path)
{
  put (path, sound_bytes, sound_length);
  alter (path, "CREATE TABLE hidden (secret TEXT)");
}

static void
make_less_columns (const char *path)
{
  put (path, sound_bytes, sound_length);
  alter (path, "ALTER TABLE engagement DROP COLUMN note");
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
  put (path, sound_bytes, sound_length);
  alter (path, "ALTER TABLE engagement DROP COLUMN note; PRAGMA user_version = 9");
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
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL), *before = NULL, *after = NULL;
  g_autoptr (GFile) location = g_file_new_for_path (path);
  gsize before_length = 0, after_length = 0;
  guint n;

  clear_state_folder ();
  here->make (path);
  n = count_files (folder);
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
      assert_sentence (error);
      g_assert_cmpint (error->code, ==, here->code);
      g_assert_cmpuint (count_files (folder), ==, n);
    }
  g_assert_cmpuint (count_work_files (), ==, 0);
  if (before)
    {
      g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
      g_assert_cmpmem (before, before_length, after, after_length);
    }
  remove_folder (folder);
}

/* Truncated anywhere. */
static void
test_truncated (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);

  for (gsize length = 0; length < sound_length; length += 509)
    {
      g_autoptr (GError) error = NULL;
      put (path, sound_bytes, length);
      g_assert_null (copil_store_open (path, COPIL_STORE_READ_ONLY, &error));
      assert_sentence (error);
      g_assert_cmpuint (count_files (folder), ==, 1);
    }
  remove_folder (folder);
}

/* Bytes flipped anywhere: it opens or it fails, and what opens can be read, changed and closed. */
static void
test_flipped (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);
  g_autoptr (GFile) location = g_file_new_for_path (path);
  guint n_opened = 0, n_refused = 0;

  for (guint seed = 0; seed < N_FLIPS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autofree char *bytes = g_memdup2 (sound_bytes, sound_length), *after = NULL;
      g_autoptr (GError) error = NULL;
      CopilFile *file;
      CopilStore *store;
      gsize after_length = 0;
      int n_flips = g_rand_int_range (random, 1, 12);
      gboolean header = seed % 4 == 0;

      while (n_flips-- > 0)
        bytes[g_rand_int_range (random, 0, header ? 200 : (int)sound_length)] ^=
            (char)(1 << g_rand_int_range (random, 0, 8));
      put (path, bytes, sound_length);
      store = copil_store_open (path, COPIL_STORE_READ_ONLY, &error);
      if (store)
        {
          read_all (store);
          g_object_unref (store);
        }
      else
        assert_sentence (error);
      g_clear_error (&error);
      file = copil_file_open (location, NULL, &error);
      n_opened += file != NULL;
      n_refused += file == NULL;
      if (file)
        {
          read_all (copil_file_get_store (file));
          g_object_unref (file);
        }
      else
        assert_sentence (error);
      g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
      g_assert_cmpmem (bytes, sound_length, after, after_length);
      g_assert_cmpuint (count_files (folder), ==, 1);

      /* going on with what opened may fail, but cleanly */
      g_clear_error (&error);
      file = copil_file_open (location, NULL, NULL);
      if (file && !copil_store_is_read_only (copil_file_get_store (file)))
        {
          g_clear_error (&error);
          if (!copil_store_undo (copil_file_get_store (file), &error))
            assert_sentence (error);
          g_clear_error (&error);
          if (!copil_store_undo (copil_file_get_store (file), &error))
            assert_sentence (error);
          g_clear_error (&error);
          if (!copil_file_close (file, NULL, &error))
            assert_sentence (error);
        }
      g_clear_object (&file);
      g_assert_cmpuint (count_files (folder), ==, 1);
      clear_state_folder ();
    }
  g_test_message ("%u opened, %u refused", n_opened, n_refused);
  g_assert_cmpuint (n_opened, >, 0);
  g_assert_cmpuint (n_refused, >, 0);
  remove_folder (folder);
}

/* A journal that holds nonsense must not bring a merge or an undo down. */
static void
test_journal (void)
{
  g_autofree char *folder = make_folder ();
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

  put (path, sound_bytes, sound_length);
  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CopilStore) store = NULL, bad = NULL;

      put (path, sound_bytes, sound_length);
      put (other, sound_bytes, sound_length);
      store = copil_store_open (path, COPIL_STORE_READ_WRITE, &error);
      g_assert_no_error (error);
      g_assert_true (copil_store_undo (store, &error));
      alter (other, "UPDATE journal SET id = id + 1 WHERE id = (SELECT max (id) FROM journal)");
      alter (other, spoilt[i]);
      if (!copil_store_merge (store, other, COPIL_MERGE_THEIRS, NULL, &error))
        assert_sentence (error);
      g_clear_error (&error);
      bad = copil_store_open (other, COPIL_STORE_READ_WRITE, &error);
      g_assert_no_error (error);
      for (int turn = 0; turn < 3; turn++)
        if (!copil_store_undo (bad, &error))
          {
            assert_sentence (error);
            g_clear_error (&error);
          }
      if (!copil_store_merge (bad, path, COPIL_MERGE_OURS, NULL, &error))
        assert_sentence (error);
      g_clear_error (&error);
      if (!copil_store_begin (bad, "suite", &error) ||
          !copil_store_insert (bad, copil_kind_get ("axis"), &error, "title", "Suite", NULL) ||
          !copil_store_commit (bad, &error))
        assert_sentence (error);
      g_clear_object (&store);
      g_clear_object (&bad);
      g_assert_cmpint (g_unlink (other), ==, 0);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  remove_folder (folder);
}

/* --- what is read only --- */

static void
test_newer (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL), *before = NULL, *after = NULL;
  g_autoptr (GFile) location = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = NULL;
  g_autoptr (CopilFile) file = NULL;
  g_auto (GStrv) notices = NULL;
  gsize before_length = 0, after_length = 0;

  clear_state_folder ();
  put (path, sound_bytes, sound_length);
  alter (path, "ALTER TABLE engagement ADD COLUMN mood TEXT; CREATE TABLE risk (id INTEGER PRIMARY "
               "KEY); PRAGMA user_version = 9");
  g_assert_true (g_file_get_contents (path, &before, &before_length, NULL));
  g_assert_null (copil_store_open (path, COPIL_STORE_READ_WRITE, &error));
  assert_sentence (error);
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_NEWER);
  g_clear_error (&error);
  store = copil_store_open (path, COPIL_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (copil_store_query_int (store, "SELECT count (*) FROM engagement", NULL), ==, 40);
  g_assert_false (copil_store_begin (store, "non", &error));
  assert_sentence (error);
  g_clear_error (&error);
  file = copil_file_open (location, NULL, &error);
  g_assert_no_error (error);
  notices = copil_file_dup_notices (file);
  g_assert_cmpuint (g_strv_length (notices), ==, 1);
  g_assert_true (copil_store_is_read_only (copil_file_get_store (file)));
  g_assert_true (copil_file_is_read_only (file));
  g_assert_false (copil_file_is_dirty (file));
  read_all (copil_file_get_store (file));
  g_assert_false (copil_file_save (file, NULL, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_NEWER);
  assert_sentence (error);
  g_clear_error (&error);
  g_assert_true (copil_file_close (file, NULL, &error));
  g_assert_cmpuint (count_work_files (), ==, 0);
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
  g_assert_cmpmem (before, before_length, after, after_length);
  remove_folder (folder);
}

/* Its header says that it has a log beside it: reading makes none. */
static void
test_wal_header (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = NULL;

  put (path, sound_bytes, sound_length);
  alter (path, "PRAGMA journal_mode = WAL");
  g_assert_cmpuint (count_files (folder), ==, 1);
  store = copil_store_open (path, COPIL_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  read_all (store);
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_clear_object (&store);
  g_assert_cmpuint (count_files (folder), ==, 1);
  remove_folder (folder);
}

static void
test_unreadable (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);
  g_autoptr (GError) error = NULL;
  gboolean root = geteuid () == 0;

  put (path, sound_bytes, sound_length);
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
      assert_sentence (error);
      g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_READ_ONLY);
    }
  remove_folder (folder);
}

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
  guint n = count_files (folder);
  g_autofree char *title = NULL;

  g_assert_no_error (error);
  axis = find_axis (copil_file_get_store (file));
  g_assert_true (copil_store_edit (copil_file_get_store (file), copil_kind_get ("axis"), axis,
                                   "title", "Non enregistré", &error));
  g_assert_false (copil_file_save (file, NULL, &error));
  assert_sentence (error);
  g_assert_cmpint (error->code, ==, code);
  g_clear_error (&error);
  g_assert_false (copil_file_close (file, NULL, &error));
  assert_sentence (error);
  g_clear_error (&error);
  g_assert_true (copil_file_is_dirty (file));
  g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
  g_assert_cmpmem (sound_bytes, sound_length, after, after_length);
  g_assert_cmpuint (count_files (folder), ==, n);
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
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);
  gboolean root = geteuid () == 0, mounted = FALSE;

  if (root && mount ("copil-test", folder, "tmpfs", 0, "size=1m") == 0)
    mounted = TRUE;
  if (root && !mounted)
    g_test_skip ("root that may not mount: no folder is read-only");
  else
    {
      put (path, sound_bytes, sound_length);
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
  remove_folder (folder);
}

static void
test_full_disk (void)
{
  g_autofree char *folder = make_folder (), *filler = NULL, *file_path = NULL;
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL);
  g_autofree char *size =
      g_strdup_printf ("size=%" G_GSIZE_FORMAT, (sound_length / 4096 + 20) * 4096);

  if (geteuid () != 0 || mount ("copil-test", folder, "tmpfs", 0, size) != 0)
    g_test_skip ("a small disk cannot be mounted here");
  else
    {
      put (path, sound_bytes, sound_length);
      filler = g_malloc0 (17 * 4096);
      file_path = g_build_filename (folder, "filler", NULL);
      put (file_path, filler, 17 * 4096);
      check_refused_save (path, COPIL_STORE_ERROR_FULL);
      g_assert_cmpint (umount (folder), ==, 0);
    }
  remove_folder (folder);
}

/* No file may grow beyond a size: what a full disk looks like anywhere. */
static void
test_no_room (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.copil", NULL), *after = NULL;
  g_autoptr (GFile) location = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilFile) file = NULL;
  struct rlimit old, tight;
  gsize after_length = 0;
  gint64 axis;

  put (path, sound_bytes, sound_length);
  file = copil_file_open (location, NULL, &error);
  g_assert_no_error (error);
  axis = find_axis (copil_file_get_store (file));
  g_assert_true (copil_store_edit (copil_file_get_store (file), copil_kind_get ("axis"), axis,
                                   "title", "Avant", &error));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  for (gsize room = 0; room < sound_length; room += 8192)
    {
      gboolean saved, edited;

      tight = old;
      tight.rlim_cur = room;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
      saved = copil_file_save (file, NULL, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
      g_assert_false (saved);
      assert_sentence (error);
      g_clear_error (&error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
      edited = copil_store_edit (copil_file_get_store (file), copil_kind_get ("axis"), axis,
                                 "title", room % 16384 ? "Un" : "Deux", &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
      if (!edited)
        assert_sentence (error);
      g_clear_error (&error);
      g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
      g_assert_cmpmem (sound_bytes, sound_length, after, after_length);
      g_clear_pointer (&after, g_free);
      g_assert_cmpuint (count_files (folder), ==, 1);
    }
  /* opening needs room for the working copy */
  g_assert_true (copil_file_close (file, NULL, &error));
  g_clear_object (&file);
  tight.rlim_cur = 8192;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
  file = copil_file_open (location, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_null (file);
  assert_sentence (error);
  g_clear_error (&error);
  file = copil_file_open (location, NULL, &error);
  g_assert_no_error (error);
  remove_folder (folder);
}

/* --- names --- */

static void
check_name (const char *name)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) location = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CopilFile *file;
  CopilStore *store;
  g_autofree char *title = NULL;

  put (path, sound_bytes, sound_length);
  file = copil_file_open (location, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (copil_store_edit (copil_file_get_store (file), copil_kind_get ("axis"),
                                   find_axis (copil_file_get_store (file)), "title", "Nommé",
                                   &error));
  /* and a name beside it, for what somebody else put there */
  put (path, "nothing of ours", 15);
  g_assert_true (copil_file_close (file, NULL, &error));
  g_assert_no_error (error);
  g_object_unref (file);
  g_assert_cmpuint (count_files (folder), ==, 2);
  store = copil_store_open (path, COPIL_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  title = copil_store_query_dup_text (store, "SELECT title FROM axis", NULL);
  g_assert_cmpstr (title, ==, "Nommé");
  g_object_unref (store);
  remove_folder (folder);
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
  make_state_folder ();
  g_test_init (&argc, &argv, NULL);
  make_sound_file ();
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
  g_test_add_func ("/hostile/read-only-folder", test_read_only_folder);
  g_test_add_func ("/hostile/full-disk", test_full_disk);
  g_test_add_func ("/hostile/no-room", test_no_room);
  g_test_add_func ("/hostile/names", test_names);
  code = g_test_run ();
  g_free (sound_bytes);
  remove_state_folder ();
  return code;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "copil-file.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-replace.h"
#include "state-folder.h"
#include "../support/scratch.h"

typedef struct
{
  char *folder, *path;
  GFile *location;
  CopilFile *file;
  gint64 axis, engagement;
  GPtrArray *notices, *failures;
  guint n_saved;
} Fixture;

/* --- helpers --- */

static gint64
add (CopilStore *store, const char *kind, const char *f1, const char *v1, const char *f2,
     const char *v2)
{
  g_autoptr (GError) error = NULL;
  gint64 id = copil_store_insert (store, copil_kind_get (kind), &error, f1, v1, f2, v2, NULL);
  g_assert_no_error (error);
  return id;
}

static void
edit (CopilFile *file, gint64 id, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (copil_store_edit (copil_file_get_store (file), copil_kind_get ("engagement"), id,
                                   field, value, &error));
  g_assert_no_error (error);
}

static char *
get_field (CopilStore *store, gint64 id, const char *field)
{
  g_autoptr (CopilRecord) record = copil_store_load (store, copil_kind_get ("engagement"), id);
  return record ? g_strdup (copil_record_get (record, field)) : g_strdup ("gone");
}

#define assert_field(store, id, field, expected)                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *got = get_field (store, id, field);                                           \
    g_assert_cmpstr (got, ==, expected);                                                           \
  }                                                                                                \
  G_STMT_END

/* What the user's own file says, read without Copil's working copy. */
#define assert_on_disk(path, id, field, expected)                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) problem = NULL;                                                             \
    g_autoptr (CopilStore) on_disk = copil_store_open (path, COPIL_STORE_READ_ONLY, &problem);     \
    g_assert_no_error (problem);                                                                   \
    assert_field (on_disk, id, field, expected);                                                   \
  }                                                                                                \
  G_STMT_END

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir && g_dir_read_name (dir))
    n++;
  return n;
}

static char *
get_work_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "copil", "work", NULL);
}

static char *
find_in (const char *folder, const char *part)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (strstr (name, part))
      return g_build_filename (folder, name, NULL);
  return NULL;
}

static void
string_cb (CopilFile *file, const char *sentence, GPtrArray *sentences)
{
  g_ptr_array_add (sentences, g_strdup (sentence));
}

static void
saved_cb (CopilFile *file, Fixture *fixture)
{
  fixture->n_saved++;
}

static void
listen (Fixture *fixture)
{
  g_auto (GStrv) notices = copil_file_dup_notices (fixture->file);

  g_ptr_array_set_size (fixture->notices, 0);
  g_ptr_array_set_size (fixture->failures, 0);
  fixture->n_saved = 0;
  for (guint i = 0; notices[i]; i++)
    g_ptr_array_add (fixture->notices, g_strdup (notices[i]));
  g_signal_connect (fixture->file, "notice", G_CALLBACK (string_cb), fixture->notices);
  g_signal_connect (fixture->file, "failed", G_CALLBACK (string_cb), fixture->failures);
  g_signal_connect (fixture->file, "saved", G_CALLBACK (saved_cb), fixture);
}

static void
open_again (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->file = copil_file_open (fixture->location, NULL, &error);
  g_assert_no_error (error);
  listen (fixture);
}

static void
save (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (copil_file_save (fixture->file, NULL, &error));
  g_assert_no_error (error);
}

static void
close_file (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (copil_file_close (fixture->file, NULL, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->file);
}

static gboolean
timed_out_cb (gpointer data)
{
  g_error ("Nothing happened for thirty seconds");
  return G_SOURCE_REMOVE;
}

#define wait_for(condition)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    guint guard = g_timeout_add_seconds (30, timed_out_cb, NULL);                                  \
    while (!(condition))                                                                           \
      g_main_context_iteration (NULL, TRUE);                                                       \
    g_source_remove (guard);                                                                       \
  }                                                                                                \
  G_STMT_END

static void
copy (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (from, &bytes, &length, &error));
  g_assert_true (g_file_set_contents (to, bytes, (gssize)length, &error));
}

/* What a colleague does to a copy of the file, elsewhere. */
static void
edit_elsewhere (const char *path, gint64 id, const char *field, const char *value)
{
  g_autofree char *elsewhere = g_strconcat (path, ".elsewhere", NULL);
  g_autofree char *result = g_strconcat (path, ".result", NULL);
  g_autoptr (GError) error = NULL;
  CopilStore *store;

  copy (path, elsewhere);
  store = copil_store_open (elsewhere, COPIL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (copil_store_edit (store, copil_kind_get ("engagement"), id, field, value, &error));
  g_assert_true (copil_store_snapshot (store, result, &error));
  g_object_unref (store);
  g_assert_cmpint (g_rename (result, path), ==, 0);
  g_unlink (elsewhere);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *axis = NULL;
  CopilStore *store;

  state_folder_clear ();
  fixture->folder = scratch_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "Convention n° 1.copil", NULL);
  fixture->location = g_file_new_for_path (fixture->path);
  fixture->notices = g_ptr_array_new_with_free_func (g_free);
  fixture->failures = g_ptr_array_new_with_free_func (g_free);
  fixture->file = copil_file_create (fixture->location, "Convention d’essai", FALSE, &error);
  g_assert_no_error (error);
  listen (fixture);
  store = copil_file_get_store (fixture->file);
  g_assert_true (copil_store_begin (store, "base", &error));
  fixture->axis = add (store, "axis", "label", "4", "title", "Attractivité");
  axis = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->axis);
  fixture->engagement = add (store, "engagement", "axis", axis, "text", "Accueillir");
  g_assert_true (copil_store_commit (store, &error));
  save (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->file);
  scratch_folder_remove (fixture->folder);
  g_object_unref (fixture->location);
  g_ptr_array_unref (fixture->notices);
  g_ptr_array_unref (fixture->failures);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* --- tests --- */

static void
test_life (Fixture *fixture, gconstpointer data)
{
  g_autofree char *work = get_work_folder ();
  g_autoptr (GError) error = NULL;
  CopilFile *second;

  g_assert_false (copil_file_is_dirty (fixture->file));
  g_assert_cmpuint (fixture->notices->len, ==, 0);
  assert_on_disk (fixture->path, fixture->engagement, "status", "planned");
  edit (fixture->file, fixture->engagement, "status", "done");
  g_assert_true (copil_file_is_dirty (fixture->file));
  assert_on_disk (fixture->path, fixture->engagement, "status", "planned");
  second = copil_file_open (fixture->location, NULL, &error);
  g_assert_null (second);
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_BUSY);
  save (fixture);
  g_assert_false (copil_file_is_dirty (fixture->file));
  assert_on_disk (fixture->path, fixture->engagement, "status", "done");
  edit (fixture->file, fixture->engagement, "status", "abandoned");
  close_file (fixture);
  assert_on_disk (fixture->path, fixture->engagement, "status", "abandoned");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_cmpuint (count_files (work), ==, 0);

  /* undo survives */
  open_again (fixture);
  g_assert_cmpuint (fixture->notices->len, ==, 0);
  g_assert_true (copil_store_undo (copil_file_get_store (fixture->file), NULL));
  assert_field (copil_file_get_store (fixture->file), fixture->engagement, "status", "done");
  close_file (fixture);
  g_assert_cmpuint (count_files (work), ==, 0);
}

static void
test_create (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilFile) file = NULL;

  close_file (fixture);
  file = copil_file_create (fixture->location, "Autre", FALSE, &error);
  g_assert_null (file);
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED);
  g_clear_error (&error);
  assert_on_disk (fixture->path, fixture->engagement, "status", "planned");
  file = copil_file_create (fixture->location, "Autre", TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (copil_file_close (file, NULL, &error));
  assert_on_disk (fixture->path, fixture->engagement, "status", "gone");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_autosave (Fixture *fixture, gconstpointer data)
{
  fixture->n_saved = 0;
  copil_file_set_autosave_delay (fixture->file, 20);
  edit (fixture->file, fixture->engagement, "status", "done");
  wait_for (fixture->n_saved > 0);
  g_assert_false (copil_file_is_dirty (fixture->file));
  assert_on_disk (fixture->path, fixture->engagement, "status", "done");
  copil_file_set_autosave_delay (fixture->file, 0);
  edit (fixture->file, fixture->engagement, "status", "planned");
  assert_on_disk (fixture->path, fixture->engagement, "status", "done");
}

static void
over_cb (gpointer over)
{
  *(gboolean *)over = TRUE;
}

/* What cannot be written to a full disk is once there is room, without another edit. */
static void
test_autosave_again (Fixture *fixture, gconstpointer data)
{
  struct rlimit room, none;
  gboolean over = FALSE;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &room), ==, 0);
  none = (struct rlimit){ 0, room.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  edit (fixture->file, fixture->engagement, "status", "done");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &none), ==, 0);
  copil_file_set_autosave_delay (fixture->file, 20);
  wait_for (fixture->failures->len > 0);
  /* Until what the folder says of the file's own making has been looked at, too. */
  g_timeout_add_once (1500, over_cb, &over);
  wait_for (over);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &room), ==, 0);
  wait_for (!copil_file_is_dirty (fixture->file));
  assert_on_disk (fixture->path, fixture->engagement, "status", "done");
}

/* Dropped without closing: as after a crash, except for the lock. */
static void
test_recovery (Fixture *fixture, gconstpointer data)
{
  edit (fixture->file, fixture->engagement, "status", "done");
  edit (fixture->file, fixture->engagement, "note", "Vu sur place");
  g_clear_object (&fixture->file);
  assert_on_disk (fixture->path, fixture->engagement, "status", "planned");
  open_again (fixture);
  g_assert_cmpuint (fixture->notices->len, ==, 1);
  g_assert_nonnull (strstr (fixture->notices->pdata[0], "2 changes"));
  g_assert_true (copil_file_is_dirty (fixture->file));
  assert_field (copil_file_get_store (fixture->file), fixture->engagement, "status", "done");
  close_file (fixture);
  assert_on_disk (fixture->path, fixture->engagement, "note", "Vu sur place");
  open_again (fixture);
  g_assert_cmpuint (fixture->notices->len, ==, 0);
}

static void
test_recovery_and_merge (Fixture *fixture, gconstpointer data)
{
  edit (fixture->file, fixture->engagement, "status", "done");
  g_clear_object (&fixture->file);
  edit_elsewhere (fixture->path, fixture->engagement, "territory", "Normandie");
  open_again (fixture);
  g_assert_cmpuint (fixture->notices->len, ==, 2);
  assert_field (copil_file_get_store (fixture->file), fixture->engagement, "status", "done");
  assert_field (copil_file_get_store (fixture->file), fixture->engagement, "territory",
                "Normandie");
  close_file (fixture);
  assert_on_disk (fixture->path, fixture->engagement, "status", "done");
  assert_on_disk (fixture->path, fixture->engagement, "territory", "Normandie");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_recovery_of_missing (Fixture *fixture, gconstpointer data)
{
  edit (fixture->file, fixture->engagement, "status", "done");
  g_clear_object (&fixture->file);
  g_unlink (fixture->path);
  open_again (fixture);
  g_assert_cmpuint (fixture->notices->len, ==, 1);
  close_file (fixture);
  assert_on_disk (fixture->path, fixture->engagement, "status", "done");
}

static void
test_recovery_of_damaged_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *aside = NULL, *text = NULL;

  edit (fixture->file, fixture->engagement, "status", "done");
  g_clear_object (&fixture->file);
  g_assert_true (g_file_set_contents (fixture->path, "nothing of ours", -1, NULL));
  open_again (fixture);
  g_assert_cmpuint (fixture->notices->len, ==, 1);
  close_file (fixture);
  assert_on_disk (fixture->path, fixture->engagement, "status", "done");
  aside = find_in (fixture->folder, "other version");
  g_assert_nonnull (aside);
  g_assert_true (g_file_get_contents (aside, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "nothing of ours");
}

static void
test_damaged_working_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *work = get_work_folder (), *copy_path = NULL, *aside = NULL, *bytes = NULL;
  gsize length = 0;

  edit (fixture->file, fixture->engagement, "status", "done");
  g_clear_object (&fixture->file);
  copy_path = find_in (work, ".copil");
  g_assert_true (g_file_get_contents (copy_path, &bytes, &length, NULL));
  memset (bytes + 4096, 0x5a, 8192);
  g_assert_true (g_file_set_contents (copy_path, bytes, (gssize)length, NULL));
  open_again (fixture);
  g_assert_cmpuint (fixture->notices->len, ==, 1);
  assert_field (copil_file_get_store (fixture->file), fixture->engagement, "status", "planned");
  aside = find_in (work, ".damaged");
  g_assert_nonnull (aside);
  close_file (fixture);
  g_assert_cmpuint (count_files (work), ==, 1);
}

/* Another convention was put at the place of one with unsaved changes. */
static void
test_recovery_beside_stranger (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL), *aside = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) store = NULL;

  edit (fixture->file, fixture->engagement, "status", "done");
  g_clear_object (&fixture->file);
  store = copil_store_create (other, "Autre convention", &error);
  g_clear_object (&store);
  g_assert_cmpint (g_rename (other, fixture->path), ==, 0);
  open_again (fixture);
  g_assert_cmpuint (fixture->notices->len, ==, 1);
  assert_field (copil_file_get_store (fixture->file), fixture->engagement, "status", "gone");
  aside = find_in (fixture->folder, "recovered");
  g_assert_nonnull (aside);
  assert_on_disk (aside, fixture->engagement, "status", "done");
}

static void
test_changed_outside (Fixture *fixture, gconstpointer data)
{
  edit (fixture->file, fixture->engagement, "status", "done");
  edit_elsewhere (fixture->path, fixture->engagement, "territory", "Normandie");
  save (fixture);
  g_assert_cmpuint (fixture->notices->len, ==, 1);
  /* what came is said */
  g_assert_nonnull (strstr (fixture->notices->pdata[0], "somebody else saved.\nIt brought: "));
  g_assert_nonnull (strstr (fixture->notices->pdata[0], ": Territory."));
  assert_on_disk (fixture->path, fixture->engagement, "status", "done");
  assert_on_disk (fixture->path, fixture->engagement, "territory", "Normandie");
  assert_field (copil_file_get_store (fixture->file), fixture->engagement, "territory",
                "Normandie");
  g_assert_false (copil_file_is_dirty (fixture->file));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_changed_outside_conflict (Fixture *fixture, gconstpointer data)
{
  g_autofree char *aside = NULL;

  edit (fixture->file, fixture->engagement, "status", "done");
  edit_elsewhere (fixture->path, fixture->engagement, "status", "abandoned");
  save (fixture);
  g_assert_cmpuint (fixture->notices->len, ==, 1);
  assert_on_disk (fixture->path, fixture->engagement, "status", "done");
  aside = find_in (fixture->folder, "other version");
  g_assert_nonnull (aside);
  g_assert_nonnull (strstr (fixture->notices->pdata[0], "other version"));
  /* and which fields, with both values */
  g_assert_nonnull (strstr (fixture->notices->pdata[0], ": Status: “Done” / “Abandoned”"));
  assert_on_disk (aside, fixture->engagement, "status", "abandoned");
  save (fixture);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

static void
test_broken_outside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *aside = NULL, *bytes = NULL, *kept = NULL;
  gsize length = 0, kept_length = 0;

  edit (fixture->file, fixture->engagement, "status", "done");
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_cmpint (truncate (fixture->path, (off_t)length / 2), ==, 0);
  save (fixture);
  g_assert_cmpuint (fixture->notices->len, ==, 1);
  assert_on_disk (fixture->path, fixture->engagement, "status", "done");
  aside = find_in (fixture->folder, "other version");
  g_assert_true (g_file_get_contents (aside, &kept, &kept_length, NULL));
  g_assert_cmpmem (kept, kept_length, bytes, length / 2);
}

/* Another SQLite program changes a value, of which the journal knows nothing. */
static void
test_altered_outside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *aside = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE engagement SET text = 'Altéré'", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (db);
  edit (fixture->file, fixture->engagement, "status", "done");
  save (fixture);
  g_assert_cmpuint (fixture->notices->len, ==, 1);
  aside = find_in (fixture->folder, "other version");
  g_assert_nonnull (aside);
  assert_on_disk (aside, fixture->engagement, "text", "Altéré");
  assert_on_disk (fixture->path, fixture->engagement, "text", "Accueillir");
}

static void
test_deleted_outside (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  save (fixture);
  g_assert_cmpuint (fixture->notices->len, ==, 1);
  assert_on_disk (fixture->path, fixture->engagement, "status", "planned");
}

static void
test_watched (Fixture *fixture, gconstpointer data)
{
  fixture->n_saved = 0;
  edit_elsewhere (fixture->path, fixture->engagement, "territory", "Bretagne");
  wait_for (fixture->notices->len > 0);
  assert_field (copil_file_get_store (fixture->file), fixture->engagement, "territory", "Bretagne");
  g_assert_cmpuint (fixture->n_saved, >, 0);
  /* what was merged can be undone at once */
  g_assert_true (copil_store_undo (copil_file_get_store (fixture->file), NULL));
  assert_field (copil_file_get_store (fixture->file), fixture->engagement, "territory", NULL);
}

static void
test_save_as (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "b.copil", NULL);
  g_autofree char *work = get_work_folder ();
  g_autoptr (GFile) location = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CopilStore *store = copil_file_get_store (fixture->file);

  edit (fixture->file, fixture->engagement, "status", "done");
  g_assert_true (copil_file_save_as (fixture->file, location, FALSE, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (copil_file_get_store (fixture->file) == store);
  g_assert_true (g_file_equal (copil_file_get_location (fixture->file), location));
  assert_on_disk (fixture->path, fixture->engagement, "status", "planned");
  assert_on_disk (path, fixture->engagement, "status", "done");
  edit (fixture->file, fixture->engagement, "status", "abandoned");
  /* the old place is free again, the new one is taken */
  g_assert_null (copil_file_open (location, NULL, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (copil_file_save_as (fixture->file, fixture->location, FALSE, NULL, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_true (copil_file_save_as (fixture->file, fixture->location, TRUE, NULL, &error));
  close_file (fixture);
  assert_on_disk (fixture->path, fixture->engagement, "status", "abandoned");
  assert_on_disk (path, fixture->engagement, "status", "done");
  g_assert_cmpuint (count_files (work), ==, 0);
}

static void
test_permissions (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.copil", NULL);
  g_autoptr (GFile) location = g_file_new_for_path (link);
  g_autoptr (GError) error = NULL;
  struct stat about;

  close_file (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_cmpint (symlink ("Convention n° 1.copil", link), ==, 0);
  fixture->file = copil_file_open (location, NULL, &error);
  g_assert_no_error (error);
  edit (fixture->file, fixture->engagement, "status", "done");
  /* one file under two names is one file */
  g_assert_null (copil_file_open (fixture->location, NULL, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_BUSY);
  close_file (fixture);
  assert_on_disk (fixture->path, fixture->engagement, "status", "done");
  g_assert_cmpint (lstat (link, &about), ==, 0);
  g_assert_true (S_ISLNK (about.st_mode));
  g_assert_cmpint (stat (fixture->path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0640);
}

/* A link that leads up from a folder which is itself a link. */
static void
test_linked_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *deep = g_build_filename (fixture->folder, "deep", NULL);
  g_autofree char *link = g_build_filename (deep, "link.copil", NULL);
  g_autofree char *folder_link = g_strconcat (fixture->folder, ".link", NULL);
  g_autofree char *path = g_build_filename (folder_link, "link.copil", NULL);
  g_autoptr (GFile) location = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  close_file (fixture);
  g_assert_cmpint (g_mkdir (deep, 0700), ==, 0);
  g_assert_cmpint (symlink ("../Convention n° 1.copil", link), ==, 0);
  g_assert_cmpint (symlink (deep, folder_link), ==, 0);
  fixture->file = copil_file_open (location, NULL, &error);
  g_assert_no_error (error);
  edit (fixture->file, fixture->engagement, "status", "done");
  close_file (fixture);
  assert_on_disk (fixture->path, fixture->engagement, "status", "done");
  g_assert_cmpint (g_unlink (folder_link) | g_unlink (link) | g_rmdir (deep), ==, 0);
}

/* A place that cannot be written: /proc is one even for root. */
static void
test_failing_save (Fixture *fixture, gconstpointer data)
{
  g_autofree char *moved = g_strconcat (fixture->folder, ".away", NULL);
  g_autofree char *work = get_work_folder ();
  g_autoptr (GError) error = NULL;

  copil_file_set_autosave_delay (fixture->file, 20);
  edit (fixture->file, fixture->engagement, "status", "done");
  g_assert_cmpint (g_rename (fixture->folder, moved), ==, 0);
  wait_for (fixture->failures->len > 0);
  g_assert_true (copil_file_is_dirty (fixture->file));
  g_assert_false (copil_file_close (fixture->file, NULL, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_MISSING);
  g_clear_error (&error);
  assert_field (copil_file_get_store (fixture->file), fixture->engagement, "status", "done");
  g_assert_cmpint (g_rename (moved, fixture->folder), ==, 0);
  save (fixture);
  close_file (fixture);
  assert_on_disk (fixture->path, fixture->engagement, "status", "done");
  g_assert_cmpuint (count_files (work), ==, 0);
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) one = NULL, two = NULL, three = NULL, four = NULL;
  g_autoptr (GError) error = NULL;

  close_file (fixture);
  copil_file_open_async (fixture->location, NULL, result_cb, &one);
  wait_for (one);
  fixture->file = copil_file_open_finish (one, &error);
  g_assert_no_error (error);
  listen (fixture);
  edit (fixture->file, fixture->engagement, "status", "done");
  copil_file_save_async (fixture->file, NULL, result_cb, &two);
  edit (fixture->file, fixture->engagement, "note", "Pendant l’enregistrement");
  copil_file_save_async (fixture->file, NULL, result_cb, &three);
  save (fixture);
  assert_on_disk (fixture->path, fixture->engagement, "note", "Pendant l’enregistrement");
  wait_for (two && three);
  g_assert_true (copil_file_save_finish (fixture->file, two, &error));
  g_assert_true (copil_file_save_finish (fixture->file, three, &error));
  edit (fixture->file, fixture->engagement, "note", "À la fin");
  copil_file_close_async (fixture->file, NULL, result_cb, &four);
  edit (fixture->file, fixture->engagement, "territory", "Bretagne");
  wait_for (four);
  g_assert_true (copil_file_close_finish (fixture->file, four, &error));
  assert_on_disk (fixture->path, fixture->engagement, "note", "À la fin");
  assert_on_disk (fixture->path, fixture->engagement, "territory", "Bretagne");
  g_assert_false (copil_file_save (fixture->file, NULL, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED);
}

static void
test_async_blocking (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) one = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  /* closing waits for what is under way; a change from outside is merged in the other thread's
   * stead */
  edit (fixture->file, fixture->engagement, "status", "done");
  edit_elsewhere (fixture->path, fixture->engagement, "territory", "Normandie");
  copil_file_save_async (fixture->file, NULL, result_cb, &one);
  close_file (fixture);
  wait_for (one);
  assert_on_disk (fixture->path, fixture->engagement, "status", "done");
  assert_on_disk (fixture->path, fixture->engagement, "territory", "Normandie");

  g_cancellable_cancel (cancellable);
  fixture->file = copil_file_open (fixture->location, cancellable, &error);
  g_assert_null (fixture->file);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  open_again (fixture);
  edit (fixture->file, fixture->engagement, "status", "planned");
  g_clear_error (&error);
  g_assert_false (copil_file_save (fixture->file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  assert_on_disk (fixture->path, fixture->engagement, "status", "done");
}

/* Somebody writes the file between our looking at it and our renaming. */
static void
test_race (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mark = copil_replace_dup_mark (fixture->location, NULL);
  g_autofree char *same = copil_replace_dup_mark (fixture->location, NULL), *digest = NULL;
  g_autofree char *copy_path = g_strconcat (fixture->folder, ".copy", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (mark, ==, same);
  g_assert_true (copil_replace_fetch (fixture->location, copy_path, &digest, NULL, &error));
  edit_elsewhere (fixture->path, fixture->engagement, "status", "abandoned");
  g_assert_false (
      copil_replace_put (copy_path, fixture->location, TRUE, digest, mark, NULL, NULL, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  assert_on_disk (fixture->path, fixture->engagement, "status", "abandoned");
  /* and what is not what it should be is not put there */
  g_assert_false (
      copil_replace_put (copy_path, fixture->location, TRUE, "other", NULL, NULL, NULL, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED);
  assert_on_disk (fixture->path, fixture->engagement, "status", "abandoned");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_unlink (copy_path);
}

int
main (int argc, char **argv)
{
  int code;

  state_folder_make ();
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/file/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("life", test_life);
  ADD ("create", test_create);
  ADD ("autosave", test_autosave);
  ADD ("autosave-again", test_autosave_again);
  ADD ("recovery", test_recovery);
  ADD ("recovery-and-merge", test_recovery_and_merge);
  ADD ("recovery-of-missing", test_recovery_of_missing);
  ADD ("recovery-of-damaged-file", test_recovery_of_damaged_file);
  ADD ("damaged-working-copy", test_damaged_working_copy);
  ADD ("recovery-beside-stranger", test_recovery_beside_stranger);
  ADD ("changed-outside", test_changed_outside);
  ADD ("changed-outside-conflict", test_changed_outside_conflict);
  ADD ("broken-outside", test_broken_outside);
  ADD ("altered-outside", test_altered_outside);
  ADD ("deleted-outside", test_deleted_outside);
  ADD ("watched", test_watched);
  ADD ("save-as", test_save_as);
  ADD ("permissions", test_permissions);
  ADD ("linked-folder", test_linked_folder);
  ADD ("failing-save", test_failing_save);
  ADD ("race", test_race);
  ADD ("async", test_async);
  ADD ("async-blocking", test_async_blocking);
  code = g_test_run ();
  state_folder_remove ();
  return code;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "copil-minutes-life.h"
#include "copil-publish-freeze.h"
#include "copil-publish.h"
#include "copil-query.h"
#include "copil-record.h"

typedef struct
{
  char *folder;
  char *path;
  char *out;
  CopilStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("copil-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.copil", NULL);
  fixture->out = g_build_filename (fixture->folder, "out.odt", NULL);
  fixture->store = copil_store_create_from_script (
      fixture->path,
      "INSERT INTO convention (id, title) VALUES (1, 'Test');"
      "INSERT INTO party (id, name, side, position) VALUES (1, 'Schools', '1', 1.0),"
      " (2, 'Union', '2', 2.0);"
      "INSERT INTO axis (id, title, position) VALUES (1, 'One', 1.0);"
      "INSERT INTO engagement (id, axis, text, status, position) VALUES (1, 1, 'Doors', 'done', 1);"
      "INSERT INTO meeting (id, date, minutes) VALUES (1, '2024-02-07', 'draft'),"
      " (2, '2023-02-07', 'validated');"
      "INSERT INTO item (id, meeting, title, notes, position) VALUES"
      " (1, 1, 'Doors', 'They open.', 1.0);",
      &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->store);
  g_remove (fixture->path);
  g_remove (fixture->out);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->out);
  g_free (fixture->folder);
}

static void
edit (CopilStore *store, const char *kind, gint64 id, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  copil_store_edit (store, copil_kind_get (kind), id, field, value, &error);
  g_assert_no_error (error);
}

/* What another version of the file can bring when both are merged. */
static void
force (CopilStore *store, const char *kind, gint64 id, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_store_begin (store, "Force", &error));
  copil_store_unlock (store, 1);
  g_assert_true (copil_store_set (store, copil_kind_get (kind), id, field, value, &error));
  g_assert_true (copil_store_commit (store, &error));
  g_assert_no_error (error);
}

static GBytes *
publish (Fixture *fixture, gint64 version)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize size;

  if (version)
    copil_publish_version (fixture->store, version, fixture->out, NULL, &error);
  else
    copil_publish_minutes (fixture->store, 1, COPIL_AUDIENCE_MEMBERS, FALSE, fixture->out, NULL,
                           &error);
  g_assert_no_error (error);
  g_file_get_contents (fixture->out, &text, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (g_steal_pointer (&text), size);
}

static gint64
validate (CopilStore *store, gint64 party)
{
  g_autoptr (GError) error = NULL;
  gint64 version;

  copil_publish_validate (store, 1, party, "2024-03-01", "Somebody", &version, &error);
  g_assert_no_error (error);
  return version;
}

static gint64
freeze (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  copil_minutes_life_propose (fixture->store, 1, "2024-02-20", &error);
  g_assert_no_error (error);
  g_assert_cmpint (validate (fixture->store, 1), ==, 0);
  return validate (fixture->store, 2);
}

static void
test_freeze (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) frozen = NULL, after = NULL, kept = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *digest = NULL, *stored = NULL;
  gint64 version, refused;

  g_assert_false (copil_publish_validate (store, 1, 1, "2024-03-01", NULL, &refused, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  version = freeze (fixture);
  g_assert_cmpint (version, !=, 0);
  g_assert_cmpint (copil_publish_find_version (store, 1), ==, version);
  frozen = publish (fixture, 0);
  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, frozen);
  stored = copil_store_query_dup_text (
      store, "SELECT number || date || size || sha256 FROM minutes_version WHERE meeting = 1",
      NULL);
  {
    g_autofree char *expected =
        g_strdup_printf ("12024-03-01%" G_GSIZE_FORMAT "%s", g_bytes_get_size (frozen), digest);
    g_assert_cmpstr (stored, ==, expected);
  }
  force (store, "item", 1, "notes", "They stay shut.");
  edit (store, "engagement", 1, "status", "abandoned");
  after = publish (fixture, 0);
  g_assert_true (g_bytes_equal (frozen, after));
  g_assert_true (copil_store_check (store, faults));
  /* For the public, and with the annex, it is made from the records. */
  g_assert_true (
      copil_publish_minutes (store, 1, COPIL_AUDIENCE_PUBLIC, FALSE, fixture->out, NULL, &error));
  g_assert_no_error (error);

  /* A new version: the old one stays. */
  g_assert_false (copil_publish_reopen (store, 1, "", "2024-04-01", &error));
  g_clear_error (&error);
  g_assert_true (copil_publish_reopen (store, 1, "A name was wrong.", "2024-04-01", &error));
  g_assert_cmpint (copil_publish_find_version (store, 1), ==, 0);
  g_assert_true (copil_store_check (store, faults));
  kept = publish (fixture, version);
  g_assert_true (g_bytes_equal (frozen, kept));
  g_assert_cmpint (freeze (fixture), !=, version);
  g_assert_cmpint (copil_store_query_int (
                       store,
                       "SELECT v.number = 2 AND v.replaces = ?1 AND v.data <> o.data FROM"
                       " minutes_version v JOIN minutes_version o ON o.id = ?1 WHERE v.id <> ?1",
                       "i", version),
                   ==, 1);
  g_assert_cmpint (
      copil_store_query_int (store, "SELECT count (DISTINCT version) FROM validation WHERE version",
                             NULL),
      ==, 2);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilMinutesLife) life = NULL;
  gint64 version = freeze (fixture);
  g_autoptr (GBytes) frozen = publish (fixture, version), again = NULL;

  g_assert_true (copil_store_undo (store, &error));
  g_assert_cmpint (copil_store_query_int (store, "SELECT count (*) FROM minutes_version", NULL), ==,
                   0);
  life = copil_minutes_life_new (store, 1);
  g_assert_cmpstr (life->state, ==, "proposed");
  g_assert_cmpuint (life->missing->len, ==, 1);
  g_assert_true (copil_store_redo (store, &error));
  again = publish (fixture, version);
  g_assert_true (g_bytes_equal (frozen, again));
}

static void
test_refusal (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  gint64 amendment, version;

  copil_minutes_life_propose (store, 1, "2024-02-20", &error);
  amendment = copil_minutes_life_add_amendment (store, 1, 1, "2024-02-21", &error);
  g_assert_no_error (error);
  edit (store, "correction", amendment, "new_text", "They open wide.");
  validate (store, 1);
  g_assert_cmpint (validate (store, 2), ==, 0); /* an amendment is open */
  g_assert_false (copil_publish_validate (store, 1, 2, "2024-03-01", NULL, &version, &error));
  g_clear_error (&error);
  g_assert_false (copil_publish_complete (store, 1, "2024-03-02", &version, &error));
  g_clear_error (&error);
  g_assert_true (copil_minutes_life_refuse (store, amendment, "They do not.", &error));
  g_assert_true (copil_publish_complete (store, 1, "2024-03-02", &version, &error));
  g_assert_cmpint (version, !=, 0);
  g_assert_false (copil_minutes_life_refuse (store, amendment, "Again.", &error));
  g_clear_error (&error);
  g_assert_true (
      copil_publish_minutes (store, 1, COPIL_AUDIENCE_MEMBERS, TRUE, fixture->out, NULL, &error));
  g_assert_no_error (error);
  {
    g_autoptr (GFile) file = g_file_new_for_path (fixture->out);
    g_autoptr (GBytes) annexed = g_file_load_bytes (file, NULL, NULL, &error);
    g_autoptr (GBytes) frozen = publish (fixture, version);
    g_assert_false (g_bytes_equal (annexed, frozen));
  }
}

/* Minutes validated before any document was kept, as in a file of the first version. */
static void
test_keep (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  gint64 version;

  g_assert_cmpint (copil_publish_keep (store, 1, "2024-03-01", &error), ==, 0);
  g_clear_error (&error);
  version = copil_publish_keep (store, 2, "2024-03-01", &error);
  g_assert_no_error (error);
  g_assert_cmpint (version, ==, copil_publish_find_version (store, 2));
  g_assert_cmpint (copil_publish_keep (store, 2, "2024-03-01", &error), ==, 0);
  g_clear_error (&error);
  g_assert_true (copil_store_undo (store, &error));
  g_assert_true (copil_publish_reopen (store, 2, "A name.", "2024-03-01", &error));
  g_assert_cmpint (copil_store_query_int (store,
                                          "SELECT count (*) FROM minutes_version WHERE meeting = 2"
                                          " AND (number = 1) = (data IS NOT NULL)",
                                          NULL),
                   ==, 2);
}

static void
test_forged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  gint64 version = freeze (fixture);
  sqlite3 *db = NULL;

  g_clear_object (&fixture->store);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "UPDATE minutes_version SET data ="
                                 " CAST (substr (data, 1, length (data) - 1) || x'7A' AS BLOB)",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  fixture->store = copil_store_open (fixture->path, COPIL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_false (copil_store_check (fixture->store, faults));
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_false (copil_publish_version (fixture->store, version, fixture->out, NULL, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CORRUPT);
  g_assert_false (g_file_test (fixture->out, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/publish/freeze", Fixture, NULL, set_up, test_freeze, tear_down);
  g_test_add ("/publish/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/publish/refusal", Fixture, NULL, set_up, test_refusal, tear_down);
  g_test_add ("/publish/keep", Fixture, NULL, set_up, test_keep, tear_down);
  g_test_add ("/publish/forged", Fixture, NULL, set_up, test_forged, tear_down);
  return g_test_run ();
}

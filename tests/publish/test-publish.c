/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "copil-agreed.h"
#include "copil-minutes-life.h"
#include "copil-publish-freeze.h"
#include "copil-publish.h"
#include "copil-query.h"
#include "copil-record.h"
#include "../support/scratch.h"

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

  fixture->folder = scratch_folder_new ();
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
  scratch_folder_remove (fixture->folder);
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
    copil_publish_kept (fixture->store, 1, COPIL_FROZEN_MINUTES, COPIL_AUDIENCE_MEMBERS,
                        fixture->out, NULL, &error);
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
  g_assert_true (copil_publish_kept (store, 1, COPIL_FROZEN_MINUTES, COPIL_AUDIENCE_PUBLIC,
                                     fixture->out, NULL, &error));
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
  g_assert_true (copil_publish_kept (store, 1, COPIL_FROZEN_ANNEX, COPIL_AUDIENCE_MEMBERS,
                                     fixture->out, NULL, &error));
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

static GBytes *
write_kept (Fixture *fixture, CopilFrozen frozen, CopilAudience audience)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize size;

  g_assert_true (
      copil_publish_kept (fixture->store, 1, frozen, audience, fixture->out, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->out, &text, &size, &error));
  return g_bytes_new_take (g_steal_pointer (&text), size);
}

/* Every document that speaks of what was validated, for each audience. */
static void
test_all_documents (Fixture *fixture, gconstpointer data)
{
  static const CopilAudience audiences[] = { COPIL_AUDIENCE_MEMBERS, COPIL_AUDIENCE_PUBLIC };
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  GBytes *before[COPIL_N_FROZEN][2];
  gint64 amendment, version;

  copil_minutes_life_propose (store, 1, "2024-02-20", &error);
  amendment = copil_minutes_life_add_amendment (store, 1, 1, "2024-02-21", &error);
  g_assert_true (copil_minutes_life_refuse (store, amendment, "No.", &error));
  g_assert_cmpint (validate (store, 1), ==, 0);
  version = validate (store, 2);
  g_assert_cmpint (version, !=, 0);
  g_assert_cmpint (
      copil_store_query_int (
          store, "SELECT count (*) FROM minutes_document WHERE length (data) = size", NULL),
      ==, 7);
  for (CopilFrozen frozen = 0; frozen < COPIL_N_FROZEN; frozen++)
    for (guint a = 0; a < 2; a++)
      before[frozen][a] = write_kept (fixture, frozen, audiences[a]);
  edit (store, "party", 1, "name", "Another name");
  edit (store, "convention", 1, "title", "Another title");
  force (store, "item", 1, "notes", "They stay shut.");
  force (store, "correction", amendment, "reason", "Yes.");
  for (CopilFrozen frozen = 0; frozen < COPIL_N_FROZEN; frozen++)
    for (guint a = 0; a < 2; a++)
      {
        g_autoptr (GBytes) after = write_kept (fixture, frozen, audiences[a]);

        g_assert_true (g_bytes_equal (before[frozen][a], after));
        g_bytes_unref (before[frozen][a]);
      }
  /* The other meeting's are not kept, which is said. */
  g_assert_false (copil_publish_check (store, faults));
  g_assert_cmpuint (faults->len, ==, 1);
  g_ptr_array_set_size (faults, 0);
  g_assert_cmpint (copil_publish_keep (store, 2, "2024-05-01", &error), !=, 0);
  g_assert_true (copil_publish_check (store, faults));
  g_assert_cmpint (copil_store_query_int (store,
                                          "SELECT reason LIKE 'The document was made on 1 May"
                                          " 2024,%' FROM minutes_version WHERE meeting = 2",
                                          NULL),
                   ==, 1);
  g_assert_true (copil_publish_is_sound (store, version));
}

/* A file of before kept the minutes for the members alone. */
static void
test_rest (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  gint64 version = freeze (fixture), id;
  g_autoptr (GBytes) frozen = publish (fixture, 0), after = NULL;

  g_assert_true (copil_store_begin (store, "Before", &error));
  copil_store_unlock (store, 1);
  while ((id = copil_store_query_int (store, "SELECT id FROM minutes_document LIMIT 1", NULL)))
    g_assert_true (copil_store_delete (store, copil_kind_get ("minutes_document"), id, &error));
  g_assert_true (copil_store_commit (store, &error));
  g_assert_true (copil_publish_lacks_documents (store, version));
  edit (store, "party", 1, "name", "Another name");
  g_assert_cmpint (copil_publish_keep (store, 1, "2024-05-01", &error), ==, version);
  g_assert_no_error (error);
  g_assert_false (copil_publish_lacks_documents (store, version));
  after = publish (fixture, 0);
  g_assert_true (g_bytes_equal (frozen, after));
}

static char *
missing (CopilStore *store)
{
  g_autoptr (CopilMinutesLife) life = copil_minutes_life_new (store, 1);

  return copil_minutes_life_say_missing (life);
}

/* A validation counts for the text that it was given on. */
static void
test_lapse (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL, *lapsed = NULL, *back = NULL, *again = NULL, *name = NULL;
  g_autofree char *said = NULL;

  copil_agreed_watch (store);
  copil_minutes_life_propose (store, 1, "2024-02-20", &error);
  validate (store, 1);
  first = missing (store);
  g_assert_cmpstr (first, ==, "The validation of Union is missing.");
  edit (store, "item", 1, "notes", "They stay shut.");
  lapsed = missing (store);
  g_assert_cmpstr (lapsed, ==, "The validations of Schools and of Union are missing.");
  name =
      copil_store_query_dup_text (store, "SELECT name FROM journal ORDER BY id DESC LIMIT 1", NULL);
  g_assert_true (g_str_has_suffix (name, " (lapsed validation: Schools)"));
  said = copil_agreed_steal_lapsed (store);
  g_assert_cmpstr (said, ==, "lapsed validation: Schools");
  g_assert_true (copil_store_undo (store, &error));
  back = missing (store);
  g_assert_cmpstr (back, ==, first);
  g_assert_true (copil_store_redo (store, &error));
  /* Given again, it takes the place of the one before. */
  validate (store, 1);
  g_assert_cmpint (copil_store_query_int (store, "SELECT count (*) FROM validation", NULL), ==, 1);
  again = missing (store);
  g_assert_cmpstr (again, ==, first);
  g_assert_cmpint (validate (store, 2), !=, 0);
}

static void
test_all_validate (Fixture *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autofree char *lost = NULL, *nothing = NULL;
  gint64 version;

  freeze (fixture);
  g_assert_true (copil_publish_reopen (store, 1, "A name was wrong.", "2024-04-01", &error));
  nothing = copil_agreed_say_undo (store);
  g_assert_null (nothing);
  edit (store, "item", 1, "notes", "They open wide.");
  g_assert_false (copil_publish_validate_all (store, 1, "2024-04-02", &version, &error));
  g_clear_error (&error);
  copil_minutes_life_propose (store, 1, "2024-04-01", &error);
  g_assert_true (copil_publish_validate_all (store, 1, "2024-04-02", &version, &error));
  g_assert_no_error (error);
  g_assert_cmpint (version, ==, copil_publish_find_version (store, 1));
  /* Undo would take all of it back, and says so. */
  lost = copil_agreed_say_undo (store);
  g_assert_cmpstr (lost, ==,
                   "The minutes would no longer be validated, and their kept document would go."
                   " The validation would be taken back: Schools, Union.");
  g_assert_true (copil_store_undo (store, &error));
  g_assert_cmpint (
      copil_store_query_int (store, "SELECT count (*) FROM validation WHERE version IS NULL", NULL),
      ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/publish/freeze", Fixture, NULL, set_up, test_freeze, tear_down);
  g_test_add ("/publish/all-documents", Fixture, NULL, set_up, test_all_documents, tear_down);
  g_test_add ("/publish/rest", Fixture, NULL, set_up, test_rest, tear_down);
  g_test_add ("/publish/lapse", Fixture, NULL, set_up, test_lapse, tear_down);
  g_test_add ("/publish/all-validate", Fixture, NULL, set_up, test_all_validate, tear_down);
  g_test_add ("/publish/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/publish/refusal", Fixture, NULL, set_up, test_refusal, tear_down);
  g_test_add ("/publish/keep", Fixture, NULL, set_up, test_keep, tear_down);
  g_test_add ("/publish/forged", Fixture, NULL, set_up, test_forged, tear_down);
  return g_test_run ();
}

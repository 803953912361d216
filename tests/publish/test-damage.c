/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is damaged while it is open, page by page: what is made of it is what the sound file
 * gives, or nothing and one sentence. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "all-documents.h"
#include "copil-query.h"
#include "copil-record.h"
#include "../support/scratch.h"

/* How many documents are made of each page's damage; all of them are, in turns. */
#define N_EACH 6

typedef struct
{
  char *folder, *path, *out;
  CopilStore *store;
  char **sound; /* what the sound file gives: a digest, or the sentence */
} Fixture;

static char *
digest_of (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)bytes, size);
}

/* What comes of a document: its digest, or the sentence that it failed with. */
static char *
make (CopilStore *store, guint number, const char *out, gboolean *made)
{
  g_autoptr (GError) error = NULL;

  g_remove (out);
  *made = all_documents_write (store, number, out, &error);
  g_assert_true (*made == (error == NULL));
  g_assert_true (*made == g_file_test (out, G_FILE_TEST_EXISTS));
  return *made ? digest_of (out) : g_strdup (error->message);
}

static void
set_up (Fixture *fixture, gconstpointer example)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  fixture->folder = scratch_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "a.copil", NULL);
  fixture->out = g_build_filename (fixture->folder, "out", NULL);
  g_assert_true (g_file_get_contents (example, &bytes, &size, &error));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize)size, &error));
  fixture->store = copil_store_open (fixture->path, COPIL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  fixture->sound = g_new0 (char *, all_documents_get_n () + 1);
  for (guint i = 0; i < all_documents_get_n (); i++)
    {
      gboolean made;

      fixture->sound[i] = make (fixture->store, i, fixture->out, &made);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer example)
{

  g_object_unref (fixture->store);
  scratch_folder_remove (fixture->folder);
  g_strfreev (fixture->sound);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->out);
}

/* The pages that hold the rest of long values: nothing in them tells that they were altered. */
static GHashTable *
list_overflow (const char *path)
{
  GHashTable *pages = g_hash_table_new (NULL, NULL);
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (sqlite3_prepare_v2 (db, "SELECT pageno FROM dbstat WHERE pagetype = 'overflow'", -1,
                          &statement, NULL) != SQLITE_OK)
    g_clear_pointer (&pages, g_hash_table_unref);
  while (pages && sqlite3_step (statement) == SQLITE_ROW)
    g_hash_table_add (pages, GINT_TO_POINTER (sqlite3_column_int (statement, 0)));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return pages;
}

static void
assert_sentence (const char *sentence)
{
  g_assert_null (strchr (sentence, '\n'));
  g_assert_null (strstr (sentence, ". "));
  g_assert_true (g_str_has_suffix (sentence, "."));
}

static void
test_pages (Fixture *fixture, gconstpointer example)
{
  g_autoptr (GHashTable) overflow = list_overflow (fixture->path);
  g_autofree char *bytes = NULL, *garbage = g_malloc (4096);
  guint n = all_documents_get_n (), turn = 0, n_failed = 0;
  gsize size;
  int fd;

  if (!overflow)
    {
      g_test_skip ("this SQLite does not tell what its pages are");
      return;
    }
  memset (garbage, 0x5a, 4096);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  fd = g_open (fixture->path, O_RDWR, 0);
  g_assert_cmpint (fd, >=, 0);
  for (guint page = 2; page <= size / 4096; page++)
    {
      off_t at = (off_t)(page - 1) * 4096;
      g_autoptr (GError) error = NULL;
      g_autoptr (CopilStore) reader = NULL;

      if (g_hash_table_contains (overflow, GINT_TO_POINTER (page)))
        continue;
      g_assert_cmpint (pwrite (fd, garbage, 4096, at), ==, 4096);
      reader = copil_store_open_reader (fixture->store, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < N_EACH; i++, turn++)
        {
          guint number = turn % n;
          gboolean made;
          g_autofree char *got = make (reader, number, fixture->out, &made);

          if (g_str_equal (got, fixture->sound[number]))
            continue;
          g_test_message ("page %u, %s: %s", page, all_documents_get_name (number), got);
          g_assert_false (made);
          assert_sentence (got);
          n_failed++;
        }
      g_assert_cmpint (pwrite (fd, bytes + at, 4096, at), ==, 4096);
    }
  close (fd);
  g_assert_cmpuint (n_failed, >, 20);
}

/* What was at the place of a document that could not be made is there still. */
static void
test_table (Fixture *fixture, gconstpointer example)
{
  g_autoptr (CopilStore) reader = NULL;
  g_autoptr (GError) error = NULL;
  gint64 page;
  char garbage[4096];
  int fd;
  g_autofree char *got = NULL;
  guint engagements = 0;

  page = copil_store_query_int (
      fixture->store, "SELECT rootpage FROM sqlite_schema WHERE name = 'engagement'", NULL);
  memset (garbage, 0x5a, sizeof garbage);
  fd = g_open (fixture->path, O_RDWR, 0);
  g_assert_cmpint (pwrite (fd, garbage, sizeof garbage, (off_t)(page - 1) * 4096), ==, 4096);
  reader = copil_store_open_reader (fixture->store, &error);
  g_assert_no_error (error);
  while (!g_str_equal (all_documents_get_name (engagements), "engagements"))
    engagements++;
  g_assert_true (g_file_set_contents (fixture->out, "before", -1, &error));
  g_assert_false (all_documents_write (reader, engagements, fixture->out, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CORRUPT);
  g_assert_true (g_file_get_contents (fixture->out, &got, NULL, NULL));
  g_assert_cmpstr (got, ==, "before");
  close (fd);
}

/* A transaction that read what cannot be read stores nothing. */
static gboolean
copy_cb (CopilStore *store, gpointer data, GError **error)
{
  gint64 n = copil_store_query_int (store, "SELECT nothing FROM nowhere", NULL);
  g_autofree char *text = g_strdup_printf ("%d", (int)n);

  return copil_store_set (store, copil_kind_get ("convention"), 1, "reference", text, error);
}

static gboolean
fail_cb (CopilStore *store, gpointer data, GError **error)
{
  g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED, "No.");
  g_assert_true (
      copil_store_set (store, copil_kind_get ("convention"), 1, "reference", "no", NULL));
  return FALSE;
}

static gboolean
set_cb (CopilStore *store, gpointer data, GError **error)
{
  return copil_store_set (store, copil_kind_get ("convention"), 1, "reference", data, error);
}

static void
assert_reference (Fixture *fixture, const char *wanted)
{
  g_autofree char *reference =
      copil_store_query_dup_text (fixture->store, "SELECT reference FROM convention", NULL);

  g_assert_cmpstr (reference, ==, wanted);
  g_assert_false (copil_store_in_transaction (fixture->store));
}

static void
test_do (Fixture *fixture, gconstpointer example)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (copil_store_do (fixture->store, "Right", set_cb, (gpointer) "A", &error));
  g_assert_no_error (error);
  assert_reference (fixture, "A");
  g_assert_cmpstr (copil_store_get_undo_name (fixture->store), ==, "Right");

  g_assert_false (copil_store_do (fixture->store, "Wrong", fail_cb, NULL, &error));
  g_assert_cmpstr (error->message, ==, "No.");
  g_clear_error (&error);
  assert_reference (fixture, "A");

  g_assert_false (copil_store_do (fixture->store, "Unread", copy_cb, NULL, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FAILED);
  g_clear_error (&error);
  assert_reference (fixture, "A");
  g_assert_cmpstr (copil_store_get_undo_name (fixture->store), ==, "Right");

  /* What failed before does not hold for what comes after. */
  g_assert_true (copil_store_do (fixture->store, "Right again", set_cb, (gpointer) "B", &error));
  assert_reference (fixture, "B");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_test_add ("/damage/pages", Fixture, argv[1], set_up, test_pages, tear_down);
  g_test_add ("/damage/table", Fixture, argv[1], set_up, test_table, tear_down);
  g_test_add ("/damage/do", Fixture, argv[1], set_up, test_do, tear_down);
  return g_test_run ();
}

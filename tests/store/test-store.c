/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "copil-row-list.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-store.h"
#include "copil-value.h"
#include "../support/scratch.h"

typedef struct
{
  char *folder, *path;
  CopilStore *store;
  gint64 axis, measure, party;
} Fixture;

static gint64
add (CopilStore *store, const char *kind, const char *f1, const char *v1, const char *f2,
     const char *v2)
{
  g_autoptr (GError) error = NULL;
  gint64 id = copil_store_insert (store, copil_kind_get (kind), &error, f1, v1, f2, v2, NULL);
  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
  return id;
}

static char *
text_of (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *axis = NULL;

  fixture->folder = scratch_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "a.copil", NULL);
  fixture->store = copil_store_create (fixture->path, "Convention d’essai", &error);
  g_assert_no_error (error);
  g_assert_true (copil_store_begin (fixture->store, "base", &error));
  fixture->party = add (fixture->store, "party", "name", "UIMM La Fabrique", "short_name", "UIMM");
  fixture->axis = add (fixture->store, "axis", "label", "4", "title", "Attractivité");
  axis = text_of (fixture->axis);
  fixture->measure = add (fixture->store, "measure", "axis", axis, "title", "Stages");
  g_assert_true (copil_store_commit (fixture->store, &error));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  scratch_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gint64
add_engagement (Fixture *fixture, const char *text)
{
  g_autofree char *axis = text_of (fixture->axis), *measure = text_of (fixture->measure);
  g_autofree char *party = text_of (fixture->party);
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (copil_store_begin (fixture->store, "Ajouter", &error));
  id = copil_store_insert (fixture->store, copil_kind_get ("engagement"), &error, "axis", axis,
                           "measure", measure, "text", text, "parties", party, "due", "2022-12-31",
                           NULL);
  g_assert_no_error (error);
  g_assert_true (copil_store_commit (fixture->store, &error));
  return id;
}

static char *
value (Fixture *fixture, gint64 id, const char *field)
{
  g_autoptr (CopilRecord) record =
      copil_store_load (fixture->store, copil_kind_get ("engagement"), id);
  return record ? g_strdup (copil_record_get (record, field)) : NULL;
}

#define assert_value(fixture, id, field, expected)                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *got = value (fixture, id, field);                                             \
    g_assert_cmpstr (got, ==, expected);                                                           \
  }                                                                                                \
  G_STMT_END

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add_engagement (fixture, "Accueillir des collégiens");
  g_autofree char *party = text_of (fixture->party);

  assert_value (fixture, id, "status", "planned");
  assert_value (fixture, id, "parties", party);
  g_assert_true (copil_store_edit (fixture->store, copil_kind_get ("engagement"), id, "status",
                                   "done", &error));
  g_assert_no_error (error);
  assert_value (fixture, id, "status", "done");
  assert_value (fixture, id, "reviewed", copil_today ());
  g_assert_nonnull (copil_store_get_undo_name (fixture->store));
  g_assert_true (copil_store_undo (fixture->store, &error));
  assert_value (fixture, id, "status", "planned");
  assert_value (fixture, id, "reviewed", NULL);
  g_assert_true (copil_store_redo (fixture->store, &error));
  assert_value (fixture, id, "status", "done");

  /* what is undone stays undone, and can be done again, after closing the file */
  g_assert_true (copil_store_undo (fixture->store, &error));
  g_clear_object (&fixture->store);
  fixture->store = copil_store_open (fixture->path, COPIL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  assert_value (fixture, id, "status", "planned");
  g_assert_cmpstr (copil_store_get_undo_name (fixture->store), ==, "Ajouter");
  g_assert_true (copil_store_redo (fixture->store, &error));
  assert_value (fixture, id, "status", "done");
  g_assert_null (copil_store_get_redo_name (fixture->store));
  g_assert_true (copil_store_undo (fixture->store, &error));
  g_assert_true (copil_store_undo (fixture->store, &error));
  assert_value (fixture, id, "text", NULL);
  g_assert_true (copil_store_redo (fixture->store, &error));
  assert_value (fixture, id, "parties", party);
}

/* What the program notes by itself is in the journal, and undo and redo pass over it. */
static void
test_aside (Fixture *fixture, gconstpointer data)
{
  const CopilKind *kind = copil_kind_get ("engagement");
  g_autoptr (GError) error = NULL;
  gint64 id = add_engagement (fixture, "Accueillir"), head;

  g_assert_true (copil_store_edit (fixture->store, kind, id, "status", "done", &error));
  head = copil_store_get_head (fixture->store);
  g_assert_true (copil_store_begin_aside (fixture->store, "Rien", &error));
  g_assert_true (copil_store_commit (fixture->store, &error));
  g_assert_cmpint (copil_store_get_head (fixture->store), ==, head);
  g_assert_true (copil_store_begin_aside (fixture->store, "Compter", &error));
  g_assert_true (copil_store_set (fixture->store, kind, id, "progress", "40", &error));
  g_assert_true (copil_store_commit (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (copil_store_get_head (fixture->store), >, head);
  g_assert_cmpstr (copil_store_get_undo_name (fixture->store), !=, "Compter");

  g_assert_true (copil_store_undo (fixture->store, &error));
  assert_value (fixture, id, "status", "planned");
  assert_value (fixture, id, "progress", "40");
  /* What can be done again can still be afterwards, also once the file was closed. */
  g_assert_true (copil_store_begin_aside (fixture->store, "Compter", &error));
  g_assert_true (copil_store_set (fixture->store, kind, id, "progress", "50", &error));
  g_assert_true (copil_store_commit (fixture->store, &error));
  g_clear_object (&fixture->store);
  fixture->store = copil_store_open (fixture->path, COPIL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (copil_store_get_redo_name (fixture->store));
  g_assert_true (copil_store_redo (fixture->store, &error));
  assert_value (fixture, id, "status", "done");
  assert_value (fixture, id, "progress", "50");
  g_assert_true (copil_store_undo (fixture->store, &error));
  g_assert_true (copil_store_undo (fixture->store, &error));
  assert_value (fixture, id, "text", NULL);
}

/* Deleting an axis takes its measures, engagements and links with it, and takes the references to
 * them away; undo brings all of it back. */
static void
test_undo_cascade (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add_engagement (fixture, "Accueillir"), decision;
  g_autofree char *engagement = text_of (id), *meeting = NULL;

  g_assert_true (copil_store_begin (fixture->store, "Réunion", &error));
  meeting = text_of (add (fixture->store, "meeting", "title", "Comité", "date", "2023-01-01"));
  decision = copil_store_insert (fixture->store, copil_kind_get ("decision"), &error, "meeting",
                                 meeting, "text", "Agir", "engagement", engagement, NULL);
  g_assert_true (copil_store_commit (fixture->store, &error));

  for (int round = 0; round < 3; round++)
    {
      if (round == 0)
        {
          g_assert_true (copil_store_begin (fixture->store, "Supprimer", &error));
          g_assert_true (
              copil_store_delete (fixture->store, copil_kind_get ("axis"), fixture->axis, &error));
          g_assert_true (copil_store_commit (fixture->store, &error));
        }
      else
        g_assert_true (copil_store_redo (fixture->store, &error));
      g_assert_no_error (error);
      g_assert_cmpint (
          copil_store_query_int (fixture->store, "SELECT count (*) FROM engagement", NULL), ==, 0);
      g_assert_cmpint (
          copil_store_query_int (fixture->store, "SELECT count (*) FROM engagement_party", NULL),
          ==, 0);
      g_assert_cmpint (copil_store_query_int (
                           fixture->store, "SELECT engagement IS NULL FROM decision WHERE id = ?1",
                           "i", decision),
                       ==, 1);
      g_assert_true (copil_store_undo (fixture->store, &error));
      g_assert_no_error (error);
      g_assert_cmpint (
          copil_store_query_int (fixture->store, "SELECT engagement FROM decision", NULL), ==, id);
      g_assert_cmpint (
          copil_store_query_int (fixture->store, "SELECT count (*) FROM engagement_party", NULL),
          ==, 1);
      g_assert_cmpint (
          copil_store_query_int (fixture->store, "SELECT measure FROM engagement", NULL), ==,
          fixture->measure);
    }
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  const CopilKind *kind = copil_kind_get ("engagement");
  g_autoptr (GError) error = NULL;
  gint64 a = add_engagement (fixture, "a"), b = add_engagement (fixture, "b"),
         c = add_engagement (fixture, "c");
  gint64 copy;

#define assert_order(expected)                                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *got = copil_store_query_dup_text (                                            \
        fixture->store,                                                                            \
        "SELECT group_concat (text, '') FROM (SELECT text FROM engagement ORDER BY position, id)", \
        NULL);                                                                                     \
    g_assert_cmpstr (got, ==, expected);                                                           \
  }                                                                                                \
  G_STMT_END

  assert_order ("abc");
  g_assert_true (copil_store_begin (fixture->store, "Ordre", &error));
  g_assert_true (copil_store_shift (fixture->store, kind, c, -1, &error));
  assert_order ("acb");
  g_assert_true (copil_store_shift (fixture->store, kind, a, 1, &error));
  assert_order ("cab");
  g_assert_false (copil_store_shift (fixture->store, kind, b, 1, &error));
  g_assert_no_error (error);
  for (int i = 0; i < 200; i++) /* more than halving has bits for */
    {
      g_assert_true (
          copil_store_place (fixture->store, kind, i % 2 ? a : b, i % 2 ? b : a, &error));
      g_assert_no_error (error);
    }
  assert_order ("cab");
  copy = copil_store_duplicate (fixture->store, kind, a, &error);
  g_assert_no_error (error);
  g_assert_cmpint (copy, >, c);
  assert_order ("caab");
  g_assert_cmpint (copil_store_query_int (
                       fixture->store,
                       "SELECT count (*) FROM engagement_party WHERE engagement = ?1", "i", copy),
                   ==, 1);
  g_assert_true (copil_store_commit (fixture->store, &error));
}

static void
test_duplicate_meeting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *meeting = NULL, *item = NULL;
  gint64 copy;

  g_assert_true (copil_store_begin (fixture->store, "Réunion", &error));
  meeting = text_of (add (fixture->store, "meeting", "title", "Comité", "date", "2023-01-01"));
  item = text_of (add (fixture->store, "item", "meeting", meeting, "title", "Bilan"));
  g_assert_true (copil_store_insert (fixture->store, copil_kind_get ("decision"), &error, "meeting",
                                     meeting, "item", item, "text", "Agir", NULL));
  g_assert_true (copil_store_set (fixture->store, copil_kind_get ("meeting"),
                                  g_ascii_strtoll (meeting, NULL, 10), "minutes", "validated",
                                  &error));
  copy = copil_store_duplicate (fixture->store, copil_kind_get ("meeting"),
                                g_ascii_strtoll (meeting, NULL, 10), &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      copil_store_query_int (fixture->store,
                             "SELECT count (*) FROM decision JOIN item ON item.id = decision.item"
                             " WHERE decision.meeting = item.meeting AND item.meeting = ?1",
                             "i", copy),
      ==, 1);
  /* What happened to the one did not happen to the other. */
  g_assert_cmpint (copil_store_query_int (fixture->store,
                                          "SELECT minutes = 'draft' FROM meeting WHERE id = ?1",
                                          "i", copy),
                   ==, 1);
  g_assert_true (copil_store_commit (fixture->store, &error));
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 head = copil_store_get_head (fixture->store);

  g_assert_true (copil_store_begin (fixture->store, "Mauvais", &error));
  g_assert_cmpint (copil_store_insert (fixture->store, copil_kind_get ("measure"), &error, "title",
                                       "Sans axe", NULL),
                   ==, 0);
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpint (copil_store_insert (fixture->store, copil_kind_get ("measure"), &error, "axis",
                                       "123", "title", "Axe inconnu", NULL),
                   ==, 0);
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  copil_store_rollback (fixture->store);

  g_assert_true (copil_store_begin (fixture->store, "Rien", &error));
  g_assert_true (copil_store_commit (fixture->store, &error));
  g_assert_cmpint (copil_store_get_head (fixture->store), ==, head);

  copil_store_set_read_only (fixture->store, TRUE);
  g_assert_false (copil_store_begin (fixture->store, "Interdit", &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_READ_ONLY);
}

static void
count_failure_cb (guint *told)
{
  (*told)++;
}

/* What is cancelled in the middle counts as not read, and nobody is told. */
static void
test_cancelled_reading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CopilStore) reader = copil_store_open_reader (fixture->store, &error);
  g_autoptr (CopilQuery) query = NULL;
  guint start, told = 0, rows = 0;

  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->store, "failed", G_CALLBACK (count_failure_cb), &told);
  g_signal_connect_swapped (reader, "failed", G_CALLBACK (count_failure_cb), &told);
  copil_store_set_cancellable (reader, cancellable);
  start = copil_store_start_reading (reader);
  query = copil_store_query (reader,
                             "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                             " SELECT i FROM n",
                             "");
  while (copil_query_next (query))
    if (++rows == 10)
      g_cancellable_cancel (cancellable);
  g_assert_cmpuint (rows, <, 10000);
  g_assert_false (copil_store_finish_reading (reader, start, &error));
  g_assert_nonnull (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (told, ==, 0);
}

static void
count_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  guint *counts = data;
  counts[0] += removed;
  counts[1] += added;
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  const char *rows[] = { "SELECT text, status FROM engagement WHERE id = ?1", NULL },
             *kinds[] = { "engagement", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilRowList) list = copil_row_list_new (fixture->store, rows, kinds);
  g_autoptr (CopilRow) first = NULL;
  guint counts[2] = { 0, 0 };
  gint64 last = 0;

  g_assert_true (copil_store_begin (fixture->store, "Beaucoup", &error));
  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *axis = text_of (fixture->axis), *text = g_strdup_printf ("n° %d", i);
      last = add (fixture->store, "engagement", "axis", axis, "text", text);
    }
  g_assert_true (copil_store_commit (fixture->store, &error));
  copil_row_list_set_query (list, "SELECT 0, id FROM engagement ORDER BY position, id", NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 400);
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) < 3000)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (copil_row_list_get_n_reads (list), ==, 0);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (copil_row_get (first, 0), ==, "n° 0");
  g_assert_cmpuint (copil_row_list_get_n_reads (list), ==, 1);
  g_assert_cmpuint (copil_row_list_find (list, 0, last), ==, 2999);

  /* an edit fills the row again in place; nothing comes or goes */
  g_signal_connect (list, "items-changed", G_CALLBACK (count_cb), counts);
  g_assert_true (copil_store_edit (fixture->store, copil_kind_get ("engagement"),
                                   copil_row_get_id (first), "status", "done", &error));
  g_assert_cmpstr (copil_row_get (first, 1), ==, "done");
  g_assert_cmpuint (copil_row_list_get_n_reads (list), ==, 2);
  g_assert_true (copil_store_begin (fixture->store, "Supprimer", &error));
  g_assert_true (copil_store_delete (fixture->store, copil_kind_get ("engagement"), last, &error));
  g_assert_true (copil_store_commit (fixture->store, &error));
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) == 3000)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (counts[0], ==, 1);
  g_assert_cmpuint (counts[1], ==, 0);
}

static void
test_snapshot (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "b.copil", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilStore) copy = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  add_engagement (fixture, "Accueillir");
  g_assert_true (copil_store_snapshot (fixture->store, path, &error));
  g_assert_no_error (error);
  copy = copil_store_open (path, COPIL_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (copil_store_get_head (copy), ==, copil_store_get_head (fixture->store));
  g_assert_true (copil_store_check (copy, faults));
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

/* Every field has its column and every column its field; every link its table. */
static void
test_descriptions (Fixture *fixture, gconstpointer data)
{
  guint n_tables = 0;

  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    {
      guint n_columns = (*kind)->ordered ? 2 : 1;
      n_tables++;
      for (const CopilField *field = (*kind)->fields; field->name; field++)
        {
          g_assert_true (!field->target || copil_kind_find (field->target));
          g_assert_cmpint ((field->type == COPIL_FIELD_CHOICE), ==, (field->options != NULL));
          if (field->type == COPIL_FIELD_REFERENCES)
            {
              n_tables++;
              g_assert_cmpint (
                  copil_store_query_int (
                      fixture->store,
                      "SELECT count (*) FROM pragma_foreign_key_list (?1) WHERE \"table\" = "
                      "\"from\" AND \"table\" IN (?2, ?3)",
                      "ttt", field->link, (*kind)->name, field->target),
                  ==, 2);
              continue;
            }
          n_columns++;
          g_assert_cmpint (
              copil_store_query_int (fixture->store,
                                     "SELECT count (*) FROM pragma_table_info (?1) WHERE name = ?2",
                                     "tt", (*kind)->name, field->name),
              ==, 1);
          if (field->type == COPIL_FIELD_REFERENCE)
            g_assert_cmpint (copil_store_query_int (fixture->store,
                                                    "SELECT count (*) FROM pragma_foreign_key_list "
                                                    "(?1) WHERE \"from\" = ?2 AND \"table\" = ?3",
                                                    "ttt", (*kind)->name, field->name,
                                                    field->target),
                             ==, 1);
        }
      g_assert_cmpint (copil_store_query_int (fixture->store,
                                              "SELECT count (*) FROM pragma_table_info (?1)", "t",
                                              (*kind)->name),
                       ==, n_columns);
      g_assert_nonnull (copil_kind_get_field (*kind, (*kind)->title_field));
      g_assert_true (!(*kind)->parent || copil_kind_get_field (*kind, (*kind)->parent));
    }
  g_assert_cmpint (
      copil_store_query_int (fixture->store,
                             "SELECT count (*) FROM sqlite_schema WHERE type = 'table'", NULL),
      ==, n_tables + 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/store/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("undo", test_undo);
  ADD ("aside", test_aside);
  ADD ("undo-cascade", test_undo_cascade);
  ADD ("order", test_order);
  ADD ("duplicate-meeting", test_duplicate_meeting);
  ADD ("refusals", test_refusals);
  ADD ("cancelled-reading", test_cancelled_reading);
  ADD ("list", test_list);
  ADD ("snapshot", test_snapshot);
  ADD ("descriptions", test_descriptions);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "copil-merge.h"
#include "copil-query.h"
#include "copil-record.h"

/* Two copies of one convention, a and b. */
typedef struct
{
  char *folder;
  char *path[3];
  CopilStore *store[3];
  gint64 axis, measure, person, party, engagement[12];
} Fixture;

#define A 0
#define B 1
#define C 2

/* --- helpers --- */

static const CopilKind *
kind_of (const char *name)
{
  return copil_kind_get (name);
}

static char *
text_of (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static gint64
add (CopilStore *store, const char *kind, const char *f1, const char *v1, const char *f2,
     const char *v2)
{
  g_autoptr (GError) error = NULL;
  gint64 id = copil_store_insert (store, kind_of (kind), &error, f1, v1, f2, v2, NULL);
  g_assert_no_error (error);
  return id;
}

static void
begin (CopilStore *store)
{
  g_assert_true (copil_store_begin (store, "essai", NULL));
}

static void
commit (CopilStore *store)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (copil_store_commit (store, &error));
  g_assert_no_error (error);
}

static void
edit (CopilStore *store, const char *kind, gint64 id, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (copil_store_edit (store, kind_of (kind), id, field, value, &error));
  g_assert_no_error (error);
}

static void
drop (CopilStore *store, const char *kind, gint64 id)
{
  g_autoptr (GError) error = NULL;
  begin (store);
  g_assert_true (copil_store_delete (store, kind_of (kind), id, &error));
  g_assert_no_error (error);
  commit (store);
}

static char *
get (CopilStore *store, const char *kind, gint64 id, const char *field)
{
  g_autoptr (CopilRecord) record = copil_store_load (store, kind_of (kind), id);
  return record ? g_strdup (copil_record_get (record, field)) : g_strdup ("gone");
}

#define assert_value(store, kind, id, field, expected)                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *got = get (store, kind, id, field);                                           \
    g_assert_cmpstr (got, ==, expected);                                                           \
  }                                                                                                \
  G_STMT_END

static guint
count_entries (CopilStore *store)
{
  return copil_store_count_entries_after (store, 0);
}

static void
copy_store (Fixture *fixture, int from, int to)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store[to]);
  g_unlink (fixture->path[to]);
  g_assert_true (copil_store_snapshot (fixture->store[from], fixture->path[to], &error));
  fixture->store[to] = copil_store_open (fixture->path[to], COPIL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
}

/* Merges a snapshot, as a file that comes by mail is merged. */
static gboolean
merge (Fixture *fixture, int into, int from, CopilMergeChoice choice, GPtrArray *conflicts,
       GError **error)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sent.copil", NULL);
  g_autoptr (GError) problem = NULL;
  gboolean done;

  g_unlink (path);
  g_assert_true (copil_store_snapshot (fixture->store[from], path, &problem));
  done = copil_store_merge (fixture->store[into], path, choice, conflicts, error);
  g_assert_cmpint (copil_store_query_int (fixture->store[into],
                                          "SELECT count (*) FROM pragma_foreign_key_check", NULL),
                   ==, 0);
  return done;
}

static void
merge_well (Fixture *fixture, int into, int from)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gboolean done = merge (fixture, into, from, COPIL_MERGE_ASK, conflicts, &error);

  for (guint i = 0; i < conflicts->len; i++)
    g_test_message ("conflict: %s", (const char *)conflicts->pdata[i]);
  g_assert_no_error (error);
  g_assert_true (done);
}

/* Merges with a choice, and gives the number of conflicts. */
static guint
merge_choosing (Fixture *fixture, int into, int from, CopilMergeChoice choice)
{
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (merge (fixture, into, from, choice, conflicts, &error));
  g_assert_no_error (error);
  return conflicts->len;
}

/* All records of all kinds, as one text. */
static char *
dump (CopilStore *store)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" ORDER BY id", (*kind)->name);
      g_autoptr (CopilQuery) query = copil_store_query (store, sql, NULL);

      while (copil_query_next (query))
        {
          g_autoptr (CopilRecord) record =
              copil_store_load (store, *kind, copil_query_int (query, 0));
          g_string_append_printf (text, "%s %" G_GINT64_FORMAT, (*kind)->name,
                                  copil_record_get_id (record));
          for (const CopilField *field = (*kind)->fields; field->name; field++)
            {
              const char *value = copil_record_get (record, field->name);
              if (value)
                g_string_append_printf (text, " %s=%s", field->name, value);
            }
          if ((*kind)->ordered)
            {
              g_autofree char *place =
                  g_strdup_printf ("SELECT position FROM \"%s\" WHERE id = ?1", (*kind)->name);
              g_autofree char *position =
                  copil_store_query_dup_text (store, place, "i", copil_record_get_id (record));
              g_string_append_printf (text, " @%s", position);
            }
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_same (Fixture *fixture, int a, int b)
{
  g_autofree char *one = dump (fixture->store[a]), *two = dump (fixture->store[b]);
  g_assert_cmpstr (one, ==, two);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *axis = NULL, *measure = NULL;

  fixture->folder = g_dir_make_tmp ("copil-XXXXXX", &error);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("%c.copil", 'a' + i);
      fixture->path[i] = g_build_filename (fixture->folder, name, NULL);
    }
  fixture->store[A] = copil_store_create (fixture->path[A], "Convention d’essai", &error);
  g_assert_no_error (error);
  begin (fixture->store[A]);
  fixture->party = add (fixture->store[A], "party", "name", "UIMM", "short_name", "UIMM");
  fixture->person = add (fixture->store[A], "person", "name", "Martin", "function", "Pilote");
  fixture->axis = add (fixture->store[A], "axis", "label", "4", "title", "Attractivité");
  axis = text_of (fixture->axis);
  fixture->measure = add (fixture->store[A], "measure", "axis", axis, "title", "Stages");
  measure = text_of (fixture->measure);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->engagement); i++)
    {
      g_autofree char *label = g_strdup_printf ("4.1.%u", i + 1);
      fixture->engagement[i] =
          copil_store_insert (fixture->store[A], kind_of ("engagement"), &error, "axis", axis,
                              "measure", measure, "label", label, "text", "Accueillir", NULL);
    }
  commit (fixture->store[A]);
  copy_store (fixture, A, B);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", fixture->folder);

  for (int i = 0; i < 3; i++)
    {
      g_clear_object (&fixture->store[i]);
      g_free (fixture->path[i]);
    }
  g_assert_cmpint (system (command), ==, 0);
  g_free (fixture->folder);
}

/* --- tests --- */

static void
test_fields (Fixture *fixture, gconstpointer data)
{
  gint64 e = fixture->engagement[0];
  g_autofree char *before = dump (fixture->store[A]), *after = NULL, *undone = NULL;
  guint n;

  edit (fixture->store[B], "engagement", e, "status", "done");
  edit (fixture->store[B], "engagement", fixture->engagement[1], "note", "De B");
  merge_well (fixture, A, B);
  assert_value (fixture->store[A], "engagement", e, "status", "done");
  assert_value (fixture->store[A], "engagement", fixture->engagement[1], "note", "De B");
  assert_same (fixture, A, B);

  /* again changes nothing */
  n = count_entries (fixture->store[A]);
  merge_well (fixture, A, B);
  g_assert_cmpuint (count_entries (fixture->store[A]), ==, n);

  /* one undo takes all of it back, and redo brings it again */
  g_assert_true (copil_store_undo (fixture->store[A], NULL));
  undone = dump (fixture->store[A]);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (copil_store_redo (fixture->store[A], NULL));
  assert_same (fixture, A, B);

  /* what went back and forth comes to rest */
  for (int i = 0; i < 3; i++)
    {
      merge_well (fixture, B, A);
      merge_well (fixture, A, B);
    }
  n = count_entries (fixture->store[A]);
  g_assert_cmpuint (count_entries (fixture->store[B]), ==, n);
  merge_well (fixture, B, A);
  merge_well (fixture, A, B);
  g_assert_cmpuint (count_entries (fixture->store[A]), ==, n);
  g_assert_cmpuint (count_entries (fixture->store[B]), ==, n);
  g_assert_cmpuint (copil_store_count_missing (fixture->store[A], fixture->store[B]), ==, 0);
  after = dump (fixture->store[A]);
  g_assert_cmpstr (after, !=, before);
}

/* Different fields of one record; the day of review, which both set in passing, is the later. */
static void
test_both_sides (Fixture *fixture, gconstpointer data)
{
  gint64 e = fixture->engagement[0];

  g_setenv ("COPIL_TODAY", "2023-01-10", TRUE);
  edit (fixture->store[A], "engagement", e, "status", "done");
  g_setenv ("COPIL_TODAY", "2023-02-10", TRUE);
  edit (fixture->store[B], "engagement", e, "note", "Vu");
  g_unsetenv ("COPIL_TODAY");
  edit (fixture->store[A], "engagement", fixture->engagement[2], "due", "2024-01-01");
  edit (fixture->store[B], "engagement", fixture->engagement[2], "due", "2024-01-01");
  merge_well (fixture, A, B);
  assert_value (fixture->store[A], "engagement", e, "status", "done");
  assert_value (fixture->store[A], "engagement", e, "note", "Vu");
  assert_value (fixture->store[A], "engagement", e, "reviewed", "2023-02-10");
  merge_well (fixture, B, A);
  assert_same (fixture, A, B);
}

static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  gint64 e = fixture->engagement[0];
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  guint n;

  edit (fixture->store[A], "engagement", e, "status", "done");
  edit (fixture->store[B], "engagement", e, "status", "planned");
  edit (fixture->store[B], "engagement", e, "status", "in_progress");
  edit (fixture->store[B], "engagement", e, "note", "De B");
  before = dump (fixture->store[A]);
  n = count_entries (fixture->store[A]);
  g_assert_false (merge (fixture, A, B, COPIL_MERGE_ASK, conflicts, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (conflicts->pdata[0], ==, "Engagement 4.1.1: Status: “Done” / “In progress”");
  after = dump (fixture->store[A]);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_entries (fixture->store[A]), ==, n);

  g_assert_cmpuint (merge_choosing (fixture, A, B, GPOINTER_TO_INT (data)), ==, 1);
  assert_value (fixture->store[A], "engagement", e, "status",
                GPOINTER_TO_INT (data) == COPIL_MERGE_OURS ? "done" : "in_progress");
  assert_value (fixture->store[A], "engagement", e, "note", "De B");

  /* settled once: the other side is not asked again, also where it went on */
  edit (fixture->store[B], "engagement", fixture->engagement[5], "note", "Plus tard");
  merge_well (fixture, B, A);
  merge_well (fixture, A, B);
  assert_same (fixture, A, B);
  assert_value (fixture->store[B], "engagement", e, "status",
                GPOINTER_TO_INT (data) == COPIL_MERGE_OURS ? "done" : "in_progress");
}

/* A change that was undone there is no change. */
static void
test_undone (Fixture *fixture, gconstpointer data)
{
  gint64 e = fixture->engagement[0];
  g_autofree char *undo = NULL;
  guint n;

  edit (fixture->store[A], "engagement", e, "status", "done");
  undo = g_strdup (copil_store_get_undo_name (fixture->store[A]));
  edit (fixture->store[B], "engagement", e, "status", "abandoned");
  g_assert_true (copil_store_undo (fixture->store[B], NULL));
  merge_well (fixture, A, B);
  assert_value (fixture->store[A], "engagement", e, "status", "done");
  /* and there is nothing new to undo */
  g_assert_cmpstr (copil_store_get_undo_name (fixture->store[A]), ==, undo);
  n = count_entries (fixture->store[A]);
  merge_well (fixture, A, B);
  g_assert_cmpuint (count_entries (fixture->store[A]), ==, n);
  merge_well (fixture, B, A);
  assert_same (fixture, A, B);
}

static void
test_deleted_and_edited (Fixture *fixture, gconstpointer data)
{
  gint64 e = fixture->engagement[0], f = fixture->engagement[1];
  g_autofree char *party = text_of (fixture->party);
  gboolean ours = GPOINTER_TO_INT (data) == COPIL_MERGE_OURS;
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);

  edit (fixture->store[A], "engagement", e, "parties", party);
  merge_well (fixture, B, A);
  edit (fixture->store[A], "engagement", e, "note", "De A");
  drop (fixture->store[B], "engagement", e);
  drop (fixture->store[A], "engagement", f);
  edit (fixture->store[B], "engagement", f, "note", "De B");
  g_assert_false (merge (fixture, A, B, COPIL_MERGE_ASK, conflicts, NULL));
  g_assert_cmpuint (conflicts->len, ==, 2);
  g_assert_cmpuint (merge_choosing (fixture, A, B, GPOINTER_TO_INT (data)), ==, 2);
  assert_value (fixture->store[A], "engagement", e, "note", ours ? "De A" : "gone");
  assert_value (fixture->store[A], "engagement", f, "note", ours ? "gone" : "De B");
  if (ours)
    assert_value (fixture->store[A], "engagement", e, "parties", party);
  merge_well (fixture, B, A);
  assert_same (fixture, A, B);
}

/* What hangs on a record that the other side deleted comes back with all it belongs to. */
static void
test_deleted_owner (Fixture *fixture, gconstpointer data)
{
  g_autofree char *axis = text_of (fixture->axis), *measure = text_of (fixture->measure);
  gboolean ours = GPOINTER_TO_INT (data) == COPIL_MERGE_OURS;
  g_autoptr (GError) error = NULL;
  gint64 new;

  begin (fixture->store[A]);
  new = copil_store_insert (fixture->store[A], kind_of ("engagement"), &error, "axis", axis,
                            "measure", measure, "text", "Nouveau", NULL);
  commit (fixture->store[A]);
  drop (fixture->store[B], "axis", fixture->axis);
  g_assert_cmpuint (merge_choosing (fixture, A, B, GPOINTER_TO_INT (data)), >=, 1);
  assert_value (fixture->store[A], "engagement", new, "text", ours ? "Nouveau" : "gone");
  assert_value (fixture->store[A], "axis", fixture->axis, "title", ours ? "Attractivité" : "gone");
  assert_value (fixture->store[A], "engagement", fixture->engagement[3], "label",
                ours ? "4.1.4" : "gone");
  merge_well (fixture, B, A);
  assert_same (fixture, A, B);
}

/* The same with the sides exchanged. */
static void
test_owner_deleted_here (Fixture *fixture, gconstpointer data)
{
  g_autofree char *axis = text_of (fixture->axis), *measure = text_of (fixture->measure);
  gboolean ours = GPOINTER_TO_INT (data) == COPIL_MERGE_OURS;
  g_autoptr (GError) error = NULL;
  gint64 new;

  drop (fixture->store[A], "axis", fixture->axis);
  begin (fixture->store[B]);
  new = copil_store_insert (fixture->store[B], kind_of ("engagement"), &error, "axis", axis,
                            "measure", measure, "text", "Nouveau", NULL);
  commit (fixture->store[B]);
  g_assert_cmpuint (merge_choosing (fixture, A, B, GPOINTER_TO_INT (data)), >=, 1);
  assert_value (fixture->store[A], "engagement", new, "text", ours ? "gone" : "Nouveau");
  assert_value (fixture->store[A], "engagement", fixture->engagement[3], "label",
                ours ? "gone" : "4.1.4");
  merge_well (fixture, B, A);
  assert_same (fixture, A, B);
}

/* A person who left is no longer the lead of anything, without a question. */
static void
test_deleted_reference (Fixture *fixture, gconstpointer data)
{
  g_autofree char *person = text_of (fixture->person), *party = text_of (fixture->party);

  edit (fixture->store[A], "engagement", fixture->engagement[0], "lead", person);
  edit (fixture->store[A], "engagement", fixture->engagement[1], "parties", party);
  drop (fixture->store[B], "person", fixture->person);
  drop (fixture->store[B], "party", fixture->party);
  merge_well (fixture, A, B);
  assert_value (fixture->store[A], "engagement", fixture->engagement[0], "lead", NULL);
  assert_value (fixture->store[A], "engagement", fixture->engagement[1], "parties", NULL);
  merge_well (fixture, B, A);
  assert_same (fixture, A, B);
}

static void
test_reorder (Fixture *fixture, gconstpointer data)
{
  const CopilKind *kind = kind_of ("engagement");

  begin (fixture->store[A]);
  g_assert_true (copil_store_place (fixture->store[A], kind, fixture->engagement[3],
                                    fixture->engagement[0], NULL));
  commit (fixture->store[A]);
  begin (fixture->store[B]);
  g_assert_true (copil_store_place (fixture->store[B], kind, fixture->engagement[3],
                                    fixture->engagement[8], NULL));
  commit (fixture->store[B]);
  merge_well (fixture, A, B);
  merge_well (fixture, B, A);
  assert_same (fixture, A, B);
}

static void
test_strangers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_build_filename (fixture->folder, "text", NULL);
  g_autoptr (GError) error = NULL;

  fixture->store[C] = copil_store_create (fixture->path[C], "Autre", &error);
  g_assert_no_error (error);
  g_assert_false (merge (fixture, A, C, COPIL_MERGE_THEIRS, NULL, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (text, "x", 1, NULL));
  g_assert_false (copil_store_merge (fixture->store[A], text, COPIL_MERGE_OURS, NULL, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_false (
      copil_store_merge (fixture->store[A], fixture->folder, COPIL_MERGE_OURS, NULL, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_NOT_REGULAR);
  /* and the store goes on as before */
  edit (fixture->store[A], "engagement", fixture->engagement[0], "status", "done");
  g_assert_cmpint (
      copil_store_query_int (fixture->store[A], "SELECT count (*) FROM pragma_database_list", NULL),
      ==, 1);
}

/* The clock of the other runs a year ahead: its entries come last, and ours still follow. */
static void
test_clock (Fixture *fixture, gconstpointer data)
{
  gint64 e = fixture->engagement[0], future;
  g_autofree char *sql = NULL;
  sqlite3 *db = NULL;

  edit (fixture->store[B], "engagement", e, "status", "done");
  future = copil_store_get_head (fixture->store[B]) + (G_GINT64_CONSTANT (31536000000) << 22);
  sql =
      g_strdup_printf ("UPDATE journal SET id = %" G_GINT64_FORMAT " WHERE id = %" G_GINT64_FORMAT,
                       future, copil_store_get_head (fixture->store[B]));
  g_clear_object (&fixture->store[B]);
  g_assert_cmpint (sqlite3_open (fixture->path[B], &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  fixture->store[B] = copil_store_open (fixture->path[B], COPIL_STORE_READ_WRITE, NULL);
  g_assert_cmpint (copil_store_get_head (fixture->store[B]), ==, future);
  merge_well (fixture, A, B);
  g_assert_cmpint (copil_store_get_head (fixture->store[A]), >, future);
  edit (fixture->store[A], "engagement", e, "status", "planned");
  edit (fixture->store[A], "engagement", e, "status", "abandoned");
  g_assert_true (copil_store_undo (fixture->store[A], NULL));
  copy_store (fixture, A, C);
  g_assert_true (copil_store_undo (fixture->store[C], NULL));
  assert_value (fixture->store[C], "engagement", e, "status", "done");
  merge_well (fixture, B, A);
  assert_value (fixture->store[B], "engagement", e, "status", "planned");
}

/* A big entry is packed in the journal; it can be undone and merged all the same. */
static void
test_big (Fixture *fixture, gconstpointer data)
{
  g_autofree char *axis = text_of (fixture->axis), *before = dump (fixture->store[B]),
                  *after = NULL;

  begin (fixture->store[B]);
  for (int i = 0; i < 2000; i++)
    add (fixture->store[B], "engagement", "axis", axis, "text",
         "Un engagement parmi tant d’autres");
  commit (fixture->store[B]);
  g_assert_cmpint (
      copil_store_query_int (fixture->store[B], "SELECT max (compressed) FROM journal", NULL), ==,
      1);
  g_assert_true (copil_store_undo (fixture->store[B], NULL));
  after = dump (fixture->store[B]);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (copil_store_redo (fixture->store[B], NULL));
  edit (fixture->store[A], "engagement", fixture->engagement[0], "note", "De A");
  merge_well (fixture, A, B);
  merge_well (fixture, B, A);
  assert_same (fixture, A, B);
}

/* --- properties --- */

/* Fields of which each side takes its own, so that no two sides ever change the same. */
static const char *const own_fields[3][3] = { { "note", "territory", "status" },
                                              { "text", "unit", "strength" },
                                              { "due", "label", "quantity" } };

static void
edit_at_random (Fixture *fixture, int side, GRand *random)
{
  CopilStore *store = fixture->store[side];
  g_autofree char *axis = text_of (fixture->axis);
  const char *field = own_fields[side][g_rand_int_range (random, 0, 3)];
  gint64 e = fixture->engagement[g_rand_int_range (random, 0, 12)];
  g_autofree char *value = NULL;

  switch (g_rand_int_range (random, 0, 10))
    {
    case 0:
      if (copil_store_get_undo_name (store) &&
          g_str_has_prefix (copil_store_get_undo_name (store), "Engagement"))
        g_assert_true (copil_store_undo (store, NULL));
      return;
    case 1:
      if (copil_store_get_redo_name (store))
        g_assert_true (copil_store_redo (store, NULL));
      return;
    case 2:
      begin (store);
      add (store, "engagement", "axis", axis, "text", "Nouveau");
      commit (store);
      return;
    case 3:
      begin (store);
      add (store, "person", "name", "Durand", "function", "Membre");
      commit (store);
      return;
    default:
      break;
    }
  if (g_str_equal (field, "status"))
    value = g_strdup (g_rand_boolean (random) ? "done" : "in_progress");
  else if (g_str_equal (field, "strength"))
    value = g_strdup (g_rand_boolean (random) ? "must" : "may");
  else if (g_str_equal (field, "due"))
    value = g_strdup_printf ("20%02d-01-01", g_rand_int_range (random, 20, 40));
  else
    value = g_strdup_printf ("%d", g_rand_int_range (random, 1, 1000));
  edit (store, "engagement", e, field, value);
}

/* Two copies, edited at random in different fields and merged now and then in any direction, hold
 * the same in the end, without one question. Undo stays out of what came from the other side, which
 * would be an edit of the other's field. */
static void
test_converge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));

  for (int step = 0; step < 40; step++)
    {
      int side = g_rand_int_range (random, 0, 2);

      if (g_rand_int_range (random, 0, 8) == 0)
        merge_well (fixture, side, !side);
      else
        {
          const char *undo = copil_store_get_undo_name (fixture->store[side]);
          if (!undo || !g_str_equal (undo, "Merge with another version"))
            edit_at_random (fixture, side, random);
          else
            edit (fixture->store[side], "engagement", fixture->engagement[0], own_fields[side][0],
                  "7");
        }
    }
  if (g_rand_boolean (random))
    {
      merge_well (fixture, A, B);
      merge_well (fixture, B, A);
    }
  else
    {
      merge_well (fixture, B, A);
      merge_well (fixture, A, B);
    }
  assert_same (fixture, A, B);
  merge_well (fixture, A, B);
  merge_well (fixture, B, A);
  assert_same (fixture, A, B);
  g_assert_cmpuint (copil_store_count_missing (fixture->store[A], fixture->store[B]), ==, 0);
  g_assert_cmpuint (copil_store_count_missing (fixture->store[B], fixture->store[A]), ==, 0);
}

/* Both take in an earlier state of the other at the same time, as two machines do that share a
 * folder. */
static void
test_crossing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sent_a = g_build_filename (fixture->folder, "sent-a", NULL);
  g_autofree char *sent_b = g_build_filename (fixture->folder, "sent-b", NULL);
  g_autoptr (GError) error = NULL;

  for (int turn = 0; turn < 3; turn++)
    {
      g_autofree char *note = g_strdup_printf ("Tour %d", turn);

      edit (fixture->store[A], "engagement", fixture->engagement[turn], "note", note);
      edit (fixture->store[B], "engagement", fixture->engagement[turn], "territory", note);
      g_unlink (sent_a);
      g_unlink (sent_b);
      g_assert_true (copil_store_snapshot (fixture->store[A], sent_a, &error));
      g_assert_true (copil_store_snapshot (fixture->store[B], sent_b, &error));
      g_assert_true (copil_store_merge (fixture->store[A], sent_b, COPIL_MERGE_ASK, NULL, &error));
      g_assert_true (copil_store_merge (fixture->store[B], sent_a, COPIL_MERGE_ASK, NULL, &error));
      g_assert_no_error (error);
      assert_same (fixture, A, B);
    }
  merge_well (fixture, A, B);
  merge_well (fixture, B, A);
  assert_same (fixture, A, B);
}

/* Three copies, of which each takes in any other at any time; what each entered last is what all
 * hold in the end, also where two know different parts of the third's work. */
static void
test_converge_three (Fixture *fixture, gconstpointer data)
{
  const char *const fields[] = { "note", "territory", "unit" };
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  int last[3][12] = { { 0 } };

  copy_store (fixture, A, C);
  for (int step = 1; step <= 60; step++)
    {
      int side = g_rand_int_range (random, 0, 3), e = g_rand_int_range (random, 0, 12);
      g_autofree char *value = g_strdup_printf ("%d", step);

      if (g_rand_int_range (random, 0, 4) == 0)
        merge_well (fixture, side, (side + g_rand_int_range (random, 1, 3)) % 3);
      else
        {
          edit (fixture->store[side], "engagement", fixture->engagement[e], fields[side], value);
          last[side][e] = step;
        }
    }
  /* one round trip through all of them */
  merge_well (fixture, A, B);
  merge_well (fixture, A, C);
  merge_well (fixture, B, A);
  merge_well (fixture, C, A);
  assert_same (fixture, A, B);
  assert_same (fixture, A, C);
  for (int side = 0; side < 3; side++)
    for (int e = 0; e < 12; e++)
      {
        g_autofree char *value = last[side][e] ? g_strdup_printf ("%d", last[side][e]) : NULL;
        assert_value (fixture->store[A], "engagement", fixture->engagement[e], fields[side], value);
      }
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *name;
    CopilMergeChoice choice;
  } choices[] = { { "ours", COPIL_MERGE_OURS }, { "theirs", COPIL_MERGE_THEIRS } };

  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, function)                                                                  \
  g_test_add ("/merge/" name, Fixture, data, set_up, function, tear_down)
  ADD ("fields", NULL, test_fields);
  ADD ("both-sides", NULL, test_both_sides);
  ADD ("undone", NULL, test_undone);
  ADD ("deleted-reference", NULL, test_deleted_reference);
  ADD ("reorder", NULL, test_reorder);
  ADD ("strangers", NULL, test_strangers);
  ADD ("clock", NULL, test_clock);
  ADD ("big", NULL, test_big);
  ADD ("crossing", NULL, test_crossing);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
#define ADD_CHOICE(title, function)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *path = g_strdup_printf ("/merge/" title "/%s", choices[i].name);              \
    g_test_add (path, Fixture, GINT_TO_POINTER (choices[i].choice), set_up, function, tear_down);  \
  }                                                                                                \
  G_STMT_END
      ADD_CHOICE ("conflict", test_conflict);
      ADD_CHOICE ("deleted-and-edited", test_deleted_and_edited);
      ADD_CHOICE ("deleted-owner", test_deleted_owner);
      ADD_CHOICE ("owner-deleted-here", test_owner_deleted_here);
    }
  for (guint seed = 1; seed <= 15; seed++)
    {
      g_autofree char *two = g_strdup_printf ("/merge/converge/%u", seed);
      g_autofree char *three = g_strdup_printf ("/merge/converge-three/%u", seed);
      g_test_add (two, Fixture, GUINT_TO_POINTER (seed), set_up, test_converge, tear_down);
      g_test_add (three, Fixture, GUINT_TO_POINTER (seed), set_up, test_converge_three, tear_down);
    }
  return g_test_run ();
}

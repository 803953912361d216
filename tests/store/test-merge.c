/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "copil-merge.h"
#include "copil-query.h"
#include "copil-record.h"
#include "merge-tools.h"

/* --- tests --- */

static void
test_fields (Merging *fixture, gconstpointer data)
{
  gint64 e = fixture->engagement[0];
  g_autofree char *before = merging_dump (fixture->store[A]), *after = NULL, *undone = NULL;
  guint n;

  merging_edit (fixture->store[B], "engagement", e, "status", "done");
  merging_edit (fixture->store[B], "engagement", fixture->engagement[1], "note", "De B");
  merging_merge_well (fixture, A, B);
  assert_value (fixture->store[A], "engagement", e, "status", "done");
  assert_value (fixture->store[A], "engagement", fixture->engagement[1], "note", "De B");
  merging_assert_same (fixture, A, B);

  /* again changes nothing */
  n = merging_count_entries (fixture->store[A]);
  merging_merge_well (fixture, A, B);
  g_assert_cmpuint (merging_count_entries (fixture->store[A]), ==, n);

  /* one undo takes all of it back, and redo brings it again */
  g_assert_true (copil_store_undo (fixture->store[A], NULL));
  undone = merging_dump (fixture->store[A]);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (copil_store_redo (fixture->store[A], NULL));
  merging_assert_same (fixture, A, B);

  /* what went back and forth comes to rest */
  for (int i = 0; i < 3; i++)
    {
      merging_merge_well (fixture, B, A);
      merging_merge_well (fixture, A, B);
    }
  n = merging_count_entries (fixture->store[A]);
  g_assert_cmpuint (merging_count_entries (fixture->store[B]), ==, n);
  merging_merge_well (fixture, B, A);
  merging_merge_well (fixture, A, B);
  g_assert_cmpuint (merging_count_entries (fixture->store[A]), ==, n);
  g_assert_cmpuint (merging_count_entries (fixture->store[B]), ==, n);
  g_assert_cmpuint (copil_store_count_missing (fixture->store[A], fixture->store[B]), ==, 0);
  after = merging_dump (fixture->store[A]);
  g_assert_cmpstr (after, !=, before);
}

/* Different fields of one record; the day of review, which both set in passing, is the later. */
static void
test_both_sides (Merging *fixture, gconstpointer data)
{
  gint64 e = fixture->engagement[0];

  g_setenv ("COPIL_TODAY", "2023-01-10", TRUE);
  merging_edit (fixture->store[A], "engagement", e, "status", "done");
  g_setenv ("COPIL_TODAY", "2023-02-10", TRUE);
  merging_edit (fixture->store[B], "engagement", e, "note", "Vu");
  g_unsetenv ("COPIL_TODAY");
  merging_edit (fixture->store[A], "engagement", fixture->engagement[2], "due", "2024-01-01");
  merging_edit (fixture->store[B], "engagement", fixture->engagement[2], "due", "2024-01-01");
  merging_merge_well (fixture, A, B);
  assert_value (fixture->store[A], "engagement", e, "status", "done");
  assert_value (fixture->store[A], "engagement", e, "note", "Vu");
  assert_value (fixture->store[A], "engagement", e, "reviewed", "2023-02-10");
  merging_merge_well (fixture, B, A);
  merging_assert_same (fixture, A, B);
}

static void
test_conflict (Merging *fixture, gconstpointer data)
{
  gint64 e = fixture->engagement[0];
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  guint n;

  merging_edit (fixture->store[A], "engagement", e, "status", "done");
  merging_edit (fixture->store[B], "engagement", e, "status", "planned");
  merging_edit (fixture->store[B], "engagement", e, "status", "in_progress");
  merging_edit (fixture->store[B], "engagement", e, "note", "De B");
  before = merging_dump (fixture->store[A]);
  n = merging_count_entries (fixture->store[A]);
  g_assert_false (merging_merge (fixture, A, B, COPIL_MERGE_ASK, conflicts, &error));
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (conflicts->pdata[0], ==, "Engagement 4.1.1: Status: “Done” / “In progress”");
  after = merging_dump (fixture->store[A]);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (merging_count_entries (fixture->store[A]), ==, n);

  g_assert_cmpuint (merging_merge_choosing (fixture, A, B, GPOINTER_TO_INT (data)), ==, 1);
  assert_value (fixture->store[A], "engagement", e, "status",
                GPOINTER_TO_INT (data) == COPIL_MERGE_OURS ? "done" : "in_progress");
  assert_value (fixture->store[A], "engagement", e, "note", "De B");

  /* settled once: the other side is not asked again, also where it went on */
  merging_edit (fixture->store[B], "engagement", fixture->engagement[5], "note", "Plus tard");
  merging_merge_well (fixture, B, A);
  merging_merge_well (fixture, A, B);
  merging_assert_same (fixture, A, B);
  assert_value (fixture->store[B], "engagement", e, "status",
                GPOINTER_TO_INT (data) == COPIL_MERGE_OURS ? "done" : "in_progress");
}

/* A change that was undone there is no change. */
static void
test_undone (Merging *fixture, gconstpointer data)
{
  gint64 e = fixture->engagement[0];
  g_autofree char *undo = NULL;
  guint n;

  merging_edit (fixture->store[A], "engagement", e, "status", "done");
  undo = g_strdup (copil_store_get_undo_name (fixture->store[A]));
  merging_edit (fixture->store[B], "engagement", e, "status", "abandoned");
  g_assert_true (copil_store_undo (fixture->store[B], NULL));
  merging_merge_well (fixture, A, B);
  assert_value (fixture->store[A], "engagement", e, "status", "done");
  /* and there is nothing new to undo */
  g_assert_cmpstr (copil_store_get_undo_name (fixture->store[A]), ==, undo);
  n = merging_count_entries (fixture->store[A]);
  merging_merge_well (fixture, A, B);
  g_assert_cmpuint (merging_count_entries (fixture->store[A]), ==, n);
  merging_merge_well (fixture, B, A);
  merging_assert_same (fixture, A, B);
}

static void
test_deleted_and_edited (Merging *fixture, gconstpointer data)
{
  gint64 e = fixture->engagement[0], f = fixture->engagement[1];
  g_autofree char *party = merging_text_of (fixture->party);
  gboolean ours = GPOINTER_TO_INT (data) == COPIL_MERGE_OURS;
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);

  merging_edit (fixture->store[A], "engagement", e, "parties", party);
  merging_merge_well (fixture, B, A);
  merging_edit (fixture->store[A], "engagement", e, "note", "De A");
  merging_drop (fixture->store[B], "engagement", e);
  merging_drop (fixture->store[A], "engagement", f);
  merging_edit (fixture->store[B], "engagement", f, "note", "De B");
  g_assert_false (merging_merge (fixture, A, B, COPIL_MERGE_ASK, conflicts, NULL));
  g_assert_cmpuint (conflicts->len, ==, 2);
  g_assert_cmpuint (merging_merge_choosing (fixture, A, B, GPOINTER_TO_INT (data)), ==, 2);
  assert_value (fixture->store[A], "engagement", e, "note", ours ? "De A" : "gone");
  assert_value (fixture->store[A], "engagement", f, "note", ours ? "gone" : "De B");
  if (ours)
    assert_value (fixture->store[A], "engagement", e, "parties", party);
  merging_merge_well (fixture, B, A);
  merging_assert_same (fixture, A, B);
}

/* What hangs on a record that the other side deleted comes back with all it belongs to. */
static void
test_deleted_owner (Merging *fixture, gconstpointer data)
{
  g_autofree char *axis = merging_text_of (fixture->axis),
                  *measure = merging_text_of (fixture->measure);
  gboolean ours = GPOINTER_TO_INT (data) == COPIL_MERGE_OURS;
  g_autoptr (GError) error = NULL;
  gint64 new;

  merging_begin (fixture->store[A]);
  new = copil_store_insert (fixture->store[A], merging_kind_of ("engagement"), &error, "axis", axis,
                            "measure", measure, "text", "Nouveau", NULL);
  merging_commit (fixture->store[A]);
  merging_drop (fixture->store[B], "axis", fixture->axis);
  g_assert_cmpuint (merging_merge_choosing (fixture, A, B, GPOINTER_TO_INT (data)), >=, 1);
  assert_value (fixture->store[A], "engagement", new, "text", ours ? "Nouveau" : "gone");
  assert_value (fixture->store[A], "axis", fixture->axis, "title", ours ? "Attractivité" : "gone");
  assert_value (fixture->store[A], "engagement", fixture->engagement[3], "label",
                ours ? "4.1.4" : "gone");
  merging_merge_well (fixture, B, A);
  merging_assert_same (fixture, A, B);
}

/* The same with the sides exchanged. */
static void
test_owner_deleted_here (Merging *fixture, gconstpointer data)
{
  g_autofree char *axis = merging_text_of (fixture->axis),
                  *measure = merging_text_of (fixture->measure);
  gboolean ours = GPOINTER_TO_INT (data) == COPIL_MERGE_OURS;
  g_autoptr (GError) error = NULL;
  gint64 new;

  merging_drop (fixture->store[A], "axis", fixture->axis);
  merging_begin (fixture->store[B]);
  new = copil_store_insert (fixture->store[B], merging_kind_of ("engagement"), &error, "axis", axis,
                            "measure", measure, "text", "Nouveau", NULL);
  merging_commit (fixture->store[B]);
  g_assert_cmpuint (merging_merge_choosing (fixture, A, B, GPOINTER_TO_INT (data)), >=, 1);
  assert_value (fixture->store[A], "engagement", new, "text", ours ? "gone" : "Nouveau");
  assert_value (fixture->store[A], "engagement", fixture->engagement[3], "label",
                ours ? "gone" : "4.1.4");
  merging_merge_well (fixture, B, A);
  merging_assert_same (fixture, A, B);
}

/* A person who left is no longer the lead of anything, without a question. */
static void
test_deleted_reference (Merging *fixture, gconstpointer data)
{
  g_autofree char *person = merging_text_of (fixture->person),
                  *party = merging_text_of (fixture->party);

  merging_edit (fixture->store[A], "engagement", fixture->engagement[0], "lead", person);
  merging_edit (fixture->store[A], "engagement", fixture->engagement[1], "parties", party);
  merging_drop (fixture->store[B], "person", fixture->person);
  merging_drop (fixture->store[B], "party", fixture->party);
  merging_merge_well (fixture, A, B);
  assert_value (fixture->store[A], "engagement", fixture->engagement[0], "lead", NULL);
  assert_value (fixture->store[A], "engagement", fixture->engagement[1], "parties", NULL);
  merging_merge_well (fixture, B, A);
  merging_assert_same (fixture, A, B);
}

static void
test_reorder (Merging *fixture, gconstpointer data)
{
  const CopilKind *kind = merging_kind_of ("engagement");

  merging_begin (fixture->store[A]);
  g_assert_true (copil_store_place (fixture->store[A], kind, fixture->engagement[3],
                                    fixture->engagement[0], NULL));
  merging_commit (fixture->store[A]);
  merging_begin (fixture->store[B]);
  g_assert_true (copil_store_place (fixture->store[B], kind, fixture->engagement[3],
                                    fixture->engagement[8], NULL));
  merging_commit (fixture->store[B]);
  merging_merge_well (fixture, A, B);
  merging_merge_well (fixture, B, A);
  merging_assert_same (fixture, A, B);
}

static void
test_strangers (Merging *fixture, gconstpointer data)
{
  g_autofree char *text = g_build_filename (fixture->folder, "text", NULL);
  g_autoptr (GError) error = NULL;

  fixture->store[C] = copil_store_create (fixture->path[C], "Autre", &error);
  g_assert_no_error (error);
  g_assert_false (merging_merge (fixture, A, C, COPIL_MERGE_THEIRS, NULL, &error));
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
  merging_edit (fixture->store[A], "engagement", fixture->engagement[0], "status", "done");
  g_assert_cmpint (
      copil_store_query_int (fixture->store[A], "SELECT count (*) FROM pragma_database_list", NULL),
      ==, 1);
}

/* The clock of the other runs a year ahead: its entries come last, and ours still follow. */
static void
test_clock (Merging *fixture, gconstpointer data)
{
  gint64 e = fixture->engagement[0], future;
  g_autofree char *sql = NULL;
  sqlite3 *db = NULL;

  merging_edit (fixture->store[B], "engagement", e, "status", "done");
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
  merging_merge_well (fixture, A, B);
  g_assert_cmpint (copil_store_get_head (fixture->store[A]), >, future);
  merging_edit (fixture->store[A], "engagement", e, "status", "planned");
  merging_edit (fixture->store[A], "engagement", e, "status", "abandoned");
  g_assert_true (copil_store_undo (fixture->store[A], NULL));
  merging_copy_store (fixture, A, C);
  g_assert_true (copil_store_undo (fixture->store[C], NULL));
  assert_value (fixture->store[C], "engagement", e, "status", "done");
  merging_merge_well (fixture, B, A);
  assert_value (fixture->store[B], "engagement", e, "status", "planned");
}

/* A big entry is packed in the journal; it can be undone and merged all the same. */
static void
test_big (Merging *fixture, gconstpointer data)
{
  g_autofree char *axis = merging_text_of (fixture->axis),
                  *before = merging_dump (fixture->store[B]), *after = NULL;

  merging_begin (fixture->store[B]);
  for (int i = 0; i < 2000; i++)
    merging_add (fixture->store[B], "engagement", "axis", axis, "text",
                 "Un engagement parmi tant d’autres");
  merging_commit (fixture->store[B]);
  g_assert_cmpint (
      copil_store_query_int (fixture->store[B], "SELECT max (compressed) FROM journal", NULL), ==,
      1);
  g_assert_true (copil_store_undo (fixture->store[B], NULL));
  after = merging_dump (fixture->store[B]);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (copil_store_redo (fixture->store[B], NULL));
  merging_edit (fixture->store[A], "engagement", fixture->engagement[0], "note", "De A");
  merging_merge_well (fixture, A, B);
  merging_merge_well (fixture, B, A);
  merging_assert_same (fixture, A, B);
}

/* --- properties --- */

/* Fields of which each side takes its own, so that no two sides ever change the same. */
static const char *const own_fields[3][3] = { { "note", "territory", "status" },
                                              { "text", "unit", "strength" },
                                              { "due", "label", "quantity" } };

static void
edit_at_random (Merging *fixture, int side, GRand *random)
{
  CopilStore *store = fixture->store[side];
  g_autofree char *axis = merging_text_of (fixture->axis);
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
      merging_begin (store);
      merging_add (store, "engagement", "axis", axis, "text", "Nouveau");
      merging_commit (store);
      return;
    case 3:
      merging_begin (store);
      merging_add (store, "person", "name", "Durand", "function", "Membre");
      merging_commit (store);
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
  merging_edit (store, "engagement", e, field, value);
}

/* Two copies, edited at random in different fields and merged now and then in any direction, hold
 * the same in the end, without one question. Undo stays out of what came from the other side, which
 * would be an edit of the other's field. */
static void
test_converge (Merging *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));

  for (int step = 0; step < 40; step++)
    {
      int side = g_rand_int_range (random, 0, 2);

      if (g_rand_int_range (random, 0, 8) == 0)
        merging_merge_well (fixture, side, !side);
      else
        {
          const char *undo = copil_store_get_undo_name (fixture->store[side]);
          if (!undo || !g_str_has_prefix (undo, "Merge with another version"))
            edit_at_random (fixture, side, random);
          else
            merging_edit (fixture->store[side], "engagement", fixture->engagement[0],
                          own_fields[side][0], "7");
        }
    }
  if (g_rand_boolean (random))
    {
      merging_merge_well (fixture, A, B);
      merging_merge_well (fixture, B, A);
    }
  else
    {
      merging_merge_well (fixture, B, A);
      merging_merge_well (fixture, A, B);
    }
  merging_assert_same (fixture, A, B);
  merging_merge_well (fixture, A, B);
  merging_merge_well (fixture, B, A);
  merging_assert_same (fixture, A, B);
  g_assert_cmpuint (copil_store_count_missing (fixture->store[A], fixture->store[B]), ==, 0);
  g_assert_cmpuint (copil_store_count_missing (fixture->store[B], fixture->store[A]), ==, 0);
}

/* Both take in an earlier state of the other at the same time, as two machines do that share a
 * folder. */
static void
test_crossing (Merging *fixture, gconstpointer data)
{
  g_autofree char *sent_a = g_build_filename (fixture->folder, "sent-a", NULL);
  g_autofree char *sent_b = g_build_filename (fixture->folder, "sent-b", NULL);
  g_autoptr (GError) error = NULL;

  for (int turn = 0; turn < 3; turn++)
    {
      g_autofree char *note = g_strdup_printf ("Tour %d", turn);

      merging_edit (fixture->store[A], "engagement", fixture->engagement[turn], "note", note);
      merging_edit (fixture->store[B], "engagement", fixture->engagement[turn], "territory", note);
      g_unlink (sent_a);
      g_unlink (sent_b);
      g_assert_true (copil_store_snapshot (fixture->store[A], sent_a, &error));
      g_assert_true (copil_store_snapshot (fixture->store[B], sent_b, &error));
      g_assert_true (copil_store_merge (fixture->store[A], sent_b, COPIL_MERGE_ASK, NULL, &error));
      g_assert_true (copil_store_merge (fixture->store[B], sent_a, COPIL_MERGE_ASK, NULL, &error));
      g_assert_no_error (error);
      merging_assert_same (fixture, A, B);
    }
  merging_merge_well (fixture, A, B);
  merging_merge_well (fixture, B, A);
  merging_assert_same (fixture, A, B);
}

/* Three copies, of which each takes in any other at any time; what each entered last is what all
 * hold in the end, also where two know different parts of the third's work. */
static void
test_converge_three (Merging *fixture, gconstpointer data)
{
  const char *const fields[] = { "note", "territory", "unit" };
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  int last[3][12] = { { 0 } };

  merging_copy_store (fixture, A, C);
  for (int step = 1; step <= 60; step++)
    {
      int side = g_rand_int_range (random, 0, 3), e = g_rand_int_range (random, 0, 12);
      g_autofree char *value = g_strdup_printf ("%d", step);

      if (g_rand_int_range (random, 0, 4) == 0)
        merging_merge_well (fixture, side, (side + g_rand_int_range (random, 1, 3)) % 3);
      else
        {
          merging_edit (fixture->store[side], "engagement", fixture->engagement[e], fields[side],
                        value);
          last[side][e] = step;
        }
    }
  /* one round trip through all of them */
  merging_merge_well (fixture, A, B);
  merging_merge_well (fixture, A, C);
  merging_merge_well (fixture, B, A);
  merging_merge_well (fixture, C, A);
  merging_assert_same (fixture, A, B);
  merging_assert_same (fixture, A, C);
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
  g_test_add ("/merge/" name, Merging, data, merging_set_up, function, merging_tear_down)
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
    g_test_add (path, Merging, GINT_TO_POINTER (choices[i].choice), merging_set_up, function,      \
                merging_tear_down);                                                                \
  }                                                                                                \
  G_STMT_END
      ADD_CHOICE ("conflict", test_conflict);
      ADD_CHOICE ("deleted-and-edited", test_deleted_and_edited);
      ADD_CHOICE ("deleted-owner", test_deleted_owner);
      ADD_CHOICE ("owner-deleted-here", test_owner_deleted_here);
    }
  for (guint seed = 1; seed <= merging_count_seeds (15); seed++)
    {
      g_autofree char *two = g_strdup_printf ("/merge/converge/%u", seed);
      g_autofree char *three = g_strdup_printf ("/merge/converge-three/%u", seed);
      g_test_add (two, Merging, GUINT_TO_POINTER (seed), merging_set_up, test_converge,
                  merging_tear_down);
      g_test_add (three, Merging, GUINT_TO_POINTER (seed), merging_set_up, test_converge_three,
                  merging_tear_down);
    }
  return g_test_run ();
}

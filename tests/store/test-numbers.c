/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers that both sides of a merge gave. COPIL_TEST_SEEDS says how many walks. */
#include <glib/gstdio.h>
#include <string.h>

#include "copil-query.h"
#include "copil-record.h"
#include "merge-tools.h"

/* A meeting of 2024 that all copies have. */
static gint64
add_meeting (Merging *fixture)
{
  gint64 id;

  merging_begin (fixture->store[A]);
  id = merging_add (fixture->store[A], "meeting", "title", "Comité", "date", "2024-06-11");
  merging_commit (fixture->store[A]);
  merging_merge_well (fixture, B, A);
  return id;
}

static gint64
add_to (CopilStore *store, const char *kind, gint64 meeting, const char *field, const char *number,
        const char *title)
{
  g_autofree char *of = merging_text_of (meeting);
  g_autoptr (GError) error = NULL;
  gint64 id;

  merging_begin (store);
  id = copil_store_insert (store, copil_kind_get (kind), &error, "meeting", of, field, number,
                           copil_kind_get (kind)->title_field, title, NULL);
  g_assert_no_error (error);
  merging_commit (store);
  return id;
}

static gint64
decide (CopilStore *store, gint64 meeting, const char *number, const char *text)
{
  return add_to (store, "decision", meeting, "label", number, text);
}

/* Merges, and gives the sentences. */
static GPtrArray *
merge (Merging *fixture, int into, int from, CopilMergeChoice choice)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sent.copil", NULL);
  GPtrArray *told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_remove (path);
  g_assert_true (copil_store_snapshot (fixture->store[from], path, &error));
  copil_store_merge_telling (fixture->store[into], path, choice, conflicts, told, &error);
  for (guint i = 0; i < conflicts->len; i++)
    g_test_message ("conflict: %s", (const char *)conflicts->pdata[i]);
  g_assert_no_error (error);
  return told;
}

static void
assert_told (GPtrArray *told, const char *sentence)
{
  for (guint i = 0; i < told->len; i++)
    g_test_message ("told: %s", (const char *)told->pdata[i]);
  g_assert_true (g_ptr_array_find_with_equal_func (told, sentence, g_str_equal, NULL));
}

/* Whichever merges first, the decision that was made first keeps its number. */
static void
test_decisions (Merging *fixture, gconstpointer data)
{
  int into = GPOINTER_TO_INT (data), from = !into;
  gint64 meeting = add_meeting (fixture);
  gint64 a = decide (fixture->store[A], meeting, "2024-1-01", "Ouvrir le campus");
  gint64 b = decide (fixture->store[B], meeting, "2024-1-01", "Publier la charte");
  g_autofree char *before = merging_dump (fixture->store[into]), *back = NULL, *again = NULL,
                  *merged = NULL;
  g_autoptr (GPtrArray) told = merge (fixture, into, from, COPIL_MERGE_ASK), back_told = NULL;

  assert_value (fixture->store[into], "decision", a, "label", "2024-1-01");
  assert_value (fixture->store[into], "decision", b, "label", "2024-1-02");
  assert_told (told,
               "Decision “Publier la charte” has the number 2024-1-02 now: 2024-1-01 was given"
               " in both versions.");
  /* the merge is one step, with what it numbered */
  merged = merging_dump (fixture->store[into]);
  g_assert_true (copil_store_undo (fixture->store[into], NULL));
  back = merging_dump (fixture->store[into]);
  g_assert_cmpstr (back, ==, before);
  g_assert_true (copil_store_redo (fixture->store[into], NULL));
  again = merging_dump (fixture->store[into]);
  g_assert_cmpstr (again, ==, merged);

  g_ptr_array_unref (merge (fixture, from, into, COPIL_MERGE_ASK));
  merging_assert_same (fixture, A, B);
  g_ptr_array_unref (merge (fixture, into, from, COPIL_MERGE_ASK));
  merging_assert_same (fixture, A, B);
  assert_value (fixture->store[A], "decision", b, "label", "2024-1-02");
}

/* Both take in the other's earlier state at the same time, and come to the same. */
static void
test_crossing (Merging *fixture, gconstpointer data)
{
  g_autofree char *sent_a = g_build_filename (fixture->folder, "sent-a", NULL);
  g_autofree char *sent_b = g_build_filename (fixture->folder, "sent-b", NULL);
  gint64 meeting = add_meeting (fixture);
  g_autoptr (GError) error = NULL;

  decide (fixture->store[A], meeting, "2024-1-01", "Une");
  decide (fixture->store[B], meeting, "2024-1-01", "Deux");
  decide (fixture->store[B], meeting, "2024-1-02", "Trois");
  decide (fixture->store[A], meeting, "2024-1-02", "Quatre");
  add_to (fixture->store[B], "item", meeting, "label", "1", "Bilan");
  add_to (fixture->store[A], "item", meeting, "label", "1", "Autre point");
  g_assert_true (copil_store_snapshot (fixture->store[A], sent_a, &error));
  g_assert_true (copil_store_snapshot (fixture->store[B], sent_b, &error));
  g_assert_true (copil_store_merge (fixture->store[A], sent_b, COPIL_MERGE_ASK, NULL, &error));
  g_assert_true (copil_store_merge (fixture->store[B], sent_a, COPIL_MERGE_ASK, NULL, &error));
  g_assert_no_error (error);
  merging_assert_same (fixture, A, B);
  merging_merge_well (fixture, A, B);
  merging_merge_well (fixture, B, A);
  merging_assert_same (fixture, A, B);
  g_assert_cmpint (copil_store_query_int (fixture->store[A],
                                          "SELECT count (DISTINCT label) FROM decision", NULL),
                   ==, 4);
  g_assert_cmpint (
      copil_store_query_int (fixture->store[A], "SELECT count (DISTINCT label) FROM item", NULL),
      ==, 2);
}

/* What stands in validated minutes keeps its number, also where it came later. */
static void
test_validated (Merging *fixture, gconstpointer data)
{
  int into = GPOINTER_TO_INT (data), from = !into;
  gint64 meeting = add_meeting (fixture), a, b;

  a = decide (fixture->store[A], meeting, "2024-1-01", "Une");
  b = decide (fixture->store[B], meeting, "2024-1-01", "Deux");
  merging_edit (fixture->store[B], "meeting", meeting, "minutes", "validated");
  g_ptr_array_unref (merge (fixture, into, from, COPIL_MERGE_ASK));
  g_ptr_array_unref (merge (fixture, from, into, COPIL_MERGE_ASK));
  merging_assert_same (fixture, A, B);
  assert_value (fixture->store[A], "decision", a, "label", "2024-1-02");
  assert_value (fixture->store[A], "decision", b, "label", "2024-1-01");
}

/* Both validated: nothing moves, and it is said. */
static void
test_both_validated (Merging *fixture, gconstpointer data)
{
  gint64 meeting = add_meeting (fixture), a, b;
  g_autoptr (GPtrArray) told = NULL, again = NULL;

  a = decide (fixture->store[A], meeting, "2024-1-01", "Une");
  b = decide (fixture->store[B], meeting, "2024-1-01", "Deux");
  merging_edit (fixture->store[A], "meeting", meeting, "minutes", "validated");
  merging_edit (fixture->store[B], "meeting", meeting, "minutes", "validated");
  told = merge (fixture, A, B, COPIL_MERGE_ASK);
  assert_told (told, "Decision “Une” and Decision “Deux” both have the number 2024-1-01: none was"
                     " changed.");
  again = merge (fixture, B, A, COPIL_MERGE_ASK);
  merging_assert_same (fixture, A, B);
  assert_value (fixture->store[A], "decision", a, "label", "2024-1-01");
  assert_value (fixture->store[A], "decision", b, "label", "2024-1-01");
}

/* The other gave the number away before it heard that the minutes were validated. */
static void
test_validated_since (Merging *fixture, gconstpointer data)
{
  gint64 meeting = add_meeting (fixture), a, b;

  a = decide (fixture->store[A], meeting, "2024-1-01", "Une");
  b = decide (fixture->store[B], meeting, "2024-1-01", "Deux");
  g_ptr_array_unref (merge (fixture, A, B, COPIL_MERGE_ASK));
  assert_value (fixture->store[A], "decision", b, "label", "2024-1-02");
  merging_edit (fixture->store[B], "meeting", meeting, "minutes", "validated");
  g_ptr_array_unref (merge (fixture, A, B, COPIL_MERGE_ASK));
  g_ptr_array_unref (merge (fixture, B, A, COPIL_MERGE_ASK));
  merging_assert_same (fixture, A, B);
  assert_value (fixture->store[A], "decision", b, "label", "2024-1-01");
  assert_value (fixture->store[A], "decision", a, "label", "2024-1-02");
}

/* Items, minutes' versions and fiches have numbers too; what one side had twice is its own affair.
 */
static void
test_others (Merging *fixture, gconstpointer data)
{
  gint64 meeting = add_meeting (fixture), item[3], version[2], fiche[4];
  g_autoptr (GPtrArray) told = NULL;

  item[0] = add_to (fixture->store[A], "item", meeting, "label", "7", "Bilan");
  item[1] = add_to (fixture->store[B], "item", meeting, "label", "7", "Autre");
  item[2] = add_to (fixture->store[B], "item", meeting, "label", "9", "Encore");
  version[0] = add_to (fixture->store[A], "minutes_version", meeting, "number", "1", "2024-07-01");
  version[1] = add_to (fixture->store[B], "minutes_version", meeting, "number", "1", "2024-07-02");
  merging_begin (fixture->store[A]);
  fiche[0] = merging_add (fixture->store[A], "fiche", "label", "F9", "title", "Une");
  fiche[1] = merging_add (fixture->store[A], "fiche", "label", "F9", "title", "Deux");
  fiche[2] = merging_add (fixture->store[A], "fiche", "label", "sans", "title", "Trois");
  merging_commit (fixture->store[A]);
  merging_begin (fixture->store[B]);
  fiche[3] = merging_add (fixture->store[B], "fiche", "label", "F9", "title", "Quatre");
  merging_add (fixture->store[B], "fiche", "label", "sans", "title", "Cinq");
  merging_commit (fixture->store[B]);
  told = merge (fixture, A, B, COPIL_MERGE_ASK);
  merging_merge_well (fixture, B, A);
  merging_assert_same (fixture, A, B);
  assert_value (fixture->store[A], "item", item[0], "label", "7");
  assert_value (fixture->store[A], "item", item[1], "label", "10");
  assert_value (fixture->store[A], "item", item[2], "label", "9");
  assert_value (fixture->store[A], "minutes_version", version[0], "number", "1");
  assert_value (fixture->store[A], "minutes_version", version[1], "number", "2");
  assert_value (fixture->store[A], "fiche", fiche[0], "label", "F9");
  assert_value (fixture->store[A], "fiche", fiche[1], "label", "F9");
  assert_value (fixture->store[A], "fiche", fiche[3], "label", "F10");
  assert_value (fixture->store[A], "fiche", fiche[2], "label", "sans");
  assert_told (told, "Fiche action “Trois” and Fiche action “Cinq” both have the number sans: none"
                     " was changed.");
}

/* An agenda that is numbered from 1 in its order is so afterwards. */
static void
test_agenda (Merging *fixture, gconstpointer data)
{
  gint64 meeting = add_meeting (fixture), last;
  g_autofree char *order = NULL;

  add_to (fixture->store[A], "item", meeting, "label", "1", "Ouverture");
  last = add_to (fixture->store[A], "item", meeting, "label", "2", "Questions diverses");
  merging_merge_well (fixture, B, A);
  for (int side = A; side <= B; side++)
    for (int i = 0; i <= side; i++)
      {
        g_autofree char *title = g_strdup_printf ("Point %d de %c", i, 'A' + side);
        g_autofree char *number = g_strdup_printf ("%d", 2 + i),
                        *next = g_strdup_printf ("%d", 3 + i);
        gint64 id;

        merging_edit (fixture->store[side], "item", last, "label", next);
        id = add_to (fixture->store[side], "item", meeting, "label", number, title);
        merging_begin (fixture->store[side]);
        g_assert_true (
            copil_store_place (fixture->store[side], copil_kind_get ("item"), id, last, NULL));
        merging_commit (fixture->store[side]);
      }
  merging_merge_well (fixture, A, B);
  merging_merge_well (fixture, B, A);
  merging_assert_same (fixture, A, B);
  order = copil_store_query_dup_text (
      fixture->store[A],
      "SELECT group_concat (label, ' ') FROM (SELECT label FROM item ORDER BY position, id)", NULL);
  g_assert_cmpstr (order, ==, "1 2 3 4 5");
  assert_value (fixture->store[A], "item", last, "label", "5");
}

/* What was merged is said, and stands in the history. */
static void
test_told (Merging *fixture, gconstpointer data)
{
  gint64 e = fixture->engagement[0];
  g_autoptr (GPtrArray) told = NULL, nobody = NULL;

  copil_store_set_author (fixture->store[B], "Anne Martin");
  merging_edit (fixture->store[B], "engagement", e, "status", "done");
  merging_edit (fixture->store[B], "engagement", e, "note", "Vu");
  merging_edit (fixture->store[B], "engagement", e, "note", "Vu sur place");
  merging_edit (fixture->store[B], "engagement", e, "unit", "km");
  g_assert_true (copil_store_undo (fixture->store[B], NULL));
  told = merge (fixture, A, B, COPIL_MERGE_ASK);
  g_assert_cmpuint (told->len, ==, 1);
  g_assert_cmpstr (told->pdata[0], ==,
                   "From Anne Martin: Engagement 4.1.1: Status; Engagement 4.1.1: Follow-up.");
  g_assert_cmpstr (copil_store_get_undo_name (fixture->store[A]), ==,
                   "Merge with another version: Engagement 4.1.1: Status; Engagement 4.1.1:"
                   " Follow-up");
  copil_store_set_author (fixture->store[B], NULL);
  for (int i = 1; i < 6; i++)
    merging_edit (fixture->store[B], "engagement", fixture->engagement[i], "status", "done");
  nobody = merge (fixture, A, B, COPIL_MERGE_ASK);
  g_assert_cmpstr (nobody->pdata[0], ==,
                   "It brought: Engagement 4.1.2: Status; Engagement 4.1.3: Status; Engagement"
                   " 4.1.4: Status; and 2 others.");
}

/* Three copies where people decide and merge at any time: no two decisions or items have one number
 * in the end, and all hold the same. */
static void
test_walk (Merging *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  gint64 meeting = add_meeting (fixture);

  merging_copy_store (fixture, A, C);
  for (int step = 0; step < 40; step++)
    {
      int side = g_rand_int_range (random, 0, 3);
      CopilStore *store = fixture->store[side];
      gboolean item = g_rand_boolean (random);
      gint64 last = copil_store_query_int (
          store,
          item ? "SELECT max (cast (label AS INTEGER)) FROM item"
               : "SELECT max (cast (substr (label, 8) AS INTEGER)) FROM decision",
          NULL);
      g_autofree char *number = g_strdup_printf (item ? "%d" : "2024-1-%02d", (int)last + 1);

      if (g_rand_int_range (random, 0, 4) == 0)
        merging_merge_well (fixture, side, (side + g_rand_int_range (random, 1, 3)) % 3);
      else
        add_to (store, item ? "item" : "decision", meeting, "label", number, "Texte");
    }
  merging_merge_well (fixture, A, B);
  merging_merge_well (fixture, A, C);
  merging_merge_well (fixture, B, A);
  merging_merge_well (fixture, C, A);
  merging_assert_same (fixture, A, B);
  merging_assert_same (fixture, A, C);
  g_assert_cmpint (copil_store_query_int (fixture->store[A],
                                          "SELECT count (*) - count (DISTINCT label) FROM decision",
                                          NULL),
                   ==, 0);
  g_assert_cmpint (copil_store_query_int (fixture->store[A],
                                          "SELECT count (*) - count (DISTINCT label) FROM item",
                                          NULL),
                   ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, function)                                                                  \
  g_test_add ("/numbers/" name, Merging, data, merging_set_up, function, merging_tear_down)
  ADD ("decisions/first", GINT_TO_POINTER (A), test_decisions);
  ADD ("decisions/last", GINT_TO_POINTER (B), test_decisions);
  ADD ("crossing", NULL, test_crossing);
  ADD ("validated/here", GINT_TO_POINTER (B), test_validated);
  ADD ("validated/there", GINT_TO_POINTER (A), test_validated);
  ADD ("validated/both", NULL, test_both_validated);
  ADD ("validated/since", NULL, test_validated_since);
  ADD ("others", NULL, test_others);
  ADD ("agenda", NULL, test_agenda);
  ADD ("told", NULL, test_told);
  for (guint seed = 1; seed <= merging_count_seeds (10); seed++)
    {
      g_autofree char *path = g_strdup_printf ("/numbers/walk/%u", seed);
      g_test_add (path, Merging, GUINT_TO_POINTER (seed), merging_set_up, test_walk,
                  merging_tear_down);
    }
  return g_test_run ();
}

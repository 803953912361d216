/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two copies of a file in which two people corrected and accepted different passages become one
 * without a question. */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "copil-merge.h"
#include "copil-query.h"
#include "passages-fixture.h"

#define YES(call) g_assert_true ((call) != 0)

/* The other copy, as it came by mail. */
static void
copy (Fixture *from, Fixture *to)
{
  g_autoptr (GError) error = NULL;

  *to = *from;
  to->path = g_build_filename (from->folder, "b.copil", NULL);
  g_assert_true (copil_store_snapshot (from->store, to->path, &error));
  to->store = copil_store_open (to->path, COPIL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
merge (Fixture *into, Fixture *from)
{
  g_autofree char *sent = g_build_filename (into->folder, "sent.copil", NULL);
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_unlink (sent);
  g_assert_true (copil_store_snapshot (from->store, sent, &error));
  copil_store_merge (into->store, sent, COPIL_MERGE_ASK, conflicts, &error);
  for (guint i = 0; i < conflicts->len; i++)
    g_test_message ("%s", (const char *)conflicts->pdata[i]);
  g_assert_no_error (error);
  g_assert_cmpuint (conflicts->len, ==, 0);
  fixture_check_tree (into);
}

static void
free_copy (Fixture *copy)
{
  g_clear_object (&copy->store);
  g_free (copy->path);
}

static void
test_merge (Fixture *f, gconstpointer data)
{
  const char *const pieces[] = { "tenir un forum au printemps", "y envoyer des salariés", NULL };
  Fixture other;
  g_autofree char *one = NULL, *two = NULL, *before = NULL, *undone = NULL;
  gint64 stage = fixture_find (f, "accueillir"), tutor = fixture_find (f, "désigner"),
         both[] = { stage, tutor }, visits = fixture_find (f, "Visites"),
         axis3 = fixture_find (f, "Apprentissage"), workshop = fixture_find (f, "ouvrir un"),
         forum = fixture_find (f, "L’académie s’engage à te"),
         elle = fixture_find (f, "Elle veille"),
         direct = fixture_find (f, "La société s’engage à pu"),
         tutors = fixture_find (f, "Les parties");

  (void)data;
  copy (f, &other);
  /* One works on the first axis, the other one on the rest. */
  YES (copil_passages_merge (f->store, f->source, both, 2, NULL));
  YES (copil_passage_set (f->store, f->source, workshop, "text", "Ouvrir deux ateliers", NULL));
  YES (copil_passage_place (f->store, f->source, workshop, COPIL_PASSAGE_INTO, visits, NULL));
  YES (copil_passages_set_aside (f->store, f->source, &elle, 1, TRUE, NULL));
  YES (copil_passages_accept (f->store, f->source, &stage, 1, FALSE, NULL));
  YES (copil_passage_split (other.store, other.source, forum, pieces, NULL));
  YES (
      copil_passages_set_kind (other.store, other.source, &direct, 1, COPIL_DRAFT_INDICATOR, NULL));
  YES (copil_passage_set (other.store, other.source, tutors, "due", "2028-06-30", NULL));
  YES (copil_passages_accept (other.store, other.source, &axis3, 1, FALSE, NULL));

  before = fixture_dump (f->store);
  merge (f, &other);
  merge (&other, f);
  one = fixture_dump (f->store);
  two = fixture_dump (other.store);
  g_assert_cmpstr (one, ==, two);
  fixture_assert_outline (
      f, 0,
      "P L’académie de Valmer +\nP La société Tissages du L +\nR 1 Objet\n"
      "A 2 Découverte des métiers +\n  M 2.1 Stages +\n    E accueillir 40 élèves en +\n"
      "  M 2.2 Visites\n    E L’académie s’engage à or\n    E Elle veille à la sécurit x\n"
      "    E Ouvrir deux ateliers\n"
      "A 3 Apprentissage +\n  I La société s’engage à pu +\n  M 3.1 Recrutement +\n"
      "    E La société s’engage à re +\n    I apprentis +\n      T 60 +\n      T 80 +\n"
      "  M 3.2 Formation des tuteurs +\n    E Les parties pourront for +\n"
      "A 4 Orientation ?\n  M 4.1 Forum\n    E tenir un forum au printe\n"
      "    E y envoyer des salariés\nR 5 Durée\nR 6 Communication\n");
  g_assert_true (copil_store_undo (f->store, NULL));
  undone = fixture_dump (f->store);
  g_assert_cmpstr (undone, ==, before);
  free_copy (&other);
}

/* The same passages accepted on both sides are one record each. */
static void
test_both (Fixture *f, gconstpointer data)
{
  gint64 axis = fixture_find (f, "Découverte"), stages = fixture_find (f, "Stages");
  g_autofree char *one = NULL, *two = NULL, *alone = NULL;
  Fixture other;

  (void)data;
  copy (f, &other);
  fixture_accept (f, axis);
  fixture_accept (&other, stages);
  alone = fixture_records (f);
  merge (f, &other);
  merge (&other, f);
  one = fixture_dump (f->store);
  two = fixture_dump (other.store);
  g_assert_cmpstr (one, ==, two);
  fixture_assert_records (f, alone);
  g_assert_cmpint (copil_store_query_int (f->store, "SELECT count (*) FROM engagement", NULL), ==,
                   5);
  free_copy (&other);
}

/* A text taken over on each side: both are kept, the later one is the last. */
static void
test_two_texts (Fixture *f, gconstpointer data)
{
  g_autofree char *text = fixture_amend (fixture_text, "trois ans", "quatre ans");
  gint64 first = f->source;
  Fixture other;

  (void)data;
  fixture_accept (f, 0);
  copy (f, &other);
  fixture_take (f, text);
  fixture_accept (f, 0);
  fixture_take (&other, fixture_text);
  merge (f, &other);
  g_assert_cmpint (copil_store_query_int (f->store, "SELECT count (*) FROM source", NULL), ==, 3);
  g_assert_cmpint (copil_source_get_last (f->store), ==, other.source);
  g_assert_cmpint (first, <, f->source);
  g_assert_cmpint (copil_store_query_int (f->store, "SELECT duration_months FROM convention", NULL),
                   ==, 48);
  free_copy (&other);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_setenv ("COPIL_TODAY", "2026-09-01", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/passages-merge/different", Fixture, NULL, fixture_set_up_taken, test_merge,
              fixture_tear_down);
  g_test_add ("/passages-merge/both", Fixture, NULL, fixture_set_up_taken, test_both,
              fixture_tear_down);
  g_test_add ("/passages-merge/two-texts", Fixture, NULL, fixture_set_up_taken, test_two_texts,
              fixture_tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds, levels and places: every correction of the outline gives one tree, is taken back by one
 * undo to the last column, and where it is refused nothing changed. */
#include <locale.h>
#include <string.h>

#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"
#include "passages-checks.h"

/* --- kinds --- */

static void
test_article (Fixture *f, gconstpointer data)
{
  gint64 axis = fixture_find (f, "Apprentissage");

  (void)data;
  KIND (axis, ARTICLE);
  fixture_assert_outline (
      f, axis, "R 3 Apprentissage ?\n  E La société s’engage à pu\n" RECRUTEMENT TUTEURS);
  DO (copil_passages_accept (f->store, f->source, NULL, 0, FALSE, &error));
  g_assert_cmpint (copil_store_query_int (f->store, "SELECT count (*) FROM axis", NULL), ==, 2);
  KIND (axis, AXIS);
  fixture_assert_outline (f, axis, AXIS3);
  REFUSE_KIND (axis, FIELD, PLACE);
  REFUSE_KIND (axis, TARGET, PLACE);
  REFUSE_KIND (axis, PARTY, PLACE);
}

static void
test_kind_measure (Fixture *f, gconstpointer data)
{
  gint64 axis = fixture_find (f, "Découverte"), visits = fixture_find (f, "Visites"),
         tutor = fixture_find (f, "désigner"), stages = fixture_find (f, "Stages");

  (void)data;
  /* An engagement becomes a measure; what follows stands under it. */
  KIND (tutor, MEASURE);
  fixture_assert_outline (f, axis,
                          "A 2 Découverte des métiers ?\n  M 2.1 Stages\n"
                          "    E accueillir 40 élèves en\n  M désigner un tuteur pour\n"
                          "    E ouvrir un atelier aux cl\n" VISITES);
  KIND (tutor, ENGAGEMENT);
  fixture_assert_outline (f, axis, AXIS2);
  /* A measure becomes an engagement of the one before. */
  KIND (visits, ENGAGEMENT);
  fixture_assert_outline (f, axis,
                          "A 2 Découverte des métiers ?\n" STAGES
                          "    E Visites\n    E L’académie s’engage à or\n"
                          "    E Elle veille à la sécurit\n");
  KIND (visits, MEASURE);
  fixture_assert_outline (f, axis, AXIS2);
  /* The first has none before it: directly under the axis. */
  KIND (stages, ENGAGEMENT);
  fixture_assert_outline (f, axis,
                          "A 2 Découverte des métiers ?\n  E Stages\n"
                          "  E accueillir 40 élèves en\n  E désigner un tuteur pour\n"
                          "  E ouvrir un atelier aux cl\n" VISITES);
  KIND (stages, MEASURE);
  fixture_assert_outline (f, axis, AXIS2);
}

static void
test_kind_axis (Fixture *f, gconstpointer data)
{
  gint64 visits = fixture_find (f, "Visites"), axis = fixture_find (f, "Découverte"),
         axis3 = fixture_find (f, "Apprentissage");

  (void)data;
  KIND (visits, AXIS);
  fixture_assert_outline (f, axis, "A 2 Découverte des métiers ?\n" STAGES);
  fixture_assert_outline (
      f, visits, "A 2.2 Visites\n  E L’académie s’engage à or\n  E Elle veille à la sécurit\n");
  KIND (visits, MEASURE);
  fixture_assert_outline (f, axis, AXIS2);
  /* An axis as a measure of the one before, with its measures beside it. */
  KIND (axis3, MEASURE);
  fixture_assert_outline (
      f, axis, AXIS2 "  M 3 Apprentissage ?\n    E La société s’engage à pu\n" RECRUTEMENT TUTEURS);
  KIND (axis3, AXIS);
  fixture_assert_outline (f, axis3, AXIS3);
}

static void
test_kind_indicator (Fixture *f, gconstpointer data)
{
  gint64 recruit = fixture_find (f, "La société s’engage à recruter"),
         measure = fixture_find (f, "Recrutement"), indicator = fixture_find (f, "apprentis"),
         other;

  (void)data;
  /* Its quantity and date are a target. */
  KIND (recruit, INDICATOR);
  fixture_assert_outline (f, measure,
                          "M 3.1 Recrutement\n  I La société s’engage à re\n    T 60\n"
                          "  I apprentis ?\n    T 60\n    T 80\n");
  KIND (recruit, ENGAGEMENT);
  fixture_assert_outline (f, measure,
                          "M 3.1 Recrutement\n  E La société s’engage à re\n"
                          "  I apprentis ?\n    T 60\n    T 80\n");
  assert_column (f, recruit, "quantity", "60.0");
  assert_column (f, recruit, "due", "2027-12-31");
  KIND (indicator, ENGAGEMENT);
  fixture_assert_outline (f, measure,
                          "M 3.1 Recrutement\n  E La société s’engage à re\n  E apprentis ?\n");
  assert_column (f, indicator, "quantity", "60.0");
  assert_column (f, indicator, "due", "2027-12-31");
  KIND (indicator, INDICATOR);
  other = next_of (f, indicator);
  fixture_assert_outline (f, indicator, "I apprentis ?\n  T 60\n");
  ACCEPT (indicator);
  assert_column (f, other, "state", "accepted");
  REFUSE_KIND (indicator, ENGAGEMENT, TAKEN);
  g_assert_true (copil_store_undo (f->store, NULL));
  REFUSE_KIND (other, ENGAGEMENT, PLACE);
  REFUSE_KIND (other, AXIS, PLACE);
  g_assert_true (copil_store_redo (f->store, NULL));
  REFUSE_KIND (other, ENGAGEMENT, TAKEN);
}

static void
test_kind_party (Fixture *f, gconstpointer data)
{
  gint64 tutor = fixture_find (f, "désigner"), stages = fixture_find (f, "Stages");

  (void)data;
  REFUSE_KIND (stages, PARTY, PLACE);
  KIND (tutor, PARTY);
  fixture_assert_outline (f, tutor, "P désigner un tuteur pour\n");
  fixture_assert_outline (
      f, stages, "M 2.1 Stages\n  E accueillir 40 élèves en\n  E ouvrir un atelier aux cl\n");
  ACCEPT (tutor);
  /* The number of the article is not its name. */
  fixture_assert_get (f, tutor, "short_name", "désigner un tuteur pour chaque élève");
  fixture_assert_get (f, tutor, "side", "1");
  REFUSE_KIND (tutor, AXIS, TAKEN);
}

static void
test_kind_several (Fixture *f, gconstpointer data)
{
  gint64 axis = fixture_find (f, "Découverte"),
         ids[] = { fixture_find (f, "accueillir"), fixture_find (f, "désigner"),
                   fixture_find (f, "ouvrir un") };

  (void)data;
  DO (copil_passages_set_kind (f->store, f->source, ids, 3, COPIL_DRAFT_INDICATOR, &error));
  fixture_assert_outline (f, axis,
                          "A 2 Découverte des métiers ?\n  M 2.1 Stages\n"
                          "    I accueillir 40 élèves en\n    I désigner un tuteur pour\n"
                          "    I ouvrir un atelier aux cl\n" VISITES);
  DO (copil_passages_set_kind (f->store, f->source, ids, 3, COPIL_DRAFT_MEASURE, &error));
  DO (copil_passages_set_kind (f->store, f->source, ids, 3, COPIL_DRAFT_ENGAGEMENT, &error));
  fixture_assert_outline (f, axis, AXIS2);
  /* One of them is a record already: nothing changes. */
  ACCEPT (ids[2]);
  REFUSE (copil_passages_set_kind (f->store, f->source, ids, 3, COPIL_DRAFT_MEASURE, &error),
          TAKEN);
}

/* What follows a new heading would change its place in the file. */
static void
test_kind_accepted_below (Fixture *f, gconstpointer data)
{
  gint64 first = fixture_find (f, "accueillir"), second = fixture_find (f, "désigner");

  (void)data;
  ACCEPT (second);
  REFUSE_KIND (first, MEASURE, TAKEN);
  REFUSE_KIND (first, AXIS, TAKEN);
}

/* --- levels --- */

static void
test_promote (Fixture *f, gconstpointer data)
{
  gint64 axis = fixture_find (f, "Découverte"), first = fixture_find (f, "accueillir");

#define PROMOTE(id) DO (copil_passage_promote (f->store, f->source, id, &error))
#define DEMOTE(id) DO (copil_passage_demote (f->store, f->source, id, &error))
  (void)data;
  PROMOTE (first);
  fixture_assert_outline (f, axis,
                          "A 2 Découverte des métiers ?\n  M 2.1 Stages\n"
                          "    E désigner un tuteur pour\n    E ouvrir un atelier aux cl\n"
                          "  E accueillir 40 élèves en\n" VISITES);
  DEMOTE (first);
  fixture_assert_outline (f, axis,
                          "A 2 Découverte des métiers ?\n  M 2.1 Stages\n"
                          "    E désigner un tuteur pour\n    E ouvrir un atelier aux cl\n"
                          "    E accueillir 40 élèves en\n" VISITES);
  PROMOTE (first);
  PROMOTE (first);
  fixture_assert_outline (f, axis,
                          "A 2 Découverte des métiers ?\n  M 2.1 Stages\n"
                          "    E désigner un tuteur pour\n    E ouvrir un atelier aux cl\n"
                          "  M accueillir 40 élèves en\n" VISITES);
  PROMOTE (first);
  fixture_assert_outline (f, first, "A accueillir 40 élèves en\n" VISITES);
  REFUSE (copil_passage_promote (f->store, f->source, first, &error), PLACE);
  DEMOTE (first);
  DEMOTE (first);
  fixture_assert_outline (f, axis,
                          "A 2 Découverte des métiers ?\n  M 2.1 Stages\n"
                          "    E désigner un tuteur pour\n    E ouvrir un atelier aux cl\n"
                          "    E accueillir 40 élèves en\n" VISITES);
  REFUSE (copil_passage_demote (f->store, f->source, first, &error), PLACE);
  ACCEPT (first);
  REFUSE (copil_passage_promote (f->store, f->source, first, &error), TAKEN);
  REFUSE (copil_passage_demote (f->store, f->source, first, &error), TAKEN);
}

static void
test_promote_others (Fixture *f, gconstpointer data)
{
  gint64 indicator = fixture_find (f, "apprentis"), target = next_of (f, indicator),
         party = fixture_find (f, "L’académie de"),
         direct = fixture_find (f, "La société s’engage à pu"), object = fixture_find (f, "Objet"),
         axis = fixture_find (f, "Apprentissage"), axis2 = fixture_find (f, "Découverte");

  (void)data;
  REFUSE (copil_passage_promote (f->store, f->source, target, &error), PLACE);
  REFUSE (copil_passage_demote (f->store, f->source, target, &error), PLACE);
  REFUSE (copil_passage_promote (f->store, f->source, party, &error), PLACE);
  REFUSE (copil_passage_demote (f->store, f->source, party, &error), PLACE);
  REFUSE (copil_passage_demote (f->store, f->source, direct, &error), PLACE);
  REFUSE (copil_passage_demote (f->store, f->source, object, &error), PLACE);
  REFUSE (copil_passage_promote (f->store, f->source, object, &error), PLACE);
  REFUSE (copil_passage_promote (f->store, f->source, 77, &error), MISSING);
  REFUSE (copil_passage_demote (f->store, f->source, 77, &error), MISSING);
  /* An indicator keeps its targets. */
  PROMOTE (indicator);
  fixture_assert_outline (f, axis,
                          "A 3 Apprentissage ?\n  E La société s’engage à pu\n"
                          "  M 3.1 Recrutement\n    E La société s’engage à re\n"
                          "  I apprentis ?\n    T 60\n    T 80\n" TUTEURS);
  DEMOTE (indicator);
  fixture_assert_outline (f, axis, AXIS3);
  DEMOTE (axis2);
  fixture_assert_outline (f, object, "R 1 Objet\n  M 2 Découverte des métiers ?\n" STAGES VISITES);
}

/* --- places --- */

static void
test_shift (Fixture *f, gconstpointer data)
{
  gint64 first = fixture_find (f, "accueillir"), axis = fixture_find (f, "Découverte"),
         stages = fixture_find (f, "Stages"), visits = fixture_find (f, "Visites"),
         axis3 = fixture_find (f, "Apprentissage"), axis4 = fixture_find (f, "Orientation"),
         direct = fixture_find (f, "La société s’engage à pu"),
         one = fixture_find (f, "L’académie de"), two = fixture_find (f, "La société Tissages"),
         target = next_of (f, fixture_find (f, "apprentis"));
  g_autoptr (GError) end = NULL;

#define SHIFT(id, by) DO (copil_passage_shift (f->store, f->source, id, by, &error))
#define AT_END(id, by)                                                                             \
  g_assert_false (copil_passage_shift (f->store, f->source, id, by, &end));                        \
  g_assert_no_error (end)
  (void)data;
  SHIFT (first, 1);
  fixture_assert_outline (f, stages,
                          "M 2.1 Stages\n  E désigner un tuteur pour\n"
                          "  E accueillir 40 élèves en\n  E ouvrir un atelier aux cl\n");
  SHIFT (first, 1);
  /* Over the end into the next measure, and back. */
  SHIFT (first, 1);
  fixture_assert_outline (f, axis,
                          "A 2 Découverte des métiers ?\n  M 2.1 Stages\n"
                          "    E désigner un tuteur pour\n    E ouvrir un atelier aux cl\n"
                          "  M 2.2 Visites\n    E accueillir 40 élèves en\n"
                          "    E L’académie s’engage à or\n    E Elle veille à la sécurit\n");
  SHIFT (first, -1);
  SHIFT (first, -1);
  SHIFT (first, -1);
  fixture_assert_outline (f, axis, AXIS2);
  /* The first of an axis goes to the end of what comes before. */
  SHIFT (direct, -1);
  fixture_assert_outline (
      f, axis, "A 2 Découverte des métiers ?\n" STAGES VISITES "  E La société s’engage à pu\n");
  SHIFT (direct, 1);
  fixture_assert_outline (f, axis3, AXIS3);
  SHIFT (visits, -1);
  fixture_assert_outline (f, axis, "A 2 Découverte des métiers ?\n" VISITES STAGES);
  SHIFT (visits, 1);
  fixture_assert_outline (f, axis, AXIS2);
  SHIFT (axis3, 1);
  fixture_assert_outline (f, 0,
                          PARTIES "R 1 Objet\n" AXIS2 AXIS4 AXIS3 "R 5 Durée\nR 6 Communication\n");
  SHIFT (axis3, -1);
  SHIFT (one, 1);
  fixture_assert_outline (
      f, 0,
      "P La société Tissages du L\nP L’académie de Valmer\nR 1 Objet\n" AXIS2 AXIS3 AXIS4
      "R 5 Durée\nR 6 Communication\n");
  AT_END (one, 1);
  AT_END (two, -1);
  AT_END (fixture_find (f, "Objet"), -1);
  AT_END (fixture_find (f, "Communication"), 1);
  SHIFT (target, 1);
  AT_END (target, 1);
  SHIFT (target, -1);
  AT_END (target, -1);
  /* A record's place is changed on its page. */
  ACCEPT (axis4);
  REFUSE (copil_passage_shift (f->store, f->source, axis4, -1, &error), TAKEN);
  SHIFT (axis3, 1);
}

static void
test_place (Fixture *f, gconstpointer data)
{
  gint64 first = fixture_find (f, "accueillir"), axis = fixture_find (f, "Découverte"),
         stages = fixture_find (f, "Stages"), visits = fixture_find (f, "Visites"),
         elle = fixture_find (f, "Elle veille"), axis3 = fixture_find (f, "Apprentissage"),
         axis4 = fixture_find (f, "Orientation"), indicator = fixture_find (f, "apprentis"),
         target = next_of (f, indicator), party = fixture_find (f, "L’académie de"),
         object = fixture_find (f, "Objet"), recruit = fixture_find (f, "Recrutement");

  (void)data;
  PLACE_IT (first, AFTER, elle);
  fixture_assert_outline (f, axis,
                          "A 2 Découverte des métiers ?\n  M 2.1 Stages\n"
                          "    E désigner un tuteur pour\n    E ouvrir un atelier aux cl\n" VISITES
                          "    E accueillir 40 élèves en\n");
  PLACE_IT (first, BEFORE, elle);
  PLACE_IT (first, INTO, stages);
  fixture_assert_outline (f, stages,
                          "M 2.1 Stages\n  E désigner un tuteur pour\n"
                          "  E ouvrir un atelier aux cl\n  E accueillir 40 élèves en\n");
  PLACE_IT (first, INTO, axis);
  fixture_assert_outline (f, axis,
                          "A 2 Découverte des métiers ?\n  E accueillir 40 élèves en\n"
                          "  M 2.1 Stages\n    E désigner un tuteur pour\n"
                          "    E ouvrir un atelier aux cl\n" VISITES);
  PLACE_IT (first, BEFORE, fixture_find (f, "désigner"));
  fixture_assert_outline (f, axis, AXIS2);
  PLACE_IT (stages, AFTER, visits);
  fixture_assert_outline (f, axis, "A 2 Découverte des métiers ?\n" VISITES STAGES);
  PLACE_IT (stages, INTO, axis4);
  fixture_assert_outline (f, axis4, AXIS4 STAGES);
  PLACE_IT (stages, BEFORE, visits);
  /* A measure beside an engagement: beside the measure that this stands under. */
  PLACE_IT (recruit, AFTER, fixture_find (f, "désigner"));
  fixture_assert_outline (f, axis, "A 2 Découverte des métiers ?\n" STAGES RECRUTEMENT VISITES);
  PLACE_IT (recruit, BEFORE, fixture_find (f, "Formation"));
  fixture_assert_outline (f, axis3, AXIS3);
  /* An axis beside a measure: beside its axis. */
  PLACE_IT (axis4, BEFORE, elle);
  fixture_assert_outline (f, 0,
                          PARTIES "R 1 Objet\n" AXIS4 AXIS2 AXIS3 "R 5 Durée\nR 6 Communication\n");
  PLACE_IT (axis4, AFTER, axis3);
  /* Nothing comes between an indicator and its targets. */
  PLACE_IT (first, BEFORE, target);
  fixture_assert_outline (f, recruit,
                          "M 3.1 Recrutement\n  E La société s’engage à re\n"
                          "  E accueillir 40 élèves en\n  I apprentis ?\n    T 60\n    T 80\n");
  PLACE_IT (first, AFTER, target);
  fixture_assert_outline (f, recruit,
                          "M 3.1 Recrutement\n  E La société s’engage à re\n"
                          "  I apprentis ?\n    T 60\n    T 80\n  E accueillir 40 élèves en\n");
  PLACE_IT (target, INTO, indicator);
  fixture_assert_outline (f, indicator, "I apprentis ?\n  T 80\n  T 60\n");
  REFUSE_PLACE (first, INTO, elle, PLACE);
  REFUSE_PLACE (first, INTO, target, PLACE);
  REFUSE_PLACE (stages, INTO, visits, PLACE);
  REFUSE_PLACE (axis, INTO, axis3, PLACE);
  REFUSE_PLACE (axis3, INTO, stages, PLACE);
  REFUSE_PLACE (target, AFTER, stages, PLACE);
  REFUSE_PLACE (target, BEFORE, indicator, PLACE);
  REFUSE_PLACE (first, AFTER, party, PLACE);
  REFUSE_PLACE (party, AFTER, axis, PLACE);
  REFUSE_PLACE (first, BEFORE, object, PLACE);
  REFUSE_PLACE (first, BEFORE, 77, MISSING);
  REFUSE_PLACE (77, BEFORE, first, MISSING);
  /* Into itself: nothing happens. */
  {
    g_autofree char *before = fixture_dump (f->store), *after = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_true (
        copil_passage_place (f->store, f->source, axis, COPIL_PASSAGE_INTO, stages, &error));
    after = fixture_dump (f->store);
    g_assert_cmpstr (after, ==, before);
  }
  ACCEPT (stages);
  REFUSE_PLACE (stages, AFTER, visits, TAKEN);
  PLACE_IT (visits, BEFORE, fixture_find (f, "désigner"));
  REFUSE_PLACE (fixture_find (f, "désigner"), AFTER, visits, TAKEN);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "article", test_article },
    { "kind-measure", test_kind_measure },
    { "kind-axis", test_kind_axis },
    { "kind-indicator", test_kind_indicator },
    { "kind-party", test_kind_party },
    { "kind-several", test_kind_several },
    { "kind-accepted-below", test_kind_accepted_below },
    { "promote", test_promote },
    { "promote-others", test_promote_others },
    { "shift", test_shift },
    { "place", test_place },
  };

  setlocale (LC_ALL, "");
  g_setenv ("COPIL_TODAY", "2026-09-01", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/passages-structure/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, fixture_set_up_taken, tests[i].run, fixture_tear_down);
    }
  return g_test_run ();
}

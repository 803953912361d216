/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of several, several of one, one more, and other words: taken back by one undo to the last
 * column; where it is refused nothing changed. */
#include <locale.h>
#include <string.h>

#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"
#include "passages-checks.h"

/* --- words --- */

static void
test_merge (Fixture *f, gconstpointer data)
{
  gint64 one = fixture_find (f, "accueillir"), two = fixture_find (f, "désigner"),
         three = fixture_find (f, "ouvrir un"), stages = fixture_find (f, "Stages"),
         ids[] = { two, one }, gap[] = { one, three }, visits = fixture_find (f, "Visites"),
         first = fixture_find (f, "L’académie s’engage à or");

#define MERGE(ids, n) DO (copil_passages_merge (f->store, f->source, ids, n, &error))
#define REFUSE_MERGE(ids, n, code)                                                                 \
  REFUSE (copil_passages_merge (f->store, f->source, ids, n, &error), code)
  (void)data;
  REFUSE_MERGE (gap, 2, PLACE);
  MERGE (ids, 2);
  fixture_assert_outline (f, stages,
                          "M 2.1 Stages\n  E accueillir 40 élèves en\n"
                          "  E ouvrir un atelier aux cl\n");
  assert_column (
      f, one, "text",
      "accueillir 40 élèves en stage chaque année ; désigner un tuteur pour chaque élève");
  assert_span (f, one,
               "accueillir 40 élèves en stage chaque année ;\n"
               "- désigner un tuteur pour chaque élève");
  assert_column (f, one, "quantity", "40.0");
  MERGE (&three, 1);
  fixture_assert_outline (f, stages, "M 2.1 Stages\n  E accueillir 40 élèves en\n");
  /* A title that ran over into what was read as an engagement. */
  MERGE (&first, 1);
  fixture_assert_outline (f, visits,
                          "M 2.2 Visites L’académie s’eng\n  E Elle veille à la sécurit\n");
  {
    gint64 many[] = { visits, one };

    MERGE (many, 2);
    fixture_assert_outline (
        f, stages, "M 2.1 Stages\n  E accueillir 40 élèves en\n  E Elle veille à la sécurit\n");
  }
  ACCEPT (one);
  three = fixture_find (f, "Elle veille");
  REFUSE_MERGE (&three, 1, TAKEN);
}

/* The figures of the second come to the first; nobody's name is lost. */
static void
test_merge_figures (Fixture *f, gconstpointer data)
{
  gint64 direct = fixture_find (f, "La société s’engage à pu"),
         measure = fixture_find (f, "Recrutement"),
         recruit = fixture_find (f, "La société s’engage à re"),
         indicator = fixture_find (f, "apprentis"), target = next_of (f, indicator),
         second = next_of (f, target), formation = fixture_find (f, "Formation"),
         tutors = fixture_find (f, "Les parties");
  gint64 all[] = { direct, measure, recruit };
  g_autofree char *parties = NULL, *merged = NULL;

  (void)data;
  /* Targets belong to their indicator. */
  REFUSE_MERGE (&target, 1, PLACE);
  REFUSE_MERGE (&second, 1, PLACE);
  MERGE (all, 3);
  assert_column (f, direct, "quantity", "60.0");
  assert_column (f, direct, "due", "2027-12-31");
  assert_column (f, direct, "unit", "apprentis");
  fixture_assert_outline (f, fixture_find (f, "Apprentissage"),
                          "A 3 Apprentissage ?\n  E La société s’engage à pu\n"
                          "  I apprentis ?\n    T 60\n    T 80\n" TUTEURS);
  /* An indicator with the engagement before it, and with what comes behind its targets. */
  MERGE (&indicator, 1);
  fixture_assert_outline (f, fixture_find (f, "Apprentissage"),
                          "A 3 Apprentissage ?\n  E La société s’engage à pu\n" TUTEURS);
  parties = dup_column (f, tutors, "parties");
  {
    gint64 rest[] = { direct, formation, tutors };

    MERGE (rest, 3);
  }
  merged = dup_column (f, direct, "parties");
  g_assert_cmpuint (strlen (merged), ==, strlen (parties));
  assert_column (f, direct, "strength", "must");
}

static void
test_merge_indicator (Fixture *f, gconstpointer data)
{
  gint64 indicator = fixture_find (f, "apprentis"), formation = fixture_find (f, "Formation");

  (void)data;
  MERGE (&formation, 1);
  fixture_assert_outline (f, fixture_find (f, "Recrutement"),
                          "M 3.1 Recrutement\n  E La société s’engage à re\n"
                          "  I apprentis Formation des\n    T 60\n    T 80\n"
                          "  E Les parties pourront for\n");
  assert_column (f, indicator, "text", "apprentis Formation des tuteurs");
}

/* What named the signatory that is gone names the one it is part of now. */
static void
test_merge_parties (Fixture *f, gconstpointer data)
{
  gint64 one = fixture_find (f, "L’académie de"), two = fixture_find (f, "La société Tissages"),
         first = fixture_find (f, "Objet"), tutors = fixture_find (f, "Les parties"),
         stage = fixture_find (f, "accueillir");
  g_autofree char *id = print_id (one);

  (void)data;
  REFUSE_MERGE (&first, 1, PLACE);
  MERGE (&two, 1);
  assert_column (f, stage, "parties", id);
  assert_column (f, tutors, "parties", id);
  REFUSE_MERGE (&one, 1, PLACE);
  REFUSE (copil_passages_merge (f->store, f->source, (gint64[]){ 77 }, 1, &error), MISSING);
}

static void
test_split (Fixture *f, gconstpointer data)
{
  gint64 forum = fixture_find (f, "L’académie s’engage à te"), measure = fixture_find (f, "Forum"),
         second, veille = fixture_find (f, "Elle veille"), axis = fixture_find (f, "Apprentissage"),
         indicator = fixture_find (f, "apprentis");
  g_autofree char *parties = dup_column (f, forum, "parties"), *copied = NULL;
  g_auto (GStrv) suggested = copil_passage_suggest_split ("Tenir un forum ; le filmer. Le dire.");
  const char *const pieces[] = { "L’académie s’engage à tenir un forum au printemps",
                                 "avec des salariés de chaque métier.", NULL };
  const char *const blank[] = { " ", "", NULL },
                    *const one[] = { "", "Elle veille sur eux.", NULL },
                    *const lines[] = { "Elle veille", "à la sécurité des élèves", NULL },
                    *const heads[] = { "Apprentissage", "tout le reste", NULL },
                    *const two[] = { "apprentis", "diplômés", NULL };

#define SPLIT(id, texts)                                                                           \
  DO (copil_passage_split (f->store, f->source, id, (const char *const *)(texts), &error))
  (void)data;
  g_assert_cmpuint (g_strv_length (suggested), ==, 3);
  g_assert_cmpstr (suggested[1], ==, "le filmer.");
  SPLIT (forum, pieces);
  fixture_assert_outline (f, measure,
                          "M 4.1 Forum\n  E L’académie s’engage à te\n"
                          "  E avec des salariés de cha\n");
  second = next_of (f, forum);
  assert_span (f, forum, "L’académie s’engage à tenir un forum au printemps");
  assert_span (f, second, "avec des salariés de chaque métier.");
  copied = dup_column (f, second, "parties");
  g_assert_cmpstr (copied, ==, parties);
  REFUSE (copil_passage_split (f->store, f->source, forum, blank, &error), PLACE);
  REFUSE (copil_passage_split (f->store, f->source, 77, one, &error), MISSING);
  /* The line break of the text is not in the words. */
  SPLIT (veille, lines);
  assert_span (f, next_of (f, veille), "à la sécurité des\nélèves");
  SPLIT (veille, one);
  assert_column (f, veille, "text", "Elle veille sur eux.");
  /* Of a heading: what it committed to; of an indicator: one beside it. */
  SPLIT (axis, heads);
  SPLIT (indicator, two);
  fixture_assert_outline (f, axis,
                          "A 3 Apprentissage\n  E tout le reste\n  E La société s’engage à pu\n"
                          "  M 3.1 Recrutement\n    E La société s’engage à re\n"
                          "    I apprentis\n      T 60\n      T 80\n    I diplômés\n" TUTEURS);
  ACCEPT (second);
  REFUSE (copil_passage_split (f->store, f->source, second, one, &error), TAKEN);
}

/* Each piece keeps its own figures. */
static void
test_split_figures (Fixture *f, gconstpointer data)
{
  gint64 recruit = fixture_find (f, "La société s’engage à re"), second;
  const char *const texts[] = { "La société s’engage à recruter", "atteindre 60 apprentis fin 2027",
                                NULL };

  (void)data;
  SPLIT (recruit, texts);
  second = next_of (f, recruit);
  assert_column (f, recruit, "quantity", NULL);
  assert_column (f, recruit, "due", NULL);
  assert_column (f, second, "quantity", "60.0");
  assert_column (f, second, "due", "2027-12-31");
  assert_column (f, second, "unit", "apprentis");
}

static void
test_add (Fixture *f, gconstpointer data)
{
  const char *at = strstr (fixture_text, "La présente convention est conclue");
  gsize start = (gsize)(at - fixture_text), length = strlen ("La présente convention est");
  gint64 id = 0, veille = fixture_find (f, "Elle veille"), visits = fixture_find (f, "Visites");

#define ADD(kind, start, end)                                                                      \
  DO (id = copil_passage_add (f->store, f->source, COPIL_DRAFT_##kind, start, end, &error))
#define REFUSE_ADD(kind, start, end)                                                               \
  REFUSE (copil_passage_add (f->store, f->source, COPIL_DRAFT_##kind, start, end, &error), PLACE)
  (void)data;
  ADD (ENGAGEMENT, start, start + length);
  fixture_assert_outline (f, fixture_find (f, "Durée"),
                          "R 5 Durée\n  E La présente convention e\n");
  assert_span (f, id, "La présente convention est");
  /* Beside others, it says who commits as they do. */
  at = strstr (fixture_text, "veille à la sécurité");
  start = (gsize)(at - fixture_text);
  at = strstr (fixture_text, "pendant le");
  ADD (ENGAGEMENT, start, (gsize)(at - fixture_text));
  assert_column (f, id, "text", "veille à la sécurité des élèves");
  fixture_assert_outline (f, visits,
                          "M 2.2 Visites\n  E L’académie s’engage à or\n"
                          "  E Elle veille à la sécurit\n  E veille à la sécurité des\n");
  {
    g_autofree char *parties = dup_column (f, veille, "parties");

    assert_column (f, id, "parties", parties);
  }
  /* A party, a measure, an axis with its number. */
  at = strstr (fixture_text, "M. Paul Rey");
  ADD (PARTY, (gsize)(at - fixture_text), (gsize)(at - fixture_text) + strlen ("M. Paul Rey"));
  fixture_assert_outline (f, id, "P M. Paul Rey\n");
  at = strstr (fixture_text, "3.2 Formation");
  ADD (AXIS, (gsize)(at - fixture_text), (gsize)(at - fixture_text) + strlen ("3.2 Formation"));
  fixture_assert_outline (f, id, "A 3.2 Formation\n" TUTEURS);
  REFUSE_ADD (ENGAGEMENT, start, start);
  REFUSE_ADD (ENGAGEMENT, start + 5, start);
  REFUSE_ADD (ENGAGEMENT, 0, strlen (fixture_text) + 1);
  REFUSE_ADD (FIELD, start, start + 6);
  REFUSE_ADD (TARGET, start, start + 6);
  /* In the middle of a letter. */
  at = strstr (fixture_text, "é");
  REFUSE_ADD (ENGAGEMENT, (gsize)(at - fixture_text) + 1, (gsize)(at - fixture_text) + 9);
}

static void
test_set (Fixture *f, gconstpointer data)
{
  gint64 stage = fixture_find (f, "accueillir"), axis = fixture_find (f, "Découverte"),
         both[] = { stage, fixture_find (f, "désigner") };
  g_autofree char *id = print_id (fixture_find (f, "L’académie de"));

#define SET(id, field, value) DO (copil_passage_set (f->store, f->source, id, field, value, &error))
  (void)data;
  SET (stage, "text", "Accueillir 50 élèves");
  SET (stage, "quantity", "50");
  SET (stage, "due", "2030-01-31");
  SET (stage, "strength", "may");
  DO (copil_passages_set_parties (f->store, f->source, both, 2, id, &error));
  SET (axis, "label", "2 bis");
  assert_column (f, axis, "doubtful", NULL);
  ACCEPT (stage);
  fixture_assert_get (f, stage, "text", "Accueillir 50 élèves");
  fixture_assert_get (f, stage, "due", "2030-01-31");
  fixture_assert_get (f, stage, "quantity", "50");
  fixture_assert_get (f, stage, "strength", "may");
  {
    g_autofree char *party = print_id (fixture_get_record (f, fixture_find (f, "L’académie de")));

    fixture_assert_get (f, stage, "parties", party);
  }
  REFUSE (copil_passage_set (f->store, f->source, stage, "text", "Autre", &error), TAKEN);
  REFUSE (copil_passages_set_parties (f->store, f->source, both, 2, NULL, &error), TAKEN);
  REFUSE (copil_passage_set (f->store, f->source, 77, "text", "Autre", &error), MISSING);
  /* A value that is none. */
  {
    g_autofree char *before = fixture_dump (f->store), *after = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_false (
        copil_passage_set (f->store, f->source, both[1], "quantity", "beaucoup", &error));
    g_assert_nonnull (error);
    after = fixture_dump (f->store);
    g_assert_cmpstr (after, ==, before);
  }
}

/* A field of the convention. */
static void
test_set_field (Fixture *f, gconstpointer data)
{
  gint64 id = find_field (f, "duration_months"), signed_on = find_field (f, "signed");
  g_autofree char *months = NULL, *date = NULL;
  g_autoptr (GError) problem = NULL;

  (void)data;
  REFUSE (copil_passage_set (f->store, f->source, id, "label", "title", &error), PLACE);
  REFUSE (copil_passage_set (f->store, f->source, signed_on, "text", "  ", &error), PLACE);
  g_assert_false (copil_passage_set (f->store, f->source, id, "text", "trois ans", &problem));
  g_assert_error (problem, COPIL_VALUE_ERROR, COPIL_VALUE_ERROR_INVALID);
  SET (id, "text", "48");
  SET (signed_on, "text", "2026-05-06");
  ACCEPT (id);
  ACCEPT (signed_on);
  months = fixture_field (f->store, "convention", 1, "duration_months");
  date = fixture_field (f->store, "convention", 1, "signed");
  g_assert_cmpstr (months, ==, "48");
  g_assert_cmpstr (date, ==, "2026-05-06");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "merge", test_merge },
    { "merge-figures", test_merge_figures },
    { "merge-indicator", test_merge_indicator },
    { "merge-parties", test_merge_parties },
    { "split", test_split },
    { "split-figures", test_split_figures },
    { "add", test_add },
    { "set", test_set },
    { "set-field", test_set_field },
  };

  setlocale (LC_ALL, "");
  g_setenv ("COPIL_TODAY", "2026-09-01", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/passages-words/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, fixture_set_up_taken, tests[i].run, fixture_tear_down);
    }
  return g_test_run ();
}

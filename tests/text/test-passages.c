/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a text that is taken over becomes: accepted, taken back, set aside; what is refused changes
 * nothing, and one undo gives back every column. */
#include <locale.h>
#include <string.h>

#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"
#include "passages-checks.h"

/* --- taking over --- */

static void
test_take (Fixture *f, gconstpointer data)
{
  g_autofree char *text = copil_source_dup_text (f->store, f->source), *name = NULL, *digest = NULL,
                  *expected = NULL;
  g_autoptr (GPtrArray) proposals = copil_passages_load (f->store, f->source);
  const CopilPassage *title = proposals->pdata[0];
  guint doubtful = 0;

  (void)data;
  g_assert_cmpstr (text, ==, fixture_text);
  fixture_assert_outline (f, 0,
                          PARTIES "R 1 Objet\n" AXIS2 AXIS3 AXIS4 "R 5 Durée\nR 6 Communication\n");
  fixture_assert_records (f, "");
  name = fixture_field (f->store, "source", f->source, "name");
  digest = fixture_field (f->store, "source", f->source, "sha256");
  expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, fixture_text, -1);
  g_assert_cmpstr (name, ==, "convention.txt");
  g_assert_cmpstr (digest, ==, expected);

  /* The title's place, over a line break. */
  g_assert_cmpint (title->kind, ==, COPIL_DRAFT_FIELD);
  g_assert_cmpstr (title->label, ==, "title");
  assert_span (f, title->id, "CONVENTION DE\nCOOPÉRATION");
  /* 2 fields and the title, which is that of the file; 2 parties, 3 axes, 5 measures, 9
   * engagements, an indicator with 2 targets. */
  g_assert_cmpuint (copil_passages_count_open (proposals, &doubtful), ==, 24);
  g_assert_cmpuint (doubtful, ==, 4);
}

static void
test_take_undo (Fixture *f, gconstpointer data)
{
  g_autofree char *before = fixture_dump (f->store);

  (void)data;
  fixture_take (f, fixture_text);
  fixture_check_undo (f, before);
}

static void
test_source_of_other_forms (Fixture *f, gconstpointer data)
{
  (void)data;
  fixture_take (f, "Rien.\n");
  fixture_assert_outline (f, 0, "");
  fixture_accept (f, 0);
  fixture_take (f, "");
  fixture_assert_outline (f, 0, "");
}

/* --- accepting --- */

static void
test_accept_all (Fixture *f, gconstpointer data)
{
  g_autofree char *before = fixture_dump (f->store), *convention = NULL;
  g_autoptr (GPtrArray) proposals = NULL;
  gint64 tutors = fixture_find (f, "Les parties pourront");

  (void)data;
  fixture_accept (f, 0);
  fixture_check_undo (f, before);
  fixture_assert_records (
      f, PARTIES "A 2 Découverte des métiers\n" STAGES VISITES
                 "A 3 Apprentissage\n  E La société s’engage à pu\n  M 3.1 Recrutement\n"
                 "    E La société s’engage à re\n    I apprentis\n      T 2027-12-31 60.0\n"
                 "      T 2028-12-31 80.0\n" TUTEURS
                 "A 4 Orientation\n  M 4.1 Forum\n    E L’académie s’engage à te\n");
  proposals = copil_passages_load (f->store, f->source);
  g_assert_cmpuint (copil_passages_count_open (proposals, NULL), ==, 0);
  fixture_assert_get (f, tutors, "strength", "may");
  fixture_assert_get (f, tutors, "due", "2027-06-30");
  convention = fixture_field (f->store, "convention", 1, "duration_months");
  g_assert_cmpstr (convention, ==, "36");
  /* What says so is a clause, with its words, and is not told twice. */
  g_assert_cmpint (copil_store_query_int (f->store,
                                          "SELECT count (*) FROM clause WHERE sort = 'term'"
                                          " AND counted_from = 'expiry' AND text > ''",
                                          NULL),
                   ==, 1);
  g_assert_cmpint (copil_store_query_int (
                       f->store, "SELECT count (*) - count (DISTINCT sort) FROM clause", NULL),
                   ==, 0);
  {
    g_autofree char *parties = fixture_get (f, tutors, "parties"), *expected = NULL;
    gint64 one = fixture_get_record (f, fixture_find (f, "L’académie de Valmer")),
           two = fixture_get_record (f, fixture_find (f, "La société Tissages"));

    expected =
        g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, MIN (one, two), MAX (one, two));
    g_assert_cmpstr (parties, ==, expected);
  }
}

/* Only what is sure; an indicator that is doubtful is not brought in by its targets. */
static void
test_accept_sure (Fixture *f, gconstpointer data)
{
  (void)data;
  DO (copil_passages_accept (f->store, f->source, NULL, 0, TRUE, &error));
  fixture_assert_outline (f, fixture_find (f, "Apprentissage"),
                          "A 3 Apprentissage +\n  E La société s’engage à pu +\n"
                          "  M 3.1 Recrutement +\n    E La société s’engage à re +\n"
                          "    I apprentis ?\n      T 60\n      T 80\n"
                          "  M 3.2 Formation des tuteurs +\n    E Les parties pourront for +\n");
  g_assert_cmpint (copil_store_query_int (f->store, "SELECT count (*) FROM indicator", NULL), ==,
                   0);
}

/* In any order, the records come to stand in that of the text. */
static void
test_accept_order (Fixture *f, gconstpointer data)
{
  gint64 last = fixture_find (f, "ouvrir un atelier"), first = fixture_find (f, "accueillir"),
         middle = fixture_find (f, "désigner"), visits = fixture_find (f, "Visites"),
         axis3 = fixture_find (f, "Apprentissage"), axis4 = fixture_find (f, "Orientation"),
         party = fixture_find (f, "L’académie de");

  (void)data;
  ACCEPT (axis4);
  ACCEPT (visits);
  ACCEPT (last);
  ACCEPT (first);
  fixture_assert_outline (f, fixture_find (f, "Stages"),
                          "M 2.1 Stages +\n  E accueillir 40 élèves en +\n"
                          "  E désigner un tuteur pour\n  E ouvrir un atelier aux cl +\n");
  ACCEPT (middle);
  ACCEPT (axis3);
  /* Signatories that engagements named came in with them. */
  fixture_assert_outline (f, party, "P L’académie de Valmer +\n");
  fixture_assert_records (
      f, PARTIES "A 2 Découverte des métiers\n" STAGES VISITES
                 "A 3 Apprentissage\n  E La société s’engage à pu\n  M 3.1 Recrutement\n"
                 "    E La société s’engage à re\n    I apprentis\n      T 2027-12-31 60.0\n"
                 "      T 2028-12-31 80.0\n" TUTEURS
                 "A 4 Orientation\n  M 4.1 Forum\n    E L’académie s’engage à te\n");
}

static void
test_accept_nowhere (Fixture *f, gconstpointer data)
{
  const char *at = strstr (fixture_text, "fixe le cadre");
  gsize start = (gsize)(at - fixture_text);
  gint64 id = 0, article = fixture_find (f, "Objet");
  g_autoptr (GPtrArray) proposals = NULL;

  (void)data;
  DO (id = copil_passage_add (f->store, f->source, COPIL_DRAFT_ENGAGEMENT, start,
                              start + strlen ("fixe le cadre"), &error));
  fixture_assert_outline (f, article, "R 1 Objet\n  E fixe le cadre\n");
  /* It is no proposal until its article is an axis. */
  proposals = copil_passages_load (f->store, f->source);
  g_assert_cmpuint (copil_passages_count_open (proposals, NULL), ==, 24);
  REFUSE (copil_passages_accept (f->store, f->source, &id, 1, FALSE, &error), PLACE);
  DO (copil_passages_accept (f->store, f->source, NULL, 0, FALSE, &error));
  fixture_assert_outline (f, article, "R 1 Objet\n  E fixe le cadre\n");
  KIND (article, AXIS);
  ACCEPT (id);
  fixture_assert_outline (f, article, "A 1 Objet +\n  E fixe le cadre +\n");
}

/* --- back, and aside --- */

static void
test_reopen (Fixture *f, gconstpointer data)
{
  gint64 axis = fixture_find (f, "Apprentissage"), visits = fixture_find (f, "Visites"),
         engagement = fixture_find (f, "Elle veille"), party = fixture_find (f, "L’académie de"),
         axis2 = fixture_find (f, "Découverte"), tutor = fixture_find (f, "désigner"), record;

  (void)data;
  fixture_accept (f, 0);
  DO (copil_passages_reopen (f->store, f->source, &axis, 1, &error));
  g_assert_cmpint (copil_store_query_int (f->store, "SELECT count (*) FROM indicator", NULL), ==,
                   0);
  g_assert_cmpint (fixture_get_record (f, axis), ==, 0);
  ACCEPT (axis);

  /* In use: named by engagements, followed, noted, linked, counted. */
  REFUSE (copil_passages_reopen (f->store, f->source, &party, 1, &error), TAKEN);
  record = fixture_get_record (f, engagement);
  fixture_edit (f->store, "engagement", record, "status", "in_progress");
  REFUSE (copil_passages_reopen (f->store, f->source, &visits, 1, &error), TAKEN);
  REFUSE (copil_passages_reopen (f->store, f->source, &axis2, 1, &error), TAKEN);
  fixture_edit (f->store, "engagement", fixture_get_record (f, tutor), "note", "Vu sur place");
  REFUSE (copil_passages_reopen (f->store, f->source, &tutor, 1, &error), TAKEN);
  {
    gint64 indicator = fixture_find (f, "apprentis");
    g_autofree char *id = print_id (fixture_get_record (f, indicator));

    fixture_add (f->store, "observation", "indicator", id, "date", "2027-01-01");
    REFUSE (copil_passages_reopen (f->store, f->source, &indicator, 1, &error), TAKEN);
    REFUSE (copil_passages_reopen (f->store, f->source, &axis, 1, &error), TAKEN);
  }
}

static void
test_reopen_field (Fixture *f, gconstpointer data)
{
  g_autofree char *months = NULL, *none = NULL;
  gint64 id = find_field (f, "duration_months");

  (void)data;
  ACCEPT (id);
  months = fixture_field (f->store, "convention", 1, "duration_months");
  g_assert_cmpstr (months, ==, "36");
  DO (copil_passages_reopen (f->store, f->source, &id, 1, &error));
  none = fixture_field (f->store, "convention", 1, "duration_months");
  g_assert_cmpstr (none, ==, NULL);
}

static void
test_aside (Fixture *f, gconstpointer data)
{
  gint64 visits = fixture_find (f, "Visites"), first = fixture_find (f, "L’académie s’engage à or"),
         party = fixture_find (f, "L’académie de"), tutors = fixture_find (f, "Les parties");
  g_autofree char *parties = NULL, *society = NULL;

  (void)data;
  DO (copil_passages_set_aside (f->store, f->source, &visits, 1, TRUE, &error));
  fixture_assert_outline (
      f, visits,
      "M 2.2 Visites x\n  E L’académie s’engage à or x\n  E Elle veille à la sécurit x\n");
  fixture_accept (f, 0);
  g_assert_cmpint (fixture_get_record (f, first), ==, 0);
  /* One of them again: what it stands under is proposed again with it. */
  DO (copil_passages_set_aside (f->store, f->source, &first, 1, FALSE, &error));
  fixture_assert_outline (
      f, visits, "M 2.2 Visites\n  E L’académie s’engage à or\n  E Elle veille à la sécurit x\n");
  fixture_accept (f, 0);
  fixture_assert_outline (
      f, visits,
      "M 2.2 Visites +\n  E L’académie s’engage à or +\n  E Elle veille à la sécurit x\n");
  /* A signatory that is set aside signs nothing. */
  {
    gint64 all[] = { fixture_find (f, "Découverte"), fixture_find (f, "Apprentissage"),
                     fixture_find (f, "Orientation"), party };

    DO (copil_passages_reopen (f->store, f->source, all, 4, &error));
    DO (copil_passages_set_aside (f->store, f->source, &party, 1, TRUE, &error));
    ACCEPT (tutors);
  }
  parties = fixture_get (f, tutors, "parties");
  society = print_id (fixture_get_record (f, fixture_find (f, "La société Tissages")));
  g_assert_cmpstr (parties, ==, society);
}

/* A file from elsewhere may name a field that is none. */
static void
test_field_of_no_kind (Fixture *f, gconstpointer data)
{
  gint64 id = find_field (f, "duration_months");

  (void)data;
  fixture_edit (f->store, "passage", id, "label", "rowid");
  REFUSE (copil_passages_accept (f->store, f->source, &id, 1, FALSE, &error), PLACE);
  REFUSE (copil_passages_accept (f->store, f->source, NULL, 0, FALSE, &error), PLACE);
}

/* A transaction of somebody else's is left alone. */
static void
test_busy (Fixture *f, gconstpointer data)
{
  gint64 stage = fixture_find (f, "accueillir");
  g_autoptr (GError) error = NULL;

  (void)data;
  copil_store_set_read_only (f->store, TRUE);
#define FAILS(call)                                                                                \
  g_assert_false (call);                                                                           \
  g_assert_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_READ_ONLY);                          \
  g_clear_error (&error)
  FAILS (copil_passages_accept (f->store, f->source, NULL, 0, FALSE, &error));
  FAILS (copil_passages_merge (f->store, f->source, &stage, 1, &error));
  FAILS (copil_passages_set_aside (f->store, f->source, &stage, 1, TRUE, &error));
  FAILS (copil_passage_promote (f->store, f->source, stage, &error));
  FAILS (copil_passage_shift (f->store, f->source, stage, 1, &error));
  FAILS (copil_passage_add (f->store, f->source, COPIL_DRAFT_AXIS, 1, 3, &error));
  FAILS (copil_passage_set (f->store, f->source, stage, "text", "x", &error));
  copil_store_set_read_only (f->store, FALSE);
}

/* --- records that go --- */

static void
test_record_deleted (Fixture *f, gconstpointer data)
{
  gint64 stage = fixture_find (f, "accueillir");
  g_autoptr (GError) problem = NULL;

  (void)data;
  fixture_accept (f, 0);
  g_assert_true (copil_store_begin (f->store, "essai", NULL));
  g_assert_true (copil_store_delete (f->store, copil_kind_get ("engagement"),
                                     fixture_get_record (f, stage), &problem));
  g_assert_true (copil_store_commit (f->store, NULL));
  fixture_assert_outline (f, stage, "E accueillir 40 élèves en\n");
  fixture_check_tree (f);
  ACCEPT (stage);
  fixture_assert_outline (f, stage, "E accueillir 40 élèves en +\n");
  g_assert_cmpint (copil_store_query_int (f->store, "SELECT count (*) FROM engagement", NULL), ==,
                   9);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "take", test_take },
    { "accept-all", test_accept_all },
    { "accept-sure", test_accept_sure },
    { "accept-order", test_accept_order },
    { "accept-nowhere", test_accept_nowhere },
    { "reopen", test_reopen },
    { "reopen-field", test_reopen_field },
    { "aside", test_aside },
    { "field-of-no-kind", test_field_of_no_kind },
    { "busy", test_busy },
    { "record-deleted", test_record_deleted },
  };

  setlocale (LC_ALL, "");
  g_setenv ("COPIL_TODAY", "2026-09-01", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/passages/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, fixture_set_up_taken, tests[i].run, fixture_tear_down);
    }
  g_test_add ("/passages/take-undo", Fixture, NULL, fixture_set_up, test_take_undo,
              fixture_tear_down);
  g_test_add ("/passages/poor-texts", Fixture, NULL, fixture_set_up, test_source_of_other_forms,
              fixture_tear_down);
  return g_test_run ();
}

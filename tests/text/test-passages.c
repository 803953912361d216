/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person does with the passages of a text that is taken over: every correction gives one
 * tree, is taken back by one undo to the last column, and where it is refused nothing changed. */
#include <locale.h>
#include <string.h>

#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"
#include "passages-fixture.h"

/* A correction that is to be done. */
#define DO(call)                                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *before_ = fixture_dump (f->store);                                            \
    g_autoptr (GError) error = NULL;                                                               \
    gboolean done_ = (call) != 0;                                                                  \
                                                                                                   \
    g_assert_no_error (error);                                                                     \
    g_assert_true (done_);                                                                         \
    fixture_check_undo (f, before_);                                                               \
  }                                                                                                \
  G_STMT_END

/* One that is to be refused. */
#define REFUSE(call, code)                                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *before_ = fixture_dump (f->store), *after_ = NULL;                            \
    guint entries_ = copil_store_count_entries_after (f->store, 0);                                \
    g_autoptr (GError) error = NULL;                                                               \
    gboolean done_ = (call) != 0;                                                                  \
                                                                                                   \
    g_assert_error (error, COPIL_PASSAGE_ERROR, code);                                             \
    g_assert_false (done_);                                                                        \
    g_assert_false (copil_store_in_transaction (f->store));                                        \
    after_ = fixture_dump (f->store);                                                              \
    g_assert_cmpstr (after_, ==, before_);                                                         \
    g_assert_cmpuint (copil_store_count_entries_after (f->store, 0), ==, entries_);                \
  }                                                                                                \
  G_STMT_END

#define ACCEPT(id) DO (copil_passages_accept (f->store, f->source, &(id), 1, FALSE, &error))
#define KIND(id, kind)                                                                             \
  DO (copil_passages_set_kind (f->store, f->source, &(id), 1, COPIL_DRAFT_##kind, &error))
#define REFUSE_KIND(id, kind, code)                                                                \
  REFUSE (copil_passages_set_kind (f->store, f->source, &(id), 1, COPIL_DRAFT_##kind, &error), code)
#define PLACE_IT(id, where, other)                                                                 \
  DO (copil_passage_place (f->store, f->source, id, COPIL_PASSAGE_##where, other, &error))
#define REFUSE_PLACE(id, where, other, code)                                                       \
  REFUSE (copil_passage_place (f->store, f->source, id, COPIL_PASSAGE_##where, other, &error), code)
#define PLACE COPIL_PASSAGE_ERROR_PLACE
#define TAKEN COPIL_PASSAGE_ERROR_TAKEN
#define MISSING COPIL_PASSAGE_ERROR_MISSING

#define PARTIES "P L’académie de Valmer\nP La société Tissages du L\n"
#define STAGES                                                                                     \
  "  M 2.1 Stages\n    E accueillir 40 élèves en\n    E désigner un tuteur pour\n"              \
  "    E ouvrir un atelier aux cl\n"
#define VISITES "  M 2.2 Visites\n    E L’académie s’engage à or\n    E Elle veille à la sécurit\n"
#define RECRUTEMENT                                                                                   \
  "  M 3.1 Recrutement\n    E La société s’engage à re\n    I apprentis ?\n      T 60\n      T " \
  "80\n"
#define TUTEURS "  M 3.2 Formation des tuteurs\n    E Les parties pourront for\n"
#define AXIS2 "A 2 Découverte des métiers ?\n" STAGES VISITES
#define AXIS3 "A 3 Apprentissage ?\n  E La société s’engage à pu\n" RECRUTEMENT TUTEURS
#define AXIS4 "A 4 Orientation ?\n  M 4.1 Forum\n    E L’académie s’engage à te\n"

static char *
print_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static gint64
next_of (Fixture *f, gint64 id)
{
  g_autoptr (GPtrArray) proposals = copil_passages_load (f->store, f->source);
  guint place = copil_passages_find (proposals, id);

  g_assert_cmpuint (place + 1, <, proposals->len);
  return ((CopilPassage *)proposals->pdata[place + 1])->id;
}

/* What the text says where the proposal stands in it. */
static char *
dup_span (Fixture *f, gint64 id)
{
  g_autoptr (GPtrArray) proposals = copil_passages_load (f->store, f->source);
  g_autofree char *text = copil_source_dup_text (f->store, f->source);
  const CopilPassage *proposal = proposals->pdata[copil_passages_find (proposals, id)];

  g_assert_cmpuint (proposal->end, >, proposal->start);
  g_assert_cmpuint (proposal->end, <=, strlen (text));
  return g_strndup (text + proposal->start, proposal->end - proposal->start);
}

static void
assert_span (Fixture *f, gint64 id, const char *expected)
{
  g_autofree char *span = dup_span (f, id);

  g_assert_cmpstr (span, ==, expected);
}

static char *
dup_column (Fixture *f, gint64 id, const char *column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM passage WHERE id = ?", column);

  return copil_store_query_dup_text (f->store, sql, "i", id);
}

static void
assert_column (Fixture *f, gint64 id, const char *column, const char *expected)
{
  g_autofree char *value = dup_column (f, id, column);

  g_assert_cmpstr (value, ==, expected);
}

static gint64
find_field (Fixture *f, const char *name)
{
  g_autoptr (GPtrArray) proposals = copil_passages_load (f->store, f->source);

  for (guint i = 0; i < proposals->len; i++)
    {
      const CopilPassage *proposal = proposals->pdata[i];

      if (proposal->kind == COPIL_DRAFT_FIELD && g_str_equal (proposal->label, name))
        return proposal->id;
    }
  g_assert_not_reached ();
}

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
    { "merge", test_merge },
    { "merge-figures", test_merge_figures },
    { "merge-indicator", test_merge_indicator },
    { "merge-parties", test_merge_parties },
    { "split", test_split },
    { "split-figures", test_split_figures },
    { "add", test_add },
    { "set", test_set },
    { "set-field", test_set_field },
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

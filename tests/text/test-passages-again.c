/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that is taken over once more: the same, or amended. Exactly what the text changed is
 * proposed; what a person made of it and of the records meanwhile stays. */
#include <locale.h>
#include <string.h>

#include "copil-query.h"
#include "copil-record.h"
#include "passages-fixture.h"

/* All that is not the same as before, a line each. */
static char *
dup_differences (Fixture *f)
{
  g_autoptr (GPtrArray) proposals = copil_passages_load (f->store, f->source);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < proposals->len; i++)
    {
      const CopilPassage *proposal = proposals->pdata[i];
      g_autofree char *clip =
          g_utf8_substring (proposal->text, 0, MIN (g_utf8_strlen (proposal->text, -1), 24));

      if (proposal->kind == COPIL_DRAFT_ARTICLE || proposal->state == COPIL_PASSAGE_ASIDE ||
          (proposal->change == COPIL_PASSAGE_SAME && proposal->state == COPIL_PASSAGE_ACCEPTED))
        continue;
      g_string_append_printf (out, "%c %s%s%s%s%s%s\n", "FPAMEITR"[proposal->kind],
                              proposal -> kind == COPIL_DRAFT_FIELD ? proposal -> label : "",
                              proposal->kind == COPIL_DRAFT_FIELD ? " " : "", g_strchomp (clip),
                              proposal->change == COPIL_PASSAGE_CHANGED ? " ~" : "",
                              proposal->change == COPIL_PASSAGE_CHANGED ? proposal->changed : "",
                              proposal->change == COPIL_PASSAGE_GONE ? " !" : "");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
assert_differences (Fixture *f, const char *expected)
{
  g_autofree char *differences = dup_differences (f);

  g_assert_cmpstr (differences, ==, expected);
}

/* All records without what belongs to the texts. */
static char *
dump_records (Fixture *f)
{
  g_autofree char *dump = fixture_dump (f->store);
  const char *passages = strstr (dump, "[passage]"), *person = strstr (dump, "[person]"),
             *source = strstr (dump, "[source]"), *split = strstr (dump, "[split]");

  g_assert_true (passages && person && source && split);
  return g_strdup_printf ("%.*s%.*s%s", (int)(passages - dump), dump, (int)(source - person),
                          person, split);
}

/* What a year of work leaves: a status, a progress, a follow-up for each engagement, observations.
 */
static void
work (Fixture *f)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 indicator;

  {
    g_autoptr (CopilQuery) query =
        copil_store_query (f->store, "SELECT id FROM engagement ORDER BY id", NULL);

    while (copil_query_next (query))
      {
        gint64 id = copil_query_int (query, 0);

        g_array_append_val (ids, id);
      }
  }
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *progress = g_strdup_printf ("%u", 5 * i),
                      *note = g_strdup_printf ("Vu %u", i);

      fixture_edit (f->store, "engagement", g_array_index (ids, gint64, i), "status",
                    i % 2 ? "in_progress" : "done");
      fixture_edit (f->store, "engagement", g_array_index (ids, gint64, i), "progress", progress);
      fixture_edit (f->store, "engagement", g_array_index (ids, gint64, i), "note", note);
    }
  indicator = copil_store_query_int (f->store, "SELECT min (id) FROM indicator", NULL);
  if (indicator)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, indicator);

      fixture_add (f->store, "observation", "indicator", id, "date", "2027-03-01");
    }
}

/* The work of the year, but for engagements that are abandoned now or came later. */
static char *
dup_work (Fixture *f, gint64 newest)
{
  return copil_store_query_dup_text (
      f->store,
      "SELECT (SELECT group_concat (id || ' ' || status || ' ' || progress || ' ' || note, char "
      "(10))"
      " FROM (SELECT * FROM engagement WHERE status <> 'abandoned' AND id <= ?1 ORDER BY id))"
      " || (SELECT count (*) FROM observation)"
      " || (SELECT group_concat (id) FROM (SELECT id FROM measure WHERE id <= ?1 ORDER BY id))"
      " || (SELECT group_concat (id) FROM (SELECT id FROM axis WHERE id <= ?1 ORDER BY id))"
      " || (SELECT group_concat (id) FROM (SELECT id FROM party WHERE id <= ?1 ORDER BY id))"
      " || (SELECT group_concat (id) FROM (SELECT id FROM indicator WHERE id <= ?1 ORDER BY id))",
      "i", newest);
}

static gint64
get_newest (Fixture *f)
{
  return copil_store_query_int (
      f->store, "SELECT max (id) FROM (SELECT id FROM engagement UNION ALL SELECT id FROM target)",
      NULL);
}

static guint
count_open (Fixture *f)
{
  g_autoptr (GPtrArray) proposals = copil_passages_load (f->store, f->source);

  return copil_passages_count_open (proposals, NULL);
}

/* A file with the text taken over, accepted, and a year of work. */
static void
set_up (Fixture *f, gconstpointer data)
{
  fixture_set_up_taken (f, data);
  fixture_accept (f, 0);
  work (f);
}

/* --- the same text --- */

static void
test_same (Fixture *f, gconstpointer data)
{
  g_autofree char *before = dump_records (f), *after = NULL, *again = NULL;

  (void)data;
  fixture_take (f, fixture_text);
  assert_differences (f, "");
  g_assert_cmpuint (count_open (f), ==, 0);
  fixture_accept (f, 0);
  after = dump_records (f);
  g_assert_cmpstr (after, ==, before);
  for (int i = 0; i < 3; i++)
    fixture_take (f, fixture_text);
  assert_differences (f, "");
  again = dump_records (f);
  g_assert_cmpstr (again, ==, before);
}

/* --- amended --- */

typedef struct
{
  const char *name;
  const char *before, *after;
  const char *differences;
  const char *sql; /* 1 once it is accepted */
} Amendment;

static const Amendment amendments[] = {
  { "renamed", "2.2 Visites\n", "2.2 Visites et rencontres\n", "M Visites et rencontres ~text\n",
    "SELECT count (*) FROM measure WHERE title = 'Visites et rencontres'" },
  { "renumbered", "2.2 Visites\n", "2.3 Visites\n",
    "M Visites ~label\nE L’académie s’engage à or ~label\nE Elle veille à la sécurit ~label\n",
    "SELECT count (*) = 2 FROM engagement AS e JOIN measure AS m ON m.id = e.measure"
    " WHERE m.label = '2.3' AND e.label = '2.3'" },
  { "reworded", "désigner un tuteur pour", "désigner un tuteur expérimenté pour",
    "E désigner un tuteur expér ~text\n",
    "SELECT count (*) FROM engagement WHERE text LIKE 'désigner un tuteur expérimenté%'" },
  { "added", "- désigner un tuteur",
    "- remettre une attestation à chaque stagiaire ;\n- désigner un tuteur",
    "E remettre une attestation\n",
    "SELECT count (*) = 4 AND min (position) = 1 FROM engagement WHERE label = '2.1'" },
  { "removed", "- désigner un tuteur pour chaque élève ;\n", "", "E désigner un tuteur pour !\n",
    "SELECT count (*) FROM engagement WHERE status = 'abandoned' AND text LIKE 'désigner%'" },
  { "party-added",
    "Grandport, représentée par M. Paul Rey, directeur, ci-après dénommée « la société »,\n",
    "Grandport, représentée par M. Paul Rey, directeur, ci-après dénommée « la société »,\n\net\n\n"
    "L’association Les Passerelles, 2 rue du Phare, 12345 Valmer, représentée par Mme Zoé Lam, "
    "présidente, ci-après dénommée « l’association »,\n",
    "P L’association Les Passer\nE Les parties pourront for ~parties\n",
    "SELECT count (*) = 3 FROM engagement_party WHERE engagement = (SELECT id FROM engagement"
    " WHERE text LIKE 'Les parties%')" },
  { "party-renamed", "Tissages du Littoral", "Tissages et Toiles du Littoral",
    "P La société Tissages et T ~text\n",
    "SELECT count (*) FROM party WHERE name = 'La société Tissages et Toiles du Littoral'" },
  { "target-raised", "60 apprentis fin 2027", "70 apprentis fin 2027",
    "E La société s’engage à re ~text quantity\nT 70 ~quantity\n",
    "SELECT count (*) = 2 AND min (value) = 70 FROM target" },
  { "target-later", "80 fin 2028", "80 fin 2029",
    "E La société s’engage à re ~text\nT 80\nT 80 !\n",
    "SELECT count (*) = 2 AND max (date) = '2029-12-31' FROM target" },
  { "duration", "trois ans", "quatre ans", "F duration_months 48 ~text\n",
    "SELECT duration_months = 48 FROM convention" },
  { "axis-added", "Fait à Valmer",
    "Article 7 – Mobilité\n\n7.1 Voyages\n\nL’académie s’engage à organiser un voyage d’étude.\n\n"
    "Fait à Valmer",
    "A Mobilité\nM Voyages\nE L’académie s’engage à or\n",
    "SELECT count (*) FROM engagement AS e JOIN measure AS m ON m.id = e.measure JOIN axis AS a ON"
    " a.id = m.axis WHERE a.label = '7' AND m.label = '7.1' AND e.axis = a.id" },
  { "measure-removed",
    "2.2 Visites\n\nL’académie s’engage à organiser trois visites par trimestre. "
    "Elle veille à la sécurité des\nélèves pendant le trajet.\n\n",
    "", "M Visites !\nE L’académie s’engage à or !\nE Elle veille à la sécurit !\n",
    "SELECT count (*) = 2 FROM engagement WHERE status = 'abandoned' AND label = '2.2'" },
};

static void
test_amended (Fixture *f, gconstpointer data)
{
  const Amendment *amendment = data;
  g_autofree char *text = fixture_amend (fixture_text, amendment->before, amendment->after),
                  *before = NULL, *work_before = NULL, *work_after = NULL, *unchanged = NULL,
                  *quiet = NULL, *after = NULL, *undone = NULL, *undecided = NULL;
  gint64 newest = get_newest (f);
  gboolean fewer = strstr (amendment->differences, "E ") && strstr (amendment->differences, "!\n");

  before = dump_records (f);
  fixture_take (f, text);
  assert_differences (f, amendment->differences);
  unchanged = dump_records (f);
  g_assert_cmpstr (unchanged, ==, before);

  /* Until somebody decides, it is proposed again. */
  fixture_take (f, text);
  assert_differences (f, amendment->differences);
  undecided = dump_records (f);
  g_assert_cmpstr (undecided, ==, before);

  work_before = dup_work (f, newest);
  undone = fixture_dump (f->store);
  fixture_accept (f, 0);
  fixture_check_undo (f, undone);
  work_after = dup_work (f, newest);
  if (!fewer)
    g_assert_cmpstr (work_after, ==, work_before);
  g_assert_cmpint (copil_store_query_int (f->store, amendment->sql, NULL), ==, 1);
  g_assert_cmpuint (count_open (f), ==, 0);

  /* Then all is quiet. */
  after = dump_records (f);
  fixture_take (f, text);
  assert_differences (f, "");
  fixture_accept (f, 0);
  quiet = dump_records (f);
  g_assert_cmpstr (quiet, ==, after);
}

/* Refused, it is not proposed again. */
static void
test_refused (Fixture *f, gconstpointer data)
{
  const Amendment *amendment = data;
  g_autofree char *text = fixture_amend (fixture_text, amendment->before, amendment->after),
                  *before = dump_records (f), *after = NULL;
  g_autoptr (GPtrArray) proposals = NULL;

  fixture_take (f, text);
  proposals = copil_passages_load (f->store, f->source);
  for (guint i = 0; i < proposals->len; i++)
    {
      const CopilPassage *proposal = proposals->pdata[i];

      if (proposal->state == COPIL_PASSAGE_PROPOSED && proposal->kind != COPIL_DRAFT_ARTICLE)
        g_assert_true (
            copil_passages_set_aside (f->store, f->source, &proposal->id, 1, TRUE, NULL));
    }
  g_assert_cmpuint (count_open (f), ==, 0);
  fixture_take (f, text);
  assert_differences (f, "");
  fixture_accept (f, 0);
  after = dump_records (f);
  g_assert_cmpstr (after, ==, before);
}

/* From one measure to another: the record goes along with its work. */
static void
test_moved (Fixture *f, gconstpointer data)
{
  g_autofree char
      *without =
          fixture_amend (fixture_text, " ;\n- ouvrir un atelier aux classes de troisième.", "."),
      *text = fixture_amend (
          without, "pendant le trajet.\n",
          "pendant le trajet.\n\nLa société s’engage à :\n"
          "- nommer un correspondant ;\n- ouvrir un atelier aux classes de troisième.\n"),
      *before = NULL, *after = NULL, *dump = NULL, *undo = NULL;
  gint64 newest = get_newest (f);

  (void)data;
  before = dup_work (f, newest);
  fixture_take (f, text);
  assert_differences (f, "E nommer un correspondant\nE ouvrir un atelier aux cl ~label place\n");
  undo = fixture_dump (f->store);
  fixture_accept (f, fixture_find (f, "ouvrir un atelier"));
  fixture_check_undo (f, undo);
  after = dup_work (f, newest);
  g_assert_cmpstr (after, ==, before);
  fixture_accept (f, 0);
  dump = fixture_records (f);
  g_assert_nonnull (strstr (dump, "  M 2.1 Stages\n    E accueillir 40 élèves en\n"
                                  "    E désigner un tuteur pour\n"
                                  "  M 2.2 Visites\n    E L’académie s’engage à or\n"
                                  "    E Elle veille à la sécurit\n"
                                  "    E nommer un correspondant\n"
                                  "    E ouvrir un atelier aux cl\n"));
  fixture_take (f, text);
  assert_differences (f, "");
}

/* A measure goes to another axis with all that is in it. */
static void
test_moved_measure (Fixture *f, gconstpointer data)
{
  static const char measure[] =
      "3.2 Formation des tuteurs\n\n"
      "Les parties pourront former ensemble les tuteurs d’ici le 30 juin 2027.\n\n";
  g_autofree char *without = fixture_amend (fixture_text, measure, ""),
                  *with = g_strconcat (measure, "Article 5 – Durée", NULL),
                  *text = fixture_amend (without, "Article 5 – Durée", with), *dump = NULL;

  (void)data;
  fixture_take (f, text);
  assert_differences (f, "M Formation des tuteurs ~place\n");
  fixture_accept (f, 0);
  dump = fixture_records (f);
  g_assert_true (g_str_has_suffix (dump, "A 4 Orientation\n  M 4.1 Forum\n"
                                         "    E L’académie s’engage à te\n"
                                         "  M 3.2 Formation des tuteurs\n"
                                         "    E Les parties pourront for\n"));
  g_assert_cmpint (copil_store_query_int (f->store,
                                          "SELECT count (*) FROM engagement AS e JOIN measure AS m"
                                          " ON m.id = e.measure WHERE e.axis <> m.axis",
                                          NULL),
                   ==, 0);
  fixture_take (f, text);
  assert_differences (f, "");
}

/* All at once. */
static void
test_all (Fixture *f, gconstpointer data)
{
  g_autofree char *text = g_strdup (fixture_text), *before = NULL, *after = NULL, *records = NULL;
  static const char *const names[] = { "renamed",       "reworded", "added",     "party-added",
                                       "target-raised", "duration", "axis-added" };
  g_autoptr (GString) expected = g_string_new (NULL);
  gint64 newest = get_newest (f);

  (void)data;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint k = 0; k < G_N_ELEMENTS (amendments); k++)
      if (g_str_equal (names[i], amendments[k].name))
        {
          g_autofree char *amended =
              fixture_amend (text, amendments[k].before, amendments[k].after);

          g_free (text);
          text = g_steal_pointer (&amended);
        }
  before = dup_work (f, newest);
  fixture_take (f, text);
  assert_differences (f, "F duration_months 48 ~text\nP L’association Les Passer\n"
                         "E remettre une attestation\nE désigner un tuteur expér ~text\n"
                         "M Visites et rencontres ~text\n"
                         "E La société s’engage à re ~text quantity\nT 70 ~quantity\n"
                         "E Les parties pourront for ~parties\n"
                         "A Mobilité\nM Voyages\nE L’académie s’engage à or\n");
  fixture_accept (f, 0);
  after = dup_work (f, newest);
  g_assert_cmpstr (after, ==, before);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint k = 0; k < G_N_ELEMENTS (amendments); k++)
      if (g_str_equal (names[i], amendments[k].name))
        g_assert_cmpint (copil_store_query_int (f->store, amendments[k].sql, NULL), ==, 1);
  records = dump_records (f);
  fixture_take (f, text);
  assert_differences (f, "");
  {
    g_autofree char *quiet = dump_records (f);

    g_assert_cmpstr (quiet, ==, records);
  }
}

/* An engagement that is gone is abandoned only once somebody says so. */
static void
test_gone (Fixture *f, gconstpointer data)
{
  g_autofree char *text = fixture_amend (fixture_text, "- désigner un tuteur pour chaque élève ;\n",
                                         ""),
                  *status = NULL, *abandoned = NULL, *note = NULL;
  gint64 tutor = fixture_find (f, "désigner un tuteur"), record = fixture_get_record (f, tutor);

  (void)data;
  fixture_take (f, text);
  fixture_accept (f, fixture_find (f, "accueillir"));
  status = fixture_field (f->store, "engagement", record, "status");
  g_assert_cmpstr (status, !=, "abandoned");
  /* With its measure: what is the same stays as it is. */
  fixture_accept (f, fixture_find (f, "Stages"));
  abandoned = fixture_field (f->store, "engagement", record, "status");
  note = fixture_field (f->store, "engagement", record, "note");
  g_assert_cmpstr (abandoned, ==, "abandoned");
  g_assert_nonnull (note);
}

/* --- what a person made of it --- */

static void
test_records_by_hand (Fixture *f, gconstpointer data)
{
  gint64 stage = fixture_get_record (f, fixture_find (f, "accueillir")),
         tutor = fixture_get_record (f, fixture_find (f, "désigner")),
         visits = fixture_get_record (f, fixture_find (f, "Visites")),
         academy = fixture_get_record (f, fixture_find (f, "L’académie de")),
         axis = fixture_get_record (f, fixture_find (f, "Découverte"));
  g_autofree char *party = g_strdup_printf ("%" G_GINT64_FORMAT, academy),
                  *measure = g_strdup_printf ("%" G_GINT64_FORMAT, visits),
                  *place = g_strdup_printf ("%" G_GINT64_FORMAT, axis),
                  *text = fixture_amend (fixture_text, "désigner un tuteur pour",
                                         "désigner un tuteur expérimenté pour"),
                  *before = NULL, *same = NULL, *parties = NULL, *kept = NULL;

  (void)data;
  fixture_edit (f->store, "engagement", stage, "text", "Recevoir quarante collégiens par an");
  fixture_edit (f->store, "engagement", stage, "due", "2028-01-01");
  fixture_edit (f->store, "engagement", tutor, "parties", party);
  fixture_edit (f->store, "engagement", tutor, "measure", measure);
  fixture_edit (f->store, "measure", visits, "title", "Sorties");
  fixture_edit (f->store, "party", academy, "short_name", "Académie");
  fixture_add (f->store, "measure", "axis", place, "title", "Ajoutée à la main");
  fixture_add (f->store, "axis", "label", "9", "title", "Autre axe à elle");
  before = dump_records (f);
  fixture_take (f, fixture_text);
  assert_differences (f, "");
  fixture_accept (f, 0);
  same = dump_records (f);
  g_assert_cmpstr (same, ==, before);
  /* An amendment elsewhere touches nothing of it, one of the words not the signatories. */
  fixture_take (f, text);
  assert_differences (f, "E désigner un tuteur expér ~text\n");
  fixture_accept (f, 0);
  parties = fixture_field (f->store, "engagement", tutor, "parties");
  kept = fixture_field (f->store, "engagement", stage, "text");
  g_assert_cmpstr (parties, ==, party);
  g_assert_cmpstr (kept, ==, "Recevoir quarante collégiens par an");
}

static void
test_passages_by_hand (Fixture *f, gconstpointer data)
{
  gint64 stage = fixture_find (f, "accueillir"), tutor = fixture_find (f, "désigner"),
         workshop = fixture_find (f, "ouvrir un"),
         visits = fixture_find (f, "L’académie s’engage à or"),
         forum = fixture_find (f, "L’académie s’engage à te"),
         direct = fixture_find (f, "La société s’engage à pu"),
         tutors = fixture_find (f, "Les parties pour"), both[] = { stage, tutor },
         axis4 = fixture_find (f, "Orientation"), duree = fixture_find (f, "Communication"), added;
  const char *at = strstr (fixture_text, "portent le nom des signataires"), *const pieces[] = {
    "tenir un forum chaque printemps", "avec des salariés de chaque métier", NULL
  };
  gsize start = (gsize)(at - fixture_text);
  g_autofree char *before = NULL, *after = NULL, *text = NULL, *again = NULL;
  CopilStore *store = f->store;
  gint64 source = f->source;

#define YES(call) g_assert_true ((call) != 0)
  (void)data;
  YES (copil_passages_merge (store, source, both, 2, NULL));
  YES (copil_passages_set_kind (store, source, &workshop, 1, COPIL_DRAFT_MEASURE, NULL));
  YES (copil_passages_set_aside (store, source, &visits, 1, TRUE, NULL));
  YES (copil_passage_split (store, source, forum, pieces, NULL));
  YES (copil_passage_place (store, source, direct, COPIL_PASSAGE_INTO, axis4, NULL));
  YES (copil_passage_set (store, source, tutors, "text", "Former les tuteurs", NULL));
  YES (copil_passage_set (store, source, tutors, "strength", "must", NULL));
  YES (copil_passages_set_kind (store, source, &duree, 1, COPIL_DRAFT_AXIS, NULL));
  YES (added = copil_passage_add (store, source, COPIL_DRAFT_ENGAGEMENT, start,
                                  start + strlen ("portent le nom des signataires"), NULL));
  fixture_accept (f, 0);
  before = dump_records (f);
  fixture_take (f, fixture_text);
  assert_differences (f, "");
  fixture_accept (f, 0);
  after = dump_records (f);
  g_assert_cmpstr (after, ==, before);
  /* And once more, and with a change elsewhere. */
  text = fixture_amend (fixture_text, "trois ans", "quatre ans");
  fixture_take (f, text);
  assert_differences (f, "F duration_months 48 ~text\n");
  fixture_take (f, fixture_text);
  assert_differences (f, "");
  again = dump_records (f);
  g_assert_cmpstr (again, ==, before);
}

/* What is corrected in a proposed change is what the record becomes. */
static void
test_corrected_change (Fixture *f, gconstpointer data)
{
  g_autofree char *text = fixture_amend (fixture_text, "désigner un tuteur pour",
                                         "désigner un tuteur expérimenté pour");
  gint64 tutor, gone;

  (void)data;
  fixture_take (f, text);
  tutor = fixture_find (f, "désigner");
  YES (copil_passage_set (f->store, f->source, tutor, "due", "2029-01-01", NULL));
  YES (copil_passage_set (f->store, f->source, tutor, "text", "désigner deux tuteurs", NULL));
  fixture_accept (f, tutor);
  fixture_assert_get (f, tutor, "due", "2029-01-01");
  fixture_assert_get (f, tutor, "text", "désigner deux tuteurs");
  /* It was in the file before this text. */
  g_assert_false (copil_passages_reopen (f->store, f->source, &tutor, 1, NULL));
  fixture_take (f, text);
  assert_differences (f, "");
  /* What is gone is not corrected. */
  g_free (text);
  text = fixture_amend (fixture_text, "- désigner un tuteur pour chaque élève ;\n", "");
  fixture_take (f, text);
  gone = fixture_find (f, "désigner");
  g_assert_false (copil_passages_set_kind (f->store, f->source, &gone, 1, COPIL_DRAFT_AXIS, NULL));
  g_assert_false (copil_passage_set (f->store, f->source, gone, "text", "x", NULL));
}

/* --- a file that was typed --- */

static void
test_typed (Fixture *f, gconstpointer data)
{
  g_autofree char *axis = NULL, *measure = NULL, *before = NULL, *after = NULL;
  gint64 id, engagement;

  (void)data;
  id = fixture_add (f->store, "axis", "label", "2", "title", "Découverte des métiers");
  axis = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  id = fixture_add (f->store, "measure", "axis", axis, "title", "Stages");
  fixture_edit (f->store, "measure", id, "label", "2.1");
  measure = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  engagement = fixture_add (f->store, "engagement", "axis", axis, "text",
                            "Désigner un tuteur pour chaque élève");
  fixture_edit (f->store, "engagement", engagement, "measure", measure);
  fixture_edit (f->store, "engagement", engagement, "status", "done");
  fixture_edit (f->store, "engagement", engagement, "due", "2030-01-01");
  id = fixture_add (f->store, "engagement", "axis", axis, "text", "Une idée à elle, hors du texte");
  fixture_add (f->store, "party", "name", "La société Tissages du Littoral", "short_name",
               "la société");
  before = dump_records (f);
  fixture_take (f, fixture_text);
  fixture_assert_outline (
      f, fixture_find (f, "Découverte"),
      "A 2 Découverte des métiers + =\n  M 2.1 Stages + =\n    E accueillir 40 élèves en\n"
      "    E désigner un tuteur pour ~label parties\n    E ouvrir un atelier aux cl\n"
      "  M 2.2 Visites\n    E L’académie s’engage à or\n    E Elle veille à la sécurit\n");
  after = dump_records (f);
  g_assert_cmpstr (after, ==, before);
  fixture_accept (f, 0);
  g_assert_cmpint (copil_store_query_int (f->store, "SELECT count (*) FROM axis", NULL), ==, 3);
  g_assert_cmpint (copil_store_query_int (f->store, "SELECT count (*) FROM party", NULL), ==, 2);
  g_assert_cmpint (copil_store_query_int (f->store, "SELECT count (*) FROM engagement", NULL), ==,
                   10);
  {
    g_autofree char *due = fixture_field (f->store, "engagement", engagement, "due"),
                    *status = fixture_field (f->store, "engagement", engagement, "status"),
                    *label = fixture_field (f->store, "engagement", engagement, "label"),
                    *idea = fixture_field (f->store, "engagement", id, "status");

    g_assert_cmpstr (due, ==, "2030-01-01");
    g_assert_cmpstr (status, ==, "done");
    g_assert_cmpstr (label, ==, "2.1");
    g_assert_cmpstr (idea, ==, "planned");
  }
  fixture_take (f, fixture_text);
  assert_differences (f, "");
}

/* A date that was typed is not written over in silence. */
static void
test_typed_field (Fixture *f, gconstpointer data)
{
  (void)data;
  fixture_edit (f->store, "convention", 1, "duration_months", "60");
  fixture_take (f, fixture_text);
  {
    g_autofree char *differences = dup_differences (f);

    g_assert_nonnull (strstr (differences, "F duration_months 36 ~text\n"));
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_setenv ("COPIL_TODAY", "2026-09-01", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(name, set_up, test)                                                                    \
  g_test_add ("/again/" name, Fixture, NULL, set_up, test, fixture_tear_down)
  ADD ("same", set_up, test_same);
  for (guint i = 0; i < G_N_ELEMENTS (amendments); i++)
    {
      g_autofree char *amended = g_strdup_printf ("/again/amended/%s", amendments[i].name),
                      *refused = g_strdup_printf ("/again/refused/%s", amendments[i].name);

      g_test_add (amended, Fixture, &amendments[i], set_up, test_amended, fixture_tear_down);
      g_test_add (refused, Fixture, &amendments[i], set_up, test_refused, fixture_tear_down);
    }
  ADD ("moved", set_up, test_moved);
  ADD ("moved-measure", set_up, test_moved_measure);
  ADD ("all", set_up, test_all);
  ADD ("gone", set_up, test_gone);
  ADD ("records-by-hand", set_up, test_records_by_hand);
  ADD ("passages-by-hand", fixture_set_up_taken, test_passages_by_hand);
  ADD ("corrected-change", set_up, test_corrected_change);
  ADD ("typed", fixture_set_up, test_typed);
  ADD ("typed-field", fixture_set_up, test_typed_field);
  return g_test_run ();
}

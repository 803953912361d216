/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of real size: the conventions of the examples, where they are at hand, against the files
 * that were made of them by hand; and a long one, amended in a hundred places.
 *
 *     test-passages-real EXAMPLES SHARED */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "copil-query.h"
#include "copil-text-read.h"
#include "passages-fixture.h"

static const char *examples, *shared;

static char *
find_seed (const char *number)
{
  g_autofree char *folder = g_build_filename (shared, "seeds", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = dir ? g_dir_read_name (dir) : NULL; name; name = g_dir_read_name (dir))
    if (g_str_has_prefix (name, number))
      return g_build_filename (folder, name, NULL);
  return NULL;
}

static void
take (CopilStore *store, const char *path, gint64 *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilText) text = copil_text_read_file (path, &error);
  g_autoptr (CopilDraft) draft = NULL;

  g_assert_no_error (error);
  draft = copil_draft_new (text);
  *source = copil_source_take (store, text, draft, "convention", &error);
  g_assert_no_error (error);
}

static guint
count (Fixture *f, CopilPassageChange change, CopilDraftKind kind, gboolean any)
{
  g_autoptr (GPtrArray) proposals = copil_passages_load (f->store, f->source);
  guint n = 0;

  for (guint i = 0; i < proposals->len; i++)
    {
      const CopilPassage *proposal = proposals->pdata[i];

      if (proposal->change == change && (any || proposal->kind == kind) &&
          proposal->state != COPIL_PASSAGE_ASIDE && proposal->kind != COPIL_DRAFT_ARTICLE)
        n++;
    }
  return n;
}

/* --- the conventions --- */

/* Taken over into an empty file, and once more. */
static void
test_twice (Fixture *f, gconstpointer data)
{
  g_autofree char *seed = find_seed (data), *before = NULL, *after = NULL;

  if (!seed)
    {
      g_test_skip ("the real conventions are not here");
      return;
    }
  take (f->store, seed, &f->source);
  fixture_check_tree (f);
  fixture_accept (f, 0);
  before = fixture_records (f);
  take (f->store, seed, &f->source);
  g_assert_cmpuint (count (f, COPIL_PASSAGE_NEW, 0, TRUE), ==, 0);
  g_assert_cmpuint (count (f, COPIL_PASSAGE_CHANGED, 0, TRUE), ==, 0);
  g_assert_cmpuint (count (f, COPIL_PASSAGE_GONE, 0, TRUE), ==, 0);
  fixture_accept (f, 0);
  after = fixture_records (f);
  g_assert_cmpstr (after, ==, before);
}

typedef struct
{
  const char *name, *seed;
  guint other; /* axes and measures that it has of articles that are none */
} Example;

/* Taken over into the file that was made of it by hand, in other words: its axes and measures are
 * found again, and nothing of it is gone. */
static void
test_example (Fixture *f, gconstpointer data)
{
  const Example *example = data;
  g_autofree char *seed = find_seed (example->seed),
                  *name = g_strconcat (example->name, ".copil", NULL),
                  *path = g_build_filename (examples, name, NULL),
                  *copy = g_build_filename (f->folder, name, NULL), *contents = NULL,
                  *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!seed)
    {
      g_test_skip ("the real conventions are not here");
      return;
    }
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (copy, contents, (gssize)length, &error);
  g_assert_no_error (error);
  g_clear_object (&f->store);
  f->store = copil_store_open (copy, COPIL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  before = fixture_records (f);
  take (f->store, seed, &f->source);
  after = fixture_records (f);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count (f, COPIL_PASSAGE_GONE, 0, TRUE), ==, 0);
  g_assert_cmpint (
      copil_store_query_int (
          f->store,
          "SELECT (SELECT count (*) FROM axis WHERE id NOT IN"
          " (SELECT record FROM passage WHERE type = 'axis' AND record IS NOT NULL))"
          " + (SELECT count (*) FROM measure WHERE id NOT IN"
          " (SELECT record FROM passage WHERE type = 'measure' AND record IS NOT NULL))",
          NULL),
      ==, example->other);
  g_test_message ("%s: %u same, %u changed, %u new", example->name,
                  count (f, COPIL_PASSAGE_SAME, 0, TRUE), count (f, COPIL_PASSAGE_CHANGED, 0, TRUE),
                  count (f, COPIL_PASSAGE_NEW, 0, TRUE));
}

/* --- a long one --- */

/* Words that are not alike from one sentence to the next. */
static char *
dup_sentence (guint i)
{
  static const char *const verbs[] = { "accueillir", "former",   "équiper", "informer",
                                       "inviter",    "soutenir", "orienter" },
                           *const whom[] = { "des apprentis",  "les professeurs", "chaque classe",
                                             "les familles",   "un groupe",       "des tuteurs",
                                             "les internes",   "trois ateliers",  "les délégués",
                                             "des stagiaires", "les lauréats" },
                           *const where[] = { "dans le port",  "au lycée",       "sur la côte",
                                              "en atelier",    "à la foire",     "au musée",
                                              "dans les îles", "en forêt",       "à la gare",
                                              "au chantier",   "au laboratoire", "à la ferme",
                                              "au théâtre" },
                           *const when[] = { "chaque printemps", "avant la rentrée", "le samedi",
                                             "pendant l’été",    "à la Toussaint",   "en soirée",
                                             "un jour par mois", "deux fois l’an",   "au carnaval",
                                             "tout l’hiver",     "en semaine",       "le matin",
                                             "en juin",          "au marché",        "à midi",
                                             "la nuit",          "en décembre" };

  return g_strdup_printf ("%s %s %s %s", verbs[i % 7], whom[i % 11], where[i % 13], when[i % 17]);
}

static char *
dup_long (guint n, guint every)
{
  g_autoptr (GString) text = g_string_new (
      "CONVENTION LONGUE\n\nEntre\n\nL’académie de Valmer, 3 place du Port, 12345 Valmer, "
      "représentée par Mme Inès Caron, rectrice, ci-après dénommée « l’académie »,\n\net\n\n"
      "La société Tissages du Littoral, 8 quai des Filets, 12346 Grandport, représentée par M. "
      "Paul "
      "Rey, directeur, ci-après dénommée « la société »,\n\nIl est convenu ce qui suit :\n\n");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sentence = dup_sentence (i);

      if (i % 300 == 0)
        g_string_append_printf (text, "\nArticle %u – Domaine %u\n\n", i / 300 + 1, i / 300 + 1);
      if (i % 30 == 0)
        g_string_append_printf (text, "\n%u.%u Mesure %u\n\nLa société s’engage à :\n", i / 300 + 1,
                                i / 30 % 10 + 1, i / 30 + 1);
      g_string_append_printf (text, "- %s%s ;\n", sentence,
                              every && i % every == 0 ? " sans délai" : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_long (Fixture *f, gconstpointer data)
{
  g_autofree char *text = dup_long (3000, 0), *amended = dup_long (3000, 30);
  gint64 start;

  (void)data;
  fixture_take (f, text);
  g_assert_cmpuint (count (f, COPIL_PASSAGE_NEW, COPIL_DRAFT_ENGAGEMENT, FALSE), ==, 3000);
  fixture_accept (f, 0);
  start = g_get_monotonic_time ();
  fixture_take (f, amended);
  g_test_message ("3000 engagements compared in %.2f s",
                  (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  g_assert_cmpuint (count (f, COPIL_PASSAGE_CHANGED, 0, TRUE), ==, 100);
  g_assert_cmpuint (count (f, COPIL_PASSAGE_NEW, 0, TRUE), ==, 0);
  g_assert_cmpuint (count (f, COPIL_PASSAGE_GONE, 0, TRUE), ==, 0);
  fixture_accept (f, 0);
  g_assert_cmpint (copil_store_query_int (f->store,
                                          "SELECT count (*) FROM engagement"
                                          " WHERE text LIKE '% sans délai'",
                                          NULL),
                   ==, 100);
  g_assert_cmpint (copil_store_query_int (f->store, "SELECT count (*) FROM engagement", NULL), ==,
                   3000);
}

int
main (int argc, char **argv)
{
  static const char *const seeds[] = { "000", "001", "002", "003", "004" };
  static const Example files[] = { { "france-industrie", "000", 0 },
                                   { "uimm", "001", 0 },
                                   { "cpme", "002", 0 },
                                   { "ipe", "003", 16 },
                                   { "ecti", "004", 0 } };

  setlocale (LC_ALL, "");
  g_setenv ("COPIL_TODAY", "2026-09-01", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  examples = argv[1];
  shared = argv[2];
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *twice = g_strdup_printf ("/real/twice/%s", seeds[i]),
                      *example = g_strdup_printf ("/real/example/%s", files[i].name);

      g_test_add (twice, Fixture, seeds[i], fixture_set_up, test_twice, fixture_tear_down);
      g_test_add (example, Fixture, &files[i], fixture_set_up, test_example, fixture_tear_down);
    }
  g_test_add ("/real/long", Fixture, NULL, fixture_set_up, test_long, fixture_tear_down);
  return g_test_run ();
}

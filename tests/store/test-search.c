/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found by going through all records is found by the index, which follows changes. */
#include <string.h>

#include "copil-record.h"
#include "copil-search.h"
#include "merge-tools.h"

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* In an order of its own: the index has records by when they were last changed. */
static char *
dump (GPtrArray *hits)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < hits->len; i++)
    {
      const CopilHit *hit = hits->pdata[i];

      g_ptr_array_add (lines, g_strdup_printf ("%s %" G_GINT64_FORMAT " %s %s %s", hit->kind->name,
                                               hit->id, hit->field ? hit->field->name : "-",
                                               hit->title, hit->excerpt));
    }
  g_ptr_array_sort (lines, compare_cb);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}

static CopilSearch *
make_index (CopilStore *store)
{
  CopilSearch *search = copil_search_new (store);

  while (!copil_search_is_ready (search))
    g_main_context_iteration (NULL, TRUE);
  return search;
}

static void
assert_found (CopilStore *store, CopilSearch *search, const char *typed, guint n)
{
  g_autoptr (CopilTerms) terms = copil_terms_parse (typed);
  g_autoptr (GPtrArray) all = copil_store_search (store, terms, 0);
  g_autoptr (GPtrArray) some = copil_search_find (search, terms, 100);
  g_autofree char *one = dump (all), *other = dump (some);
  gboolean told = TRUE;
  guint count = 0;

  g_assert_cmpuint (all->len, ==, n);
  g_assert_cmpstr (one, ==, other);
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    {
      guint more = copil_search_count (search, terms, *kind);

      told &= more != G_MAXUINT;
      count += more;
    }
  g_assert_true (!told || count == n);
}

static void
test_follows (Merging *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store[A];
  g_autoptr (CopilSearch) search = NULL;
  gint64 id = fixture->engagement[3];

  merging_edit (store, "engagement", id, "note", "Trente collèges à l’Œuvre");
  search = make_index (store);
  assert_found (store, search, "oeuvre colleges", 1);
  assert_found (store, search, "oeuvre -colleges", 0);
  assert_found (store, search, "accueillir", 12);
  assert_found (store, search, "4.1.1", 4);
  assert_found (store, search, "\"4.1.1\"", 1);
  assert_found (store, search, "accueillante", 0);
  assert_found (store, search, "accuei -accueillir", 0);
  assert_found (store, search, "accuei -accueillante", 12);
  merging_edit (store, "engagement", fixture->engagement[4], "note", "Professionnalisation");
  assert_found (store, search, "professionnel", 0);
  assert_found (store, search, "professionna", 1);
  assert_found (store, search, "accueillir -professionnelle", 12);
  assert_found (store, search, "accueillir -professionnalisation", 11);
  merging_edit (store, "engagement", id, "note", "Quarante lycées");
  assert_found (store, search, "oeuvre", 0);
  assert_found (store, search, "quarante", 1);
  merging_drop (store, "engagement", id);
  assert_found (store, search, "quarante", 0);
  assert_found (store, search, "accueillir", 11);
  g_assert_true (copil_store_undo (store, NULL));
  assert_found (store, search, "quarante", 1);
}

/* Each word of each text, and two of them, are found by both ways. */
static void
test_all (Merging *fixture, gconstpointer data)
{
  CopilStore *store = fixture->store[A];
  g_autoptr (CopilSearch) search = NULL;
  static const char *const texts[] = {
    "L’accueil d’élèves de 3e : 12 000 stages, au-delà de l’objectif",
    "Vis-à-vis « des partenaires », rien n’est décidé ; voir l’article 4.1.3",
    "ŒUVRE\tet\u00a0ÆON\u202f! 100 % (cent pour cent)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    merging_edit (store, "engagement", fixture->engagement[i], "note", texts[i]);
  search = make_index (store);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *normalized = copil_terms_normalize (texts[i]);
      g_auto (GStrv) words = g_strsplit (normalized, " ", -1);

      for (guint j = 0; words[j]; j++)
        {
          g_autoptr (CopilTerms) terms = *words[j] ? copil_terms_parse (words[j]) : NULL;
          g_autoptr (GPtrArray) all = terms ? copil_store_search (store, terms, 0) : NULL;

          if (!terms)
            continue;
          g_assert_cmpuint (all->len, >=, 1);
          assert_found (store, search, words[j], all->len);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/search/follows", Merging, NULL, merging_set_up, test_follows, merging_tear_down);
  g_test_add ("/search/all", Merging, NULL, merging_set_up, test_all, merging_tear_down);
  return g_test_run ();
}

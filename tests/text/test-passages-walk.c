/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long walk of random corrections over the passages of a text: whatever is done, the tree is one,
 * what is refused changes nothing, and all of it can be taken back. PASSAGES_SEED=N walks another
 * way. */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"
#include "passages-fixture.h"

#define STEPS 2000

typedef struct
{
  Fixture *f;
  GRand *rand;
  GPtrArray *proposals;
  gsize length;
  gint64 ids[4];
  guint n;
} Walk;

static const CopilPassage *
pick (Walk *walk)
{
  return walk->proposals->len
             ? walk->proposals->pdata[g_rand_int_range (walk->rand, 0, (int)walk->proposals->len)]
             : NULL;
}

/* One to four that follow each other. */
static void
pick_several (Walk *walk, guint max)
{
  guint at = (guint)g_rand_int_range (walk->rand, 0, (int)walk->proposals->len),
        n = (guint)g_rand_int_range (walk->rand, 1, (int)max + 1);

  walk->n = MIN (n, walk->proposals->len - at);
  for (guint i = 0; i < walk->n; i++)
    walk->ids[i] = ((CopilPassage *)walk->proposals->pdata[at + i])->id;
}

static gboolean
split (Walk *walk, const CopilPassage *proposal, GError **error)
{
  glong length = g_utf8_strlen (proposal->text, -1);
  glong at = length ? g_rand_int_range (walk->rand, 0, (int)length) : 0;
  g_autofree char *head = g_utf8_substring (proposal->text, 0, at),
                  *tail = g_utf8_substring (proposal->text, at, length);
  const char *const texts[] = { head, tail, NULL };

  return copil_passage_split (walk->f->store, walk->f->source, proposal->id, texts, error);
}

static gboolean
set (Walk *walk, const CopilPassage *proposal, GError **error)
{
  static const struct
  {
    const char *field, *value;
  } choices[] = { { "label", "7.7" },  { "due", "2031-01-01" },  { "quantity", "12" },
                  { "due", NULL },     { "strength", "may" },    { "text", "Tout autre chose" },
                  { "unit", "jours" }, { "article", "annexe 2" } };
  guint i = (guint)g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (choices));

  return copil_passage_set (walk->f->store, walk->f->source, proposal->id, choices[i].field,
                            choices[i].value, error);
}

static gboolean
set_parties (Walk *walk, GError **error)
{
  const CopilPassage *party = pick (walk);
  g_autofree char *ids =
      party->kind == COPIL_DRAFT_PARTY ? g_strdup_printf ("%" G_GINT64_FORMAT, party->id) : NULL;

  pick_several (walk, 4);
  return copil_passages_set_parties (walk->f->store, walk->f->source, walk->ids, walk->n, ids,
                                     error);
}

/* A person follows an engagement, so that it is in use. */
static gboolean
follow (Walk *walk, const CopilPassage *proposal)
{
  if (proposal->kind == COPIL_DRAFT_ENGAGEMENT && proposal->record)
    fixture_edit (walk->f->store, "engagement", proposal->record, "progress",
                  g_rand_boolean (walk->rand) ? "50" : NULL);
  return TRUE;
}

/* And deletes what is not in use. */
static gboolean
drop (Walk *walk, const CopilPassage *proposal, GError **error)
{
  if (proposal->kind != COPIL_DRAFT_ENGAGEMENT || !proposal->record)
    return TRUE;
  g_assert_true (copil_store_begin (walk->f->store, "essai", error));
  g_assert_true (
      copil_store_delete (walk->f->store, copil_kind_get ("engagement"), proposal->record, error));
  return copil_store_commit (walk->f->store, error);
}

static gboolean
step (Walk *walk, GError **error)
{
  CopilStore *store = walk->f->store;
  gint64 source = walk->f->source;
  const CopilPassage *one = pick (walk), *other = pick (walk);
  gsize start;

  switch (g_rand_int_range (walk->rand, 0, 30))
    {
    case 0:
      return copil_passages_accept (store, source, NULL, 0, TRUE, error);
    case 1:
    case 2:
      pick_several (walk, 4);
      return copil_passages_accept (store, source, walk->ids, walk->n, g_rand_boolean (walk->rand),
                                    error);
    case 3:
    case 4:
    case 5:
    case 6:
      pick_several (walk, 4);
      return copil_passages_reopen (store, source, walk->ids, walk->n, error);
    case 7:
    case 8:
      pick_several (walk, 2);
      return copil_passages_set_aside (store, source, walk->ids, walk->n,
                                       g_rand_int_range (walk->rand, 0, 3) == 0, error);
    case 9:
    case 10:
    case 11:
    case 12:
      pick_several (walk, 2);
      return copil_passages_set_kind (store, source, walk->ids, walk->n,
                                      (CopilDraftKind)g_rand_int_range (walk->rand, 0, 8), error);
    case 13:
    case 14:
      return copil_passage_promote (store, source, one->id, error);
    case 15:
    case 16:
      return copil_passage_demote (store, source, one->id, error);
    case 17:
    case 18:
    case 19:
      return copil_passage_shift (store, source, one->id, g_rand_boolean (walk->rand) ? 1 : -1,
                                  error) ||
             !*error;
    case 20:
    case 21:
    case 22:
      return copil_passage_place (store, source, one->id,
                                  (CopilPassageWhere)g_rand_int_range (walk->rand, 0, 3), other->id,
                                  error);
    case 23:
      pick_several (walk, 3);
      return copil_passages_merge (store, source, walk->ids, walk->n, error);
    case 24:
      return split (walk, one, error);
    case 25:
      start = (gsize)g_rand_int_range (walk->rand, 0, (int)walk->length);
      return copil_passage_add (store, source, (CopilDraftKind)g_rand_int_range (walk->rand, 1, 8),
                                start, start + (gsize)g_rand_int_range (walk->rand, 0, 60),
                                error) != 0;
    case 26:
      return set_parties (walk, error);
    case 27:
      return set (walk, one, error);
    case 28:
      return follow (walk, one);
    default:
      return drop (walk, one, error);
    }
}

static void
test_walk (Fixture *f, gconstpointer data)
{
  const char *seed = g_getenv ("PASSAGES_SEED");
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed ? (guint32)atoi (seed) : 20260901);
  g_autofree char *first = fixture_dump (f->store), *last = NULL, *undone = NULL, *redone = NULL;
  guint begin = copil_store_count_entries_after (f->store, 0), n, done = 0, refused = 0;

  (void)data;
  for (guint i = 0; i < STEPS; i++)
    {
      g_autoptr (GPtrArray) proposals = copil_passages_load (f->store, f->source);
      g_autofree char *before = fixture_dump (f->store);
      g_autoptr (GError) error = NULL;
      Walk walk = { f, rand, proposals, strlen (fixture_text), { 0 }, 0 };

      if (step (&walk, &error))
        {
          g_assert_no_error (error);
          done++;
        }
      else
        {
          g_autofree char *after = fixture_dump (f->store);

          g_assert_nonnull (error);
          g_assert_true (error->domain == COPIL_PASSAGE_ERROR ||
                         error->domain == COPIL_VALUE_ERROR);
          g_assert_cmpstr (after, ==, before);
          refused++;
        }
      g_assert_false (copil_store_in_transaction (f->store));
      fixture_check_tree (f);
    }
  /* It went somewhere. */
  g_test_message ("%u done, %u refused", done, refused);
  g_assert_cmpuint (done, >, STEPS / 4);
  g_assert_cmpuint (refused, >, STEPS / 20);
  n = copil_store_count_entries_after (f->store, 0) - begin;
  g_assert_cmpuint (n, >, STEPS / 8);
  last = fixture_dump (f->store);
  for (guint i = 0; i < n; i++)
    g_assert_true (copil_store_undo (f->store, NULL));
  undone = fixture_dump (f->store);
  g_assert_cmpstr (undone, ==, first);
  for (guint i = 0; i < n; i++)
    g_assert_true (copil_store_redo (f->store, NULL));
  redone = fixture_dump (f->store);
  g_assert_cmpstr (redone, ==, last);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_setenv ("COPIL_TODAY", "2026-09-01", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/passages/walk", Fixture, NULL, fixture_set_up_taken, test_walk, fixture_tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records found again in a text by their place and their words, and what the text says otherwise.
 */
#include <string.h>

#include "copil-passage-comparing.h"
#include "copil-text-match.h"

/* How alike two texts must be to be the same passage, amended: in the same place, and elsewhere. */
#define ALIKE 0.5
#define ALIKE_ELSEWHERE 0.7

typedef struct
{
  CopilPassage *proposal;
  CopilKnown *known;
  double score;
} Pair;

gint64
copil_comparing_get_above (CopilComparing *comparing, const CopilPassage *proposal,
                           CopilDraftKind kind)
{
  for (guint up = proposal->parent; up != G_MAXUINT;)
    {
      const CopilPassage *above = comparing->proposals->pdata[up];

      if (above->kind == kind)
        return above->record;
      up = above->parent;
    }
  return 0;
}

/* --- what changed --- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The signatories as they were called in the text before, or are in the file: that one of them has
 * another name now changes nothing in what it commits to. */
static char *
dup_former_parties (CopilComparing *comparing, const CopilPassage *proposal, gboolean read)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) ids = g_strsplit (proposal->parties ? proposal->parties : "", " ", -1);

  for (guint i = 0; ids[i]; i++)
    {
      guint place = copil_passages_find (comparing->proposals, g_ascii_strtoll (ids[i], NULL, 10));
      const CopilPassage *party =
          place < comparing->proposals->len ? comparing->proposals->pdata[place] : NULL;
      const CopilKnown *known =
          party ? copil_comparing_find_known (comparing, COPIL_DRAFT_PARTY, party->record) : NULL;
      g_autofree char *name = NULL;

      if (!party)
        continue;
      if (known && read && known->reading)
        name = g_strndup (known->reading, strcspn (known->reading, "\n"));
      else if (known)
        name = g_strdup (known->label);
      else
        name = g_strdup (party->label);
      if (!name || !*name)
        {
          g_free (name);
          name = g_strdup (known ? known->text : party->text);
        }
      g_ptr_array_add (names, g_steal_pointer (&name));
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **)names->pdata);
}

/* The fields that a kind of record has, of those that a reading knows. */
static gboolean
has_field (CopilDraftKind kind, const char *field)
{
  switch (kind)
    {
    case COPIL_DRAFT_ENGAGEMENT:
      return TRUE;
    case COPIL_DRAFT_TARGET:
      return g_str_equal (field, "due") || g_str_equal (field, "quantity");
    case COPIL_DRAFT_INDICATOR:
      return g_str_equal (field, "text") || g_str_equal (field, "unit");
    default:
      return g_str_equal (field, "label") || g_str_equal (field, "text");
    }
}

/* Whether the text has it under another heading than before. */
static gboolean
has_moved (CopilComparing *comparing, const CopilPassage *proposal, const CopilKnown *known,
           const char *before, const char *now)
{
  const CopilPassage *above =
      proposal->parent == G_MAXUINT ? NULL : comparing->proposals->pdata[proposal->parent];

  if ((!copil_passage_is_leaf (proposal->kind) && proposal->kind != COPIL_DRAFT_MEASURE) ||
      !above || above->kind == COPIL_DRAFT_ARTICLE)
    return FALSE;
  if (copil_comparing_get_above (comparing, proposal, COPIL_DRAFT_AXIS) == known->axis &&
      copil_comparing_get_above (comparing, proposal, COPIL_DRAFT_MEASURE) == known->above)
    return FALSE;
  /* A person may have put it elsewhere by hand. */
  return !known->reading || g_strcmp0 (before, now) != 0;
}

/* Notes that a proposal is about a record, and what it says otherwise. */
static void
settle_pair (CopilComparing *comparing, CopilPassage *proposal, CopilKnown *known)
{
  g_autofree char *before =
      known->reading ? g_strdup (known->reading) : copil_known_dup_reading (comparing, known);
  g_auto (GStrv) old = g_strsplit (before, "\n", -1),
                 new = g_strsplit (proposal->reading, "\n", -1);
  g_autofree char *parties = dup_former_parties (comparing, proposal, known->reading != NULL);
  g_autoptr (GString) changed = g_string_new (NULL);

  known->found = TRUE;
  proposal->record = known->id;
  for (guint i = 0; copil_passage_reading_fields[i] && old[i] && new[i]; i++)
    {
      const char *field = copil_passage_reading_fields[i];
      const char *now = g_str_equal (field, "parties") ? parties : new[i];

      /* Without an earlier reading, what a person added by hand is no change of the text. */
      if (!has_field (proposal->kind, field) || g_str_equal (old[i], now) ||
          (!known->reading && (!*now || g_str_equal (now, "0"))) ||
          (g_str_equal (field, "unit") && proposal->quantity == 0 &&
           proposal->kind == COPIL_DRAFT_ENGAGEMENT))
        continue;
      /* The words may have been corrected by hand to what the text says now. */
      if (g_str_equal (field, "text"))
        {
          g_autofree char *folded = copil_passage_dup_words (proposal->text);

          if (g_str_equal (folded, known->folded))
            continue;
        }
      g_string_append_printf (changed, "%s%s", changed->len ? " " : "", field);
    }
  if (g_strv_length (old) >= COPIL_PASSAGE_READING_LINES &&
      has_moved (comparing, proposal, known, old[COPIL_PASSAGE_READING_PLACE],
                 new[COPIL_PASSAGE_READING_PLACE]))
    g_string_append_printf (changed, "%splace", changed->len ? " " : "");
  proposal->change = changed->len ? COPIL_PASSAGE_CHANGED : COPIL_PASSAGE_SAME;
  proposal->state = changed->len ? COPIL_PASSAGE_PROPOSED : COPIL_PASSAGE_ACCEPTED;
  if (changed->len)
    proposal->changed = g_strdup (changed->str);
  else
    proposal->doubtful = FALSE;
}

/* --- finding records again --- */

/* The share of words that two texts have in common, 0–1. */
static double
measure_likeness (GArray *a, GArray *b)
{
  guint i = 0, j = 0, common = 0;

  if (!a->len || !b->len)
    return 0;
  while (i < a->len && j < b->len)
    {
      guint first = g_array_index (a, guint, i), second = g_array_index (b, guint, j);

      common += first == second ? 1 : 0;
      i += first <= second ? 1 : 0;
      j += second <= first ? 1 : 0;
    }
  return 2.0 * common / (a->len + b->len);
}

static double
score_pair (CopilComparing *comparing, const CopilPassage *proposal, GArray *words,
            const char *folded, const CopilKnown *known)
{
  double likeness = measure_likeness (words, known->words);
  gboolean label = proposal->label && known->label && *known->label &&
                   g_ascii_strcasecmp (proposal->label, known->label) == 0;
  gboolean same = *folded && g_str_equal (folded, known->folded);
  gint64 axis = copil_comparing_get_above (comparing, proposal, COPIL_DRAFT_AXIS),
         above = copil_comparing_get_above (
             comparing, proposal,
             proposal->kind == COPIL_DRAFT_TARGET ? COPIL_DRAFT_INDICATOR : COPIL_DRAFT_MEASURE);
  gboolean here = axis == known->axis && above == known->above;

  if (known->reading && proposal->reading)
    {
      /* The digest of the text, the second line of a reading. */
      const char *first = strchr (known->reading, '\n'), *second = strchr (proposal->reading, '\n');

      same = same || (first && second && strncmp (first, second, 33) == 0);
    }
  likeness = same ? 1 : likeness;
  switch (proposal->kind)
    {
    case COPIL_DRAFT_TARGET:
      return here && g_strcmp0 (proposal->due, known->text) == 0 ? 1 : 0;
    case COPIL_DRAFT_PARTY:
      return label ? 2 + likeness : likeness >= 0.7 ? likeness : 0;
    case COPIL_DRAFT_AXIS:
      return label && likeness >= 0.3 ? 1 + likeness : likeness >= 0.6 ? likeness : 0;
    case COPIL_DRAFT_MEASURE:
      return label && axis == known->axis && likeness >= 0.3 ? 2 + likeness
             : axis == known->axis && likeness >= ALIKE      ? 1 + likeness
             : likeness >= ALIKE_ELSEWHERE                   ? likeness
                                                             : 0;
    default:
      return here && likeness >= ALIKE ? 1 + likeness : likeness >= ALIKE_ELSEWHERE ? likeness : 0;
    }
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  double first = ((const Pair *)a)->score, second = ((const Pair *)b)->score;

  return first > second ? -1 : first < second;
}

/* Pairs what stands in the same place with the same words: most of a text, and quickly. */
static void
pair_same (CopilComparing *comparing, CopilDraftKind kind)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint k = comparing->known->len; k > 0; k--)
    {
      CopilKnown *known = comparing->known->pdata[k - 1];

      if (known->kind == kind)
        g_hash_table_replace (places,
                              g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s",
                                               known->axis, known->above, known->folded),
                              known);
    }
  for (guint i = 0; i < comparing->proposals->len && g_hash_table_size (places); i++)
    {
      CopilPassage *proposal = comparing->proposals->pdata[i];
      g_autofree char *folded = NULL, *place = NULL;
      CopilKnown *known;

      if (proposal->kind != kind || proposal->state == COPIL_PASSAGE_ASIDE)
        continue;
      folded = copil_passage_dup_words (proposal->text);
      place = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s",
                               copil_comparing_get_above (comparing, proposal, COPIL_DRAFT_AXIS),
                               copil_comparing_get_above (comparing, proposal, COPIL_DRAFT_MEASURE),
                               folded);
      known = g_hash_table_lookup (places, place);
      if (known && !known->found)
        settle_pair (comparing, proposal, known);
    }
}

/* Passages that became a part of another one, or that were set aside before. */
static void
settle_earlier (CopilComparing *comparing, CopilDraftKind kind)
{
  for (guint i = 0; i < comparing->proposals->len; i++)
    {
      CopilPassage *proposal = comparing->proposals->pdata[i];
      g_autofree char *key = NULL;
      const CopilPassage *earlier;
      CopilKnown *merged;

      if (proposal->kind != kind || proposal->record || proposal->state != COPIL_PASSAGE_PROPOSED)
        continue;
      key = copil_reading_dup_key (proposal->reading);
      merged = g_hash_table_lookup (comparing->merged, key);
      earlier = g_hash_table_lookup (comparing->passages, key);
      if (merged)
        {
          g_ptr_array_add (comparing->parts, merged);
          proposal->state = COPIL_PASSAGE_ASIDE;
          proposal->doubtful = FALSE;
        }
      else if (earlier && earlier->state == COPIL_PASSAGE_ASIDE && !earlier->record)
        proposal->state = COPIL_PASSAGE_ASIDE;
    }
}

/* Pairs the proposals of a kind with the records of that kind, the most alike first. */
static void
pair_alike (CopilComparing *comparing, CopilDraftKind kind)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < comparing->proposals->len; i++)
    {
      CopilPassage *proposal = comparing->proposals->pdata[i];
      g_autoptr (GArray) words = NULL;
      g_autofree char *folded = NULL;

      if (proposal->kind != kind || proposal->state == COPIL_PASSAGE_ASIDE || proposal->record)
        continue;
      folded = copil_passage_dup_words (proposal->text);
      words = copil_comparing_list_words (folded);
      for (guint k = 0; k < comparing->known->len; k++)
        {
          Pair pair = { proposal, comparing->known->pdata[k], 0 };

          if (pair.known->kind != kind || pair.known->found)
            continue;
          pair.score = score_pair (comparing, proposal, words, folded, pair.known);
          if (pair.score > 0)
            g_array_append_val (pairs, pair);
        }
    }
  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      if (!pair->proposal->record && !pair->known->found)
        settle_pair (comparing, pair->proposal, pair->known);
    }
}

void
copil_comparing_pair (CopilComparing *comparing)
{
  static const CopilDraftKind kinds[] = { COPIL_DRAFT_PARTY,     COPIL_DRAFT_AXIS,
                                          COPIL_DRAFT_MEASURE,   COPIL_DRAFT_ENGAGEMENT,
                                          COPIL_DRAFT_INDICATOR, COPIL_DRAFT_TARGET };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (kinds[i] == COPIL_DRAFT_ENGAGEMENT)
        pair_same (comparing, kinds[i]);
      settle_earlier (comparing, kinds[i]);
      pair_alike (comparing, kinds[i]);
    }
  /* A part of what a record was made of is enough to find it again. */
  for (guint i = 0; i < comparing->parts->len; i++)
    ((CopilKnown *)comparing->parts->pdata[i])->found = TRUE;
}

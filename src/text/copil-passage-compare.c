/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text beside what the file holds: what is the same, what changed, what is new, what is gone.
 * Records are found again by their place and their words. Where an earlier text was taken over, the
 * two texts are compared as they were read at first, so that what a person corrected since stays
 * corrected. */
#include <string.h>

#include "copil-id.h"
#include "copil-passage-private.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-text-match.h"

/* How alike two texts must be to be the same passage, amended: in the same place, and elsewhere. */
#define ALIKE 0.5
#define ALIKE_ELSEWHERE 0.7

/* A record of the file, and how the text before read where it came from. */
typedef struct
{
  gint64 id;
  CopilDraftKind kind;
  char *label;
  char *text;
  char *folded;
  GArray *words; /* hashes, rising */
  gint64 axis;
  gint64 above; /* measure, or indicator of a target */
  char *reading;
  gboolean was_read;
  gboolean found;
} Known;

typedef struct
{
  CopilStore *store;
  GPtrArray *proposals;
  GPtrArray *known;
  GHashTable *aside; /* readings that were set aside before */
  char *folded;      /* the whole new text */
} Comparing;

typedef struct
{
  CopilPassage *proposal;
  Known *known;
  double score;
} Pair;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->label);
  g_free (known->text);
  g_free (known->folded);
  g_free (known->reading);
  g_array_unref (known->words);
  g_free (known);
}

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *)a, second = *(const guint *)b;

  return first < second ? -1 : first > second;
}

static GArray *
list_words (const char *folded)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) parts = g_strsplit_set (folded, " ,;.:'()-\"", -1);

  for (guint i = 0; parts[i]; i++)
    if (strlen (parts[i]) > 2)
      {
        guint hash = g_str_hash (parts[i]);

        g_array_append_val (words, hash);
      }
  g_array_sort (words, compare_hashes);
  return words;
}

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

/* --- what the file holds --- */

static void
list_known (Comparing *comparing, CopilDraftKind kind, const char *sql)
{
  g_autoptr (CopilQuery) query = copil_store_query (comparing->store, sql, "");

  while (copil_query_next (query))
    {
      Known *known = g_new0 (Known, 1);
      const char *text = copil_query_text (query, 2);

      known->kind = kind;
      known->id = copil_query_int (query, 0);
      known->label = g_strdup (copil_query_text (query, 1));
      known->text = g_strdup (text ? text : "");
      known->folded = copil_text_fold (known->text);
      known->words = list_words (known->folded);
      known->axis = copil_query_int (query, 3);
      known->above = copil_query_int (query, 4);
      g_ptr_array_add (comparing->known, known);
    }
}

static void
list_readings (Comparing *comparing)
{
  g_autoptr (GHashTable) readings =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (CopilQuery) query = copil_store_query (
      comparing->store, "SELECT record, reading, state FROM passage ORDER BY source, id", "");

  while (copil_query_next (query))
    {
      const char *reading = copil_query_text (query, 1);
      const char *state = copil_query_text (query, 2);
      gint64 record = copil_query_int (query, 0);
      gboolean gone = g_strcmp0 (copil_query_text (query, 3), "gone") == 0;

      /* What was gone from the text before is settled once a person has said so. */
      if (record && gone && g_strcmp0 (state, "proposed") != 0)
        g_hash_table_remove (readings, &record);
      else if (record && !gone)
        g_hash_table_replace (readings, g_memdup2 (&record, sizeof record), g_strdup (reading));
      if (reading && g_strcmp0 (state, "aside") == 0)
        g_hash_table_add (comparing->aside, g_strdup (reading));
    }
  for (guint i = 0; i < comparing->known->len; i++)
    {
      Known *known = comparing->known->pdata[i];
      gpointer reading;

      known->was_read = g_hash_table_lookup_extended (readings, &known->id, NULL, &reading);
      if (known->was_read)
        known->reading = g_strdup (reading);
    }
}

/* --- what changed --- */

static char *
dup_party_names (Comparing *comparing, const Known *known)
{
  return copil_store_query_dup_text (
      comparing->store,
      "SELECT group_concat (name, ', ') FROM (SELECT coalesce (nullif (p.short_name, ''), p.name)"
      " AS name FROM engagement_party AS e JOIN party AS p ON p.id = e.party"
      " WHERE e.engagement = ? ORDER BY name)",
      "i", known->id);
}

/* What a record says, in the form of a reading. */
static char *
dup_record_reading (Comparing *comparing, const Known *known)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_MD5, known->folded, -1),
                  *parties = NULL;
  g_autoptr (CopilRecord) record = copil_store_load (
      comparing->store, copil_kind_get (copil_passage_kind_name (known->kind)), known->id);
  const char *strength = "must", *due = NULL, *unit = NULL, *quantity = NULL;
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (known->kind == COPIL_DRAFT_ENGAGEMENT)
    {
      strength = copil_record_get (record, "strength");
      due = copil_record_get (record, "due");
      unit = copil_record_get (record, "unit");
      quantity = copil_record_get (record, "quantity");
      parties = dup_party_names (comparing, known);
    }
  else if (known->kind == COPIL_DRAFT_INDICATOR)
    unit = copil_record_get (record, "unit");
  else if (known->kind == COPIL_DRAFT_TARGET)
    {
      due = copil_record_get (record, "date");
      quantity = copil_record_get (record, "value");
    }
  g_ascii_dtostr (digits, sizeof digits, quantity ? g_ascii_strtod (quantity, NULL) : 0);
  return g_strjoin ("\n", known->label ? known->label : "", digest, parties ? parties : "",
                    g_strcmp0 (strength, "may") == 0 ? "may" : "must", due ? due : "",
                    unit ? unit : "", digits, NULL);
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

/* Notes that a proposal is about a record, and what it says otherwise. */
static void
settle_pair (Comparing *comparing, CopilPassage *proposal, Known *known)
{
  g_autofree char *before =
      known->reading ? g_strdup (known->reading) : dup_record_reading (comparing, known);
  g_auto (GStrv) old = g_strsplit (before, "\n", -1),
                 new = g_strsplit (proposal->reading, "\n", -1);
  g_autoptr (GString) changed = g_string_new (NULL);

  known->found = TRUE;
  proposal->record = known->id;
  for (guint i = 0; copil_passage_reading_fields[i] && old[i] && new[i]; i++)
    {
      const char *field = copil_passage_reading_fields[i];

      /* Without an earlier reading, what a person added by hand is no change of the text. */
      if (!has_field (proposal->kind, field) || g_str_equal (old[i], new[i]) ||
          (!known->reading && (!*new[i] || g_str_equal (new[i], "0"))) ||
          (g_str_equal (field, "unit") && proposal->quantity == 0 &&
           proposal->kind == COPIL_DRAFT_ENGAGEMENT))
        continue;
      /* The words may have been corrected by hand to what the text says now. */
      if (g_str_equal (field, "text"))
        {
          g_autofree char *folded = copil_text_fold (proposal->text);

          if (g_str_equal (folded, known->folded))
            continue;
        }
      g_string_append_printf (changed, "%s%s", changed->len ? " " : "", field);
    }
  proposal->change = changed->len ? COPIL_PASSAGE_CHANGED : COPIL_PASSAGE_SAME;
  if (changed->len)
    {
      proposal->changed = g_strdup (changed->str);
      proposal->state = COPIL_PASSAGE_PROPOSED;
    }
  else
    {
      proposal->state = COPIL_PASSAGE_ACCEPTED;
      proposal->doubtful = FALSE;
    }
}

/* --- finding records again --- */

static gint64
get_record (Comparing *comparing, const CopilPassage *proposal, CopilDraftKind kind)
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

static double
score_pair (Comparing *comparing, const CopilPassage *proposal, GArray *words, const char *folded,
            const Known *known)
{
  double likeness = measure_likeness (words, known->words);
  gboolean label = proposal->label && known->label && *known->label &&
                   g_ascii_strcasecmp (proposal->label, known->label) == 0;
  gboolean same = *folded && g_str_equal (folded, known->folded);
  gint64 axis = get_record (comparing, proposal, COPIL_DRAFT_AXIS),
         above = get_record (comparing, proposal,
                             proposal->kind == COPIL_DRAFT_TARGET ? COPIL_DRAFT_INDICATOR
                                                                  : COPIL_DRAFT_MEASURE);
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
pair_same (Comparing *comparing, CopilDraftKind kind)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint k = comparing->known->len; k > 0; k--)
    {
      Known *known = comparing->known->pdata[k - 1];

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
      Known *known;

      if (proposal->kind != kind || proposal->state == COPIL_PASSAGE_ASIDE)
        continue;
      folded = copil_text_fold (proposal->text);
      place = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s",
                               get_record (comparing, proposal, COPIL_DRAFT_AXIS),
                               get_record (comparing, proposal, COPIL_DRAFT_MEASURE), folded);
      known = g_hash_table_lookup (places, place);
      if (known && !known->found)
        settle_pair (comparing, proposal, known);
    }
}

/* Pairs the proposals of a kind with the records of that kind, the most alike first. */
static void
pair_kind (Comparing *comparing, CopilDraftKind kind)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  if (kind == COPIL_DRAFT_ENGAGEMENT)
    pair_same (comparing, kind);

  for (guint i = 0; i < comparing->proposals->len; i++)
    {
      CopilPassage *proposal = comparing->proposals->pdata[i];
      g_autoptr (GArray) words = NULL;
      g_autofree char *folded = NULL;

      if (proposal->kind != kind || proposal->state == COPIL_PASSAGE_ASIDE || proposal->record)
        continue;
      folded = copil_text_fold (proposal->text);
      words = list_words (folded);
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

/* Passages that one record was made of (they were merged), or that were set aside before. */
static void
settle_rest (Comparing *comparing)
{
  for (guint i = 0; i < comparing->proposals->len; i++)
    {
      CopilPassage *proposal = comparing->proposals->pdata[i];
      g_autofree char *folded = NULL;

      if (proposal->record || proposal->kind == COPIL_DRAFT_FIELD ||
          proposal->state != COPIL_PASSAGE_PROPOSED)
        continue;
      if (g_hash_table_contains (comparing->aside, proposal->reading))
        proposal->state = COPIL_PASSAGE_ASIDE;
      folded = copil_text_fold (proposal->text);
      for (guint k = 0; k < comparing->known->len && proposal->kind == COPIL_DRAFT_ENGAGEMENT &&
                        strlen (folded) >= 20;
           k++)
        {
          Known *known = comparing->known->pdata[k];

          if (known->kind == COPIL_DRAFT_ENGAGEMENT && strlen (known->folded) > strlen (folded) &&
              strstr (known->folded, folded))
            {
              known->found = TRUE;
              proposal->record = known->id;
              proposal->change = COPIL_PASSAGE_SAME;
              proposal->state = COPIL_PASSAGE_ACCEPTED;
              proposal->doubtful = FALSE;
              break;
            }
        }
    }
}

static void
compare_fields (Comparing *comparing)
{
  gint64 id =
      copil_store_query_int (comparing->store, "SELECT coalesce (min (id), 0) FROM convention", "");
  g_autoptr (CopilRecord) record =
      copil_store_load (comparing->store, copil_kind_get ("convention"), id);
  g_autoptr (GHashTable) readings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (CopilQuery) query = copil_store_query (
      comparing->store,
      "SELECT label, reading FROM passage WHERE type = 'field' ORDER BY source, id", "");

  while (copil_query_next (query))
    if (copil_query_text (query, 0) && copil_query_text (query, 1))
      g_hash_table_replace (readings, g_strdup (copil_query_text (query, 0)),
                            g_strdup (copil_query_text (query, 1)));
  for (guint i = 0; i < comparing->proposals->len && record; i++)
    {
      CopilPassage *proposal = comparing->proposals->pdata[i];
      const CopilField *field;
      const char *value, *before;

      if (proposal->kind != COPIL_DRAFT_FIELD)
        continue;
      field = copil_kind_get_field (copil_kind_get ("convention"), proposal->label);
      value = field ? copil_record_get (record, proposal->label) : NULL;
      before = g_hash_table_lookup (readings, proposal->label);
      if (value && (g_strcmp0 (value, proposal->text) == 0 ||
                    (before && g_str_equal (before, proposal->reading))))
        {
          proposal->change = COPIL_PASSAGE_SAME;
          proposal->state = COPIL_PASSAGE_ACCEPTED;
          proposal->record = id;
          proposal->doubtful = FALSE;
        }
      else if (value && g_strcmp0 (value, field->initial) != 0 && comparing->known->len)
        {
          proposal->change = COPIL_PASSAGE_CHANGED;
          proposal->changed = g_strdup ("text");
          proposal->record = id;
        }
    }
}

/* --- what is gone --- */

static CopilPassage *
make_gone (const Known *known, guint level)
{
  CopilPassage *proposal = copil_passage_new ();

  proposal->id = copil_id_new ();
  proposal->kind = known->kind;
  proposal->level = level;
  proposal->change = COPIL_PASSAGE_GONE;
  proposal->label = g_strdup (known->label);
  proposal->text = g_strdup (known->text);
  proposal->record = known->id;
  return proposal;
}

/* The place behind the proposals about the record (and what stands under it); the end for none. */
static guint
find_behind (GPtrArray *proposals, gint64 record)
{
  for (guint i = 0; record && i < proposals->len; i++)
    {
      const CopilPassage *proposal = proposals->pdata[i];
      guint behind = i + 1;

      if (proposal->record != record || proposal->kind == COPIL_DRAFT_FIELD)
        continue;
      while (behind < proposals->len &&
             ((CopilPassage *)proposals->pdata[behind])->level > proposal->level)
        behind++;
      return behind;
    }
  return proposals->len;
}

static void
add_gone (Comparing *comparing)
{
  for (guint k = 0; k < comparing->known->len; k++)
    {
      const Known *known = comparing->known->pdata[k];
      gboolean under =
          known->kind == COPIL_DRAFT_ENGAGEMENT || known->kind == COPIL_DRAFT_INDICATOR;
      guint level = known->kind == COPIL_DRAFT_MEASURE ? 1 : under ? known->above ? 2 : 1 : 0;

      /* What a person made by hand, or found in the text herself, is hers. */
      if (known->found || known->kind == COPIL_DRAFT_TARGET || known->kind == COPIL_DRAFT_PARTY ||
          !known->was_read || (*known->folded && strstr (comparing->folded, known->folded)))
        continue;
      g_ptr_array_insert (comparing->proposals,
                          (int)find_behind (comparing->proposals, known->above  ? known->above
                                                                  : known->axis ? known->axis
                                                                                : 0),
                          make_gone (known, level));
      copil_passages_settle (comparing->proposals);
    }
}

void
copil_passages_compare (CopilStore *store, GPtrArray *proposals, const char *text)
{
  static const CopilDraftKind kinds[] = { COPIL_DRAFT_PARTY,     COPIL_DRAFT_AXIS,
                                          COPIL_DRAFT_MEASURE,   COPIL_DRAFT_ENGAGEMENT,
                                          COPIL_DRAFT_INDICATOR, COPIL_DRAFT_TARGET };
  Comparing comparing = { .store = store, .proposals = proposals };

  comparing.known = g_ptr_array_new_with_free_func (known_free);
  comparing.aside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  comparing.folded = copil_text_fold (text);
  list_known (&comparing, COPIL_DRAFT_PARTY,
              "SELECT id, short_name, name, 0, 0 FROM party ORDER BY position, id");
  list_known (&comparing, COPIL_DRAFT_AXIS,
              "SELECT id, label, title, 0, 0 FROM axis ORDER BY position, id");
  list_known (&comparing, COPIL_DRAFT_MEASURE,
              "SELECT id, label, title, axis, 0 FROM measure ORDER BY position, id");
  list_known (&comparing, COPIL_DRAFT_ENGAGEMENT,
              "SELECT id, label, text, axis, measure FROM engagement ORDER BY position, id");
  list_known (&comparing, COPIL_DRAFT_INDICATOR,
              "SELECT id, NULL, name, axis, measure FROM indicator ORDER BY position, id");
  list_known (&comparing, COPIL_DRAFT_TARGET,
              "SELECT t.id, NULL, t.date, i.axis, t.indicator FROM target AS t"
              " JOIN indicator AS i ON i.id = t.indicator ORDER BY t.date, t.id");
  list_readings (&comparing);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    pair_kind (&comparing, kinds[i]);
  settle_rest (&comparing);
  compare_fields (&comparing);
  add_gone (&comparing);
  g_ptr_array_unref (comparing.known);
  g_hash_table_unref (comparing.aside);
  g_free (comparing.folded);
}

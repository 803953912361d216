/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text beside what the file holds: what is the same, what changed, what is new, what is gone.
 * Where an earlier text was taken over, the two texts are compared as they were read at first, so
 * that what a person corrected since stays corrected. */
#include <string.h>

#include "copil-id.h"
#include "copil-passage-comparing.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-text-match.h"

/* --- what she made of the same passage before --- */

/* What stands under the heading, up to the next one. */
static guint
find_end (GPtrArray *proposals, guint place, guint level)
{
  guint end = place + 1;

  while (end < proposals->len && ((CopilPassage *)proposals->pdata[end])->level > level)
    end++;
  return end;
}

static void
become_as_before (CopilComparing *comparing, guint place, const CopilPassage *earlier)
{
  GPtrArray *proposals = comparing->proposals;
  CopilPassage *proposal = proposals->pdata[place];
  CopilDraftKind old = proposal->kind;

  while (old == COPIL_DRAFT_INDICATOR && place + 1 < proposals->len &&
         ((CopilPassage *)proposals->pdata[place + 1])->kind == COPIL_DRAFT_TARGET)
    g_ptr_array_remove_index (proposals, place + 1);
  proposal->kind = earlier->kind;
  if (copil_passage_is_top (earlier->kind))
    {
      for (guint i = place + 1; old == COPIL_DRAFT_ARTICLE && i < find_end (proposals, place, 0);
           i++)
        if (((CopilPassage *)proposals->pdata[i])->state == COPIL_PASSAGE_ASIDE)
          ((CopilPassage *)proposals->pdata[i])->state = COPIL_PASSAGE_PROPOSED;
      proposal->level = 0;
    }
  else if (earlier->kind == COPIL_DRAFT_MEASURE)
    {
      for (guint i = place + 1; i < proposals->len &&
                                copil_passage_is_leaf (((CopilPassage *)proposals->pdata[i])->kind);
           i++)
        ((CopilPassage *)proposals->pdata[i])->level = 2;
      proposal->level = 1;
    }
  else if (earlier->kind == COPIL_DRAFT_PARTY)
    {
      guint front = 0;

      proposal->level = 0;
      g_clear_pointer (&proposal->label, g_free);
      proposal->side = g_strdup (earlier->side);
      g_ptr_array_steal_index (proposals, place);
      while (front < proposals->len &&
             ((CopilPassage *)proposals->pdata[front])->kind <= COPIL_DRAFT_PARTY)
        front++;
      g_ptr_array_insert (proposals, (int)front, proposal);
    }
  else if (!copil_passage_is_leaf (old))
    proposal->level = 2;
  copil_passages_settle (proposals);
}

/* An article that she made an axis is one in the new text as well. */
static void
keep_kinds (CopilComparing *comparing)
{
  for (guint i = 0; i < comparing->proposals->len; i++)
    {
      CopilPassage *proposal = comparing->proposals->pdata[i];
      g_autofree char *key = copil_reading_dup_key (proposal->reading);
      const CopilPassage *earlier = g_hash_table_lookup (comparing->passages, key);

      if (earlier && earlier->kind != proposal->kind && proposal->kind != COPIL_DRAFT_FIELD &&
          proposal->kind != COPIL_DRAFT_PARTY && proposal->kind != COPIL_DRAFT_TARGET &&
          earlier->kind != COPIL_DRAFT_FIELD && earlier->kind != COPIL_DRAFT_TARGET)
        become_as_before (comparing, i, earlier);
    }
}

/* --- the fields of the convention --- */

static void
compare_fields (CopilComparing *comparing)
{
  gint64 id =
      copil_store_query_int (comparing->store, "SELECT coalesce (min (id), 0) FROM convention", "");
  g_autoptr (CopilRecord) record =
      copil_store_load (comparing->store, copil_kind_get ("convention"), id);
  g_autoptr (GHashTable) readings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (CopilQuery) query =
      copil_store_query (comparing->store,
                         "SELECT label, reading FROM passage WHERE type = 'field'"
                         " AND (change <> 'changed' OR state <> 'proposed') ORDER BY source, id",
                         "");

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
      else if (value && g_strcmp0 (value, field->initial) != 0 &&
               (comparing->known->len || !g_str_equal (proposal->label, "title")))
        {
          proposal->change = COPIL_PASSAGE_CHANGED;
          proposal->changed = g_strdup ("text");
          proposal->record = id;
        }
    }
}

/* --- what is gone --- */

static CopilPassage *
make_gone (const CopilKnown *known)
{
  gboolean target = known->kind == COPIL_DRAFT_TARGET;
  CopilPassage *proposal = copil_passage_new ();

  proposal->id = copil_id_new ();
  proposal->kind = known->kind;
  proposal->level = known->kind == COPIL_DRAFT_MEASURE     ? 1
                    : !copil_passage_is_leaf (known->kind) ? 0
                    : known->above                         ? 2
                                                           : 1;
  proposal->change = COPIL_PASSAGE_GONE;
  proposal->label = target ? NULL : g_strdup (known->label);
  proposal->text = g_strdup (target ? known->label : known->text);
  proposal->due = target ? g_strdup (known->text) : NULL;
  proposal->record = known->id;
  return proposal;
}

/* The place behind the proposals about the record (and what stands under it); G_MAXUINT for none.
 */
static guint
find_behind (GPtrArray *proposals, CopilDraftKind kind, gint64 record)
{
  for (guint i = 0; record && i < proposals->len; i++)
    {
      const CopilPassage *proposal = proposals->pdata[i];
      guint behind = i + 1;

      if (proposal->record != record || proposal->kind != kind)
        continue;
      while (behind < proposals->len &&
             ((CopilPassage *)proposals->pdata[behind])->level > proposal->level)
        behind++;
      return behind;
    }
  return G_MAXUINT;
}

static void
add_gone (CopilComparing *comparing)
{
  GPtrArray *proposals = comparing->proposals;

  for (guint k = 0; k < comparing->known->len; k++)
    {
      const CopilKnown *known = comparing->known->pdata[k];
      const CopilKnown *above =
          copil_comparing_find_known (comparing, COPIL_DRAFT_INDICATOR, known->above);
      guint place;

      /* What a person made by hand, or found in the text herself, is hers; a target goes with its
       * indicator. */
      if (known->found || known->kind == COPIL_DRAFT_PARTY || !known->from_text ||
          (known->kind == COPIL_DRAFT_TARGET
               ? !above || !above->found
               : *known->folded && strstr (comparing->folded, known->folded) != NULL))
        continue;
      place = find_behind (proposals,
                           known->kind == COPIL_DRAFT_TARGET ? COPIL_DRAFT_INDICATOR
                                                             : COPIL_DRAFT_MEASURE,
                           known->above);
      if (place == G_MAXUINT)
        place = find_behind (proposals, COPIL_DRAFT_AXIS, known->axis);
      if (place == G_MAXUINT && known->kind == COPIL_DRAFT_AXIS)
        place = proposals->len;
      /* Under nothing that is left: before the rest. */
      for (guint i = 0; i < proposals->len && place == G_MAXUINT; i++)
        if (((CopilPassage *)proposals->pdata[i])->kind > COPIL_DRAFT_PARTY)
          place = i;
      g_ptr_array_insert (proposals, (int)MIN (place, proposals->len), make_gone (known));
      copil_passages_settle (proposals);
    }
}

void
copil_passages_compare (CopilStore *store, GPtrArray *proposals, const char *text)
{
  CopilComparing comparing = {
    .store = store,
    .proposals = proposals,
    .known = g_ptr_array_new_with_free_func (copil_known_free),
    .by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .earlier = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref),
    .passages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .merged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .parts = g_ptr_array_new (),
    .folded = copil_text_fold (text),
  };

  copil_comparing_list_known (&comparing);
  keep_kinds (&comparing);
  copil_comparing_pair (&comparing);
  compare_fields (&comparing);
  add_gone (&comparing);
  g_hash_table_unref (comparing.by_id);
  g_ptr_array_unref (comparing.known);
  g_hash_table_unref (comparing.passages);
  g_hash_table_unref (comparing.merged);
  g_ptr_array_unref (comparing.parts);
  g_ptr_array_unref (comparing.earlier);
  g_free (comparing.folded);
}

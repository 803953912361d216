/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-passage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-id.h"
#include "copil-passage-private.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-text-match.h"
#include "copil-value.h"

static const char *const kind_names[] = { "field",      "party",     "axis",   "measure",
                                          "engagement", "indicator", "target", "article" };
static const char *const state_names[] = { "proposed", "accepted", "aside" };
static const char *const change_names[] = { "new", "changed", "same", "gone" };

const char *const copil_passage_reading_fields[] = { "label", "text", "parties",  "strength",
                                                     "due",   "unit", "quantity", NULL };

static guint
find_name (const char *const *names, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return i;
  return 0;
}

const char *
copil_passage_kind_name (CopilDraftKind kind)
{
  return kind_names[kind];
}

const char *
copil_passage_state_name (CopilPassageState state)
{
  return state_names[state];
}

const char *
copil_passage_change_name (CopilPassageChange change)
{
  return change_names[change];
}

const char *
copil_passage_get_record_kind (const CopilPassage *proposal)
{
  switch (proposal->kind)
    {
    case COPIL_DRAFT_FIELD:
      return "convention";
    case COPIL_DRAFT_ARTICLE:
      return NULL;
    default:
      return kind_names[proposal->kind];
    }
}

gboolean
copil_passage_is_leaf (CopilDraftKind kind)
{
  return kind == COPIL_DRAFT_ENGAGEMENT || kind == COPIL_DRAFT_INDICATOR;
}

gboolean
copil_passage_is_top (CopilDraftKind kind)
{
  return kind == COPIL_DRAFT_AXIS || kind == COPIL_DRAFT_ARTICLE;
}

CopilPassage *
copil_passage_new (void)
{
  CopilPassage *proposal = g_new0 (CopilPassage, 1);

  proposal->parent = G_MAXUINT;
  return proposal;
}

void
copil_passage_free (gpointer data)
{
  CopilPassage *proposal = data;

  g_free (proposal->label);
  g_free (proposal->text);
  g_free (proposal->article);
  g_free (proposal->parties);
  g_free (proposal->due);
  g_free (proposal->unit);
  g_free (proposal->side);
  g_free (proposal->representative);
  g_free (proposal->address);
  g_free (proposal->changed);
  g_free (proposal->reading);
  g_free (proposal);
}

/* --- the tree --- */

/* The level that the proposal can have, where "heading" is the last axis, article or measure before
 * it (NULL for none) and "indicator" tells whether an indicator or a target stands right before. */
static guint
settle_level (const CopilPassage *proposal, const CopilPassage *heading,
              const CopilPassage *indicator)
{
  gboolean measure = heading && heading->kind == COPIL_DRAFT_MEASURE;

  switch (proposal->kind)
    {
    case COPIL_DRAFT_MEASURE:
      return 1;
    case COPIL_DRAFT_ENGAGEMENT:
    case COPIL_DRAFT_INDICATOR:
      /* What stands under an axis comes before its measures, or behind the last. */
      return proposal->level >= 2 && measure ? 2 : 1;
    case COPIL_DRAFT_TARGET:
      return indicator ? indicator->level + 1 : measure ? 2 : 1;
    default:
      return 0;
    }
}

gboolean
copil_passages_settle (GPtrArray *proposals)
{
  const CopilPassage *heading = NULL, *indicator = NULL;
  guint open[4] = { G_MAXUINT, G_MAXUINT, G_MAXUINT, G_MAXUINT };
  gboolean mended = FALSE, loose = FALSE;

  for (guint i = 0; i < proposals->len; i++)
    {
      CopilPassage *proposal = proposals->pdata[i];
      guint level = settle_level (proposal, loose ? NULL : heading, indicator);

      mended = mended || level != proposal->level;
      proposal->level = level;
      proposal->n_below = 0;
      proposal->parent = level ? open[level - 1] : G_MAXUINT;
      if (proposal->kind == COPIL_DRAFT_AXIS || proposal->kind == COPIL_DRAFT_ARTICLE ||
          proposal->kind == COPIL_DRAFT_MEASURE)
        {
          heading = proposal;
          loose = FALSE;
        }
      else if (level == 0)
        heading = NULL;
      else if (level == 1)
        loose = TRUE; /* behind it, nothing stands under the measure any more */
      if (proposal->kind != COPIL_DRAFT_TARGET)
        indicator = proposal->kind == COPIL_DRAFT_INDICATOR ? proposal : NULL;
      open[MIN (level, 3)] =
          proposal->kind == COPIL_DRAFT_FIELD || proposal->kind == COPIL_DRAFT_PARTY ? G_MAXUINT
                                                                                     : i;
      for (guint deeper = level + 1; deeper < G_N_ELEMENTS (open); deeper++)
        open[deeper] = G_MAXUINT;
      for (guint up = proposal->parent; up != G_MAXUINT;
           up = ((CopilPassage *)proposals->pdata[up])->parent)
        ((CopilPassage *)proposals->pdata[up])->n_below++;
    }
  return mended;
}

guint
copil_passages_find (GPtrArray *proposals, gint64 id)
{
  for (guint i = 0; i < proposals->len; i++)
    if (((CopilPassage *)proposals->pdata[i])->id == id)
      return i;
  return G_MAXUINT;
}

gboolean
copil_passages_is_open (GPtrArray *proposals, const CopilPassage *proposal)
{
  if (proposal->state != COPIL_PASSAGE_PROPOSED || proposal->kind == COPIL_DRAFT_ARTICLE)
    return FALSE;
  for (guint up = proposal->parent; up != G_MAXUINT;)
    {
      const CopilPassage *above = proposals->pdata[up];

      if (above->kind == COPIL_DRAFT_ARTICLE || above->state == COPIL_PASSAGE_ASIDE)
        return FALSE;
      up = above->parent;
    }
  return TRUE;
}

guint
copil_passages_count_open (GPtrArray *proposals, guint *doubtful)
{
  guint n = 0, n_doubtful = 0;

  for (guint i = 0; i < proposals->len; i++)
    {
      const CopilPassage *proposal = proposals->pdata[i];

      if (!copil_passages_is_open (proposals, proposal))
        continue;
      n++;
      n_doubtful += proposal->doubtful ? 1 : 0;
    }
  if (doubtful)
    *doubtful = n_doubtful;
  return n;
}

/* --- loading --- */

gint64
copil_source_get_last (CopilStore *store)
{
  return copil_store_query_int (store, "SELECT coalesce (max (id), 0) FROM source", NULL);
}

char *
copil_source_dup_text (CopilStore *store, gint64 source)
{
  g_autoptr (GBytes) bytes =
      copil_store_get_data (store, copil_kind_get ("source"), source, "data");
  gsize length;
  const char *data = bytes ? g_bytes_get_data (bytes, &length) : NULL;

  return data ? g_utf8_make_valid (data, (gssize)length) : NULL;
}

/* A record that was deleted since is none. */
#define RECORD                                                                                     \
  "CASE type WHEN 'field' THEN record"                                                             \
  " WHEN 'party' THEN (SELECT id FROM party WHERE id = record)"                                    \
  " WHEN 'axis' THEN (SELECT id FROM axis WHERE id = record)"                                      \
  " WHEN 'measure' THEN (SELECT id FROM measure WHERE id = record)"                                \
  " WHEN 'engagement' THEN (SELECT id FROM engagement WHERE id = record)"                          \
  " WHEN 'indicator' THEN (SELECT id FROM indicator WHERE id = record)"                            \
  " WHEN 'target' THEN (SELECT id FROM target WHERE id = record) END"

GPtrArray *
copil_passages_load (CopilStore *store, gint64 source)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func (copil_passage_free);
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT id, type, level, state, change, doubtful, strength, label, text, article, parties,"
      " due, quantity, unit, side, representative, address, changed, reading, start, finish, "
      "record,"
      " " RECORD " FROM passage WHERE source = ?"
      " ORDER BY CASE type WHEN 'field' THEN 0 WHEN 'party' THEN 1 ELSE 2 END, position, id",
      "i", source);

  while (copil_query_next (query))
    {
      CopilPassage *proposal = copil_passage_new ();

      proposal->id = copil_query_int (query, 0);
      proposal->kind =
          find_name (kind_names, G_N_ELEMENTS (kind_names), copil_query_text (query, 1));
      proposal->level = (guint)CLAMP (copil_query_int (query, 2), 0, 3);
      proposal->state =
          find_name (state_names, G_N_ELEMENTS (state_names), copil_query_text (query, 3));
      proposal->change =
          find_name (change_names, G_N_ELEMENTS (change_names), copil_query_text (query, 4));
      proposal->doubtful = copil_query_int (query, 5) != 0;
      proposal->may = g_strcmp0 (copil_query_text (query, 6), "may") == 0;
      proposal->label = g_strdup (copil_query_text (query, 7));
      proposal->text = g_strdup (copil_query_text (query, 8));
      proposal->article = g_strdup (copil_query_text (query, 9));
      proposal->parties = g_strdup (copil_query_text (query, 10));
      proposal->due = g_strdup (copil_query_text (query, 11));
      proposal->quantity = copil_query_double (query, 12);
      proposal->unit = g_strdup (copil_query_text (query, 13));
      proposal->side = g_strdup (copil_query_text (query, 14));
      proposal->representative = g_strdup (copil_query_text (query, 15));
      proposal->address = g_strdup (copil_query_text (query, 16));
      proposal->changed = g_strdup (copil_query_text (query, 17));
      proposal->reading = g_strdup (copil_query_text (query, 18));
      proposal->start = (gsize)MAX (copil_query_int (query, 19), 0);
      proposal->end = (gsize)MAX (copil_query_int (query, 20), 0);
      proposal->record = copil_query_int (query, 22);
      /* What was to be taken out is out. */
      if (proposal->change == COPIL_PASSAGE_GONE && !proposal->record)
        proposal->state = COPIL_PASSAGE_ACCEPTED;
      /* What it became is not there any more: it is proposed as before. */
      else if (proposal->state == COPIL_PASSAGE_ACCEPTED && !proposal->record &&
               copil_query_int (query, 21))
        proposal->state = COPIL_PASSAGE_PROPOSED;
      if (!proposal->text)
        proposal->text = g_strdup ("");
      g_ptr_array_add (proposals, proposal);
    }
  copil_passages_settle (proposals);
  return proposals;
}

/* --- from a draft --- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

char *
copil_passage_dup_words (const char *text)
{
  char *words = copil_text_fold (text);
  gsize length = strlen (words);

  while (length && strchr (" .,;:", words[length - 1]))
    words[--length] = '\0';
  return words;
}

char *
copil_passage_dup_reading (const CopilPassage *proposal, GPtrArray *proposals)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *text = copil_passage_dup_words (proposal->text), *parties = NULL,
                  *digest = g_compute_checksum_for_string (G_CHECKSUM_MD5, text, -1),
                  *heading = NULL;
  g_auto (GStrv) ids = g_strsplit (proposal->parties ? proposal->parties : "", " ", -1);
  char quantity[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; ids[i]; i++)
    {
      guint place = copil_passages_find (proposals, g_ascii_strtoll (ids[i], NULL, 10));
      const CopilPassage *party = place < proposals->len ? proposals->pdata[place] : NULL;

      if (party)
        g_ptr_array_add (names, party->label ? party->label : party->text);
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  parties = g_strjoinv (", ", (char **)names->pdata);
  g_ascii_dtostr (quantity, sizeof quantity, proposal->quantity);
  if (proposal->parent != G_MAXUINT)
    {
      const CopilPassage *above = proposals->pdata[proposal->parent];
      g_autofree char *words = copil_passage_dup_words (above->text);

      heading = above->label ? g_strdup (above->label)
                             : g_compute_checksum_for_string (G_CHECKSUM_MD5, words, -1);
    }
  return g_strjoin ("\n", proposal->label ? proposal->label : "", digest, parties,
                    proposal->may ? "may" : "must", proposal->due ? proposal->due : "",
                    proposal->unit ? proposal->unit : "", quantity, heading ? heading : "",
                    copil_passage_kind_name (proposal->kind), NULL);
}

static void
add_node (GPtrArray *proposals, CopilDraft *draft, const CopilDraftNode *node, guint level,
          const gint64 *parties)
{
  CopilPassage *proposal = copil_passage_new ();
  GPtrArray *list = copil_draft_get_parties (draft);
  g_autoptr (GString) ids = g_string_new (NULL);

  proposal->id = node->kind == COPIL_DRAFT_PARTY ? parties[node->party] : copil_id_new ();
  proposal->kind = node->kind;
  proposal->level = level;
  proposal->state = node->accepted || node->kind == COPIL_DRAFT_ARTICLE ? COPIL_PASSAGE_PROPOSED
                                                                        : COPIL_PASSAGE_ASIDE;
  proposal->doubtful = node->doubtful;
  proposal->may = node->may;
  proposal->label = g_strdup (node->label);
  proposal->text = g_strdup (node->text);
  proposal->article = g_strdup (node->article);
  proposal->due = g_strdup (node->date);
  proposal->quantity = node->quantity;
  proposal->unit = g_strdup (node->unit);
  proposal->start = node->start;
  proposal->end = node->end;
  if (node->kind == COPIL_DRAFT_PARTY)
    {
      const CopilTextParty *party = list->pdata[node->party];

      proposal->side = g_strdup_printf ("%d", CLAMP (party->side, 1, 3));
      proposal->representative = g_strdup (party->representative);
      proposal->address = g_strdup (party->address);
    }
  else
    for (guint i = 0; i < list->len; i++)
      if (node->parties >> i & 1)
        g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, ids->len ? " " : "", parties[i]);
  proposal->parties = ids->len ? g_strdup (ids->str) : NULL;
  g_ptr_array_add (proposals, proposal);
  for (guint i = 0; i < node->children->len; i++)
    add_node (proposals, draft, node->children->pdata[i], level + 1, parties);
}

GPtrArray *
copil_passages_from_draft (CopilDraft *draft, const char *text)
{
  static const CopilDraftKind first[] = { COPIL_DRAFT_FIELD, COPIL_DRAFT_PARTY };
  GPtrArray *proposals = g_ptr_array_new_with_free_func (copil_passage_free);
  GPtrArray *nodes = copil_draft_get_nodes (draft);
  gint64 parties[COPIL_TEXT_PARTIES_MAX];
  const char *title = copil_draft_get_title (draft);
  gsize length = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    parties[i] = copil_id_new ();
  if (title)
    {
      CopilPassage *proposal = copil_passage_new ();

      proposal->id = copil_id_new ();
      proposal->kind = COPIL_DRAFT_FIELD;
      proposal->label = g_strdup ("title");
      proposal->text = g_strdup (title);
      copil_passage_find_words (text, 0, length, title, &proposal->start, &proposal->end);
      g_ptr_array_add (proposals, proposal);
    }
  for (guint f = 0; f <= G_N_ELEMENTS (first); f++)
    for (guint i = 0; i < nodes->len; i++)
      {
        const CopilDraftNode *node = nodes->pdata[i];
        gboolean other = node->kind != COPIL_DRAFT_FIELD && node->kind != COPIL_DRAFT_PARTY;

        if (f < G_N_ELEMENTS (first) ? node->kind == first[f] : other)
          add_node (proposals, draft, node, 0, parties);
      }
  copil_passages_settle (proposals);
  for (guint i = 0; i < proposals->len; i++)
    {
      CopilPassage *proposal = proposals->pdata[i];

      /* Of a paragraph of several sentences, its own. */
      if (proposal->kind == COPIL_DRAFT_ENGAGEMENT && proposal->end <= length)
        copil_passage_find_words (text, proposal->start, proposal->end, proposal->text,
                                  &proposal->start, &proposal->end);
      proposal->reading = copil_passage_dup_reading (proposal, proposals);
    }
  return proposals;
}

/* --- storing --- */

static gboolean
write_proposal (CopilStore *store, const CopilPassage *proposal, const char *source, GError **error)
{
  g_autofree char *level = g_strdup_printf ("%u", proposal->level),
                  *start = g_strdup_printf ("%" G_GSIZE_FORMAT, proposal->start),
                  *finish = g_strdup_printf ("%" G_GSIZE_FORMAT, proposal->end),
                  *record = g_strdup_printf ("%" G_GINT64_FORMAT, proposal->record);
  char quantity[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean placed = proposal->end > proposal->start;
  const char *const fields[] = { "source",  "type",    "level",          "state",   "change",
                                 "changed", "reading", "doubtful",       "label",   "text",
                                 "article", "parties", "strength",       "due",     "quantity",
                                 "unit",    "side",    "representative", "address", "start",
                                 "finish",  "record" };
  const char *const values[] = {
    source,
    copil_passage_kind_name (proposal->kind),
    level,
    copil_passage_state_name (proposal->state),
    copil_passage_change_name (proposal->change),
    proposal->changed,
    proposal->reading,
    proposal->doubtful ? "1" : NULL,
    proposal->label,
    proposal->text,
    proposal->article,
    proposal->parties,
    proposal->kind == COPIL_DRAFT_ENGAGEMENT ? proposal->may ? "may" : "must" : NULL,
    proposal->due,
    proposal->quantity > 0 ? g_ascii_dtostr (quantity, sizeof quantity, proposal->quantity) : NULL,
    proposal->unit,
    proposal->side,
    proposal->representative,
    proposal->address,
    placed ? start : NULL,
    placed ? finish : NULL,
    proposal->record ? record : NULL
  };

  return copil_store_insertv (store, copil_kind_get ("passage"), proposal->id,
                              G_N_ELEMENTS (fields), fields, values, error) != 0;
}

typedef struct
{
  CopilText *text;
  GPtrArray *proposals;
  const char *name;
  gboolean whole; /* accept all of it too */
  gint64 id;
} Taking;

/* Keeps the text and its proposals. */
static gboolean
take_cb (CopilStore *store, gpointer data, GError **error)
{
  Taking *self = data;
  const CopilKind *kind = copil_kind_get ("source");
  const char *whole = copil_text_get_source (self->text);
  g_autoptr (GBytes) bytes = g_bytes_new (whole, strlen (whole));
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes),
                  *size = g_strdup_printf ("%" G_GSIZE_FORMAT, strlen (whole)), *source = NULL;

  self->id = copil_store_insert (store, kind, error, "name", self->name, "taken", copil_today (),
                                 "size", size, "sha256", digest, NULL);
  if (!self->id || !copil_store_set_data (store, kind, self->id, "data", bytes, error))
    return FALSE;
  source = g_strdup_printf ("%" G_GINT64_FORMAT, self->id);
  for (guint i = 0; i < self->proposals->len; i++)
    if (!write_proposal (store, self->proposals->pdata[i], source, error))
      return FALSE;
  return !self->whole ||
         copil_passages_accept_inside (store, self->proposals, NULL, 0, FALSE, error);
}

gint64
copil_source_take (CopilStore *store, CopilText *text, CopilDraft *draft, const char *name,
                   GError **error)
{
  g_autoptr (GPtrArray) proposals = copil_passages_from_draft (draft, copil_text_get_source (text));
  Taking taking = { text, proposals, name, FALSE };

  copil_passages_compare (store, proposals, copil_text_get_source (text));
  copil_passages_settle (proposals);
  return copil_store_do (store, _ ("Take over the text of the convention"), take_cb, &taking, error)
             ? taking.id
             : 0;
}

gboolean
copil_source_take_whole (CopilStore *store, CopilText *text, CopilDraft *draft, const char *name,
                         const char *title, GError **error)
{
  g_autoptr (GPtrArray) proposals = copil_passages_from_draft (draft, copil_text_get_source (text));
  Taking taking = { text, proposals, name, TRUE };

  for (guint i = 0; i < proposals->len && title; i++)
    {
      CopilPassage *proposal = proposals->pdata[i];

      if (proposal->kind == COPIL_DRAFT_FIELD && g_strcmp0 (proposal->label, "title") == 0)
        proposal->state = COPIL_PASSAGE_ASIDE;
    }
  return copil_store_do (store, _ ("Take over the text of the convention"), take_cb, &taking,
                         error);
}

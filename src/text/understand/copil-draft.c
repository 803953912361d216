/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outline of a convention: which articles are axes, and what is around them. */
#include "copil-draft.h"

#include <string.h>

#include "copil-draft-private.h"
#include "copil-text-block.h"
#include "copil-text-clause.h"
#include "copil-text-match.h"
#include "copil-text-rules.h"
#include "copil-text-outline.h"

static void
node_free (gpointer data)
{
  CopilDraftNode *node = data;

  g_free (node->label);
  g_free (node->text);
  g_free (node->article);
  g_free (node->unit);
  g_free (node->date);
  g_ptr_array_unref (node->children);
  g_free (node);
}

static guint
find_first_article (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const CopilTextBlock *block = blocks->pdata[i];

      if (block->type == COPIL_TEXT_ARTICLE ||
          (block->type == COPIL_TEXT_SECTION && block->label && i > 4))
        return i;
    }
  return MIN (blocks->len, 60);
}

/* The blocks that an article holds end where the next one of its rank, or a higher one, begins. */
static guint
find_end (GPtrArray *blocks, guint from, CopilTextBlockType type)
{
  guint i;

  for (i = from + 1; i < blocks->len; i++)
    if (((CopilTextBlock *)blocks->pdata[i])->type >= type)
      break;
  return i;
}

/* What an article says that is no axis: in sight, for whoever makes an axis of it. */
static void
set_aside (CopilDraftNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      CopilDraftNode *child = node->children->pdata[i];

      child->accepted = FALSE;
      child->doubtful = TRUE;
      set_aside (child);
    }
}

/* Where the reading of the articles stands. */
typedef struct
{
  gboolean has_axe; /* some call themselves axes: only those are */
  gboolean annex;
  gboolean axes_section;
  gboolean other_section;
} Place;

/* Brings "place" up to date; TRUE where the block is an article that is an axis. */
static gboolean
is_axis (GPtrArray *blocks, guint at, Place *place, gboolean by_section)
{
  const CopilTextBlock *block = blocks->pdata[at];
  const CopilTextBlock *next = at + 1 < blocks->len ? blocks->pdata[at + 1] : NULL;
  g_autofree char *folded = NULL;

  if (block->type == COPIL_TEXT_ANNEX)
    place->annex = TRUE;
  if (block->type == COPIL_TEXT_SECTION && by_section)
    {
      place->axes_section = copil_text_is_axes_section (block->text);
      place->other_section = !place->axes_section && copil_text_is_administrative (block->text);
    }
  if (block->type != COPIL_TEXT_ARTICLE || place->annex)
    return FALSE;
  if (place->has_axe)
    return block->axe;
  if (place->other_section || copil_text_is_administrative (block->text))
    return FALSE;
  if (*block->text)
    return TRUE;
  /* Without a title, its first words tell. */
  folded = copil_text_fold (next ? next->text : "");
  return !copil_text_match (COPIL_RULE_BEGINS_ADMINISTRATIVE, folded);
}

/* Whether an article that no title gives away only says how the convention lives, or, as "Domaines
 * d’intervention", what the next ones are about. */
static gboolean
is_about_itself (const CopilDraftNode *node, GPtrArray *blocks, guint from, guint to)
{
  gboolean figures = TRUE; /* it holds nothing else */

  for (guint i = 0; i < node->children->len; i++)
    figures =
        figures && ((CopilDraftNode *)node->children->pdata[i])->kind == COPIL_DRAFT_INDICATOR;
  if (figures && (!*node->text || copil_text_is_axes_section (node->text)))
    return TRUE;
  if (node->children->len)
    return FALSE;
  for (guint i = from; i < to; i++)
    {
      g_autofree char *folded = copil_text_fold (((CopilTextBlock *)blocks->pdata[i])->text);

      if (copil_text_match (COPIL_RULE_TELLS_OF_ITSELF, folded))
        return TRUE;
    }
  return FALSE;
}

/* The axes of the articles. Returns how many. */
static guint
read_articles (CopilDraft *draft, GPtrArray *blocks)
{
  Place place = { FALSE }, first;
  gboolean by_section = FALSE;
  guint n_axes = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const CopilTextBlock *block = blocks->pdata[i];

      if (block->type == COPIL_TEXT_ANNEX)
        break;
      place.has_axe = place.has_axe || block->axe;
    }
  /* Sections are minded unless no axis were left. */
  first = place;
  for (guint i = 0; i < blocks->len && !by_section; i++)
    by_section = is_axis (blocks, i, &first, TRUE);
  for (guint i = 0; i < blocks->len; i++)
    {
      CopilTextBlock *block = blocks->pdata[i];
      gboolean axis = is_axis (blocks, i, &place, by_section);
      CopilDraftNode *node;
      guint end;

      if (block->type != COPIL_TEXT_ARTICLE)
        continue;
      end = find_end (blocks, i, COPIL_TEXT_ARTICLE);
      node = copil_draft_add (draft, NULL, COPIL_DRAFT_ARTICLE, block->label, block->text,
                              block->start, block->end);
      copil_draft_read_axis (draft, node, blocks, i + 1, end);
      if (axis && !block->axe && (!place.axes_section || !*block->text) &&
          is_about_itself (node, blocks, i + 1, end))
        axis = FALSE;
      if (axis)
        {
          node->kind = COPIL_DRAFT_AXIS;
          node->doubtful = !place.axes_section && !block->axe;
          node->accepted = TRUE;
          n_axes++;
        }
      else
        set_aside (node);
    }
  return n_axes;
}

/* The rank of the headings that divide an annex: the highest that comes twice. */
static CopilTextBlockType
find_rank (GPtrArray *blocks, guint from)
{
  guint n[COPIL_TEXT_ANNEX + 1] = { 0 };
  static const CopilTextBlockType ranks[] = { COPIL_TEXT_ARTICLE, COPIL_TEXT_NUMBER,
                                              COPIL_TEXT_PLAIN };

  for (guint i = from; i < blocks->len; i++)
    {
      const CopilTextBlock *block = blocks->pdata[i];

      if (block->type == COPIL_TEXT_ANNEX)
        break;
      if (!copil_text_is_administrative (block->text))
        n[block->type]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (n[ranks[i]] >= 2)
      return ranks[i];
  return COPIL_TEXT_PLAIN;
}

/* Headings of other ranks than the dividing one are parts of what it opens. */
static guint
find_annex_end (GPtrArray *blocks, guint from, CopilTextBlockType rank)
{
  guint i;

  for (i = from + 1; i < blocks->len; i++)
    {
      const CopilTextBlock *block = blocks->pdata[i];

      if (block->type == rank || block->type >= COPIL_TEXT_ARTICLE)
        break;
    }
  return i;
}

/* Where the articles hold no axis, an annex may name the domains of cooperation. */
static void
read_annexes (CopilDraft *draft, GPtrArray *blocks)
{
  CopilTextBlockType rank = COPIL_TEXT_PLAIN;
  gboolean annex = FALSE, other = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      CopilTextBlock *block = blocks->pdata[i];
      g_autofree char *folded = copil_text_fold (block->text);
      CopilDraftNode *node;

      if (block->type == COPIL_TEXT_ANNEX)
        {
          annex = TRUE;
          other = copil_text_is_administrative (block->text) ||
                  copil_text_match (COPIL_RULE_ANNEX_APART, folded);
          rank = find_rank (blocks, i + 1);
        }
      if (block->type == COPIL_TEXT_SECTION && annex)
        other = copil_text_is_administrative (block->text);
      if (!annex || other || block->type != rank || copil_text_is_administrative (block->text) ||
          copil_text_match (COPIL_RULE_NOT_A_DOMAIN, folded))
        continue;
      node = copil_draft_add (draft, NULL, COPIL_DRAFT_AXIS, block->label, block->text,
                              block->start, block->end);
      node->doubtful = TRUE;
      node->accepted = TRUE;
      copil_draft_read_axis (draft, node, blocks, i + 1, find_annex_end (blocks, i, rank));
    }
}

static void
read_parties (CopilDraft *draft)
{
  GPtrArray *list = copil_text_parties_get (draft->parties);

  for (guint i = 0; i < list->len; i++)
    {
      const CopilTextParty *party = list->pdata[i];
      CopilDraftNode *node = copil_draft_add (draft, NULL, COPIL_DRAFT_PARTY, party->short_name,
                                              party->name, party->start, party->end);

      node->party = (int)i;
      node->parties = (CopilTextPartySet)1 << i;
      node->accepted = TRUE;
      node->doubtful = !party->representative && !party->address;
    }
}

CopilDraft *
copil_draft_new (CopilText *text)
{
  CopilDraft *draft = g_new0 (CopilDraft, 1);
  g_autoptr (GPtrArray) blocks = copil_text_list_blocks (text);
  g_autoptr (GPtrArray) clauses = NULL;

  draft->nodes = g_ptr_array_new_with_free_func (node_free);
  copil_text_settle_outline (blocks);
  draft->parties = copil_text_parties_find (blocks, find_first_article (blocks));
  draft->title = g_strdup (copil_text_parties_get_title (draft->parties));
  clauses = copil_text_list_clauses (blocks);
  for (guint i = 0; i < clauses->len; i++)
    {
      const CopilTextClause *clause = clauses->pdata[i];
      CopilDraftNode *node = copil_draft_add (draft, NULL, COPIL_DRAFT_FIELD, clause->field,
                                              clause->value, clause->start, clause->end);

      node->article = g_strdup (clause->article);
      node->doubtful = clause->doubtful;
      node->accepted = TRUE;
    }
  read_parties (draft);
  if (!read_articles (draft, blocks))
    read_annexes (draft, blocks);
  return draft;
}

void
copil_draft_free (CopilDraft *draft)
{
  if (!draft)
    return;
  g_free (draft->title);
  g_ptr_array_unref (draft->nodes);
  copil_text_parties_free (draft->parties);
  g_free (draft);
}

const char *
copil_draft_get_title (CopilDraft *draft)
{
  return draft->title;
}

GPtrArray *
copil_draft_get_nodes (CopilDraft *draft)
{
  return draft->nodes;
}

GPtrArray *
copil_draft_get_parties (CopilDraft *draft)
{
  return copil_text_parties_get (draft->parties);
}

CopilDraftNode *
copil_draft_add (CopilDraft *draft, CopilDraftNode *parent, CopilDraftKind kind, const char *label,
                 const char *text, gsize start, gsize end)
{
  CopilDraftNode *node = g_new0 (CopilDraftNode, 1);

  node->kind = kind;
  node->label = g_strdup (label && *label ? label : NULL);
  node->text = g_strdup (text ? text : "");
  node->start = start;
  node->end = end;
  node->parent = parent;
  node->children = g_ptr_array_new_with_free_func (node_free);
  g_ptr_array_add (parent ? parent->children : draft->nodes, node);
  return node;
}

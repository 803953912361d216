/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an axis says: its measures, and who commits to what. */
#include <string.h>

#include "copil-draft-private.h"
#include "copil-text-heading.h"
#include "copil-text-match.h"
#include "copil-text-rules.h"

#define MOST_CLAUSES 40 /* of a sentence; what has more is none, and would take long */

/* Where the reading of an axis stands. */
typedef struct
{
  CopilDraft *draft;
  CopilDraftNode *axis;
  CopilDraftNode *place; /* the measure, or the axis itself */
  CopilTextActors actors;

  CopilTextForce force; /* of the introduction of the list that is being read */
  CopilTextPartySet set;
  gboolean sure;
  gboolean aims;    /* it announces aims */
  guint list_level; /* depth of the list's first item, 0 before it */

  CopilTextForce given; /* of an introduction that headings follow: "l’UIMM contribue à :" */
  CopilTextPartySet given_set;
  guint given_depth;
} Reading;

static CopilDraftNode *
add_engagement (Reading *reading, const char *text, CopilTextForce force, CopilTextPartySet set,
                gboolean sure, const CopilTextBlock *block)
{
  g_autofree char *clean = copil_text_replace (COPIL_RULE_END_MARKS, text);
  CopilDraftNode *node;

  if (strlen (clean) < 4)
    return NULL;
  node = copil_draft_add (reading->draft, reading->place, COPIL_DRAFT_ENGAGEMENT,
                          reading->place->label ? reading->place->label : reading->axis->label,
                          clean, block->start, block->end);
  node->parties = set;
  node->may = force == COPIL_TEXT_MAY;
  node->doubtful = !sure;
  node->accepted = TRUE;
  copil_draft_read_figures (reading->draft, reading->place, node, clean, block->start, block->end);
  return node;
}

/* The sentences, with those cut that say of two what each will do: "A désigne …; B forme …". */
static char **
split_clauses (Reading *reading, char **sentences)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int i = 0; sentences[i]; i++)
    {
      g_auto (GStrv) clauses = copil_text_split (COPIL_RULE_SEMICOLON, sentences[i]);
      g_autoptr (GString) open = g_string_new (clauses[0]);

      if (g_strv_length (clauses) > MOST_CLAUSES)
        {
          g_strv_builder_add (builder, sentences[i]);
          continue;
        }
      for (int k = 1; clauses[0] && clauses[k]; k++)
        {
          CopilTextActors actors = reading->actors;
          CopilTextPartySet before, set;
          gboolean sure = FALSE;

          /* The pronouns of a clause stand for who acts in the one before. */
          copil_text_engage_read (reading->draft->parties, open->str, &actors, &before, &sure);
          if (*clauses[k] &&
              copil_text_engage_read (reading->draft->parties, clauses[k], &actors, &set, &sure) &&
              set != before)
            {
              g_strv_builder_add (builder, open->str);
              g_string_assign (open, clauses[k]);
            }
          else
            g_string_append_printf (open, "%s%s", *clauses[k] ? " ; " : " ;", clauses[k]);
        }
      g_strv_builder_add (builder, open->str);
    }
  return g_strv_builder_end (builder);
}

/* The sentences of a text from "first" on; the introduction of a list is remembered, not added. */
static void
read_sentences (Reading *reading, char **whole, const CopilTextBlock *block)
{
  g_auto (GStrv) sentences = split_clauses (reading, whole);

  for (int i = 0; sentences[i]; i++)
    {
      CopilTextPartySet set;
      gboolean sure, introduces = copil_text_match (COPIL_RULE_INTRODUCES, sentences[i]);
      CopilTextForce force = copil_text_engage_read (reading->draft->parties, sentences[i],
                                                     &reading->actors, &set, &sure);

      if (introduces && !sentences[i + 1])
        {
          reading->force = force == COPIL_TEXT_CONTEXT ? COPIL_TEXT_MAY : force;
          reading->set = set;
          reading->sure = sure;
          reading->list_level = 0;
          reading->aims = copil_text_match (COPIL_RULE_ANNOUNCES_AIMS, sentences[i]);
          if (force != COPIL_TEXT_DETAIL)
            {
              if (force)
                copil_draft_read_figures (reading->draft, reading->place, NULL, sentences[i],
                                          block->start, block->end);
              break;
            }
        }
      if (force == COPIL_TEXT_DETAIL)
        force = COPIL_TEXT_MUST;
      if (force && force != COPIL_TEXT_CONTEXT)
        add_engagement (reading, sentences[i], force, set, sure, block);
      else
        copil_draft_read_figures (reading->draft, reading->place, NULL, sentences[i], block->start,
                                  block->end);
    }
}

static void
read_item (Reading *reading, const CopilTextBlock *block)
{
  g_auto (GStrv) sentences = copil_text_split_sentences (block->text);
  CopilTextForce force = reading->force;
  CopilTextPartySet set = reading->set;
  gboolean sure = reading->sure;

  if (!sentences[0])
    return;
  if (!reading->list_level)
    reading->list_level = MAX (block->level, 1);
  if (block->level > reading->list_level)
    return;
  if (force == COPIL_TEXT_DETAIL)
    return;
  /* "… se fixe comme objectifs : – 300 binômes en 2025": figures, no promises. */
  if (reading->aims && copil_text_match (COPIL_RULE_BEGINS_WITH_DIGIT, block->text))
    {
      copil_draft_read_figures (reading->draft, reading->place, NULL, block->text, block->start,
                                block->end);
      return;
    }
  if (!force || force == COPIL_TEXT_CONTEXT)
    {
      CopilTextForce own = copil_text_engage_read (reading->draft->parties, sentences[0],
                                                   &reading->actors, &set, &sure);

      if (own && own != COPIL_TEXT_CONTEXT && own != COPIL_TEXT_DETAIL)
        add_engagement (reading, sentences[0], own, set, sure, block);
    }
  else
    add_engagement (reading, sentences[0], force, set, sure, block);
  read_sentences (reading, sentences + 1, block);
}

static guint
depth_of (const CopilTextBlock *block)
{
  guint depth = 2;

  if (block->type == COPIL_TEXT_DECIMAL)
    for (const char *at = block->label; *at; at++)
      depth += *at == '.' ? 1 : 0;
  else
    depth = block->type == COPIL_TEXT_NUMBER ? 3 : block->type == COPIL_TEXT_LETTER ? 6 : 5;
  return depth;
}

/* A measure that nothing follows, under "l’UIMM contribue à :", is itself what was promised. */
static void
close_place (Reading *reading)
{
  CopilDraftNode *place = reading->place;

  if (place != reading->axis && reading->given && !place->children->len)
    {
      CopilTextBlock block = { .start = place->start, .end = place->end };

      add_engagement (reading, place->text, reading->given, reading->given_set, FALSE, &block);
    }
}

/* A numbered sentence that commits somebody: "2.1 La FBB s’engage à …". */
static gboolean
is_commitment (Reading *reading, const CopilTextBlock *block)
{
  g_auto (GStrv) sentences = copil_text_split_sentences (block->text);
  CopilTextActors actors = reading->actors;
  CopilTextPartySet set;
  gboolean sure = FALSE;
  CopilTextForce force = COPIL_TEXT_NOTHING;

  if (!copil_text_match (COPIL_RULE_ENDS_A_SENTENCE, block->text))
    return FALSE;
  for (int i = 0; sentences[i] && !(force && sure); i++)
    force = copil_text_engage_read (reading->draft->parties, sentences[i], &actors, &set, &sure);
  return force && sure;
}

static void
open_measure (Reading *reading, const CopilTextBlock *block)
{
  gboolean commits = is_commitment (reading, block);
  gsize cut = copil_text_engage_split_heading (reading->draft->parties, block->text);
  g_autofree char *title = cut ? g_strndup (block->text, cut) : g_strdup (block->text);
  g_autofree char *folded = NULL;
  g_autoptr (GArray) mentions = NULL;
  guint depth = depth_of (block);

  if (commits && block->type != COPIL_TEXT_DECIMAL && !cut)
    {
      g_auto (GStrv) sentences = copil_text_split_sentences (block->text);

      read_sentences (reading, sentences, block);
      return;
    }
  close_place (reading);
  if (reading->given && depth <= reading->given_depth)
    reading->given = COPIL_TEXT_NOTHING;
  g_strchomp (title);
  if (cut && g_str_has_suffix (title, ":"))
    {
      title[strlen (title) - 1] = '\0';
      g_strchomp (title);
    }
  reading->place = copil_draft_add (reading->draft, reading->axis, COPIL_DRAFT_MEASURE,
                                    block->label, title, block->start, block->end);
  reading->place->accepted = TRUE;
  reading->place->doubtful = block->type != COPIL_TEXT_DECIMAL && block->type != COPIL_TEXT_NUMBER;
  memset (&reading->actors, 0, sizeof reading->actors);
  reading->force = reading->given;
  reading->set = reading->given_set;
  reading->sure = FALSE;
  reading->list_level = 0;
  if (reading->given)
    reading->actors.last = reading->given_set;
  /* "Engagements de l’UIMM": what is listed under it is hers. */
  folded = copil_text_fold (title);
  if (copil_text_match (COPIL_RULE_TITLE_OF_DUTIES, folded))
    {
      mentions = copil_text_parties_list_mentions (reading->draft->parties, folded);
      for (guint i = 0; i < mentions->len; i++)
        {
          reading->force = COPIL_TEXT_MUST;
          reading->set |= g_array_index (mentions, CopilTextMention, i).set;
          reading->actors.last = reading->set;
        }
    }
  if (cut)
    {
      g_auto (GStrv) sentences = copil_text_split_sentences (block->text + cut);

      read_sentences (reading, sentences, block);
    }
  else if (commits)
    {
      g_auto (GStrv) sentences = copil_text_split_sentences (block->text);

      read_sentences (reading, sentences, block);
    }
}

/* "Engagements de la FBB : don de matériel ; accueil de stagiaires." is a list on one line. FALSE
 * where the paragraph is none. */
static gboolean
read_line_of_items (Reading *reading, const CopilTextBlock *block)
{
  const char *colon = strchr (block->text, ':');
  g_autofree char *intro = NULL;
  g_auto (GStrv) items = NULL;
  char *alone[2] = { NULL, NULL };

  if (!copil_text_match (COPIL_RULE_LINE_OF_DUTIES, block->text))
    return FALSE;
  intro = g_strndup (block->text, (gsize)(colon + 1 - block->text));
  alone[0] = intro;
  read_sentences (reading, alone, block);
  if (!reading->force || reading->force == COPIL_TEXT_CONTEXT || !reading->set)
    return FALSE;
  items = g_strsplit (colon + 1, ";", -1);
  for (int i = 0; items[i]; i++)
    {
      CopilTextBlock item = { .type = COPIL_TEXT_ITEM, .start = block->start, .end = block->end };

      item.text = g_strstrip (items[i]);
      read_item (reading, &item);
    }
  return TRUE;
}

void
copil_draft_read_axis (CopilDraft *draft, CopilDraftNode *axis, GPtrArray *blocks, guint from,
                       guint to)
{
  Reading reading = { .draft = draft, .axis = axis, .place = axis };
  gboolean introduced = FALSE;

  for (guint i = from; i < to; i++)
    {
      const CopilTextBlock *block = blocks->pdata[i];
      const CopilTextBlock *next = i + 1 < to ? blocks->pdata[i + 1] : NULL;

      if (block->type == COPIL_TEXT_PARAGRAPH && read_line_of_items (&reading, block))
        introduced = FALSE;
      else if (block->type == COPIL_TEXT_PARAGRAPH)
        {
          g_auto (GStrv) sentences = copil_text_split_sentences (block->text);

          read_sentences (&reading, sentences, block);
          introduced = copil_text_match (COPIL_RULE_INTRODUCES, block->text);
          if (introduced && next && next->type > COPIL_TEXT_ITEM && reading.force)
            {
              reading.given = reading.force;
              reading.given_set = reading.set;
              reading.given_depth = reading.place == axis ? 0 : 3;
            }
        }
      else if (block->type == COPIL_TEXT_ITEM ||
               (introduced && !reading.given &&
                (block->type == COPIL_TEXT_NUMBER || block->type == COPIL_TEXT_LETTER)))
        {
          read_item (&reading, block);
          introduced = introduced && copil_text_match (COPIL_RULE_LIST_GOES_ON, block->text);
          continue;
        }
      else
        {
          open_measure (&reading, block);
          introduced = FALSE;
        }
    }
  close_place (&reading);
}

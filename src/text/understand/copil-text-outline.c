/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-outline.h"

#include <stdlib.h>
#include <string.h>

#include "copil-text-join.h"
#include "copil-text-match.h"
#include "copil-text-rules.h"

gboolean
copil_text_is_administrative (const char *title)
{
  g_autofree char *folded = copil_text_fold (title);
  g_autofree char *bare = copil_text_replace (COPIL_RULE_BEFORE_TITLE_WORD, folded);

  return copil_text_match (COPIL_RULE_ADMINISTRATIVE_WHOLE, folded) ||
         copil_text_match (COPIL_RULE_ADMINISTRATIVE, bare);
}

gboolean
copil_text_is_axes_section (const char *title)
{
  g_autofree char *folded = copil_text_fold (title);

  return copil_text_match (COPIL_RULE_AXES_SECTION, folded);
}

static gboolean
is_prelude (const char *folded)
{
  return copil_text_match (COPIL_RULE_PRELUDE, folded);
}

/* A label as a number: "4", "1er", "IV", "B"; 0 where it is none. */
static int
number_of (const char *label)
{
  static const char *const roman[] = { "I",  "II", "III", "IV",  "V",    "VI",  "VII", "VIII",
                                       "IX", "X",  "XI",  "XII", "XIII", "XIV", "XV",  NULL };

  for (int i = 0; label && roman[i]; i++)
    if (g_str_equal (label, roman[i]))
      return i + 1;
  if (label && g_ascii_isupper (label[0]) && !label[1])
    return label[0] - 'A' + 1;
  return label ? (int)strtol (label, NULL, 10) : 0;
}

/* Of the ranks that the file gives headings of one type, that of "Objet" and "Durée": what ranks
 * below is part of an article. G_MAXUINT where the file does not tell. */
static guint
find_level (GPtrArray *blocks, CopilTextBlockType type)
{
  guint known[10] = { 0 }, best = 0, level = G_MAXUINT;

  for (guint i = 0; i < blocks->len; i++)
    {
      const CopilTextBlock *block = blocks->pdata[i];

      if (block->type == COPIL_TEXT_ANNEX)
        break;
      if (block->type == type && block->level && copil_text_is_administrative (block->text))
        known[MIN (block->level, 9)]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (known); i++)
    if (known[i] >= 2 && known[i] > best)
      {
        best = known[i];
        level = i;
      }
  return level;
}

/* Headings of one type become articles. Of numbered ones that start again and again (the measures
 * under each article), only those that carry on the outer numbers. */
static void
promote (GPtrArray *blocks, CopilTextBlockType type, gboolean after_text)
{
  gboolean begun = !after_text, placed = FALSE;
  int next = 0, n_restarts = 0;
  guint level = 0, lowest = find_level (blocks, type);

  for (guint i = 0; i < blocks->len; i++)
    {
      const CopilTextBlock *block = blocks->pdata[i];

      if (block->type == COPIL_TEXT_ANNEX)
        break;
      if (block->type == type && number_of (block->label) == 1)
        n_restarts++;
    }
  for (guint i = 0; i < blocks->len; i++)
    {
      CopilTextBlock *block = blocks->pdata[i];
      g_autofree char *folded = copil_text_fold (block->text);
      int number;

      if (block->type == COPIL_TEXT_ANNEX)
        return;
      if (begun && placed && copil_text_is_dated (block->text))
        return; /* the signatures */
      begun = begun || copil_text_match (COPIL_RULE_PRELUDE_BEGUN, folded) ||
              block->type > COPIL_TEXT_PLAIN;
      if (block->type != type || !begun || is_prelude (folded) ||
          (lowest < G_MAXUINT && (!block->level || block->level > lowest)) ||
          (type == COPIL_TEXT_LETTER && !g_ascii_isupper (*block->label)))
        continue;
      number = number_of (block->label);
      if (number && n_restarts > 1)
        {
          if (next && (number != next || (level && block->level != level)))
            continue;
          if (!next && number != 1)
            continue;
          next = number + 1;
          level = block->level;
        }
      block->type = COPIL_TEXT_ARTICLE;
      placed = TRUE;
    }
}

/* Numbers right under a section, with no article between, are its articles. */
static void
promote_orphans (GPtrArray *blocks)
{
  guint first = 0, n = 0;
  gboolean orphans = FALSE;

  for (guint i = 0; i <= blocks->len; i++)
    {
      CopilTextBlock *block = i < blocks->len ? blocks->pdata[i] : NULL;

      if (block && block->type == COPIL_TEXT_NUMBER && orphans)
        {
          first = n++ ? first : i;
          continue;
        }
      if (block && block->type < COPIL_TEXT_ARTICLE)
        continue;
      for (guint k = first; n >= 2 && k < i; k++)
        if (((CopilTextBlock *)blocks->pdata[k])->type == COPIL_TEXT_NUMBER)
          ((CopilTextBlock *)blocks->pdata[k])->type = COPIL_TEXT_ARTICLE;
      n = 0;
      if (!block || block->type == COPIL_TEXT_ANNEX)
        return;
      orphans = block->type == COPIL_TEXT_SECTION && block->word &&
                !copil_text_is_administrative (block->text);
    }
}

/* Whether all the articles of a title say how the convention lives. */
static gboolean
holds_administration (GPtrArray *blocks, guint title)
{
  guint n = 0;

  for (guint i = title + 1; i < blocks->len; i++)
    {
      const CopilTextBlock *block = blocks->pdata[i];

      if (block->type > COPIL_TEXT_ARTICLE)
        break;
      if (block->type != COPIL_TEXT_ARTICLE)
        continue;
      if (!copil_text_is_administrative (block->text))
        return FALSE;
      n++;
    }
  return n > 0;
}

/* "Titre II – Découverte des métiers", with articles in it: where several titles are thematic like
 * this one, they are the axes, and their articles the measures. */
static void
settle_titles (GPtrArray *blocks)
{
  guint n_thematic = 0, n_articles = 0;

  for (int pass = 0; pass < 2; pass++)
    {
      gboolean thematic = FALSE, counted = FALSE;

      for (guint i = 0; i < blocks->len; i++)
        {
          CopilTextBlock *block = blocks->pdata[i];

          if (block->type == COPIL_TEXT_ANNEX)
            break;
          if (block->type == COPIL_TEXT_SECTION && block->label)
            {
              thematic = !copil_text_is_administrative (block->text) &&
                         !copil_text_is_axes_section (block->text) && *block->text &&
                         !holds_administration (blocks, i);
              counted = FALSE;
              if (thematic && pass)
                {
                  block->type = COPIL_TEXT_ARTICLE;
                  block->axe = TRUE;
                }
            }
          else if (block->type == COPIL_TEXT_ARTICLE && thematic &&
                   !copil_text_is_administrative (block->text))
            {
              n_thematic += counted ? 0 : 1;
              n_articles++;
              counted = TRUE;
              if (pass)
                block->type = COPIL_TEXT_DECIMAL;
            }
        }
      if (n_thematic < 2 || n_articles <= n_thematic)
        return;
    }
}

/* Whether there are headings that decimal ones belong to. */
static gboolean
has_outer (const guint *n)
{
  return n[COPIL_TEXT_SECTION] >= 2 || n[COPIL_TEXT_NUMBER] >= 2 || n[COPIL_TEXT_ARTICLE] >= 2;
}

/* Before the articles: numbered parties are no headings, and a lexicon is no annex. */
static void
settle_front (GPtrArray *blocks)
{
  for (guint i = 0; i < MIN (blocks->len, 60); i++)
    {
      CopilTextBlock *block = blocks->pdata[i];
      g_autofree char *folded = copil_text_fold (block->text);

      if (block->type == COPIL_TEXT_ARTICLE || copil_text_match (COPIL_RULE_AGREED, folded))
        break;
      if (block->type == COPIL_TEXT_ANNEX && !block->label)
        block->type = COPIL_TEXT_PLAIN;
      else if (block->type >= COPIL_TEXT_LETTER && block->type <= COPIL_TEXT_SECTION &&
               copil_text_match (COPIL_RULE_NUMBERED_PARTY, folded))
        {
          block->type = COPIL_TEXT_PARAGRAPH;
          g_clear_pointer (&block->label, g_free);
        }
    }
}

/* "1. Objet", "2. FORMER", "3. Durée": where numbers in capitals and in small letters count on
 * together, they are of one rank, however they are written. */
static void
settle_capitals (GPtrArray *blocks)
{
  int n_capitals = 0, n_small = 0, next = 1;

  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < blocks->len; i++)
        {
          CopilTextBlock *block = blocks->pdata[i];
          gboolean capitals = block->type == COPIL_TEXT_SECTION && !block->word;

          if (block->type == COPIL_TEXT_ANNEX)
            break;
          if ((!capitals && block->type != COPIL_TEXT_NUMBER) || !block->label ||
              !g_ascii_isdigit (*block->label))
            continue;
          if (pass)
            block->type = COPIL_TEXT_NUMBER;
          else if (number_of (block->label) != next++)
            return;
          n_capitals += capitals ? 1 : 0;
          n_small += capitals ? 0 : 1;
        }
      if (!n_capitals || !n_small || next < 4)
        return;
    }
}

/* "I." again under each article: these are parts of it, and not what holds the articles. */
static void
settle_romans (GPtrArray *blocks)
{
  guint n_articles = 0, n_first = 0, n = 0;

  for (; n < blocks->len; n++)
    {
      const CopilTextBlock *block = blocks->pdata[n];

      if (block->type == COPIL_TEXT_ANNEX)
        break;
      n_articles += block->type == COPIL_TEXT_ARTICLE ? 1 : 0;
      if (block->type == COPIL_TEXT_SECTION && n_articles && !block->word &&
          g_strcmp0 (block->label, "I") == 0)
        n_first++;
    }
  for (guint i = 0; i < n && n_articles >= 2 && n_first >= 2; i++)
    {
      CopilTextBlock *block = blocks->pdata[i];

      if (block->type == COPIL_TEXT_SECTION && block->label && !block->word)
        block->type = COPIL_TEXT_NUMBER;
    }
}

/* "Chantier 2" inside "Orientation 1" is no axis: of several words, the first is for the axes. */
static void
settle_words (GPtrArray *blocks)
{
  char first = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      CopilTextBlock *block = blocks->pdata[i];

      if (!block->axe || !block->word)
        continue;
      first = first ? first : block->word;
      if (block->word != first)
        {
          block->type = COPIL_TEXT_NUMBER;
          block->axe = FALSE;
        }
    }
}

/* Lines that nothing marks but that they are short and stand alone: where some of them are called
 * as articles are ("La durée"), they are the articles. FALSE where not. */
static gboolean
promote_lines (GPtrArray *blocks)
{
  guint from = 0, n = 0, n_known = 0;

  for (guint i = 0; i < MIN (blocks->len, 60); i++)
    {
      g_autofree char *folded = copil_text_fold (((CopilTextBlock *)blocks->pdata[i])->text);

      if (copil_text_match (COPIL_RULE_FRONT_MATTER, folded))
        from = i + 1;
    }
  for (int pass = 0; pass < 2 && (!pass || (n >= 3 && n_known >= 2)); pass++)
    for (guint i = from; i + 1 < blocks->len; i++)
      {
        CopilTextBlock *block = blocks->pdata[i];
        const CopilTextBlock *next = blocks->pdata[i + 1];

        if (copil_text_match (COPIL_RULE_MADE, block->text))
          break;
        if (block->type != COPIL_TEXT_PARAGRAPH || strlen (block->text) > 100 ||
            strlen (block->text) < 5 || copil_text_match (COPIL_RULE_NO_LINE_TITLE, block->text) ||
            next->type > COPIL_TEXT_ITEM || strlen (next->text) < 40)
          continue;
        if (pass)
          block->type = COPIL_TEXT_ARTICLE;
        n++;
        n_known += copil_text_is_administrative (block->text) ? 1 : 0;
      }
  return n_known >= 2 && n >= 3;
}

void
copil_text_settle_outline (GPtrArray *blocks)
{
  static const CopilTextBlockType schemes[] = { COPIL_TEXT_SECTION, COPIL_TEXT_NUMBER,
                                                COPIL_TEXT_LETTER, COPIL_TEXT_PLAIN,
                                                COPIL_TEXT_DECIMAL };
  guint n[COPIL_TEXT_ANNEX + 1] = { 0 }, known[COPIL_TEXT_ANNEX + 1] = { 0 }, axes = 0, best = 0;
  CopilTextBlockType scheme = COPIL_TEXT_PARAGRAPH;

  settle_front (blocks);
  settle_capitals (blocks);
  settle_romans (blocks);
  settle_words (blocks);
  for (guint i = 0; i < blocks->len; i++)
    {
      const CopilTextBlock *block = blocks->pdata[i];
      g_autofree char *folded = copil_text_fold (block->text);

      if (block->type == COPIL_TEXT_ANNEX)
        break;
      n[block->type]++;
      axes += block->axe ? 1 : 0;
      if (block->type > COPIL_TEXT_ITEM && !is_prelude (folded) &&
          (block->type != COPIL_TEXT_LETTER || g_ascii_isupper (*block->label)) &&
          copil_text_is_administrative (block->text))
        known[block->type]++;
    }
  if (n[COPIL_TEXT_ARTICLE] - axes >= 2)
    {
      if (!axes)
        settle_titles (blocks);
      return;
    }
  /* The articles are where "Objet", "Durée" and "Suivi" are. */
  for (guint s = 0; s < G_N_ELEMENTS (schemes); s++)
    if (n[schemes[s]] >= 2 && known[schemes[s]] > best &&
        (schemes[s] != COPIL_TEXT_DECIMAL || !has_outer (n)))
      {
        best = known[schemes[s]];
        scheme = schemes[s];
      }
  if (best < 2 && !axes && promote_lines (blocks))
    return;
  if (best < 2 && !axes)
    for (guint s = 0; s < G_N_ELEMENTS (schemes) && best < 2; s++)
      if (n[schemes[s]] >= 2 && schemes[s] != COPIL_TEXT_LETTER)
        {
          scheme = schemes[s];
          break;
        }
  if (scheme && (best >= 2 || !axes))
    promote (blocks, scheme, scheme == COPIL_TEXT_PLAIN);
  if (scheme == COPIL_TEXT_PLAIN)
    promote_orphans (blocks);
}

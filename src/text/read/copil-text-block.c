/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-block.h"

#include <string.h>

#include "copil-text-heading.h"
#include "copil-text-join.h"
#include "copil-text-match.h"
#include "copil-text-rules.h"
#include "copil-text-page.h"

#define LONGEST_PARAGRAPH 16384
#define LONGEST_TITLE 620 /* bytes; what is longer was a text with a number */

/* How the lines of a text came about. */
typedef struct
{
  guint width;         /* where lines are broken, in characters; 0 where only paragraphs end */
  GHashTable *hyphens; /* of copil_text_note_hyphens() */
} Layout;

static void
extend (const Layout *layout, CopilTextBlock *block, const CopilTextLine *line)
{
  char *joined = copil_text_join (layout->hyphens, block->text, line->text);

  g_free (block->text);
  block->text = joined;
  block->end = line->end;
}

/* Whether the text breaks its lines by itself: no line is longer than a page is wide. */
static guint
wrap_width (GPtrArray *rows)
{
  guint counts[161] = { 0 }, n_long = 0, n = 0, above = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      guint width = (guint)g_utf8_strlen (((const CopilTextRow *)rows->pdata[i])->line->text, -1);

      if (width > 160)
        n_long++;
      else
        counts[width]++;
      n++;
    }
  if (n_long > n / 50)
    return 0;
  for (guint width = 160; width > 40; width--)
    {
      above += counts[width];
      if (above * 20 >= n) /* a few lines stand out of the margin */
        return width;
    }
  return 0;
}

/* Whether the line before was broken because the next word found no room. */
static gboolean
is_forced (const Layout *layout, guint last_width, const char *next, guint percent)
{
  const char *space = strchr (next, ' ');
  guint word = (guint)g_utf8_strlen (next, space ? space - next : -1);

  return layout->width && (last_width + 1 + word) * 100 > layout->width * percent;
}

/* Whether the line goes on with the block before it. */
static gboolean
goes_on (const Layout *layout, const CopilTextBlock *block, const CopilTextRow *row,
         guint last_width)
{
  const char *text = row->line->text;
  gboolean heading, forced;

  if (!block)
    return FALSE;
  heading = block->type > COPIL_TEXT_ITEM;
  forced = is_forced (layout, last_width, text, 90);
  if (row->gap)
    return copil_text_begins_small (text) && !copil_text_is_ended (block->text) && !heading &&
           (forced || (strlen (block->text) > 40 &&
                       !copil_text_match (COPIL_RULE_ENDS_WITH_COMMA, block->text)));
  if (copil_text_begins_small (text))
    return TRUE;
  if (!forced || g_str_has_suffix (block->text, ":") || copil_text_is_dated (text))
    return FALSE;
  if (heading)
    return !copil_text_is_ended (block->text) && is_forced (layout, last_width, text, 100);
  return block->type != COPIL_TEXT_ITEM || !copil_text_is_ended (block->text);
}

/* A heading by its looks that is none: the sentence before it goes on over the end of the line. */
static gboolean
is_inside (const Layout *layout, const CopilTextBlock *open, const CopilTextBlock *heading,
           const CopilTextRow *row, guint last_width)
{
  if (!open || row->gap || row->line->level || row->line->bold)
    return FALSE;
  if (heading->type == COPIL_TEXT_PLAIN)
    return layout->width && open->type <= COPIL_TEXT_ITEM;
  return open->type <= COPIL_TEXT_ITEM && is_forced (layout, last_width, row->line->text, 90) &&
         !copil_text_is_ended (open->text);
}

/* Titles that run into their text ("Durée. La présente convention…") are cut there; a text that is
 * only numbered is no heading. */
static void
settle_headings (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      g_autoptr (GMatchInfo) info = NULL;
      CopilTextBlock *block = blocks->pdata[i], *body;
      int from = 0;

      if (block->type < COPIL_TEXT_LETTER || block->type == COPIL_TEXT_ANNEX)
        continue;
      if (strlen (block->text) >= 120 && copil_text_is_ended (block->text) &&
          copil_text_search (COPIL_RULE_TITLE_IN_LINE, block->text, &info))
        g_match_info_fetch_pos (info, 0, NULL, &from);
      else if (block->type == COPIL_TEXT_ARTICLE &&
               copil_text_match (COPIL_RULE_SENTENCE_FOR_TITLE, block->text))
        from = 0; /* no title at all */
      else
        {
          if (block->type <= COPIL_TEXT_DECIMAL && strlen (block->text) > LONGEST_TITLE)
            block->type = COPIL_TEXT_PARAGRAPH;
          continue;
        }
      body = g_new0 (CopilTextBlock, 1);
      body->type = COPIL_TEXT_PARAGRAPH;
      body->text = g_strdup (block->text + from);
      body->start = block->start;
      body->end = block->end;
      block->text[from] = '\0';
      g_strchomp (block->text);
      g_ptr_array_insert (blocks, (int)i + 1, body);
    }
}

/* An article without a title takes the next line where that looks like one. */
static void
take_title (GPtrArray *blocks)
{
  for (guint i = 0; i + 1 < blocks->len; i++)
    {
      CopilTextBlock *block = blocks->pdata[i], *next = blocks->pdata[i + 1];

      if ((block->type != COPIL_TEXT_ARTICLE && block->type != COPIL_TEXT_ANNEX &&
           block->type != COPIL_TEXT_SECTION) ||
          *block->text)
        continue;
      if (next->type == COPIL_TEXT_PLAIN ||
          (next->type == COPIL_TEXT_PARAGRAPH && strlen (next->text) < 320 &&
           (!copil_text_is_ended (next->text) ||
            copil_text_match (COPIL_RULE_INFINITIVE_SENTENCE, next->text)) &&
           !copil_text_begins_small (next->text)))
        {
          g_free (block->text);
          block->text = g_steal_pointer (&next->text);
          block->end = next->end;
          g_ptr_array_remove_index (blocks, i + 1);
        }
    }
}

static char *
heading_key (const CopilTextBlock *block)
{
  g_autofree char *folded = copil_text_fold (block->text);
  g_autofree char *bare = copil_text_replace (COPIL_RULE_CONTENTS_TAIL, folded);
  g_autofree char *start = g_utf8_substring (bare, 0, MIN (g_utf8_strlen (bare, -1), 40));

  return g_strdup_printf ("%d %s %s", block->type, block->label ? block->label : "", start);
}

/* A table of contents: headings that come again later, with no text between them and the next one;
 * they go, and what calls them so. */
static void
drop_contents (GPtrArray *blocks)
{
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean before = FALSE; /* the block before was one of them */

  for (guint i = 0; i < blocks->len; i++)
    {
      CopilTextBlock *block = blocks->pdata[i];

      if (block->type > COPIL_TEXT_ITEM && *block->text)
        g_hash_table_insert (last, heading_key (block), GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0, at = 0; i + 1 < blocks->len; at++)
    {
      CopilTextBlock *block = blocks->pdata[i], *next = blocks->pdata[i + 1];
      g_autofree char *key = NULL;

      if (block->type > COPIL_TEXT_ITEM && *block->text)
        {
          key = heading_key (block);
          if ((GPOINTER_TO_UINT (g_hash_table_lookup (last, key)) > at + 1 && block->label &&
               block->type >= COPIL_TEXT_DECIMAL && (before || next->type > COPIL_TEXT_ITEM)) ||
              copil_text_match (COPIL_RULE_CONTENTS_HEAD, block->text))
            {
              g_ptr_array_remove_index (blocks, i);
              before = TRUE;
              continue;
            }
        }
      before = FALSE;
      i++;
    }
}

GPtrArray *
copil_text_list_blocks (CopilText *text)
{
  g_autoptr (GPtrArray) rows = copil_text_list_rows (text);
  GPtrArray *blocks = g_ptr_array_new_with_free_func (copil_text_block_free);
  g_autoptr (GHashTable) hyphens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Layout layout = { wrap_width (rows), hyphens };
  CopilTextBlock *open = NULL;
  guint last_width = 0;

  for (guint i = 0; i < rows->len; i++)
    copil_text_note_hyphens (hyphens, ((const CopilTextRow *)rows->pdata[i])->line->text);
  for (guint i = 0; i < rows->len; i++)
    {
      const CopilTextRow *row = rows->pdata[i];
      const CopilTextLine *line = row->line;
      CopilTextBlock *heading = copil_text_recognise (line);

      if (heading && is_inside (&layout, open, heading, row, last_width))
        g_clear_pointer (&heading, copil_text_block_free);
      if (heading)
        {
          g_ptr_array_add (blocks, heading);
          open = heading;
        }
      else if (line->bullet)
        {
          open = copil_text_block_new (COPIL_TEXT_ITEM, NULL, g_strdup (line->text), line);
          g_ptr_array_add (blocks, open);
        }
      else if (copil_text_match (COPIL_RULE_SMALL_ITEM, line->text))
        {
          g_autofree char *item = copil_text_replace (COPIL_RULE_ITEM_MARK, line->text);

          open = copil_text_block_new (COPIL_TEXT_ITEM, NULL, g_steal_pointer (&item), line);
          g_ptr_array_add (blocks, open);
        }
      else if (goes_on (&layout, open, row, last_width) && strlen (open->text) < LONGEST_PARAGRAPH)
        extend (&layout, open, line);
      else
        {
          open = copil_text_block_new (COPIL_TEXT_PARAGRAPH, NULL, g_strdup (line->text), line);
          g_ptr_array_add (blocks, open);
        }
      last_width = (guint)g_utf8_strlen (line->text, -1);
    }
  settle_headings (blocks);
  take_title (blocks);
  drop_contents (blocks);
  return blocks;
}

static gboolean
is_abbreviation (const char *text, const char *dot)
{
  static const char *const known[] = { "M",  "MM", "Mme", "Mmes", "art", "cf",   "n",   "p",
                                       "ex", "Dr", "St",  "Ste",  "al",  "chap", "réf", NULL };
  const char *from = dot;

  while (from > text)
    {
      const char *before = g_utf8_prev_char (from);

      if (!g_unichar_isalnum (g_utf8_get_char (before)))
        break;
      from = before;
    }
  for (int i = 0; known[i]; i++)
    if (strlen (known[i]) == (gsize)(dot - from) &&
        strncmp (known[i], from, (gsize)(dot - from)) == 0)
      /* "art. 3", "art. L. 124-1"; but "les métiers d’art. La chambre …" */
      return !g_str_equal (known[i], "art") || copil_text_match (COPIL_RULE_ART_OF_A_CODE, dot);
  return g_utf8_strlen (from, dot - from) == 1 && g_unichar_isupper (g_utf8_get_char (from));
}

char **
copil_text_split_sentences (const char *paragraph)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *from = paragraph, *at = paragraph;

  while (*at)
    {
      const char *next = at + 1;

      if (!strchr (".!?", *at) || is_abbreviation (from, at))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      while (*next && (strchr (".!?)\"", *next) || g_str_has_prefix (next, "»") ||
                       g_str_has_prefix (next, " »") || g_str_has_prefix (next, "\u00a0»") ||
                       g_str_has_prefix (next, "\u202f»")))
        next = *next == ' ' ? next + 1 : g_utf8_next_char (next);
      if (g_unichar_isspace (g_utf8_get_char (next)))
        {
          const char *word = g_utf8_next_char (next);
          gunichar c = g_utf8_get_char (word);

          if (g_unichar_isupper (c) || g_unichar_istitle (c) || c == 0xAB || c == '"')
            {
              g_autofree char *sentence = g_strndup (from, (gsize)(next - from));

              g_strv_builder_add (builder, g_strstrip (sentence));
              from = word;
              at = word;
              continue;
            }
        }
      at = next;
    }
  if (*from)
    {
      g_autofree char *sentence = g_strdup (from);

      if (*g_strstrip (sentence))
        g_strv_builder_add (builder, sentence);
    }
  return g_strv_builder_end (builder);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-heading.h"

#include <string.h>

#include "copil-text-match.h"
#include "copil-text-rules.h"

#define LONGEST_HEADING 420 /* bytes; some measures are titled by a whole sentence */

void
copil_text_block_free (gpointer data)
{
  CopilTextBlock *block = data;

  g_free (block->label);
  g_free (block->text);
  g_free (block);
}

CopilTextBlock *
copil_text_block_new (CopilTextBlockType type, char *label, char *text, const CopilTextLine *line)
{
  CopilTextBlock *block = g_new0 (CopilTextBlock, 1);

  block->type = type;
  block->label = label;
  block->text = text;
  block->start = line->start;
  block->end = line->end;
  block->level = type == COPIL_TEXT_ITEM ? line->bullet : line->level;
  return block;
}

gboolean
copil_text_begins_small (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}

static gboolean
is_capitals (const char *text)
{
  guint capitals = 0;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_islower (c))
        return FALSE;
      capitals += g_unichar_isupper (c) ? 1 : 0;
    }
  return capitals > 3;
}

gboolean
copil_text_is_ended (const char *text)
{
  return copil_text_match (COPIL_RULE_ENDED, text);
}

static char *
group (GMatchInfo *info, int number)
{
  char *text = g_match_info_fetch (info, number);

  return text ? g_strstrip (text) : g_strdup ("");
}

/* "l", "I" and "premier" for 1; the rest as printed. */
static char *
article_number (const char *printed, const char *bis)
{
  g_autofree char *folded = copil_text_fold (printed);
  const char *number = printed;

  if (g_str_equal (folded, "premier") || g_str_equal (printed, "l") || g_str_equal (printed, "ler"))
    number = "1";
  return *bis ? g_strdup_printf ("%s %s", number, bis) : g_strdup (number);
}

/* Whether a title in small letters is one all the same: "Axe 1 : donner envie". */
static gboolean
is_titled (const CopilTextLine *line, const char *separator, const char *title)
{
  return (line->gap || line->level || line->bold) &&
         copil_text_match (COPIL_RULE_TITLE_SEPARATOR, separator) && strlen (title) < 200 &&
         !copil_text_match (COPIL_RULE_ENDS_WITH_MARK, title);
}

/* "Article" as it is meant, where a text recognition or a font has spoilt it: "A R T I C L E",
 * "Artic1e", "Ar cle". */
static char *
repair_article (const char *text)
{
  return copil_text_replace (COPIL_RULE_SPOILT_ARTICLE, text);
}

static CopilTextBlock *
recognise_axis (const CopilTextLine *line)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *number = NULL, *title = NULL, *separator = NULL;
  CopilTextBlock *block;

  if (!copil_text_search (COPIL_RULE_AXIS_NUMBERED, line->text, &info))
    {
      g_clear_pointer (&info, g_match_info_unref);
      if (!copil_text_search (COPIL_RULE_AXIS_IN_WORDS, line->text, &info))
        return NULL;
    }
  number = group (info, 1);
  separator = group (info, 2);
  title = group (info, 3);
  if ((*title && !*separator && !line->level && !line->bold) ||
      (copil_text_begins_small (title) && !is_titled (line, separator, title)))
    return NULL;
  block = copil_text_block_new (COPIL_TEXT_ARTICLE, g_steal_pointer (&number),
                                g_steal_pointer (&title), line);
  block->axe = TRUE;
  block->word = (char)g_ascii_tolower (line->text[0]);
  return block;
}

static CopilTextBlock *
recognise_article (const CopilTextLine *line)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *number = NULL, *bis = NULL, *title = NULL, *separator = NULL, *text = NULL;

  text = repair_article (line->text);
  if (!copil_text_search (COPIL_RULE_ARTICLE_HEADING, text, &info))
    return NULL;
  number = group (info, 1);
  bis = group (info, 2);
  separator = group (info, 3);
  title = group (info, 4);
  /* "Article 4.2 …" is a part of an article; "Article 3 de la …" only names one. */
  if ((copil_text_begins_small (title) && !is_titled (line, separator, title)) ||
      (*title && g_ascii_isdigit (*title)) || copil_text_match (COPIL_RULE_GOES_ON, title))
    return NULL;
  if (*title && !*separator && !line->gap && copil_text_is_ended (title))
    return NULL;
  return copil_text_block_new (COPIL_TEXT_ARTICLE, article_number (number, bis),
                               g_steal_pointer (&title), line);
}

/* What the ways of numbering tell. */
static const struct
{
  CopilTextBlockType type;
  gboolean marked; /* only where the file itself marks the line as a heading */
  gboolean listed; /* also behind a bullet */
} numberings[] = {
  [COPIL_NUMBERING_DECIMAL] = { COPIL_TEXT_DECIMAL, FALSE, FALSE },
  [COPIL_NUMBERING_DECIMAL_LISTED] = { COPIL_TEXT_DECIMAL, FALSE, TRUE },
  [COPIL_NUMBERING_NUMBER] = { COPIL_TEXT_NUMBER, FALSE, FALSE },
  [COPIL_NUMBERING_NUMBER_MARKED] = { COPIL_TEXT_NUMBER, TRUE, FALSE },
  [COPIL_NUMBERING_LETTER] = { COPIL_TEXT_LETTER, FALSE, FALSE },
  [COPIL_NUMBERING_SECTION] = { COPIL_TEXT_SECTION, FALSE, FALSE },
  [COPIL_NUMBERING_SECTION_MARKED] = { COPIL_TEXT_SECTION, TRUE, FALSE },
};

static CopilTextBlock *
recognise_numbered (const CopilTextLine *line)
{
  g_autofree char *text = copil_text_replace (COPIL_RULE_SECTION_SIGN, line->text);

  for (guint row = 0; TRUE;)
    {
      g_autoptr (GMatchInfo) info = NULL;
      int i = copil_text_search_next (COPIL_RULE_NUMBERING, &row, text, &info);
      CopilTextBlockType type = numberings[i].type;
      g_autofree char *title = NULL;

      if (!i)
        return NULL;
      if (line->bullet && !numberings[i].listed)
        continue;
      title = group (info, 2);
      if (copil_text_match (COPIL_RULE_BEGINS_WITH_MONTH, title))
        return NULL; /* "27 JUIN 2024" */
      if ((numberings[i].marked && !line->level && !line->bold && !is_capitals (title)) ||
          strlen (title) > LONGEST_HEADING + 200)
        continue;
      if (type == COPIL_TEXT_NUMBER && is_capitals (title))
        type = COPIL_TEXT_SECTION;
      return copil_text_block_new (type, group (info, 1), g_steal_pointer (&title), line);
    }
}

static CopilTextBlock *
recognise_part (const CopilTextLine *line)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *title = NULL;

  if (line->bullet)
    return NULL;
  if (copil_text_search (COPIL_RULE_ANNEX, line->text, &info))
    {
      title = group (info, 3);
      if (copil_text_begins_small (title) || strlen (title) > LONGEST_HEADING)
        return NULL;
      return copil_text_block_new (COPIL_TEXT_ANNEX, group (info, 1), g_steal_pointer (&title),
                                   line);
    }
  g_clear_pointer (&info, g_match_info_unref);
  if (copil_text_search (COPIL_RULE_LEXICON, line->text, &info))
    return copil_text_block_new (COPIL_TEXT_ANNEX, NULL, g_strdup (line->text), line);
  g_clear_pointer (&info, g_match_info_unref);
  if (copil_text_search (COPIL_RULE_PART_IN_WORDS, line->text, &info))
    {
      title = group (info, 2);
      if (!copil_text_begins_small (title))
        {
          CopilTextBlock *block = copil_text_block_new (COPIL_TEXT_SECTION, group (info, 1),
                                                        g_steal_pointer (&title), line);

          block->word = 'p';
          return block;
        }
      g_clear_pointer (&title, g_free);
    }
  g_clear_pointer (&info, g_match_info_unref);
  if (copil_text_search (COPIL_RULE_PART_NUMBERED, line->text, &info))
    {
      g_autofree char *separator = group (info, 2);

      title = group (info, 3);
      if (!copil_text_begins_small (title) || is_titled (line, separator, title))
        {
          CopilTextBlock *block = copil_text_block_new (COPIL_TEXT_SECTION, group (info, 1),
                                                        g_steal_pointer (&title), line);

          block->word = (char)g_ascii_tolower (line->text[0]);
          return block;
        }
    }
  return NULL;
}

static CopilTextBlock *
recognise_plain (const CopilTextLine *line)
{
  gsize length = strlen (line->text);

  if (line->bullet || length > 220 || length < 3 ||
      !g_unichar_isalpha (g_utf8_get_char (line->text)))
    return NULL;
  if (!line->level && !line->bold && !is_capitals (line->text) &&
      !copil_text_match (COPIL_RULE_PREAMBLE, line->text))
    return NULL;
  if (copil_text_match (COPIL_RULE_ENDS_OPEN, line->text) &&
      !copil_text_match (COPIL_RULE_ONE_SENTENCE, line->text))
    return NULL;
  if (g_str_has_suffix (line->text, ":") || g_str_has_suffix (line->text, ","))
    return NULL;
  return copil_text_block_new (COPIL_TEXT_PLAIN, NULL, g_strdup (line->text), line);
}

CopilTextBlock *
copil_text_recognise (const CopilTextLine *line)
{
  CopilTextBlock *block = line->bullet ? NULL : recognise_axis (line);

  if (!block && !line->bullet)
    block = recognise_article (line);
  if (!block)
    block = recognise_part (line);
  if (!block)
    block = recognise_numbered (line);
  return block ? block : recognise_plain (line);
}

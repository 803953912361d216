/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-block.h"

#include <string.h>

#include "copil-text-match.h"

#define SEPARATOR "(?:\\s*[-–—.:)°]+)"
#define LONGEST_HEADING 420 /* bytes; some measures are titled by a whole sentence */

static void
block_free (gpointer data)
{
  CopilTextBlock *block = data;

  g_free (block->label);
  g_free (block->text);
  g_free (block);
}

static CopilTextBlock *
block_new (CopilTextBlockType type, char *label, char *text, const CopilTextLine *line)
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

static gboolean
begins_small (const char *text)
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

/* The sentence has come to an end, whatever closes behind it. */
static gboolean
is_ended (const char *text)
{
  return copil_text_match ("[.;:!?…][\\s»\")\\]*¹²³⁴⁵⁶⁷⁸⁹]*$", text);
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

static CopilTextBlock *
recognise_article (const CopilTextLine *line)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *number = NULL, *bis = NULL, *title = NULL, *separator = NULL;
  CopilTextBlock *block;

  if (line->bullet)
    return NULL;
  if (copil_text_search ("^(?i:axe|domaine|volet|priorité|chantier|thème)\\s*(?:n\\s*°\\s*)?([0-9]{"
                         "1,2}|[IVX]{1,4})"
                         "\\b(" SEPARATOR "*)\\s*(.*)$",
                         line->text, &info))
    {
      number = group (info, 1);
      separator = group (info, 2);
      title = group (info, 3);
      if ((*title && !*separator && !line->level && !line->bold) || begins_small (title))
        return NULL;
      block =
          block_new (COPIL_TEXT_ARTICLE, g_steal_pointer (&number), g_steal_pointer (&title), line);
      block->axe = TRUE;
      return block;
    }
  g_clear_pointer (&info, g_match_info_unref);
  if (!copil_text_search (
          "^(?i:article|art\\.)\\s*(?:n\\s*°\\s*)?((?i:premier|unique|[0-9]{1,3}(?:er|ère|ème|e)?|"
          "ler|[lI]{1,3}|"
          "[IVX]{1,5}))(?![\\p{L}\\p{N}])\\s*((?i:bis|ter|quater|quinquies)\\b)?(" SEPARATOR
          "*)\\s*(.*)$",
          line->text, &info))
    return NULL;
  number = group (info, 1);
  bis = group (info, 2);
  separator = group (info, 3);
  title = group (info, 4);
  if (begins_small (title) || (*title && g_ascii_isdigit (*title)) ||
      (*title && !*separator && !is_capitals (title) && !line->level && !line->bold &&
       g_utf8_strlen (title, -1) > 90))
    return NULL;
  return block_new (COPIL_TEXT_ARTICLE, article_number (number, bis), g_steal_pointer (&title),
                    line);
}

static CopilTextBlock *
recognise_numbered (const CopilTextLine *line)
{
  g_autoptr (GMatchInfo) info = NULL;
  CopilTextBlockType type;
  char *label, *title;

  if (copil_text_search (
          "^(?:(?i:article|art\\.)\\s*)?([0-9]{1,2}(?:\\s?\\.\\s?[0-9]{1,2}){1,4})" SEPARATOR
          "*\\s+([\\p{Lu}«\"(].*)$",
          line->text, &info))
    type = COPIL_TEXT_DECIMAL;
  else
    {
      g_clear_pointer (&info, g_match_info_unref);
      if (line->bullet)
        return NULL;
      if (copil_text_search ("^([IVXL]{1,5})" SEPARATOR "+\\s*([\\p{Lu}«\"].*)$", line->text,
                             &info))
        type = COPIL_TEXT_SECTION;
      else
        {
          g_clear_pointer (&info, g_match_info_unref);
          if (copil_text_search ("^([0-9]{1,2})" SEPARATOR "+\\s*([\\p{Lu}«\"].*)$", line->text,
                                 &info))
            type = COPIL_TEXT_NUMBER;
          else
            {
              g_clear_pointer (&info, g_match_info_unref);
              if (!copil_text_search ("^([a-hA-H])\\s?[).]\\s*([\\p{Lu}«\"].*)$", line->text,
                                      &info))
                return NULL;
              type = COPIL_TEXT_LETTER;
            }
        }
    }
  label = group (info, 1);
  title = group (info, 2);
  if (type == COPIL_TEXT_NUMBER && is_capitals (title))
    type = COPIL_TEXT_SECTION;
  if (strlen (title) > LONGEST_HEADING + 200)
    {
      g_free (label);
      g_free (title);
      return NULL;
    }
  return block_new (type, label, title, line);
}

static CopilTextBlock *
recognise_part (const CopilTextLine *line)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *title = NULL;

  if (line->bullet)
    return NULL;
  if (copil_text_search ("^(?i:annexes?)(?:\\s*n\\s*°)?\\s*([0-9]{1,2}|[IVX]{1,4}|[A-H])?(?![\\p{L}"
                         "\\p{N}])(" SEPARATOR "*)\\s*(.*)$",
                         line->text, &info))
    {
      title = group (info, 3);
      if (begins_small (title) || strlen (title) > LONGEST_HEADING)
        return NULL;
      return block_new (COPIL_TEXT_ANNEX, group (info, 1), g_steal_pointer (&title), line);
    }
  g_clear_pointer (&info, g_match_info_unref);
  if (copil_text_search ("^(?i:lexique|glossaire|définitions?)[\\s*:]*$", line->text, &info))
    return block_new (COPIL_TEXT_ANNEX, NULL, g_strdup (line->text), line);
  g_clear_pointer (&info, g_match_info_unref);
  if (copil_text_search (
          "^(?i:titre|partie|chapitre|section)\\s+([0-9]{1,2}|[IVX]{1,5})\\b" SEPARATOR
          "*\\s*(.*)$",
          line->text, &info))
    {
      title = group (info, 2);
      if (!begins_small (title))
        return block_new (COPIL_TEXT_SECTION, group (info, 1), g_steal_pointer (&title), line);
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
      !copil_text_match ("^(?i:préambule)\\b.{0,60}$", line->text))
    return NULL;
  if (copil_text_match ("[:;,.]$", line->text) && !copil_text_match ("^[^.]*\\.$", line->text))
    return NULL;
  if (g_str_has_suffix (line->text, ":") || g_str_has_suffix (line->text, ","))
    return NULL;
  return block_new (COPIL_TEXT_PLAIN, NULL, g_strdup (line->text), line);
}

static CopilTextBlock *
recognise (const CopilTextLine *line)
{
  CopilTextBlock *block = recognise_article (line);

  if (!block)
    block = recognise_part (line);
  if (!block)
    block = recognise_numbered (line);
  return block ? block : recognise_plain (line);
}

static gboolean
is_noise (const char *text)
{
  return copil_text_match ("^(?:[-–—]\\s*)?(?i:page\\s*)?[0-9]{1,3}(?:\\s*(?:/"
                           "|sur)\\s*[0-9]{1,3})?(?:\\s*[-–—])?$",
                           text) ||
         copil_text_match ("(?:\\.{3,}|…{2,}|(?:\\. ){3,}|_{4,})\\s*[0-9]{1,3}$", text);
}

static void
extend (CopilTextBlock *block, const CopilTextLine *line)
{
  char *joined = g_strconcat (block->text, *block->text ? " " : "", line->text, NULL);

  g_free (block->text);
  block->text = joined;
  block->end = line->end;
}

/* Whether the text breaks its lines by itself: no line is longer than a page is wide. */
static guint
wrap_width (GPtrArray *lines)
{
  guint widest = 0, n_long = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const CopilTextLine *line = lines->pdata[i];
      guint width = (guint)g_utf8_strlen (line->text, -1);

      n_long += width > 160 ? 1 : 0;
      widest = MAX (widest, width);
    }
  return n_long > lines->len / 50 ? 0 : widest;
}

/* Whether the line goes on with the block before it. */
static gboolean
goes_on (const CopilTextBlock *block, const CopilTextLine *line, guint width, guint last_width)
{
  if (!block)
    return FALSE;
  if (line->gap)
    return begins_small (line->text) && !is_ended (block->text) && block->type <= COPIL_TEXT_ITEM &&
           strlen (block->text) > 40;
  if (begins_small (line->text))
    return TRUE;
  if (block->type > COPIL_TEXT_ITEM)
    return FALSE;
  if (!width || last_width * 10 < width * 6)
    return FALSE;
  return TRUE;
}

/* A title that runs into its text: "Durée. La présente convention…". */
static void
split_run_in (GPtrArray *blocks, CopilTextBlock *heading)
{
  g_autoptr (GMatchInfo) info = NULL;
  CopilTextBlock *body;
  int from;

  if (heading->type < COPIL_TEXT_LETTER || strlen (heading->text) < 120 ||
      !copil_text_search ("^[^.:]{3,90}(?:\\.|\\s:)\\s+(?=\\p{Lu}\\p{Ll}*\\s)", heading->text,
                          &info))
    return;
  g_match_info_fetch_pos (info, 0, NULL, &from);
  if (!is_ended (heading->text))
    return;
  body = g_new0 (CopilTextBlock, 1);
  body->type = COPIL_TEXT_PARAGRAPH;
  body->text = g_strdup (heading->text + from);
  body->start = heading->start;
  body->end = heading->end;
  heading->text[from] = '\0';
  g_strchomp (heading->text);
  g_ptr_array_add (blocks, body);
}

/* An article without a title takes the next line where that looks like one. */
static void
take_title (GPtrArray *blocks)
{
  for (guint i = 0; i + 1 < blocks->len; i++)
    {
      CopilTextBlock *block = blocks->pdata[i], *next = blocks->pdata[i + 1];

      if ((block->type != COPIL_TEXT_ARTICLE && block->type != COPIL_TEXT_ANNEX) || *block->text)
        continue;
      if (next->type == COPIL_TEXT_PLAIN ||
          (next->type == COPIL_TEXT_PARAGRAPH && strlen (next->text) < 200 &&
           !is_ended (next->text) && !begins_small (next->text)))
        {
          g_free (block->text);
          block->text = g_steal_pointer (&next->text);
          block->end = next->end;
          g_ptr_array_remove_index (blocks, i + 1);
        }
    }
}

/* Headings that stand one after the other without a text between and come again later, with one: a
 * table of contents. */
static void
drop_contents (GPtrArray *blocks)
{
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      CopilTextBlock *block = blocks->pdata[i];

      if (block->type >= COPIL_TEXT_DECIMAL && block->label)
        g_hash_table_insert (
            last, g_strdup_printf ("%d %s %.40s", block->type, block->label, block->text),
            GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i + 1 < blocks->len; i++)
    {
      CopilTextBlock *block = blocks->pdata[i], *next = blocks->pdata[i + 1];
      g_autofree char *key = NULL;

      if (block->type < COPIL_TEXT_DECIMAL || !block->label || next->type < COPIL_TEXT_NUMBER)
        continue;
      key = g_strdup_printf ("%d %s %.40s", block->type, block->label, block->text);
      if (GPOINTER_TO_UINT (g_hash_table_lookup (last, key)) > i + 1)
        block->type = COPIL_TEXT_PARAGRAPH;
    }
}

GPtrArray *
copil_text_list_blocks (CopilText *text)
{
  GPtrArray *lines = copil_text_get_lines (text);
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);
  CopilTextBlock *open = NULL;
  guint width = wrap_width (lines), last_width = 0;
  gboolean note = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const CopilTextLine *line = lines->pdata[i];
      CopilTextBlock *heading;

      if (is_noise (line->text))
        continue;
      if (note && !line->gap)
        continue;
      note = copil_text_match ("^[¹²³⁴⁵⁶⁷⁸⁹⁰]", line->text);
      if (note)
        continue;
      heading = recognise (line);
      /* A line that only looks like a heading: it goes on a sentence that a page's end has cut. */
      if (heading && heading->type == COPIL_TEXT_PLAIN && !line->gap && open && width &&
          open->type <= COPIL_TEXT_ITEM && !line->level && !line->bold)
        g_clear_pointer (&heading, block_free);
      if (heading)
        {
          g_ptr_array_add (blocks, heading);
          open = heading;
          if (line->gap || !width)
            split_run_in (blocks, heading);
        }
      else if (line->bullet)
        {
          open = block_new (COPIL_TEXT_ITEM, NULL, g_strdup (line->text), line);
          g_ptr_array_add (blocks, open);
        }
      else if (copil_text_match ("^(?:[0-9]{1,2}|[a-z])\\s?[.)°-]\\s+\\p{Ll}", line->text))
        {
          g_autofree char *item =
              copil_text_replace ("^(?:[0-9]{1,2}|[a-z])\\s?[.)°-]\\s+", line->text, "");

          open = block_new (COPIL_TEXT_ITEM, NULL, g_steal_pointer (&item), line);
          g_ptr_array_add (blocks, open);
        }
      else if (goes_on (open, line, width, last_width))
        extend (open, line);
      else
        {
          open = block_new (COPIL_TEXT_PARAGRAPH, NULL, g_strdup (line->text), line);
          g_ptr_array_add (blocks, open);
        }
      last_width = (guint)g_utf8_strlen (line->text, -1);
    }
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
      return TRUE;
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text.h"

#include <string.h>

#include "copil-text-match.h"
#include "copil-text-rules.h"
#include "copil-text-table.h"

/* Bytes of a line that somebody may have meant as one; what is longer is cut, so that no work on a
 * line, a paragraph or a sentence grows with the text. */
#define LONGEST_LINE 16384

struct _CopilText
{
  GString *source;
  GPtrArray *lines;
};

static void
line_free (gpointer data)
{
  CopilTextLine *line = data;

  g_free (line->text);
  g_free (line);
}

/* Letters as they are meant: without invisible signs, signs that a word processor keeps for itself
 * (0x1E, 0x1F: its hyphens) and joined letters. */
static char *
without_odd_signs (const char *text)
{
  static const char *const joined[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };
  g_autofree char *composed = copil_text_compose (text);
  GString *clean = g_string_sized_new (strlen (text));

  for (const char *at = composed; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c >= 0x20 && c < 0x7f)
        g_string_append_c (clean, (char)c);
      else if (c >= 0xfb00 && c <= 0xfb06)
        g_string_append (clean, joined[c - 0xfb00]);
      else if (c == 0x1e || c == 0x2010 || c == 0x2011)
        g_string_append_c (clean, '-');
      else if (c == 0xad && !at[2])
        g_string_append_c (clean, '-'); /* where a line ends, it is seen */
      else if (c == '\t' || g_unichar_isspace (c))
        g_string_append_unichar (clean, c);
      else if (c >= 0x20 && !(c >= 0x7f && c <= 0x9f) && c != 0xad && c != 0xfeff && c != 0xfffd &&
               !(c >= 0x200b && c <= 0x200f) && !(c >= 0x2060 && c <= 0x206f))
        g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

/* Tags, superscripts, emphasis and escapes of Markdown out of a line. */
static char *
without_markup (const char *text)
{
  g_autofree char *clean = without_odd_signs (text);

  return g_strstrip (copil_text_replace (COPIL_RULE_MARKUP, clean));
}

static gboolean
is_bold (const char *text)
{
  gsize length = strlen (text);

  return length > 4 && g_str_has_prefix (text, "**") && g_str_has_suffix (text, "**") &&
         !strstr (text + 2, "** ");
}

/* Whether a sign stands before the items of lists: dashes, dots, arrows, ticks and boxes, the
 * signs of symbol fonts, and the letters that such fonts turn into elsewhere. */
static gboolean
is_bullet (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  if (c < 0x2000)
    return (c && c < 0x80 && strchr ("-*+.>~ovq", (int)c)) || c == 0xb7 || c == 0xa7 || c == 0xd8 ||
           c == 0xfc;
  return type == G_UNICODE_DASH_PUNCTUATION || type == G_UNICODE_MATH_SYMBOL ||
         type == G_UNICODE_OTHER_SYMBOL || type == G_UNICODE_PRIVATE_USE ||
         (type == G_UNICODE_OTHER_PUNCTUATION && c != 0x2026 && c != 0x2030) || c == 0x203a;
}

/* The length in bytes of a bullet and its space; 0 where the text begins with none. */
static gsize
bullet_length (const char *text)
{
  gsize skip = 0;

  for (int i = 0; i < 3; i++)
    {
      const char *at = text + skip;
      gunichar c = g_utf8_get_char (at);
      const char *rest = *at ? g_utf8_next_char (at) : at, *space = rest;

      if (!is_bullet (c))
        break;
      while (*space && (*space == '\t' || g_unichar_isspace (g_utf8_get_char (space))))
        space = g_utf8_next_char (space);
      if (!*space || (space == rest && !((c >= 0x2000 || c == '-' || c == 0xb7) &&
                                         g_unichar_isalpha (g_utf8_get_char (rest)))))
        break;
      /* A letter is a bullet only before a word, a section sign only before no number. */
      if ((g_unichar_isalpha (c) || c == 0xa7 || (skip && c < 0x2000)) &&
          !g_unichar_isalpha (g_utf8_get_char (space)))
        break;
      if (skip && g_unichar_isalpha (c))
        break;
      skip = (gsize)(space - text);
    }
  return skip;
}

/* Without the quotation mark that an amendment puts before each paragraph of what it quotes, where
 * it would hide a number or a bullet: "« 6.1. Jurys", "« - met à jour le site ;". Takes "raw". */
static char *
without_open_quote (char *raw)
{
  int n_open = 0;
  char *bare;

  for (const char *at = raw; *at; at = g_utf8_next_char (at))
    n_open += g_str_has_prefix (at, "«") ? 1 : g_str_has_prefix (at, "»") ? -1 : 0;
  /* No quotation begins with a bullet, even one that is closed. */
  if (n_open <= 0 && !copil_text_match (COPIL_RULE_QUOTED_BULLET, raw))
    return raw;
  bare = copil_text_replace (COPIL_RULE_OPENING_QUOTE, raw);
  g_free (raw);
  return bare;
}

static void
add_plain_line (CopilText *text, const char *raw, gsize start, gsize end, gboolean gap)
{
  CopilTextLine *line = g_new0 (CopilTextLine, 1);
  g_autofree char *copy = without_open_quote (g_strchug (g_strdup (raw)));
  const char *at = copy;
  guint indent = (guint)(strspn (raw, " ") + 4 * strspn (raw, "\t"));
  gsize skip;

  while (line->level < 6 && at[line->level] == '#')
    line->level++;
  if (line->level && (at[line->level] == ' ' || at[line->level] == '\t'))
    at += line->level;
  else
    line->level = 0;
  while (*at == ' ')
    at++;
  line->bold = is_bold (at);
  skip = bullet_length (at);
  if (skip)
    {
      line->bullet = 1 + MIN (indent / 2, 5);
      at += skip;
      line->bold = is_bold (at);
    }
  line->text = without_markup (at);
  line->start = start;
  line->end = end;
  line->gap = gap;
  if (*line->text)
    g_ptr_array_add (text->lines, line);
  else
    line_free (line);
}

CopilText *
copil_text_new (void)
{
  CopilText *text = g_new0 (CopilText, 1);

  text->source = g_string_new (NULL);
  text->lines = g_ptr_array_new_with_free_func (line_free);
  return text;
}

/* The bytes up to the end of the line, or up to a space where it is too long. */
static gsize
line_length (const char *text)
{
  gsize length = 0, space = 0;

  for (; length < LONGEST_LINE && text[length] && !strchr ("\r\n\f\v", text[length]); length++)
    if (text[length] == ' ')
      space = length;
  if (length < LONGEST_LINE)
    return length;
  return space ? space : (gsize)(g_utf8_find_prev_char (text, text + length) - text);
}

/* A row of a table in Markdown, or NULL where the line is none; an empty array for the line under
 * the head. Free with g_strfreev(). */
static char **
split_row (const char *raw)
{
  g_autofree char *row = g_strstrip (g_strdup (raw));
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) cells = NULL;
  gsize length = strlen (row);

  if (length < 3 || row[0] != '|' || !strchr (row + 1, '|'))
    return NULL;
  if (strspn (row, "|:- \t") == length)
    return g_new0 (char *, 1);
  if (row[length - 1] == '|')
    row[length - 1] = '\0';
  builder = g_strv_builder_new ();
  cells = g_strsplit (row + 1, "|", -1);
  for (int i = 0; cells[i]; i++)
    g_strv_builder_add (builder, g_strstrip (cells[i]));
  return g_strv_builder_end (builder);
}

/* The lines of one cell, each a paragraph, or an item where "item" says so. */
static void
add_cell (CopilText *text, const char *cell, gboolean item, gsize start, gsize end)
{
  g_auto (GStrv) lines = copil_text_split (COPIL_RULE_BREAK, cell);

  for (int i = 0; lines[i]; i++)
    {
      guint n = text->lines->len;

      add_plain_line (text, lines[i], start, end, TRUE);
      if (item && text->lines->len > n)
        {
          CopilTextLine *line = text->lines->pdata[n];

          line->bullet = MAX (line->bullet, 1);
        }
    }
}

/* A table in Markdown from "at" on, "plain" being where the text begins. Returns where it ends;
 * "at" itself where there is none. */
static const char *
read_table (CopilText *text, const char *plain, const char *at)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  gsize start = (gsize)(at - plain);
  const char *next = at;

  while (*next)
    {
      gsize length = strcspn (next, "\r\n\f\v");
      g_autofree char *raw = g_strndup (next, length);
      char **row = split_row (raw);

      if (!row)
        break;
      if (!*row && !rows->len)
        {
          /* A line that nothing stands above begins no table. */
          g_free (row);
          break;
        }
      if (*row)
        g_ptr_array_add (rows, row);
      else
        g_free (row);
      next += length;
      next += strspn (next, "\r\n") ? (*next == '\r' && next[1] == '\n' ? 2 : 1) : 0;
    }
  if (rows->len < 2)
    return at;
  if (copil_text_table_is_by_column (rows))
    for (guint c = 0; ((char **)rows->pdata[0])[c]; c++)
      for (guint r = 0; r < rows->len; r++)
        {
          const char *cell = ((char **)rows->pdata[r])[c];
          g_autofree char *head =
              g_strconcat (cell, r || g_str_has_suffix (cell, ":") ? NULL : " :", NULL);

          add_cell (text, head, r > 0, start, (gsize)(next - plain));
        }
  else
    for (guint r = 0; r < rows->len; r++)
      for (char **cell = rows->pdata[r]; *cell; cell++)
        add_cell (text, *cell, FALSE, start, (gsize)(next - plain));
  return next;
}

CopilText *
copil_text_new_from_plain (const char *plain)
{
  CopilText *text = copil_text_new ();
  const char *at = plain;
  gboolean gap = TRUE;

  g_string_append (text->source, plain);
  while (*at)
    {
      gsize length = line_length (at);
      g_autofree char *raw = g_strndup (at, length);
      gboolean empty = !*g_strstrip (raw);
      const char *next = *raw == '|' ? read_table (text, plain, at) : at;

      if (next > at)
        {
          gap = TRUE;
          at = next;
          continue;
        }
      next = at + length;

      if (empty)
        gap = TRUE;
      else
        {
          g_autofree char *whole = g_strndup (at, length);

          add_plain_line (text, whole, (gsize)(at - plain), (gsize)(at - plain) + length, gap);
          gap = FALSE;
        }
      if (*next == '\f')
        gap = TRUE;
      if (*next == '\r' && next[1] == '\n')
        next++;
      at = *next && strchr (" \r\n\f\v", *next) ? next + 1 : next;
    }
  return text;
}

void
copil_text_free (CopilText *text)
{
  if (!text)
    return;
  g_string_free (text->source, TRUE);
  g_ptr_array_unref (text->lines);
  g_free (text);
}

static void
append_line (CopilText *text, const char *clean, guint level, guint bullet, gboolean bold)
{
  CopilTextLine *line = g_new0 (CopilTextLine, 1);
  gsize skip = bullet_length (clean);

  line->start = text->source->len;
  if (bullet)
    g_string_append_printf (text->source, "%*s• ", (int)(2 * (bullet - 1)), "");
  g_string_append (text->source, clean);
  line->end = text->source->len;
  g_string_append (text->source, "\n\n");
  line->level = MIN (level, 6);
  line->bullet = bullet ? bullet : skip ? 1 : 0;
  line->bold = bold;
  line->gap = TRUE;
  line->text = g_strdup (clean + skip);
  g_ptr_array_add (text->lines, line);
}

void
copil_text_append (CopilText *text, const char *paragraph, guint level, guint bullet, gboolean bold)
{
  g_autofree char *known = without_odd_signs (paragraph);
  g_autofree char *clean = copil_text_replace (COPIL_RULE_SPACES, known);

  g_strstrip (clean);
  for (const char *at = clean; *at;)
    {
      gsize length = line_length (at);
      g_autofree char *piece = g_strndup (at, length);

      append_line (text, piece, level, at == clean ? bullet : 0, bold);
      at += length + (at[length] == ' ' ? 1 : 0);
    }
}

const char *
copil_text_get_source (CopilText *text)
{
  return text->source->str;
}

GPtrArray *
copil_text_get_lines (CopilText *text)
{
  return text->lines;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-page.h"

#include <string.h>

#include "copil-text-heading.h"
#include "copil-text-rules.h"

#define SHORTEST_PAGE 12 /* lines between two headers */

/* A page's number. */
static gboolean
is_number (const char *text)
{
  return copil_text_match (COPIL_RULE_PAGE_NUMBER, text);
}

/* A line of a table of contents, with dots that lead to a page. */
static gboolean
is_contents (const char *text)
{
  return copil_text_match (COPIL_RULE_CONTENTS_LINE, text);
}

static char *
without_digits (const char *text)
{
  return copil_text_replace (COPIL_RULE_DIGITS, text);
}

/* How often a line comes again, a page's length apart at least, the numbers in it aside. Keys
 * are lines without their numbers; those that come closer together are no headers. */
static GHashTable *
count_repeated (GPtrArray *lines)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const CopilTextLine *line = lines->pdata[i];
      g_autofree char *key = NULL;
      guint before;
      int n;

      if (line->bullet || strlen (line->text) > 120 ||
          copil_text_match (COPIL_RULE_COLON_OR_SEMICOLON, line->text))
        continue;
      key = without_digits (line->text);
      before = GPOINTER_TO_UINT (g_hash_table_lookup (last, key));
      n = GPOINTER_TO_INT (g_hash_table_lookup (counts, key));
      g_hash_table_insert (
          counts, g_strdup (key),
          GINT_TO_POINTER (n < 0 || (before && i + 1 - before < SHORTEST_PAGE) ? -1 : n + 1));
      g_hash_table_insert (last, g_steal_pointer (&key), GUINT_TO_POINTER (i + 1));
    }
  return counts;
}

static gboolean
is_repeated (GHashTable *counts, const CopilTextLine *line)
{
  g_autoptr (CopilTextBlock) heading = NULL;
  g_autofree char *key = line->bullet ? NULL : without_digits (line->text);
  int n = key ? GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) : 0;

  if (n < 3 && !(n == 2 && copil_text_match (COPIL_RULE_PAGE_OF_KEY, key)))
    return FALSE;
  heading = copil_text_recognise (line);
  return !heading || heading->type == COPIL_TEXT_PLAIN;
}

static gboolean
is_heading (const CopilTextLine *line)
{
  g_autoptr (CopilTextBlock) heading = copil_text_recognise (line);

  return heading != NULL;
}

/* The first line of a page that only the page has: it stands in the middle of a sentence, or has
 * two parts far from each other. */
static gboolean
is_header (CopilText *text, GPtrArray *lines, guint i, const CopilTextRow *before)
{
  const CopilTextLine *line = lines->pdata[i];
  const CopilTextLine *next = i + 1 < lines->len ? lines->pdata[i + 1] : NULL;
  g_autofree char *raw = NULL;

  if (!before || !next || line->bullet || strlen (line->text) > 120 ||
      copil_text_begins_small (line->text))
    return FALSE;
  if (!copil_text_is_ended (before->line->text) && copil_text_begins_small (next->text) &&
      !next->bullet && !line->gap == !next->gap)
    return TRUE;
  if (next->bullet && before->line->bullet && !next->gap)
    return TRUE; /* inside a list */
  raw = g_strndup (copil_text_get_source (text) + line->start, line->end - line->start);
  return copil_text_match (COPIL_RULE_COLUMNS, raw);
}

GPtrArray *
copil_text_list_rows (CopilText *text)
{
  GPtrArray *lines = copil_text_get_lines (text);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) counts = count_repeated (lines);
  gboolean page = FALSE, note = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const CopilTextLine *line = lines->pdata[i];
      CopilTextRow *row;

      if (is_number (line->text) || is_repeated (counts, line))
        {
          page = TRUE;
          continue;
        }
      if (is_contents (line->text) ||
          (page && is_header (text, lines, i, rows->len ? rows->pdata[rows->len - 1] : NULL)))
        continue;
      if (note && !line->gap && !line->bullet && !is_heading (line))
        {
          note = !copil_text_is_ended (line->text);
          continue;
        }
      note = copil_text_match (COPIL_RULE_NOTE, line->text);
      if (note)
        {
          note = !copil_text_is_ended (line->text);
          continue;
        }
      row = g_new (CopilTextRow, 1);
      row->line = line;
      row->gap = line->gap;
      /* Where a page ended inside a sentence, it goes on. */
      if (page && rows->len &&
          !copil_text_is_ended (((CopilTextRow *)rows->pdata[rows->len - 1])->line->text))
        row->gap = FALSE;
      page = FALSE;
      g_ptr_array_add (rows, row);
    }
  return rows;
}

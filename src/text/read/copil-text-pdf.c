/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text layer of a PDF: its lines made paragraphs again by where they stand on the page, without
 * what every page repeats. */
#include <glib/gi18n-lib.h>
#include <poppler.h>
#include <string.h>

#include "copil-text-join.h"
#include "copil-text-rules.h"
#include "copil-text-package.h"

#define MOST_PAGES 2000

typedef struct
{
  char *text;
  double left, right, top, bottom; /* points, from the upper left corner */
  double size;                     /* of its letters */
  gboolean bold;                   /* all of it */
  gboolean edge;                   /* at the upper or lower edge of its page */
  int page;
} Line;

typedef struct
{
  CopilText *text;
  GPtrArray *lines;
  GHashTable *seen;    /* lines without their digits → how many pages have them */
  GHashTable *hyphens; /* of copil_text_note_hyphens() */
  double body;         /* size of most letters */
  GString *paragraph;
  guint from; /* its first line */
  double stops[6];
  guint depth; /* of the list that is being read */
} Reading;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->text);
  g_free (line);
}

/* Letters that a font lost or joined. Where "Article" has lost its "ti", other words have too. */
static char *
repair (const char *text, gboolean lossy)
{
  /* What is longer is no line, and would take long. */
  g_autofree char *plain =
      strlen (text) < 4096 ? g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE) : NULL;
  g_autofree char *article = copil_text_replace (COPIL_RULE_LOST_ARTICLE, plain ? plain : text);
  g_autofree char *ending = NULL;

  if (!lossy)
    return g_steal_pointer (&article);
  ending = copil_text_replace (COPIL_RULE_LOST_TION, article);
  return copil_text_replace (COPIL_RULE_LOST_TIVE, ending);
}

/* Whether the letters from "from" to "to" are all bold, and how large most of them are. */
static void
read_letters (GList *attributes, int from, int to, gboolean *bold, double *size)
{
  int n_bold = 0, n_all = 0, best = 0;

  for (GList *item = attributes; item; item = item->next)
    {
      const PopplerTextAttributes *part = item->data;
      int first = MAX (part->start_index, from), last = MIN (part->end_index, to - 1);
      int n = last - first + 1;

      if (n <= 0)
        continue;
      n_all += n;
      if (part->font_name && copil_text_match (COPIL_RULE_BOLD_FONT, part->font_name))
        n_bold += n;
      if (n > best)
        {
          best = n;
          *size = part->font_size;
        }
    }
  *bold = n_all > 0 && n_bold >= n_all - 1;
}

static void
read_page (Reading *reading, PopplerPage *page, int number)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  GList *attributes;
  double width, height;
  guint n = 0, at = 0;

  if (!text || !poppler_page_get_text_layout (page, &places, &n))
    return;
  attributes = poppler_page_get_text_attributes (page);
  poppler_page_get_size (page, &width, &height);
  for (const char *from = text; *from;)
    {
      gsize length = strcspn (from, "\n");
      g_autofree char *raw = g_strndup (from, length);
      guint characters = (guint)g_utf8_strlen (raw, -1);
      gsize indent = strspn (raw, " ");

      if (*g_strstrip (raw))
        {
          Line *line = g_new0 (Line, 1);
          guint first = (guint)MIN (at + indent, n - 1), last = MIN (at + characters, n) - 1;

          line->text = g_steal_pointer (&raw);
          line->page = number;
          line->left = places[first].x1;
          line->top = places[first].y1;
          line->bottom = places[first].y2;
          line->right = line->left;
          for (guint i = first; i <= last && i < n; i++)
            line->right = MAX (line->right, places[i].x2);
          line->edge = line->bottom < height * 0.11 || line->top > height * 0.89;
          line->size = line->bottom - line->top;
          read_letters (attributes, (int)first, (int)last + 1, &line->bold, &line->size);
          g_ptr_array_add (reading->lines, line);
        }
      at += characters + 1;
      from += length + (from[length] ? 1 : 0);
    }
  poppler_page_free_text_attributes (attributes);
}

/* At the edge of a page: a line that other pages have too, its numbers aside, or a number. */
static gboolean
is_repeated (Reading *reading, const Line *line, int n_pages)
{
  g_autofree char *key = copil_text_replace (COPIL_RULE_DIGITS, line->text);
  int n = GPOINTER_TO_INT (g_hash_table_lookup (reading->seen, key));

  if (!line->edge || strlen (line->text) > 120)
    return FALSE;
  return (n >= 2 && n * 3 >= n_pages) || copil_text_match (COPIL_RULE_EDGE_NUMBER, key);
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const double *one = a, *two = b;

  return *one < *two ? -1 : *one > *two;
}

/* The size that half of all letters do not exceed. */
static double
body_size (GPtrArray *lines)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = lines->pdata[i];

      for (gsize k = 0; k < strlen (line->text) / 20 + 1; k++)
        g_array_append_val (sizes, line->size);
    }
  if (!sizes->len)
    return 0;
  g_array_sort (sizes, compare_sizes);
  return g_array_index (sizes, double, sizes->len / 2);
}

static gboolean
begins_item (const char *text)
{
  return copil_text_match (COPIL_RULE_BEGINS_A_PARAGRAPH, text);
}

static gboolean
is_sign (const char *text)
{
  return copil_text_match (COPIL_RULE_BULLET_ALONE, text);
}

/* Whether the line "at" goes on with the one before it: no room was left there for its first word.
 */
static gboolean
goes_on (Reading *reading, const Line *before, const Line *line)
{
  double height = MAX (before->bottom - before->top, 1), edge = before->right, word;
  const char *space = strchr (line->text, ' ');
  gboolean small = g_unichar_islower (g_utf8_get_char (line->text));

  if (before->bold != line->bold || ABS (before->size - line->size) > 0.8 ||
      begins_item (line->text) || copil_text_is_dated (line->text))
    return FALSE;
  for (guint i = reading->from; i < reading->lines->len; i++)
    {
      const Line *other = reading->lines->pdata[i];

      if (other->page > line->page)
        break;
      /* Its column: lines that begin where this one does, or beside it. */
      if (ABS (other->left - before->left) < 60 || ABS (other->left - line->left) < 60)
        edge = MAX (edge, other->right);
      if (i > reading->from + 60)
        break;
    }
  /* A title on two lines: they look alike, and nothing ends the first. */
  if (before->page == line->page && line->top - before->bottom < height * 0.6 &&
      line->top > before->top && (line->bold || line->size > reading->body * 1.12) &&
      copil_text_match (COPIL_RULE_HEADING_SO_FAR, reading->paragraph->str) &&
      !copil_text_match (COPIL_RULE_ENDS_ITS_LINE, before->text) &&
      !copil_text_match (COPIL_RULE_OPENS_A_HEADING, line->text))
    return TRUE;
  word = (line->right - line->left) *
         (double)(space ? g_utf8_strlen (line->text, space - line->text)
                        : g_utf8_strlen (line->text, -1)) /
         (double)MAX (g_utf8_strlen (line->text, -1), 1);
  if (before->page == line->page)
    {
      double gap = line->top - before->bottom;

      if (gap > height * 0.75 || line->top < before->top - height)
        return small && line->top < before->top &&
               !copil_text_match (COPIL_RULE_ENDS_ITS_LINE, before->text);
      return before->right + word + before->size * 0.2 > edge ||
             (small && before->right > edge - 0.25 * (edge - before->left));
    }
  return small && !copil_text_match (COPIL_RULE_ENDS_ITS_LINE, before->text);
}

static void
end_paragraph (Reading *reading)
{
  const Line *first =
      reading->from < reading->lines->len ? reading->lines->pdata[reading->from] : NULL;
  gboolean item = copil_text_match (COPIL_RULE_BULLET, reading->paragraph->str);
  guint level = 0;

  if (!reading->paragraph->len || !first)
    return;
  if (item)
    {
      while (reading->depth && first->left < reading->stops[reading->depth - 1] - 6)
        reading->depth--;
      if (reading->depth < G_N_ELEMENTS (reading->stops) &&
          (!reading->depth || first->left > reading->stops[reading->depth - 1] + 6))
        reading->stops[reading->depth++] = first->left;
    }
  else
    reading->depth = 0;
  if (!item && reading->body > 0 && first->size >= reading->body * 1.12 &&
      reading->paragraph->len < 240)
    level = first->size >= reading->body * 1.6 ? 1 : first->size >= reading->body * 1.3 ? 2 : 3;
  if (item && reading->depth > 1)
    {
      /* Its sign goes: what is said of its depth counts. */
      const char *rest = g_utf8_next_char (reading->paragraph->str);

      while (*rest == ' ')
        rest++;
      copil_text_append (reading->text, rest, 0, reading->depth, FALSE);
    }
  else
    copil_text_append (reading->text, reading->paragraph->str, level, 0, first->bold);
  g_string_truncate (reading->paragraph, 0);
}

static void
read_lines (Reading *reading, int n_pages, gboolean lossy)
{
  const Line *before = NULL;

  for (guint i = 0; i < reading->lines->len; i++)
    {
      const Line *line = reading->lines->pdata[i];
      g_autofree char *text = NULL;

      if (is_repeated (reading, line, n_pages))
        continue;
      text = repair (line->text, lossy);
      if (before && reading->paragraph->len &&
          (goes_on (reading, before, line) ||
           (is_sign (reading->paragraph->str) && before->page == line->page)))
        {
          g_autofree char *joined =
              copil_text_join (reading->hyphens, reading->paragraph->str, text);

          g_string_assign (reading->paragraph, joined);
        }
      else
        {
          end_paragraph (reading);
          g_string_assign (reading->paragraph, text);
          reading->from = i;
        }
      before = line;
    }
  end_paragraph (reading);
}

CopilText *
copil_text_read_pdf (GBytes *bytes, GError **error)
{
  g_autoptr (GError) why = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &why);
  g_autoptr (GObject) keep = (GObject *)document;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) hyphens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) paragraph = g_string_new (NULL);
  Reading reading = { .lines = lines, .seen = seen, .hyphens = hyphens, .paragraph = paragraph };
  gboolean lossy = FALSE;
  gsize n_letters = 0;
  int n_pages;

  if (!document)
    {
      g_set_error_literal (error, COPIL_TEXT_ERROR, COPIL_TEXT_ERROR_FORM,
                           g_error_matches (why, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
                               ? _ ("The PDF is protected by a password")
                               : _ ("The PDF is broken"));
      return NULL;
    }
  n_pages = MIN (poppler_document_get_n_pages (document), MOST_PAGES);
  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autoptr (GObject) keep_page = (GObject *)page;

      if (page)
        read_page (&reading, page, i);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = lines->pdata[i];
      g_autofree char *key = copil_text_replace (COPIL_RULE_DIGITS, line->text);
      int n = GPOINTER_TO_INT (g_hash_table_lookup (seen, key));

      if (line->edge)
        g_hash_table_insert (seen, g_steal_pointer (&key), GINT_TO_POINTER (n + 1));
      copil_text_note_hyphens (hyphens, line->text);
      lossy = lossy || copil_text_match (COPIL_RULE_LOST_LIGATURES, line->text);
      n_letters += strlen (line->text);
    }
  if (n_letters < 20)
    {
      g_set_error_literal (error, COPIL_TEXT_ERROR, COPIL_TEXT_ERROR_EMPTY,
                           _ ("There is no text in this PDF: its pages are pictures. Have them "
                              "read by a text recognition first"));
      return NULL;
    }
  reading.text = copil_text_new ();
  reading.body = body_size (lines);
  read_lines (&reading, n_pages, lossy);
  return reading.text;
}

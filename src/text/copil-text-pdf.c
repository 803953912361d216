/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text layer of a PDF: lines with the gaps between them, without what every page repeats. */
#include <glib/gi18n-lib.h>
#include <poppler.h>
#include <string.h>

#include "copil-text-match.h"
#include "copil-text-package.h"

#define MOST_PAGES 2000

typedef struct
{
  char *text;
  double top, bottom;
  int page;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->text);
  g_free (line);
}

/* Letters that a font lost or joined. */
static char *
repair (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *article =
      copil_text_replace ("\\b([Aa])r cle\\b", plain ? plain : text, "\\1rticle");

  return copil_text_replace ("\\bA R T I C L E\\b", article, "ARTICLE");
}

static void
read_page (GPtrArray *lines, PopplerPage *page, int number)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  guint n = 0, at = 0;

  if (!text || !poppler_page_get_text_layout (page, &places, &n))
    return;
  for (const char *from = text; *from;)
    {
      gsize length = strcspn (from, "\n");
      g_autofree char *raw = g_strndup (from, length), *stripped = g_strstrip (g_strdup (raw));
      guint characters = (guint)g_utf8_strlen (raw, -1);

      if (*stripped)
        {
          Line *line = g_new0 (Line, 1);

          line->text = repair (stripped);
          line->page = number;
          line->top = at < n ? places[at].y1 : 0;
          line->bottom = at < n ? places[at].y2 : 0;
          g_ptr_array_add (lines, line);
        }
      at += characters + 1;
      from += length + (from[length] ? 1 : 0);
    }
}

/* A line that stands on most pages, its numbers aside. */
static gboolean
is_repeated (GHashTable *seen, const char *text, int n_pages)
{
  g_autofree char *key = copil_text_replace ("[0-9]+", text, "#");

  return n_pages >= 3 && strlen (text) < 120 &&
         GPOINTER_TO_INT (g_hash_table_lookup (seen, key)) * 2 > n_pages;
}

CopilText *
copil_text_read_pdf (GBytes *bytes, GError **error)
{
  g_autoptr (GError) why = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &why);
  g_autoptr (GObject) keep = (GObject *)document;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) plain = g_string_new (NULL);
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
        read_page (lines, page, i);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = lines->pdata[i];
      g_autofree char *key = copil_text_replace ("[0-9]+", line->text, "#");
      int n = GPOINTER_TO_INT (g_hash_table_lookup (seen, key));

      g_hash_table_insert (seen, g_steal_pointer (&key), GINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = lines->pdata[i], *before = i ? lines->pdata[i - 1] : NULL;
      double height = line->bottom - line->top;

      if (is_repeated (seen, line->text, n_pages))
        continue;
      if (before && before->page == line->page && height > 0 &&
          line->top - before->bottom > height * 0.55)
        g_string_append_c (plain, '\n');
      /* A word that the end of a line divides; "école-" before "entreprise" keeps its hyphen. */
      if (plain->len > 2 && plain->str[plain->len - 1] == '\n' &&
          plain->str[plain->len - 2] == '-' && g_unichar_islower (g_utf8_get_char (line->text)) &&
          g_ascii_isalpha (plain->str[plain->len - 3]))
        g_string_truncate (
            plain,
            plain->len -
                (strlen (line->text) > 1 && copil_text_match ("^entreprise", line->text) ? 1 : 2));
      g_string_append (plain, line->text);
      g_string_append_c (plain, '\n');
    }
  if (plain->len < 20)
    {
      g_set_error_literal (error, COPIL_TEXT_ERROR, COPIL_TEXT_ERROR_EMPTY,
                           _ ("There is no text in this PDF: its pages are pictures. Have them "
                              "read by a text recognition first"));
      return NULL;
    }
  return copil_text_new_from_plain (plain->str);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to the pages of a PDF once poppler has read them: this harness stands in for
 * poppler. An input is text; form feeds part its pages, and the first letter of a line says how far
 * below the one before it stands, in which column, and how high its letters are. */
#include <poppler.h>

#include "copil-text-package.h"
#include "fuzz.h"

static char **pages;

PopplerDocument *
poppler_document_new_from_bytes (GBytes *bytes, const char *password, GError **error)
{
  return g_object_new (G_TYPE_OBJECT, NULL);
}

int
poppler_document_get_n_pages (PopplerDocument *document)
{
  return (int)g_strv_length (pages);
}

PopplerPage *
poppler_document_get_page (PopplerDocument *document, int index)
{
  GObject *page = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_set_data (page, "text", pages[index]);
  return (PopplerPage *)page;
}

void
poppler_page_get_size (PopplerPage *page, double *width, double *height)
{
  *width = 595;
  *height = 842;
}

/* The page's lines without the letters that place them. */
char *
poppler_page_get_text (PopplerPage *page)
{
  GString *text = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (g_object_get_data (G_OBJECT (page), "text"), "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      if (i)
        g_string_append_c (text, '\n');
      if (*lines[i])
        g_string_append (text, g_utf8_next_char (lines[i]));
    }
  return g_string_free (text, FALSE);
}

gboolean
poppler_page_get_text_layout (PopplerPage *page, PopplerRectangle **places, guint *n)
{
  g_auto (GStrv) lines = g_strsplit (g_object_get_data (G_OBJECT (page), "text"), "\n", -1);
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (PopplerRectangle));
  double top = 40;

  for (guint i = 0; lines[i]; i++)
    {
      gunichar place = g_utf8_get_char (lines[i]);
      long width = place ? g_utf8_strlen (g_utf8_next_char (lines[i]), -1) : 0;
      double height = 8 + (place >> 5 & 3) * 4, x = 40 + (place >> 3 & 3) * 130;

      top += (place & 7) * 6;
      /* A line's end has a place too. */
      for (long at = 0; at < width + (lines[i + 1] ? 1 : 0); at++)
        {
          PopplerRectangle letter = { x + (double)at * 5, top, x + (double)at * 5 + 5,
                                      top + height };

          g_array_append_val (list, letter);
        }
    }
  *n = list->len;
  *places = (PopplerRectangle *)(void *)g_array_free (g_steal_pointer (&list), FALSE);
  return *n > 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *input = g_utf8_make_valid ((const char *)data, (gssize)size);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_auto (GStrv) split = g_strsplit (input, "\f", -1);
  GError *error = NULL;
  CopilText *text;

  pages = split;
  text = copil_text_read_pdf (bytes, &error);
  fuzz_take_text (text, error);
  return 0;
}

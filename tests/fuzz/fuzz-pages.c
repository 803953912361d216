/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to the pages of a PDF once poppler has read them: this harness stands in for
 * poppler. An input is text; form feeds part its pages, and the first letter of a line says how far
 * below the one before it stands, in which column, and how high its letters are. A page that begins
 * with an exclamation mark lacks the places of its last letters. */
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
  if (lines[0] && *lines[0] == '!' && list->len > 4)
    g_array_set_size (list, list->len - 3);
  *n = list->len;
  *places = (PopplerRectangle *)(void *)g_array_free (g_steal_pointer (&list), FALSE);
  return *n > 0;
}

/* One font for the first half of a page, another for the rest. */
GList *
poppler_page_get_text_attributes (PopplerPage *page)
{
  g_autofree char *text = poppler_page_get_text (page);
  int n = (int)g_utf8_strlen (text, -1);
  GList *list = NULL;

  for (int half = 1; half >= 0; half--)
    {
      PopplerTextAttributes *part = g_new0 (PopplerTextAttributes, 1);

      part->font_name = g_strdup (half ? "DejaVuSans-Bold" : "DejaVuSans");
      part->font_size = half ? 14 : 10;
      part->start_index = half ? n / 2 : 0;
      part->end_index = half ? n - 1 : n / 2 - 1;
      list = g_list_prepend (list, part);
    }
  return list;
}

void
poppler_page_free_text_attributes (GList *list)
{
  for (GList *item = list; item; item = item->next)
    {
      g_free (((PopplerTextAttributes *)item->data)->font_name);
      g_free (item->data);
    }
  g_list_free (list);
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

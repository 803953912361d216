/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RFC 4180, read as spreadsheets write it: any line end, and the separator of the country. */
#include "copil-grid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-csv.h"

#define BOM "\xef\xbb\xbf"
/* How many bytes tell the encoding. */
#define SAMPLE 4096

/* Whichever of the three the first row has most, outside of quotes; a comma where it has none. */
static char
find_separator (const char *text)
{
  static const char separators[] = ",;\t";
  guint counts[3] = { 0, 0, 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (const char *p = text; *p && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      const char *found = strchr (separators, *p);

      if (*p == '"')
        quoted = !quoted;
      else if (found && !quoted)
        counts[found - separators]++;
    }
  for (guint i = 1; i < 3; i++)
    if (counts[i] > counts[best])
      best = i;
  return separators[best];
}

static gboolean
fail_at (CopilGrid *grid, const char *message, GError **error)
{
  g_autofree char *row = g_strdup_printf (_ ("row %u"), (guint)copil_grid_get_number (grid));

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", row, message);
  return FALSE;
}

/* Reads one field from *p on, which is left on what ended it. */
static gboolean
read_field (CopilGrid *grid, const char **p, char separator, GString *field, GError **error)
{
  const char stops[] = { separator, '\r', '\n', '\0' };
  gsize length;

  g_string_truncate (field, 0);
  if (**p != '"')
    {
      length = strcspn (*p, stops);
      g_string_append_len (field, *p, (gssize)length);
      *p += length;
      return TRUE;
    }
  for ((*p)++;; (*p)++)
    {
      length = strcspn (*p, "\"");
      g_string_append_len (field, *p, (gssize)length);
      *p += length;
      if (!**p)
        return fail_at (grid, _ ("a quotation mark is opened and never closed."), error);
      (*p)++;
      if (**p != '"')
        break;
      g_string_append_c (field, '"');
    }
  *p += strspn (*p, " ");
  if (!strchr (stops, **p))
    return fail_at (grid, _ ("text follows a closing quotation mark."), error);
  return TRUE;
}

static gboolean
read_rows (CopilGrid *grid, const char *p, char separator, GError **error)
{
  g_autoptr (GString) field = g_string_new (NULL);

  while (*p)
    {
      for (guint column = 0;; column++)
        {
          if (!read_field (grid, &p, separator, field, error) ||
              !copil_grid_add (grid, column, COPIL_CELL_TEXT, copil_csv_unguard (field->str), NULL,
                               error))
            return FALSE;
          if (*p != separator)
            break;
          p++;
        }
      p += p[0] == '\r' && p[1] == '\n' ? 2 : *p ? 1 : 0;
      if (!copil_grid_end_row (grid, 1, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fail_encoding (GError **error)
{
  g_set_error_literal (
      error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
      _ ("The letters of the table cannot be read: save it as “CSV UTF-8”, or as an .ods file."));
  return FALSE;
}

/* UTF-16 without a mark has a zero in every second byte of plain text: 'l' where it is the second,
 * 'b' where it is the first; 0 for no UTF-16. */
static char
find_utf16 (const char *text, gsize length)
{
  guint zeros[2] = { 0, 0 };
  gsize n = MIN (length, SAMPLE);

  if (length >= 2 && (guchar)text[0] == 0xff && (guchar)text[1] == 0xfe)
    return 'l';
  if (length >= 2 && (guchar)text[0] == 0xfe && (guchar)text[1] == 0xff)
    return 'b';
  for (gsize i = 0; i < n; i++)
    zeros[i % 2] += text[i] == '\0';
  if (zeros[1] > n / 5 && zeros[0] < n / 50 + 1)
    return 'l';
  return zeros[0] > n / 5 && zeros[1] < n / 50 + 1 ? 'b' : 0;
}

/* Sets form->encoding where it is to be found. The text without its mark, in UTF-8. */
static char *
to_utf8 (const char *text, gsize length, CopilGridForm *form, GError **error)
{
  char utf16 = find_utf16 (text, length);
  char *converted = NULL;
  gsize written = 0;

  if (form->encoding == COPIL_ENCODING_AUTO)
    form->encoding = utf16 ? COPIL_ENCODING_UTF16
                     : memchr (text, '\0', length) || g_utf8_validate (text, (gssize)length, NULL)
                         ? COPIL_ENCODING_UTF8
                         : COPIL_ENCODING_WINDOWS_1252;
  switch (form->encoding)
    {
    case COPIL_ENCODING_UTF16:
      converted = g_convert (text, (gssize)length, "UTF-8", utf16 == 'b' ? "UTF-16BE" : "UTF-16LE",
                             NULL, &written, NULL);
      break;
    case COPIL_ENCODING_WINDOWS_1252:
      converted = g_convert (text, (gssize)length, "UTF-8", "CP1252", NULL, &written, NULL);
      break;
    case COPIL_ENCODING_AUTO:
    case COPIL_ENCODING_UTF8:
    case COPIL_N_ENCODINGS:
    default:
      if (g_utf8_validate (text, (gssize)length, NULL))
        {
          converted = g_strndup (text, length);
          written = length;
        }
      break;
    }
  if (!converted || strlen (converted) != written)
    {
      g_free (converted);
      fail_encoding (error);
      return NULL;
    }
  if (g_str_has_prefix (converted, BOM))
    memmove (converted, converted + strlen (BOM), written - strlen (BOM) + 1);
  return converted;
}

gboolean
copil_grid_take_text (CopilGrid *grid, const char *text, gsize length, CopilGridForm *form,
                      GError **error)
{
  g_autofree char *utf8 = to_utf8 (text, length, form, error);

  if (!utf8)
    return FALSE;
  if (!form->separator)
    form->separator = find_separator (utf8);
  return read_rows (grid, utf8, form->separator, error);
}

gboolean
copil_grid_read_csv (CopilGrid *grid, const char *path, CopilGridForm *form, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    {
      if (error)
        g_prefix_error (error, "%s ", _ ("The table cannot be read:"));
      return FALSE;
    }
  return copil_grid_take_text (grid, text, length, form, error);
}

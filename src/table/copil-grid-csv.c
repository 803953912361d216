/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RFC 4180, read as spreadsheets write it: any line end, and the separator of the country. */
#include "copil-grid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BOM "\xef\xbb\xbf"

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
read_rows (CopilGrid *grid, const char *p, GError **error)
{
  char separator = find_separator (p);
  g_autoptr (GString) field = g_string_new (NULL);

  while (*p)
    {
      for (guint column = 0;; column++)
        {
          if (!read_field (grid, &p, separator, field, error) ||
              !copil_grid_add (grid, column, COPIL_CELL_TEXT, field->str, NULL, error))
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

gboolean
copil_grid_read_csv (CopilGrid *grid, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    {
      if (error)
        g_prefix_error (error, "%s ", _ ("The table cannot be read:"));
      return FALSE;
    }
  if (!g_utf8_validate (text, (gssize)length, NULL))
    {
      g_set_error_literal (
          error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
          _ ("The table is not in UTF-8: save it as “CSV UTF-8”, or as an .ods file."));
      return FALSE;
    }
  return read_rows (grid, text + (g_str_has_prefix (text, BOM) ? strlen (BOM) : 0), error);
}

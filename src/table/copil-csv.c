/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-csv.h"

#include <locale.h>
#include <string.h>

#define BOM "\xef\xbb\xbf"

/* Past the apostrophes, a sign that begins a formula. */
static gboolean
begins_formula (const char *text)
{
  text += strspn (text, "'");
  return *text && strchr ("=+-@\t\r", *text);
}

/* Digits after one sign, grouped by spaces or points: nothing to reckon with. */
static gboolean
is_figure (const char *text)
{
  guint digits = 0;

  for (const char *p = text + 1; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit ((char)MIN (c, 127)))
        digits++;
      else if (c != ' ' && c != 0xa0 && c != 0x202f && c != '.' && c != ',' && c != '%')
        return FALSE;
    }
  return digits > 0;
}

char *
copil_csv_guard (const char *text)
{
  gboolean sign = *text == '+' || *text == '-';

  if (!begins_formula (text) || (sign && is_figure (text)))
    return g_strdup (text);
  return g_strconcat ("'", text, NULL);
}

const char *
copil_csv_unguard (const char *cell)
{
  return *cell == '\'' && begins_formula (cell) ? cell + 1 : cell;
}

static void
append_text (GString *csv, char separator, const char *text)
{
  const char special[] = { separator, '"', '\r', '\n', '\0' };
  g_autofree char *guarded = text ? copil_csv_guard (text) : NULL;

  if (!text)
    return;
  text = guarded;
  /* A space at either end is a part of the text. */
  if (!strpbrk (text, special) && *text != ' ' && !g_str_has_suffix (text, " "))
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *p = text; *p; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

static void
append_number (GString *csv, const char *text, double factor, gboolean local)
{
  char *end;
  double number = g_ascii_strtod (text, &end);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (end == text || *end)
    {
      append_text (csv, local ? ';' : ',', text);
      return;
    }
  g_ascii_formatd (digits, sizeof digits, factor > 1 ? "%.10g" : "%.15g", number * factor);
  if (local)
    g_strdelimit (digits, ".", ',');
  g_string_append (csv, digits);
}

static void
append_cell (GString *csv, CopilColumnType type, const char *value, gboolean local)
{
  if (!value || !*value)
    return;
  switch (type)
    {
    case COPIL_COLUMN_PERCENT:
      append_number (csv, value, 100, local);
      break;
    case COPIL_COLUMN_NUMBER:
    case COPIL_COLUMN_CURRENCY:
      append_number (csv, value, 1, local);
      break;
    case COPIL_COLUMN_INTEGER:
    case COPIL_COLUMN_TEXT:
    case COPIL_COLUMN_DATE:
    case COPIL_COLUMN_BOOLEAN:
    case COPIL_N_COLUMN_TYPES:
    default:
      append_text (csv, local ? ';' : ',', value);
      break;
    }
}

gboolean
copil_csv_is_local (void)
{
  return g_str_equal (localeconv ()->decimal_point, ",");
}

GBytes *
copil_csv_write_bytes (CopilSheet *sheet, gboolean local, GError **error)
{
  guint n = copil_sheet_get_n_columns (sheet);
  g_autofree const char **values = g_new0 (const char *, n);
  g_autoptr (GString) csv = g_string_new (local ? BOM : NULL);
  char separator = local ? ';' : ',';
  GError *failure = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (csv, separator);
      append_text (csv, separator, copil_sheet_get_column (sheet, i, NULL, NULL));
    }
  g_string_append (csv, "\r\n");
  while (copil_sheet_next (sheet, values, &failure))
    {
      for (guint i = 0; i < n; i++)
        {
          CopilColumnType type;

          copil_sheet_get_column (sheet, i, &type, NULL);
          if (i > 0)
            g_string_append_c (csv, separator);
          append_cell (csv, type, values[i], local);
        }
      g_string_append (csv, "\r\n");
    }
  if (!failure)
    return g_string_free_to_bytes (g_steal_pointer (&csv));
  g_propagate_error (error, failure);
  return NULL;
}

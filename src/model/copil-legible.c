/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-legible.h"

#include <string.h>

static gboolean
is_plain (guchar byte)
{
  return (byte >= 0x20 && byte < 0x7f) || byte == '\n' || byte == '\t' || byte == '\r';
}

static gboolean
is_legible (gunichar c)
{
  if (c < 0x80)
    return is_plain ((guchar)c);
  return c > 0x9f && (c & 0xfffe) != 0xfffe && !(c >= 0xfdd0 && c <= 0xfdef);
}

/* Few characters can be illegible: those that begin with C2 (beyond ASCII) or with EF and more. */
static gboolean
is_suspect (guchar byte)
{
  return byte == 0xc2 || byte >= 0xef;
}

gboolean
copil_text_is_legible (const char *bytes, gssize length)
{
  const char *end = bytes + (length < 0 ? strlen (bytes) : (gsize)length), *p = bytes;

  while (p < end && is_plain ((guchar)*p))
    p++;
  if (p == end)
    return TRUE;
  if (!g_utf8_validate_len (p, (gsize)(end - p), NULL))
    return FALSE;
  for (; p < end; p++)
    if (!is_plain ((guchar)*p) && ((guchar)*p < 0x80 || is_suspect ((guchar)*p)) &&
        !is_legible (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

char *
copil_text_make_legible (const char *bytes, gssize length)
{
  const char *end = bytes + (length < 0 ? strlen (bytes) : (gsize)length), *p = bytes;
  GString *text = g_string_sized_new ((gsize)(end - p));

  while (p < end)
    {
      gunichar c = g_utf8_get_char_validated (p, end - p);

      if (c == (gunichar)-1 || c == (gunichar)-2)
        {
          /* A zero, which ends texts elsewhere, is a control character like others. */
          if (*p)
            g_string_append (text, "\xef\xbf\xbd");
          p++;
          continue;
        }
      if (is_legible (c))
        g_string_append_unichar (text, c);
      else if (c == '\v' || c == '\f' || c == 0x85)
        g_string_append_c (text, ' ');
      p = g_utf8_next_char (p);
    }
  return g_string_free (text, FALSE);
}

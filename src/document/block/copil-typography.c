/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-typography.h"

#include <string.h>

#define NO_BREAK 0x00a0
#define NARROW_NO_BREAK 0x202f
#define OPENING_GUILLEMET 0x00ab
#define CLOSING_GUILLEMET 0x00bb

static gboolean
is_no_break (gunichar c)
{
  return c == NO_BREAK || c == NARROW_NO_BREAK || c == 0x2007 || c == 0x2060;
}

static gboolean
is_blank (gunichar c)
{
  return c == 0 || is_no_break (c) || g_unichar_isspace (c);
}

static gboolean
is_mark (gunichar c)
{
  return c == ';' || c == ':' || c == '!' || c == '?';
}

/* After this, a mark is not the end of a word: "(?)", "«!", "?!". */
static gboolean
is_opening (gunichar c)
{
  return is_mark (c) || (c < 0x80 && strchr ("([{<\"/\\&=#", (int)c)) || c == OPENING_GUILLEMET ||
         c == 0x201c || c == 0x2039 || c == 0x2018;
}

/* Whether the mark `c` followed by `after` is punctuation, not a part of something else. */
static gboolean
is_punctuation (gunichar c, gunichar after)
{
  if (is_blank (after) || after == CLOSING_GUILLEMET)
    return TRUE;
  if (c == ':')
    return after == OPENING_GUILLEMET;
  if (c == ';')
    return FALSE;
  return (after < 0x80 && strchr ("!?.,;:)]}\"'", (int)after)) || after == 0x201d ||
         after == 0x2019 || after == 0x2026 || after == 0x2014 || after == 0x2013;
}

/* The length of the address that starts at `text`, or 0 if the word there is none. */
static gsize
address_length (const char *text)
{
  const char *end = text;
  gboolean found = g_ascii_strncasecmp (text, "www.", 4) == 0;

  while (*end)
    {
      gunichar c = g_utf8_get_char (end);

      if (is_blank (c) || c == OPENING_GUILLEMET || c == CLOSING_GUILLEMET)
        break;
      found = found || c == '@' || g_str_has_prefix (end, "://");
      end = g_utf8_next_char (end);
    }
  return found ? (gsize)(end - text) : 0;
}

static gunichar
space_before (gunichar c)
{
  return c == ':' ? NO_BREAK : NARROW_NO_BREAK;
}

char *
copil_typography_french_marked (const char *text, gsize *marks, guint n_marks)
{
  GString *out = g_string_sized_new (strlen (text) + 16);
  gunichar previous = 0;
  guint mark = 0;
  const char *p = text;

  while (*p)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);
      gsize address = is_blank (previous) || previous == OPENING_GUILLEMET ? address_length (p) : 0;

      for (; mark < n_marks && marks[mark] <= (gsize)(p - text); mark++)
        marks[mark] = out->len;

      if (address > 0)
        {
          const char *end = p + address;

          for (; mark < n_marks && marks[mark] < (gsize)(end - text); mark++)
            marks[mark] = out->len + (marks[mark] - (gsize)(p - text));
          g_string_append_len (out, p, (gssize)address);
          previous = g_utf8_get_char (g_utf8_prev_char (end));
          p = end;
          continue;
        }

      if (c == ' ')
        {
          gunichar following, after;

          while (*next == ' ')
            next++;
          following = g_utf8_get_char (next);
          after = following ? g_utf8_get_char (g_utf8_next_char (next)) : 0;
          if (previous == OPENING_GUILLEMET)
            c = NARROW_NO_BREAK;
          else if (following == CLOSING_GUILLEMET && !is_blank (previous))
            c = NARROW_NO_BREAK;
          else if (is_mark (following) && !is_blank (previous) && !is_mark (previous) &&
                   is_punctuation (following, after))
            c = space_before (following);
          if (c == ' ')
            g_string_append_len (out, p, next - p);
          else
            g_string_append_unichar (out, c);
        }
      else
        {
          gunichar after = g_utf8_get_char (next);

          if (!is_blank (previous) &&
              ((c == CLOSING_GUILLEMET && previous != OPENING_GUILLEMET) ||
               (is_mark (c) && !is_opening (previous) && is_punctuation (c, after))))
            g_string_append_unichar (out, space_before (c));
          g_string_append_unichar (out, c);
          if (c == OPENING_GUILLEMET && !is_blank (after) && after != CLOSING_GUILLEMET)
            {
              c = NARROW_NO_BREAK;
              g_string_append_unichar (out, c);
            }
        }
      previous = c;
      p = next;
    }
  for (; mark < n_marks; mark++)
    marks[mark] = out->len;
  return g_string_free (out, FALSE);
}

char *
copil_typography_french (const char *text)
{
  return copil_typography_french_marked (text, NULL, 0);
}

gboolean
copil_typography_is_french (const char *language)
{
  return language && g_ascii_strncasecmp (language, "fr", 2) == 0 && !g_ascii_isalnum (language[2]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-ics.h"

#include <string.h>

#define LONGEST_LINE 75

void
copil_ics_add (GString *calendar, const char *name, const char *value)
{
  g_autofree char *line = g_strdup_printf ("%s:%s", name, value);
  gsize room = LONGEST_LINE;

  for (const char *p = line, *next; *p; p = next)
    {
      gsize length;

      next = g_utf8_next_char (p);
      length = (gsize)(next - p);
      if (length > room)
        {
          g_string_append (calendar, "\r\n ");
          room = LONGEST_LINE - 1;
        }
      g_string_append_len (calendar, p, (gssize)length);
      room -= length;
    }
  g_string_append (calendar, "\r\n");
}

void
copil_ics_add_text (GString *calendar, const char *name, const char *text)
{
  g_autoptr (GString) value = g_string_new (NULL);

  for (const char *p = text ? text : ""; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        g_string_append (value, "\\n");
      else if (c == '\\' || c == ';' || c == ',')
        g_string_append_printf (value, "\\%c", (char)c);
      else if (c == '\t')
        g_string_append_c (value, ' ');
      else if (!g_unichar_iscntrl (c))
        g_string_append_unichar (value, c);
    }
  if (value->len > 0)
    copil_ics_add (calendar, name, value->str);
}

char *
copil_ics_quote (const char *text)
{
  GString *value = g_string_new ("\"");

  for (const char *p = text ? text : ""; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '"')
        g_string_append_c (value, '\'');
      else
        g_string_append_unichar (value, g_unichar_iscntrl (c) ? ' ' : c);
    }
  g_string_append_c (value, '"');
  return g_string_free (value, FALSE);
}

char *
copil_ics_mailto (const char *address)
{
  g_autofree char *plain = g_strstrip (g_strdup (address ? address : ""));
  g_autofree char *escaped = NULL;
  const char *at = strchr (plain, '@');

  if (!at || at == plain || !at[1] || strpbrk (plain, " \t\r\n;,<>\""))
    return NULL;
  escaped = g_uri_escape_string (plain, "@!$&'*+=", FALSE);
  return g_strconcat ("mailto:", escaped, NULL);
}

void
copil_ics_add_paris (GString *calendar)
{
  static const char *const lines[][2] = {
    { "BEGIN", "VTIMEZONE" },
    { "TZID", "Europe/Paris" },
    { "BEGIN", "DAYLIGHT" },
    { "DTSTART", "19960331T020000" },
    { "RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" },
    { "TZOFFSETFROM", "+0100" },
    { "TZOFFSETTO", "+0200" },
    { "TZNAME", "CEST" },
    { "END", "DAYLIGHT" },
    { "BEGIN", "STANDARD" },
    { "DTSTART", "19961027T030000" },
    { "RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU" },
    { "TZOFFSETFROM", "+0200" },
    { "TZOFFSETTO", "+0100" },
    { "TZNAME", "CET" },
    { "END", "STANDARD" },
    { "END", "VTIMEZONE" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    copil_ics_add (calendar, lines[i][0], lines[i][1]);
}

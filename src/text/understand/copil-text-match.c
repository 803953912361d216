/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-match.h"

#include <stdlib.h>
#include <string.h>

#include "copil-text-rules.h"

char *
copil_text_fold (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text) + 8);
  gboolean space = FALSE;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar c = (guchar)*at < 0x80 ? (gunichar)*at : g_utf8_get_char (at), letter, mark;

      if (c >= 0x80)
        {
          while (g_unichar_decompose (c, &letter, &mark))
            c = letter;
          if (g_unichar_ismark (c) || c == 0xAD)
            continue;
        }
      if (c < 0x80 ? g_ascii_isspace ((char)c) || c == '\v' : g_unichar_isspace (c))
        {
          space = folded->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (folded, ' ');
      space = FALSE;
      if (c < 0x80)
        {
          g_string_append_c (folded, g_ascii_tolower ((char)c));
          continue;
        }
      switch (c)
        {
        case 0x2018:
        case 0x2019:
        case 0x02BC:
          g_string_append_c (folded, '\'');
          break;
        case 0x152:
        case 0x153:
          g_string_append (folded, "oe");
          break;
        case 0xC6:
        case 0xE6:
          g_string_append (folded, "ae");
          break;
        case 0x2010:
        case 0x2011:
        case 0x2013:
        case 0x2014:
          g_string_append_c (folded, '-');
          break;
        case 0xAB:
        case 0xBB:
        case 0x201C:
        case 0x201D:
          g_string_append_c (folded, '"');
          break;
        default:
          g_string_append_unichar (folded, g_unichar_tolower (c));
        }
    }
  return g_string_free (folded, FALSE);
}

char *
copil_text_compose (const char *text)
{
  GString *composed = g_string_sized_new (strlen (text));
  const char *from = text, *letter = text; /* what is not written yet; the last letter */

  for (const char *at = text; *at;)
    {
      g_autofree char *joined = NULL;
      const char *end = at;

      if ((guchar)*at < 0xcc || !g_unichar_ismark (g_utf8_get_char (at)))
        {
          letter = at;
          at = g_utf8_next_char (at);
          continue;
        }
      /* No language has more marks on a letter. */
      for (guint n = 0; n < 30 && g_unichar_ismark (g_utf8_get_char (end)); n++)
        end = g_utf8_next_char (end);
      g_string_append_len (composed, from, letter - from);
      joined = g_utf8_normalize (letter, end - letter, G_NORMALIZE_NFC);
      g_string_append (composed, joined ? joined : "");
      from = letter = at = end;
    }
  g_string_append (composed, from);
  return g_string_free (composed, FALSE);
}

int
copil_text_number (const char *folded)
{
  static const char *const units[] = { "zero",  "un",     "deux",     "trois",  "quatre", "cinq",
                                       "six",   "sept",   "huit",     "neuf",   "dix",    "onze",
                                       "douze", "treize", "quatorze", "quinze", "seize",  NULL };
  static const struct
  {
    const char *word;
    int value;
  } tens[] = { { "vingt", 20 },     { "trente", 30 },   { "quarante", 40 },
               { "cinquante", 50 }, { "soixante", 60 }, { "cent", 100 } };
  const char *text = folded;

  if (g_str_has_prefix (text, "d'"))
    text += 2;
  if (g_ascii_isdigit (*text))
    return (int)MIN (strtol (text, NULL, 10), 100000);
  if (g_str_equal (text, "une"))
    return 1;
  for (int i = 0; units[i]; i++)
    if (g_str_equal (text, units[i]))
      return i;
  if (g_str_has_prefix (text, "dix-"))
    return 10 + copil_text_number (text + 4);
  for (guint i = 0; i < G_N_ELEMENTS (tens); i++)
    if (g_str_has_prefix (text, tens[i].word))
      {
        const char *rest = text + strlen (tens[i].word);

        if (!*rest)
          return tens[i].value;
        if (g_str_has_prefix (rest, "-et-"))
          rest += 4;
        else if (*rest == '-' || *rest == ' ')
          rest++;
        else
          continue;
        return tens[i].value + copil_text_number (rest);
      }
  return 0;
}

char *
copil_text_find_date (const char *folded, gsize *at)
{
  static const char *const months[] = { "jan",  "fev", "mars", "avr", "mai", "juin",
                                        "juil", "aou", "sep",  "oct", "nov", "dec" };
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *day = NULL, *month = NULL, *year = NULL;
  int d, m = 0, y, start = 0;

  if (!copil_text_search (COPIL_RULE_DAY, folded, &info))
    return NULL;
  day = g_match_info_fetch (info, 1);
  year = g_match_info_fetch (info, 5);
  month = g_match_info_fetch (info, 3);
  d = atoi (day);
  y = atoi (year);
  if (y < 100)
    y += y < 70 ? 2000 : 1900;
  if (month && *month)
    m = atoi (month);
  else
    {
      g_free (month);
      month = g_match_info_fetch (info, 4);
      for (guint i = 0; i < G_N_ELEMENTS (months); i++)
        if (g_str_has_prefix (month, months[i]))
          m = (int)i + 1;
    }
  if (!g_date_valid_dmy ((GDateDay)d, (GDateMonth)m, (GDateYear)y))
    return NULL;
  g_match_info_fetch_pos (info, 0, &start, NULL);
  if (at)
    *at = (gsize)start;
  return g_strdup_printf ("%04d-%02d-%02d", y, m, d);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-join.h"

#include <string.h>

#include "copil-text-rules.h"

void
copil_text_note_hyphens (GHashTable *hyphens, const char *line)
{
  g_autoptr (GMatchInfo) info = NULL;

  if (!strchr (line, '-') || !copil_text_search (COPIL_RULE_HYPHENED, line, &info))
    return;
  do
    g_hash_table_add (hyphens, g_match_info_fetch (info, 0));
  while (g_match_info_next (info, NULL));
}

char *
copil_text_join (GHashTable *hyphens, const char *one, const char *two)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *head = NULL, *whole = NULL;
  gsize length = 0, kept = strlen (one);
  gunichar c = g_utf8_get_char (two);
  /* Where its last word begins at the latest. */
  const char *tail = one + (kept > 200 ? kept - 200 : 0);
  gboolean capitals;

  while ((*tail & 0xc0) == 0x80)
    tail++;
  if (!g_str_has_suffix (one, "-") || !copil_text_search (COPIL_RULE_DIVIDED, tail, &info))
    return g_strconcat (one, *one ? " " : "", two, NULL);
  head = g_match_info_fetch (info, 1);
  /* "VAL-" before "METAL": divided as well; "Cha-" before "Lyon" are two words. */
  capitals = g_unichar_isupper (c) && copil_text_match (COPIL_RULE_CAPITALS_ALONE, head) &&
             copil_text_match (COPIL_RULE_CAPITALS_FIRST, two);
  if (!g_unichar_islower (c) && !capitals)
    return g_strconcat (one, g_unichar_isalpha (c) ? "" : " ", two, NULL);
  while ((c = g_utf8_get_char (two + length)) && g_unichar_isalpha (c))
    length += (gsize)g_unichar_to_utf8 (c, NULL);
  whole = g_strdup_printf ("%s-%.*s", head, (int)length, two);
  if (!g_hash_table_contains (hyphens, whole) && !copil_text_match (COPIL_RULE_KEEPS_HYPHEN, whole))
    kept--;
  return g_strdup_printf ("%.*s%s", (int)kept, one, two);
}

gboolean
copil_text_is_dated (const char *line)
{
  return copil_text_match (COPIL_RULE_DATED, line);
}

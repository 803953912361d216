/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-party.h"

#include "copil-query.h"

const char copil_view_party_row[] =
    "SELECT p.name, p.short_name, p.side,"
    " (SELECT count(*) FROM person m WHERE m.party = p.id AND m.member = 1),"
    " (SELECT count(*) FROM person m WHERE m.party = p.id) FROM party p WHERE p.id = ?1";

const char copil_view_party_order[] = "coalesce (r.side, 9), r.position, r.id";
const char copil_view_party_by_name[] = "copil_fold (r.name)";
const char copil_view_party_searched[] =
    "coalesce (r.name, '') || ' ' || coalesce (r.short_name, '') || ' ' || "
    "coalesce (r.representative, '')";

static void
party_free (gpointer data)
{
  CopilViewParty *party = data;

  g_free (party->name);
  g_free (party);
}

GPtrArray *
copil_view_list_parties (CopilStore *store)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT id, coalesce (nullif (short_name, ''), name, ''), seats,"
      " (SELECT count(*) FROM person m WHERE m.party = party.id AND m.member = 1) FROM party"
      " ORDER BY coalesce (side, 9), position, id",
      NULL);
  GPtrArray *parties = g_ptr_array_new_with_free_func (party_free);

  while (copil_query_next (query))
    {
      CopilViewParty *party = g_new0 (CopilViewParty, 1);

      party->id = copil_query_int (query, 0);
      party->name = g_strdup (copil_query_text (query, 1));
      party->seats = (int)copil_query_int (query, 2);
      party->members = (int)copil_query_int (query, 3);
      g_ptr_array_add (parties, party);
    }
  return parties;
}

/* Words that stand between others. */
static gboolean
is_small (const char *word)
{
  static const char *const small[] = { "de", "du", "des", "d",  "la",   "le",  "les", "l", "et",
                                       "à",  "au", "aux", "en", "pour", "sur", "par", NULL };

  return g_strv_contains (small, word);
}

char *
copil_view_party_shorten (const char *name)
{
  g_autofree char *spaced = g_strdup (name);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) words = NULL;
  gboolean whole = FALSE;

  for (char *c = spaced; *c; c++)
    if (*c == '-' || *c == '\'' || *c == ',' || *c == '(' || *c == ')')
      *c = ' ';
  {
    g_auto (GStrv) parts = g_strsplit (spaced, "’", -1);
    g_autofree char *joined = g_strjoinv (" ", parts);

    words = g_strsplit (joined, " ", -1);
  }
  for (guint i = 0; words[i]; i++)
    {
      gunichar first = g_utf8_get_char (words[i]);
      g_autofree char *upper = g_utf8_strup (words[i], -1);
      gboolean capitals = g_utf8_strlen (words[i], -1) > 1 && g_str_equal (upper, words[i]);

      if (!g_unichar_isalnum (first) || is_small (words[i]))
        continue;
      if (text->len && (capitals || whole))
        g_string_append_c (text, ' ');
      if (capitals)
        g_string_append (text, words[i]);
      else
        g_string_append_unichar (text, g_unichar_toupper (first));
      whole = capitals;
    }
  return g_utf8_strlen (text->str, -1) > 1 ? g_strdup (text->str) : g_strdup (name);
}

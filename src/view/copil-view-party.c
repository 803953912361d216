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

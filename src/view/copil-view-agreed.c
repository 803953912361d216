/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-agreed.h"

#include "copil-query.h"

/* The validations that count: those of the version that is validated, or of none yet. */
#define COUNTS                                                                                     \
  " v.meeting = ?1 AND v.version IS (SELECT CASE WHEN m.minutes = 'validated' THEN (SELECT id"     \
  " FROM minutes_version WHERE meeting = m.id ORDER BY number DESC, id DESC LIMIT 1) END"          \
  " FROM meeting m WHERE m.id = ?1)"

static void
agreed_free (gpointer data)
{
  CopilViewAgreed *agreed = data;

  g_free (agreed->party_name);
  g_free (agreed->date);
  g_free (agreed->name);
  g_free (agreed->note);
  g_free (agreed);
}

/* Frees the query. */
static GPtrArray *
take_agreed (CopilQuery *query)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (agreed_free);

  while (copil_query_next (query))
    {
      CopilViewAgreed *agreed = g_new0 (CopilViewAgreed, 1);

      agreed->party = copil_query_int (query, 0);
      agreed->party_name = g_strdup (copil_query_text (query, 1));
      agreed->id = copil_query_int (query, 2);
      agreed->date = g_strdup (copil_query_text (query, 3));
      agreed->name = g_strdup (copil_query_text (query, 4));
      agreed->note = g_strdup (copil_query_text (query, 5));
      g_ptr_array_add (list, agreed);
    }
  copil_query_free (query);
  return list;
}

GPtrArray *
copil_view_list_agreements (CopilStore *store, gint64 meeting, const char *fingerprint)
{
  return take_agreed (copil_store_query (
      store,
      "SELECT p.id, coalesce (p.short_name, p.name), a.id, a.date, a.name, a.note FROM party p"
      " LEFT JOIN agreement a ON a.id = (SELECT id FROM agreement WHERE meeting = ?1"
      " AND party = p.id ORDER BY fingerprint IS ?2 DESC, date DESC, id DESC LIMIT 1)"
      " ORDER BY coalesce (p.side, 9), p.position, p.id",
      "it", meeting, fingerprint));
}

GPtrArray *
copil_view_list_validations (CopilStore *store, gint64 meeting, const char *fingerprint)
{
  return take_agreed (copil_store_query (
      store,
      "SELECT p.id, coalesce (nullif (p.short_name, ''), p.name, '–'), v.id, v.date, v.name, NULL"
      " FROM party p LEFT JOIN validation v ON v.id = (SELECT v.id FROM validation v"
      " WHERE v.party = p.id AND" COUNTS " ORDER BY v.fingerprint IS ?2 DESC, v.id DESC LIMIT 1)"
      " ORDER BY p.side, p.position, p.id",
      "it", meeting, fingerprint));
}

GPtrArray *
copil_view_list_common_validation (CopilStore *store, gint64 meeting, gint64 party,
                                   const char *fingerprint)
{
  return take_agreed (
      copil_store_query (store,
                         "SELECT v.party, '', v.id, v.date, v.name, NULL FROM validation v"
                         " WHERE (v.party IS NULL OR v.party = ?2) AND" COUNTS
                         " ORDER BY v.fingerprint IS ?3 DESC, v.id LIMIT 1",
                         "iit", meeting, party, fingerprint));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-decision.h"

#include "copil-query.h"
#include "copil-rules.h"

#define DECISIONS                                                                                  \
  "SELECT d.id, coalesce (coalesce (nullif (d.label, '') || ' – ', '') || d.text, ''), m.date,"  \
  " coalesce (d.status, 'planned'), coalesce (n.civility || ' ', '') || n.name, d.due,"            \
  " CASE WHEN copil_late (d.status, d.due)"                                                        \
  "  THEN julianday (copil_today ()) - julianday (d.due) END, d.engagement, d.fiche"               \
  " FROM decision d JOIN meeting m ON m.id = d.meeting LEFT JOIN person n ON n.id = d.lead"

void
copil_view_decision_free (CopilViewDecision *decision)
{
  g_free (decision->title);
  g_free (decision->meeting);
  g_free (decision->status);
  g_free (decision->lead);
  g_free (decision->due);
  g_free (decision);
}

static CopilViewDecision *
take_decision (CopilQuery *query)
{
  CopilViewDecision *decision = g_new0 (CopilViewDecision, 1);

  decision->id = copil_query_int (query, 0);
  decision->title = g_strdup (copil_query_text (query, 1));
  decision->meeting = g_strdup (copil_query_text (query, 2));
  decision->status = g_strdup (copil_query_text (query, 3));
  decision->lead = g_strdup (copil_query_text (query, 4));
  decision->due = g_strdup (copil_query_text (query, 5));
  decision->late = (int)copil_query_int (query, 6);
  decision->engagement = copil_query_int (query, 7);
  decision->fiche = copil_query_int (query, 8);
  return decision;
}

CopilViewDecision *
copil_view_load_decision (CopilStore *store, gint64 id)
{
  g_autoptr (CopilQuery) query = copil_store_query (store, DECISIONS " WHERE d.id = ?1", "i", id);

  return copil_query_next (query) ? take_decision (query) : NULL;
}

GPtrArray *
copil_view_list_decisions (CopilStore *store, gint64 meeting)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store, DECISIONS " WHERE d.meeting = ?1 ORDER BY d.position, d.id", "i", meeting);
  GPtrArray *decisions = g_ptr_array_new_with_free_func ((GDestroyNotify)copil_view_decision_free);

  while (copil_query_next (query))
    g_ptr_array_add (decisions, take_decision (query));
  return decisions;
}

gboolean
copil_view_decision_is_closed (const CopilViewDecision *decision)
{
  return copil_status_is_settled (decision->status);
}

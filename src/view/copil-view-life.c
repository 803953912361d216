/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-life.h"

#include "copil-query.h"
#include "copil-view-record.h"

const char copil_view_authorisation_waiting[] = "coalesce (r.answer, 'waiting') = 'waiting'";
const char copil_view_authorisation_valid[] =
    "r.answer IN ('granted', 'conditional') AND coalesce (r.start <= copil_today (), 1)"
    " AND coalesce (r.finish >= copil_today (), 1)";
const char copil_view_authorisation_lapsed[] =
    "r.answer IN ('granted', 'conditional') AND r.finish < copil_today ()";
const char copil_view_term_order[] = "copil_fold (r.name), r.id";

GPtrArray *
copil_view_list_unfinished (CopilStore *store)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT 'fiche' AS kind, id, trim (coalesce (label || ' ', '') || coalesce (title, '')),"
      " 0 AS sort, position FROM fiche WHERE status = 'in_progress'"
      " UNION ALL SELECT 'engagement', id, trim (coalesce (label || ' ', '') || coalesce (text, '')"
      "), 1, position FROM engagement WHERE status = 'in_progress'"
      " UNION ALL SELECT 'decision', id, trim (coalesce (label || ' ', '') || coalesce (text, '')),"
      " 2, position FROM decision WHERE status = 'in_progress' ORDER BY sort, position, id",
      NULL);
  GPtrArray *records = copil_view_new_records ();

  while (copil_query_next (query))
    g_ptr_array_add (records, copil_view_record_new (g_intern_string (copil_query_text (query, 0)),
                                                     copil_query_int (query, 1),
                                                     copil_query_text (query, 2)));
  return records;
}

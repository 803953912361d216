/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-engagement.h"

#include "copil-charge-sql.h"
#include "copil-query.h"
#include "copil-rules.h"

const char *const copil_view_engagement_kinds[] = { "engagement", "measure", "axis", NULL };

const char *const copil_view_engagement_rows[] = {
  "SELECT e.label, e.text, CASE WHEN (SELECT count (*) FROM party) BETWEEN 2 AND (SELECT count (*)"
  " FROM engagement_party WHERE engagement = e.id) THEN '*' ELSE (SELECT group_concat (name, char"
  " (10)) FROM (SELECT coalesce (nullif (p.short_name, ''), p.name) AS name FROM engagement_party "
  "ep"
  " JOIN party p ON p.id = ep.party WHERE ep.engagement = e.id ORDER BY p.position, p.id)) END,"
  " e.due,"
  " e.status, copil_late (e.status, e.due),"
  " CASE WHEN e.status = 'in_progress' AND NOT copil_late (e.status, e.due) THEN e.progress END,"
  " " COPIL_CHARGE_SQL (
      "engagement",
      "e") ", e.confidential,"
           " e.status = 'in_progress' AND e.progress IS NULL AND NOT copil_late (e.status, e.due)"
           " AND EXISTS (SELECT 1 FROM indicator WHERE engagement = e.id)"
           " FROM engagement e WHERE e.id = ?1",
  "SELECT m.label, m.title, count (e.id), coalesce (sum (e.status = 'done'), 0),"
  " coalesce (sum (copil_late (e.status, e.due)), 0)"
  " FROM measure m LEFT JOIN engagement e ON e.measure = m.id WHERE m.id = ?1 GROUP BY m.id",
  "SELECT a.label, a.title, count (e.id), coalesce (sum (e.status = 'done'), 0),"
  " coalesce (sum (copil_late (e.status, e.due)), 0)"
  " FROM axis a LEFT JOIN engagement e ON e.axis = a.id WHERE a.id = ?1 GROUP BY a.id",
  NULL
};

const char copil_view_engagement_by_text[] = "copil_fold (e.text)";
const char copil_view_engagement_by_parties[] =
    "(SELECT group_concat (name, ' ') FROM (SELECT copil_fold (coalesce (p.short_name, p.name)) AS"
    " name FROM engagement_party ep JOIN party p ON p.id = ep.party WHERE ep.engagement = e.id"
    " ORDER BY p.position, p.id))";
const char copil_view_engagement_by_due[] = "coalesce (e.due, '9999')";
const char copil_view_engagement_by_lead[] =
    "copil_fold (coalesce ((SELECT name FROM person WHERE id = e.lead), " COPIL_CHARGE_SQL (
        "engagement", "e") "))";
const char copil_view_engagement_by_status[] = "copil_late (e.status, e.due), e.status";

char *
copil_view_engagement_query (gboolean all, const char *filter, const char *sorted_by,
                             gboolean descending)
{
  const char *of_axis = all ? "" : " AND e.axis = ?1";
  g_autofree char *axes = NULL;

  if (sorted_by)
    return g_strdup_printf ("SELECT 0, e.id FROM engagement e JOIN axis a ON a.id = e.axis"
                            " LEFT JOIN measure m ON m.id = e.measure WHERE 1%s%s"
                            " ORDER BY %s%s, a.position, a.id, e.position, e.id",
                            of_axis, filter, sorted_by, descending ? " DESC" : "");
  axes = g_strdup_printf ("SELECT 2 AS sort, a.id AS id, a.position AS ap, a.id AS aid,"
                          " -2e300 AS mp, 0 AS mid, 0 AS ep FROM axis a WHERE %d%s UNION ALL ",
                          all, *filter ? " AND a.id IN (SELECT axis FROM shown)" : "");
  /* What is filtered is sought once, for the headings too. */
  return g_strdup_printf (
      "WITH shown AS (SELECT e.id AS id, e.axis AS axis, e.measure AS measure,"
      " e.position AS position FROM engagement e WHERE 1%s%s)"
      " SELECT sort, id FROM (%sSELECT 1 AS sort, m.id AS id, a.position AS ap, a.id AS aid,"
      " m.position AS mp, m.id AS mid, -1e300 AS ep FROM measure m JOIN axis a ON a.id = m.axis"
      " WHERE 1%s%s UNION ALL SELECT 0, e.id, a.position, a.id, coalesce (m.position, -1e300),"
      " coalesce (m.id, 0), coalesce (e.position, 0) FROM shown e JOIN axis a ON a.id = e.axis"
      " LEFT JOIN measure m ON m.id = e.measure) ORDER BY ap, aid, mp, mid, ep, id",
      of_axis, filter, all ? axes : "", all ? "" : " AND m.axis = ?1",
      *filter ? " AND m.id IN (SELECT measure FROM shown)" : "");
}

guint
copil_view_count_filtered (CopilStore *store, const char *filter, const char *const *parameters)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM engagement e WHERE 1%s", filter);
  g_autoptr (CopilQuery) query = copil_store_query_strv (store, sql, parameters);

  return copil_query_next (query) ? (guint)copil_query_int (query, 0) : 0;
}

const char copil_view_fiches_of_engagement[] =
    "SELECT f.id, coalesce (nullif (f.label, '') || ' ', '') || f.title,"
    " coalesce (f.status, 'planned'), copil_late (f.status, f.due) FROM fiche_engagement l"
    " JOIN fiche f ON f.id = l.fiche WHERE l.engagement = ?1 ORDER BY f.position, f.id";

/* --- priorities --- */

const char *const copil_view_priority_kinds[] = { "engagement", "decision", NULL };

const char *const copil_view_priority_rows[] = {
  "SELECT e.label, e.text, e.due, e.status, copil_late (e.status, e.due), e.priority, a.label"
  " FROM engagement e JOIN axis a ON a.id = e.axis WHERE e.id = ?1",
  "SELECT d.label, d.text, d.due, d.status, copil_late (d.status, d.due), d.priority, m.date"
  " FROM decision d JOIN meeting m ON m.id = d.meeting WHERE d.id = ?1",
  NULL,
};

#define PRIORITIES(public_engagement, public_decision)                                             \
  "SELECT sort, id FROM (SELECT 0 AS sort, e.id AS id, a.position AS place, a.id AS axis,"         \
  " e.position AS position FROM engagement e JOIN axis a ON a.id = e.axis"                         \
  " WHERE (e.priority = ?1 OR (coalesce (e.status, 'planned') NOT IN ('done', 'abandoned')"        \
  " AND e.due > '' AND e.due <= ?2))" public_engagement                                            \
  " UNION ALL SELECT 1, d.id, m.date, m.id, d.position FROM decision d"                            \
  " JOIN meeting m ON m.id = d.meeting WHERE (d.priority = ?1"                                     \
  " OR coalesce (d.status, 'planned') NOT IN " COPIL_SETTLED_SQL ")" public_decision               \
  ") ORDER BY sort, place, axis, position, id"

const char copil_view_priorities[] = PRIORITIES ("", "");
const char copil_view_public_priorities[] =
    PRIORITIES (" AND coalesce (e.confidential, 0) = 0", " AND coalesce (d.confidential, 0) = 0");
const char copil_view_no_priorities[] = "SELECT 0, 0 WHERE 0";

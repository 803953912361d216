/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-decision.h"

#include "copil-charge-sql.h"
#include "copil-query.h"
#include "copil-rules.h"
#include "copil-view-list.h"

#define DECISIONS                                                                                  \
  "SELECT d.id, coalesce (coalesce (nullif (d.label, '') || ' – ', '') || d.text, ''), m.date,"  \
  " coalesce (d.status, 'planned'), " COPIL_CHARGE_SQL (                                           \
      "decision",                                                                                  \
      "d") ", d.due,"                                                                              \
           " CASE WHEN copil_late (d.status, d.due)"                                               \
           "  THEN julianday (copil_today ()) - julianday (d.due) END, d.engagement, d.fiche"      \
           " FROM decision d JOIN meeting m ON m.id = d.meeting"

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

/* --- the register --- */

#define ABOUT                                                                                      \
  "(SELECT group_concat (about, ', ') FROM (SELECT coalesce (nullif (e.label, ''), em.label) AS"   \
  " about FROM engagement e LEFT JOIN measure em ON em.id = e.measure WHERE e.id = r.engagement"   \
  " UNION ALL SELECT coalesce (nullif (f.label, ''), f.title) FROM fiche f WHERE f.id = r.fiche))"
#define ABOUT_TITLE                                                                                \
  "(SELECT group_concat (about, char (10)) FROM (SELECT coalesce (nullif (e.label, '') || ' ', "   \
  "'')"                                                                                            \
  " || e.text AS about FROM engagement e WHERE e.id = r.engagement UNION ALL SELECT coalesce"      \
  " (nullif (f.label, '') || ' ', '') || f.title FROM fiche f WHERE f.id = r.fiche))"
#define NOTE                                                                                       \
  "coalesce ((SELECT text FROM followup WHERE decision = r.id ORDER BY date DESC, id DESC LIMIT "  \
  "1),"                                                                                            \
  " nullif (r.outcome, ''))"

const char copil_view_decision_row[] =
    "SELECT r.status IN ('done', 'adopted'), r.label, r.text, " COPIL_CHARGE_SQL (
        "decision",
        "r") ", r.due, coalesce (r.status, 'planned'), copil_late (r.status, r.due), " ABOUT
             ", m.date, m.title, " NOTE ", coalesce (r.confidential, 0), " ABOUT_TITLE
             ", CASE WHEN copil_late (r.status,"
             " r.due) THEN 'late' ELSE coalesce (r.status, 'planned') END"
             " FROM decision r JOIN meeting m ON m.id = r.meeting WHERE r.id = ?1";

/* The newest meeting first, its decisions in their order. */
const char copil_view_decision_order[] =
    "(SELECT date FROM meeting WHERE id = r.meeting) IS NULL, (SELECT date FROM meeting WHERE id ="
    " r.meeting) DESC, r.meeting, r.position, r.id";
const char copil_view_decision_by_label[] = "nullif (r.label, '')";
const char copil_view_decision_by_text[] = "copil_fold (r.text)";
const char copil_view_decision_by_charge[] =
    "copil_fold (coalesce ((SELECT name FROM person WHERE id = r.lead), " COPIL_CHARGE_SQL (
        "decision", "r") "))";
const char copil_view_decision_by_due[] = "nullif (r.due, '')";
const char copil_view_decision_by_status[] =
    "CASE WHEN copil_late (r.status, r.due) THEN 0 ELSE CASE r.status WHEN 'in_progress' THEN 1"
    " WHEN 'done' THEN 3 WHEN 'adopted' THEN 4 WHEN 'abandoned' THEN 5 ELSE 2 END END";
const char copil_view_decision_by_meeting[] = "(SELECT date FROM meeting WHERE id = r.meeting)";
const char copil_view_decision_searched[] =
    "coalesce (r.label, '') || ' ' || r.text || ' ' || coalesce (r.outcome, '') || ' ' || coalesce"
    " (" COPIL_CHARGE_SQL ("decision", "r") ", '') || ' ' || coalesce (" ABOUT ", '') || ' ' ||"
                                            " coalesce ((SELECT group_concat (text, ' ') FROM "
                                            "followup WHERE decision = r.id), '')";
const char copil_view_decision_open[] = "coalesce (r.status, 'planned') NOT IN " COPIL_SETTLED_SQL;
const char copil_view_decision_late[] = "copil_late (r.status, r.due)";
const char copil_view_decision_planned[] = "coalesce (r.status, 'planned') = 'planned'";
const char copil_view_decision_in_progress[] = "r.status = 'in_progress'";
const char copil_view_decision_done[] = "r.status = 'done'";
const char copil_view_decision_abandoned[] = "r.status = 'abandoned'";
const char copil_view_decision_adopted[] = "r.status = 'adopted'";
const char copil_view_decision_of_meeting[] = "r.meeting = %s";
const char copil_view_decision_of_party[] = COPIL_CHARGED_PARTY_SQL ("decision", "r", "%s");
const char copil_view_decision_of_year[] =
    "substr ((SELECT date FROM meeting WHERE id = r.meeting), 1, 4) = %s";
const char copil_view_decision_of_person[] = COPIL_CHARGED_SQL ("decision", "r", "%s");
const char copil_view_decision_years[] =
    "SELECT DISTINCT substr (m.date, 1, 4) FROM decision d JOIN meeting m ON m.id = d.meeting"
    " WHERE m.date > '' ORDER BY 1 DESC";

const char copil_view_meeting_of_decision[] =
    "SELECT m.id, coalesce (nullif (m.title, ''), m.date), NULL, 0 FROM decision d JOIN meeting m"
    " ON m.id = d.meeting WHERE d.id = ?1";
const char copil_view_engagement_of_decision[] =
    "SELECT e.id, coalesce (nullif (e.label, '') || ' ', '') || e.text, coalesce (e.status,"
    " 'planned'), copil_late (e.status, e.due) FROM decision d JOIN engagement e ON e.id ="
    " d.engagement WHERE d.id = ?1";
const char copil_view_fiche_of_decision[] =
    "SELECT f.id, coalesce (nullif (f.label, '') || ' ', '') || f.title, coalesce (f.status,"
    " 'planned'), copil_late (f.status, f.due) FROM decision d JOIN fiche f ON f.id = d.fiche"
    " WHERE d.id = ?1";

gint64
copil_view_get_meeting_to_decide (CopilStore *store)
{
  return copil_store_query_int (
      store,
      "SELECT id FROM meeting WHERE coalesce (minutes, 'draft') <> 'validated' ORDER BY"
      " date IS NULL, date > copil_today (), date DESC, id DESC LIMIT 1",
      NULL);
}

char *
copil_view_dup_followed (gint64 meeting)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);

  return copil_view_list_make_condition (
      "r.meeting <> %s AND (coalesce (r.status, 'planned') NOT IN " COPIL_SETTLED_SQL
      " OR r.closed >= coalesce ((SELECT date FROM meeting WHERE id = %s), copil_today ()))"
      " AND coalesce ((SELECT date FROM meeting WHERE id = r.meeting) <="
      " (SELECT date FROM meeting WHERE id = %s), 1)",
      id, FALSE);
}

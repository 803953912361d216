/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-overview.h"

#include "copil-query.h"
#include "copil-rules.h"

CopilViewCounts
copil_view_count (CopilStore *store)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store,
                         "SELECT (SELECT count (*) FROM party), (SELECT count (*) FROM axis),"
                         " (SELECT count (*) FROM person), (SELECT count (*) FROM meeting),"
                         " (SELECT count (*) FROM decision WHERE coalesce (status, 'planned') NOT "
                         "IN " COPIL_SETTLED_SQL "),"
                         " (SELECT count (*) FROM decision WHERE copil_late (status, due))",
                         NULL);
  CopilViewCounts counts = { 0 };

  if (!copil_query_next (query))
    return counts;
  counts.parties = (guint)copil_query_int (query, 0);
  counts.axes = (guint)copil_query_int (query, 1);
  counts.persons = (guint)copil_query_int (query, 2);
  counts.meetings = (guint)copil_query_int (query, 3);
  counts.decisions = (guint)copil_query_int (query, 4);
  counts.decisions_late = (guint)copil_query_int (query, 5);
  return counts;
}

CopilViewMeeting *
copil_view_load_next_meeting (CopilStore *store)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT id, day, title, type, place, time FROM (SELECT id, date AS day, nullif (title, '') AS"
      " title, type, place, time FROM meeting WHERE date >= copil_today ()"
      " UNION ALL SELECT id, next_date, NULL, NULL, next_place, NULL FROM meeting"
      " WHERE next_date >= copil_today ()) ORDER BY day, coalesce (title, type) IS NULL, id LIMIT"
      " 1",
      NULL);
  CopilViewMeeting *meeting;

  if (!copil_query_next (query))
    return NULL;
  meeting = g_new0 (CopilViewMeeting, 1);
  meeting->id = copil_query_int (query, 0);
  meeting->date = g_strdup (copil_query_text (query, 1));
  meeting->title = g_strdup (copil_query_text (query, 2));
  meeting->type = g_strdup (copil_query_text (query, 3));
  meeting->place = g_strdup (copil_query_text (query, 4));
  meeting->time = g_strdup (copil_query_text (query, 5));
  return meeting;
}

void
copil_view_meeting_free (CopilViewMeeting *meeting)
{
  g_free (meeting->date);
  g_free (meeting->title);
  g_free (meeting->type);
  g_free (meeting->place);
  g_free (meeting->time);
  g_free (meeting);
}

static void
late_free (gpointer data)
{
  CopilViewLate *late = data;

  g_free (late->text);
  g_free (late->due);
  g_free (late->article);
  g_free (late->parties);
  g_free (late->axis);
  g_free (late);
}

GPtrArray *
copil_view_list_late (CopilStore *store, guint most)
{
  GPtrArray *engagements = g_ptr_array_new_with_free_func (late_free);
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT e.id, e.text, e.due, coalesce (nullif (e.label, ''), nullif (m.label, '')),"
      " (SELECT group_concat (name, ', ') FROM (SELECT coalesce (nullif (p.short_name, ''), p.name)"
      " AS name FROM engagement_party l JOIN party p ON p.id = l.party WHERE l.engagement = e.id"
      " ORDER BY p.position, p.id)), a.label"
      " FROM (SELECT id, due FROM engagement WHERE due > '' AND due < (SELECT copil_today ())"
      " AND copil_late (status, due) ORDER BY due, id LIMIT ?1) late"
      " JOIN engagement e ON e.id = late.id"
      " LEFT JOIN measure m ON m.id = e.measure LEFT JOIN axis a ON a.id = e.axis"
      " ORDER BY e.due, e.id",
      "i", (gint64)most);

  while (copil_query_next (query))
    {
      CopilViewLate *late = g_new0 (CopilViewLate, 1);

      late->id = copil_query_int (query, 0);
      late->text = g_strdup (copil_query_text (query, 1));
      late->due = g_strdup (copil_query_text (query, 2));
      late->article = g_strdup (copil_query_text (query, 3));
      late->parties = g_strdup (copil_query_text (query, 4));
      late->axis = g_strdup (copil_query_text (query, 5));
      g_ptr_array_add (engagements, late);
    }
  return engagements;
}

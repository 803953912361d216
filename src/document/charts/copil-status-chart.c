/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-store-charts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-kind.h"
#include "copil-query.h"
#include "copil-state-sql.h"
#include "copil-status-bars.h"
#include "copil-value.h"
#include "copil-words.h"

const CopilState copil_states[COPIL_N_STATES] = {
  { "done", COPIL_CHART_ROLE_DONE },           { "in_progress", COPIL_CHART_ROLE_IN_PROGRESS },
  { "planned", COPIL_CHART_ROLE_PLANNED },     { "late", COPIL_CHART_ROLE_LATE },
  { "abandoned", COPIL_CHART_ROLE_ABANDONED },
};

static CopilStatusBars *
new_bars (const char *title, const char *category_word)
{
  CopilStatusBars *bars = COPIL_STATUS_BARS (copil_status_bars_new (title));

  for (guint i = 0; i < COPIL_N_STATES; i++)
    copil_status_bars_add_status (bars, copil_states[i].role, NULL);
  copil_status_bars_set_category_word (bars, category_word);
  return bars;
}

/* A bar whose five counts stand in the query's row from that column on. */
static void
add_bar (CopilStatusBars *bars, CopilQuery *query, int column, const char *label, const char *title,
         const char *key)
{
  guint category = copil_status_bars_add_category (bars, label, title);

  for (guint i = 0; i < COPIL_N_STATES; i++)
    {
      g_autofree char *full = g_strdup_printf ("%s&status=%s", key, copil_states[i].name);
      copil_status_bars_set_count (bars, category, i,
                                   (guint)copil_query_int (query, column + (int)i), NULL, full);
    }
}

CopilChartRole
copil_state_get_role (const char *name)
{
  for (guint i = 0; i < COPIL_N_STATES; i++)
    if (g_strcmp0 (copil_states[i].name, name) == 0)
      return copil_states[i].role;
  return COPIL_CHART_ROLE_NEUTRAL;
}

/* A bar for each axis. "where": further SQL on the engagement "e"; "with": added to the keys. */
static CopilChart *
make_axes (CopilStore *store, const char *where, const char *with, const char *today)
{
  CopilStatusBars *bars =
      new_bars (_ ("Engagements by axis"), copil_kind_get_label (copil_kind_get ("axis")));
  /* Counted along the index of the axes, then joined: axes without engagements have a bar too. */
  g_autofree char *sql = g_strconcat (
      "SELECT a.id, a.label, a.title, c.* FROM axis a LEFT JOIN (SELECT axis,"
      " " COPIL_STATE_COUNTS_SQL
      " FROM (SELECT e.axis AS axis, " COPIL_STATE_SQL ("e") " AS state"
                                                             " FROM engagement e WHERE 1",
      where, ") GROUP BY axis) c ON c.axis = a.id ORDER BY a.position, a.id", NULL);
  g_autoptr (CopilQuery) query =
      copil_store_query (store, sql, "t", today ? today : copil_today ());

  while (copil_query_next (query))
    {
      g_autofree char *label = copil_words_axis (copil_query_text (query, 1));
      g_autofree char *key =
          g_strdup_printf ("axis=%" G_GINT64_FORMAT "%s", copil_query_int (query, 0), with);
      add_bar (bars, query, 4, label, copil_query_text (query, 2), key);
    }
  return COPIL_CHART (bars);
}

/* A bar for each measure of an axis. */
static CopilChart *
make_measures (CopilStore *store, gint64 axis, const char *where, const char *with,
               const char *today)
{
  CopilStatusBars *bars =
      new_bars (_ ("Engagements by measure"), copil_kind_get_label (copil_kind_get ("measure")));
  g_autofree char *counts =
      g_strconcat ("(SELECT measure, " COPIL_STATE_COUNTS_SQL
                   " FROM (SELECT coalesce (e.measure, 0) AS measure, " COPIL_STATE_SQL (
                       "e") " AS state FROM engagement e WHERE e.axis = ?2",
                   where, ") GROUP BY measure)", NULL);
  g_autofree char *sql = g_strconcat (
      "SELECT m.id, m.label, m.title, c.* FROM (SELECT 0 AS id, NULL AS label, NULL AS title,"
      " NULL AS position UNION ALL SELECT id, label, title, position FROM measure WHERE axis = ?2)"
      " m LEFT JOIN ",
      counts,
      " c ON c.measure = m.id WHERE m.id <> 0 OR c.measure IS NOT NULL"
      " ORDER BY m.id <> 0, m.position, m.id",
      NULL);
  g_autoptr (CopilQuery) query =
      copil_store_query (store, sql, "ti", today ? today : copil_today (), axis);

  while (copil_query_next (query))
    {
      gint64 measure = copil_query_int (query, 0);
      g_autofree char *key = g_strdup_printf (
          "axis=%" G_GINT64_FORMAT "&measure=%" G_GINT64_FORMAT "%s", axis, measure, with);
      add_bar (bars, query, 4, copil_query_text (query, 1),
               measure ? copil_query_text (query, 2) : _ ("Without a measure"), key);
    }
  return COPIL_CHART (bars);
}

CopilChart *
copil_status_chart_new (CopilStore *store, CopilAudience audience, const char *today)
{
  return make_axes (store, COPIL_AUDIENCE_SQL (audience, "e"), "", today);
}

CopilChart *
copil_axis_chart_new (CopilStore *store, gint64 axis, CopilAudience audience, const char *today)
{
  return make_measures (store, axis, COPIL_AUDIENCE_SQL (audience, "e"), "", today);
}

CopilChart *
copil_filtered_status_chart_new (CopilStore *store, const CopilChartFilter *filter)
{
  g_autoptr (GString) where = g_string_new (COPIL_AUDIENCE_SQL (filter->audience, "e"));
  g_autoptr (GString) with = g_string_new (NULL);

  if (filter->party)
    {
      g_string_append_printf (where,
                              " AND e.id IN (SELECT engagement FROM engagement_party WHERE party ="
                              " %" G_GINT64_FORMAT ")",
                              filter->party);
      g_string_append_printf (with, "&party=%" G_GINT64_FORMAT, filter->party);
    }
  if (filter->year > 0)
    {
      g_string_append_printf (where, " AND substr (e.due, 1, 4) = '%04d'", filter->year);
      g_string_append_printf (with, "&month=%04d", filter->year);
    }
  return filter->axis ? make_measures (store, filter->axis, where->str, with->str, filter->today)
                      : make_axes (store, where->str, with->str, filter->today);
}

void
copil_count_engagements (CopilStore *store, CopilAudience audience, const char *today,
                         guint counts[5])
{
  copil_count_engagements_of (store, audience, today, 0, counts);
}

void
copil_count_engagements_of (CopilStore *store, CopilAudience audience, const char *today,
                            gint64 axis, guint counts[5])
{
  /* By status and date, in the order of their index: the rows themselves are not read. */
  g_autofree char *sql = g_strconcat (
      "SELECT status, count (*), sum (copil_late (status, due, ?1)) FROM engagement e WHERE 1",
      axis ? " AND e.axis = ?2" : " AND ?2 = 0", COPIL_AUDIENCE_SQL (audience, "e"),
      " GROUP BY status", NULL);
  g_autoptr (CopilQuery) query =
      copil_store_query (store, sql, "ti", today ? today : copil_today (), axis);

  memset (counts, 0, 5 * sizeof *counts);
  while (copil_query_next (query))
    {
      CopilChartRole role = copil_state_get_role (copil_query_text (query, 0));
      guint all = (guint)copil_query_int (query, 1), overdue = (guint)copil_query_int (query, 2);

      if (role != COPIL_CHART_ROLE_DONE && role != COPIL_CHART_ROLE_ABANDONED &&
          role != COPIL_CHART_ROLE_IN_PROGRESS)
        role = COPIL_CHART_ROLE_PLANNED;
      counts[role] += all - overdue;
      counts[COPIL_CHART_ROLE_LATE] += overdue;
    }
}

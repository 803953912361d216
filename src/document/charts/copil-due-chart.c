/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-figure-charts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-heat.h"
#include "copil-kind.h"
#include "copil-query.h"
#include "copil-words.h"

/* Years beyond these are surely misprints, and would take the place of the others. */
#define MOST_YEARS 60

/* The years in which engagements are due, as columns: year → place + 1. */
static GHashTable *
add_years (CopilStore *store, CopilHeat *heat, const char *where)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *sql = g_strconcat ("SELECT DISTINCT substr (e.due, 1, 4) FROM engagement e"
                                      " WHERE length (e.due) >= 4 AND"
                                      " coalesce (e.status, '') <> 'abandoned'",
                                      where, " ORDER BY 1", NULL);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, NULL);

  while (copil_query_next (query) && g_hash_table_size (places) < MOST_YEARS)
    {
      const char *year = copil_query_text (query, 0);

      g_hash_table_insert (places, g_strdup (year),
                           GUINT_TO_POINTER (copil_heat_add_column (heat, year) + 1));
    }
  return places;
}

CopilChart *
copil_due_chart_new (CopilStore *store, const CopilChartFilter *filter)
{
  CopilChart *chart = copil_heat_new (_ ("Engagements due, by axis and year"), 1);
  CopilHeat *heat = COPIL_HEAT (chart);
  g_autofree char *party =
      filter->party ? g_strdup_printf (" AND e.id IN (SELECT engagement FROM engagement_party WHERE"
                                       " party = %" G_GINT64_FORMAT ")",
                                       filter->party)
                    : g_strdup ("");
  g_autofree char *where = g_strconcat (COPIL_AUDIENCE_SQL (filter->audience, "e"), party, NULL);
  g_autofree char *sql = g_strconcat (
      "SELECT a.id, a.label, a.title, c.year, c.n, c.done FROM axis a LEFT JOIN (SELECT e.axis AS"
      " axis, substr (e.due, 1, 4) AS year, count (*) AS n, sum (e.status = 'done') AS done"
      " FROM engagement e WHERE length (e.due) >= 4 AND coalesce (e.status, '') <> 'abandoned'",
      where, " GROUP BY 1, 2) c ON c.axis = a.id ORDER BY a.position, a.id, c.year", NULL);
  g_autoptr (GHashTable) years = add_years (store, heat, where);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, NULL);
  gint64 last = 0;
  guint row = 0;

  copil_heat_set_words (heat, copil_kind_get_label (copil_kind_get ("axis")),
                        _ ("Done, of those due that year"));
  while (copil_query_next (query))
    {
      gint64 axis = copil_query_int (query, 0);
      const char *title = copil_query_text (query, 2), *year;
      g_autofree char *label = copil_words_axis (copil_query_text (query, 1));
      g_autofree char *text = NULL, *sentence = NULL, *key = NULL, *with = NULL;
      guint n, done, place;

      if (axis != last)
        row = copil_heat_add_row (heat, label, title);
      last = axis;
      year = copil_query_text (query, 3);
      place = year ? GPOINTER_TO_UINT (g_hash_table_lookup (years, year)) : 0;
      if (place == 0)
        continue;
      n = (guint)copil_query_int (query, 4);
      done = (guint)copil_query_int (query, 5);
      /* Translators: how many are done, of how many: "3 of 5" */
      text = g_strdup_printf (C_ ("chart", "%u of %u"), done, n);
      /* Translators: axis, year, how many engagements are done, of how many that are due */
      sentence = g_strdup_printf (ngettext ("%s, %s: %u of %u engagement due is done",
                                            "%s, %s: %u of %u engagements due are done", n),
                                  label   ? label
                                  : title ? title
                                          : "",
                                  year, done, n);
      with = filter->party ? g_strdup_printf ("&party=%" G_GINT64_FORMAT, filter->party) : NULL;
      key = g_strdup_printf ("axis=%" G_GINT64_FORMAT "&month=%s%s", axis, year, with ? with : "");
      copil_heat_set_cell (heat, row, place - 1, n > 0 ? (double)done / n : NAN, text, sentence,
                           key);
    }
  return chart;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-indicator.h"

#include "copil-query.h"

#define TARGET(column)                                                                             \
  " (SELECT t." column " FROM target t WHERE t.indicator = i.id ORDER BY"                          \
  " coalesce (t.date, '9999') < copil_today (),"                                                   \
  " CASE WHEN coalesce (t.date, '9999') >= copil_today () THEN t.date END, t.date DESC, t.id"      \
  " LIMIT 1)"
#define LAST(column)                                                                               \
  " (SELECT o." column " FROM observation o WHERE o.indicator = i.id"                              \
  " ORDER BY o.date DESC, o.id DESC LIMIT 1)"

/* All figures of one kind in a text. */
#define ALL(table, rest)                                                                           \
  " (SELECT group_concat (coalesce (date, '') || char (9) || coalesce (value, '') || char (9)"     \
  " || " rest ", char (10)) FROM " table " WHERE indicator = i.id)"

const char copil_view_indicator_row[] =
    "SELECT i.name, i.unit, i.baseline_value, i.baseline_date," LAST ("value") "," LAST (
        "date") "," TARGET ("value") "," TARGET ("date") ", (SELECT a.label FROM axis a WHERE "
                                                         "a.id = i.axis), i.nature, i.scale, "
                                                         "i.direction,"
                                                         " i.counting, i.periodicity," ALL (
                                                             "target",
                                                             "''") "," ALL ("observation",
                                                                            "coalesce (level, "
                                                                            "'')") " FROM "
                                                                                   "indicator "
                                                                                   "i WHERE "
                                                                                   "i.id = ?1";

#define OF_INDICATOR(subquery)                                                                     \
  "(SELECT x FROM (SELECT " subquery " AS x FROM indicator i WHERE i.id = r.id))"

const char copil_view_indicator_by_name[] = "copil_fold (r.name)";
const char copil_view_indicator_by_baseline[] = "r.baseline_value";
/* What copil_indicator_get_observed() makes of it. */
const char copil_view_indicator_by_observed[] = OF_INDICATOR (
    " CASE WHEN i.counting = 'period' AND coalesce (i.nature, 'number') = 'number' THEN (SELECT"
    " sum (o.value) FROM observation o WHERE o.indicator = i.id AND (i.baseline_date IS NULL"
    " OR o.date > i.baseline_date)) ELSE" LAST ("value") " END");
const char copil_view_indicator_by_target[] = OF_INDICATOR (TARGET ("value"));
const char copil_view_indicator_searched[] =
    "coalesce (r.name, '') || ' ' || coalesce (r.unit, '') || ' ' || coalesce (r.source, '')";
const char copil_view_indicator_unobserved[] =
    "NOT EXISTS (SELECT 1 FROM observation o WHERE o.indicator = r.id)";
const char copil_view_indicator_unobserved_for_a_year[] =
    "NOT EXISTS (SELECT 1 FROM observation o WHERE o.indicator = r.id AND o.date >= copil_months "
    "(copil_today (), -12))";
const char copil_view_indicator_without_target[] =
    "NOT EXISTS (SELECT 1 FROM target t WHERE t.indicator = r.id)";
const char copil_view_indicator_without_baseline[] = "r.baseline_value IS NULL";
const char copil_view_indicator_of_axis[] = "r.axis = %s";

GArray *
copil_view_list_periodicities (CopilStore *store)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT coalesce (nullif (periodicity, ''), 'year') AS p, count (*) FROM indicator"
      " GROUP BY p ORDER BY count (*) DESC, p",
      NULL);
  GArray *periodicities = g_array_new (FALSE, FALSE, sizeof (CopilViewPeriodicity));

  while (copil_query_next (query))
    {
      CopilViewPeriodicity periodicity = { g_intern_string (copil_query_text (query, 0)),
                                           (guint)copil_query_int (query, 1) };

      g_array_append_val (periodicities, periodicity);
    }
  return periodicities;
}

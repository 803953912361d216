/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-axis.h"

#include "copil-query.h"

#define INDICATORS_OF(column)                                                                      \
  "SELECT id, name, NULL, 0 FROM indicator WHERE " column " = ?1 ORDER BY position, id"

const char copil_view_indicators_of_axis[] = INDICATORS_OF ("axis");
const char copil_view_indicators_of_measure[] = INDICATORS_OF ("measure");
const char copil_view_indicators_of_engagement[] = INDICATORS_OF ("engagement");
const char copil_view_indicators_of_fiche[] = INDICATORS_OF ("fiche");

static void
axis_free (gpointer data)
{
  CopilViewAxis *axis = data;

  g_free (axis->label);
  g_free (axis->title);
  g_free (axis->shown);
  g_free (axis);
}

GPtrArray *
copil_view_list_axes (CopilStore *store)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store,
                         "SELECT id, label, title, coalesce (nullif (label, '') || ' · ', '') || "
                         "coalesce (title, '') FROM axis"
                         " ORDER BY position, id",
                         NULL);
  GPtrArray *axes = g_ptr_array_new_with_free_func (axis_free);

  while (copil_query_next (query))
    {
      CopilViewAxis *axis = g_new0 (CopilViewAxis, 1);

      axis->id = copil_query_int (query, 0);
      axis->label = g_strdup (copil_query_text (query, 1));
      axis->title = g_strdup (copil_query_text (query, 2));
      axis->shown = g_strdup (copil_query_text (query, 3));
      g_ptr_array_add (axes, axis);
    }
  return axes;
}

CopilViewAxisCounts
copil_view_count_axis (CopilStore *store, gint64 axis)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT count (*), sum (status = 'done'), sum (copil_late (status, due))"
                       " FROM engagement WHERE %s = ?1",
                       axis ? "axis" : "0");
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", axis);
  CopilViewAxisCounts counts = { 0 };

  if (copil_query_next (query))
    counts =
        (CopilViewAxisCounts){ (guint)copil_query_int (query, 0), (guint)copil_query_int (query, 1),
                               (guint)copil_query_int (query, 2) };
  return counts;
}

GHashTable *
copil_view_count_late (CopilStore *store)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store,
                         "SELECT axis, count (*) FROM engagement WHERE due > ''"
                         " AND due < (SELECT copil_today ()) AND copil_late (status, due)"
                         " GROUP BY axis",
                         NULL);
  GHashTable *counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  while (copil_query_next (query))
    {
      gint64 axis = copil_query_int (query, 0);

      g_hash_table_insert (counts, g_memdup2 (&axis, sizeof axis),
                           GUINT_TO_POINTER ((guint)copil_query_int (query, 1)));
    }
  return counts;
}

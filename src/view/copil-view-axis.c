/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-axis.h"

#include "copil-query.h"

static void
axis_free (gpointer data)
{
  CopilViewAxis *axis = data;

  g_free (axis->label);
  g_free (axis->title);
  g_free (axis);
}

GPtrArray *
copil_view_list_axes (CopilStore *store)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store, "SELECT id, label, title FROM axis ORDER BY position, id", NULL);
  GPtrArray *axes = g_ptr_array_new_with_free_func (axis_free);

  while (copil_query_next (query))
    {
      CopilViewAxis *axis = g_new0 (CopilViewAxis, 1);

      axis->id = copil_query_int (query, 0);
      axis->label = g_strdup (copil_query_text (query, 1));
      axis->title = g_strdup (copil_query_text (query, 2));
      g_ptr_array_add (axes, axis);
    }
  return axes;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-paper.h"
#include "copil-query.h"

static void
item_free (gpointer data)
{
  CopilPaperItem *item = data;

  g_free (item->label);
  g_free (item->title);
  g_free (item->presenter);
  g_free (item->notes);
  g_free (item);
}

GPtrArray *
copil_paper_list_items (CopilStore *store, gint64 meeting, CopilAudience audience)
{
  g_autofree char *sql =
      g_strconcat ("SELECT i.id, i.label, i.title, i.presenter, i.notes, i.duration, i.adjourned"
                   " FROM item i WHERE i.meeting = ?1",
                   COPIL_PAPER_ITEM_SQL (audience), " ORDER BY i.position, i.id", NULL);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", meeting);
  GPtrArray *items = g_ptr_array_new_with_free_func (item_free);

  while (copil_query_next (query))
    {
      CopilPaperItem *item = g_new0 (CopilPaperItem, 1);

      item->id = copil_query_int (query, 0);
      item->label = g_strdup (copil_query_text (query, 1));
      item->title = g_strdup (copil_query_text (query, 2));
      item->presenter = g_strdup (copil_query_text (query, 3));
      item->notes = g_strdup (copil_query_text (query, 4));
      item->duration = copil_query_int (query, 5);
      item->adjourned = copil_query_int (query, 6) != 0;
      g_ptr_array_add (items, item);
    }
  return items;
}

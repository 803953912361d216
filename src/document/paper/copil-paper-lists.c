/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What documents of a meeting list: the points of its agenda, who is convened. */
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

static void
convened_free (gpointer data)
{
  CopilPaperConvened *convened = data;

  g_free (convened->civility);
  g_free (convened->name);
  g_free (convened->function);
  g_free (convened->entity);
  g_free (convened->party_name);
  g_free (convened->party_called);
  g_free (convened->address);
  g_free (convened->party_address);
  g_free (convened->role);
  g_free (convened->reason);
  g_free (convened->alternate_civility);
  g_free (convened->alternate_name);
  g_free (convened);
}

GPtrArray *
copil_paper_list_convened (CopilStore *store, gint64 meeting)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      COPIL_PAPER_CONVENED_SQL
      "SELECT n.id, y.id, n.civility, n.name, n.function, n.entity, y.name, " COPIL_PAPER_PARTY_SQL
      ", n.address, y.address, c.role, c.reason, s.civility, s.name FROM convened c"
      " JOIN person n ON n.id = c.person LEFT JOIN party y ON y.id = n.party"
      " LEFT JOIN person s ON s.id = n.alternate"
      " ORDER BY y.id IS NULL, y.position, y.id, c.place",
      "i", meeting);
  GPtrArray *list = g_ptr_array_new_with_free_func (convened_free);

  while (copil_query_next (query))
    {
      CopilPaperConvened *convened = g_new0 (CopilPaperConvened, 1);

      convened->id = copil_query_int (query, 0);
      convened->party = copil_query_int (query, 1);
      convened->civility = g_strdup (copil_query_text (query, 2));
      convened->name = g_strdup (copil_query_text (query, 3));
      convened->function = g_strdup (copil_query_text (query, 4));
      convened->entity = g_strdup (copil_query_text (query, 5));
      convened->party_name = g_strdup (copil_query_text (query, 6));
      convened->party_called = g_strdup (copil_query_text (query, 7));
      convened->address = g_strdup (copil_query_text (query, 8));
      convened->party_address = g_strdup (copil_query_text (query, 9));
      convened->role = g_strdup (copil_query_text (query, 10));
      convened->reason = g_strdup (copil_query_text (query, 11));
      convened->alternate_civility = g_strdup (copil_query_text (query, 12));
      convened->alternate_name = g_strdup (copil_query_text (query, 13));
      g_ptr_array_add (list, convened);
    }
  return list;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-meeting.h"

#include "copil-query.h"

const char copil_view_meeting_keys[] =
    "SELECT 0, id FROM meeting ORDER BY date IS NOT NULL, date DESC, time DESC, id DESC";
const char copil_view_meeting_row[] =
    "SELECT date, title, type, minutes, id = (SELECT id FROM meeting WHERE date >= copil_today ()"
    " ORDER BY date, time, id LIMIT 1) FROM meeting WHERE id = ?1";

#define ITEMS                                                                                      \
  "SELECT id, coalesce (label || '. ', '') || coalesce (title, ''),"                               \
  " (SELECT date FROM meeting JOIN item AS p ON p.meeting = meeting.id WHERE p.id ="               \
  " item.previous), adjourned, (SELECT coalesce (label, title) FROM fiche WHERE fiche.id ="        \
  " item.fiche), (SELECT count(*) FROM attachment WHERE attachment.item = item.id),"               \
  " (SELECT count(*) FROM decision WHERE decision.item = item.id) FROM item"

void
copil_view_item_free (CopilViewItem *item)
{
  g_free (item->title);
  g_free (item->since);
  g_free (item->fiche);
  g_free (item);
}

static CopilViewItem *
take_item (CopilQuery *query)
{
  CopilViewItem *item = g_new0 (CopilViewItem, 1);

  item->id = copil_query_int (query, 0);
  item->title = g_strdup (copil_query_text (query, 1));
  item->since = g_strdup (copil_query_text (query, 2));
  item->adjourned = copil_query_int (query, 3) != 0;
  item->fiche = g_strdup (copil_query_text (query, 4));
  item->n_attachments = (guint)copil_query_int (query, 5);
  item->n_decisions = (guint)copil_query_int (query, 6);
  return item;
}

CopilViewItem *
copil_view_load_item (CopilStore *store, gint64 id)
{
  g_autoptr (CopilQuery) query = copil_store_query (store, ITEMS " WHERE id = ?1", "i", id);

  return copil_query_next (query) ? take_item (query) : NULL;
}

GPtrArray *
copil_view_list_items (CopilStore *store, gint64 meeting)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store, ITEMS " WHERE meeting = ?1 ORDER BY position, id", "i", meeting);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)copil_view_item_free);

  while (copil_query_next (query))
    g_ptr_array_add (items, take_item (query));
  return items;
}

gint64
copil_view_find_noted_item (CopilStore *store, gint64 meeting)
{
  return copil_store_query_int (
      store, "SELECT id FROM item WHERE meeting = ?1 ORDER BY notes IS NULL, position, id LIMIT 1",
      "i", meeting);
}

static void
version_free (gpointer data)
{
  CopilViewVersion *version = data;

  g_free (version->meeting);
  g_free (version->date);
  g_free (version->sha256);
  g_free (version->reason);
  g_free (version);
}

GPtrArray *
copil_view_list_versions (CopilStore *store, gint64 meeting)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT v.id, v.number, m.date, v.date, v.sha256, v.size, o.number, v.reason"
      " FROM minutes_version v JOIN meeting m ON m.id = v.meeting"
      " LEFT JOIN minutes_version o ON o.id = v.replaces WHERE v.meeting = ?1"
      " ORDER BY v.number DESC, v.id DESC",
      "i", meeting);
  GPtrArray *versions = g_ptr_array_new_with_free_func (version_free);

  while (copil_query_next (query))
    {
      CopilViewVersion *version = g_new0 (CopilViewVersion, 1);

      version->id = copil_query_int (query, 0);
      version->number = (int)copil_query_int (query, 1);
      version->meeting = g_strdup (copil_query_text (query, 2));
      version->date = g_strdup (copil_query_text (query, 3));
      version->sha256 = g_strdup (copil_query_text (query, 4));
      version->size = (guint64)copil_query_int (query, 5);
      version->replaces = (int)copil_query_int (query, 6);
      version->reason = g_strdup (copil_query_text (query, 7));
      g_ptr_array_add (versions, version);
    }
  return versions;
}

GArray *
copil_view_list_amendments (CopilStore *store, gint64 meeting)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT id FROM correction WHERE meeting = ?1 ORDER BY position, id", "i", meeting);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);
      g_array_append_val (ids, id);
    }
  return ids;
}

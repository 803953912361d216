/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-sitting.h"

#include "copil-query.h"

/* Minutes: what a file says beyond this is no length of an item. */
#define LONGEST 9999

static void
item_free (gpointer data)
{
  g_free (((CopilViewStep *)data)->title);
  g_free (data);
}

GPtrArray *
copil_view_list_steps (CopilStore *store, gint64 meeting)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT id, coalesce (label || '. ', '') || coalesce (title, ''), coalesce (duration, 0),"
      " coalesce (adjourned, 0), coalesce (elapsed, 0) > 0 OR EXISTS (SELECT 1 FROM decision WHERE"
      " decision.item = item.id) FROM item WHERE meeting = ?1 ORDER BY position, id",
      "i", meeting);

  while (copil_query_next (query))
    {
      CopilViewStep *item = g_new0 (CopilViewStep, 1);

      item->id = copil_query_int (query, 0);
      item->title = g_strdup (copil_query_text (query, 1));
      item->planned = (guint)CLAMP (copil_query_int (query, 2), 0, LONGEST) * 60;
      item->adjourned = copil_query_int (query, 3) != 0;
      item->treated = copil_query_int (query, 4) != 0;
      g_ptr_array_add (items, item);
    }
  return items;
}

static void
document_free (gpointer data)
{
  g_free (((CopilViewDocument *)data)->name);
  g_free (data);
}

GPtrArray *
copil_view_list_documents (CopilStore *store, gint64 meeting)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func (document_free);
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT id, item, name FROM attachment WHERE meeting = ?1 ORDER BY position, id", "i",
      meeting);

  while (copil_query_next (query))
    {
      CopilViewDocument *document = g_new0 (CopilViewDocument, 1);

      document->id = copil_query_int (query, 0);
      document->item = copil_query_int (query, 1);
      document->name = g_strdup (copil_query_text (query, 2));
      g_ptr_array_add (documents, document);
    }
  return documents;
}

char *
copil_view_dup_item_documents (CopilStore *store, gint64 item)
{
  return copil_store_query_dup_text (
      store, "SELECT group_concat (name, ', ') FROM attachment WHERE item = ?1", "i", item);
}

/* Kind, id and title of those whose words match ?2 (for LIKE, over copil_fold()). */
static GPtrArray *
match (CopilStore *store, const char *sql, gint64 meeting, const char *typed)
{
  GPtrArray *matches = copil_view_new_records ();
  g_autofree char *pattern = g_strdup_printf ("%%%s%%", typed);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "it", meeting, pattern);

  while (copil_query_next (query))
    g_ptr_array_add (matches,
                     copil_view_record_new (copil_query_text (query, 0), copil_query_int (query, 1),
                                            copil_query_text (query, 2)));
  return matches;
}

GPtrArray *
copil_view_match_persons (CopilStore *store, gint64 meeting, const char *typed)
{
  return match (
      store,
      "SELECT 'person', id, name || coalesce (' – ' || function, '') FROM person WHERE copil_fold ("
      "coalesce (civility || ' ', '') || name || ' ' || coalesce (function, '')) LIKE copil_fold"
      " (?2) ORDER BY copil_fold (' ' || name) NOT LIKE copil_fold ('% ' || substr (?2, 2)), NOT"
      " EXISTS (SELECT 1 FROM attendance WHERE meeting = ?1 AND attendance.person = person.id AND"
      " state = 'present'), member IS NOT 1, position, id LIMIT 5",
      meeting, typed);
}

GPtrArray *
copil_view_match_responsible (CopilStore *store, gint64 meeting, const char *typed)
{
  GPtrArray *matches = copil_view_match_persons (store, meeting, typed);
  g_autoptr (GPtrArray) parties = match (
      store,
      "SELECT 'party', id, coalesce (nullif (short_name, ''), name) FROM party WHERE ?1 > 0 AND"
      " copil_fold (coalesce (short_name, '') || ' ' || name) LIKE copil_fold (?2)"
      " ORDER BY position, id LIMIT 3",
      meeting, typed);

  g_ptr_array_extend_and_steal (matches, g_steal_pointer (&parties));
  return matches;
}

GPtrArray *
copil_view_match_subjects (CopilStore *store, gint64 meeting, const char *typed)
{
  return match (
      store,
      "SELECT * FROM (SELECT 'fiche', id, coalesce (label || ' ', '') || title FROM fiche WHERE"
      " copil_fold (coalesce (label, '') || ' ' || title) LIKE copil_fold (?2) ORDER BY NOT EXISTS"
      " (SELECT 1 FROM item WHERE meeting = ?1 AND item.fiche = fiche.id), position, id LIMIT 3)"
      " UNION ALL SELECT * FROM (SELECT 'engagement', id, coalesce (label || ' ', '') || text FROM"
      " engagement WHERE copil_fold (coalesce (label, '') || ' ' || text) LIKE copil_fold (?2)"
      " ORDER BY axis, measure, position, id LIMIT 4)",
      meeting, typed);
}

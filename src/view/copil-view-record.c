/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-record.h"

#include "copil-query.h"

static void
record_free (gpointer data)
{
  CopilViewRecord *record = data;

  g_free (record->title);
  g_free (record->status);
  g_free (record);
}

CopilViewRecord *
copil_view_record_new (const char *kind, gint64 id, const char *title)
{
  CopilViewRecord *record = g_new0 (CopilViewRecord, 1);

  record->kind = g_intern_string (kind);
  record->id = id;
  record->title = g_strdup (title);
  return record;
}

GPtrArray *
copil_view_new_records (void)
{
  return g_ptr_array_new_with_free_func (record_free);
}

char *
copil_view_dup_dates_from (CopilStore *store, const CopilKind *kind, gint64 id)
{
  g_autofree char *path =
      kind->dates_from ? copil_kind_dup_path_sql (kind, "r", kind->dates_from) : NULL;
  g_autofree char *sql =
      path ? g_strdup_printf ("SELECT %s FROM \"%s\" r WHERE r.id = ?1", path, kind->name) : NULL;

  return sql ? copil_store_query_dup_text (store, sql, "i", id) : NULL;
}

char *
copil_view_dup_field (CopilStore *store, const char *kind, gint64 id, const char *field)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", field, kind);

  return copil_store_query_dup_text (store, sql, "i", id);
}

gint64
copil_view_get_field (CopilStore *store, const char *kind, gint64 id, const char *field)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", field, kind);

  return copil_store_query_int (store, sql, "i", id);
}

gboolean
copil_view_has_any (CopilStore *store, const char *kind)
{
  g_autofree char *sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM \"%s\")", kind);

  return copil_store_query_int (store, sql, NULL) != 0;
}

gboolean
copil_view_is_gone (CopilStore *store, const char *kind, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) = 0 FROM \"%s\" WHERE id = ?1", kind);

  return id && copil_store_query_int (store, sql, "i", id) == 1;
}

GArray *
copil_view_list_ids (CopilStore *store, const char *kind, const char *field, gint64 id,
                     const char *also, gint64 also_id)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?1 AND \"%s\" = ?2 ORDER BY %s", kind,
                       field, also ? also : field, copil_kind_get (kind)->order);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "ii", id, also ? also_id : id);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (copil_query_next (query))
    {
      gint64 found = copil_query_int (query, 0);

      g_array_append_val (ids, found);
    }
  return ids;
}

gint64
copil_view_get_next (CopilStore *store, const char *kind, gint64 after, gint64 id)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT r.id FROM \"%s\" AS r, \"%s\" AS o WHERE o.id = ?1 AND r.id <> ?2 AND (r.position,"
      " r.id) > (o.position, o.id) ORDER BY r.position, r.id LIMIT 1",
      kind, kind);

  return copil_store_query_int (store, sql, "ii", after, id);
}

gint64
copil_view_get_convention (CopilStore *store)
{
  return copil_store_query_int (store, "SELECT id FROM convention ORDER BY id LIMIT 1", NULL);
}

/* Rows of id, title and, where there are more columns, status and whether it is late. */
static GPtrArray *
list (CopilQuery *query)
{
  GPtrArray *records = copil_view_new_records ();
  gboolean status = copil_query_get_n_columns (query) > 3;

  while (copil_query_next (query))
    {
      CopilViewRecord *record =
          copil_view_record_new (NULL, copil_query_int (query, 0), copil_query_text (query, 1));

      if (status)
        {
          record->status = g_strdup (copil_query_text (query, 2));
          record->late = copil_query_int (query, 3) != 0;
        }
      g_ptr_array_add (records, record);
    }
  return records;
}

GPtrArray *
copil_view_list_links (CopilStore *store, const char *sql, gint64 id)
{
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", id);

  return list (query);
}

GPtrArray *
copil_view_list_points (CopilStore *store, gint64 attachment)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT i.id, coalesce (i.label || ' ', '') || i.title FROM item i"
      " JOIN attachment a ON a.meeting = i.meeting WHERE a.id = ?1 ORDER BY i.position, i.id",
      "i", attachment);

  return list (query);
}

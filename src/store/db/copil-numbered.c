/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-numbered.h"

#include "copil-query.h"

/* Every number is a plain one, and together they are 1, 2, … n. */
gboolean
copil_store_is_numbered (CopilStore *store, const CopilKind *kind, gint64 owner)
{
  g_autofree char *sql = NULL;

  if (!kind->numbered)
    return FALSE;
  sql = g_strdup_printf (
      "SELECT count(*) = count (DISTINCT n) AND coalesce (min (n), 1) = 1 AND coalesce (max (n), 0)"
      " = count(*) AND coalesce (min (label IS cast (n AS TEXT)), 1) FROM (SELECT \"%s\" AS label,"
      " cast (\"%s\" AS INTEGER) AS n FROM \"%s\" WHERE \"%s\" = ?1)",
      kind->label_field, kind->label_field, kind->name, kind->parent);
  return copil_store_query_int (store, sql, "i", owner) != 0;
}

gint64
copil_store_get_numbered (CopilStore *store, const CopilKind *kind, gint64 id)
{
  g_autofree char *sql = NULL;
  gint64 owner;

  if (!kind->numbered)
    return 0;
  sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", kind->parent, kind->name);
  owner = copil_store_query_int (store, sql, "i", id);
  return owner && copil_store_is_numbered (store, kind, owner) ? owner : 0;
}

gboolean
copil_store_number (CopilStore *store, const CopilKind *kind, gint64 owner, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CopilQuery) query = NULL;
  g_autofree char *sql = NULL;

  if (!kind->numbered || !owner)
    return TRUE;
  sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?1 ORDER BY %s", kind->name,
                         kind->parent, kind->order);
  query = copil_store_query (store, sql, "i", owner);
  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);
      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 1);

      if (!copil_store_set (store, kind, g_array_index (ids, gint64, i), kind->label_field, label,
                            error))
        return FALSE;
    }
  return TRUE;
}

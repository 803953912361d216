/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What entries of the journal did, record by record and field by field. */
#include "copil-touch.h"

#include <gio/gio.h>

#include "copil-query.h"
#include "copil-store-private.h"

/* What nobody looks for further back. */
#define MOST_ENTRIES 10000

static GPtrArray *
list_columns (CopilStore *store, const char *table)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store, "SELECT name FROM pragma_table_info (?1) ORDER BY cid", "t", table);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  while (copil_query_next (query))
    g_ptr_array_add (names, g_strdup (copil_query_text (query, 0)));
  return names;
}

static gint64
get_value (sqlite3_changeset_iter *iter, int op, int column)
{
  sqlite3_value *value = NULL;

  if (op == SQLITE_INSERT)
    sqlite3changeset_new (iter, column, &value);
  else
    sqlite3changeset_old (iter, column, &value);
  return value ? sqlite3_value_int64 (value) : 0;
}

/* A row that came or went, with what it belonged to. */
static gboolean
visit_row (sqlite3_changeset_iter *iter, int op, int n_columns, GPtrArray *columns,
           CopilTouch *touch, CopilTouchFunc func, gpointer data)
{
  const CopilKind *kind = copil_kind_get (touch->kind);

  for (int c = 1; kind->parent && c < n_columns && c < (int)columns->len; c++)
    if (g_str_equal (columns->pdata[c], kind->parent))
      touch->owner = get_value (iter, op, c);
  touch->came = op == SQLITE_INSERT;
  return func (touch, data);
}

static gboolean
visit_fields (sqlite3_changeset_iter *iter, int n_columns, GPtrArray *columns, CopilTouch *touch,
              CopilTouchFunc func, gpointer data)
{
  for (int c = 1; c < n_columns && c < (int)columns->len; c++)
    {
      sqlite3_value *value = NULL;

      if (sqlite3changeset_new (iter, c, &value) != SQLITE_OK || !value)
        continue;
      touch->field = columns->pdata[c];
      if (func (touch, data))
        return TRUE;
    }
  return FALSE;
}

/* Until the function says TRUE. */
static gboolean
visit (CopilStore *store, GBytes *changeset, CopilTouchFunc func, gpointer data)
{
  g_autoptr (GHashTable) tables =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  sqlite3_changeset_iter *iter = NULL;
  gboolean found = FALSE;

  if (sqlite3changeset_start (&iter, (int)g_bytes_get_size (changeset),
                              (void *)g_bytes_get_data (changeset, NULL)) != SQLITE_OK)
    return FALSE;
  while (!found && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table = NULL;
      int n_columns = 0, op = 0;
      const CopilKind *kind;
      GPtrArray *columns;
      CopilTouch touch = { 0 };

      sqlite3changeset_op (iter, &table, &n_columns, &op, NULL);
      kind = copil_kind_find (table);
      if (!kind)
        continue;
      columns = g_hash_table_lookup (tables, table);
      if (!columns)
        {
          columns = list_columns (store, table);
          g_hash_table_insert (tables, g_strdup (table), columns);
        }
      touch.kind = kind->name;
      touch.id = get_value (iter, op, 0);
      found = op == SQLITE_UPDATE ? visit_fields (iter, n_columns, columns, &touch, func, data)
                                  : visit_row (iter, op, n_columns, columns, &touch, func, data);
    }
  sqlite3changeset_finalize (iter);
  return found;
}

/* The day on which people here saw it. */
static char *
dup_day (const char *time)
{
  g_autoptr (GDateTime) then = time ? g_date_time_new_from_iso8601 (time, NULL) : NULL;
  g_autoptr (GDateTime) here = then ? g_date_time_to_local (then) : NULL;

  return here ? g_date_time_format (here, "%Y-%m-%d") : NULL;
}

char *
copil_store_find_touch (CopilStore *store, CopilTouchFunc func, gpointer data)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store,
                         "SELECT id, time FROM journal WHERE verb <> 'aside' AND length"
                         " (changeset) > 0 ORDER BY id DESC LIMIT ?1",
                         "i", (gint64)MOST_ENTRIES);

  while (copil_query_next (query))
    {
      g_autoptr (GBytes) bytes = copil_journal_read (store, copil_query_int (query, 0), NULL);

      if (bytes && visit (store, bytes, func, data))
        return dup_day (copil_query_text (query, 1));
    }
  return NULL;
}

void
copil_store_look_at_undo (CopilStore *store, CopilTouchFunc func, gpointer data)
{
  g_autoptr (GBytes) bytes = NULL;

  if (store->undo->len == 0)
    return;
  bytes = copil_journal_read (
      store, g_array_index (store->undo, CopilEntry, store->undo->len - 1).id, NULL);
  if (bytes)
    visit (store, bytes, func, data);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What foreign keys would check, row by row, for changes that were applied while they were off. */
#include "copil-store-private.h"

#include <string.h>

static gboolean
is_link (const CopilField *field)
{
  return field->type == COPIL_FIELD_REFERENCES;
}

/* What finds one thing wrong with a record of the table that was made or changed: ?1 is its id, or
 * ?1 and ?2 are the two sides of a pair. */
static char *
made_sql (const char *table)
{
  const CopilKind *own = copil_kind_find (table);
  g_autoptr (GString) sql = g_string_new (NULL);

  if (own)
    {
      g_string_printf (sql, "SELECT 1 FROM \"%s\" AS r WHERE id = ?1 AND (0", table);
      for (const CopilField *field = own->fields; field->name; field++)
        if (field->type == COPIL_FIELD_REFERENCE)
          g_string_append_printf (sql,
                                  " OR (r.\"%s\" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \"%s\""
                                  " AS p WHERE p.id = r.\"%s\"))",
                                  field->name, field->target, field->name);
      g_string_append_c (sql, ')');
      return g_string_free (g_steal_pointer (&sql), FALSE);
    }
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    for (const CopilField *field = (*kind)->fields; field->name; field++)
      if (is_link (field) && g_str_equal (field->link, table))
        return g_strdup_printf ("SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM \"%s\" WHERE id = ?1) OR"
                                " NOT EXISTS (SELECT 1 FROM \"%s\" WHERE id = ?2)",
                                (*kind)->name, field->target);
  return NULL;
}

/* What finds one record that refers to the one with the id ?1, which is gone. */
static char *
gone_sql (const char *table)
{
  g_autoptr (GString) sql = g_string_new ("SELECT 1 WHERE 0");

  if (!copil_kind_find (table))
    return NULL;
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    for (const CopilField *field = (*kind)->fields; field->name; field++)
      {
        const char *format = " OR EXISTS (SELECT 1 FROM \"%s\" WHERE \"%s\" = ?1)";

        if (field->type == COPIL_FIELD_REFERENCE && g_str_equal (field->target, table))
          g_string_append_printf (sql, format, (*kind)->name, field->name);
        if (is_link (field) && g_str_equal ((*kind)->name, table))
          g_string_append_printf (sql, format, field->link, (*kind)->name);
        if (is_link (field) && g_str_equal (field->target, table))
          g_string_append_printf (sql, format, field->link, field->target);
      }
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* An update that gives no reference a value breaks none. */
static gboolean
may_refer (sqlite3_changeset_iter *iter, int n_columns)
{
  for (int column = 0; column < n_columns; column++)
    {
      sqlite3_value *value = NULL;
      if (sqlite3changeset_new (iter, column, &value) == SQLITE_OK && value &&
          sqlite3_value_type (value) == SQLITE_INTEGER)
        return TRUE;
    }
  return FALSE;
}

/* Runs what finds a fault, with the key of the change. */
static gboolean
find_fault (CopilStore *store, const char *sql, sqlite3_changeset_iter *iter, int op, int n_columns,
            gboolean *found, GError **error)
{
  sqlite3_stmt *statement = copil_store_take_statement (store, sql);
  int code, n = statement ? sqlite3_bind_parameter_count (statement) : 0;

  if (!statement)
    return copil_store_fail (store, error);
  for (int place = 0; place < MIN (n, n_columns); place++)
    {
      sqlite3_value *value = NULL;
      if (op == SQLITE_INSERT)
        sqlite3changeset_new (iter, place, &value);
      else
        sqlite3changeset_old (iter, place, &value);
      if (value)
        sqlite3_bind_value (statement, place + 1, value);
    }
  code = sqlite3_step (statement);
  *found = code == SQLITE_ROW;
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    copil_store_fail (store, error);
  copil_store_give_statement (store, statement);
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

/* The sentence of SQL for a table, made once. */
static const char *
get_sql (GHashTable *known, const char *table, char *(*make) (const char *table))
{
  gpointer sql;

  if (!g_hash_table_lookup_extended (known, table, NULL, &sql))
    {
      sql = make (table);
      g_hash_table_insert (known, g_strdup (table), sql);
    }
  return sql;
}

gboolean
copil_references_check (CopilStore *store, const void *changeset, int size, gboolean *sound,
                        GError **error)
{
  g_autoptr (GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_changeset_iter *iter = NULL;
  gboolean readable = TRUE, found = FALSE;
  int code = sqlite3changeset_start (&iter, size, (void *)changeset);

  while (code == SQLITE_OK && readable && !found && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table = NULL, *sql = NULL;
      int n_columns = 0, op = 0;

      code = sqlite3changeset_op (iter, &table, &n_columns, &op, NULL);
      if (code != SQLITE_OK)
        break;
      if (op == SQLITE_DELETE)
        sql = get_sql (gone, table, gone_sql);
      else if (op == SQLITE_INSERT || may_refer (iter, n_columns))
        sql = get_sql (made, table, made_sql);
      if (sql)
        readable = find_fault (store, sql, iter, op, n_columns, &found, error);
    }
  if (iter)
    sqlite3changeset_finalize (iter);
  if (code != SQLITE_OK)
    copil_store_set_sqlite_error (error, NULL, code);
  *sound = !found;
  return readable && code == SQLITE_OK;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-query.h"

#include <stdarg.h>

#include "copil-legible.h"
#include "copil-store-private.h"

struct _CopilQuery
{
  CopilStore *store;
  sqlite3_stmt *statement; /* NULL where it failed */
  gboolean ended;
  GPtrArray *made_legible; /* texts of this row that had to be, or NULL */
};

static CopilQuery *
query_new (CopilStore *store, const char *sql)
{
  CopilQuery *query = g_new0 (CopilQuery, 1);

  query->store = g_object_ref (store);
  query->statement = copil_store_take_statement (store, sql);
  if (!query->statement)
    copil_store_say_failed (store);
  return query;
}

static CopilQuery *
query_new_va (CopilStore *store, const char *sql, const char *types, va_list args)
{
  CopilQuery *query = query_new (store, sql);

  for (int place = 1; types && *types; types++, place++)
    {
      sqlite3_stmt *statement = query->statement;
      if (*types == 'i')
        {
          gint64 value = va_arg (args, gint64);
          if (statement)
            sqlite3_bind_int64 (statement, place, value);
        }
      else if (*types == 'd')
        {
          double value = va_arg (args, double);
          if (statement)
            sqlite3_bind_double (statement, place, value);
        }
      else
        {
          const char *value = va_arg (args, const char *);
          if (statement)
            sqlite3_bind_text (statement, place, value, -1, SQLITE_TRANSIENT);
        }
    }
  return query;
}

CopilQuery *
copil_store_query (CopilStore *store, const char *sql, const char *types, ...)
{
  CopilQuery *query;
  va_list args;

  va_start (args, types);
  query = query_new_va (store, sql, types, args);
  va_end (args);
  return query;
}

CopilQuery *
copil_store_query_strv (CopilStore *store, const char *sql, const char *const *parameters)
{
  CopilQuery *query = query_new (store, sql);

  for (int place = 0; query->statement && parameters && parameters[place]; place++)
    {
      gint64 number;
      if (g_ascii_string_to_signed (parameters[place], 10, G_MININT64, G_MAXINT64, &number, NULL))
        sqlite3_bind_int64 (query->statement, place + 1, number);
      else
        sqlite3_bind_text (query->statement, place + 1, parameters[place], -1, SQLITE_TRANSIENT);
    }
  return query;
}

gboolean
copil_query_next (CopilQuery *query)
{
  int code;

  g_clear_pointer (&query->made_legible, g_ptr_array_unref);
  if (!query->statement || query->ended)
    return FALSE;
  code = sqlite3_step (query->statement);
  if (code == SQLITE_ROW)
    return TRUE;
  query->ended = TRUE;
  if (code != SQLITE_DONE)
    copil_store_say_failed (query->store);
  return FALSE;
}

const char *
copil_query_text (CopilQuery *query, int column)
{
  const char *text = (const char *)sqlite3_column_text (query->statement, column);
  gssize length = text ? sqlite3_column_bytes (query->statement, column) : 0;
  char *made;

  if (!text || copil_text_is_legible (text, length))
    return text;
  made = copil_text_make_legible (text, length);
  if (!query->made_legible)
    query->made_legible = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (query->made_legible, made);
  return made;
}

gboolean
copil_query_is_legible (CopilQuery *query, int column)
{
  const char *text = (const char *)sqlite3_column_text (query->statement, column);

  return !text || copil_text_is_legible (text, sqlite3_column_bytes (query->statement, column));
}

gint64
copil_query_int (CopilQuery *query, int column)
{
  return sqlite3_column_int64 (query->statement, column);
}

double
copil_query_double (CopilQuery *query, int column)
{
  return sqlite3_column_double (query->statement, column);
}

gboolean
copil_query_is_null (CopilQuery *query, int column)
{
  return sqlite3_column_type (query->statement, column) == SQLITE_NULL;
}

int
copil_query_get_n_columns (CopilQuery *query)
{
  return query->statement ? sqlite3_column_count (query->statement) : 0;
}

void
copil_query_free (CopilQuery *query)
{
  if (query->statement)
    copil_store_give_statement (query->store, query->statement);
  g_clear_pointer (&query->made_legible, g_ptr_array_unref);
  g_object_unref (query->store);
  g_free (query);
}

char *
copil_store_query_dup_text (CopilStore *store, const char *sql, const char *types, ...)
{
  g_autoptr (CopilQuery) query = NULL;
  va_list args;

  va_start (args, types);
  query = query_new_va (store, sql, types, args);
  va_end (args);
  return copil_query_next (query) ? g_strdup (copil_query_text (query, 0)) : NULL;
}

gint64
copil_store_query_int (CopilStore *store, const char *sql, const char *types, ...)
{
  g_autoptr (CopilQuery) query = NULL;
  va_list args;

  va_start (args, types);
  query = query_new_va (store, sql, types, args);
  va_end (args);
  return copil_query_next (query) ? copil_query_int (query, 0) : 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging: one row's change after the other, field by field. */
#include "copil-merge-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-query.h"
#include "copil-record.h"

/* Rows that win over their deletion, to be brought back at the end. */
typedef struct
{
  const CopilKind *kind;
  gint64 id;
  CopilStore *source;
} Kept;

static gboolean
values_equal (sqlite3_value *a, sqlite3_value *b)
{
  int type = sqlite3_value_type (a);

  if (type != sqlite3_value_type (b))
    return FALSE;
  switch (type)
    {
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
      return sqlite3_value_int64 (a) == sqlite3_value_int64 (b);
    case SQLITE_FLOAT:
      {
        double x = sqlite3_value_double (a), y = sqlite3_value_double (b);
        return memcmp (&x, &y, sizeof x) == 0;
      }
    default:
      return sqlite3_value_bytes (a) == sqlite3_value_bytes (b) &&
             (sqlite3_value_bytes (a) == 0 ||
              memcmp (sqlite3_value_blob (a), sqlite3_value_blob (b),
                      (gsize)sqlite3_value_bytes (a)) == 0);
    }
}

/* Fields that the program sets in passing: no reason to ask anybody. */
static gboolean
is_in_passing (const char *column)
{
  return g_str_equal (column, "position") || g_str_equal (column, "reviewed");
}

/* Of two places or days that were set in passing both sides come to the same, the later one. */
static gboolean
is_later (const CopilField *field, sqlite3_value *ours, sqlite3_value *theirs)
{
  if (!field)
    return sqlite3_value_double (theirs) > sqlite3_value_double (ours);
  return g_strcmp0 ((const char *)sqlite3_value_text (ours),
                    (const char *)sqlite3_value_text (theirs)) < 0;
}

static char *
format (CopilStore *store, const CopilKind *kind, gint64 id, const char *column)
{
  g_autoptr (CopilRecord) record = copil_store_load (store, kind, id);
  char *text = record ? copil_record_format (record, store, column) : NULL;

  if (text && *text)
    return text;
  g_free (text);
  return g_strdup ("–");
}

static void
tell_conflict (CopilMerging *merging, const CopilKind *kind, gint64 id, const char *column)
{
  g_autofree char *called = copil_store_describe (merging->ours, kind, id);
  g_autofree char *ours = format (merging->ours, kind, id, column);
  g_autofree char *theirs = format (merging->theirs, kind, id, column);

  g_ptr_array_add (merging->conflicts,
                   g_strdup_printf (_ ("%s: %s: “%s” / “%s”"), called,
                                    copil_field_get_label (copil_kind_get_field (kind, column)),
                                    ours, theirs));
}

static gboolean
set_column (CopilMerging *merging, const CopilKind *kind, gint64 id, const char *column,
            sqlite3_value *value, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?2 WHERE id = ?1", kind->name, column);
  return copil_merging_run (merging->store, sql, error, "iv", id, value);
}

/* A reference that one side took away only because what it led to was deleted. */
static gboolean
is_deletion (const CopilField *field, CopilStore *store, sqlite3_value *base, sqlite3_value *value)
{
  return field && field->type == COPIL_FIELD_REFERENCE &&
         sqlite3_value_type (value) == SQLITE_NULL && base &&
         sqlite3_value_type (base) == SQLITE_INTEGER &&
         !copil_merging_has_row (store, field->target, sqlite3_value_int64 (base));
}

/* Three values of one field: what both had (NULL where it is a new record), ours, theirs. */
static gboolean
merge_field (CopilMerging *merging, const CopilKind *kind, gint64 id, const char *column,
             sqlite3_value *base, sqlite3_value *ours, sqlite3_value *theirs, GError **error)
{
  const CopilField *field = copil_kind_get_field (kind, column);
  int number;

  if (values_equal (ours, theirs))
    return TRUE;
  number = copil_merging_choose_number (merging, kind, id, column, base, ours, theirs);
  if (number != 0)
    return number < 0 || set_column (merging, kind, id, column, theirs, error);
  if (base && values_equal (ours, base))
    return set_column (merging, kind, id, column, theirs, error);
  if (base && values_equal (theirs, base))
    return TRUE;
  if (is_in_passing (column))
    return !is_later (field, ours, theirs) || set_column (merging, kind, id, column, theirs, error);
  if (is_deletion (field, merging->theirs, base, theirs))
    return TRUE;
  if (is_deletion (field, merging->ours, base, ours))
    return set_column (merging, kind, id, column, theirs, error);
  tell_conflict (merging, kind, id, column);
  if (merging->choice == COPIL_MERGE_THEIRS)
    return set_column (merging, kind, id, column, theirs, error);
  return TRUE;
}

/* Our row, values copied; NULL where it is not there. */
static GPtrArray *
load_row (CopilMerging *merging, const char *table, gint64 id)
{
  char **columns = g_hash_table_lookup (merging->columns, table);
  g_autofree char *names = g_strjoinv ("\", \"", columns);
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", names, table);
  sqlite3_stmt *statement = copil_store_take_statement (merging->store, sql);
  GPtrArray *row = NULL;

  if (!statement)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      row = g_ptr_array_new_with_free_func ((GDestroyNotify)sqlite3_value_free);
      for (int i = 0; columns[i]; i++)
        g_ptr_array_add (row, sqlite3_value_dup (sqlite3_column_value (statement, i)));
    }
  copil_store_give_statement (merging->store, statement);
  return row;
}

static sqlite3_value *
get_old (sqlite3_changeset_iter *iter, int column)
{
  sqlite3_value *value = NULL;
  return sqlite3changeset_old (iter, column, &value) == SQLITE_OK ? value : NULL;
}

static sqlite3_value *
get_new (sqlite3_changeset_iter *iter, int column)
{
  sqlite3_value *value = NULL;
  return sqlite3changeset_new (iter, column, &value) == SQLITE_OK ? value : NULL;
}

/* A pair may be there already; a record that cannot be made is an error. */
static gboolean
insert_row (CopilMerging *merging, const char *table, sqlite3_changeset_iter *iter, GError **error)
{
  char **columns = g_hash_table_lookup (merging->columns, table);
  g_autofree char *names = g_strjoinv ("\", \"", columns);
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement;
  int code;

  g_string_printf (sql, "INSERT%s INTO \"%s\" (\"%s\") VALUES (?1",
                   copil_kind_find (table) ? "" : " OR IGNORE", table, names);
  for (guint i = 1; columns[i]; i++)
    g_string_append_printf (sql, ", ?%u", i + 1);
  g_string_append_c (sql, ')');
  statement = copil_store_take_statement (merging->store, sql->str);
  if (!statement)
    return copil_store_fail (merging->store, error);
  for (int i = 0; columns[i]; i++)
    {
      sqlite3_value *value = get_new (iter, i);
      if (value)
        sqlite3_bind_value (statement, i + 1, value);
    }
  code = sqlite3_step (statement);
  if (code != SQLITE_DONE)
    copil_store_fail (merging->store, error);
  copil_store_give_statement (merging->store, statement);
  return code == SQLITE_DONE;
}

/* Tables of pairs: a pair is there or not, and both sides agree at once. */
static gboolean
apply_pair (CopilMerging *merging, const char *table, int op, sqlite3_changeset_iter *iter,
            GError **error)
{
  char **columns = g_hash_table_lookup (merging->columns, table);
  g_autofree char *sql = NULL;
  sqlite3_value *a = get_old (iter, 0), *b = get_old (iter, 1);

  if (op == SQLITE_INSERT)
    return insert_row (merging, table, iter, error);
  if (op != SQLITE_DELETE || !a || !b)
    return TRUE;
  sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"%s\" = ?1 AND \"%s\" = ?2", table, columns[0],
                         columns[1]);
  return copil_merging_run (merging->store, sql, error, "vv", a, b);
}

static gboolean
apply_record (CopilMerging *merging, const CopilKind *kind, int op, sqlite3_changeset_iter *iter,
              GArray *kept, GError **error)
{
  char **columns = g_hash_table_lookup (merging->columns, kind->name);
  sqlite3_value *key = op == SQLITE_INSERT ? get_new (iter, 0) : get_old (iter, 0);
  gint64 id = key ? sqlite3_value_int64 (key) : 0;
  g_autoptr (GPtrArray) row = load_row (merging, kind->name, id);
  g_autofree char *sql = NULL;
  gboolean touched = FALSE;

  if (op == SQLITE_INSERT && !row)
    return insert_row (merging, kind->name, iter, error);
  if (op == SQLITE_DELETE && !row)
    return TRUE;
  if (!row)
    {
      Kept theirs = { kind, id, merging->theirs };
      gboolean news = FALSE;

      for (int i = 1; columns[i]; i++)
        news |= get_new (iter, i) != NULL && !is_in_passing (columns[i]);
      /* A merge of theirs may have deleted it there too. */
      if (!news || !copil_merging_has_row (merging->theirs, kind->name, id))
        return TRUE;
      copil_merging_tell_deleted (merging, kind->name, id, TRUE);
      if (merging->choice == COPIL_MERGE_THEIRS)
        g_array_append_val (kept, theirs);
      return TRUE;
    }
  if (op != SQLITE_DELETE)
    {
      for (int i = 1; columns[i]; i++)
        {
          sqlite3_value *value = get_new (iter, i);
          if (value && !merge_field (merging, kind, id, columns[i],
                                     op == SQLITE_UPDATE ? get_old (iter, i) : NULL, row->pdata[i],
                                     value, error))
            return FALSE;
        }
      return TRUE;
    }
  for (int i = 1; columns[i] && !touched; i++)
    {
      sqlite3_value *old = get_old (iter, i);
      touched =
          old && !is_in_passing (columns[i]) && !values_equal (old, row->pdata[i]) &&
          !is_deletion (copil_kind_get_field (kind, columns[i]), merging->ours, old, row->pdata[i]);
    }
  if (touched && copil_merging_has_row (merging->ours, kind->name, id))
    {
      Kept ours = { kind, id, merging->ours };
      copil_merging_tell_deleted (merging, kind->name, id, FALSE);
      if (merging->choice != COPIL_MERGE_THEIRS)
        g_array_append_val (kept, ours);
    }
  sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?1", kind->name);
  return copil_merging_run (merging->store, sql, error, "i", id);
}

gboolean
copil_merging_apply (CopilMerging *merging, const void *changeset, int size, GError **error)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  sqlite3_changeset_iter *iter = NULL;
  gboolean sound = TRUE;
  int code = SQLITE_OK, end;

  if (size > 0)
    {
      code = sqlite3changeset_start (&iter, size, (void *)changeset);
      while (sound && code == SQLITE_OK && (code = sqlite3changeset_next (iter)) == SQLITE_ROW)
        {
          const char *table = NULL;
          int n_columns = 0, op = 0;
          char **columns;

          code = sqlite3changeset_op (iter, &table, &n_columns, &op, NULL);
          columns = table ? g_hash_table_lookup (merging->columns, table) : NULL;
          if (!columns)
            continue;
          if ((int)g_strv_length (columns) != n_columns)
            code = SQLITE_CORRUPT;
          else if (copil_kind_find (table))
            sound = apply_record (merging, copil_kind_get (table), op, iter, kept, error);
          else
            sound = apply_pair (merging, table, op, iter, error);
        }
      end = sqlite3changeset_finalize (iter);
      if (sound && ((code != SQLITE_DONE && code != SQLITE_OK) || end != SQLITE_OK))
        {
          copil_store_set_sqlite_error (error, NULL, SQLITE_CORRUPT);
          return FALSE;
        }
    }
  for (guint i = 0; sound && i < kept->len; i++)
    {
      const Kept *row = &g_array_index (kept, Kept, i);
      sound = copil_merging_restore (merging, row->source, row->kind->name, row->id, error);
    }
  return sound && copil_merging_settle_references (merging, error) &&
         copil_merging_number (merging, error);
}

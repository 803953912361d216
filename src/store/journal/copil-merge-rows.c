/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging: which rows are there, and what refers to them. */
#include "copil-merge-private.h"

#include <glib/gi18n-lib.h>

#include "copil-query.h"
#include "copil-record.h"

/* One row's reference may bring back another that refers on; each turn settles a level. */
#define MOST_TURNS 64

static void
link_free (gpointer data)
{
  CopilLink *link = data;
  g_free (link->table);
  g_free (link->column);
  g_free (link->parent);
  g_free (link);
}

static gboolean
fail_corrupt (GError **error)
{
  g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CORRUPT,
                       _ ("The other version does not fit: its records refer to nothing."));
  return FALSE;
}

static void
read_table (CopilMerging *merging, const char *table)
{
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  g_autoptr (CopilQuery) names = copil_store_query (
      merging->store, "SELECT name FROM pragma_table_info (?1) ORDER BY cid", "t", table);
  g_autoptr (CopilQuery) keys = copil_store_query (
      merging->store,
      "SELECT \"from\", \"table\", on_delete = 'CASCADE' FROM pragma_foreign_key_list (?1)", "t",
      table);

  while (copil_query_next (names))
    g_strv_builder_add (columns, copil_query_text (names, 0));
  g_hash_table_insert (merging->columns, g_strdup (table), g_strv_builder_end (columns));
  while (copil_query_next (keys))
    {
      CopilLink *link = g_new0 (CopilLink, 1);
      link->table = g_strdup (table);
      link->column = g_strdup (copil_query_text (keys, 0));
      link->parent = g_strdup (copil_query_text (keys, 1));
      link->cascade = copil_query_int (keys, 2) != 0;
      g_ptr_array_add (merging->links, link);
    }
  g_ptr_array_add (merging->tables, g_strdup (table));
}

CopilMerging *
copil_merging_new (CopilStore *store, CopilStore *ours, CopilStore *theirs, CopilMergeChoice choice,
                   GPtrArray *conflicts)
{
  CopilMerging *merging = g_new0 (CopilMerging, 1);

  merging->store = g_object_ref (store);
  merging->ours = g_object_ref (ours);
  merging->theirs = g_object_ref (theirs);
  merging->choice = choice;
  merging->conflicts =
      conflicts ? g_ptr_array_ref (conflicts) : g_ptr_array_new_with_free_func (g_free);
  merging->numbered = g_ptr_array_new_with_free_func (g_free);
  merging->tables = g_ptr_array_new_with_free_func (g_free);
  merging->columns =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  merging->links = g_ptr_array_new_with_free_func (link_free);
  merging->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  merging->restored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    {
      read_table (merging, (*kind)->name);
      for (const CopilField *field = (*kind)->fields; field->name; field++)
        if (field->type == COPIL_FIELD_REFERENCES)
          read_table (merging, field->link);
    }
  return merging;
}

void
copil_merging_free (CopilMerging *merging)
{
  g_object_unref (merging->store);
  g_object_unref (merging->ours);
  g_object_unref (merging->theirs);
  g_ptr_array_unref (merging->conflicts);
  g_ptr_array_unref (merging->numbered);
  g_ptr_array_unref (merging->tables);
  g_hash_table_unref (merging->columns);
  g_ptr_array_unref (merging->links);
  g_hash_table_unref (merging->told);
  g_hash_table_unref (merging->restored);
  g_free (merging);
}

gboolean
copil_merging_run (CopilStore *store, const char *sql, GError **error, const char *types, ...)
{
  sqlite3_stmt *statement = copil_store_take_statement (store, sql);
  va_list args;
  int code;

  if (!statement)
    return copil_store_fail (store, error);
  va_start (args, types);
  for (int place = 1; types[place - 1]; place++)
    if (types[place - 1] == 'i')
      sqlite3_bind_int64 (statement, place, va_arg (args, gint64));
    else if (types[place - 1] == 't')
      sqlite3_bind_text (statement, place, va_arg (args, const char *), -1, SQLITE_TRANSIENT);
    else
      sqlite3_bind_value (statement, place, va_arg (args, sqlite3_value *));
  va_end (args);
  code = sqlite3_step (statement);
  if (code != SQLITE_DONE && code != SQLITE_ROW)
    copil_store_fail (store, error);
  copil_store_give_statement (store, statement);
  return code == SQLITE_DONE || code == SQLITE_ROW;
}

gboolean
copil_merging_has_row (CopilStore *store, const char *table, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE id = ?1", table);
  return copil_store_query_int (store, sql, "i", id) == 1;
}

void
copil_merging_tell_deleted (CopilMerging *merging, const char *table, gint64 id,
                            gboolean deleted_here)
{
  const CopilKind *kind = copil_kind_get (table);
  g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, table, id);
  g_autofree char *called = NULL;

  if (!g_hash_table_add (merging->told, g_steal_pointer (&key)))
    return;
  called = copil_store_describe (deleted_here ? merging->theirs : merging->ours, kind, id);
  g_ptr_array_add (merging->conflicts,
                   g_strdup_printf (deleted_here
                                        ? _ ("%s: deleted here, changed in the other version")
                                        : _ ("%s: changed here, deleted in the other version"),
                                    called));
}

/* --- bringing back --- */

/* Rows of a table that refer to the record: their ids, or the other column of a table of pairs. */
static GArray *
list_referring (CopilStore *store, const CopilLink *link, gint64 id, const char *column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE \"%s\" = ?1", column,
                                          link->table, link->column);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", id);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (copil_query_next (query))
    {
      gint64 row = copil_query_int (query, 0);
      g_array_append_val (ids, row);
    }
  return ids;
}

static gboolean
copy_row (CopilMerging *merging, CopilStore *source, const char *table, gint64 id, GError **error)
{
  char **columns = g_hash_table_lookup (merging->columns, table);
  g_autoptr (GString) marks = g_string_new ("?1");
  g_autofree char *names = g_strjoinv ("\", \"", columns);
  g_autofree char *select =
      g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", names, table);
  g_autofree char *insert = NULL;
  sqlite3_stmt *from, *to;
  int code = SQLITE_ERROR;

  for (guint i = 1; columns[i]; i++)
    g_string_append_printf (marks, ", ?%u", i + 1);
  insert = g_strdup_printf ("INSERT OR IGNORE INTO \"%s\" (\"%s\") VALUES (%s)", table, names,
                            marks->str);
  from = copil_store_take_statement (source, select);
  if (!from)
    return copil_store_fail (source, error);
  sqlite3_bind_int64 (from, 1, id);
  if (sqlite3_step (from) == SQLITE_ROW &&
      (to = copil_store_take_statement (merging->store, insert)))
    {
      for (int i = 0; columns[i]; i++)
        sqlite3_bind_value (to, i + 1, sqlite3_column_value (from, i));
      code = sqlite3_step (to);
      if (code != SQLITE_DONE)
        copil_store_fail (merging->store, error);
      copil_store_give_statement (merging->store, to);
    }
  else
    fail_corrupt (error);
  copil_store_give_statement (source, from);
  return code == SQLITE_DONE;
}

static const char *
other_column (CopilMerging *merging, const CopilLink *link)
{
  char **columns = g_hash_table_lookup (merging->columns, link->table);
  return g_str_equal (columns[0], link->column) ? columns[1] : columns[0];
}

static gboolean
restore_referring (CopilMerging *merging, CopilStore *source, const CopilLink *link, gint64 id,
                   GError **error)
{
  gboolean record = copil_kind_find (link->table) != NULL;
  const char *column = record ? "id" : other_column (merging, link);
  g_autoptr (GArray) ids = list_referring (source, link, id, column);
  g_autofree char *pair =
      g_strdup_printf ("INSERT OR IGNORE INTO \"%s\" (\"%s\", \"%s\") VALUES (?1, ?2)", link->table,
                       link->column, column);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 row = g_array_index (ids, gint64, i);
      if (record ? !copil_merging_restore (merging, source, link->table, row, error)
                 : !copil_merging_run (merging->store, pair, error, "ii", id, row))
        return FALSE;
    }
  return TRUE;
}

gboolean
copil_merging_restore (CopilMerging *merging, CopilStore *source, const char *table, gint64 id,
                       GError **error)
{
  char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, table, id);

  if (!g_hash_table_add (merging->restored, key))
    return TRUE;
  if (!copil_merging_has_row (merging->store, table, id) &&
      !copy_row (merging, source, table, id, error))
    return FALSE;
  for (guint i = 0; i < merging->links->len; i++)
    {
      const CopilLink *link = merging->links->pdata[i];

      if (link->cascade && g_str_equal (link->parent, table) &&
          !restore_referring (merging, source, link, id, error))
        return FALSE;
      if (link->cascade && g_str_equal (link->table, table))
        {
          g_autofree char *sql =
              g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", link->column, table);
          gint64 parent = copil_store_query_int (merging->store, sql, "i", id);
          if (parent && !copil_merging_has_row (merging->store, link->parent, parent) &&
              copil_merging_has_row (source, link->parent, parent) &&
              !copil_merging_restore (merging, source, link->parent, parent, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* --- references that lead nowhere --- */

static gboolean
delete_tree (CopilMerging *merging, const char *table, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?1", table);

  if (!copil_merging_run (merging->store, sql, error, "i", id))
    return FALSE;
  for (guint i = 0; i < merging->links->len; i++)
    {
      const CopilLink *link = merging->links->pdata[i];
      g_autoptr (GArray) ids = NULL;

      if (!link->cascade || !g_str_equal (link->parent, table) || !copil_kind_find (link->table))
        continue;
      ids = list_referring (merging->store, link, id, "id");
      for (guint row = 0; row < ids->len; row++)
        if (!delete_tree (merging, link->table, g_array_index (ids, gint64, row), error))
          return FALSE;
    }
  return TRUE;
}

/* Where that side has the row, and its reference leads there. */
static gboolean
refers (CopilMerging *merging, CopilStore *store, const CopilLink *link, const char *key,
        gint64 row, gint64 parent)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE \"%s\" = ?1 AND \"%s\" = ?2",
                                          link->table, key, link->column);
  return copil_store_query_int (store, sql, "ii", row, parent) == 1;
}

static gboolean
delete_pair (CopilMerging *merging, const CopilLink *link, const char *key, gint64 row,
             gint64 parent, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"%s\" = ?1 AND \"%s\" = ?2",
                                          link->table, link->column, key);
  return copil_merging_run (merging->store, sql, error, "ii", parent, row);
}

/* Puts a record where the side has it; "done" is set where that is elsewhere. */
static gboolean
put_elsewhere (CopilMerging *merging, CopilStore *side, const CopilLink *link, gint64 row,
               gint64 parent, gboolean *done, GError **error)
{
  g_autofree char *select =
      g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", link->column, link->table);
  g_autofree char *update = g_strdup_printf (
      "UPDATE \"%s\" SET \"%s\" = nullif (?2, 0) WHERE id = ?1", link->table, link->column);
  gint64 elsewhere;

  *done = FALSE;
  if (!copil_merging_has_row (side, link->table, row))
    return TRUE;
  elsewhere = copil_store_query_int (side, select, "i", row);
  if (elsewhere == parent)
    return TRUE;
  *done = TRUE;
  return copil_merging_run (merging->store, update, error, "ii", row, elsewhere);
}

/* What a record belongs to is on neither side any more: a change of theirs put it there, and a
 * merge of theirs took that away again. It goes where it is now, on the side that wins first. */
static gboolean
settle_nowhere (CopilMerging *merging, const CopilLink *link, const char *key, gint64 row,
                gint64 parent, CopilStore *winner, GError **error)
{
  CopilStore *sides[] = { winner, winner == merging->ours ? merging->theirs : merging->ours };
  gboolean done = FALSE;

  if (!copil_kind_find (link->table))
    return delete_pair (merging, link, key, row, parent, error);
  for (guint i = 0; i < G_N_ELEMENTS (sides) && !done; i++)
    if (!put_elsewhere (merging, sides[i], link, row, parent, &done, error))
      return FALSE;
  return done || delete_tree (merging, link->table, row, error);
}

static gboolean
settle_row (CopilMerging *merging, const CopilLink *link, const char *key, gint64 row,
            gint64 parent, GError **error)
{
  gboolean pair = !copil_kind_find (link->table);
  char **columns = g_hash_table_lookup (merging->columns, link->table);
  gboolean mine = refers (merging, merging->ours, link, key, row, parent);
  gboolean keep_ours = merging->choice != COPIL_MERGE_THEIRS;
  CopilStore *winner = keep_ours ? merging->ours : merging->theirs;
  g_autofree char *sql = NULL;
  gboolean done;

  if (!link->cascade)
    {
      sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL WHERE id = ?1", link->table,
                             link->column);
      return copil_merging_run (merging->store, sql, error, "i", row);
    }
  /* A pair whose second record is gone is no loss, a record without what it belongs to is one. */
  if (!pair || g_str_equal (link->column, columns[0]))
    {
      if (!copil_merging_has_row (mine ? merging->ours : merging->theirs, link->parent, parent))
        return settle_nowhere (merging, link, key, row, parent, winner, error);
      copil_merging_tell_deleted (merging, link->parent, parent, !mine);
      if (mine == keep_ours)
        return copil_merging_restore (merging, winner, link->parent, parent, error);
    }
  if (pair)
    return delete_pair (merging, link, key, row, parent, error);
  /* The side that wins may have the record elsewhere. */
  if (!put_elsewhere (merging, winner, link, row, parent, &done, error))
    return FALSE;
  return done || delete_tree (merging, link->table, row, error);
}

gboolean
copil_merging_settle_references (CopilMerging *merging, GError **error)
{
  for (int turn = 0; turn < MOST_TURNS; turn++)
    {
      guint found = 0;

      for (guint i = 0; i < merging->links->len; i++)
        {
          const CopilLink *link = merging->links->pdata[i];
          const char *key = copil_kind_find (link->table) ? "id" : other_column (merging, link);
          g_autofree char *sql = g_strdup_printf (
              "SELECT \"%s\", \"%s\" FROM \"%s\" AS child WHERE \"%s\" IS NOT NULL AND NOT EXISTS"
              " (SELECT 1 FROM \"%s\" AS parent WHERE parent.id = child.\"%s\")",
              key, link->column, link->table, link->column, link->parent, link->column);
          g_autoptr (CopilQuery) query = copil_store_query (merging->store, sql, NULL);
          g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, 2 * sizeof (gint64));

          while (copil_query_next (query))
            {
              gint64 row[2] = { copil_query_int (query, 0), copil_query_int (query, 1) };
              g_array_append_val (rows, row);
            }
          g_clear_pointer (&query, copil_query_free);
          found += rows->len;
          for (guint row = 0; row < rows->len; row++)
            {
              const gint64 *pair =
                  (const gint64 *)(gpointer)(rows->data + row * 2 * sizeof (gint64));
              /* What was settled for an earlier row may have settled this one. */
              if (copil_merging_has_row (merging->store, link->parent, pair[1]) ||
                  !refers (merging, merging->store, link, key, pair[0], pair[1]))
                continue;
              if (!settle_row (merging, link, key, pair[0], pair[1], error))
                return FALSE;
            }
        }
      if (found == 0)
        return TRUE;
    }
  return fail_corrupt (error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal as a person reads it: who did what, and when. */
#include "copil-history.h"

#include "copil-history-private.h"
#include "copil-journal-private.h"
#include "copil-legible.h"
#include "copil-query.h"

#include <glib/gi18n-lib.h>

/* No chain of owners is longer. */
#define MOST_OWNERS 16

void
copil_history_change_free (CopilHistoryChange *change)
{
  g_free (change->before);
  g_free (change->after);
  g_free (change->sentence);
  g_free (change);
}

static void
entry_free (gpointer data)
{
  CopilHistoryEntry *entry = data;

  g_free (entry->time);
  g_free (entry->author);
  g_free (entry->name);
  g_ptr_array_unref (entry->changes);
  g_free (entry);
}

/* --- what an entry did --- */

static CopilHistoryChange *
add_change (GPtrArray *changes, const CopilKind *kind, gint64 id, CopilHistoryAct act,
            const CopilField *field)
{
  CopilHistoryChange *change = g_new0 (CopilHistoryChange, 1);

  change->kind = kind;
  change->id = id;
  change->act = act;
  change->field = field;
  g_ptr_array_add (changes, change);
  return change;
}

static CopilHistoryChange *
find_change (GPtrArray *changes, const CopilKind *kind, gint64 id, const CopilField *field)
{
  for (guint i = changes->len; i > 0; i--)
    {
      CopilHistoryChange *change = changes->pdata[i - 1];

      if (change->kind == kind && change->id == id &&
          (change->act != COPIL_HISTORY_CHANGED || change->field == field))
        return change;
    }
  return NULL;
}

static sqlite3_value *
get_value (sqlite3_changeset_iter *iter, int column, gboolean new)
{
  sqlite3_value *value = NULL;

  if (new)
    sqlite3changeset_new (iter, column, &value);
  else
    sqlite3changeset_old (iter, column, &value);
  return value;
}

char *
copil_history_dup_text (sqlite3_value *value)
{
  int type = value ? sqlite3_value_type (value) : SQLITE_NULL;
  double number;

  if (type == SQLITE_TEXT)
    return copil_text_make_legible ((const char *)sqlite3_value_text (value),
                                    sqlite3_value_bytes (value));
  if (type == SQLITE_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64)sqlite3_value_int64 (value));
  if (type != SQLITE_FLOAT)
    return NULL;
  number = sqlite3_value_double (value);
  return number > -1e15 && number < 1e15 && number == (double)(gint64)number
             ? g_strdup_printf ("%" G_GINT64_FORMAT, (gint64)number)
             : g_strdup ((const char *)sqlite3_value_text (value));
}

/* What the program notes of a record for itself is no news of it. */
static gboolean
is_told (const CopilField *field)
{
  return !(field->flags & COPIL_FIELD_HIDDEN) ||
         (field->type != COPIL_FIELD_TEXT && field->type != COPIL_FIELD_INTEGER);
}

/* « reviewed » that only became today with a change that is news. */
static gboolean
is_mark (const CopilField *field)
{
  return field->type == COPIL_FIELD_DATE && g_str_equal (field->name, "reviewed");
}

static void
read_update (CopilHistoryReader *reader, const CopilKind *kind, gint64 id,
             sqlite3_changeset_iter *iter, int n_columns, GPtrArray *changes)
{
  char **columns = copil_history_get_columns (reader, kind->name);
  guint before = changes->len;
  const CopilField *mark = NULL;
  int mark_column = 0;

  for (int i = 1; i < n_columns && columns[i]; i++)
    {
      const CopilField *field = copil_kind_get_field (kind, columns[i]);
      sqlite3_value *new = get_value (iter, i, TRUE);
      CopilHistoryChange *change;

      if (!new || (field && !is_told (field)) ||
          (!field && (!kind->ordered || !g_str_equal (columns[i], "position"))))
        continue;
      if (field && is_mark (field))
        {
          mark = field;
          mark_column = i;
          continue;
        }
      change = add_change (changes, kind, id, COPIL_HISTORY_CHANGED, field);
      if (field)
        {
          change->before = copil_history_dup_text (get_value (iter, i, FALSE));
          change->after = copil_history_dup_text (new);
        }
    }
  if (mark && changes->len == before)
    {
      CopilHistoryChange *change = add_change (changes, kind, id, COPIL_HISTORY_CHANGED, mark);

      change->before = copil_history_dup_text (get_value (iter, mark_column, FALSE));
      change->after = copil_history_dup_text (get_value (iter, mark_column, TRUE));
    }
}

static void
append_id (char **ids, gint64 id)
{
  g_autofree char *before = *ids;

  *ids = before ? g_strdup_printf ("%s %" G_GINT64_FORMAT, before, id)
                : g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* A pair of a record and what it refers to. */
static void
read_pair (const char *table, int op, sqlite3_changeset_iter *iter, GPtrArray *changes)
{
  const CopilKind *kind = NULL;
  const CopilField *field = copil_history_find_link (table, &kind);
  sqlite3_value *id = get_value (iter, 0, op == SQLITE_INSERT),
                *other = get_value (iter, 1, op == SQLITE_INSERT);
  CopilHistoryChange *change;

  if (!field || !id || !other || op == SQLITE_UPDATE)
    return;
  change = find_change (changes, kind, sqlite3_value_int64 (id), field);
  /* A record that comes or goes does so with its references. */
  if (change && change->act != COPIL_HISTORY_CHANGED)
    return;
  if (!change)
    change = add_change (changes, kind, sqlite3_value_int64 (id), COPIL_HISTORY_CHANGED, field);
  append_id (op == SQLITE_INSERT ? &change->after : &change->before, sqlite3_value_int64 (other));
}

static void
read_record (CopilHistoryReader *reader, const CopilKind *kind, int op,
             sqlite3_changeset_iter *iter, int n_columns, GPtrArray *changes)
{
  sqlite3_value *key = get_value (iter, 0, op == SQLITE_INSERT);
  gint64 id = key ? sqlite3_value_int64 (key) : 0;

  if (op == SQLITE_UPDATE)
    {
      read_update (reader, kind, id, iter, n_columns, changes);
      return;
    }
  add_change (changes, kind, id, op == SQLITE_INSERT ? COPIL_HISTORY_ADDED : COPIL_HISTORY_DELETED,
              NULL);
  copil_history_remember (reader, kind, id, iter, n_columns, op == SQLITE_INSERT);
}

/* The records first: a pair may be one of a record that comes or goes. */
static gboolean
read_changes (CopilHistoryReader *reader, GBytes *bytes, GPtrArray *changes)
{
  int code = SQLITE_OK;

  for (int pairs = 0; pairs < 2 && code == SQLITE_OK; pairs++)
    {
      sqlite3_changeset_iter *iter = NULL;

      code = sqlite3changeset_start (&iter, (int)g_bytes_get_size (bytes),
                                     (void *)g_bytes_get_data (bytes, NULL));
      while (code == SQLITE_OK && sqlite3changeset_next (iter) == SQLITE_ROW)
        {
          const char *table = NULL;
          int n_columns = 0, op = 0;
          const CopilKind *kind;

          code = sqlite3changeset_op (iter, &table, &n_columns, &op, NULL);
          kind = code == SQLITE_OK ? copil_kind_find (table) : NULL;
          if (kind && !pairs)
            read_record (reader, kind, op, iter, n_columns, changes);
          else if (!kind && pairs && code == SQLITE_OK)
            read_pair (table, op, iter, changes);
        }
      if (iter && code == SQLITE_OK)
        code = sqlite3changeset_finalize (iter);
      else if (iter)
        sqlite3changeset_finalize (iter);
    }
  return code == SQLITE_OK;
}

/* --- which entries --- */

static gboolean
is_of (CopilHistoryReader *reader, const CopilHistoryFilter *filter,
       const CopilHistoryChange *change)
{
  const CopilKind *kind = change->kind;
  gint64 id = change->id;

  if (!filter->id)
    return !filter->kind || kind == filter->kind;
  if (filter->within && kind != filter->within)
    return FALSE;
  for (int level = 0; kind && id && level < MOST_OWNERS; level++)
    {
      if (id == filter->id && (!filter->kind || filter->kind == kind))
        return TRUE;
      id = copil_history_get_owner (reader, &kind, id);
    }
  return FALSE;
}

/* Leaves what the filter is about; FALSE where that is nothing. */
static gboolean
leave_wanted (CopilHistoryReader *reader, const CopilHistoryFilter *filter, GPtrArray *changes)
{
  if (!filter->kind && !filter->id)
    return TRUE;
  for (guint i = changes->len; i > 0; i--)
    if (!is_of (reader, filter, changes->pdata[i - 1]))
      g_ptr_array_remove_index (changes, i - 1);
  return changes->len > 0;
}

/* The day of an entry in the time of this place. */
static char *
dup_day (const char *time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (time ? time : "", NULL);
  g_autoptr (GDateTime) here = utc ? g_date_time_to_local (utc) : NULL;

  return here ? g_date_time_format (here, "%Y-%m-%d") : g_strdup ("");
}

static gboolean
is_in_time (const CopilHistoryFilter *filter, const CopilHistoryEntry *entry)
{
  g_autofree char *day = filter->from || filter->to ? dup_day (entry->time) : NULL;

  return (!filter->before || entry->id < filter->before) &&
         (!filter->author || g_strcmp0 (filter->author, entry->author ? entry->author : "") == 0) &&
         (!filter->from || strcmp (day, filter->from) >= 0) &&
         (!filter->to || strcmp (day, filter->to) <= 0);
}

/* Leaves to a merge what is told by no entry that came with it. */
static void
leave_rest (GPtrArray *changes, GHashTable *told, gint64 merge, const CopilHistoryEntry *part)
{
  if (part)
    for (guint i = 0; i < part->changes->len; i++)
      {
        const CopilHistoryChange *change = part->changes->pdata[i];

        g_hash_table_add (told, copil_history_dup_key (merge, change));
      }
  else
    for (guint i = changes->len; i > 0; i--)
      {
        g_autofree char *key = copil_history_dup_key (merge, changes->pdata[i - 1]);

        if (g_hash_table_contains (told, key))
          g_ptr_array_remove_index (changes, i - 1);
      }
}

/* --- reading --- */

static const char *
get_verb (const char *verb)
{
  static const char *const verbs[] = { "undo", "redo", "merge", "create", "aside" };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_strcmp0 (verb, verbs[i]) == 0)
      return verbs[i];
  return "do";
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CORRUPT,
                       _ ("The history is damaged: it cannot be read."));
  return FALSE;
}

static gboolean
read_entry (CopilStore *store, CopilHistoryReader *reader, CopilQuery *query,
            CopilHistoryEntry *entry, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  entry->id = copil_query_int (query, 0);
  entry->part_of = copil_query_int (query, 1);
  entry->time = g_strdup (copil_query_text (query, 2));
  entry->author = g_strdup (copil_query_text (query, 3));
  entry->name = g_strdup (copil_query_text (query, 4));
  entry->verb = get_verb (copil_query_text (query, 5));
  entry->changes = g_ptr_array_new_with_free_func ((GDestroyNotify)copil_history_change_free);
  bytes = entry->part_of ? copil_journal_read (store, entry->id, error)
                         : copil_journal_read_step (store, entry->id, error);
  if (!bytes)
    return FALSE;
  if (g_bytes_get_size (bytes) == 0 || read_changes (reader, bytes, entry->changes))
    return TRUE;
  return fail_damaged (error);
}

GPtrArray *
copil_history_read (CopilStore *store, const CopilHistoryFilter *filter, GError **error)
{
  static const CopilHistoryFilter all = { 0 };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (CopilHistoryReader) reader = copil_history_reader_new (store);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* A part of a merge is told after it and before what was there already; what continues a step is
   * told with it. */
  guint start = copil_store_start_reading (store);
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT id, part_of, time, author, name, verb FROM journal WHERE NOT (verb = 'do' AND entry"
      " IS NOT NULL AND entry <> id AND part_of IS NULL)"
      " ORDER BY coalesce (part_of, id) DESC, part_of IS NULL, id DESC",
      NULL);

  if (!filter)
    filter = &all;
  while (copil_query_next (query))
    {
      g_autofree CopilHistoryEntry *entry = g_new0 (CopilHistoryEntry, 1);
      gboolean taken;

      if (!read_entry (store, reader, query, entry, error))
        {
          entry_free (g_steal_pointer (&entry));
          return NULL;
        }
      if (entry->part_of)
        leave_rest (NULL, told, entry->part_of, entry);
      else if (g_str_equal (entry->verb, "merge"))
        leave_rest (entry->changes, told, entry->id, NULL);
      taken = is_in_time (filter, entry) && leave_wanted (reader, filter, entry->changes);
      if (taken)
        g_ptr_array_add (entries, g_steal_pointer (&entry));
      else
        entry_free (g_steal_pointer (&entry));
      if (filter->most && entries->len >= filter->most)
        break;
    }
  for (guint i = 0; i < entries->len; i++)
    copil_history_tell (reader, ((CopilHistoryEntry *)entries->pdata[i])->changes);
  if (!copil_store_finish_reading (store, start, error))
    return NULL;
  return g_steal_pointer (&entries);
}

GPtrArray *
copil_history_read_since (CopilStore *store, gint64 entry, GError **error)
{
  guint start = copil_store_start_reading (store);
  g_autoptr (GBytes) sum = copil_history_sum (store, entry, error);
  g_autoptr (CopilHistoryReader) reader = copil_history_reader_new (store);
  g_autoptr (GPtrArray) changes =
      g_ptr_array_new_with_free_func ((GDestroyNotify)copil_history_change_free);

  if (!sum)
    return NULL;
  if (g_bytes_get_size (sum) > 0 && !read_changes (reader, sum, changes))
    {
      fail_damaged (error);
      return NULL;
    }
  copil_history_tell (reader, changes);
  if (!copil_store_finish_reading (store, start, error))
    return NULL;
  return g_steal_pointer (&changes);
}

char *
copil_history_dup_first_day (CopilStore *store)
{
  g_autofree char *time =
      copil_store_query_dup_text (store, "SELECT time FROM journal ORDER BY id LIMIT 1", NULL);

  return time ? dup_day (time) : NULL;
}

GPtrArray *
copil_history_list_authors (CopilStore *store)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT DISTINCT author FROM journal WHERE author <> '' ORDER BY copil_fold (author)",
      NULL);
  GPtrArray *authors = g_ptr_array_new_with_free_func (g_free);

  while (copil_query_next (query))
    g_ptr_array_add (authors, g_strdup (copil_query_text (query, 0)));
  return authors;
}

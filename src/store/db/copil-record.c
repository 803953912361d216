/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-record.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

#include "copil-id.h"
#include "copil-legible.h"
#include "copil-query.h"
#include "copil-store-private.h"
#include "copil-value.h"

struct _CopilRecord
{
  GObject parent_instance;

  const CopilKind *kind;
  gint64 id;
  char **values; /* one for each field */
};

G_DEFINE_FINAL_TYPE (CopilRecord, copil_record, G_TYPE_OBJECT)

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT, message);
  return FALSE;
}

/* What is stored can be shown and written, wherever it comes from. */
static void
bind_text (sqlite3_stmt *statement, int place, const char *text)
{
  if (!text || copil_text_is_legible (text, -1))
    sqlite3_bind_text (statement, place, text, -1, SQLITE_TRANSIENT);
  else
    sqlite3_bind_text (statement, place, copil_text_make_legible (text, -1), -1, g_free);
}

/* Columns of the kind's table hold text, whole or real numbers; SQLite turns the text into what the
 * column takes. */
static gboolean
run (CopilStore *store, const char *sql, GError **error, const char *types, ...)
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
    else if (types[place - 1] == 'd')
      sqlite3_bind_double (statement, place, va_arg (args, double));
    else
      bind_text (statement, place, va_arg (args, const char *));
  va_end (args);
  code = sqlite3_step (statement);
  if (code != SQLITE_DONE && code != SQLITE_ROW)
    copil_store_fail (store, error);
  copil_store_give_statement (store, statement);
  return code == SQLITE_DONE || code == SQLITE_ROW;
}

static char *
load_references (CopilStore *store, const CopilKind *kind, const CopilField *field, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT group_concat (\"%s\", ' ') FROM (SELECT \"%s\" "
                                          "FROM \"%s\" WHERE \"%s\" = ?1 ORDER BY 1)",
                                          field->target, field->target, field->link, kind->name);
  return copil_store_query_dup_text (store, sql, "i", id);
}

static char *
select_sql (const CopilKind *kind)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id");

  for (const CopilField *field = kind->fields; field->name; field++)
    if (field->type == COPIL_FIELD_REFERENCES || field->type == COPIL_FIELD_DATA)
      g_string_append (sql, ", NULL");
    else if (field->type == COPIL_FIELD_NUMBER)
      g_string_append_printf (sql,
                              ", CASE WHEN \"%s\" = cast (\"%s\" AS INTEGER) THEN cast (\"%s\" AS "
                              "INTEGER) ELSE \"%s\" END",
                              field->name, field->name, field->name, field->name);
    else
      g_string_append_printf (sql, ", \"%s\"", field->name);
  g_string_append_printf (sql, " FROM \"%s\" WHERE id = ?1", kind->name);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static void
copil_record_finalize (GObject *object)
{
  CopilRecord *record = COPIL_RECORD (object);

  for (guint i = 0; i < copil_kind_get_n_fields (record->kind); i++)
    g_free (record->values[i]);
  g_free (record->values);
  G_OBJECT_CLASS (copil_record_parent_class)->finalize (object);
}

static void
copil_record_class_init (CopilRecordClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_record_finalize;
}

static void
copil_record_init (CopilRecord *record)
{
}

CopilRecord *
copil_store_load (CopilStore *store, const CopilKind *kind, gint64 id)
{
  g_autofree char *sql = select_sql (kind);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", id);
  CopilRecord *record;
  int place = 1;

  if (!copil_query_next (query))
    return NULL;
  record = g_object_new (COPIL_TYPE_RECORD, NULL);
  record->kind = kind;
  record->id = id;
  record->values = g_new0 (char *, copil_kind_get_n_fields (kind) + 1);
  for (const CopilField *field = kind->fields; field->name; field++, place++)
    record->values[place - 1] = field->type == COPIL_FIELD_REFERENCES
                                    ? load_references (store, kind, field, id)
                                    : g_strdup (copil_query_text (query, place));
  return record;
}

const CopilKind *
copil_record_get_kind (CopilRecord *record)
{
  return record->kind;
}

gint64
copil_record_get_id (CopilRecord *record)
{
  return record->id;
}

const char *
copil_record_get (CopilRecord *record, const char *field)
{
  for (guint i = 0; record->kind->fields[i].name; i++)
    if (g_str_equal (record->kind->fields[i].name, field))
      return record->values[i];
  g_return_val_if_reached (NULL);
}

gint64
copil_record_get_int (CopilRecord *record, const char *field)
{
  const char *value = copil_record_get (record, field);
  return value ? g_ascii_strtoll (value, NULL, 10) : 0;
}

char *
copil_record_format (CopilRecord *record, CopilStore *store, const char *name)
{
  const CopilField *field = copil_kind_get_field (record->kind, name);
  const char *value = copil_record_get (record, name);
  g_auto (GStrv) ids = NULL;
  g_autoptr (GPtrArray) titles = NULL;

  if (!value || (field->type != COPIL_FIELD_REFERENCE && field->type != COPIL_FIELD_REFERENCES))
    return copil_field_format (field, value);
  ids = g_strsplit (value, " ", -1);
  titles = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; ids[i]; i++)
    g_ptr_array_add (titles, copil_store_dup_title (store, copil_kind_get (field->target),
                                                    g_ascii_strtoll (ids[i], NULL, 10)));
  g_ptr_array_add (titles, NULL);
  return g_strjoinv (", ", (char **)titles->pdata);
}

/* --- Changes --- */

static gboolean
check_required (const CopilKind *kind, const CopilField *field, const char *value, GError **error)
{
  if ((field->flags & COPIL_FIELD_REQUIRED) && (!value || !*value))
    {
      g_set_error (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONSTRAINT,
                   _ ("%s: “%s” must be filled in."), copil_kind_get_label (kind),
                   copil_field_get_label (field));
      return FALSE;
    }
  return TRUE;
}

static gboolean
set_references (CopilStore *store, const CopilKind *kind, const CopilField *field, gint64 id,
                const char *value, GError **error)
{
  g_auto (GStrv) ids = g_strsplit (value ? value : "", " ", -1);
  g_autofree char *old = load_references (store, kind, field, id);
  g_auto (GStrv) old_ids = g_strsplit (old ? old : "", " ", -1);
  g_autofree char *add = g_strdup_printf ("INSERT INTO \"%s\" (\"%s\", \"%s\") VALUES (?1, ?2)",
                                          field->link, kind->name, field->target);
  g_autofree char *drop = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"%s\" = ?1 AND \"%s\" = ?2",
                                           field->link, kind->name, field->target);

  for (guint i = 0; old_ids[i]; i++)
    if (*old_ids[i] && !g_strv_contains ((const char *const *)ids, old_ids[i]) &&
        !run (store, drop, error, "ii", id, g_ascii_strtoll (old_ids[i], NULL, 10)))
      return FALSE;
  for (guint i = 0; ids[i]; i++)
    if (*ids[i] && !g_strv_contains ((const char *const *)old_ids, ids[i]) &&
        !run (store, add, error, "ii", id, g_ascii_strtoll (ids[i], NULL, 10)))
      return FALSE;
  return TRUE;
}

gboolean
copil_store_set (CopilStore *store, const CopilKind *kind, gint64 id, const char *name,
                 const char *value, GError **error)
{
  const CopilField *field = copil_kind_get_field (kind, name);
  g_autofree char *sql = NULL;

  g_return_val_if_fail (field != NULL && store->transaction != NULL, FALSE);
  if (value && !*value)
    value = NULL;
  if (!check_required (kind, field, value, error) ||
      !copil_closed_check_set (store, kind, id, field, value, error))
    return FALSE;
  if (field->type == COPIL_FIELD_REFERENCES)
    return set_references (store, kind, field, id, value, error);
  sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?2 WHERE id = ?1", kind->name, name);
  if (!run (store, sql, error, "it", id, value))
    return FALSE;
  if (sqlite3_changes (store->db) == 0)
    return fail (error, _ ("This record is no longer there."));
  return TRUE;
}

/* Bytes and links are set once the record is there. */
static gboolean
has_text_column (const CopilField *field)
{
  return field->type != COPIL_FIELD_REFERENCES && field->type != COPIL_FIELD_DATA;
}

gboolean
copil_store_set_data (CopilStore *store, const CopilKind *kind, gint64 id, const char *name,
                      GBytes *data, GError **error)
{
  const CopilField *field = copil_kind_get_field (kind, name);
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;
  int code;

  g_return_val_if_fail (field != NULL && field->type == COPIL_FIELD_DATA, FALSE);
  g_return_val_if_fail (store->transaction != NULL, FALSE);
  if (!copil_closed_check (store, kind, id, error))
    return FALSE;
  sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?2 WHERE id = ?1", kind->name, name);
  statement = copil_store_take_statement (store, sql);
  if (!statement)
    return copil_store_fail (store, error);
  sqlite3_bind_int64 (statement, 1, id);
  if (data)
    sqlite3_bind_blob64 (statement, 2,
                         g_bytes_get_data (data, NULL) ? g_bytes_get_data (data, NULL) : "",
                         g_bytes_get_size (data), SQLITE_STATIC);
  code = sqlite3_step (statement);
  if (code != SQLITE_DONE)
    copil_store_fail (store, error);
  copil_store_give_statement (store, statement);
  if (code == SQLITE_DONE && sqlite3_changes (store->db) == 0)
    return fail (error, _ ("This record is no longer there."));
  return code == SQLITE_DONE;
}

GBytes *
copil_store_get_data (CopilStore *store, const CopilKind *kind, gint64 id, const char *name)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", name, kind->name);
  sqlite3_stmt *statement = copil_store_take_statement (store, sql);
  GBytes *data = NULL;
  int code;

  if (!statement)
    {
      copil_store_say_failed (store);
      return NULL;
    }
  sqlite3_bind_int64 (statement, 1, id);
  code = sqlite3_step (statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    copil_store_say_failed (store);
  if (code == SQLITE_ROW && sqlite3_column_type (statement, 0) != SQLITE_NULL)
    data = g_bytes_new (sqlite3_column_blob (statement, 0),
                        (gsize)sqlite3_column_bytes (statement, 0));
  copil_store_give_statement (store, statement);
  return data;
}

/* The WHERE that all siblings share with the record whose id is ?1; each term is met by NULL too.
 */
static char *
siblings_sql (const CopilKind *kind)
{
  g_autoptr (GString) sql = g_string_new ("1");
  const char *fields[] = { kind->parent, kind->group };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i])
      g_string_append_printf (sql, " AND \"%s\" IS (SELECT \"%s\" FROM \"%s\" WHERE id = ?1)",
                              fields[i], fields[i], kind->name);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
put_last (CopilStore *store, const CopilKind *kind, gint64 id, GError **error)
{
  g_autofree char *siblings = siblings_sql (kind);
  g_autofree char *sql = g_strdup_printf (
      "UPDATE \"%s\" SET position = (SELECT coalesce (max (position), 0) + 1 FROM \"%s\""
      " WHERE id <> ?1 AND %s) WHERE id = ?1",
      kind->name, kind->name, siblings);
  return run (store, sql, error, "i", id);
}

gint64
copil_store_insertv (CopilStore *store, const CopilKind *kind, gint64 id, guint n,
                     const char *const *fields, const char *const *values, GError **error)
{
  g_autoptr (GString) names = g_string_new ("id"), marks = g_string_new ("?1");
  g_autofree char *sql = NULL;
  g_autofree const char **given = g_new0 (const char *, copil_kind_get_n_fields (kind) + 1);
  sqlite3_stmt *statement;
  int place = 0, code;

  g_return_val_if_fail (store->transaction != NULL, 0);
  for (guint i = 0; kind->fields[i].name; i++)
    {
      given[i] = kind->fields[i].initial;
      for (guint f = 0; f < n; f++)
        if (g_str_equal (fields[f], kind->fields[i].name))
          given[i] = values[f] && *values[f] ? values[f] : NULL;
      if (!check_required (kind, &kind->fields[i], given[i], error) ||
          (g_strcmp0 (kind->fields[i].name, kind->parent) == 0 &&
           !copil_closed_check_insert (store, kind, given[i], error)))
        return 0;
      if (!has_text_column (&kind->fields[i]))
        continue;
      g_string_append_printf (names, ", \"%s\"", kind->fields[i].name);
      g_string_append (marks, ", ?");
    }
  if (!id)
    id = copil_id_new ();
  if (kind->closed)
    copil_store_unlock (store, id);
  sql = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", kind->name, names->str, marks->str);
  statement = copil_store_take_statement (store, sql);
  if (!statement)
    return copil_store_fail (store, error);
  sqlite3_bind_int64 (statement, ++place, id);
  for (guint i = 0; kind->fields[i].name; i++)
    if (has_text_column (&kind->fields[i]))
      bind_text (statement, ++place, given[i]);
  code = sqlite3_step (statement);
  if (code != SQLITE_DONE)
    copil_store_fail (store, error);
  copil_store_give_statement (store, statement);
  if (code != SQLITE_DONE)
    return 0;
  for (guint i = 0; kind->fields[i].name; i++)
    if (kind->fields[i].type == COPIL_FIELD_REFERENCES && given[i] &&
        !set_references (store, kind, &kind->fields[i], id, given[i], error))
      return 0;
  if (kind->ordered && !put_last (store, kind, id, error))
    return 0;
  return id;
}

/* Pairs of the name and the text of a field, up to NULL. */
static gint64
insert_pairs (CopilStore *store, const CopilKind *kind, va_list args, GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new (), values = g_ptr_array_new ();
  const char *field;

  while ((field = va_arg (args, const char *)))
    {
      g_ptr_array_add (fields, (gpointer)field);
      g_ptr_array_add (values, va_arg (args, char *));
    }
  return copil_store_insertv (store, kind, 0, fields->len, (const char *const *)fields->pdata,
                              (const char *const *)values->pdata, error);
}

gint64
copil_store_insert (CopilStore *store, const CopilKind *kind, GError **error, ...)
{
  gint64 id;
  va_list args;

  va_start (args, error);
  id = insert_pairs (store, kind, args, error);
  va_end (args);
  return id;
}

gint64
copil_store_add (CopilStore *store, const CopilKind *kind, GError **error, ...)
{
  g_autofree char *title = g_strdup_printf (_ ("%s: %s"), _ ("Add"), copil_kind_get_label (kind));
  gint64 id;
  va_list args;

  if (!copil_store_begin (store, title, error))
    return 0;
  va_start (args, error);
  id = insert_pairs (store, kind, args, error);
  va_end (args);
  return copil_store_end (store, id != 0, error) ? id : 0;
}

gboolean
copil_store_relocate (CopilStore *store, const CopilKind *kind, gint64 id, gint64 before,
                      GError **error, ...)
{
  g_autofree char *called = copil_store_describe (store, kind, id);
  g_autofree char *title = g_strdup_printf (_ ("%s: %s"), _ ("Move"), called);
  const char *field;
  gboolean ok = TRUE;
  va_list args;

  if (!copil_store_begin (store, title, error))
    return FALSE;
  va_start (args, error);
  while (ok && (field = va_arg (args, const char *)))
    ok = copil_store_set (store, kind, id, field, va_arg (args, char *), error);
  va_end (args);
  return copil_store_end (store, ok && copil_store_place (store, kind, id, before, error), error);
}

gboolean
copil_store_delete (CopilStore *store, const CopilKind *kind, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?1", kind->name);

  g_return_val_if_fail (store->transaction != NULL, FALSE);
  return copil_closed_check_delete (store, kind, id, error) && run (store, sql, error, "i", id);
}

static gint64
neighbour (CopilStore *store, const CopilKind *kind, gint64 id, int direction)
{
  g_autofree char *siblings = siblings_sql (kind);
  const char *compare = direction < 0 ? "<" : ">", *order = direction < 0 ? "DESC" : "ASC";
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE %s AND (position, id) %s "
                                          "(SELECT position, id FROM \"%s\" WHERE id = ?1)"
                                          " ORDER BY position %s, id %s LIMIT 1",
                                          kind->name, siblings, compare, kind->name, order, order);
  return copil_store_query_int (store, sql, "i", id);
}

static double
get_position (CopilStore *store, const CopilKind *kind, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT position FROM \"%s\" WHERE id = ?1", kind->name);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", id);
  return copil_query_next (query) ? copil_query_double (query, 0) : 0;
}

/* Gives the siblings whole numbers again, where halving has left no room between two. */
static gboolean
renumber (CopilStore *store, const CopilKind *kind, gint64 id, GError **error)
{
  g_autofree char *siblings = siblings_sql (kind);
  g_autofree char *sql = g_strdup_printf (
      "UPDATE \"%s\" SET position = ranked.rank FROM (SELECT id AS sibling, row_number () OVER "
      "(ORDER BY"
      " position, id) AS rank FROM \"%s\" WHERE %s) AS ranked WHERE id = ranked.sibling",
      kind->name, kind->name, siblings);
  return run (store, sql, error, "i", id);
}

gboolean
copil_store_place (CopilStore *store, const CopilKind *kind, gint64 id, gint64 before,
                   GError **error)
{
  g_autofree char *sql = NULL;

  g_return_val_if_fail (store->transaction != NULL && kind->ordered, FALSE);
  if (!copil_closed_check (store, kind, id, error))
    return FALSE;
  if (before == 0)
    return put_last (store, kind, id, error);
  sql = g_strdup_printf ("UPDATE \"%s\" SET position = ?2 WHERE id = ?1", kind->name);
  for (int attempt = 0; attempt < 2; attempt++)
    {
      gint64 previous = neighbour (store, kind, before, -1);
      double high = get_position (store, kind, before), low, middle;

      if (previous == id)
        return TRUE;
      low = previous ? get_position (store, kind, previous) : high - 2;
      middle = low + (high - low) / 2;
      if (middle > low && middle < high)
        return run (store, sql, error, "id", id, middle);
      if (!renumber (store, kind, before, error))
        return FALSE;
    }
  return fail (error, _ ("The order cannot be changed."));
}

gboolean
copil_store_shift (CopilStore *store, const CopilKind *kind, gint64 id, int direction,
                   GError **error)
{
  gint64 next = neighbour (store, kind, id, direction);

  if (!next)
    return FALSE;
  if (direction < 0)
    return copil_store_place (store, kind, id, next, error);
  return copil_store_place (store, kind, id, neighbour (store, kind, next, 1), error);
}

gboolean
copil_store_edit (CopilStore *store, const CopilKind *kind, gint64 id, const char *name,
                  const char *value, GError **error)
{
  const CopilField *field = copil_kind_get_field (kind, name);
  g_autoptr (CopilRecord) record = copil_store_load (store, kind, id);
  g_autofree char *called = NULL, *title = NULL;

  g_return_val_if_fail (field != NULL, FALSE);
  if (!record)
    return fail (error, _ ("This record is no longer there."));
  if (value && !*value)
    value = NULL;
  if (g_strcmp0 (copil_record_get (record, name), value) == 0)
    return TRUE;
  called = copil_store_describe (store, kind, id);
  title = g_strdup_printf (_ ("%s: %s"), called, copil_field_get_label (field));
  if (!copil_store_begin (store, title, error))
    return FALSE;
  return copil_store_end (
      store,
      copil_store_set (store, kind, id, name, value, error) &&
          (!(field->flags & COPIL_FIELD_NEWS) || !copil_kind_get_field (kind, "reviewed") ||
           copil_store_set (store, kind, id, "reviewed", copil_today (), error)),
      error);
}

/* --- One field --- */

gint64
copil_store_get_int (CopilStore *store, const char *kind, gint64 id, const char *field)
{
  g_autoptr (CopilRecord) record = copil_store_load (store, copil_kind_get (kind), id);

  return record ? copil_record_get_int (record, field) : 0;
}

char *
copil_store_dup_text (CopilStore *store, const char *kind, gint64 id, const char *field)
{
  g_autoptr (CopilRecord) record = copil_store_load (store, copil_kind_get (kind), id);

  return record ? g_strdup (copil_record_get (record, field)) : NULL;
}

/* --- Titles --- */

/* Label and title of a record; the title of what it leads to where the title is a reference. */
static void
get_title (CopilStore *store, const CopilKind *kind, gint64 id, char **label, char **title)
{
  const CopilField *field = copil_kind_get_field (kind, kind->title_field);
  g_autofree char *sql = g_strdup_printf ("SELECT %s, \"%s\" FROM \"%s\" WHERE id = ?1",
                                          kind->label_field ? kind->label_field : "NULL",
                                          kind->title_field, kind->name);
  g_autoptr (CopilQuery) query = copil_store_query (store, sql, "i", id);

  *label = *title = NULL;
  if (!copil_query_next (query))
    return;
  *label = g_strdup (copil_query_text (query, 0));
  if (field->type == COPIL_FIELD_REFERENCE)
    *title =
        copil_store_dup_title (store, copil_kind_get (field->target), copil_query_int (query, 1));
  else
    *title = copil_field_format (field, copil_query_text (query, 1));
  if (!**title && kind->other_title)
    {
      g_autofree char *other = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1",
                                                kind->other_title, kind->name);
      g_autofree char *value = copil_store_query_dup_text (store, other, "i", id);

      g_free (*title);
      *title = copil_field_format (copil_kind_get_field (kind, kind->other_title), value);
    }
}

char *
copil_store_describe (CopilStore *store, const CopilKind *kind, gint64 id)
{
  g_autofree char *label = NULL, *title = NULL;

  get_title (store, kind, id, &label, &title);
  return copil_kind_describe (kind, label, title);
}

char *
copil_store_dup_name (CopilStore *store)
{
  return copil_store_query_dup_text (
      store,
      "SELECT coalesce (nullif (short_title, ''), nullif (title, '')) FROM convention"
      " ORDER BY id LIMIT 1",
      NULL);
}

char *
copil_store_dup_title (CopilStore *store, const CopilKind *kind, gint64 id)
{
  g_autofree char *label = NULL, *title = NULL;

  get_title (store, kind, id, &label, &title);
  if (label && *label && title && *title)
    return g_strdup_printf ("%s %s", label, title);
  return g_strdup (title && *title ? title : label && *label ? label : "");
}

gboolean
copil_record_find_owner (CopilStore *store, const char **kind, gint64 *id)
{
  const CopilKind *from = copil_kind_find (*kind);
  g_autoptr (CopilRecord) record = from ? copil_store_load (store, from, *id) : NULL;
  const CopilField *found = NULL;

  if (!record)
    return FALSE;
  for (const CopilField *field = from->fields; field->name; field++)
    if (field->type == COPIL_FIELD_REFERENCE && copil_record_get_int (record, field->name) &&
        (!found || g_strcmp0 (from->parent, field->name) == 0))
      found = field;
  if (!found)
    return FALSE;
  *kind = found->target;
  *id = copil_record_get_int (record, found->name);
  return TRUE;
}

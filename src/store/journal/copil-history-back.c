/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Back to what was: the file as it stood, and values, records and everything as they were. */
#include "copil-history-private.h"

#include <glib/gi18n-lib.h>

#include "copil-journal-private.h"
#include "copil-query.h"
#include "copil-record.h"

/* --- the file as it stood --- */

gint64
copil_history_find_day (CopilStore *store, const char *date)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT id, time FROM journal WHERE part_of IS NULL ORDER BY id DESC", NULL);

  while (copil_query_next (query))
    {
      const char *time = copil_query_text (query, 1);
      g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (time ? time : "", NULL);
      g_autoptr (GDateTime) here = utc ? g_date_time_to_local (utc) : NULL;
      g_autofree char *day = here ? g_date_time_format (here, "%Y-%m-%d") : NULL;

      if (day && strcmp (day, date) <= 0)
        return copil_query_int (query, 0);
    }
  return 0;
}

GBytes *
copil_history_sum (CopilStore *store, gint64 entry, GError **error)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (store,
                         "SELECT id FROM journal WHERE part_of IS NULL AND id > ?1"
                         " ORDER BY id",
                         "i", entry);
  sqlite3_changegroup *group = NULL;
  gboolean sound = TRUE;
  void *sum = NULL;
  int code = sqlite3changegroup_new (&group), size = 0;

  while (sound && code == SQLITE_OK && copil_query_next (query))
    {
      g_autoptr (GBytes) bytes = copil_journal_read (store, copil_query_int (query, 0), error);

      sound = bytes != NULL;
      if (sound && g_bytes_get_size (bytes) > 0)
        code = sqlite3changegroup_add (group, (int)g_bytes_get_size (bytes),
                                       (void *)g_bytes_get_data (bytes, NULL));
    }
  if (sound && code == SQLITE_OK)
    code = sqlite3changegroup_output (group, &size, &sum);
  sqlite3changegroup_delete (group);
  if (sound && code == SQLITE_OK)
    return g_bytes_new_with_free_func (sum, (gsize)size, sqlite3_free, sum);
  if (sound)
    copil_store_set_sqlite_error (error, NULL, code);
  sqlite3_free (sum);
  return NULL;
}

/* What takes back all that came after the entry; empty where nothing did. */
static gboolean
sum_back (CopilStore *store, gint64 entry, int *size, void **inverse, GError **error)
{
  g_autoptr (GBytes) sum = copil_history_sum (store, entry, error);
  int code = SQLITE_OK;

  *size = 0;
  *inverse = NULL;
  if (!sum)
    return FALSE;
  if (g_bytes_get_size (sum) > 0)
    code = sqlite3changeset_invert ((int)g_bytes_get_size (sum), g_bytes_get_data (sum, NULL), size,
                                    inverse);
  if (code != SQLITE_OK)
    copil_store_set_sqlite_error (error, NULL, code);
  return code == SQLITE_OK;
}

static int
refuse_cb (void *data, int conflict, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply_back (CopilStore *store, int size, void *inverse, GError **error)
{
  gboolean sound = FALSE;
  int code = size > 0 ? sqlite3changeset_apply_v2 (store->db, size, inverse, NULL, refuse_cb, NULL,
                                                   NULL, NULL, 0)
                      : SQLITE_OK;

  if (code == SQLITE_OK && size == 0)
    return TRUE;
  if (code == SQLITE_OK && !copil_references_check (store, inverse, size, &sound, error))
    return FALSE;
  if (code == SQLITE_OK && sound)
    return TRUE;
  if (code == SQLITE_OK || code == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT)
    g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONFLICT,
                         _ ("The history does not tell all that happened to the records: what they"
                            " were cannot be made again."));
  else
    copil_store_set_sqlite_error (error, store->db, code);
  return FALSE;
}

static gboolean
take_back (CopilStore *store, const char *name, CopilVerb verb, int size, void *inverse,
           GError **error)
{
  if (!copil_journal_begin_bare (store, name, verb, 0, error))
    return FALSE;
  if (!apply_back (store, size, inverse, error) ||
      (verb == COPIL_VERB_CREATE && !copil_store_exec (store, "DELETE FROM journal", error)))
    {
      copil_store_rollback (store);
      return FALSE;
    }
  return copil_store_commit (store, error);
}

gboolean
copil_history_write_past (CopilStore *store, gint64 entry, const char *path, GError **error)
{
  guint start = copil_store_start_reading (store);
  g_autoptr (CopilStore) past = NULL;
  void *inverse = NULL;
  int size = 0;
  gboolean done;

  if (!sum_back (store, entry, &size, &inverse, error))
    return FALSE;
  done = copil_store_finish_reading (store, start, error) &&
         copil_store_snapshot (store, path, error) &&
         (past = copil_store_open (path, COPIL_STORE_READ_WRITE, error)) &&
         take_back (past, _ ("As it stood"), COPIL_VERB_CREATE, size, inverse, error);
  sqlite3_free (inverse);
  if (past)
    copil_store_close (past);
  return done;
}

gboolean
copil_history_restore_all (CopilStore *store, gint64 entry, GError **error)
{
  g_autofree char *of =
      copil_store_query_dup_text (store, "SELECT name FROM journal WHERE id = ?1", "i", entry);
  g_autofree char *name = of ? /* Translators: what was done last in the state that comes back */
                              g_strdup_printf (_ ("Everything back to after “%s”"), of)
                             : g_strdup (_ ("Everything back to the beginning"));
  void *inverse = NULL;
  int size = 0;
  gboolean done;

  if (!sum_back (store, entry, &size, &inverse, error))
    return FALSE;
  done = take_back (store, name, COPIL_VERB_DO, size, inverse, error);
  sqlite3_free (inverse);
  return done;
}

/* --- one entry, or a part of it --- */

/* What is to be done to a record so that it is as it was before the entry. */
typedef struct
{
  const CopilKind *kind;
  gint64 id;
  int op;                 /* what the entry did */
  gint64 owner;           /* where it went */
  gboolean wanted;        /* it is to be restored */
  GPtrArray *fields;      /* names, static */
  GPtrArray *values;      /* canonical texts, or NULL */
  char *position;         /* in the order, or NULL */
  const CopilField *data; /* bytes, where there are some */
  GBytes *bytes;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_ptr_array_unref (step->fields);
  g_ptr_array_unref (step->values);
  g_free (step->position);
  g_clear_pointer (&step->bytes, g_bytes_unref);
  g_free (step);
}

static Step *
get_step (GPtrArray *steps, const CopilKind *kind, gint64 id, int op)
{
  Step *step;

  for (guint i = 0; i < steps->len; i++)
    {
      step = steps->pdata[i];
      if (step->kind == kind && step->id == id)
        return step;
    }
  step = g_new0 (Step, 1);
  step->kind = kind;
  step->id = id;
  step->op = op;
  step->fields = g_ptr_array_new ();
  step->values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (steps, step);
  return step;
}

static void
read_values (CopilHistoryReader *reader, Step *step, sqlite3_changeset_iter *iter, int n_columns)
{
  char **columns = copil_history_get_columns (reader, step->kind->name);

  for (int i = 1; i < n_columns && columns[i]; i++)
    {
      const CopilField *field = copil_kind_get_field (step->kind, columns[i]);
      sqlite3_value *old = NULL, *new = NULL;

      sqlite3changeset_old (iter, i, &old);
      if (step->op == SQLITE_UPDATE)
        sqlite3changeset_new (iter, i, &new);
      if (!old || (step->op == SQLITE_UPDATE && !new))
        continue;
      if (!field && step->kind->ordered && g_str_equal (columns[i], "position"))
        step->position = copil_history_dup_text (old);
      if (!field)
        continue;
      if (step->kind->parent && g_str_equal (field->name, step->kind->parent))
        step->owner = sqlite3_value_int64 (old);
      if (field->type == COPIL_FIELD_DATA)
        {
          step->data = field;
          if (sqlite3_value_type (old) == SQLITE_BLOB)
            step->bytes = g_bytes_new (sqlite3_value_blob (old), (gsize)sqlite3_value_bytes (old));
          continue;
        }
      g_ptr_array_add (step->fields, (gpointer)field->name);
      g_ptr_array_add (step->values, copil_history_dup_text (old));
    }
}

/* The references as they were: those of now, or those of the step so far, without one that came and
 * with one that went. */
static void
read_pair (CopilStore *store, GPtrArray *steps, const char *table, int op,
           sqlite3_changeset_iter *iter)
{
  const CopilKind *kind = NULL;
  const CopilField *field = copil_history_find_link (table, &kind);
  sqlite3_value *id = NULL, *other = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL, all = NULL;
  g_autofree char *text = NULL;
  guint place;
  Step *step;

  if (!field || op == SQLITE_UPDATE)
    return;
  for (int i = 0; i < 2; i++)
    if (op == SQLITE_INSERT)
      sqlite3changeset_new (iter, i, i ? &other : &id);
    else
      sqlite3changeset_old (iter, i, i ? &other : &id);
  if (!id || !other)
    return;
  step = get_step (steps, kind, sqlite3_value_int64 (id), SQLITE_UPDATE);
  for (place = 0; place < step->fields->len; place++)
    if (g_str_equal (step->fields->pdata[place], field->name))
      break;
  if (place == step->fields->len)
    {
      g_autoptr (CopilRecord) record =
          step->op == SQLITE_UPDATE ? copil_store_load (store, kind, step->id) : NULL;

      g_ptr_array_add (step->fields, (gpointer)field->name);
      g_ptr_array_add (step->values,
                       g_strdup (record ? copil_record_get (record, field->name) : NULL));
    }
  text = copil_history_dup_text (other);
  ids = g_strsplit (step->values->pdata[place] ? step->values->pdata[place] : "", " ", -1);
  for (guint i = 0; ids[i]; i++)
    if (*ids[i] && !g_str_equal (ids[i], text))
      g_strv_builder_add (builder, ids[i]);
  if (op == SQLITE_DELETE)
    g_strv_builder_add (builder, text);
  all = g_strv_builder_end (builder);
  g_free (step->values->pdata[place]);
  step->values->pdata[place] = all[0] ? g_strjoinv (" ", all) : NULL;
}

static GPtrArray *
read_steps (CopilStore *store, CopilHistoryReader *reader, GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (step_free);
  int code = SQLITE_OK;

  for (int pairs = 0; pairs < 2 && code == SQLITE_OK && g_bytes_get_size (bytes) > 0; pairs++)
    {
      sqlite3_changeset_iter *iter = NULL;

      code = sqlite3changeset_start (&iter, (int)g_bytes_get_size (bytes),
                                     (void *)g_bytes_get_data (bytes, NULL));
      while (code == SQLITE_OK && sqlite3changeset_next (iter) == SQLITE_ROW)
        {
          const char *table = NULL;
          int n_columns = 0, op = 0;
          sqlite3_value *key = NULL;
          const CopilKind *kind;

          code = sqlite3changeset_op (iter, &table, &n_columns, &op, NULL);
          kind = code == SQLITE_OK ? copil_kind_find (table) : NULL;
          if (code == SQLITE_OK && !kind && pairs)
            read_pair (store, steps, table, op, iter);
          if (!kind || pairs)
            continue;
          if (op == SQLITE_INSERT)
            sqlite3changeset_new (iter, 0, &key);
          else
            sqlite3changeset_old (iter, 0, &key);
          if (!key)
            continue;
          if (op == SQLITE_INSERT)
            get_step (steps, kind, sqlite3_value_int64 (key), op);
          else
            read_values (reader, get_step (steps, kind, sqlite3_value_int64 (key), op), iter,
                         n_columns);
        }
      if (iter)
        sqlite3changeset_finalize (iter);
    }
  if (code == SQLITE_OK)
    return g_steal_pointer (&steps);
  copil_store_set_sqlite_error (error, NULL, code);
  return NULL;
}

/* Marks the record, and what went with it. */
static void
mark (GPtrArray *steps, const CopilKind *kind, gint64 id)
{
  for (guint i = 0; i < steps->len; i++)
    {
      Step *step = steps->pdata[i];
      const CopilField *field =
          step->kind->parent ? copil_kind_get_field (step->kind, step->kind->parent) : NULL;

      if (step->wanted)
        continue;
      if (!kind || (step->kind == kind && step->id == id))
        step->wanted = TRUE;
      else if (step->op == SQLITE_DELETE && field && field->target && step->owner == id &&
               copil_kind_get (field->target) == kind)
        step->wanted = TRUE;
      if (step->wanted && kind && step->op == SQLITE_DELETE && step->id != id)
        mark (steps, step->kind, step->id);
    }
}

static gboolean
is_there (CopilStore *store, const Step *step)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE id = ?1", step->kind->name);

  return copil_store_query_int (store, sql, "i", step->id) == 1;
}

static gboolean
put_back (CopilStore *store, const Step *step, GError **error)
{
  g_autofree char *sql = NULL;

  if (!step->position)
    return TRUE;
  sql = g_strdup_printf ("UPDATE \"%s\" SET position = %" G_GINT64_FORMAT
                         " WHERE id = %" G_GINT64_FORMAT,
                         step->kind->name, g_ascii_strtoll (step->position, NULL, 10), step->id);
  return copil_store_exec (store, sql, error);
}

static gboolean
bring_back (CopilStore *store, const Step *step, GError **error)
{
  return copil_store_insertv (store, step->kind, step->id, step->fields->len,
                              (const char *const *)step->fields->pdata,
                              (const char *const *)step->values->pdata, error) &&
         (!step->bytes || copil_store_set_data (store, step->kind, step->id, step->data->name,
                                                step->bytes, error)) &&
         put_back (store, step, error);
}

static gboolean
set_back (CopilStore *store, const Step *step, const char *only, GError **error)
{
  if (!is_there (store, step))
    {
      g_set_error_literal (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONFLICT,
                           _ ("What this change was about has been deleted since: restore it"
                              " first."));
      return FALSE;
    }
  for (guint i = 0; i < step->fields->len; i++)
    if ((!only || g_str_equal (only, step->fields->pdata[i])) &&
        !copil_store_set (store, step->kind, step->id, step->fields->pdata[i],
                          step->values->pdata[i], error))
      return FALSE;
  if (!only && !put_back (store, step, error))
    return FALSE;
  return !step->data || (only && !g_str_equal (only, step->data->name)) ||
         copil_store_set_data (store, step->kind, step->id, step->data->name, step->bytes, error);
}

typedef struct
{
  GPtrArray *steps;
  const char *field;
} Restoring;

/* Owners come before what belongs to them, and go after it; what moved is moved back before what it
 * moved to goes. */
static gboolean
restore_cb (CopilStore *store, gpointer data, GError **error)
{
  const Restoring *restoring = data;
  GPtrArray *steps = restoring->steps;

  if (!copil_store_exec (store, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    for (guint i = 0; i < steps->len; i++)
      {
        const Step *step = steps->pdata[i];

        if (step->wanted && step->kind == *kind && step->op == SQLITE_DELETE &&
            !is_there (store, step) && !bring_back (store, step, error))
          return FALSE;
      }
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = steps->pdata[i];

      if (step->wanted && step->op == SQLITE_UPDATE &&
          !set_back (store, step, restoring->field, error))
        return FALSE;
    }
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = steps->pdata[i];

      if (step->wanted && step->op == SQLITE_INSERT && is_there (store, step) &&
          !copil_store_delete (store, step->kind, step->id, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
copil_history_restore (CopilStore *store, gint64 entry, const CopilKind *kind, gint64 id,
                       const char *field, GError **error)
{
  g_autoptr (CopilHistoryReader) reader = copil_history_reader_new (store);
  g_autofree char *of =
      copil_store_query_dup_text (store, "SELECT name FROM journal WHERE id = ?1", "i", entry);
  /* Translators: the name of the change that is taken back */
  g_autofree char *name = g_strdup_printf (_ ("Restore: before “%s”"), of ? of : "");
  g_autoptr (GBytes) bytes = copil_journal_read_step (store, entry, error);
  g_autoptr (GPtrArray) steps = bytes ? read_steps (store, reader, bytes, error) : NULL;
  Restoring restoring = { steps, field };

  if (!steps)
    return FALSE;
  mark (steps, kind, id);
  return copil_store_do (store, name, restore_cb, &restoring, error);
}

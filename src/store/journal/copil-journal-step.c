/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps: what somebody types into one field is stored at each pause, each an entry that stays as it
 * is, and taken back at once. */
#include "copil-journal-private.h"

#include "copil-query.h"

/* One step lasts so long, in microseconds. */
#define LONGEST_STEP (60 * G_USEC_PER_SEC)

struct _CopilStep
{
  gint64 id; /* of its first entry */
  char *field, *name, *author;
  gint64 begun;
};

void
copil_step_free (CopilStep *step)
{
  g_free (step->field);
  g_free (step->name);
  g_free (step->author);
  g_free (step);
}

/* Whether it is a field that words are typed into: a choice or a date is one act each time. */
static gboolean
is_typed (CopilStore *store, const CopilTextChange *change)
{
  const CopilKind *kind = copil_kind_find (change->table);
  g_autofree char *name =
      copil_store_query_dup_text (store, "SELECT name FROM pragma_table_info (?1) WHERE cid = ?2",
                                  "ti", change->table, (gint64)change->after.column);
  const CopilField *field = kind && name ? copil_kind_get_field (kind, name) : NULL;

  return field && (field->type == COPIL_FIELD_TEXT || field->type == COPIL_FIELD_NOTE);
}

gint64
copil_journal_find_step (CopilStore *store, GBytes *changeset)
{
  const CopilStep *step = store->step;
  g_autofree char *field = NULL;
  CopilTextChange change;

  if (!step || store->verb != COPIL_VERB_DO || store->clock () - step->begun >= LONGEST_STEP ||
      !copil_changeset_find_text (changeset, &change) ||
      g_strcmp0 (step->name, store->transaction) != 0 ||
      g_strcmp0 (step->author, store->author) != 0)
    return 0;
  field = copil_journal_dup_field (&change);
  return g_str_equal (field, step->field) ? step->id : 0;
}

void
copil_journal_note_step (CopilStore *store, gint64 id, GBytes *changeset)
{
  CopilTextChange change;

  /* What the program notes by itself does not come between. */
  if (store->verb == COPIL_VERB_ASIDE || (store->verb == COPIL_VERB_DO && store->entry != 0))
    return;
  g_clear_pointer (&store->step, copil_step_free);
  if (store->verb != COPIL_VERB_DO || !copil_changeset_find_text (changeset, &change) ||
      !is_typed (store, &change))
    return;
  store->step = g_new (CopilStep, 1);
  *store->step = (CopilStep){ id, copil_journal_dup_field (&change), g_strdup (store->transaction),
                              g_strdup (store->author), store->clock () };
}

/* The entry and those that continue it, in order; NULL with error set where they cannot be read. */
static GArray *
list_entries (CopilStore *store, gint64 id, GError **error)
{
  sqlite3_stmt *statement = copil_store_take_statement (
      store, "SELECT id FROM journal WHERE id > ?1 AND entry = ?1 AND verb = 'do'"
             " AND part_of IS NULL ORDER BY id");
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (gint64));
  int code;

  if (!statement)
    {
      copil_store_fail (store, error);
      return NULL;
    }
  g_array_append_val (entries, id);
  sqlite3_bind_int64 (statement, 1, id);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 entry = sqlite3_column_int64 (statement, 0);
      g_array_append_val (entries, entry);
    }
  if (code != SQLITE_DONE)
    copil_store_fail (store, error);
  copil_store_give_statement (store, statement);
  return code == SQLITE_DONE ? g_steal_pointer (&entries) : NULL;
}

GBytes *
copil_journal_read_step (CopilStore *store, gint64 id, GError **error)
{
  g_autoptr (GArray) entries = list_entries (store, id, error);
  sqlite3_changegroup *group = NULL;
  gboolean sound = TRUE;
  void *sum = NULL;
  int code, size = 0;

  if (!entries)
    return NULL;
  if (entries->len == 1)
    return copil_journal_read (store, id, error);
  code = sqlite3changegroup_new (&group);
  for (guint i = 0; sound && code == SQLITE_OK && i < entries->len; i++)
    {
      g_autoptr (GBytes) bytes =
          copil_journal_read (store, g_array_index (entries, gint64, i), error);

      sound = bytes != NULL;
      if (sound && g_bytes_get_size (bytes) > 0)
        code = sqlite3changegroup_add (group, (int)g_bytes_get_size (bytes),
                                       (void *)g_bytes_get_data (bytes, NULL));
    }
  if (sound && code == SQLITE_OK)
    code = sqlite3changegroup_output (group, &size, &sum);
  sqlite3changegroup_delete (group);
  if (sound && code != SQLITE_OK)
    copil_store_set_sqlite_error (error, NULL, code);
  if (!sound || code != SQLITE_OK)
    return NULL;
  return g_bytes_new_with_free_func (sum, (gsize)size, sqlite3_free, sum);
}

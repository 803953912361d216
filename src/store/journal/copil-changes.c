/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-store-private.h"

typedef struct
{
  const CopilKind *kind;
  GHashTable *ids; /* set of gint64* */
  gboolean moved;
} KindChanges;

struct _CopilChanges
{
  GHashTable *kinds; /* name → KindChanges */
};

static void
kind_changes_free (gpointer data)
{
  KindChanges *kind = data;
  g_hash_table_unref (kind->ids);
  g_free (kind);
}

static void
add (CopilChanges *changes, const CopilKind *kind, gint64 id, gboolean moved)
{
  KindChanges *those = g_hash_table_lookup (changes->kinds, kind->name);

  if (!those)
    {
      those = g_new0 (KindChanges, 1);
      those->kind = kind;
      those->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_hash_table_insert (changes->kinds, (gpointer)kind->name, those);
    }
  g_hash_table_add (those->ids, g_memdup2 (&id, sizeof id));
  those->moved |= moved;
}

/* The kind whose references the link table holds. */
static const CopilKind *
find_link_owner (const char *table)
{
  for (const CopilKind *const *kind = copil_kinds (); *kind; kind++)
    for (const CopilField *field = (*kind)->fields; field->name; field++)
      if (field->type == COPIL_FIELD_REFERENCES && g_str_equal (field->link, table))
        return *kind;
  return NULL;
}

/* Whether an update touched the position, or what the record belongs to. The columns of the
 * changeset are those of the table; places of the fields in it are not known here, so any REFERENCE
 * or REAL column counts. */
static gboolean
update_moves (sqlite3_changeset_iter *iter, int n_columns)
{
  for (int column = 1; column < n_columns; column++)
    {
      sqlite3_value *value = NULL;
      if (sqlite3changeset_new (iter, column, &value) == SQLITE_OK && value &&
          (sqlite3_value_type (value) == SQLITE_FLOAT ||
           sqlite3_value_type (value) == SQLITE_INTEGER ||
           sqlite3_value_type (value) == SQLITE_NULL))
        return TRUE;
    }
  return FALSE;
}

CopilChanges *
copil_changes_new (const void *changeset, int size)
{
  CopilChanges *changes = g_new0 (CopilChanges, 1);
  sqlite3_changeset_iter *iter = NULL;

  changes->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, kind_changes_free);
  if (sqlite3changeset_start (&iter, size, (void *)changeset) != SQLITE_OK)
    return changes;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table = NULL;
      int n_columns = 0, op = 0;
      sqlite3_value *value = NULL;
      const CopilKind *kind;
      gboolean link = FALSE;

      sqlite3changeset_op (iter, &table, &n_columns, &op, NULL);
      kind = copil_kind_find (table);
      if (!kind)
        {
          kind = find_link_owner (table);
          link = TRUE;
        }
      if (!kind)
        continue;
      if (op == SQLITE_INSERT)
        sqlite3changeset_new (iter, 0, &value);
      else
        sqlite3changeset_old (iter, 0, &value);
      if (value)
        add (changes, kind, sqlite3_value_int64 (value),
             !link && (op != SQLITE_UPDATE || update_moves (iter, n_columns)));
    }
  sqlite3changeset_finalize (iter);
  return changes;
}

void
copil_changes_free (CopilChanges *changes)
{
  g_hash_table_unref (changes->kinds);
  g_free (changes);
}

gboolean
copil_changes_has_kind (CopilChanges *changes, const char *kind)
{
  return kind ? g_hash_table_contains (changes->kinds, kind)
              : g_hash_table_size (changes->kinds) > 0;
}

gboolean
copil_changes_has (CopilChanges *changes, const char *kind, gint64 id)
{
  KindChanges *those = g_hash_table_lookup (changes->kinds, kind);
  return those && g_hash_table_contains (those->ids, &id);
}

GArray *
copil_changes_list (CopilChanges *changes, const char *kind)
{
  KindChanges *those = g_hash_table_lookup (changes->kinds, kind);
  GHashTableIter iter;
  gpointer id;
  GArray *ids;

  if (!those)
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, those->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  return ids;
}

gboolean
copil_changes_moved (CopilChanges *changes, const char *kind)
{
  KindChanges *those = g_hash_table_lookup (changes->kinds, kind);
  return those && those->moved;
}

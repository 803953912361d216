/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that give no id and no label: which record has their natural key, and what looks like a
 * double. */
#include "copil-import-private.h"

#include <glib/gi18n-lib.h>
#include "copil-fold.h"
#include "copil-query.h"

/* So many records of one key are compared with a row. */
#define MOST 20

/* The records of one key, those of the file that no row has claimed yet, in their order. */
typedef struct
{
  GArray *ids; /* gint64 */
  guint n;     /* in the file */
} Same;

struct _CopilImportKeys
{
  CopilImport *import;
  GPtrArray *parts;    /* const CopilField *, those that count */
  GHashTable *records; /* key → Same */
  GHashTable *rows;    /* key → number of the first row that has it */
};

static void
same_free (gpointer data)
{
  Same *same = data;

  g_array_unref (same->ids);
  g_free (same);
}

/* What the table has no column for is not compared: a table of persons without their signatories
 * speaks of those that are known. A day, a year and a text that are left out are blank, for they
 * are what tells one record from the next. */
static gboolean
counts (CopilImport *import, const CopilField *field)
{
  return g_array_index (import->columns, guint, field - import->kind->fields) != NO_COLUMN ||
         !(field->type == COPIL_FIELD_REFERENCE || field->type == COPIL_FIELD_CHOICE ||
           g_strcmp0 (field->name, import->kind->label_field) == 0);
}

static void
append_part (GString *key, const CopilField *field, const char *value)
{
  if (field->type == COPIL_FIELD_TEXT || field->type == COPIL_FIELD_NOTE)
    {
      g_autofree char *folded = copil_fold_name (value);
      g_string_append (key, folded);
    }
  else
    g_string_append (key, value ? value : "");
  g_string_append_c (key, '\x1f');
}

static void
load_records (CopilImportKeys *self)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  g_autoptr (CopilQuery) query = NULL;

  for (guint p = 0; p < self->parts->len; p++)
    g_string_append_printf (sql, ", \"%s\"", ((const CopilField *)self->parts->pdata[p])->name);
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY id", self->import->kind->name);
  query = copil_store_query (self->import->store, sql->str, NULL);
  while (copil_query_next (query))
    {
      g_autoptr (GString) key = g_string_new (NULL);
      gint64 id = copil_query_int (query, 0);
      Same *same;

      for (guint p = 0; p < self->parts->len; p++)
        append_part (key, self->parts->pdata[p], copil_query_text (query, (int)p + 1));
      same = g_hash_table_lookup (self->records, key->str);
      if (!same)
        {
          same = g_new0 (Same, 1);
          same->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
          g_hash_table_insert (self->records, g_strdup (key->str), same);
        }
      g_array_append_val (same->ids, id);
      same->n++;
    }
}

CopilImportKeys *
copil_import_keys_new (CopilImport *import)
{
  CopilImportKeys *self = g_new0 (CopilImportKeys, 1);

  self->import = import;
  self->parts = g_ptr_array_new ();
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, same_free);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (const char *const *name = import->kind->key; name && *name; name++)
    {
      const CopilField *field = copil_kind_get_field (import->kind, *name);

      if (counts (import, field))
        g_ptr_array_add (self->parts, (gpointer)field);
    }
  if (self->parts->len)
    load_records (self);
  return self;
}

void
copil_import_keys_free (CopilImportKeys *self)
{
  g_ptr_array_unref (self->parts);
  g_hash_table_unref (self->records);
  g_hash_table_unref (self->rows);
  g_free (self);
}

/* The key of a row; NULL where one of its cells cannot be read: the row says so by itself. "said"
 * is set to what tells it, in words. */
static char *
read_key (CopilImportKeys *self, const CopilGridRow *row, char **said)
{
  CopilImport *import = self->import;
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  char **values = g_new0 (char *, copil_kind_get_n_fields (import->kind) + 1);
  gboolean ok = TRUE;

  for (guint p = 0; ok && p < self->parts->len; p++)
    {
      const CopilField *field = self->parts->pdata[p];
      const CopilCell *cell = copil_import_get_cell (import, row, field);
      char **value = &values[field - import->kind->fields];

      ok = !cell || copil_import_read_cell (
                        import, field, cell,
                        field->target ? copil_import_get_owner (import, field, values, NULL) : 0,
                        value, NULL);
      if (!ok)
        break;
      append_part (key, field, *value);
      if (cell && cell->text)
        g_string_append_printf (words, "%s%s", words->len ? ", " : "", cell->text);
    }
  for (guint f = 0; f < copil_kind_get_n_fields (import->kind); f++)
    g_free (values[f]);
  g_free (values);
  if (!ok)
    return NULL;
  *said = g_string_free (g_steal_pointer (&words), FALSE);
  return g_string_free (g_steal_pointer (&key), FALSE);
}

static void
drop_claimed (Same *same, GHashTable *claimed)
{
  for (guint i = 0; i < same->ids->len;)
    if (g_hash_table_contains (claimed, &g_array_index (same->ids, gint64, i)))
      g_array_remove_index (same->ids, i);
    else
      i++;
}

/* Of several that none has claimed the one that says most of what the row says, the first of them;
 * 0 for none. */
static gint64
choose (CopilImportKeys *self, const CopilGridRow *row, Same *same)
{
  gint64 best = same->ids->len ? g_array_index (same->ids, gint64, 0) : 0;
  guint most = 0;

  for (guint i = 0; same->ids->len > 1 && i < MIN (same->ids->len, MOST); i++)
    {
      gint64 id = g_array_index (same->ids, gint64, i);
      guint n = copil_import_count_same (self->import, row, id);

      if (n > most)
        {
          most = n;
          best = id;
        }
    }
  return best;
}

static gboolean
fail_several (CopilImportKeys *self, const CopilGridRow *row, const char *said, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("several records have “%s”: give an id."),
               said);
  return copil_import_fail_at (self->import, row, NULL, error);
}

static gboolean
fail_again (CopilImportKeys *self, const CopilGridRow *row, guint there, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("row %u already speaks of this record."),
               there);
  return copil_import_fail_at (self->import, row, NULL, error);
}

gboolean
copil_import_keys_match (CopilImportKeys *self, guint i, GHashTable *claimed, gint64 *id,
                         GError **error)
{
  CopilImport *import = self->import;
  const CopilGridRow *row = copil_grid_get_row (import->grid, i);
  g_autofree char *said = NULL;
  g_autofree char *key = self->parts->len ? read_key (self, row, &said) : NULL;
  guint there = key ? GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, key)) : 0;
  Same *same = key ? g_hash_table_lookup (self->records, key) : NULL;
  gboolean numbered = import->new_ids[i] != 0;

  *id = 0;
  if (!key)
    return TRUE;
  if (!there)
    g_hash_table_insert (self->rows, g_strdup (key), GUINT_TO_POINTER (row->number));
  if (import->targets[i])
    return TRUE;
  if (import->kind->unique && !numbered && there)
    return fail_again (self, row, there, error);
  if (import->kind->unique && same && same->n > 1)
    return fail_several (self, row, said, error);
  if (same)
    {
      drop_claimed (same, claimed);
      *id = choose (self, row, same);
    }
  if (*id && same->n > 1)
    copil_import_doubt (
        import, i,
        g_strdup_printf (ngettext ("It looks like a double: the file has it %u time.",
                                   "It looks like a double: the file has it %u times.", same->n),
                         same->n));
  else if (!*id && there)
    copil_import_doubt (import, i,
                        g_strdup_printf (_ ("It looks like a double of row %u."), there));
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which record a row of the table speaks of. */
#include "copil-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-fold.h"
#include "copil-query.h"

/* A record as far as matching needs it. */
typedef struct
{
  gint64 id;
  gint64 owner;
  char *title;
  char *folded; /* the title */
} Candidate;

typedef struct
{
  CopilImport *import;
  GHashTable *ids;     /* gint64, of all records of the kind */
  GHashTable *claimed; /* gint64 → row number */
  GHashTable *labels;  /* label → GArray of Candidate */
  CopilImportKeys *keys;
} Match;

static void
clear_candidate (gpointer candidate)
{
  g_free (((Candidate *)candidate)->title);
  g_free (((Candidate *)candidate)->folded);
}

static char *
dup_stripped (const char *text)
{
  return text ? g_strstrip (g_strdup (text)) : NULL;
}

/* The label a row gives, as it would be stored; NULL for none. */
static char *
get_label (CopilImport *import, const CopilGridRow *row)
{
  const char *name = import->kind->label_field;
  const CopilField *field = name ? copil_kind_get_field (import->kind, name) : NULL;
  const CopilCell *cell = field ? copil_import_get_cell (import, row, field) : NULL;
  char *value = NULL;

  if (cell && !copil_import_read_cell (import, field, cell, 0, &value, NULL))
    return NULL;
  return value;
}

static void
load_records (Match *match)
{
  const CopilKind *kind = match->import->kind;
  g_autofree char *sql = g_strdup_printf (
      "SELECT id, %s, %s, \"%s\" FROM \"%s\"", kind->label_field ? kind->label_field : "NULL",
      kind->parent ? kind->parent : "NULL", kind->title_field, kind->name);
  g_autoptr (CopilQuery) query = copil_store_query (match->import->store, sql, NULL);

  while (copil_query_next (query))
    {
      gint64 id = copil_query_int (query, 0);
      g_autofree char *label = dup_stripped (copil_query_text (query, 1));

      g_hash_table_add (match->ids, g_memdup2 (&id, sizeof id));
      if (label && *label)
        {
          Candidate candidate = { id, copil_query_int (query, 2),
                                  dup_stripped (copil_query_text (query, 3)) };
          GArray *list = g_hash_table_lookup (match->labels, label);

          candidate.folded = copil_fold_name (candidate.title);
          if (!list)
            {
              list = g_array_new (FALSE, FALSE, sizeof (Candidate));
              g_array_set_clear_func (list, clear_candidate);
              g_hash_table_insert (match->labels, g_steal_pointer (&label), list);
            }
          g_array_append_val (list, candidate);
        }
    }
}

/* A row updates a record; no other row may. */
static gboolean
claim (Match *match, guint i, gint64 id, GError **error)
{
  const CopilGridRow *row = copil_grid_get_row (match->import->grid, i);
  guint there = GPOINTER_TO_UINT (g_hash_table_lookup (match->claimed, &id));

  if (there)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _ ("row %u already speaks of this record."), there);
      return copil_import_fail_at (match->import, row, NULL, error);
    }
  g_hash_table_insert (match->claimed, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (row->number));
  return TRUE;
}

static gboolean
match_id (Match *match, guint i, GError **error)
{
  CopilImport *import = match->import;
  const CopilGridRow *row = copil_grid_get_row (import->grid, i);
  const CopilCell *cell =
      import->id_column == NO_COLUMN ? NULL : copil_grid_row_get (row, import->id_column);
  g_autofree char *text = cell ? dup_stripped (cell->text) : NULL;
  gint64 id;

  if (!text)
    return TRUE;
  if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("“%s” is not an id."), text);
      import->fault_column = import->id_column;
      if (!import->faults)
        g_prefix_error (error, _ ("row %u, column “%s”: "), row->number, "id");
      return FALSE;
    }
  if (!claim (match, i, id, error))
    return FALSE;
  if (g_hash_table_contains (match->ids, &id))
    import->targets[i] = id;
  else
    import->new_ids[i] = id;
  return TRUE;
}

/* The record a row names as its owner; 0 where it does not say. */
static gint64
get_owner (CopilImport *import, const CopilGridRow *row)
{
  const char *parent = import->kind->parent;
  const CopilField *field = parent ? copil_kind_get_field (import->kind, parent) : NULL;
  const CopilCell *cell = field ? copil_import_get_cell (import, row, field) : NULL;

  if (!cell || !cell->text)
    return 0;
  return copil_lookup_find (copil_import_get_lookup (import, field->target), cell->text, 0, NULL);
}

/* Finds the record of that label, and of that title too where "exact" is set. Several are told
 * apart by what they belong to; what another row speaks of already does not count. Engagements
 * share the label of their article: a title that none of them has makes a new one. 0 for none, -1
 * for several that nothing tells apart. */
static gint64
find_labelled (Match *match, const CopilGridRow *row, const char *label, gboolean exact)
{
  CopilImport *import = match->import;
  GArray *list = g_hash_table_lookup (match->labels, label);
  const CopilField *field = copil_kind_get_field (import->kind, import->kind->title_field);
  const CopilCell *cell = copil_import_get_cell (import, row, field);
  g_autofree char *title = cell && cell->text ? copil_fold_name (cell->text) : NULL;
  gint64 owner = list ? get_owner (import, row) : 0, found = 0;

  for (guint i = 0; list && i < list->len; i++)
    {
      const Candidate *candidate = &g_array_index (list, Candidate, i);

      if ((owner && candidate->owner && candidate->owner != owner) ||
          g_hash_table_contains (match->claimed, &candidate->id) ||
          (exact && g_strcmp0 (title, candidate->folded) != 0))
        continue;
      if (found)
        return exact ? found : title ? 0 : -1;
      found = candidate->id;
    }
  return found;
}

/* A number is no identity: where the record says something else under it, this must be said. */
static void
note_other_text (Match *match, guint i, const char *label, gint64 id)
{
  CopilImport *import = match->import;
  const CopilField *field = copil_kind_get_field (import->kind, import->kind->title_field);
  const CopilCell *cell =
      copil_import_get_cell (import, copil_grid_get_row (import->grid, i), field);
  g_autofree char *folded = cell && cell->text ? copil_fold_name (cell->text) : NULL;
  GArray *list = g_hash_table_lookup (match->labels, label);

  if (!folded || (field->type != COPIL_FIELD_TEXT && field->type != COPIL_FIELD_NOTE))
    return;
  for (guint c = 0; c < list->len; c++)
    {
      const Candidate *candidate = &g_array_index (list, Candidate, c);

      if (candidate->id == id && g_strcmp0 (candidate->folded, folded) != 0)
        {
          g_autofree char *called = copil_kind_describe (import->kind, NULL, candidate->title);
          copil_import_doubt (import, i,
                              /* Translators: a number ("4.1.1"), and a record with its title:
                               * "Engagement “Accueil de collégiens”" */
                              g_strdup_printf (_ ("The number %s is that of another text, which"
                                                  " it replaces: %s."),
                                               label, called));
        }
    }
}

static gboolean
match_label (Match *match, guint i, gboolean exact, GError **error)
{
  CopilImport *import = match->import;
  const CopilGridRow *row = copil_grid_get_row (import->grid, i);
  g_autofree char *label = NULL;
  gint64 id;

  if (import->targets[i])
    return TRUE;
  label = get_label (import, row);
  id = label ? find_labelled (match, row, label, exact) : 0;
  if (id == 0)
    return TRUE;
  if (id < 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _ ("several records have “%s”: give an id."), label);
      return copil_import_fail_at (
          import, row, copil_kind_get_field (import->kind, import->kind->label_field), error);
    }
  if (!exact)
    note_other_text (match, i, label, id);
  import->targets[i] = id;
  import->new_ids[i] = 0;
  return claim (match, i, id, error);
}

static gboolean
match_key (Match *match, guint i, GError **error)
{
  CopilImport *import = match->import;
  gint64 id;

  if (!copil_import_keys_match (match->keys, i, match->claimed, &id, error))
    return FALSE;
  if (!id)
    return TRUE;
  import->targets[i] = id;
  import->new_ids[i] = 0;
  return claim (match, i, id, error);
}

/* Where a file has one record of the kind, that is what a row without an id speaks of. */
static gboolean
match_only (Match *match, guint i, GError **error)
{
  CopilImport *import = match->import;

  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM \"%s\" ORDER BY id LIMIT 1", import->kind->name);

  if (!import->kind->single || import->targets[i])
    return TRUE;
  import->targets[i] = copil_store_query_int (import->store, sql, NULL);
  import->new_ids[i] = 0;
  return claim (match, i, import->targets[i], error);
}

static gboolean
match_row (Match *match, guint i, int pass, GError **error)
{
  return pass == 0  ? match_id (match, i, error) && match_only (match, i, error)
         : pass < 3 ? match_label (match, i, pass == 1, error)
                    : match_key (match, i, error);
}

gboolean
copil_import_match (CopilImport *import, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) claimed =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) labels =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  g_autoptr (CopilImportKeys) keys = copil_import_keys_new (import);
  Match match = { import, ids, claimed, labels, keys };
  guint n = copil_grid_get_n_rows (import->grid);
  GError *failure = NULL;

  load_records (&match);
  /* Ids first, then what is the same in label and title, so that several rows of one label, as
   * articles have, each find their own; then what has the label only, and last the natural key. */
  for (int pass = 0; pass < 4; pass++)
    for (guint i = import->first; i < n; i++)
      if (!(import->faults && import->faults[i]) && !match_row (&match, i, pass, &failure) &&
          !copil_import_forgive (import, i, &failure))
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-id.h"
#include "copil-odf-xml.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"

/* Headings of columns that an export adds for the reader. */
static const char *const derived[] = { "late", N_ ("Late"), "created", "modified" };

/* --- Headings --- */

static char *
fold_heading (const char *heading)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autofree char *normal = g_utf8_normalize (heading, -1, G_NORMALIZE_ALL);

  for (const char *p = normal ? normal : ""; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (!g_unichar_isspace (c))
        g_string_append_unichar (plain, c == 0x2019 ? '\'' : c);
    }
  return g_utf8_casefold (plain->str, (gssize)plain->len);
}

static gboolean
same_heading (const char *heading, const char *other)
{
  g_autofree char *a = fold_heading (heading), *b = fold_heading (other);
  return g_str_equal (a, b);
}

gboolean
copil_import_heading_is (const CopilField *field, const char *heading)
{
  return same_heading (heading, field->name) || same_heading (heading, field->label) ||
         same_heading (heading, copil_field_get_label (field));
}

static gboolean
is_derived (const char *heading)
{
  for (guint i = 0; i < G_N_ELEMENTS (derived); i++)
    if (same_heading (heading, derived[i]) || same_heading (heading, _ (derived[i])))
      return TRUE;
  return FALSE;
}

static gboolean
fail_heading (guint column, const char *message, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("row 1, column %u: %s"), column + 1,
               message);
  return FALSE;
}

/* Whether some row has something in a column. */
static gboolean
is_used (CopilGrid *grid, guint column)
{
  for (guint i = 1; i < copil_grid_get_n_rows (grid); i++)
    if (copil_grid_row_get (copil_grid_get_row (grid, i), column)->text)
      return TRUE;
  return FALSE;
}

/* Two fields of a kind may bear the same label; the name comes first, then the field that has no
 * column yet. */
static guint
find_field (CopilImport *import, const char *heading, gboolean by_name)
{
  for (guint f = 0; import->kind->fields[f].name; f++)
    if (import->kind->fields[f].type == COPIL_FIELD_DATA)
      continue;
    else if (by_name ? same_heading (heading, import->kind->fields[f].name)
                     : copil_import_heading_is (&import->kind->fields[f], heading) &&
                           g_array_index (import->columns, guint, f) == NO_COLUMN)
      return f;
  return by_name ? find_field (import, heading, FALSE) : NO_COLUMN;
}

static gboolean
read_heading (CopilImport *import, guint column, const char *heading, GError **error)
{
  guint none = NO_COLUMN, field = find_field (import, heading, TRUE);
  guint *place = same_heading (heading, "id") || same_heading (heading, C_ ("column", "id"))
                     ? &import->id_column
                 : field == NO_COLUMN ? &none
                                      : &g_array_index (import->columns, guint, field);
  g_autofree char *message = NULL;

  if (place == &none)
    {
      if (is_derived (heading))
        return TRUE;
      message = g_strdup_printf (_ ("“%s” is no field of “%s”."), heading,
                                 copil_kind_get_label (import->kind));
      return fail_heading (column, message, error);
    }
  if (*place != NO_COLUMN)
    {
      message = g_strdup_printf (_ ("“%s” stands there twice."), heading);
      return fail_heading (column, message, error);
    }
  *place = column;
  return TRUE;
}

static gboolean
read_headings (CopilImport *import, GError **error)
{
  const CopilGridRow *row;
  guint widest = 0;

  if (copil_grid_get_n_rows (import->grid) == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The table is empty."));
      return FALSE;
    }
  row = copil_grid_get_row (import->grid, 0);
  for (guint i = 0; i < copil_grid_get_n_rows (import->grid); i++)
    widest = MAX (widest, copil_grid_get_row (import->grid, i)->n_cells);
  for (guint column = 0; column < widest; column++)
    {
      const CopilCell *cell = copil_grid_row_get (row, column);
      g_autofree char *heading = cell->text ? g_strstrip (g_strdup (cell->text)) : NULL;

      if (heading && !read_heading (import, column, heading, error))
        return FALSE;
      if (!heading && is_used (import->grid, column))
        return fail_heading (column, _ ("the column has no name."), error);
    }
  return TRUE;
}

/* --- Cells --- */

CopilLookup *
copil_import_get_lookup (CopilImport *import, const char *kind)
{
  CopilLookup *lookup = g_hash_table_lookup (import->lookups, kind);

  if (!lookup)
    {
      lookup = copil_lookup_new (import->store, copil_kind_get (kind));
      g_hash_table_insert (import->lookups, (gpointer)kind, lookup);
    }
  return lookup;
}

static guint
get_column (CopilImport *import, const CopilField *field)
{
  return g_array_index (import->columns, guint, field - import->kind->fields);
}

const CopilCell *
copil_import_get_cell (CopilImport *import, const CopilGridRow *row, const CopilField *field)
{
  guint column = get_column (import, field);
  return column == NO_COLUMN ? NULL : copil_grid_row_get (row, column);
}

gboolean
copil_import_fail_at (CopilImport *import, const CopilGridRow *row, const CopilField *field,
                      GError **error)
{
  const CopilGridRow *headings = copil_grid_get_row (import->grid, 0);
  guint column = field ? get_column (import, field) : NO_COLUMN;

  if (column == NO_COLUMN)
    g_prefix_error (error, _ ("row %u: "), row->number);
  else
    {
      g_autofree char *heading = g_strdup (copil_grid_row_get (headings, column)->text);
      g_prefix_error (error, _ ("row %u, column “%s”: "), row->number, g_strstrip (heading));
    }
  return FALSE;
}

/* Text that a spreadsheet took for a number: "4.10" shown as "4,10" is a label, not 4.1. */
static const char *
get_text (const CopilCell *cell, char **owned)
{
  char *end;
  double shown;

  if (cell->type == COPIL_CELL_TEXT)
    return cell->text;
  if (cell->type == COPIL_CELL_DATE)
    return cell->text;
  if (cell->type != COPIL_CELL_NUMBER)
    return cell->shown && *cell->shown ? cell->shown : cell->text;
  *owned = g_strdelimit (g_strdup (cell->shown), ",", '.');
  shown = g_ascii_strtod (*owned, &end);
  return end != *owned && !*end && shown == g_ascii_strtod (cell->text, NULL) ? *owned : cell->text;
}

/* A ratio as a percentage, without the dust of binary fractions. */
static char *
ratio_to_percent (const char *ratio)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.10g", g_ascii_strtod (ratio, NULL) * 100);
  return g_strdup (number);
}

gboolean
copil_import_read_cell (CopilImport *import, const CopilField *field, const CopilCell *cell,
                        gint64 owner, char **value, GError **error)
{
  g_autofree char *owned = NULL;
  GError *failure = NULL;
  const char *text = cell->text;

  *value = NULL;
  if (!text)
    return TRUE;
  if (field->type == COPIL_FIELD_TEXT || field->type == COPIL_FIELD_NOTE ||
      field->type == COPIL_FIELD_REFERENCE || field->type == COPIL_FIELD_REFERENCES)
    text = get_text (cell, &owned);
  else if (cell->type == COPIL_CELL_PERCENT && field->type == COPIL_FIELD_PERCENT)
    text = owned = ratio_to_percent (text);
  if (field->type == COPIL_FIELD_REFERENCE)
    {
      gint64 id =
          copil_lookup_find (copil_import_get_lookup (import, field->target), text, owner, error);

      *value = id ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
      return id != 0;
    }
  if (field->type == COPIL_FIELD_REFERENCES)
    {
      *value = copil_lookup_find_all (copil_import_get_lookup (import, field->target), text, owner,
                                      error);
      return *value != NULL;
    }
  *value = copil_field_parse (field, text, &failure);
  if (!failure)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/* --- Rows --- */

/* Whether the cell says what an export writes for the value that the record has: then it changes
 * nothing, whatever that text would be read as. */
static gboolean
is_as_exported (CopilImport *import, CopilRecord *record, const CopilField *field,
                const CopilCell *cell)
{
  const char *current = copil_record_get (record, field->name);
  g_autofree char *text = NULL, *shown = NULL, *plain = NULL, *owned = NULL;

  if (!cell->text || !current)
    return !cell->text && !current;
  if (cell->type != COPIL_CELL_TEXT)
    return FALSE;
  text = g_strstrip (g_strdup (cell->text));
  /* A file's text may hold what XML cannot. */
  plain = g_strstrip (g_strdup (copil_xml_clean (current, &owned)));
  if (g_str_equal (text, plain))
    return TRUE;
  shown = g_strstrip (copil_record_format (record, import->store, field->name));
  return g_str_equal (text, shown);
}

static const char *
find_value (CopilImport *import, char **values, CopilRecord *record, const char *name)
{
  for (guint f = 0; import->kind->fields[f].name; f++)
    if (g_str_equal (import->kind->fields[f].name, name) &&
        g_array_index (import->columns, guint, f) != NO_COLUMN)
      return values[f];
  return record ? copil_record_get (record, name) : NULL;
}

/* The record that what a reference names should belong to, as far as the row says. */
static gint64
get_owner (CopilImport *import, const CopilField *field, char **values, CopilRecord *record)
{
  const char *parent = copil_kind_get (field->target)->parent;
  const char *value = parent && copil_kind_get_field (import->kind, parent)
                          ? find_value (import, values, record, parent)
                          : NULL;

  return value ? g_ascii_strtoll (value, NULL, 10) : 0;
}

/* A reference to the same kind (a person's alternate) may be to a row further down: it is set once
 * all rows are there. */
static gboolean
is_within (CopilImport *import, guint field)
{
  const CopilField *one = &import->kind->fields[field];

  return one->type == COPIL_FIELD_REFERENCE && g_str_equal (one->target, import->kind->name);
}

/* Reads the cells of a row: what records can belong to first, as it helps to find the others. */
static gboolean
read_row (CopilImport *import, const CopilGridRow *row, CopilRecord *record, char **values,
          GError **error)
{
  for (int pass = 0; pass < 2; pass++)
    for (guint f = 0; import->kind->fields[f].name; f++)
      {
        const CopilField *field = &import->kind->fields[f];
        const CopilCell *cell = copil_import_get_cell (import, row, field);
        gboolean first = g_strcmp0 (field->name, import->kind->parent) == 0;
        gboolean reference =
            field->type == COPIL_FIELD_REFERENCE || field->type == COPIL_FIELD_REFERENCES;

        if (!cell || first != (pass == 0) || is_within (import, f))
          continue;
        if (record && is_as_exported (import, record, field, cell))
          values[f] = g_strdup (copil_record_get (record, field->name));
        else if (!copil_import_read_cell (import, field, cell,
                                          reference ? get_owner (import, field, values, record) : 0,
                                          &values[f], error))
          return copil_import_fail_at (import, row, field, error);
      }
  return TRUE;
}

/* A measure lies in one axis: an engagement of the measure is of that axis, whether the row says so
 * or not, and one that goes to another axis leaves its measure. Sets what the row did not give. */
static gboolean
complete_group (CopilImport *import, const CopilGridRow *row, CopilRecord *record, char **values,
                GPtrArray *extra, GError **error)
{
  const CopilKind *kind = import->kind;
  const CopilField *group = kind->group ? copil_kind_get_field (kind, kind->group) : NULL;
  const CopilField *parent = group ? copil_kind_get_field (kind, kind->parent) : NULL;
  g_autofree char *sql = NULL, *owner = NULL;
  const char *in_group, *in_parent;

  if (!group)
    return TRUE;
  in_group = find_value (import, values, record, group->name);
  in_parent = find_value (import, values, record, parent->name);
  if (!in_group)
    return TRUE;
  sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", parent->name, group->target);
  owner =
      copil_store_query_dup_text (import->store, sql, "i", g_ascii_strtoll (in_group, NULL, 10));
  if (!owner || g_strcmp0 (owner, in_parent) == 0)
    return TRUE;
  if (copil_import_get_cell (import, row, group) == NULL)
    {
      g_ptr_array_add (extra, g_strdup (group->name));
      g_ptr_array_add (extra, NULL);
      return TRUE;
    }
  if (copil_import_get_cell (import, row, parent) != NULL && in_parent)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   /* Translators: the labels of two fields: "Measure", "Axis" */
                   _ ("“%s” and “%s” do not go together."), copil_field_get_label (group),
                   copil_field_get_label (parent));
      return copil_import_fail_at (import, row, group, error);
    }
  if (copil_import_get_cell (import, row, parent) != NULL)
    {
      values[parent - kind->fields] = g_steal_pointer (&owner);
      return TRUE;
    }
  g_ptr_array_add (extra, g_strdup (parent->name));
  g_ptr_array_add (extra, g_steal_pointer (&owner));
  return TRUE;
}

static gboolean
insert_row (CopilImport *import, guint i, char **values, GPtrArray *extra, GError **error)
{
  const CopilKind *kind = import->kind;
  guint n_fields = copil_kind_get_n_fields (kind), n = 0;
  g_autofree const char **names = g_new0 (const char *, n_fields + extra->len);
  g_autofree const char **given = g_new0 (const char *, n_fields + extra->len);

  for (guint f = 0; f < n_fields; f++)
    if (g_array_index (import->columns, guint, f) != NO_COLUMN && !is_within (import, f))
      {
        names[n] = kind->fields[f].name;
        given[n++] = values[f];
      }
  for (guint e = 0; e < extra->len; e += 2)
    {
      names[n] = extra->pdata[e];
      given[n++] = extra->pdata[e + 1];
    }
  if (import->new_ids[i])
    copil_id_seen (import->new_ids[i]);
  import->new_ids[i] =
      copil_store_insertv (import->store, kind, import->new_ids[i], n, names, given, error);
  return import->new_ids[i] != 0;
}

static gboolean
set (CopilImport *import, CopilRecord *record, const char *name, const char *value,
     gboolean *changed, GError **error)
{
  if (g_strcmp0 (copil_record_get (record, name), value) == 0)
    return TRUE;
  *changed = TRUE;
  return copil_store_set (import->store, import->kind, copil_record_get_id (record), name, value,
                          error);
}

static gboolean
update_row (CopilImport *import, const CopilGridRow *row, CopilRecord *record, char **values,
            GPtrArray *extra, gboolean *changed, GError **error)
{
  const CopilKind *kind = import->kind;
  const CopilField *reviewed = copil_kind_get_field (kind, "reviewed");
  gboolean news = FALSE;

  for (guint f = 0; kind->fields[f].name; f++)
    {
      const CopilField *field = &kind->fields[f];
      gboolean here = FALSE;

      if (g_array_index (import->columns, guint, f) == NO_COLUMN || is_within (import, f))
        continue;
      if (!set (import, record, field->name, values[f], &here, error))
        return copil_import_fail_at (import, row, field, error);
      *changed = *changed || here;
      news = news || (here && (field->flags & COPIL_FIELD_NEWS));
    }
  for (guint e = 0; e < extra->len; e += 2)
    if (!set (import, record, extra->pdata[e], extra->pdata[e + 1], changed, error))
      return copil_import_fail_at (import, row, NULL, error);
  /* As when a person edits it, unless the table says itself when there was news. */
  if (news && reviewed && !copil_import_get_cell (import, row, reviewed) &&
      !set (import, record, "reviewed", copil_today (), changed, error))
    return copil_import_fail_at (import, row, NULL, error);
  return TRUE;
}

static gboolean
take_row (CopilImport *import, guint i, CopilImportCounts *counts, GError **error)
{
  const CopilGridRow *row = copil_grid_get_row (import->grid, i);
  g_autoptr (CopilRecord) record =
      import->targets[i] ? copil_store_load (import->store, import->kind, import->targets[i])
                         : NULL;
  g_autoptr (GPtrArray) extra = g_ptr_array_new_with_free_func (g_free);
  guint n_fields = copil_kind_get_n_fields (import->kind);
  char **read = g_new0 (char *, n_fields + 1);
  gboolean ok, changed = FALSE;

  ok = read_row (import, row, record, read, error) &&
       complete_group (import, row, record, read, extra, error);
  if (ok && record)
    {
      ok = update_row (import, row, record, read, extra, &changed, error);
      import->changed[i] = changed;
      counts->changed += changed;
      counts->unchanged += !changed;
    }
  else if (ok)
    {
      ok = insert_row (import, i, read, extra, error);
      counts->added++;
      if (!ok)
        copil_import_fail_at (import, row, NULL, error);
    }
  for (guint f = 0; f < n_fields; f++)
    g_free (read[f]);
  g_free (read);
  return ok;
}

/* The references from row to row. */
static gboolean
join_row (CopilImport *import, guint i, CopilImportCounts *counts, GError **error)
{
  const CopilGridRow *row = copil_grid_get_row (import->grid, i);
  gint64 id = import->targets[i] ? import->targets[i] : import->new_ids[i];
  g_autoptr (CopilRecord) record = NULL;
  gboolean changed = FALSE;

  for (guint f = 0; import->kind->fields[f].name; f++)
    {
      const CopilField *field = &import->kind->fields[f];
      const CopilCell *cell =
          is_within (import, f) ? copil_import_get_cell (import, row, field) : NULL;
      g_autofree char *value = NULL;

      if (!cell)
        continue;
      if (!record)
        record = copil_store_load (import->store, import->kind, id);
      if (is_as_exported (import, record, field, cell))
        continue;
      if (!copil_import_read_cell (import, field, cell, 0, &value, error) ||
          !set (import, record, field->name, value, &changed, error))
        return copil_import_fail_at (import, row, field, error);
    }
  if (changed && import->targets[i] && !import->changed[i])
    {
      counts->changed++;
      counts->unchanged--;
    }
  return TRUE;
}

static gboolean
take_rows (CopilImport *import, CopilImportCounts *counts, GError **error)
{
  guint n = copil_grid_get_n_rows (import->grid);
  gboolean within = FALSE;

  for (guint i = 1; i < n; i++)
    if (!take_row (import, i, counts, error))
      return FALSE;
  for (guint f = 0; import->kind->fields[f].name; f++)
    within |= is_within (import, f) && g_array_index (import->columns, guint, f) != NO_COLUMN;
  if (!within)
    return TRUE;
  g_hash_table_remove (import->lookups, import->kind->name);
  for (guint i = 1; i < n; i++)
    if (!join_row (import, i, counts, error))
      return FALSE;
  return TRUE;
}

gboolean
copil_import_grid (CopilStore *store, const CopilKind *kind, CopilGrid *grid, const char *name,
                   CopilImportCounts *counts, GError **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) lookups =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)copil_lookup_free);
  guint none = NO_COLUMN;
  g_autofree gint64 *targets = g_new0 (gint64, copil_grid_get_n_rows (grid) + 1);
  g_autofree gint64 *new_ids = g_new0 (gint64, copil_grid_get_n_rows (grid) + 1);
  g_autofree gboolean *changed = g_new0 (gboolean, copil_grid_get_n_rows (grid) + 1);
  CopilImport import = {
    store, kind, grid, columns, NO_COLUMN, lookups, targets, new_ids, changed
  };

  memset (counts, 0, sizeof *counts);
  for (guint f = 0; f < copil_kind_get_n_fields (kind); f++)
    g_array_append_val (columns, none);
  if (!read_headings (&import, error) || !copil_store_begin (store, name, error))
    return FALSE;
  if (!copil_import_match (&import, error) || !take_rows (&import, counts, error))
    {
      copil_store_rollback (store);
      return FALSE;
    }
  return copil_store_commit (store, error);
}

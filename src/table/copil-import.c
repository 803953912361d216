/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-agreed.h"
#include "copil-odf-xml.h"
#include "copil-query.h"
#include "copil-record.h"
#include "copil-temporary.h"
#include "copil-value.h"

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
  guint column = field ? get_column (import, field) : NO_COLUMN;

  import->fault_column = column;
  /* A preview names the cell instead. */
  if (import->faults)
    return FALSE;
  if (column == NO_COLUMN)
    g_prefix_error (error, _ ("row %u: "), row->number);
  else if (import->first == 0)
    {
      g_autofree char *address = copil_grid_dup_address (column, row->number);
      g_prefix_error (error, _ ("cell %s: "), address);
    }
  else
    {
      const CopilGridRow *headings = copil_grid_get_row (import->grid, 0);
      g_autofree char *heading = g_strdup (copil_grid_row_get (headings, column)->text);
      g_prefix_error (error, _ ("row %u, column “%s”: "), row->number,
                      heading ? g_strstrip (heading) : copil_field_get_label (field));
    }
  return FALSE;
}

gboolean
copil_import_forgive (CopilImport *import, guint i, GError **error)
{
  const CopilGridRow *row = copil_grid_get_row (import->grid, i);
  const char *message = *error ? (*error)->message : _ ("The row cannot be read.");

  if (!import->faults)
    return FALSE;
  if (!import->faults[i] && import->fault_column != NO_COLUMN)
    {
      g_autofree char *address = copil_grid_dup_address (import->fault_column, row->number);
      /* Translators: a cell of a table ("D7"), and what is wrong with it */
      import->faults[i] = g_strdup_printf (_ ("%s: %s"), address, message);
    }
  else if (!import->faults[i])
    import->faults[i] = g_strdup (message);
  import->fault_column = NO_COLUMN;
  g_clear_error (error);
  return TRUE;
}

/* --- Rows --- */

/* What happened in the program is no table's to say: "before" is what the record says, or what any
 * new one does. Asked once the change is made, so that a closed record is refused as such. */
static gboolean
check_earned (CopilImport *import, const CopilField *field, const char *before, const char *value,
              GError **error)
{
  if (!(import->kind->earned || (field->flags & COPIL_FIELD_EARNED)) ||
      g_strcmp0 (before, value) == 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("no table can set this: it comes from what is done in Copil."));
  return FALSE;
}

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

guint
copil_import_count_same (CopilImport *import, const CopilGridRow *row, gint64 id)
{
  g_autoptr (CopilRecord) record = copil_store_load (import->store, import->kind, id);
  guint n = 0;

  for (const CopilField *field = import->kind->fields; record && field->name; field++)
    {
      const CopilCell *cell = copil_import_get_cell (import, row, field);
      g_autofree char *value = NULL;

      n += cell && (is_as_exported (import, record, field, cell) ||
                    (copil_import_read_cell (import, field, cell, 0, &value, NULL) &&
                     g_strcmp0 (value, copil_record_get (record, field->name)) == 0));
    }
  return n;
}

void
copil_import_doubt (CopilImport *import, guint i, char *sentence)
{
  if (!import->doubts[i])
    import->doubts[i] = g_string_new (sentence);
  else
    g_string_append_printf (import->doubts[i], "\n%s", sentence);
  g_free (sentence);
}

const char *
copil_import_find_value (CopilImport *import, char **values, CopilRecord *record, const char *name)
{
  for (guint f = 0; import->kind->fields[f].name; f++)
    if (g_str_equal (import->kind->fields[f].name, name) &&
        g_array_index (import->columns, guint, f) != NO_COLUMN)
      return values[f];
  return record ? copil_record_get (record, name) : NULL;
}

gint64
copil_import_get_owner (CopilImport *import, const CopilField *field, char **values,
                        CopilRecord *record)
{
  const char *parent = copil_kind_get (field->target)->parent;
  const char *value = parent && copil_kind_get_field (import->kind, parent)
                          ? copil_import_find_value (import, values, record, parent)
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
        else if (reference ? !copil_import_read_cell (
                                 import, field, cell,
                                 copil_import_get_owner (import, field, values, record), &values[f],
                                 error)
                           : !copil_import_read_counted (import, row, record, values, field, cell,
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
  in_group = copil_import_find_value (import, values, record, group->name);
  in_parent = copil_import_find_value (import, values, record, parent->name);
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
insert_row (CopilImport *import, guint i, char **values, GPtrArray *extra, const CopilField **fault,
            GError **error)
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
  import->new_ids[i] =
      copil_store_insertv (import->store, kind, import->new_ids[i], n, names, given, error);
  if (!import->new_ids[i])
    return FALSE;
  for (guint f = 0; f < n_fields; f++)
    if (g_array_index (import->columns, guint, f) != NO_COLUMN && values[f] &&
        !check_earned (import, &kind->fields[f], kind->fields[f].initial, values[f], error))
      {
        *fault = &kind->fields[f];
        return FALSE;
      }
  return copil_agreed_bind (import->store, kind->name, import->new_ids[i], error);
}

/* A value in words, references by their titles. */
static char *
say_value (CopilImport *import, const CopilField *field, const char *value)
{
  g_auto (GStrv) ids = NULL;
  g_autoptr (GPtrArray) titles = NULL;

  if (!value)
    return g_strdup (_ ("(nothing)"));
  if (field->type != COPIL_FIELD_REFERENCE && field->type != COPIL_FIELD_REFERENCES)
    return copil_field_format (field, value);
  ids = g_strsplit (value, " ", -1);
  titles = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; ids[i]; i++)
    g_ptr_array_add (titles, copil_store_dup_title (import->store, copil_kind_get (field->target),
                                                    g_ascii_strtoll (ids[i], NULL, 10)));
  g_ptr_array_add (titles, NULL);
  return g_strjoinv (", ", (char **)titles->pdata);
}

static void
note_change (CopilImport *import, GString *detail, const CopilField *field, const char *before,
             const char *after)
{
  g_autofree char *from = say_value (import, field, before);
  g_autofree char *to = say_value (import, field, after);

  if (detail->len)
    g_string_append_c (detail, '\n');
  /* Translators: a field, what it says, and what it would say */
  g_string_append_printf (detail, _ ("%s: %s → %s"), copil_field_get_label (field), from, to);
}

static gboolean
set (CopilImport *import, guint i, CopilRecord *record, const char *name, const char *value,
     gboolean *changed, GError **error)
{
  const char *before = copil_record_get (record, name);

  if (g_strcmp0 (before, value) == 0)
    return TRUE;
  *changed = TRUE;
  if (!copil_store_set (import->store, import->kind, copil_record_get_id (record), name, value,
                        error) ||
      !check_earned (import, copil_kind_get_field (import->kind, name), before, value, error))
    return FALSE;
  if (import->details)
    note_change (import, import->details[i], copil_kind_get_field (import->kind, name), before,
                 value);
  return TRUE;
}

static gboolean
update_row (CopilImport *import, guint i, CopilRecord *record, char **values, GPtrArray *extra,
            gboolean *changed, GError **error)
{
  const CopilGridRow *row = copil_grid_get_row (import->grid, i);
  const CopilKind *kind = import->kind;
  const CopilField *reviewed = copil_kind_get_field (kind, "reviewed");
  gboolean news = FALSE;

  for (guint f = 0; kind->fields[f].name; f++)
    {
      const CopilField *field = &kind->fields[f];
      gboolean here = FALSE;

      if (g_array_index (import->columns, guint, f) == NO_COLUMN || is_within (import, f))
        continue;
      if (!set (import, i, record, field->name, values[f], &here, error))
        return copil_import_fail_at (import, row, field, error);
      *changed = *changed || here;
      news = news || (here && (field->flags & COPIL_FIELD_NEWS));
    }
  for (guint e = 0; e < extra->len; e += 2)
    if (!set (import, i, record, extra->pdata[e], extra->pdata[e + 1], changed, error))
      return copil_import_fail_at (import, row, NULL, error);
  /* As when a person edits it, unless the table says itself when there was news. */
  if (news && reviewed && !copil_import_get_cell (import, row, reviewed) &&
      !set (import, i, record, "reviewed", copil_today (), changed, error))
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
  const CopilField *fault = NULL; /* where a new record fails by one */
  gboolean ok, changed = FALSE;

  ok = read_row (import, row, record, read, error) &&
       complete_group (import, row, record, read, extra, error);
  if (ok && record)
    {
      ok = update_row (import, i, record, read, extra, &changed, error);
      import->changed[i] = changed;
      counts->changed += changed;
      counts->unchanged += !changed;
    }
  else if (ok)
    {
      ok = insert_row (import, i, read, extra, &fault, error);
      counts->added++;
      if (!ok)
        copil_import_fail_at (import, row, fault, error);
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
          !set (import, i, record, field->name, value, &changed, error))
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
  GError *failure = NULL;

  for (guint i = import->first; i < n; i++)
    if (!(import->faults && import->faults[i]) && !take_row (import, i, counts, &failure) &&
        !copil_import_forgive (import, i, &failure))
      {
        g_propagate_error (error, failure);
        return FALSE;
      }
  for (guint f = 0; import->kind->fields[f].name; f++)
    within |= is_within (import, f) && g_array_index (import->columns, guint, f) != NO_COLUMN;
  if (!within)
    return TRUE;
  g_hash_table_remove (import->lookups, import->kind->name);
  for (guint i = import->first; i < n; i++)
    if (!(import->faults && import->faults[i]) && !join_row (import, i, counts, &failure) &&
        !copil_import_forgive (import, i, &failure))
      {
        g_propagate_error (error, failure);
        return FALSE;
      }
  return TRUE;
}

static void
init (CopilImport *import, CopilStore *store, const CopilKind *kind, CopilGrid *grid)
{
  guint none = NO_COLUMN, n = copil_grid_get_n_rows (grid) + 1;

  *import = (CopilImport){ .store = store, .kind = kind, .grid = grid, .first = 1 };
  import->id_column = import->fault_column = NO_COLUMN;
  import->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint f = 0; f < copil_kind_get_n_fields (kind); f++)
    g_array_append_val (import->columns, none);
  import->lookups =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)copil_lookup_free);
  import->targets = g_new0 (gint64, n);
  import->new_ids = g_new0 (gint64, n);
  import->changed = g_new0 (gboolean, n);
  import->asks = g_new0 (gboolean, n);
  import->doubts = g_new0 (GString *, n);
}

static void
init_preview (CopilImport *import)
{
  guint n = copil_grid_get_n_rows (import->grid);

  import->faults = g_new0 (char *, n + 1);
  import->details = g_new0 (GString *, n + 1);
  for (guint i = 0; i < n; i++)
    import->details[i] = g_string_new (NULL);
}

static void
clear (CopilImport *import)
{
  guint n = copil_grid_get_n_rows (import->grid);

  g_array_unref (import->columns);
  g_hash_table_unref (import->lookups);
  g_free (import->targets);
  g_free (import->new_ids);
  g_free (import->changed);
  g_free (import->asks);
  for (guint i = 0; i < n; i++)
    if (import->doubts[i])
      g_string_free (import->doubts[i], TRUE);
  g_free (import->doubts);
  for (guint i = 0; import->faults && i < n; i++)
    {
      g_free (import->faults[i]);
      g_string_free (import->details[i], TRUE);
    }
  g_free (import->faults);
  g_free (import->details);
}

static void
line_free (gpointer data)
{
  CopilImportLine *line = data;

  g_free (line->title);
  g_free (line->detail);
  g_free (line->doubt);
  g_free (line);
}

static void
count_doubts (CopilImport *import, CopilImportCounts *counts)
{
  for (guint i = import->first; i < copil_grid_get_n_rows (import->grid); i++)
    if (!(import->faults && import->faults[i]))
      {
        counts->doubtful += import->doubts[i] != NULL;
        counts->asked += import->asks[i];
      }
}

/* What must be said of the rows, as "row 3: …", into an array of strings. */
static void
list_doubts (CopilImport *import, GPtrArray *sentences)
{
  for (guint i = import->first; i < copil_grid_get_n_rows (import->grid); i++)
    if (import->doubts[i])
      {
        g_auto (GStrv) lines = g_strsplit (import->doubts[i]->str, "\n", -1);
        g_autofree char *row =
            g_strdup_printf (_ ("row %u: "), copil_grid_get_row (import->grid, i)->number);

        for (guint l = 0; lines[l]; l++)
          g_ptr_array_add (sentences, g_strconcat (row, lines[l], NULL));
      }
}

/* What is out of all proportion is taken only if somebody has said that it is right. */
static gboolean
check_doubts (CopilImport *import, CopilImportFlags flags, CopilImportCounts *counts,
              GError **error)
{
  copil_import_check_progress (import);
  count_doubts (import, counts);
  for (guint i = import->first; counts->asked && !(flags & COPIL_IMPORT_CONFIRMED) &&
                                i < copil_grid_get_n_rows (import->grid);
       i++)
    if (import->asks[i])
      {
        const char *sentence = strrchr (import->doubts[i]->str, '\n');

        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                             sentence ? sentence + 1 : import->doubts[i]->str);
        return copil_import_fail_at (import, copil_grid_get_row (import->grid, i), NULL, error);
      }
  return TRUE;
}

/* What became of each row, before it is all taken back. */
static GPtrArray *
list_lines (CopilImport *import, CopilImportCounts *counts)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  memset (counts, 0, sizeof *counts);
  count_doubts (import, counts);
  for (guint i = import->first; i < copil_grid_get_n_rows (import->grid); i++)
    {
      CopilImportLine *line = g_new0 (CopilImportLine, 1);
      gint64 id = import->targets[i] ? import->targets[i] : import->new_ids[i];

      line->number = copil_grid_get_row (import->grid, i)->number;
      g_ptr_array_add (lines, line);
      if (import->faults[i])
        {
          line->outcome = COPIL_IMPORT_REFUSED;
          line->detail = g_strdup (import->faults[i]);
          counts->refused++;
          continue;
        }
      line->title = copil_store_describe (import->store, import->kind, id);
      if (import->doubts[i])
        line->doubt = g_strdup (import->doubts[i]->str);
      if (import->details[i]->len)
        line->detail = g_strdup (import->details[i]->str);
      line->outcome = !import->targets[i] ? COPIL_IMPORT_ADDED
                      : line->detail      ? COPIL_IMPORT_CHANGED
                                          : COPIL_IMPORT_UNCHANGED;
      counts->added += line->outcome == COPIL_IMPORT_ADDED;
      counts->changed += line->outcome == COPIL_IMPORT_CHANGED;
      counts->unchanged += line->outcome == COPIL_IMPORT_UNCHANGED;
    }
  return lines;
}

static gboolean
read_columns (CopilImport *import, const CopilImportMapping *mapping, GError **error)
{
  return mapping ? copil_import_read_mapping (import, mapping, error)
                 : copil_import_read_headings (import, error);
}

typedef struct
{
  CopilImport *import;
  const CopilImportMapping *mapping;
  CopilImportFlags flags;
  CopilImportCounts *counts;
  GPtrArray *lines; /* of a preview */
} Importing;

static gboolean
import_cb (CopilStore *store, gpointer data, GError **error)
{
  const Importing *self = data;
  CopilImport *import = self->import;

  return copil_import_match (import, error) && take_rows (import, self->counts, error) &&
         check_doubts (import, self->flags, self->counts, error) &&
         (!self->mapping ||
          copil_import_remember (store, import->kind, import->grid, self->mapping, error));
}

gboolean
copil_import_grid (CopilStore *store, const CopilKind *kind, CopilGrid *grid,
                   const CopilImportMapping *mapping, const char *name, CopilImportFlags flags,
                   CopilImportCounts *counts, GPtrArray *doubts, GError **error)
{
  CopilImport import;
  Importing importing = { &import, mapping, flags, counts };
  gboolean ok;

  memset (counts, 0, sizeof *counts);
  init (&import, store, kind, grid);
  ok = read_columns (&import, mapping, error) &&
       copil_store_do (store, name, import_cb, &importing, error);
  if (ok && doubts)
    list_doubts (&import, doubts);
  clear (&import);
  return ok;
}

/* Takes it all back. */
static gboolean
preview_cb (G_GNUC_UNUSED CopilStore *store, gpointer data, GError **error)
{
  Importing *self = data;

  if (copil_import_match (self->import, error) && take_rows (self->import, self->counts, error) &&
      check_doubts (self->import, self->flags, self->counts, error))
    self->lines = list_lines (self->import, self->counts);
  return FALSE;
}

GPtrArray *
copil_import_preview (CopilStore *store, const CopilKind *kind, CopilGrid *grid,
                      const CopilImportMapping *mapping, CopilImportCounts *counts, GError **error)
{
  CopilImport import;
  Importing importing = { &import, mapping, COPIL_IMPORT_CONFIRMED, counts };

  memset (counts, 0, sizeof *counts);
  init (&import, store, kind, grid);
  init_preview (&import);
  if (read_columns (&import, mapping, error))
    (void)copil_store_do (store, _ ("Import"), preview_cb, &importing, error);
  clear (&import);
  return importing.lines;
}

GPtrArray *
copil_import_preview_copy (CopilStore *store, const CopilKind *kind, CopilGrid *grid,
                           const CopilImportMapping *mapping, CopilImportCounts *counts,
                           GError **error)
{
  g_autofree char *folder = copil_temporary_new (error);
  g_autofree char *path = folder ? g_build_filename (folder, "copy.copil", NULL) : NULL;
  GPtrArray *lines = NULL;
  CopilStore *copy = NULL;

  memset (counts, 0, sizeof *counts);
  if (!folder)
    return NULL;
  if (copil_store_snapshot (store, path, error))
    copy = copil_store_open (path, COPIL_STORE_READ_WRITE, error);
  if (copy)
    lines = copil_import_preview (copy, kind, grid, mapping, counts, error);
  g_clear_object (&copy);
  copil_temporary_remove (folder);
  return lines;
}

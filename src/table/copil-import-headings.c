/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which column stands for which field, by the first row. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-fold.h"
#include "copil-french.h"
#include "copil-import-private.h"

/* Headings of columns that an export adds for the reader. */
static const char *const derived[] = { "late", N_ ("Late"), "created", "modified" };

static char *
fold_heading (const char *heading)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autofree char *folded = copil_fold (heading);

  for (const char *p = folded ? folded : ""; *p; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

gboolean
copil_import_same_heading (const char *heading, const char *other)
{
  g_autofree char *a = fold_heading (heading), *b = fold_heading (other);
  return g_str_equal (a, b);
}

gboolean
copil_import_heading_is (const CopilField *field, const char *heading)
{
  return copil_import_same_heading (heading, field->name) ||
         copil_import_same_heading (heading, field->label) ||
         copil_import_same_heading (heading, copil_field_get_label (field)) ||
         copil_label_is (field->label, heading);
}

gboolean
copil_import_is_id (const char *heading)
{
  return copil_import_same_heading (heading, "id") ||
         copil_import_same_heading (heading, C_ ("column", "id"));
}

gboolean
copil_import_is_derived (const char *heading)
{
  for (guint i = 0; i < G_N_ELEMENTS (derived); i++)
    if (copil_import_same_heading (heading, derived[i]) || copil_label_is (derived[i], heading))
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
    else if (by_name ? copil_import_same_heading (heading, import->kind->fields[f].name)
                     : copil_import_heading_is (&import->kind->fields[f], heading) &&
                           g_array_index (import->columns, guint, f) == NO_COLUMN)
      return f;
  return by_name ? find_field (import, heading, FALSE) : NO_COLUMN;
}

static gboolean
read_heading (CopilImport *import, guint column, const char *heading, GError **error)
{
  guint none = NO_COLUMN, field = find_field (import, heading, TRUE);
  guint *place = copil_import_is_id (heading) ? &import->id_column
                 : field == NO_COLUMN         ? &none
                                              : &g_array_index (import->columns, guint, field);
  g_autofree char *message = NULL;

  if (place == &none)
    {
      g_autofree char *recalled = NULL;

      if (copil_import_is_derived (heading))
        return TRUE;
      recalled = copil_import_recall (import->store, import->kind, heading);
      if (recalled)
        return !*recalled || read_heading (import, column, recalled, error);
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

gboolean
copil_import_read_headings (CopilImport *import, GError **error)
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

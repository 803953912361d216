/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a cell says, for the field that its column stands for. */
#include "copil-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-query.h"
#include "copil-record.h"
#include "copil-value.h"

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

/* A number written with a decimal mark that is known: the other mark groups its thousands. */
static char *
read_decimal (char decimal, const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p; p++)
    if (*p == decimal)
      g_string_append_c (plain, '.');
    else if (*p != (decimal == ',' ? '.' : ','))
      g_string_append_c (plain, *p);
  return g_string_free (plain, FALSE);
}

gboolean
copil_cell_parse (const CopilField *field, const CopilCell *cell, char decimal, const char *unit,
                  char **value, GError **error)
{
  g_autofree char *owned = NULL;
  GError *failure = NULL;
  const char *text = cell->text;

  *value = NULL;
  if (!text)
    return TRUE;
  if (field->type == COPIL_FIELD_TEXT || field->type == COPIL_FIELD_NOTE)
    text = get_text (cell, &owned);
  else if (cell->type == COPIL_CELL_PERCENT &&
           (field->type == COPIL_FIELD_PERCENT || field->type == COPIL_FIELD_NUMBER ||
            field->type == COPIL_FIELD_INTEGER))
    {
      text = owned = ratio_to_percent (text);
      if (!copil_field_check_percent (field, cell->shown && *cell->shown ? cell->shown : text, unit,
                                      error))
        return FALSE;
    }
  else if (decimal && cell->type == COPIL_CELL_TEXT &&
           (field->type == COPIL_FIELD_NUMBER || field->type == COPIL_FIELD_INTEGER ||
            field->type == COPIL_FIELD_PERCENT))
    text = owned = read_decimal (decimal, text);
  *value = copil_field_parse_counted (field, text, unit, &failure);
  if (!failure)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

gboolean
copil_import_read_cell (CopilImport *import, const CopilField *field, const CopilCell *cell,
                        gint64 owner, char **value, GError **error)
{
  g_autofree char *owned = NULL;

  *value = NULL;
  if (!cell->text)
    return TRUE;
  if (field->type == COPIL_FIELD_REFERENCE)
    {
      gint64 id = copil_lookup_find (copil_import_get_lookup (import, field->target),
                                     get_text (cell, &owned), owner, error);

      *value = id ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
      return id != 0;
    }
  if (field->type == COPIL_FIELD_REFERENCES)
    {
      *value = copil_lookup_find_all (copil_import_get_lookup (import, field->target),
                                      get_text (cell, &owned), owner, error);
      return *value != NULL;
    }
  return copil_cell_parse (field, cell, import->decimal, field->unit ? _ (field->unit) : NULL,
                           value, error);
}

/* What a reference leads to, as its field is named on the way: "indicator.unit". */
static char *
follow (CopilImport *import, const CopilKind *kind, const char *value, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, ".", -1);
  g_autofree char *found = g_strdup (value);

  for (guint i = 0; found && names[i]; i++)
    {
      const CopilField *field = copil_kind_get_field (kind, names[i]);
      g_autofree char *sql =
          g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", field->name, kind->name);
      char *next =
          copil_store_query_dup_text (import->store, sql, "i", g_ascii_strtoll (found, NULL, 10));

      g_free (found);
      found = next;
      if (field->target)
        kind = copil_kind_get (field->target);
    }
  return g_steal_pointer (&found);
}

/* The unit that a number of the row is counted in; NULL for none. A row may say it itself, in a
 * column that comes later. */
static char *
dup_unit (CopilImport *import, const CopilGridRow *row, CopilRecord *record, char **values,
          const CopilField *number)
{
  const char *path = number->unit_from, *rest = path ? strchr (path, '.') : NULL;
  g_autofree char *name = path ? g_strndup (path, strcspn (path, ".")) : NULL;
  const CopilField *field = name ? copil_kind_get_field (import->kind, name) : NULL;
  const CopilCell *cell = field ? copil_import_get_cell (import, row, field) : NULL;

  if (!field)
    return g_strdup (number->unit ? _ (number->unit) : NULL);
  if (!rest)
    return g_strdup (cell ? cell->text : record ? copil_record_get (record, field->name) : NULL);
  return follow (import, copil_kind_get (field->target),
                 copil_import_find_value (import, values, record, name), rest + 1);
}

gboolean
copil_import_read_counted (CopilImport *import, const CopilGridRow *row, CopilRecord *record,
                           char **values, const CopilField *field, const CopilCell *cell,
                           char **value, GError **error)
{
  g_autofree char *unit = NULL;

  /* Most cells are no percentages. */
  if (cell->type == COPIL_CELL_PERCENT || (cell->text && strchr (cell->text, '%')))
    unit = dup_unit (import, row, record, values, field);
  return copil_cell_parse (field, cell, import->decimal, unit, value, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-records-described.h"

#include <glib/gi18n-lib.h>

#include "copil-kind.h"
#include "copil-view-list.h"

static CopilCell
cell_of (const CopilField *field)
{
  switch (field->type)
    {
    case COPIL_FIELD_DATE:
      return COPIL_CELL_DATE;
    case COPIL_FIELD_INTEGER:
      return field->flags & COPIL_FIELD_NAME ? COPIL_CELL_TEXT : COPIL_CELL_NUMBER;
    case COPIL_FIELD_NUMBER:
      return COPIL_CELL_NUMBER;
    case COPIL_FIELD_BOOLEAN:
      return COPIL_CELL_CHECK;
    case COPIL_FIELD_TEXT:
    case COPIL_FIELD_NOTE:
    case COPIL_FIELD_PERCENT:
    case COPIL_FIELD_TIME:
    case COPIL_FIELD_CHOICE:
    case COPIL_FIELD_REFERENCE:
    case COPIL_FIELD_REFERENCES:
    case COPIL_FIELD_DATA:
    default:
      return COPIL_CELL_TEXT;
    }
}

/* What the title shows already, and what is too long for a cell, is no column. */
static gboolean
is_column (const CopilKind *kind, const CopilField *field)
{
  return g_strcmp0 (field->name, kind->label_field) != 0 &&
         !g_str_equal (field->name, kind->title_field) &&
         (kind->columns ||
          (field->type != COPIL_FIELD_NOTE && !(field->flags & COPIL_FIELD_HIDDEN)));
}

static void
add_column (GArray *columns, GPtrArray *cells, CopilRecordsColumn column, const char *sql)
{
  column.column = (int)columns->len;
  g_ptr_array_add (cells, g_strdup (sql));
  g_array_append_val (columns, column);
}

static CopilRecordsSpec *
complete (const CopilRecordsSpec *spec)
{
  CopilRecordsSpec *made = g_memdup2 (spec, sizeof *spec);
  const CopilKind *kind = copil_kind_get (spec->kind);
  g_autoptr (GPtrArray) fields = copil_kind_list_columns (kind);
  GArray *columns = g_array_new (TRUE, TRUE, sizeof (CopilRecordsColumn));
  GString *search = g_string_new ("''");
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = copil_kind_dup_title_sql (kind, "r");

  add_column (columns, cells,
              (CopilRecordsColumn){ .title = kind->label,
                                    .cell = COPIL_CELL_TEXT,
                                    .sort = g_strdup_printf ("copil_fold (%s)", title),
                                    .expand = TRUE },
              title);
  for (guint i = 0; i < fields->len; i++)
    {
      const CopilField *field = fields->pdata[i];
      g_autofree char *sql = copil_view_list_dup_cell_sql (kind, field);

      if (is_column (kind, field))
        add_column (columns, cells,
                    (CopilRecordsColumn){ .title = field->label,
                                          .cell = cell_of (field),
                                          .sort = g_strdup (sql),
                                          .wide = columns->len > 2 },
                    sql);
      if (field->type == COPIL_FIELD_TEXT || field->type == COPIL_FIELD_NOTE)
        g_string_append_printf (search, " || ' ' || coalesce (r.\"%s\", '')", field->name);
    }
  made->row = copil_view_list_dup_row_sql (kind, cells);
  made->columns = (const CopilRecordsColumn *)g_array_free (columns, FALSE);
  if (made->search)
    g_string_free (search, TRUE);
  else
    made->search = g_string_free (search, FALSE);
  made->group = -1;
  return made;
}

const CopilRecordsSpec *
copil_records_describe (const CopilRecordsSpec *spec)
{
  static GHashTable *known;
  CopilRecordsSpec *made;

  if (spec->columns)
    return spec;
  if (!known)
    known = g_hash_table_new (NULL, NULL);
  made = g_hash_table_lookup (known, spec);
  if (!made)
    g_hash_table_insert (known, (gpointer)spec, made = complete (spec));
  return made;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-table.h"

typedef struct
{
  char *title;
  guint weight;
  CopilAlign align;
} Column;

typedef struct
{
  CopilRowRole role;
  GPtrArray *cells; /* CopilRuns or NULL */
} Row;

struct _CopilTable
{
  GObject parent_instance;
  CopilTableStyle style;
  char *caption;
  GArray *columns; /* Column */
  GArray *rows;    /* Row */
};

G_DEFINE_FINAL_TYPE (CopilTable, copil_table, G_TYPE_OBJECT)

static void
column_clear (gpointer data)
{
  g_free (((Column *)data)->title);
}

static void
cell_free (gpointer data)
{
  if (data)
    copil_runs_unref (data);
}

static void
row_clear (gpointer data)
{
  g_ptr_array_unref (((Row *)data)->cells);
}

static void
copil_table_finalize (GObject *object)
{
  CopilTable *self = COPIL_TABLE (object);

  g_free (self->caption);
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  G_OBJECT_CLASS (copil_table_parent_class)->finalize (object);
}

static void
copil_table_class_init (CopilTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = copil_table_finalize;
}

static void
copil_table_init (CopilTable *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
}

CopilTable *
copil_table_new (CopilTableStyle style)
{
  CopilTable *table = g_object_new (COPIL_TYPE_TABLE, NULL);

  table->style = style;
  return table;
}

CopilTable *
copil_table_new_fiche (const char *label_title, const char *value_title, guint weight)
{
  CopilTable *table = copil_table_new (COPIL_TABLE_FICHE);

  weight = CLAMP (weight, 1, 99);
  copil_table_add_column (table, label_title, weight, COPIL_ALIGN_START);
  copil_table_add_column (table, value_title, 100 - weight, COPIL_ALIGN_START);
  return table;
}

CopilTableStyle
copil_table_get_style (CopilTable *table)
{
  return table->style;
}

void
copil_table_set_caption (CopilTable *table, const char *caption)
{
  g_free (table->caption);
  table->caption = g_strdup (caption);
}

const char *
copil_table_get_caption (CopilTable *table)
{
  return table->caption;
}

void
copil_table_add_column (CopilTable *table, const char *title, guint weight, CopilAlign align)
{
  Column column = { g_strdup (title ? title : ""), MAX (weight, 1), align };

  g_return_if_fail (table->rows->len == 0);

  g_array_append_val (table->columns, column);
}

guint
copil_table_get_n_columns (CopilTable *table)
{
  return table->columns->len;
}

const char *
copil_table_get_column (CopilTable *table, guint column, guint *weight, CopilAlign *align)
{
  const Column *found;

  g_return_val_if_fail (column < table->columns->len, NULL);

  found = &g_array_index (table->columns, Column, column);
  if (weight)
    *weight = found->weight;
  if (align)
    *align = found->align;
  return found->title;
}

void
copil_table_add_row (CopilTable *table, CopilRowRole role)
{
  Row row = { role, g_ptr_array_new_with_free_func (cell_free) };

  g_array_append_val (table->rows, row);
}

void
copil_table_add_cell (CopilTable *table, CopilRuns *runs)
{
  GPtrArray *cells;

  g_return_if_fail (table->rows->len > 0);

  cells = g_array_index (table->rows, Row, table->rows->len - 1).cells;
  g_return_if_fail (cells->len < table->columns->len);
  g_ptr_array_add (cells, runs);
}

void
copil_table_add_cell_text (CopilTable *table, const char *text)
{
  copil_table_add_cell (table, text && *text ? copil_runs_new (text) : NULL);
}

void
copil_table_add_row_text (CopilTable *table, CopilRowRole role, const char *const *cells)
{
  copil_table_add_row (table, role);
  for (guint i = 0; i < table->columns->len; i++)
    copil_table_add_cell_text (table, cells[i]);
}

void
copil_table_add_pair (CopilTable *table, const char *label, const char *value)
{
  copil_table_add_row (table, COPIL_ROW_BODY);
  copil_table_add_cell_text (table, label);
  copil_table_add_cell_text (table, value);
}

guint
copil_table_get_n_rows (CopilTable *table)
{
  return table->rows->len;
}

CopilRowRole
copil_table_get_row_role (CopilTable *table, guint row)
{
  g_return_val_if_fail (row < table->rows->len, COPIL_ROW_BODY);

  return g_array_index (table->rows, Row, row).role;
}

CopilRuns *
copil_table_get_cell (CopilTable *table, guint row, guint column)
{
  GPtrArray *cells;

  g_return_val_if_fail (row < table->rows->len, NULL);

  cells = g_array_index (table->rows, Row, row).cells;
  return column < cells->len ? cells->pdata[column] : NULL;
}

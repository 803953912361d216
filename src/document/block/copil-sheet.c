/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-sheet.h"

#include <string.h>

typedef struct
{
  char *title;
  CopilColumnType type;
  double width;
  gboolean hidden;
} Column;

struct _CopilSheet
{
  GObject parent_instance;
  char *name;
  GArray *columns; /* Column */
  CopilSheetNext next;
  gpointer user_data;
  GDestroyNotify destroy;
  GPtrArray *rows;     /* CopilSheetCell *, one for each column; NULL where they are pulled */
  GStringChunk *texts; /* what is in them */
  guint next_row;
  const char **values; /* scratch */
  gboolean protected;
  gboolean filtered;
  guint frozen_columns;
};

G_DEFINE_FINAL_TYPE (CopilSheet, copil_sheet, G_TYPE_OBJECT)

static const double default_widths[COPIL_N_COLUMN_TYPES] = {
  [COPIL_COLUMN_TEXT] = 45,    [COPIL_COLUMN_INTEGER] = 24,  [COPIL_COLUMN_NUMBER] = 26,
  [COPIL_COLUMN_PERCENT] = 28, [COPIL_COLUMN_CURRENCY] = 32, [COPIL_COLUMN_DATE] = 26,
  [COPIL_COLUMN_BOOLEAN] = 24, [COPIL_COLUMN_YEAR] = 20,     [COPIL_COLUMN_GENERAL] = 26,
};

static void
column_clear (gpointer data)
{
  g_free (((Column *)data)->title);
}

static void
drop_rows (CopilSheet *self)
{
  if (self->destroy)
    self->destroy (self->user_data);
  self->next = NULL;
  self->user_data = NULL;
  self->destroy = NULL;
}

static void
copil_sheet_finalize (GObject *object)
{
  CopilSheet *self = COPIL_SHEET (object);

  drop_rows (self);
  g_free (self->name);
  g_array_unref (self->columns);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_free (self->values);
  G_OBJECT_CLASS (copil_sheet_parent_class)->finalize (object);
}

static void
copil_sheet_class_init (CopilSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = copil_sheet_finalize;
}

static void
copil_sheet_init (CopilSheet *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->filtered = TRUE;
}

CopilSheet *
copil_sheet_new (const char *name)
{
  CopilSheet *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (COPIL_TYPE_SHEET, NULL);
  self->name = g_strdup (name);
  return self;
}

const char *
copil_sheet_get_name (CopilSheet *sheet)
{
  return sheet->name;
}

void
copil_sheet_add_column (CopilSheet *sheet, const char *title, CopilColumnType type, double width)
{
  Column column = { g_strdup (title ? title : ""), type, width, FALSE };

  g_return_if_fail (type < COPIL_N_COLUMN_TYPES);
  g_return_if_fail (sheet->rows == NULL);

  if (width <= 0)
    column.width = default_widths[type];
  g_array_append_val (sheet->columns, column);
}

guint
copil_sheet_get_n_columns (CopilSheet *sheet)
{
  return sheet->columns->len;
}

const char *
copil_sheet_get_column (CopilSheet *sheet, guint column, CopilColumnType *type, double *width)
{
  const Column *found;

  g_return_val_if_fail (column < sheet->columns->len, NULL);

  found = &g_array_index (sheet->columns, Column, column);
  if (type)
    *type = found->type;
  if (width)
    *width = found->width;
  return found->title;
}

void
copil_sheet_set_rows (CopilSheet *sheet, CopilSheetNext next, gpointer user_data,
                      GDestroyNotify destroy)
{
  drop_rows (sheet);
  sheet->next = next;
  sheet->user_data = user_data;
  sheet->destroy = destroy;
}

static CopilSheetCell *
get_cell (CopilSheet *sheet, guint row, guint column)
{
  g_return_val_if_fail (sheet->rows && row < sheet->rows->len, NULL);
  g_return_val_if_fail (column < sheet->columns->len, NULL);

  return (CopilSheetCell *)sheet->rows->pdata[row] + column;
}

static const char *
keep (CopilSheet *sheet, const char *text)
{
  return text ? g_string_chunk_insert (sheet->texts, text) : NULL;
}

guint
copil_sheet_add_row (CopilSheet *sheet)
{
  CopilSheetCell *cells = g_new0 (CopilSheetCell, sheet->columns->len);

  if (!sheet->rows)
    {
      sheet->rows = g_ptr_array_new_with_free_func (g_free);
      sheet->texts = g_string_chunk_new (4096);
    }
  for (guint c = 0; c < sheet->columns->len; c++)
    cells[c].type = g_array_index (sheet->columns, Column, c).type;
  g_ptr_array_add (sheet->rows, cells);
  return sheet->rows->len - 1;
}

guint
copil_sheet_get_n_rows (CopilSheet *sheet)
{
  return sheet->rows ? sheet->rows->len : 0;
}

void
copil_sheet_put (CopilSheet *sheet, guint row, guint column, const char *value)
{
  CopilSheetCell *cell = get_cell (sheet, row, column);

  if (cell)
    cell->value = keep (sheet, value);
}

void
copil_sheet_put_typed (CopilSheet *sheet, guint row, guint column, CopilColumnType type,
                       const char *value)
{
  CopilSheetCell *cell = get_cell (sheet, row, column);

  g_return_if_fail (type < COPIL_N_COLUMN_TYPES);

  if (!cell)
    return;
  cell->type = type;
  cell->value = keep (sheet, value);
}

void
copil_sheet_put_double (CopilSheet *sheet, guint row, guint column, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.15g", value);
  copil_sheet_put (sheet, row, column, text);
}

void
copil_sheet_put_formula (CopilSheet *sheet, guint row, guint column, const char *formula,
                         const char *result)
{
  CopilSheetCell *cell = get_cell (sheet, row, column);

  if (!cell)
    return;
  cell->formula = keep (sheet, formula);
  cell->value = keep (sheet, result);
}

void
copil_sheet_set_style (CopilSheet *sheet, guint row, guint column, CopilCellStyle style)
{
  CopilSheetCell *cell = get_cell (sheet, row, column);

  g_return_if_fail (style < COPIL_N_CELL_STYLES);

  if (cell)
    cell->style = style;
}

void
copil_sheet_set_row_style (CopilSheet *sheet, guint row, CopilCellStyle style)
{
  for (guint c = 0; c < sheet->columns->len; c++)
    copil_sheet_set_style (sheet, row, c, style);
}

void
copil_sheet_set_validation (CopilSheet *sheet, guint row, guint column, guint validation)
{
  CopilSheetCell *cell = get_cell (sheet, row, column);

  if (cell)
    cell->validation = validation;
}

char *
copil_sheet_dup_address (guint row, guint column)
{
  GString *address = g_string_new (NULL);

  for (guint n = column + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (address, (char)('A' + (n - 1) % 26));
  g_string_append_printf (address, "%u", row + 2);
  return g_string_free (address, FALSE);
}

void
copil_sheet_set_protected (CopilSheet *sheet, gboolean protected)
{
  sheet->protected = protected;
}

gboolean
copil_sheet_get_protected (CopilSheet *sheet)
{
  return sheet->protected;
}

void
copil_sheet_set_filtered (CopilSheet *sheet, gboolean filtered)
{
  sheet->filtered = filtered;
}

gboolean
copil_sheet_get_filtered (CopilSheet *sheet)
{
  return sheet->filtered && !sheet->protected;
}

void
copil_sheet_set_frozen_columns (CopilSheet *sheet, guint columns)
{
  sheet->frozen_columns = columns;
}

guint
copil_sheet_get_frozen_columns (CopilSheet *sheet)
{
  return sheet->frozen_columns;
}

void
copil_sheet_hide_column (CopilSheet *sheet, guint column)
{
  g_return_if_fail (column < sheet->columns->len);

  g_array_index (sheet->columns, Column, column).hidden = TRUE;
}

gboolean
copil_sheet_is_column_hidden (CopilSheet *sheet, guint column)
{
  return column < sheet->columns->len && g_array_index (sheet->columns, Column, column).hidden;
}

gboolean
copil_sheet_next (CopilSheet *sheet, const char **values, GError **error)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    values[i] = NULL;
  if (!sheet->rows)
    return sheet->next && sheet->next (sheet->user_data, values, error);
  if (sheet->next_row == sheet->rows->len)
    return FALSE;
  for (guint i = 0; i < sheet->columns->len; i++)
    values[i] = get_cell (sheet, sheet->next_row, i)->value;
  sheet->next_row++;
  return TRUE;
}

gboolean
copil_sheet_next_cells (CopilSheet *sheet, CopilSheetCell *cells, GError **error)
{
  guint n = sheet->columns->len;

  if (sheet->rows)
    {
      if (sheet->next_row == sheet->rows->len)
        return FALSE;
      memcpy (cells, sheet->rows->pdata[sheet->next_row++], n * sizeof *cells);
      return TRUE;
    }
  if (!sheet->values)
    sheet->values = g_new0 (const char *, n);
  if (!copil_sheet_next (sheet, sheet->values, error))
    return FALSE;
  memset (cells, 0, n * sizeof *cells);
  for (guint i = 0; i < n; i++)
    {
      cells[i].value = sheet->values[i];
      cells[i].type = g_array_index (sheet->columns, Column, i).type;
    }
  return TRUE;
}

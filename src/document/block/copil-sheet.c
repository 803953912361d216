/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-sheet.h"

typedef struct
{
  char *title;
  CopilColumnType type;
  double width;
} Column;

struct _CopilSheet
{
  GObject parent_instance;
  char *name;
  GArray *columns; /* Column */
  CopilSheetNext next;
  gpointer user_data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (CopilSheet, copil_sheet, G_TYPE_OBJECT)

static const double default_widths[COPIL_N_COLUMN_TYPES] = {
  [COPIL_COLUMN_TEXT] = 45,    [COPIL_COLUMN_INTEGER] = 24,  [COPIL_COLUMN_NUMBER] = 26,
  [COPIL_COLUMN_PERCENT] = 28, [COPIL_COLUMN_CURRENCY] = 32, [COPIL_COLUMN_DATE] = 26,
  [COPIL_COLUMN_BOOLEAN] = 24,
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
  Column column = { g_strdup (title ? title : ""), type, width };

  g_return_if_fail (type < COPIL_N_COLUMN_TYPES);

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

gboolean
copil_sheet_next (CopilSheet *sheet, const char **values, GError **error)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    values[i] = NULL;
  return sheet->next && sheet->next (sheet->user_data, values, error);
}

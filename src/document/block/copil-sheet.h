/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The type of a column. A value is always given as canonical text, whatever the locale: */
typedef enum
{
  COPIL_COLUMN_TEXT,     /* any text; "\n" starts a new line */
  COPIL_COLUMN_INTEGER,  /* "-1250" */
  COPIL_COLUMN_NUMBER,   /* "-1250.5" */
  COPIL_COLUMN_PERCENT,  /* a ratio: "0.25" is shown as 25 % */
  COPIL_COLUMN_CURRENCY, /* an amount in euros: "1250.50" */
  COPIL_COLUMN_DATE,     /* "2024-05-31" */
  COPIL_COLUMN_BOOLEAN,  /* "1" or "true", "0" or "false" */
  COPIL_N_COLUMN_TYPES,
} CopilColumnType;

/* Fills `values`, one for each column of the sheet, with the next row: canonical text, or NULL for
 * an empty cell; the strings need to live until the next call only. Returns FALSE after the last
 * row, and on failure with `error` set. A value that is not of its column's type is written as
 * text. */
typedef gboolean (*CopilSheetNext) (gpointer user_data, const char **values, GError **error);

/* CopilSheet: one table of a spreadsheet. Its rows are pulled one at a time while it is written. */
#define COPIL_TYPE_SHEET (copil_sheet_get_type ())
G_DECLARE_FINAL_TYPE (CopilSheet, copil_sheet, COPIL, SHEET, GObject)

/* `name` is on the sheet's tab. */
CopilSheet *copil_sheet_new (const char *name);
const char *copil_sheet_get_name (CopilSheet *sheet);

/* Adds a column; `width` is in millimetres, 0 for what suits its type. */
void copil_sheet_add_column (CopilSheet *sheet, const char *title, CopilColumnType type,
                             double width);
guint copil_sheet_get_n_columns (CopilSheet *sheet);
const char *copil_sheet_get_column (CopilSheet *sheet, guint column, CopilColumnType *type,
                                    double *width);

/* Where the rows come from. `destroy` is called on `user_data` with the sheet's end. The rows are
 * pulled once: a sheet is written once. */
void copil_sheet_set_rows (CopilSheet *sheet, CopilSheetNext next, gpointer user_data,
                           GDestroyNotify destroy);

/* Pulls the next row; see CopilSheetNext. FALSE without an error if there are no rows. */
gboolean copil_sheet_next (CopilSheet *sheet, const char **values, GError **error);

G_END_DECLS

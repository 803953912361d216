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
  COPIL_COLUMN_YEAR,     /* "2024": a whole number that is a name, its thousands together */
  COPIL_COLUMN_GENERAL,  /* "1250.5": a number with the decimals that it has */
  COPIL_N_COLUMN_TYPES,
} CopilColumnType;

/* How a cell looks, and on a protected sheet whether it can be changed: only open cells can. */
typedef enum
{
  COPIL_CELL_NORMAL,
  COPIL_CELL_OPEN,    /* to be filled: coloured, with a border */
  COPIL_CELL_TOTAL,   /* a sum: strong, with a line above */
  COPIL_CELL_GROUP,   /* a heading among the rows */
  COPIL_CELL_WARNING, /* what needs a look: strong, in another colour; the text says why */
  COPIL_N_CELL_STYLES,
} CopilCellStyle;

/* One cell as it is written. */
typedef struct
{
  const char *value;   /* canonical text, NULL for an empty cell; the result of a formula */
  const char *formula; /* "SUM([.B2:.B9])": OpenFormula without "of:="; NULL for none */
  CopilColumnType type;
  CopilCellStyle style;
  guint validation; /* as copil_book_add_list() and its like gave it, 0 for none */
} CopilSheetCell;

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

/* --- Rows that the sheet keeps: instead of those above, where cells differ from one another --- */

/* Adds an empty row and returns its number from 0; in the spreadsheet it is row number + 2, the
 * header being the first. */
guint copil_sheet_add_row (CopilSheet *sheet);
guint copil_sheet_get_n_rows (CopilSheet *sheet);

/* Sets the value of a cell, of the type of its column or of another; `value` may be NULL. */
void copil_sheet_put (CopilSheet *sheet, guint row, guint column, const char *value);
void copil_sheet_put_typed (CopilSheet *sheet, guint row, guint column, CopilColumnType type,
                            const char *value);
void copil_sheet_put_double (CopilSheet *sheet, guint row, guint column, double value);

/* A formula with its result, which readers that do not calculate show. The formula is OpenFormula
 * without "of:=", such as "SUM([.B2:.B9])" or "[$'Budget'.C4]/[.D2]". */
void copil_sheet_put_formula (CopilSheet *sheet, guint row, guint column, const char *formula,
                              const char *result);

void copil_sheet_set_style (CopilSheet *sheet, guint row, guint column, CopilCellStyle style);
/* All cells of a row. */
void copil_sheet_set_row_style (CopilSheet *sheet, guint row, CopilCellStyle style);
void copil_sheet_set_validation (CopilSheet *sheet, guint row, guint column, guint validation);

/* "B2" for row 0 and column 1: how a formula names a cell, "[.B2]". */
char *copil_sheet_dup_address (guint row, guint column);

/* --- The sheet as a whole --- */

/* A protected sheet lets only its open cells be changed; there is no password. */
void copil_sheet_set_protected (CopilSheet *sheet, gboolean protected);
gboolean copil_sheet_get_protected (CopilSheet *sheet);

/* Whether the header row has filter buttons: yes, unless the sheet is protected or has none. */
void copil_sheet_set_filtered (CopilSheet *sheet, gboolean filtered);
gboolean copil_sheet_get_filtered (CopilSheet *sheet);

/* How many columns stay in view beside the header row: 0 at first. */
void copil_sheet_set_frozen_columns (CopilSheet *sheet, guint columns);
guint copil_sheet_get_frozen_columns (CopilSheet *sheet);

/* A hidden column is written but not shown. */
void copil_sheet_hide_column (CopilSheet *sheet, guint column);
gboolean copil_sheet_is_column_hidden (CopilSheet *sheet, guint column);

/* --- For who writes it --- */

/* Pulls the next row; see CopilSheetNext. FALSE without an error after the last one. */
gboolean copil_sheet_next (CopilSheet *sheet, const char **values, GError **error);

/* The same with all that is known of the cells. */
gboolean copil_sheet_next_cells (CopilSheet *sheet, CopilSheetCell *cells, GError **error);

G_END_DECLS

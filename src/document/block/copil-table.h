/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-runs.h"

G_BEGIN_DECLS

typedef enum
{
  COPIL_ALIGN_START,
  COPIL_ALIGN_CENTER,
  COPIL_ALIGN_END,
} CopilAlign;

typedef enum
{
  COPIL_ROW_BODY,
  COPIL_ROW_GROUP, /* announces the rows under it: light shade, strong */
  COPIL_ROW_TOTAL, /* sums them up: rule above, strong */
} CopilRowRole;

typedef enum
{
  COPIL_TABLE_GRID,  /* columns compared with one another */
  COPIL_TABLE_FICHE, /* two columns: a label and its value */
  COPIL_TABLE_SIGN,  /* like a grid, with rows tall enough to sign by hand */
} CopilTableStyle;

/* CopilTable: columns with a title (the header row, which every table has), rows of cells, and
 * perhaps a caption. */
#define COPIL_TYPE_TABLE (copil_table_get_type ())
G_DECLARE_FINAL_TYPE (CopilTable, copil_table, COPIL, TABLE, GObject)

CopilTable *copil_table_new (CopilTableStyle style);

/* Returns a table in the style of a fiche; the two titles make its header row, for instance the
 * fiche's label and its title. `weight` is the label column's share of the width in percent. */
CopilTable *copil_table_new_fiche (const char *label_title, const char *value_title, guint weight);

/* The style it was made in. */
CopilTableStyle copil_table_get_style (CopilTable *table);

/* The caption, shown above the table; NULL for none. */
void copil_table_set_caption (CopilTable *table, const char *caption);
const char *copil_table_get_caption (CopilTable *table);

/* Adds a column before any row is. `title` heads it; `weight` (1 or more) is its width against the
 * other columns' weights. */
void copil_table_add_column (CopilTable *table, const char *title, guint weight, CopilAlign align);

/* The number of columns, and the title, the weight and the alignment of one, from 0. */
guint copil_table_get_n_columns (CopilTable *table);
const char *copil_table_get_column (CopilTable *table, guint column, guint *weight,
                                    CopilAlign *align);

/* Starts a row; cells are then added from left to right. Cells that were not added are empty. */
void copil_table_add_row (CopilTable *table, CopilRowRole role);

/* Adds a cell to the last row. Takes `runs`. */
void copil_table_add_cell (CopilTable *table, CopilRuns *runs);

/* Adds a plain cell to the last row; NULL is an empty one. */
void copil_table_add_cell_text (CopilTable *table, const char *text);

/* Adds a whole row of plain cells: as many strings as there are columns, any of them NULL. */
void copil_table_add_row_text (CopilTable *table, CopilRowRole role, const char *const *cells);

/* Adds a row to a fiche: its label, and its value as plain text. */
void copil_table_add_pair (CopilTable *table, const char *label, const char *value);

/* The number of rows without the header, and the role of one, from 0. */
guint copil_table_get_n_rows (CopilTable *table);
CopilRowRole copil_table_get_row_role (CopilTable *table, guint row);

/* Returns the text of a cell, or NULL if it is empty. */
CopilRuns *copil_table_get_cell (CopilTable *table, guint row, guint column);

G_END_DECLS

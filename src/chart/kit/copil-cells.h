/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "copil-chart-data.h"

G_BEGIN_DECLS

/**
 * CopilLine: a row, column or category of a chart: its names, and cells of the chart's own type.
 */
typedef struct
{
  char *label;
  char *title;
  GArray *cells;
} CopilLine;

/** A line whose cells are @cell_size bytes each, zero when they are added, and are cleared with
 * @clear. */
CopilLine *copil_line_new (const char *label, const char *title, gsize cell_size,
                           GDestroyNotify clear);

/** As a GDestroyNotify. */
void copil_line_free (gpointer line);

/**
 * CopilCell: a figure of a table.
 * @text: how it is written, NULL for the number
 * @sentence: the mark's, NULL for one made of the names and the figure
 * @key: what it opens, may be NULL
 */
typedef struct
{
  double value;
  gboolean estimated;
  char *text;
  char *sentence;
  char *key;
} CopilCell;

/** CopilCells: a table of figures, not all of them known: the data of a chart. */
typedef struct
{
  GPtrArray *rows;    /* of CopilLine */
  GPtrArray *columns; /* of char * */
  char *row_word;     /* over the first column of the table */
  char *unit;         /* of a cell that has no text */
} CopilCells;

void copil_cells_init (CopilCells *self);
void copil_cells_clear (CopilCells *self);

/** Adds a row or a column; returns its index. */
guint copil_cells_add_row (CopilCells *self, const char *label, const char *title);
guint copil_cells_add_column (CopilCells *self, const char *label);

/** Sets a cell; the texts are copied, NAN is for not known. */
void copil_cells_set (CopilCells *self, guint row, guint column, CopilCell cell);

/** The cell, or NULL where it is not known. */
const CopilCell *copil_cells_get (const CopilCells *self, guint row, guint column);

/** Whether no cell is known. */
gboolean copil_cells_is_empty (const CopilCells *self);

const CopilLine *copil_cells_get_row (const CopilCells *self, guint row);
const char *copil_cells_get_column (const CopilCells *self, guint column);

/** How a cell is written, and the sentence of its mark. */
char *copil_cells_format (const CopilCells *self, const CopilCell *cell);
char *copil_cells_sentence (const CopilCells *self, guint row, guint column, const CopilCell *cell);

/** The keys of the known cells of that row on. */
GPtrArray *copil_cells_keys (const CopilCells *self, guint first, guint n_rows);

/** Fills the data of a chart. @figures: the texts of the cells write their values, else something
 * else. */
void copil_cells_fill_data (const CopilCells *self, gboolean figures, CopilChartData *data);

G_END_DECLS

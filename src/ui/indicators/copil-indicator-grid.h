/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-figure-sheet.h"
#include "copil-session.h"

G_BEGIN_DECLS

/* A sheet of indicators by period, filled in as a spreadsheet is: arrows, Enter (down), Tab
 * (right), F2, typing replaces, Delete clears, Escape gives up, Ctrl+C, Ctrl+X and Ctrl+V exchange
 * rectangles with other programs. Only the cells in sight have a widget.
 *
 * Signals:
 *   "moved"                          another cell is current, or says something else
 *   "refused" (const char *sentence) what was typed or pasted was not written
 *   "open" (gint64 indicator)        Enter on its name */
#define COPIL_TYPE_INDICATOR_GRID (copil_indicator_grid_get_type ())
G_DECLARE_FINAL_TYPE (CopilIndicatorGrid, copil_indicator_grid, COPIL, INDICATOR_GRID, GtkWidget)

GtkWidget *copil_indicator_grid_new (CopilSession *session);

/* Shows the indicators of that periodicity. */
void copil_indicator_grid_set_periodicity (CopilIndicatorGrid *grid, CopilPeriodicity periodicity);

/* Makes a cell of that indicator current, with the keyboard in it: of the period that this day is
 * in, or the one before the periods where it is NULL. */
void copil_indicator_grid_select (CopilIndicatorGrid *grid, gint64 indicator, CopilSheetLead lead,
                                  const char *day);

/* The sheet and the cell that is current in it; FALSE where there is none. */
CopilFigureSheet *copil_indicator_grid_get_sheet (CopilIndicatorGrid *grid);
gboolean copil_indicator_grid_get_cell (CopilIndicatorGrid *grid, guint *row, guint *column);

G_END_DECLS

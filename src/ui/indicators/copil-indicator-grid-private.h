/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-indicator-grid.h"

/* CopilIndicatorGridSlot: a widget that shows the cell it was last given. */
typedef struct
{
  GtkWidget *label;
  int row; /* -1: a title above the column; -2: not in use */
  int column;
  guint look;
} CopilIndicatorGridSlot;

struct _CopilIndicatorGrid
{
  GtkWidget parent_instance;

  CopilSession *session;
  CopilPeriodicity periodicity;
  CopilFigureSheet *sheet;
  gboolean stale;   /* to be read again once it shows */
  gboolean writing; /* the change is our own */
  gboolean reveal;  /* the current cell is to be scrolled to */

  GtkAdjustment *horizontal;
  GtkAdjustment *vertical;
  guint hscroll_policy : 1;
  guint vscroll_policy : 1;

  guint row, column;               /* current */
  guint anchor_row, anchor_column; /* where what is selected begins */

  int row_height, header_height, name_width, lead_width, period_width;
  guint n_frozen; /* columns that stay in sight */
  guint slot_rows, slot_columns;
  GArray *slots;
  guint binding; /* idle source */

  GtkWidget *editor;
  char *original;    /* what was there, while it is edited */
  GtkWidget *levels; /* pops up over a cell of a scale */
};

/* --- cells: where they are, and the widgets that show them --- */

guint copil_indicator_grid_count_rows (CopilIndicatorGrid *grid);
guint copil_indicator_grid_count_columns (CopilIndicatorGrid *grid);
int copil_indicator_grid_get_cell_width (CopilIndicatorGrid *grid, guint column);
/* From the left of the first column to the left of that one. */
int copil_indicator_grid_get_left (CopilIndicatorGrid *grid, guint column);
int copil_indicator_grid_get_frozen_width (CopilIndicatorGrid *grid);
double copil_indicator_grid_get_offset (GtkAdjustment *adjustment);
/* In the widget; row -1 is the titles. */
GdkRectangle copil_indicator_grid_get_place (CopilIndicatorGrid *grid, int row, guint column);
/* The cell at that point; FALSE where there is none. */
gboolean copil_indicator_grid_find_cell (CopilIndicatorGrid *grid, double x, double y, guint *row,
                                         guint *column);
/* What is selected: from a cell on, so many rows and columns. */
void copil_indicator_grid_get_selection (CopilIndicatorGrid *grid, guint *row, guint *column,
                                         guint *rows, guint *columns);
void copil_indicator_grid_remove_slots (CopilIndicatorGrid *grid);
/* Gives each cell in sight its widget, now or before the next frame. */
void copil_indicator_grid_bind (CopilIndicatorGrid *grid);
void copil_indicator_grid_queue_bind (CopilIndicatorGrid *grid);
/* Draws them. */
void copil_indicator_grid_snapshot_cells (CopilIndicatorGrid *grid, GtkSnapshot *snapshot);

/* --- moving, keys, pointer, clipboard --- */

/* Says which cell is current. */
void copil_indicator_grid_announce (CopilIndicatorGrid *grid);
gboolean copil_indicator_grid_is_row (CopilIndicatorGrid *grid, guint row);
/* So many rows down, or up, over the headings. */
guint copil_indicator_grid_step_rows (CopilIndicatorGrid *grid, int steps);
void copil_indicator_grid_scroll_to_current (CopilIndicatorGrid *grid);
void copil_indicator_grid_move_to (CopilIndicatorGrid *grid, guint row, guint column,
                                   gboolean extend);
/* Stores what is being typed; FALSE where it cannot be read, and then it stays. */
gboolean copil_indicator_grid_commit (CopilIndicatorGrid *grid);
/* What could not be stored in a cell, the caller's, or NULL; and that it is given up. */
char *copil_indicator_grid_dup_kept (CopilIndicatorGrid *grid, guint row, guint column);
void copil_indicator_grid_forget (CopilIndicatorGrid *grid, guint row, guint column);
void copil_indicator_grid_stop_editing (CopilIndicatorGrid *grid);
void copil_indicator_grid_add_controllers (CopilIndicatorGrid *grid);

/* --- the sheet --- */

/* Reads the sheet anew; the same cell stays current. */
void copil_indicator_grid_load (CopilIndicatorGrid *grid);
/* Writes from that cell on; FALSE, having said why, where it was refused. */
gboolean copil_indicator_grid_write (CopilIndicatorGrid *grid, guint row, guint column, guint rows,
                                     guint columns, const char *text);
/* Says why something was not written. */
void copil_indicator_grid_refuse (CopilIndicatorGrid *grid, const char *sentence);
void copil_indicator_grid_open (CopilIndicatorGrid *grid, gint64 indicator);

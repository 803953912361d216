/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "copil-row-list.h"

G_BEGIN_DECLS

/* An axis by its label: « Axe 4 », the label itself where it says more than a number; NULL for
 * NULL. Free with g_free(). */
char *copil_records_name_axis (const char *label);

/* How a cell shows its column of the row. */
typedef enum
{
  COPIL_CELL_TEXT,
  COPIL_CELL_STATUS,   /* planned, in_progress, done, abandoned or late: an icon and the word */
  COPIL_CELL_DATE,     /* an ISO 8601 date */
  COPIL_CELL_NUMBER,   /* a number, as the locale writes it */
  COPIL_CELL_PROGRESS, /* "text" over a bar that is filled to the column's percentage; no bar for
                          NULL */
  COPIL_CELL_CHECK,    /* a check mark for 1, with "text" as its tooltip */
  COPIL_CELL_TICK      /* a box to tick, ticked for 1, called by "text": the list says "ticked" */
} CopilCell;

/* Text made from a row, free with g_free(); NULL for none. */
typedef char *(*CopilRowText) (CopilRow *row);

/* One column of a list of records. The array ends with a NULL title. */
typedef struct
{
  const char *title; /* English, for gettext */
  CopilCell cell;
  int column;         /* of the row query, from 0 */
  CopilRowText text;  /* what it reads instead of the column */
  CopilRowText below; /* a second, smaller line, or NULL */
  CopilRowText tip;   /* the tooltip; without it, the whole text where it is cut */
  const char *sort;   /* SQL expression to sort by, on the kind's table "r"; NULL: not sortable */
  gboolean expand;    /* takes the room that is left */
  gboolean wide;      /* shown only where the list is wide */
  gboolean narrow;    /* its second line is shown only where the list is not wide */
} CopilRecordsColumn;

/* One cell of a list of records. */
#define COPIL_TYPE_RECORDS_CELL (copil_records_cell_get_type ())
G_DECLARE_FINAL_TYPE (CopilRecordsCell, copil_records_cell, COPIL, RECORDS_CELL, GtkWidget)

/* The column is kept, not copied. */
GtkWidget *copil_records_cell_new (const CopilRecordsColumn *column);

/* Shows that row from now on, following it; NULL for none. */
void copil_records_cell_set_row (CopilRecordsCell *cell, CopilRow *row);

/* The box of a cell to tick, or NULL: clicked, it asks, and shows what the row says. */
GtkWidget *copil_records_cell_get_box (CopilRecordsCell *cell);

/* Whether the list is wide. */
void copil_records_cell_set_wide (CopilRecordsCell *cell, gboolean wide);

G_END_DECLS

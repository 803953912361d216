/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-figure-sheet.h"

/* CopilSheetRow: one line of the sheet. */
typedef struct
{
  char *title;               /* of an axis; NULL for an indicator */
  CopilIndicator *indicator; /* or NULL */
  CopilProgress *progress;
  char start[11]; /* of its first period: nothing is missing before */
} CopilSheetRow;

struct _CopilFigureSheet
{
  CopilStore *store;
  CopilPeriodicity periodicity;
  char *today;
  char *end;         /* of the convention, or NULL */
  GPtrArray *rows;   /* CopilSheetRow */
  GHashTable *by_id; /* gint64 * → place + 1 */
  GArray *periods;   /* CopilPeriod */
};

/* The row where it is an indicator's, else NULL. */
const CopilSheetRow *copil_figure_sheet_get_row (CopilFigureSheet *sheet, guint row);
/* The target of a cell to come, or of the column of targets; NULL for none. */
const CopilTarget *copil_figure_sheet_get_target (CopilFigureSheet *sheet, guint row, guint column);

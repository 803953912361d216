/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-figure-store.h"

G_BEGIN_DECLS

/* CopilFigureSheet: the indicators of one periodicity as a sheet to read and to fill in. A row for
 * each indicator, under a heading for each axis; columns for what is known of it, then one for each
 * period. Periods that are over or under way hold what was observed, those to come the targets. */
typedef struct _CopilFigureSheet CopilFigureSheet;

/* The columns before the periods. */
typedef enum
{
  COPIL_SHEET_NAME,
  COPIL_SHEET_BASELINE,
  COPIL_SHEET_TARGET,
  COPIL_SHEET_VARIATION,
  COPIL_SHEET_PROGRESS,
  COPIL_SHEET_N_LEADS
} CopilSheetLead;

/* What is to be seen of a cell besides its text. */
typedef enum
{
  COPIL_SHEET_EDITABLE = 1 << 0,
  COPIL_SHEET_FUTURE = 1 << 1,    /* takes a target only */
  COPIL_SHEET_ESTIMATED = 1 << 2, /* what was observed is */
  COPIL_SHEET_DERIVED = 1 << 3,   /* the baseline is */
  COPIL_SHEET_SPLIT = 1 << 4,     /* the observation has parts */
  COPIL_SHEET_FAULT = 1 << 5,     /* they do not make its value */
  COPIL_SHEET_MISSING = 1 << 6,   /* the period is over and nothing was observed */
  COPIL_SHEET_HEADING = 1 << 7
} CopilSheetFlags;

/* The indicators of that periodicity; today as an ISO date. Reads the store at once. */
CopilFigureSheet *copil_figure_sheet_new (CopilStore *store, CopilPeriodicity periodicity,
                                          const char *today);
void copil_figure_sheet_free (CopilFigureSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilFigureSheet, copil_figure_sheet_free)

/* Reads one indicator again, after its figures changed; FALSE where it is not in the sheet as it
 * was, so that a new sheet is needed. */
gboolean copil_figure_sheet_reload (CopilFigureSheet *sheet, gint64 indicator);

guint copil_figure_sheet_get_n_rows (CopilFigureSheet *sheet);
guint copil_figure_sheet_get_n_columns (CopilFigureSheet *sheet);

/* The indicator of a row, NULL for the heading of an axis; it lives until the row is read again. */
const CopilIndicator *copil_figure_sheet_get_indicator (CopilFigureSheet *sheet, guint row);
/* The row of an indicator, -1 where there is none. */
int copil_figure_sheet_find (CopilFigureSheet *sheet, gint64 indicator);

/* The period of a column, NULL for those before them. */
const CopilPeriod *copil_figure_sheet_get_period (CopilFigureSheet *sheet, guint column);
/* The column of the period that this day is in, -1 for none. */
int copil_figure_sheet_find_period (CopilFigureSheet *sheet, const char *day);
/* What stands above the column: "2022", and below it "targets" where it is to come (else ""). */
char *copil_figure_sheet_get_title (CopilFigureSheet *sheet, guint column);
const char *copil_figure_sheet_get_subtitle (CopilFigureSheet *sheet, guint column);

CopilSheetFlags copil_figure_sheet_get_flags (CopilFigureSheet *sheet, guint row, guint column);

/* As it is shown ("≈ 62 000"); to be copied or edited ("62000", the locale's decimal mark, no
 * grouping); as it is read aloud ("Alternants, 2022: 62 000, estimated"); all that can be said of
 * it, NULL for nothing more. */
char *copil_figure_sheet_get_text (CopilFigureSheet *sheet, guint row, guint column);
char *copil_figure_sheet_get_plain (CopilFigureSheet *sheet, guint row, guint column);
char *copil_figure_sheet_get_name (CopilFigureSheet *sheet, guint row, guint column);
char *copil_figure_sheet_get_tip (CopilFigureSheet *sheet, guint row, guint column);

/* The observation of a cell, NULL where there is none. */
const CopilObservation *copil_figure_sheet_get_observation (CopilFigureSheet *sheet, guint row,
                                                            guint column);

/* A rectangle of cells as lines of tab-separated texts, as spreadsheets take it; the headings of
 * axes are left out. */
char *copil_figure_sheet_copy (CopilFigureSheet *sheet, guint row, guint column, guint n_rows,
                               guint n_columns);

/* Writes lines of tab-separated texts from that cell on, in one transaction; the headings of
 * axes are passed over. An empty text or a dash clears the cell; a "≈"
 * or "~" before it says that it is estimated. n_rows × n_columns (at least 1 × 1) is what is
 * selected: a single text fills all of it. Fails with COPIL_VALUE_ERROR or COPIL_STORE_ERROR, one
 * sentence that names the cells, and then nothing is written. The sheet is to be read again. */
gboolean copil_figure_sheet_write (CopilFigureSheet *sheet, guint row, guint column, guint n_rows,
                                   guint n_columns, const char *text, GError **error);

/* Says whether what was observed is estimated. */
gboolean copil_figure_sheet_set_estimated (CopilFigureSheet *sheet, guint row, guint column,
                                           gboolean estimated, GError **error);

/* The parts of an observation, typed texts by name, in one transaction; an empty text is not known.
 * Makes the observation where there is none, with the sum of the parts as its value. */
gboolean copil_figure_sheet_set_parts (CopilFigureSheet *sheet, guint row, guint column,
                                       const char *const *names, const char *const *texts,
                                       GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a cell of a chart's data is. */
typedef enum
{
  COPIL_CHART_TEXT,
  COPIL_CHART_NUMBER,
  COPIL_CHART_DATE
} CopilChartType;

/**
 * CopilChartDatum: a cell.
 * @type: what it is
 * @text: as it is read, never NULL; "" for what is not known
 * @value: of a number
 * @unit: of a number: "%", "€", "schools"; NULL for none
 * @second: another number that the text says besides, NAN for none; see the column
 * @date: of a date, ISO 8601
 */
typedef struct
{
  CopilChartType type;
  char *text;
  double value;
  char *unit;
  double second;
  char *date;
} CopilChartDatum;

/**
 * CopilChartData: what a chart draws, as a table: its columns and its rows. All cells are there,
 * those that nothing was put in being empty texts.
 */
typedef struct _CopilChartData CopilChartData;

CopilChartData *copil_chart_data_new (void);
void copil_chart_data_free (CopilChartData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilChartData, copil_chart_data_free)

/** Adds a column, before the first row; @title may be NULL. @second: what the second numbers of its
 * cells are ("late"), NULL where they have none. */
void copil_chart_data_add_column (CopilChartData *self, const char *title, const char *second);
/** Adds a row; returns its index. */
guint copil_chart_data_add_row (CopilChartData *self);

/** Puts a text in a cell; NULL for none. */
void copil_chart_data_put_text (CopilChartData *self, guint row, guint column, const char *text);
/** Puts a number in a cell; NAN leaves it empty. @unit may be NULL; @text: as it is read, NULL for
 * the number as the locale writes it, with its unit. */
void copil_chart_data_put_number (CopilChartData *self, guint row, guint column, double value,
                                  const char *unit, const char *text);
/** What the text of a number says besides. */
void copil_chart_data_put_second (CopilChartData *self, guint row, guint column, double second);
/** Puts a date in a cell. */
void copil_chart_data_put_date (CopilChartData *self, guint row, guint column, const GDate *date);

guint copil_chart_data_get_n_columns (CopilChartData *self);
guint copil_chart_data_get_n_rows (CopilChartData *self);
/** The title of a column, never NULL. @second may be NULL. */
const char *copil_chart_data_get_column (CopilChartData *self, guint column, const char **second);
const CopilChartDatum *copil_chart_data_get (CopilChartData *self, guint row, guint column);

/** Whether all cells of a column that hold something are numbers, and some are. @unit: set to the
 * unit that they have together, NULL where they have none or several; may be NULL. */
gboolean copil_chart_data_is_number (CopilChartData *self, guint column, const char **unit);

/** Its texts, the titles first: an array of char **, each of the same length. */
GPtrArray *copil_chart_data_dup_texts (CopilChartData *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart.h"

G_BEGIN_DECLS

/**
 * CopilMatrix: rows against columns (parties against axes), with a figure in each cell, the deeper
 * the more, and a second figure beside it (what is late), with totals on both sides. Rows and
 * columns for which there is no room are gathered in the last one.
 */
#define COPIL_TYPE_MATRIX (copil_matrix_get_type ())
G_DECLARE_FINAL_TYPE (CopilMatrix, copil_matrix, COPIL, MATRIX, CopilChart)

CopilChart *copil_matrix_new (const char *title);

/** Adds a row or a column; returns its index. @label: a short name in bold; @title: what follows;
 * one may be NULL. */
guint copil_matrix_add_row (CopilMatrix *self, const char *label, const char *title);
guint copil_matrix_add_column (CopilMatrix *self, const char *label, const char *title);

/**
 * Sets a cell. @value: how many in all; @second: how many of them have the second role; @label: the
 * mark's sentence, or NULL for one made of the names and figures; @key: what the cell opens, may be
 * NULL. A cell with 0 is no mark.
 */
void copil_matrix_set_cell (CopilMatrix *self, guint row, guint column, guint value, guint second,
                            const char *label, const char *key);

/**
 * The words: over the first column ("Party"), for the value ("Engagements") and for the second one
 * (NULL for the usual name of @second_role).
 */
void copil_matrix_set_words (CopilMatrix *self, const char *row_word, const char *value_word,
                             CopilChartRole second_role, const char *second_word);

G_END_DECLS

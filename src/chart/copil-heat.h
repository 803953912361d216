/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart.h"

G_BEGIN_DECLS

/**
 * CopilHeat: a table of rows against columns (axes against years) with a figure in each cell, the
 * deeper the nearer to the full value; unlike CopilMatrix, nothing is added up. A cell that is not
 * known has a dash. Rows for which there is no room are gathered in the last one; of columns, the
 * last ones stay.
 */
#define COPIL_TYPE_HEAT (copil_heat_get_type ())
G_DECLARE_FINAL_TYPE (CopilHeat, copil_heat, COPIL, HEAT, CopilChart)

/** @full: the value of the deepest colour, over 0. */
CopilChart *copil_heat_new (const char *title, double full);

/** Adds a row or a column; returns its index. @label: a short name in bold; @row_title: what
 * follows, may be NULL. */
guint copil_heat_add_row (CopilHeat *self, const char *label, const char *row_title);
guint copil_heat_add_column (CopilHeat *self, const char *label);

/** Sets a cell; NAN where it is not known, as before it is set. @text: how it is written, or NULL
 * for the number; @sentence: the mark's, or NULL for one made of the names and the figure; @key:
 * what it opens, may be NULL. */
void copil_heat_set_cell (CopilHeat *self, guint row, guint column, double value, const char *text,
                          const char *sentence, const char *key);

/** The words: over the first column of the table ("Axis"), and for the figures ("Progress"). */
void copil_heat_set_words (CopilHeat *self, const char *row_word, const char *value_word);

G_END_DECLS

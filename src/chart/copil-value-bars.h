/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart.h"

G_BEGIN_DECLS

/**
 * CopilValueBars: horizontal bars, one for each series in each category (planned and actual of a
 * budget line; the actions of a theme), on one scale from zero, with the figure at the end of each.
 * What is not known has a dash instead of a bar, never a bar of no length. Where there is no room
 * for all categories, the last row gathers the rest.
 */
#define COPIL_TYPE_VALUE_BARS (copil_value_bars_get_type ())
G_DECLARE_FINAL_TYPE (CopilValueBars, copil_value_bars, COPIL, VALUE_BARS, CopilChart)

CopilChart *copil_value_bars_new (const char *title);

/** Adds a series ("Planned"), at most four; returns its index. With one only, no legend is drawn.
 */
guint copil_value_bars_add_series (CopilValueBars *self, CopilChartRole role, const char *label);

/** Adds a row; returns its index. @label: a short name in bold; @title: what follows; one may be
 * NULL. */
guint copil_value_bars_add_category (CopilValueBars *self, const char *label, const char *title);

/**
 * Sets the value of a series in a category; NAN where it is not known, as before it is set. @text:
 * the figure as it is written, or NULL for the number with the unit; @sentence: the mark's, or NULL
 * for one made of the names and the figure; @key: what the bar opens, may be NULL.
 */
void copil_value_bars_set_value (CopilValueBars *self, guint category, guint series, double value,
                                 const char *text, const char *sentence, const char *key);

/** The word over the first column of the table ("Theme"), and the unit of the figures ("€"); NULL
 * for none. */
void copil_value_bars_set_words (CopilValueBars *self, const char *category_word, const char *unit);

/** Whether the description gives the total of each series; it does not at first, as not all
 * figures may be added up. */
void copil_value_bars_set_summed (CopilValueBars *self, gboolean summed);

G_END_DECLS

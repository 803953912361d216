/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart.h"

G_BEGIN_DECLS

/**
 * CopilSplitBars: how each row (a period, a theme) is divided in parts (girls and boys): bars of
 * the full width, cut by share, with the share written in each part and the total beside. A row of
 * which a part is not known has no shares: what is known of it is written.
 */
#define COPIL_TYPE_SPLIT_BARS (copil_split_bars_get_type ())
G_DECLARE_FINAL_TYPE (CopilSplitBars, copil_split_bars, COPIL, SPLIT_BARS, CopilChart)

CopilChart *copil_split_bars_new (const char *title);

/** Adds a part ("filles"), at most six; returns its index. */
guint copil_split_bars_add_part (CopilSplitBars *self, CopilChartRole role, const char *label);

/** Adds a row; returns its index. @label: a short name in bold; @title: what follows; one may be
 * NULL. */
guint copil_split_bars_add_category (CopilSplitBars *self, const char *label, const char *title);

/** Sets how much of a row a part has; NAN where it is not known, as before it is set. @sentence:
 * the mark's, or NULL for one made of the names and figures; @key: what the part opens, may be
 * NULL. */
void copil_split_bars_set_value (CopilSplitBars *self, guint category, guint part, double value,
                                 const char *sentence, const char *key);

/** The word over the first column of the table ("Theme"), and the unit of the figures; NULL for
 * none. */
void copil_split_bars_set_words (CopilSplitBars *self, const char *category_word, const char *unit);

G_END_DECLS

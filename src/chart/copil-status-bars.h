/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart.h"

G_BEGIN_DECLS

/**
 * CopilStatusBars: one horizontal bar for each category (an axis, a theme), cut in segments that
 * count what is in each status, with the figures in the segments and the total at the end. Bars
 * share one scale. Where there is no room for all categories, the last row gathers the rest.
 */
#define COPIL_TYPE_STATUS_BARS (copil_status_bars_get_type ())
G_DECLARE_FINAL_TYPE (CopilStatusBars, copil_status_bars, COPIL, STATUS_BARS, CopilChart)

CopilChart *copil_status_bars_new (const char *title);

/**
 * Adds a status, in the order in which segments follow each other; returns its index. @label: its
 * name in the user's language; NULL for the role's usual name.
 */
guint copil_status_bars_add_status (CopilStatusBars *self, CopilChartRole role, const char *label);

/** Adds a bar; returns its index. @label: a short name in bold ("Axe 4"); @title: what follows; one
 * may be NULL. */
guint copil_status_bars_add_category (CopilStatusBars *self, const char *label, const char *title);

/**
 * Sets how many things of that category have that status. @label: the mark's sentence, or NULL for
 * one made of the names and figures; @key: what the segment opens, may be NULL. A count of 0 draws
 * nothing.
 */
void copil_status_bars_set_count (CopilStatusBars *self, guint category, guint status, guint count,
                                  const char *label, const char *key);

/** Whether every bar takes the full width and shows shares of its own total; not by default. */
void copil_status_bars_set_relative (CopilStatusBars *self, gboolean relative);

/** The word over the first column of the table ("Axis"); NULL for none. */
void copil_status_bars_set_category_word (CopilStatusBars *self, const char *word);

G_END_DECLS

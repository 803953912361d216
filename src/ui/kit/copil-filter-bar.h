/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The filters of a list of engagements: words, status, and what is mine, and behind a button axis
 * (where the list is of all), signatory, priority and what is missing.
 *
 * Signals: "changed" */
#define COPIL_TYPE_FILTER_BAR (copil_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (CopilFilterBar, copil_filter_bar, COPIL, FILTER_BAR, CopilPanel)

GtkWidget *copil_filter_bar_new (CopilSession *session);

/* Whether the list is of all axes, and may be filtered by one; at first it is of one axis. */
void copil_filter_bar_set_all (CopilFilterBar *bar, gboolean all);

/* The axis that the list of all is filtered by, 0 for none. */
gint64 copil_filter_bar_get_axis (CopilFilterBar *bar);

/* SQL terms on the engagement "e", each begun with AND; "" where nothing is filtered. Parameters
 * are added to the array of strings and numbered on from its length. */
char *copil_filter_bar_build_sql (CopilFilterBar *bar, GPtrArray *parameters);

/* Whether anything is filtered. */
gboolean copil_filter_bar_is_active (CopilFilterBar *bar);

/* Sets filters in place of all others, as a chart's mark says them ("axis=12&status=late"; "" for
 * none): "status" (late, planned, in_progress, done, abandoned), "axis", "party", "measure" (an id,
 * 0 for none), "engagements" (ids with commas), "month" (YYYY-MM), "missing" (due, lead, news),
 * "priority" (a year). */
void copil_filter_bar_set (CopilFilterBar *bar, const char *key);

/* Takes all filters and the search away. */
void copil_filter_bar_clear (CopilFilterBar *bar);

/* Puts the keyboard in the search. */
void copil_filter_bar_focus (CopilFilterBar *bar);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The list of the measures and engagements of one axis, or of all: a column view over a lazy list.
 * Axes head measures, and measures their engagements, in the order of the convention; a click on a
 * column's header sorts the engagements alone.
 *
 * Signals: "selected" (const char *kind, gint64 id), NULL and 0 for nothing; "opened", the selected
 * row was activated */
#define COPIL_TYPE_ENGAGEMENT_LIST (copil_engagement_list_get_type ())
G_DECLARE_FINAL_TYPE (CopilEngagementList, copil_engagement_list, COPIL, ENGAGEMENT_LIST,
                      CopilPanel)

GtkWidget *copil_engagement_list_new (CopilSession *session);

/* Shows all axes, or one, filtered by SQL terms on the engagement "e" with those parameters
 * (copil_filter_bar_build_sql()), of which the first is the one axis. */
void copil_engagement_list_show (CopilEngagementList *list, gboolean all, const char *filter,
                                 const char *const *parameters);

/* What is selected; NULL for nothing. */
const char *copil_engagement_list_get_selected (CopilEngagementList *list, gint64 *id);

/* Selects and scrolls to it; FALSE where the list does not hold it. */
gboolean copil_engagement_list_select (CopilEngagementList *list, const char *kind, gint64 id);

/* The number of rows that the filters leave. */
guint copil_engagement_list_get_n_rows (CopilEngagementList *list);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A short list of records with the day each is due.
 *
 * Signals:
 *   "go" (const char *kind, gint64 id)  a row was activated
 *   "all"                               the button to see all of them was clicked */
#define COPIL_TYPE_OVERVIEW_LIST (copil_overview_list_get_type ())
G_DECLARE_FINAL_TYPE (CopilOverviewList, copil_overview_list, COPIL, OVERVIEW_LIST, GtkWidget)

/* Its title, and the sentence where there is nothing. */
GtkWidget *copil_overview_list_new (const char *title, const char *empty);

/* Shows the rows (an array of CopilOverviewRow), out of so many; 0 where that is not counted. */
void copil_overview_list_set (CopilOverviewList *list, GPtrArray *rows, guint total);

G_END_DECLS

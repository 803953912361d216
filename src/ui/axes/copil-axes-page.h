/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* A tab for all axes and one for each axis; the tab that shows has its measures and engagements,
 * its chart and the form of what is selected. */
#define COPIL_TYPE_AXES_PAGE (copil_axes_page_get_type ())
G_DECLARE_FINAL_TYPE (CopilAxesPage, copil_axes_page, COPIL, AXES_PAGE, CopilPanel)

GtkWidget *copil_axes_page_new (CopilSession *session);

/* Shows an axis, a measure or an engagement; the latter two in the list of all where that shows. */
void copil_axes_page_show (CopilAxesPage *page, const char *kind, gint64 id);

/* Shows what a figure or a chart's mark counts, of all axes: copil_filter_bar_set(). */
void copil_axes_page_filter (CopilAxesPage *page, const char *key);

/* The next tab (1) or the one before (-1). */
void copil_axes_page_turn (CopilAxesPage *page, int direction);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* A tab for each axis; the tab that shows has its measures and engagements, its chart and the form
 * of what is selected. */
#define COPIL_TYPE_AXES_PAGE (copil_axes_page_get_type ())
G_DECLARE_FINAL_TYPE (CopilAxesPage, copil_axes_page, COPIL, AXES_PAGE, CopilPanel)

GtkWidget *copil_axes_page_new (CopilSession *session);

/* Shows an axis, a measure or an engagement. */
void copil_axes_page_show (CopilAxesPage *page, const char *kind, gint64 id);

/* Shows what a chart's mark counts: "axis=ID&status=late", "party=ID&axis=ID",
 * "axis=ID&measure=ID&status=done". Without an axis, the first one that has such an engagement. */
void copil_axes_page_filter (CopilAxesPage *page, const char *key);

/* The next tab (1) or the one before (-1). */
void copil_axes_page_turn (CopilAxesPage *page, int direction);

G_END_DECLS

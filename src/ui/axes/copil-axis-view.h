/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-filter-bar.h"
#include "copil-panel.h"

G_BEGIN_DECLS

/* One axis: its figures and chart, the list of its measures and engagements with its filters, and
 * the form of what is selected; or the list of all axes. One view serves all tabs, so that filters
 * stay when another axis is shown.
 *
 * Signals: "all", the list of all is to show with the filters as they are */
#define COPIL_TYPE_AXIS_VIEW (copil_axis_view_get_type ())
G_DECLARE_FINAL_TYPE (CopilAxisView, copil_axis_view, COPIL, AXIS_VIEW, CopilPanel)

GtkWidget *copil_axis_view_new (CopilSession *session);

/* What shows before anything was. */
#define COPIL_AXIS_VIEW_NOTHING -1

/* The axis that shows, by its id; 0 for all. */
void copil_axis_view_set_axis (CopilAxisView *view, gint64 axis);
gint64 copil_axis_view_get_axis (CopilAxisView *view);

/* Selects an axis, a measure or an engagement that the list may hold, filters taken away where they
 * hide it. */
void copil_axis_view_select (CopilAxisView *view, const char *kind, gint64 id);

/* Shows the form where there is room for the list or the form alone. */
void copil_axis_view_show_form (CopilAxisView *view);

/* The bar of filters over the list; the view's own. */
CopilFilterBar *copil_axis_view_get_filters (CopilAxisView *view);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-filter-bar.h"
#include "copil-panel.h"

G_BEGIN_DECLS

/* One axis: its figures and chart, the list of its measures and engagements with its filters, and
 * the form of what is selected. One view serves all tabs, so that filters stay when another axis is
 * shown. */
#define COPIL_TYPE_AXIS_VIEW (copil_axis_view_get_type ())
G_DECLARE_FINAL_TYPE (CopilAxisView, copil_axis_view, COPIL, AXIS_VIEW, CopilPanel)

GtkWidget *copil_axis_view_new (CopilSession *session);

/* The axis that shows, by its id. */
void copil_axis_view_set_axis (CopilAxisView *view, gint64 axis);
gint64 copil_axis_view_get_axis (CopilAxisView *view);

/* Selects a measure or an engagement of the axis, filters taken away where they hide it. */
void copil_axis_view_select (CopilAxisView *view, const char *kind, gint64 id);

/* The bar of filters over the list; the view's own. */
CopilFilterBar *copil_axis_view_get_filters (CopilAxisView *view);

G_END_DECLS

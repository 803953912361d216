/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The page of charts: one to choose, what it is about (an axis, a party, a year, an indicator), the
 * drawing, and its data as a table under it. It is copied, saved and printed from a menu.
 *
 * Actions: page.export, which opens that menu. */
#define COPIL_TYPE_CHARTS_PAGE (copil_charts_page_get_type ())
G_DECLARE_FINAL_TYPE (CopilChartsPage, copil_charts_page, COPIL, CHARTS_PAGE, CopilPanel)

GtkWidget *copil_charts_page_new (CopilSession *session);

G_END_DECLS

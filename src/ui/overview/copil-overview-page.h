/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* The convention at a glance, the evening before a meeting: figures, what is late, what is due,
 * the charts; each leads to what it counts. In a file with nothing in it yet, what to enter first.
 * It follows the store; everything is counted in a thread. */
#define COPIL_TYPE_OVERVIEW_PAGE (copil_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (CopilOverviewPage, copil_overview_page, COPIL, OVERVIEW_PAGE, GtkWidget)

GtkWidget *copil_overview_page_new (CopilSession *session);

G_END_DECLS

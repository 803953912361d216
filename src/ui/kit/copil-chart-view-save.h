/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "copil-chart.h"

G_BEGIN_DECLS

/* Puts a picture of the chart on the clipboard, as on paper, with its title. "from": a widget of
 * the window. */
void copil_chart_view_copy (CopilChart *chart, GtkWidget *from);

/* Asks where, and saves the chart as on paper; "suffix" is "svg", "pdf" or "png". A toast says that
 * it is done, or why it failed. */
void copil_chart_view_save (CopilChart *chart, GtkWidget *from, const char *suffix);

G_END_DECLS

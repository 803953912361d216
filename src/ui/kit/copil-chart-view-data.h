/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "copil-chart.h"

G_BEGIN_DECLS

/* Shows the chart's data as they are now, as a table in a window of its own: rows can be selected
 * and copied, for a spreadsheet. "from": a widget of the window. */
void copil_chart_view_show_data (CopilChart *chart, GtkWidget *from);

/* The same table as a widget to scroll, and what copies its rows: those selected, or all. */
GtkWidget *copil_chart_table_new (CopilChart *chart);
void copil_chart_table_copy (GtkWidget *table);

G_END_DECLS

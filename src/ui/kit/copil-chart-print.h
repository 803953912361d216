/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "copil-chart.h"

G_BEGIN_DECLS

/* Asks for a printer and prints the chart as on paper, on one page. "from": a widget of the window.
 */
void copil_chart_print (CopilChart *chart, GtkWidget *from);

G_END_DECLS

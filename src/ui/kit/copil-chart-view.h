/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "copil-chart.h"

G_BEGIN_DECLS

/* A chart on screen, in the window's light or dark style: marks answer the pointer (tooltip, click)
 * and the keyboard (arrows, Enter), the screen reader hears the mark in focus and the chart's
 * description. A menu copies it, shows its data as a table and saves it as SVG, PDF or PNG.
 *
 * Signals: "activated" (const char *key), a mark that stands for one or several things was clicked;
 * the key of the first. */
#define COPIL_TYPE_CHART_VIEW (copil_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (CopilChartView, copil_chart_view, COPIL, CHART_VIEW, GtkWidget)

GtkWidget *copil_chart_view_new (void);

/* Shows that chart; NULL for none. */
void copil_chart_view_set_chart (CopilChartView *view, CopilChart *chart);

/* Whether the chart draws its title; it does at first. */
void copil_chart_view_set_show_title (CopilChartView *view, gboolean show);

/* Never asks for more than this height; 0 for what the chart wants. */
void copil_chart_view_set_max_height (CopilChartView *view, int height);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart-list.h"

G_BEGIN_DECLS

/* The charts of figures, after the rules of the room "figure". Each is empty where there is nothing
 * to draw. Keys of the marks: "KIND=ID" of the record; "axis=ID&month=YYYY" of the engagements due
 * in a year. */

/* Every indicator against its target. By axis, party (who supplies it) and year (at its end). */
CopilChart *copil_indicators_chart_new (CopilStore *store, const CopilChartFilter *filter);

/* What was observed of one indicator over time, against its target and milestones. By indicator. */
CopilChart *copil_indicator_chart_new (CopilStore *store, const CopilChartFilter *filter);

/* How the observations of one indicator are split: shares by period, or where the parts are many a
 * small chart for each. By indicator. */
CopilChart *copil_split_chart_new (CopilStore *store, const CopilChartFilter *filter);

/* The share of the engagements due in each year that are done, axis by axis. By party. */
CopilChart *copil_due_chart_new (CopilStore *store, const CopilChartFilter *filter);

/* Actions by theme; young people by theme, girls and boys; staff by theme, women and men: by year.
 * Actions of each académie over the years. */
CopilChart *copil_themes_chart_new (CopilStore *store, const CopilChartFilter *filter);
CopilChart *copil_young_chart_new (CopilStore *store, const CopilChartFilter *filter);
CopilChart *copil_staff_chart_new (CopilStore *store, const CopilChartFilter *filter);
CopilChart *copil_academies_chart_new (CopilStore *store, const CopilChartFilter *filter);

/* The budget, planned and actual: by line (of a year), and by year. */
CopilChart *copil_budget_lines_chart_new (CopilStore *store, const CopilChartFilter *filter);
CopilChart *copil_budget_years_chart_new (CopilStore *store, const CopilChartFilter *filter);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart-list.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The charts that are drawn from a convention's records. "today" is the day by which things are
 * late, ISO 8601, NULL for copil_today(); a chart for the public counts nothing that is
 * confidential. Each asks the store a bounded number of questions, however long the lists are.
 *
 * Keys of the marks, for what a click opens: pairs joined by "&". Ids are decimal; STATUS is done,
 * in_progress, planned, late or abandoned (late is neither planned nor in_progress). */

/* How engagements stand, a bar for each axis. Keys: "axis=ID&status=STATUS". */
CopilChart *copil_status_chart_new (CopilStore *store, CopilAudience audience, const char *today);

/* The same for one axis, a bar for each of its measures, and one for what has no measure. Keys:
 * "axis=ID&measure=ID&status=STATUS", with measure=0 for no measure. */
CopilChart *copil_axis_chart_new (CopilStore *store, gint64 axis, CopilAudience audience,
                                  const char *today);

/* The first one, or with an axis in the filter the second, for the engagements of a party and those
 * due in a year. Further pairs in the keys: "party=ID", "month=YYYY". */
CopilChart *copil_filtered_status_chart_new (CopilStore *store, const CopilChartFilter *filter);

/* Signatories against axes: how many engagements each has, and how many of them are late. Keys:
 * "party=ID&axis=ID". */
CopilChart *copil_party_chart_new (CopilStore *store, CopilAudience audience, const char *today);

/* The convention over time: its period and clauses, the meetings, the engagements of each axis on
 * the day they are due, the steps of the fiches, the decisions and the targets. Keys: "KIND=ID";
 * where the dated engagements are too many to be drawn one by one, those of a month together:
 * "axis=ID&status=STATUS&month=YYYY-MM". */
CopilChart *copil_timeline_chart_new (CopilStore *store, CopilAudience audience, const char *today);

/* How many engagements stand in each status, over all axes, in the order of CopilChartRole from
 * done to abandoned (five numbers). */
void copil_count_engagements (CopilStore *store, CopilAudience audience, const char *today,
                              guint counts[5]);

/* The same for one axis; 0 for all. */
void copil_count_engagements_of (CopilStore *store, CopilAudience audience, const char *today,
                                 gint64 axis, guint counts[5]);

G_END_DECLS

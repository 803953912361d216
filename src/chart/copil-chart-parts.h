/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart-scene.h"

G_BEGIN_DECLS

/** What the charts have in common (private to the chart room): head, legend, label column, figures
 * and dates. */

typedef enum
{
  COPIL_LEGEND_SWATCH,
  COPIL_LEGEND_SYMBOL,
  COPIL_LEGEND_HEAT,
  COPIL_LEGEND_TRIANGLE
} CopilLegendKind;

/** CopilLegendEntry: @value may be NULL. */
typedef struct
{
  CopilLegendKind kind;
  CopilChartRole role;
  const char *label;
  const char *value;
} CopilLegendEntry;

/** Draws the title and the legend from the top; returns where the chart itself may start. */
double copil_parts_head (CopilScene *scene, const char *title, const CopilLegendEntry *entries,
                         guint n_entries);

/** The width of the label column that suits these labels, at most @share of the width. */
double copil_parts_label_width (CopilScene *scene, char **labels, char **titles, guint n,
                                double share);

/** A figure as the locale groups it. */
char *copil_parts_count (gint64 value);

/** A day as the language writes it in figures, and the short name of a month from 1 to 12. */
char *copil_parts_date (const GDate *date);
const char *copil_parts_month (guint month);

/** "label title", or the one that there is; NULL when there is neither. */
char *copil_parts_name (const char *label, const char *title);

G_END_DECLS

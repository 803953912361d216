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
  COPIL_LEGEND_TRIANGLE,
  COPIL_LEGEND_LINE,
  COPIL_LEGEND_DASHES,
  COPIL_LEGEND_DOT,
  COPIL_LEGEND_RING,
  COPIL_LEGEND_TICK
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

/** A number as the locale writes it, with at most two decimals, then the unit (may be NULL); "–"
 * where it is not known (NAN). */
char *copil_parts_number (double value, const char *unit);

/** A step between ticks that divides @span in about @n; 1, 2 or 5 times a power of ten. */
double copil_parts_step (double span, double n);

/**
 * CopilRows: rows under each other, each with a name and a body beside it (or under it, where the
 * drawing is narrow). Where there is no room for all, the last row stands for all those from
 * @n_rows - 1 on.
 */
typedef struct
{
  guint n;      /* in all */
  guint n_rows; /* drawn */
  double x0;    /* the names */
  double label_width;
  double body_x; /* the bodies */
  double body_width;
  double top; /* of the first row */
  double pitch;
  double body_top; /* of a body in its row */
  double body_height;
  gboolean narrow;
  gboolean short_names;
  int lines;
} CopilRows;

/** Finds the place of @n rows from @top down: bodies of @natural height at ease and of @least where
 * it is tight, with @right units kept free at their right. */
void copil_rows_fit (CopilRows *self, CopilScene *scene, char **labels, char **titles, guint n,
                     double top, double natural, double least, double right);

/** The first row and how many it stands for at place @place. */
guint copil_rows_count (const CopilRows *self, guint place);

/** Writes the name of the row at that place ("12 others" where it stands for several). */
void copil_rows_draw_name (const CopilRows *self, CopilScene *scene, guint place, const char *label,
                           const char *title);

/** Where the body of that row begins, and where all rows end. */
double copil_rows_body (const CopilRows *self, guint place);
double copil_rows_end (const CopilRows *self);

/** "12 others". */
char *copil_rows_others (guint n);

/** A day as the language writes it in figures, and the short name of a month from 1 to 12. */
char *copil_parts_date (const GDate *date);
const char *copil_parts_month (guint month);

/** "label title", or the one that there is; NULL when there is neither. */
char *copil_parts_name (const char *label, const char *title);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-audience.h"
#include "copil-book.h"
#include "copil-chart.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* CopilChartFilter: what a chart is about; zeros and NULLs for all. */
typedef struct
{
  CopilAudience audience;
  const char *today; /* ISO 8601; NULL for copil_today() */
  gint64 axis;
  gint64 party;
  int year;
  gint64 indicator; /* for the charts of one indicator; 0: the first one that fits */
} CopilChartFilter;

typedef enum
{
  COPIL_CHART_BY_AXIS = 1 << 0,
  COPIL_CHART_BY_PARTY = 1 << 1,
  COPIL_CHART_BY_YEAR = 1 << 2,
  COPIL_CHART_BY_INDICATOR = 1 << 3
} CopilChartBy;

/* CopilChartEntry: one of the charts that a file may have. */
typedef struct
{
  const char *name;  /* "budget-lines": stable, for settings and tests */
  const char *title; /* English, for gettext */
  guint by;          /* the CopilChartBy that it listens to; it ignores the rest of the filter */
  CopilChart *(*make) (CopilStore *store, const CopilChartFilter *filter);
} CopilChartEntry;

/* All of them, in the order in which they are offered; "n" may be NULL. */
const CopilChartEntry *copil_chart_list (guint *n);

/* The chart's data as a spreadsheet of one sheet: its numbers, percentages, amounts and dates as
 * such, the unit of a column in its title. "subject": the convention's title, "date": ISO 8601;
 * both may be NULL. */
CopilBook *copil_chart_book_new (CopilChart *chart, const char *subject, const char *date);

G_END_DECLS

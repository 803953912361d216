/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart.h"
#include "copil-completeness.h"
#include "copil-figure-store.h"
#include "copil-view-overview.h"

G_BEGIN_DECLS

/* CopilOverviewRow: a record in one of the lists of the overview. */
typedef struct
{
  char *kind;
  gint64 id;
  char *title;
  char *detail; /* where it stands: article, axis, signatories */
  char *date;   /* ISO 8601 */
  int days;     /* from today on; negative when it is over */
} CopilOverviewRow;

/* CopilOverviewData: all that the overview shows in words, as it was when it was counted. Dates are
 * ISO 8601 or NULL. */
typedef struct
{
  gint64 convention;
  char *title;
  char *full_title; /* NULL where the title is all of it */
  char *signed_on;
  char *end;
  int end_days;
  char *notice; /* last day on which a party can give notice */
  int notice_days;

  CopilViewCounts held;
  guint counts[5]; /* engagements, in the order of CopilChartRole from done to abandoned */
  guint n_engagements;

  gint64 meeting; /* the next one, or the one whose minutes announce it; 0 for none */
  char *meeting_date;
  char *meeting_detail;
  int meeting_days;

  GPtrArray *late;      /* CopilOverviewRow: engagements, the oldest first */
  GPtrArray *deadlines; /* CopilOverviewRow: what comes next */
} CopilOverviewData;

/* CopilOverviewCharts: its pictures, the progress and completeness of all, which take longer to
 * count. Used by one thread at a time. */
typedef struct
{
  CopilChart *status, *parties, *timeline;
  CopilFigureProgress *progress;
  CopilCompleteness *completeness;
} CopilOverviewCharts;

/* Longest list that the overview shows. */
#define COPIL_OVERVIEW_ROWS 8

/* Counts everything, in the thread of that store. */
CopilOverviewData *copil_overview_data_load (CopilStore *store);
void copil_overview_data_free (CopilOverviewData *data);

/* The same for the charts. */
CopilOverviewCharts *copil_overview_charts_load (CopilStore *store);
void copil_overview_charts_free (CopilOverviewCharts *charts);

/* How far a day is from today: "in 3 days", "today", "2 months ago". */
char *copil_overview_format_days (int days);

/* Days from one date to another. */
int copil_overview_count_days (const char *from, const char *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilOverviewData, copil_overview_data_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilOverviewCharts, copil_overview_charts_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* The list of the indicators: an indicator's row, ... */
enum
{
  COPIL_VIEW_INDICATOR_NAME,
  COPIL_VIEW_INDICATOR_UNIT,
  COPIL_VIEW_INDICATOR_BASELINE,
  COPIL_VIEW_INDICATOR_BASELINE_DATE,
  COPIL_VIEW_INDICATOR_OBSERVED,
  COPIL_VIEW_INDICATOR_OBSERVED_DATE,
  COPIL_VIEW_INDICATOR_TARGET, /* that matters now: the first that is ahead, else the last */
  COPIL_VIEW_INDICATOR_TARGET_DATE,
  COPIL_VIEW_INDICATOR_AXIS,
  COPIL_VIEW_INDICATOR_NATURE,
  COPIL_VIEW_INDICATOR_SCALE,
  COPIL_VIEW_INDICATOR_DIRECTION,
  COPIL_VIEW_INDICATOR_COUNTING,
  COPIL_VIEW_INDICATOR_PERIODICITY,
  COPIL_VIEW_INDICATOR_TARGETS,     /* all of them, a line each: date, value, "" between tabs */
  COPIL_VIEW_INDICATOR_OBSERVATIONS /* the same: date, value, level */
};
extern const char copil_view_indicator_row[];

/* ... and, on the indicator "r", what the list is sorted by, what is searched, what filters
 * leave. */
extern const char copil_view_indicator_by_name[];
extern const char copil_view_indicator_by_baseline[];
extern const char copil_view_indicator_by_observed[];
extern const char copil_view_indicator_by_target[];
extern const char copil_view_indicator_searched[];
extern const char copil_view_indicator_unobserved[];
extern const char copil_view_indicator_unobserved_for_a_year[];
extern const char copil_view_indicator_without_target[];
extern const char copil_view_indicator_without_baseline[];
extern const char copil_view_indicator_of_axis[];

/* How many indicators are observed so often. */
typedef struct
{
  const char *name; /* of the periodicity, as stored */
  guint indicators;
} CopilViewPeriodicity;

/* The periodicities that indicators have, the most used one first: CopilViewPeriodicity. */
GArray *copil_view_list_periodicities (CopilStore *store);

G_END_DECLS

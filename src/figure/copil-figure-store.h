/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-progress.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The figures of a convention's file, read through the rules of copil-progress.h. Nothing else
 * computes a progress. */

typedef enum
{
  COPIL_FIGURES_ALL = 0,
  COPIL_FIGURES_PUBLIC = 1 << 0 /* without what is confidential */
} CopilFigureFlags;

/* One indicator with all its figures; NULL where there is none of that id. */
CopilIndicator *copil_figure_load (CopilStore *store, gint64 indicator);

/* Indicators in their order, an array of CopilIndicator that frees them. "kind" and "id" choose:
 * NULL for all; "engagement", "measure", "fiche" for those attached to that record directly;
 * "axis" for all of the axis, directly or through a measure, an engagement or a fiche of it;
 * "party" for those that it supplies. */
GPtrArray *copil_figure_list (CopilStore *store, CopilFigureFlags flags, const char *kind,
                              gint64 id);

/* The axis that an indicator belongs to, directly or through its measure, engagement or fiche; 0
 * for none. */
gint64 copil_figure_get_axis (CopilStore *store, gint64 indicator);

/* First and last day of the convention: its start (effective, else signed) and its end; NULL where
 * they cannot be said. Either pointer may be NULL. */
void copil_figure_get_span (CopilStore *store, char **start, char **end);

/* The periods to show for an indicator, an array of CopilPeriod: from the one of its baseline, else
 * of its first observation, else of the convention's start (the earliest of them), to the one of
 * the convention's end or of its last target, and in any case the one after today's. */
GArray *copil_figure_list_periods (CopilStore *store, const CopilIndicator *indicator,
                                   const char *today);

/* Where a progress comes from. */
typedef enum
{
  COPIL_ORIGIN_NONE,       /* nothing tells it */
  COPIL_ORIGIN_ABANDONED,  /* it does not count */
  COPIL_ORIGIN_DONE,       /* the status says 100 % */
  COPIL_ORIGIN_BY_HAND,    /* typed */
  COPIL_ORIGIN_INDICATORS, /* mean of its indicators that have one, each between 0 and 100, in whole
                               percents */
  COPIL_ORIGIN_PLANNED,    /* not begun: 0 % */
  COPIL_ORIGIN_ENGAGEMENTS /* mean of its engagements that have one */
} CopilProgressOrigin;

/* CopilFigureProgress: the progress of an engagement, an axis or the convention. */
typedef struct
{
  CopilProgressOrigin origin;
  double percent; /* NAN where it is not known */
  guint n;        /* indicators, or engagements, that could tell */
  guint n_known;  /* those that do */
  char *sentence; /* how it is computed: "By hand.", "Mean of 2 of its 3 indicators." */
} CopilFigureProgress;

/* At a date, NULL for today. In this order for an engagement: abandoned, done, typed, from its
 * indicators, planned. An axis (0 for the whole convention): the mean of its engagements that have
 * a progress. Never NULL. */
CopilFigureProgress *copil_figure_engagement_progress (CopilStore *store, gint64 engagement,
                                                       CopilFigureFlags flags, const char *at);
CopilFigureProgress *copil_figure_axis_progress (CopilStore *store, gint64 axis,
                                                 CopilFigureFlags flags, const char *at);
void copil_figure_progress_free (CopilFigureProgress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilFigureProgress, copil_figure_progress_free)

/* The percent of each engagement whose progress comes from its indicators (gint64 * → double *), to
 * look up while reading many: those that are not in it have copil_progress (status, progress). */
GHashTable *copil_figure_engagement_percents (CopilStore *store, CopilFigureFlags flags,
                                              const char *at);

/* The same as a JSON object for json_each() in a query, {"4101":48.0}: join it to the engagements
 * by cast (key AS INTEGER) and take coalesce (value, copil_progress (status, progress)). */
char *copil_figure_engagement_percents_json (CopilStore *store, CopilFigureFlags flags,
                                             const char *at);

/* CopilSplitFault: an observation whose parts do not make its value. */
typedef struct
{
  gint64 indicator;
  gint64 observation;
  char *name;     /* the indicator's */
  char *date;     /* may be NULL */
  char *sentence; /* as in CopilSplitCheck */
} CopilSplitFault;

/* Of one indicator, or of all with 0; an array that frees them. */
GPtrArray *copil_figure_split_faults (CopilStore *store, gint64 indicator, CopilFigureFlags flags);

G_END_DECLS

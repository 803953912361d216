/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-figure-store.h"
#include "copil-review.h"

G_BEGIN_DECLS

/* Private to the accounts: what is being accounted for. */
typedef struct
{
  CopilStore *store;
  CopilReviewType type;
  int year; /* 0 for the whole life */
  CopilAudience audience;
  CopilFigureFlags flags;
  char day[11];  /* the day by which things are late and figures are read */
  char from[11]; /* first day of what is accounted for; "0000-01-01" for all */
  char to[11];   /* last day; "9999-12-31" for all */
} CopilReview;

void copil_review_init (CopilReview *review, CopilStore *store, CopilReviewType type, int year,
                        CopilAudience audience);

/* « 12 engagements : 5 réalisés, 4 en cours, 2 en retard, 1 abandonné »; NULL where there is none.
 * Of an axis, or of all with 0. */
char *copil_review_dup_counts (const CopilReview *review, gint64 axis);

/* Adds a table of the engagements of an axis: those due in the year of a plan, else all. FALSE
 * where there is none. */
gboolean copil_review_add_engagements (CopilDocument *document, const CopilReview *review,
                                       gint64 axis, guint level);

/* Adds a table of the indicators of an axis (0: of those that belong to none): baseline, last year,
 * this year, target, progress; then what their splits say. FALSE where there is none. */
gboolean copil_review_add_indicators (CopilDocument *document, const CopilReview *review,
                                      gint64 axis, guint level);

/* Adds the fiches of an axis (0: of none) with their state and the bilan of the year. */
gboolean copil_review_add_fiches (CopilDocument *document, const CopilReview *review, gint64 axis,
                                  guint level);

/* Adds the follow-up notes of the year on the engagements of an axis. */
gboolean copil_review_add_notes (CopilDocument *document, const CopilReview *review, gint64 axis,
                                 guint level);

/* Adds what the file does not say ("informations manquantes") that belongs to the section. */
gboolean copil_review_add_gaps (CopilDocument *document, const CopilReview *review,
                                const char *section, gint64 axis, guint level);

/* Adds the decisions of the meetings of the year, and what became of them. */
gboolean copil_review_add_decisions (CopilDocument *document, const CopilReview *review);

/* Adds the priorities of a year: engagements and decisions that carry it. */
gboolean copil_review_add_priorities (CopilDocument *document, const CopilReview *review, int year);

/* Adds the meetings that are planned in the year. */
gboolean copil_review_add_meetings (CopilDocument *document, const CopilReview *review);

/* What was observed last in that year, else the baseline where it is of that year; NAN where
 * neither is. "last" (may be NULL) is set to the observation, or NULL. */
double copil_review_get_in_year (const CopilIndicator *indicator, int year,
                                 const CopilObservation **last);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-figure-store.h"

G_BEGIN_DECLS

/* CopilGap: something that the file should say and does not. */
typedef struct
{
  char *kind;     /* "engagement", "indicator", "fiche", "step": the record to open */
  gint64 id;      /* of that record */
  char *field;    /* the field to fill in, as the kind names it ("due", "lead", "baseline_value",
                     "progress", "supplier" …), or the kind of child to add: "target", "observation",
                     "fiche_review", "followup" */
  char *date;     /* for "observation": the last day of the period that is due; NULL else */
  char *title;    /* the record's label and name, short */
  char *sentence; /* what is missing: "No date", "Nothing observed for 2022" */
} CopilGap;

/* CopilCompleteness: what an axis has of what it should have. */
typedef struct
{
  gint64 axis; /* 0 for what belongs to no axis */
  char *label; /* may be NULL */
  char *title;
  guint filled;
  guint expected;
  double percent;  /* 100 × filled ÷ expected, NAN where nothing is expected */
  char *formula;   /* "34 of 40 = 85 %" */
  GPtrArray *gaps; /* of CopilGap, in the order of the records; no more than COPIL_GAPS_MAX */
} CopilCompleteness;
#define COPIL_GAPS_MAX 2000

/* Asked of each engagement that is not abandoned: a date, a pilote, a figure (a progress typed, an
 * indicator or a quantity), and news (a review, a follow-up note or an observation) since a year;
 * of each indicator: a baseline (not where it is to keep above or below), a target with a value, an
 * observation of each due period of the last year, a supplier; of each fiche that is not abandoned:
 * a pilote, a date for each step, and once it runs the bilan of the year that ended. An array by
 * axis, in their order, that frees them; "at" may be NULL for today. */
GPtrArray *copil_completeness_read (CopilStore *store, CopilFigureFlags flags, const char *at);

/* The whole file's: the sum of those above, without gaps; and the same counted from the store,
 * which takes less time and memory. */
CopilCompleteness *copil_completeness_sum (GPtrArray *axes);
CopilCompleteness *copil_completeness_count (CopilStore *store, CopilFigureFlags flags,
                                             const char *at);
void copil_completeness_free (CopilCompleteness *completeness);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilCompleteness, copil_completeness_free)

G_END_DECLS

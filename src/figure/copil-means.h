/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-figure-store.h"

G_BEGIN_DECLS

/* The means of fiches action: people and euros, planned and spent, by funder and year. What is not
 * known is NAN, never zero. */

/* CopilMean: one line. */
typedef struct
{
  gint64 id; /* 0 for a total */
  gint64 fiche;
  gboolean people; /* else euros */
  char *name;
  char *funder; /* the party's short name, or the other funder's; NULL where it is not said */
  int year;     /* 0 where it is not said */
  double planned;
  double spent;
  guint unplanned; /* of a total: lines that do not say what is planned: it is a minimum */
  guint unspent;   /* of a total: lines that do not say what was spent */
} CopilMean;

/* More was spent than planned. */
gboolean copil_mean_is_over (const CopilMean *mean);

/* What is left of what was planned, or by how much it is over, as a sentence: "1 200 € left", "over
 * by 300 €", "as planned"; NULL where that cannot be said. */
char *copil_mean_say_rest (const CopilMean *mean);

/* A quantity of it: "12 000 €", "2.5"; "–" for NAN, "at least 12 000 €" where lines are missing. */
char *copil_mean_format_planned (const CopilMean *mean);
char *copil_mean_format_spent (const CopilMean *mean);

typedef enum
{
  COPIL_MEANS_BY_NOTHING,
  COPIL_MEANS_BY_FUNDER,
  COPIL_MEANS_BY_YEAR
} CopilMeansBy;

/* The lines of a fiche, in their order. An array of CopilMean that frees them. */
GPtrArray *copil_means_list (CopilStore *store, gint64 fiche);

/* Their totals, euros first, then people, which are never added to one another: one of each by
 * funder (in the order in which the lines name them) or by year (rising), those not said last.
 * Funder or year are set on each. */
GPtrArray *copil_means_sum (GPtrArray *means, CopilMeansBy by);

G_END_DECLS

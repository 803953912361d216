/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* The list of the fiches: a fiche's row, ... */
enum
{
  COPIL_VIEW_FICHE_LABEL,
  COPIL_VIEW_FICHE_TITLE,
  COPIL_VIEW_FICHE_AXIS,
  COPIL_VIEW_FICHE_AXIS_TITLE,
  COPIL_VIEW_FICHE_LEAD,
  COPIL_VIEW_FICHE_STATUS,
  COPIL_VIEW_FICHE_LATE_STEPS,
  COPIL_VIEW_FICHE_DONE_STEPS,
  COPIL_VIEW_FICHE_STEPS, /* without those that are abandoned */
  COPIL_VIEW_FICHE_DUE,
  COPIL_VIEW_FICHE_CONFIDENTIAL
};
extern const char copil_view_fiche_row[];

/* ... and, on the fiche "r", what the list is sorted by, what is searched, what filters leave. */
extern const char copil_view_fiche_by_title[];
extern const char copil_view_fiche_by_axis[];
extern const char copil_view_fiche_by_lead[];
extern const char copil_view_fiche_by_status[];
extern const char copil_view_fiche_by_steps[];
extern const char copil_view_fiche_by_due[];
extern const char copil_view_fiche_searched[];
extern const char copil_view_fiche_late[]; /* itself, or a step */
extern const char copil_view_fiche_planned[];
extern const char copil_view_fiche_in_progress[];
extern const char copil_view_fiche_done[];
extern const char copil_view_fiche_abandoned[];
extern const char copil_view_fiche_of_axis[];
extern const char copil_view_fiche_of_party[];

/* The decisions about fiche ?1, as copil_links_new() asks for them. */
extern const char copil_view_decisions_of_fiche[];

/* The fiches in their order: gint64. */
GArray *copil_view_list_fiches (CopilStore *store);

/* Whether the fiche is of that axis, by itself or, where it has none, by a measure. */
gboolean copil_view_fiche_is_of_axis (CopilStore *store, gint64 fiche, gint64 axis);

/* What a fiche's own bilan of a year says; NULL for what it does not. */
typedef struct
{
  int year;
  char *done, *obstacles, *next;
} CopilViewFicheReview;

/* Those of a fiche, of that year or of all for 0, the oldest first; CopilViewFicheReview, freed
 * with the array. */
GPtrArray *copil_view_list_fiche_reviews (CopilStore *store, gint64 fiche, int year);

/* Since how many days the step is late; 0 where it is not. */
int copil_view_count_late_days (CopilStore *store, gint64 step);

G_END_DECLS

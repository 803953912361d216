/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* CopilViewDecision: a decision of a meeting. Text may be NULL, but title and status. */
typedef struct
{
  gint64 id;
  char *title;   /* « 2023-1-02 – Achever l’étude », with its number */
  char *meeting; /* the day (ISO 8601) it was taken */
  char *status;
  char *lead; /* name of who does it, with civility */
  char *due;  /* ISO 8601 */
  int late;   /* so many days; 0 where it is not */
  gint64 engagement, fiche;
} CopilViewDecision;

void copil_view_decision_free (CopilViewDecision *decision);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilViewDecision, copil_view_decision_free)

/* NULL where there is no such decision. */
CopilViewDecision *copil_view_load_decision (CopilStore *store, gint64 id);

/* The decisions of a meeting, in order: CopilViewDecision, freed with the array. */
GPtrArray *copil_view_list_decisions (CopilStore *store, gint64 meeting);

/* Whether nothing is to be done any more: it is done, abandoned or adopted. */
gboolean copil_view_decision_is_closed (const CopilViewDecision *decision);

G_END_DECLS

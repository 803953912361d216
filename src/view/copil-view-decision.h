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

/* The register: the list of the decisions of all meetings. A decision's row, ... */
enum
{
  COPIL_VIEW_DECISION_SETTLED, /* 1: done or adopted */
  COPIL_VIEW_DECISION_LABEL,
  COPIL_VIEW_DECISION_TEXT,
  COPIL_VIEW_DECISION_CHARGE, /* names, with commas */
  COPIL_VIEW_DECISION_DUE,
  COPIL_VIEW_DECISION_STATUS,
  COPIL_VIEW_DECISION_LATE,  /* 1 where it is */
  COPIL_VIEW_DECISION_ABOUT, /* number of the engagement and of the fiche, with commas */
  COPIL_VIEW_DECISION_MEETING,
  COPIL_VIEW_DECISION_MEETING_TITLE,
  COPIL_VIEW_DECISION_NOTE, /* the last word of follow-up, or what became of it */
  COPIL_VIEW_DECISION_CONFIDENTIAL,
  COPIL_VIEW_DECISION_ABOUT_TITLE, /* the whole of what it is about, a line each */
  COPIL_VIEW_DECISION_STATE        /* the status, "late" where it is late */
};
extern const char copil_view_decision_row[];

/* ... and, on the decision "r", the order of the list, what it is sorted by, what is searched, what
 * filters leave; the years of meetings to choose from. */
extern const char copil_view_decision_order[];
extern const char copil_view_decision_by_label[];
extern const char copil_view_decision_by_text[];
extern const char copil_view_decision_by_charge[];
extern const char copil_view_decision_by_due[];
extern const char copil_view_decision_by_status[];
extern const char copil_view_decision_by_meeting[];
extern const char copil_view_decision_searched[];
extern const char copil_view_decision_open[];
extern const char copil_view_decision_late[];
extern const char copil_view_decision_planned[];
extern const char copil_view_decision_in_progress[];
extern const char copil_view_decision_done[];
extern const char copil_view_decision_abandoned[];
extern const char copil_view_decision_adopted[];
extern const char copil_view_decision_of_meeting[];
extern const char copil_view_decision_of_party[];
extern const char copil_view_decision_of_year[];
extern const char copil_view_decision_of_person[];
extern const char copil_view_decision_years[];

/* What decision ?1 leads to, as copil_links_new() asks for it. */
extern const char copil_view_meeting_of_decision[];
extern const char copil_view_engagement_of_decision[];
extern const char copil_view_fiche_of_decision[];

/* The condition on "r" that keeps what a meeting follows: decisions of other meetings until then
 * that are open, or were closed on its day or later, so that what is ticked meanwhile stays. */
char *copil_view_dup_followed (gint64 meeting);

/* The meeting that a decision is added to: the last one that was held and whose minutes are not
 * validated, else any other; 0 where there is none. */
gint64 copil_view_get_meeting_to_decide (CopilStore *store);

G_END_DECLS

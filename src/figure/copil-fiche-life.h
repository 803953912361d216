/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-figure-store.h"

G_BEGIN_DECLS

/* The life of a fiche action: in preparation → proposed → approved → running → finished, or
 * abandoned on the way. It is kept in its status and in the dates beside it. Dates are canonical
 * ("2024-03-15"). */
typedef enum
{
  COPIL_FICHE_DRAFT,     /* planned, neither proposed nor approved */
  COPIL_FICHE_PROPOSED,  /* planned, proposed to the committee */
  COPIL_FICHE_APPROVED,  /* planned, approved by the committee */
  COPIL_FICHE_RUNNING,   /* in progress */
  COPIL_FICHE_FINISHED,  /* done */
  COPIL_FICHE_ABANDONED, /* abandoned */
  COPIL_N_FICHE_STATES
} CopilFicheState;

typedef enum
{
  COPIL_FICHE_PROPOSE,
  COPIL_FICHE_APPROVE,
  COPIL_FICHE_START,
  COPIL_FICHE_FINISH,
  COPIL_FICHE_ABANDON,
  COPIL_FICHE_REOPEN, /* takes back the end: finished → running, abandoned → planned */
  COPIL_N_FICHE_MOVES
} CopilFicheMove;

/* The state as a word, in the user's language: "In preparation", "Proposed" … */
const char *copil_fiche_state_get_label (CopilFicheState state);

CopilFicheState copil_fiche_life_get_state (CopilStore *store, gint64 fiche);

/* Whether the fiche may go that way now; what it is told otherwise is a sentence in "why" (may be
 * NULL), the caller's. */
gboolean copil_fiche_life_can (CopilStore *store, gint64 fiche, CopilFicheMove move, char **why);

/* The moves below are a named transaction each. They fail with COPIL_STORE_ERROR_CONSTRAINT and one
 * sentence where the fiche may not go that way, where the date is none, or comes before what it
 * follows. */

gboolean copil_fiche_life_propose (CopilStore *store, gint64 fiche, const char *date,
                                   GError **error);

/* By that decision (0: no numbered one) of that meeting (0: the decision's own; without either, by
 * another way than a meeting), on that date (NULL: the meeting's). A decision about no fiche is
 * linked with this one; one about another fiche is refused. A fiche that runs already may be
 * approved late. */
gboolean copil_fiche_life_approve (CopilStore *store, gint64 fiche, gint64 meeting, gint64 decision,
                                   const char *date, GError **error);

/* Runs from that date on, which becomes its first day where it has none. */
gboolean copil_fiche_life_start (CopilStore *store, gint64 fiche, const char *date, GError **error);

/* "how" may be NULL; "why" may not. */
gboolean copil_fiche_life_finish (CopilStore *store, gint64 fiche, const char *date,
                                  const char *how, GError **error);
gboolean copil_fiche_life_abandon (CopilStore *store, gint64 fiche, const char *date,
                                   const char *why, GError **error);
gboolean copil_fiche_life_reopen (CopilStore *store, gint64 fiche, GError **error);

/* CopilFicheApproval: what may have approved a fiche. */
typedef struct
{
  gint64 decision; /* 0 for the meeting as a whole */
  gint64 meeting;
  char *date;     /* may be NULL */
  char *label;    /* the decision's number; may be NULL */
  char *text;     /* of the decision, or the meeting's title; may be NULL */
  gboolean about; /* the decision is about this fiche */
} CopilFicheApproval;

/* The decisions about this fiche, or about the agenda item that examined it, then the other
 * decisions that are about no fiche, then the meetings; the newest first, none of a day to come. An
 * array that frees them. */
GPtrArray *copil_fiche_life_list_approvals (CopilStore *store, gint64 fiche);

/* CopilFicheEvent: one thing that happened to a fiche. */
typedef struct
{
  char *date; /* may be NULL */
  char *text; /* "Approved by the meeting of 7 February 2024, decision 2024-1-03" */
} CopilFicheEvent;

/* What happened to a fiche, in the order of its life; an array that frees them. For the public a
 * decision that is confidential is not named. */
GPtrArray *copil_fiche_life_list_events (CopilStore *store, gint64 fiche, CopilFigureFlags flags);

G_END_DECLS

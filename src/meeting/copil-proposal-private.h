/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-proposal.h"

G_BEGIN_DECLS

/* What the proposals are gathered for. Dates are ISO 8601. */
typedef struct
{
  CopilStore *store;
  gint64 meeting;
  char *type;     /* of the meeting */
  char *today;    /* what is late is due before */
  char *day;      /* of the meeting, today where it has none */
  char *next;     /* when the one after it is likely */
  gint64 last;    /* the committee's meeting before it, or 0 */
  char *last_day; /* of that one, or NULL */
  GPtrArray *list;
} CopilGathering;

/* A new proposal at the end of the list; takes the strings that are not constant. */
CopilProposal *copil_gathering_add (CopilGathering *gathering, const char *topic, char *title,
                                    int duration, char *why);

/* "- " and the text in one line, cut where it is long; label, due (ISO 8601) and lead or NULL. */
void copil_gathering_add_line (GString *notes, const char *label, const char *text, const char *due,
                               const char *lead);

/* So many minutes an entry, by fives, between 10 and most. */
int copil_gathering_guess_minutes (guint n, int each, int most);

/* "; one of them is confidential and stays out of the notes", or nothing. */
void copil_gathering_add_secrets (GString *why, guint n);

/* What follows the records: in copil-proposal-records.c. */
void copil_gathering_add_late (CopilGathering *gathering);
void copil_gathering_add_fiches (CopilGathering *gathering);
void copil_gathering_add_figures (CopilGathering *gathering);

G_END_DECLS

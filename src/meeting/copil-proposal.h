/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* CopilProposal: a point that the agenda of a meeting could have, and why: found in the file, so
 * that nobody types it. Titles, reasons and notes are in the user's language. */
typedef struct
{
  char *topic;      /* an option of item.topic */
  char *title;      /* of the agenda item */
  char *presenter;  /* or NULL */
  int duration;     /* minutes */
  char *why;        /* one line: why it is proposed */
  char *notes;      /* what the item's notes begin with, "- " lines; or NULL */
  gint64 fiche;     /* the fiche to examine, or 0 */
  gint64 previous;  /* the item it was adjourned from, or 0 */
  gint64 present;   /* the item of this meeting that is it already, or 0 */
  gboolean usual;   /* what such a meeting cannot do without: ticked at first */
  gboolean carried; /* what a new meeting takes from the last one at once */
} CopilProposal;

void copil_proposal_free (CopilProposal *proposal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilProposal, copil_proposal_free)

/* What the meeting could put on its agenda, in the order of an agenda: approval of the last
 * minutes, adjourned points, open decisions, late engagements by axis, fiches to examine, deadlines
 * before the next meeting, figures, état des lieux of a first meeting, bilan, priorities of next
 * year, any other business. "today" (ISO 8601, NULL for copil_today()) is what lateness is judged
 * by. What is confidential is counted in the reason, and never written in a title or in notes. An
 * array of CopilProposal. */
GPtrArray *copil_proposal_list (CopilStore *store, gint64 meeting, const char *today);

G_END_DECLS

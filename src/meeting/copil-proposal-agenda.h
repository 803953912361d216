/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-proposal.h"

G_BEGIN_DECLS

/* The agenda of a meeting as a whole: its points and their times. */

/* Puts these proposals (CopilProposal) on the agenda, inside a transaction: the approval of the
 * last minutes first, any other business last, the others in their order before it. Those with
 * "present" set are left out. Fails with COPIL_STORE_ERROR. */
gboolean copil_agenda_put (CopilStore *store, gint64 meeting, GPtrArray *proposals, GError **error);

/* The same as a transaction of its own. Returns the id of the first new item; 0 where there is
 * none, or where it failed. */
gint64 copil_agenda_add (CopilStore *store, gint64 meeting, GPtrArray *proposals, GError **error);

/* How long the points take together, until when, and how that fits the hours of the meeting, in
 * words; NULL where no point has a duration. "over" says whether it is more than the hours. */
char *copil_agenda_say_total (CopilStore *store, gint64 meeting, gboolean *over);

/* A new meeting of the committee from the last one, in a transaction of its own: the date and the
 * place that it announced (else "today", and its own place), its hours, the members in office, the
 * approval of its minutes, the points it adjourned and the decisions still open. Returns its id, 0
 * where it failed. */
gint64 copil_agenda_new_meeting (CopilStore *store, const char *today, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-deadline.h"
#include "copil-session.h"

G_BEGIN_DECLS

/* Whether a deadline can be said to be done: one of a clause, or of a record with a status or an
 * instalment, that is not done yet. */
gboolean copil_deadline_can_be_done (const CopilDeadline *deadline);

/* Whether what was said to be done can be taken back here. */
gboolean copil_deadline_can_be_reopened (const CopilDeadline *deadline);

/* Says that it is done: that of a clause asks when, by whom and what proves it; a record's status
 * becomes "done"; an instalment came today. "from": a widget of the window. */
void copil_deadline_answer (GtkWidget *from, CopilSession *session, const CopilDeadline *deadline);

/* Takes back that a clause's deadline was answered, or that a record is done. */
void copil_deadline_reopen (CopilSession *session, const CopilDeadline *deadline);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* The points that an agenda could have, to tick: the arrows go from one to the next, Space ticks,
 * Ctrl+A ticks all, Enter puts those that are ticked on the agenda in one transaction, Escape
 * leaves.
 *
 * Signal:
 *   "added" (gint64 item)  they are on the agenda; the first of them
 */
#define COPIL_TYPE_MEETING_PROPOSAL_DIALOG (copil_meeting_proposal_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingProposalDialog, copil_meeting_proposal_dialog, COPIL,
                      MEETING_PROPOSAL_DIALOG, AdwWindow)

/* For that meeting; "from" is a widget of the window it stays above. */
GtkWidget *copil_meeting_proposal_dialog_new (CopilSession *session, GtkWidget *from,
                                              gint64 meeting);

G_END_DECLS

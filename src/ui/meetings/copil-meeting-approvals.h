/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The fiches action that the decisions of a meeting are about and that are not approved yet: each
 * with a button that has its decision approve it. Hidden where there are none. */
#define COPIL_TYPE_MEETING_APPROVALS (copil_meeting_approvals_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingApprovals, copil_meeting_approvals, COPIL, MEETING_APPROVALS,
                      CopilPanel)

GtkWidget *copil_meeting_approvals_new (CopilSession *session);

/* Shows those of that meeting; 0 for none. */
void copil_meeting_approvals_set_meeting (CopilMeetingApprovals *approvals, gint64 meeting);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The agreement of each signatory on the agenda of a meeting: a line each, that says when and by
 * whom it was given, or that it is missing; noted with one button, with today's date and who is
 * likely to have given it. */
#define COPIL_TYPE_MEETING_AGREEMENT (copil_meeting_agreement_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingAgreement, copil_meeting_agreement, COPIL, MEETING_AGREEMENT,
                      CopilPanel)

GtkWidget *copil_meeting_agreement_new (CopilSession *session);

/* Shows the agreements of that meeting; 0 for none. */
void copil_meeting_agreement_set_meeting (CopilMeetingAgreement *agreement, gint64 meeting);

/* Puts the keyboard on the first agreement that is missing; FALSE where none is. */
gboolean copil_meeting_agreement_focus (CopilMeetingAgreement *agreement);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* An amendment to the minutes: who asks for it and on which agenda item, the text before and the
 * text asked for side by side, their differing words marked, and the answer. */
#define COPIL_TYPE_MEETING_AMENDMENT (copil_meeting_amendment_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingAmendment, copil_meeting_amendment, COPIL, MEETING_AMENDMENT,
                      CopilPanel)

GtkWidget *copil_meeting_amendment_new (CopilSession *session, gint64 amendment);

/* The amendment it shows. */
gint64 copil_meeting_amendment_get_id (CopilMeetingAmendment *amendment);

/* Puts the keyboard where one begins: in the text asked for. */
void copil_meeting_amendment_focus (CopilMeetingAmendment *amendment);

G_END_DECLS

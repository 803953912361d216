/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* What a meeting is: its title, its time and its place, and the fields of its type alone: who asked
 * for an exceptional meeting and whether the convention allows it, who leads a workshop, who was
 * invited to a public presentation. */
#define COPIL_TYPE_MEETING_DETAILS (copil_meeting_details_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingDetails, copil_meeting_details, COPIL, MEETING_DETAILS,
                      CopilPanel)

GtkWidget *copil_meeting_details_new (CopilSession *session);

/* Shows that meeting; 0 for none. */
void copil_meeting_details_set_meeting (CopilMeetingDetails *details, gint64 meeting);

/* Puts the keyboard in the title. */
void copil_meeting_details_focus (CopilMeetingDetails *details);

G_END_DECLS

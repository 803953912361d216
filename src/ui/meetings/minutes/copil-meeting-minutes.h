/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The minutes of a meeting after it: their state and what is still missing, the validations, the
 * amendments, and the kept versions. */
#define COPIL_TYPE_MEETING_MINUTES (copil_meeting_minutes_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingMinutes, copil_meeting_minutes, COPIL, MEETING_MINUTES,
                      CopilPanel)

GtkWidget *copil_meeting_minutes_new (CopilSession *session);
/* Shows that meeting; 0 for none. */
void copil_meeting_minutes_set_meeting (CopilMeetingMinutes *minutes, gint64 meeting);

/* Puts the keyboard on what is to be done next. */
void copil_meeting_minutes_focus (CopilMeetingMinutes *minutes);

/* The name of a symbolic icon for a state of the minutes. */
const char *copil_meeting_get_minutes_icon (const char *minutes);

G_END_DECLS

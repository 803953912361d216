/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* Above a meeting whose minutes are validated: that its records are closed, and the command that
 * opens them again for a new version, which asks why. Hidden for other meetings. */
#define COPIL_TYPE_MEETING_BAR (copil_meeting_bar_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingBar, copil_meeting_bar, COPIL, MEETING_BAR, CopilPanel)

GtkWidget *copil_meeting_bar_new (CopilSession *session);
/* Shows that meeting; 0 for none. */
void copil_meeting_bar_set_meeting (CopilMeetingBar *bar, gint64 meeting);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* Who is at a meeting: the members of the committee, by signatory, and the guests, each with four
 * states to tick, by mouse or with one key each; the counts in words above. */
#define COPIL_TYPE_ATTENDANCE (copil_attendance_get_type ())
G_DECLARE_FINAL_TYPE (CopilAttendance, copil_attendance, COPIL, ATTENDANCE, CopilPanel)

GtkWidget *copil_attendance_new (CopilSession *session);

/* Shows that meeting; 0 for none. */
void copil_attendance_set_meeting (CopilAttendance *attendance, gint64 meeting);

/* Puts the keyboard on the first person not noted yet. */
void copil_attendance_focus (CopilAttendance *attendance);

/* Opens the search for somebody to add to the list. */
void copil_attendance_invite (CopilAttendance *attendance);

G_END_DECLS

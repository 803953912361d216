/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* Who represents somebody at a meeting: a field to type in, and a list to choose from, the
 * alternate first, then those who are present. Down opens the list.
 *
 * Signals: "done", chosen or typed: the keyboard may go on. */
#define COPIL_TYPE_MEETING_SUBSTITUTE (copil_meeting_substitute_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingSubstitute, copil_meeting_substitute, COPIL, MEETING_SUBSTITUTE,
                      CopilPanel)

GtkWidget *copil_meeting_substitute_new (CopilSession *session, gint64 meeting, gint64 person);

/* Edits that record of attendance; 0 for none. */
void copil_meeting_substitute_set_attendance (CopilMeetingSubstitute *substitute,
                                              gint64 attendance);

/* Puts the keyboard in it. */
void copil_meeting_substitute_focus (CopilMeetingSubstitute *substitute);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* One person's line in the attendance of a meeting: name, the four states, and who represents them.
 * Its keys (the initials of the states, Delete) are answered by copil_meeting_person_press().
 *
 * Signals: "done", the line is complete and the keyboard may go on to the next. */
#define COPIL_TYPE_MEETING_PERSON (copil_meeting_person_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingPerson, copil_meeting_person, COPIL, MEETING_PERSON,
                      GtkListBoxRow)

GtkWidget *copil_meeting_person_new (CopilSession *session, gint64 meeting, gint64 person);

/* The person, and the name of their signatory, which the line stands under. */
gint64 copil_meeting_person_get_id (CopilMeetingPerson *line);
const char *copil_meeting_person_get_party (CopilMeetingPerson *line);

/* Shows what the store holds: "attendance" is its record, 0 where there is none yet.
 * "removable": a button takes the person off the list. */
void copil_meeting_person_set (CopilMeetingPerson *line, gint64 attendance, const char *name,
                               const char *function, const char *party, gboolean removable,
                               const char *state);

/* The state as shown, NULL where not noted. */
const char *copil_meeting_person_get_state (CopilMeetingPerson *line);

/* Answers a key; FALSE where it means nothing here. */
gboolean copil_meeting_person_press (CopilMeetingPerson *line, guint key);

G_END_DECLS

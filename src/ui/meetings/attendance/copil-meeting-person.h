/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-presence.h"
#include "copil-session.h"

G_BEGIN_DECLS

/* One person's line in the attendance of a meeting: name, the four states, who represents them,
 * when they came and in what quality. Its keys (the initials of the states, Delete, and those of
 * the two details) are answered by copil_meeting_person_press().
 *
 * Signals: "done", the line is complete and the keyboard may go on to the next. */
#define COPIL_TYPE_MEETING_PERSON (copil_meeting_person_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingPerson, copil_meeting_person, COPIL, MEETING_PERSON,
                      GtkListBoxRow)

GtkWidget *copil_meeting_person_new (CopilSession *session, gint64 meeting, gint64 person);

/* The person, and the name of their signatory, which the line stands under. */
gint64 copil_meeting_person_get_id (CopilMeetingPerson *line);
const char *copil_meeting_person_get_party (CopilMeetingPerson *line);

/* Shows what is noted of them. */
void copil_meeting_person_set (CopilMeetingPerson *line, const CopilPresence *presence);

/* The state as shown, NULL where not noted. */
const char *copil_meeting_person_get_state (CopilMeetingPerson *line);

/* Answers a key; FALSE where it means nothing here. */
gboolean copil_meeting_person_press (CopilMeetingPerson *line, guint key);

/* Shows the form for the quality and the reason, with the keyboard in the reason. */
void copil_meeting_person_ask_reason (CopilMeetingPerson *line);

/* The sentence that says the keys, translated; free it. */
char *copil_meeting_person_dup_hint (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* Where a secretary types while people speak: the notes of one agenda item, large, and the
 * decisions taken on it. Ctrl+Alt+Page Up and Page Down go to the item before and after,
 * Ctrl+Enter adds a decision, Escape comes back from it to the notes. */
#define COPIL_TYPE_MEETING_NOTES (copil_meeting_notes_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingNotes, copil_meeting_notes, COPIL, MEETING_NOTES, CopilPanel)

GtkWidget *copil_meeting_notes_new (CopilSession *session);

/* Shows the items of that meeting; 0 for none. */
void copil_meeting_notes_set_meeting (CopilMeetingNotes *notes, gint64 meeting);

/* Shows that item. */
void copil_meeting_notes_set_item (CopilMeetingNotes *notes, gint64 item);

/* Puts the keyboard in the notes. */
void copil_meeting_notes_focus (CopilMeetingNotes *notes);

/* Whether the notes and decisions only show: the minutes are validated. */
void copil_meeting_notes_set_closed (CopilMeetingNotes *notes, gboolean closed);

G_END_DECLS

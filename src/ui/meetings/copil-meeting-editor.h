/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* A large editor for the notes of an agenda item, that takes all the height it is given. What is
 * typed is stored on a pause, on leaving and when the session says "flush"; it follows the store.
 */
#define COPIL_TYPE_MEETING_EDITOR (copil_meeting_editor_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingEditor, copil_meeting_editor, COPIL, MEETING_EDITOR, CopilPanel)

GtkWidget *copil_meeting_editor_new (CopilSession *session);

/* Edits the notes of that item; 0 for none. What was typed for the one before is stored first. */
void copil_meeting_editor_set_item (CopilMeetingEditor *editor, gint64 item);

/* Puts the keyboard in it, where it was. */
void copil_meeting_editor_focus (CopilMeetingEditor *editor);

/* The text as it is typed, and what is selected in it, in characters; where nothing is, the place
 * of the cursor twice. The caller's. */
char *copil_meeting_editor_dup_text (CopilMeetingEditor *editor, guint *start, guint *end);

/* Whether the notes can only be read. */
void copil_meeting_editor_set_closed (CopilMeetingEditor *editor, gboolean closed);

G_END_DECLS

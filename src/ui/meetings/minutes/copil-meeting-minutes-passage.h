/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* A text of an amendment, with the stretches that differ from another one marked. What is typed is
 * stored on a pause, on leaving and when the session says "flush".
 *
 * Signals: "typed", each time the text changes. */
#define COPIL_TYPE_MEETING_PASSAGE (copil_meeting_passage_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingPassage, copil_meeting_passage, COPIL, MEETING_PASSAGE,
                      CopilPanel)

/* For that field of amendments; "label" stands above it; "gone": what differs is struck through. */
GtkWidget *copil_meeting_passage_new (CopilSession *session, const char *field, const char *label,
                                      gboolean gone);

/* Shows the text of that amendment (0 for none), and whether it may be written in. */
void copil_meeting_passage_set_amendment (CopilMeetingPassage *passage, gint64 amendment);
void copil_meeting_passage_set_editable (CopilMeetingPassage *passage, gboolean editable);

/* What it shows. The caller's. */
char *copil_meeting_passage_dup_text (CopilMeetingPassage *passage);

/* Marks those stretches (CopilTextRange) and no others. */
void copil_meeting_passage_mark (CopilMeetingPassage *passage, GArray *ranges);

/* Puts the keyboard in the text. */
void copil_meeting_passage_focus (CopilMeetingPassage *passage);

G_END_DECLS

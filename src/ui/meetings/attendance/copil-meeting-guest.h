/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* A button that adds somebody to the attendance of a meeting: a person the file knows, found by a
 * few letters, or one whose name is typed for the first time ("Mme Jeanne Durand"); as an expert or
 * as a guest, as one of two buttons says. The alternate of a member comes as a member.
 *
 * Signals: "added" (gint64 person). */
#define COPIL_TYPE_MEETING_GUEST (copil_meeting_guest_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingGuest, copil_meeting_guest, COPIL, MEETING_GUEST, CopilPanel)

GtkWidget *copil_meeting_guest_new (CopilSession *session);

/* The meeting to add to. */
void copil_meeting_guest_set_meeting (CopilMeetingGuest *guest, gint64 meeting);

/* Opens the search. */
void copil_meeting_guest_open (CopilMeetingGuest *guest);

G_END_DECLS

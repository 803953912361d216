/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* What became of decisions: each with its status, the date it was closed and its outcome in place,
 * how late it is, and the commands that close it and report it onto its engagement or fiche. */
#define COPIL_TYPE_MEETING_FOLLOWUP (copil_meeting_followup_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingFollowup, copil_meeting_followup, COPIL, MEETING_FOLLOWUP,
                      CopilPanel)

/* Of the meeting's own decisions, or, where "earlier" is set, of those that earlier meetings left
 * open. */
GtkWidget *copil_meeting_followup_new (CopilSession *session, gboolean earlier);

/* Those that are closed while they show stay until another meeting is set. Hidden where there are
 * none. */
void copil_meeting_followup_set_meeting (CopilMeetingFollowup *followup, gint64 meeting);

G_END_DECLS

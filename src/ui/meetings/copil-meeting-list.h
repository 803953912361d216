/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The list of meetings, the newest first, each with its date, title, type and the state of its
 * minutes; the next one is marked. One is always selected where there is any.
 *
 * Signals: "selected" (gint64 id), another one is selected, 0 where there are none any more;
 *          "activated" (gboolean keyboard), Enter or a click on one. */
#define COPIL_TYPE_MEETING_LIST (copil_meeting_list_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingList, copil_meeting_list, COPIL, MEETING_LIST, CopilPanel)

GtkWidget *copil_meeting_list_new (CopilSession *session);

/* The meeting that is selected; 0 for none. */
gint64 copil_meeting_list_get_id (CopilMeetingList *list);

/* Selects that one and brings it into sight; says "selected" where it is another one. */
void copil_meeting_list_set_id (CopilMeetingList *list, gint64 id);

G_END_DECLS

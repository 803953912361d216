/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* What is worked out for a meeting from what the file knows already, so that nobody types it. */

/* A new meeting from the last one (copil_agenda_new_meeting). Returns its id, 0 where it failed. */
gint64 copil_meeting_create (CopilSession *session);

/* The number to propose for one more agenda item: the next whole one. */
char *copil_meeting_next_item_label (CopilStore *store, gint64 meeting);

/* The meeting that comes next, today included; 0 for none. */
gint64 copil_meeting_find_next (CopilStore *store);

/* "9 present, 2 excused": how many in each state, those not noted last. */
char *copil_meeting_format_counts (guint present, guint excused, guint represented, guint absent,
                                   guint unknown);

/* The planned time of an agenda item, "14:50–15:40", from the beginning of the meeting and the
 * duration of what comes before; NULL where one of these is not known. */
char *copil_meeting_format_slot (CopilStore *store, gint64 item);

/* The name of a symbolic icon for a state of the minutes. */
const char *copil_meeting_get_minutes_icon (const char *minutes);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* What is worked out for a meeting from what the file knows already, so that nobody types it. */

/* The number to propose for one more agenda item: the next whole one. */
char *copil_meeting_next_item_label (CopilStore *store, gint64 meeting);

/* The meeting that comes next, today included, else the last one; 0 for none. */
gint64 copil_meeting_find_next (CopilStore *store);

/* The day (ISO 8601) of the first meeting of the committee after that one, as far as it was held;
 * NULL for none. */
char *copil_meeting_dup_next_committee (CopilStore *store, gint64 meeting);

/* The planned time of an agenda item, "14:50–15:40", from the beginning of the meeting and the
 * duration of what comes before; NULL where one of these is not known. */
char *copil_meeting_format_slot (CopilStore *store, gint64 item);

G_END_DECLS

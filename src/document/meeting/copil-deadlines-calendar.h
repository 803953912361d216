/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-deadline-store.h"

G_BEGIN_DECLS

/* An iCalendar file of deadlines (CopilDeadline): one event of a whole day each, with a UID that is
 * the same each time and that no other file has, and an alarm a week before those that are to come.
 * The same file gives the same bytes. */
GBytes *copil_deadlines_calendar_new (CopilStore *store, GPtrArray *deadlines);

G_END_DECLS

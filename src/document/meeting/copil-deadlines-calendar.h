/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-deadline-store.h"

G_BEGIN_DECLS

/* An iCalendar file of deadlines (CopilDeadline): one event of a whole day each, with a UID that is
 * the same each time and that no other file has, the article and the words of its clause, and
 * alarms a month and a week before those that are to come. What was remembered of the last calendar
 * (copil_calendar_remember()) raises the sequence of those whose day changed, and cancels what is
 * gone. The same file gives the same bytes. */
GBytes *copil_deadlines_calendar_new (CopilStore *store, GPtrArray *deadlines);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* The time that a meeting spends on each item of its agenda. It runs while an item is set, the
 * sitting is not suspended, and the meeting is now (copil_sitting_is_now()); what has passed is
 * written on leaving the item, on a pause, when the session says "flush", and each minute.
 *
 * Signals: "tick", each second, and when the clock starts or stops. */
#define COPIL_TYPE_SITTING_CLOCK (copil_sitting_clock_get_type ())
G_DECLARE_FINAL_TYPE (CopilSittingClock, copil_sitting_clock, COPIL, SITTING_CLOCK, GObject)

CopilSittingClock *copil_sitting_clock_new (CopilSession *session, gint64 meeting);

/* The item whose time passes; 0 for none. */
void copil_sitting_clock_set_item (CopilSittingClock *clock, gint64 item);

/* Suspends the sitting, or takes it up again. */
void copil_sitting_clock_set_suspended (CopilSittingClock *clock, gboolean suspended);
gboolean copil_sitting_clock_is_suspended (CopilSittingClock *clock);

/* Whether time is counted at all. */
gboolean copil_sitting_clock_counts (CopilSittingClock *clock);

/* Whether it has run since it was made. */
gboolean copil_sitting_clock_has_run (CopilSittingClock *clock);

/* Seconds spent on that item, up to now. */
guint copil_sitting_clock_get_spent (CopilSittingClock *clock, gint64 item);

/* Seconds spent on all of them. */
guint copil_sitting_clock_get_total (CopilSittingClock *clock);

/* Writes what has passed, and stops for good. */
void copil_sitting_clock_stop (CopilSittingClock *clock);

G_END_DECLS

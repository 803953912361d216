/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Has "func" called with the data once nobody has typed for a moment; to be said at each key. The
 * pause is the caller's, 0 where none runs; it begins anew each time. */
void copil_pause_begin (guint *pause, GSourceOnceFunc func, gpointer data);

/* Whoever stores at once, or goes, waits no longer. */
void copil_pause_end (guint *pause);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A new id: 41 bits of milliseconds since 2020, then 22 random bits; always above every id this
 * process gave, also where the clock goes back. Nothing is counted on from what a file holds: two
 * copies whose last entry came from a fast clock would both give the same numbers. Safe from any
 * thread. */
gint64 copil_id_new (void);

/* A new id that is above another one, as the entries of a journal follow each other whatever the
 * clocks say. Where the clock is behind the other id, a random gap of up to a second of the clock
 * keeps two copies apart. 0 where there is no room. */
gint64 copil_id_new_above (gint64 floor);

/* Whether an id in a row of them, after "before" (0 for none), cannot be one that a clock gave, nor
 * one that counts on from such a one: it is too near the end of the numbers. */
gboolean copil_id_is_strange (gint64 id, gint64 before);

G_END_DECLS

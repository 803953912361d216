/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A new id: 41 bits of milliseconds since 2020, then 22 random bits; always above every id this
 * process gave or was told of, also where the clock goes back. Safe from any thread. */
gint64 copil_id_new (void);

/* Tells of an id that exists, so that the next one is above it. Ids from a clock that runs more
 * than a day ahead are not followed, as one such file would use up the numbers. */
void copil_id_seen (gint64 id);

G_END_DECLS

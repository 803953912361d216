/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-document.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The newest meeting that was held or is planned by its date, 0 where there is none: what the
 * minutes are made of unless another one is asked for. */
gint64 copil_minutes_get_newest (CopilStore *store);

/* The minutes (compte rendu) of a meeting: who was there, the agenda, what was said and decided,
 * the next meeting, the place for the chair's signature, and in an annex the state of the
 * engagements by axis.
 * No clock is read: what is late is late on the day of the meeting. Fails with G_IO_ERROR where
 * there is no such meeting, and where the chart cannot be drawn. */
CopilDocument *copil_minutes_new (CopilStore *store, gint64 meeting, CopilAudience audience,
                                  GError **error);

G_END_DECLS

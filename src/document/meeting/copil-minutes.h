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
 * the next meeting, the place for the chair's signature, who validated them and whom they go to; in
 * annexes the state of the engagements by axis and, where "corrections" asks for it, the amendments
 * to the minutes. "version" is the number of a validated text that is about to be frozen: from 2 on
 * the document names the one that it replaces; 0 says nothing.
 * No clock is read: what is late is late on the day of the meeting. Fails with G_IO_ERROR where
 * there is no such meeting, and where the chart cannot be drawn. */
CopilDocument *copil_minutes_new_full (CopilStore *store, gint64 meeting, CopilAudience audience,
                                       gboolean corrections, guint version, GError **error);

/* The same without amendments and version. */
CopilDocument *copil_minutes_new (CopilStore *store, gint64 meeting, CopilAudience audience,
                                  GError **error);

G_END_DECLS

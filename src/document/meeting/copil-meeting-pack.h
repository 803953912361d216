/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-document.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The file of a meeting (dossier de séance), in one document: the agenda, the attendance sheet, the
 * last decisions and what became of them, the fiches to examine (those of the agenda), the charts,
 * and the deadlines until the next meeting (six months where that has no date). No clock is read:
 * what is late is late on the day of the meeting. Fails with G_IO_ERROR_NOT_FOUND where there is no
 * such meeting, and where a chart cannot be drawn. */
CopilDocument *copil_meeting_pack_new (CopilStore *store, gint64 meeting, CopilAudience audience,
                                       GError **error);

G_END_DECLS

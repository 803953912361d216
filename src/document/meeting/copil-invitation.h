/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The invitation to a meeting as an iCalendar file (RFC 5545): one event at the hour of Paris, from
 * its beginning to its end (else as long as its items, else two hours; the whole day where it has
 * no hour), with the agenda, and for the members who is convened, their alternates being told. It
 * keeps its UID, and its stamp is that of the file's last change, so that a calendar takes a later
 * one for an update; no clock is read. Fails with G_IO_ERROR_NOT_FOUND where there is no such
 * meeting, or where it has no day yet. */
GBytes *copil_invitation_new (CopilStore *store, gint64 meeting, CopilAudience audience,
                              GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-document.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The letters that convene a meeting (convocations), in one document: a page for each member and
 * each guest but the person who signs, with the agenda. Alternates are named as having a copy.
 * "day" is the letters' date, ISO 8601, NULL for none. Fails with G_IO_ERROR_NOT_FOUND where there
 * is no such meeting, or nobody to convene. */
CopilDocument *copil_convocation_new (CopilStore *store, gint64 meeting, const char *day,
                                      CopilAudience audience, GError **error);

/* The electronic addresses of those who are convened, and of the members' alternates, on one line,
 * to paste into a letter's "To": « a@b.fr; c@d.fr ». "" where none is known. "missing" (may be
 * NULL) is how many of them have no address. */
char *copil_convocation_get_addresses (CopilStore *store, gint64 meeting, guint *missing);

G_END_DECLS

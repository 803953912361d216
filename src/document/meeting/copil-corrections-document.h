/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-document.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The amendments that were asked for to the minutes of a meeting, in a landscape table: the item,
 * who asked, the text before and the text asked for side by side, the answer and its reason. Fails
 * with G_IO_ERROR_NOT_FOUND where there is no such meeting. */
CopilDocument *copil_corrections_document_new (CopilStore *store, gint64 meeting,
                                               CopilAudience audience, GError **error);

/* Adds the heading and the table: of all amendments, or of those to the text as it stands, without
 * those to an earlier version. FALSE where there is none. */
gboolean copil_corrections_document_add (CopilDocument *document, CopilStore *store, gint64 meeting,
                                         CopilAudience audience, gboolean every,
                                         const char *heading);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-document.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* Documents as files, for the window and the command line alike: the builders of the document room,
 * the convention's own model where it has one, and the minutes that were frozen. */

/* Writes the document as .odt with the convention's model (kind "template"), or the plain styles
 * where there is none. On failure the path is as it was. */
gboolean copil_publish_document (CopilStore *store, CopilDocument *document, const char *path,
                                 GCancellable *cancellable, GError **error);

/* The same in memory. */
GBytes *copil_publish_document_bytes (CopilStore *store, CopilDocument *document, GError **error);

/* The minutes of a meeting: the frozen document byte for byte where they are validated (for the
 * members), else built from the records. "corrections" adds the annex of amendments, for the
 * members alone: such a document is always built. */
gboolean copil_publish_minutes (CopilStore *store, gint64 meeting, CopilAudience audience,
                                gboolean corrections, const char *path, GCancellable *cancellable,
                                GError **error);

G_END_DECLS

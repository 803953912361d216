/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-document.h"
#include "copil-publish-kept.h"
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

/* Writes bytes that are a document already. */
gboolean copil_publish_bytes (GBytes *bytes, const char *path, GCancellable *cancellable,
                              GError **error);

/* A document of a meeting that speaks of what its minutes validate: the kept one byte for byte
 * where they are validated and it is kept, else built from the records. */
gboolean copil_publish_kept (CopilStore *store, gint64 meeting, CopilFrozen kept,
                             CopilAudience audience, const char *path, GCancellable *cancellable,
                             GError **error);

G_END_DECLS

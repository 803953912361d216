/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-book.h"

G_BEGIN_DECLS

/* The most data rows that a sheet can hold: what LibreOffice and Excel open, less the header row.
 */
#define COPIL_ODS_MAX_ROWS 1048575

/* Writes `book` to `path` as an OpenDocument spreadsheet (.ods) of version 1.3, strict: typed
 * cells, and on each sheet a header row that stays in view, with filter buttons. The rows are
 * pulled from the sheets and not kept: memory does not grow with them. The same rows always give
 * the same bytes. On failure (a sheet's own error; G_IO_ERROR, also when cancelled or with too many
 * rows) `path` is as it was before. `cancellable` may be NULL. */
gboolean copil_ods_write (CopilBook *book, const char *path, GCancellable *cancellable,
                          GError **error);

G_END_DECLS

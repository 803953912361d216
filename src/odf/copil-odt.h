/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-document.h"
#include "copil-odt-template.h"

G_BEGIN_DECLS

/* Writes `document` to `path` as an OpenDocument text (.odt) of version 1.3, strict. The same
 * document always gives the same bytes. All looks come from named styles, so that a template can
 * change them. Where the language is French, so is the typography of the text. On failure
 * (G_IO_ERROR, also when cancelled) `path` is as it was before. `cancellable` may be NULL. */
gboolean copil_odt_write (CopilDocument *document, const char *path, GCancellable *cancellable,
                          GError **error);

/* The same with an organisation's model: its pages, headers, footers, fonts and named styles, ours
 * where it has none. NULL for none. */
gboolean copil_odt_write_with_template (CopilDocument *document, CopilOdtTemplate *model,
                                        const char *path, GCancellable *cancellable,
                                        GError **error);

G_END_DECLS

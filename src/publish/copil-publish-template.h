/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-document.h"
#include "copil-odt-template.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The convention's own model of documents (kind "template"): at most one, kept in the file. */

/* Its id; 0 where there is none. */
gint64 copil_publish_find_template (CopilStore *store);

/* Reads it. NULL without an error where there is none; fails with COPIL_ODT_TEMPLATE_ERROR where
 * what the file holds cannot be a model. */
CopilOdtTemplate *copil_publish_load_template (CopilStore *store, GError **error);

/* Makes the bytes of an .odt or .ott the model, in place of the one before, as one change that can
 * be undone. `name` is shown. Fails with COPIL_ODT_TEMPLATE_ERROR or COPIL_STORE_ERROR and changes
 * nothing then. */
gboolean copil_publish_set_template (CopilStore *store, const char *name, GBytes *bytes,
                                     GError **error);

/* Takes the model away, as one change that can be undone. */
gboolean copil_publish_clear_template (CopilStore *store, GError **error);

/* Writes the document with the model, or with the plain styles where there is none. */
gboolean copil_publish_write (CopilStore *store, CopilDocument *document, const char *path,
                              GCancellable *cancellable, GError **error);

/* Writes an .odt that shows each of the plain styles, to make a model from. */
gboolean copil_publish_write_sample (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-odf-archive.h"

G_BEGIN_DECLS

/* Looks through a part of a model for what it must not hold: scripts, objects, links to the outside
 * (in the text of a body, links that are only followed on a click are of no matter). Fails with
 * COPIL_ODT_TEMPLATE_ERROR. */
gboolean copil_odt_scan (xmlDocPtr doc, gboolean is_body, GError **error);

/* Whether the package says that it is a text document, unprotected and without macros. */
gboolean copil_odt_scan_package (CopilOdfArchive *archive, GError **error);

/* Whether the root is that element, of a version of OpenDocument that is known. */
gboolean copil_odt_scan_root (xmlDocPtr doc, const char *root, GError **error);

G_END_DECLS

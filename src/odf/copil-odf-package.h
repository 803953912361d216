/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-odf-xml.h"

G_BEGIN_DECLS

/* CopilOdfPackage: the parts of an ODF file, put together by the rules of ODF 1.3 part 2 and the
 * same byte for byte whenever the parts are the same. */
typedef struct _CopilOdfPackage CopilOdfPackage;

/* `media_type` is the document's. */
CopilOdfPackage *copil_odf_package_new (const char *media_type);
void copil_odf_package_free (CopilOdfPackage *package);

/* Adds a part that is already there. A picture's `media_type` decides on whether it is compressed.
 */
void copil_odf_package_add (CopilOdfPackage *package, const char *name, const char *media_type,
                            GBytes *bytes);

/* Starts an XML part; write it, then end it. One at a time. NULL if memory is short. */
CopilXml *copil_odf_package_start (CopilOdfPackage *package, const char *name, GError **error);

/* Whether the part that was started can no longer be written: a reason to end it at once. */
gboolean copil_odf_package_has_failed (CopilOdfPackage *package);

/* Ends the part that was started. Fails with G_IO_ERROR if it could not be written. */
gboolean copil_odf_package_end (CopilOdfPackage *package, GError **error);

/* Returns the resource with each @KEY@ replaced, see below. */
GBytes *copil_odf_package_fill (const char *resource, const char *const *pairs, GError **error);

/* Adds the part "styles.xml" from the resource `resource`, where each @KEY@ is replaced. `pairs` is
 * a NULL-terminated sequence of keys and values, the values plain text. */
gboolean copil_odf_package_add_styles (CopilOdfPackage *package, const char *resource,
                                       const char *const *pairs, GError **error);

/* Writes the package beside `path` and renames it to there: `path` is the whole new file or as it
 * was. Fails with G_IO_ERROR, also where `path` is there and is not a regular file, and when
 * cancelled. */
gboolean copil_odf_package_save (CopilOdfPackage *package, const char *path,
                                 GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilOdfPackage, copil_odf_package_free)

G_END_DECLS

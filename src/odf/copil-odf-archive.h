/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* CopilOdfArchive: a package from outside, read with suspicion: its size, the number of its
 * entries, their names and how far they unfold are looked at before a byte is unpacked. */
typedef struct _CopilOdfArchive CopilOdfArchive;

#define COPIL_ODF_ARCHIVE_SIZE (20u * 1024 * 1024)
#define COPIL_ODF_ARCHIVE_ENTRIES 500

/* Fails with COPIL_ODT_TEMPLATE_ERROR and one sentence. */
CopilOdfArchive *copil_odf_archive_new (GBytes *bytes, GError **error);
void copil_odf_archive_free (CopilOdfArchive *archive);

/* Whether there is an entry of that name, or one whose name starts with `folder`. */
gboolean copil_odf_archive_has (CopilOdfArchive *archive, const char *name);
gboolean copil_odf_archive_has_folder (CopilOdfArchive *archive, const char *folder);

/* An entry's bytes; fails where it is not there, is damaged or holds more than `limit` bytes. */
GBytes *copil_odf_archive_read (CopilOdfArchive *archive, const char *name, gsize limit,
                                GError **error);

/* Parses XML from outside: no document type, no entities, nothing fetched. `name` is for the
 * error's sentence. Free with xmlFreeDoc(). */
xmlDocPtr copil_odf_archive_parse (GBytes *bytes, const char *name, GError **error);

/* The same of an entry. */
xmlDocPtr copil_odf_archive_read_xml (CopilOdfArchive *archive, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilOdfArchive, copil_odf_archive_free)

G_END_DECLS

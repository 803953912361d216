/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/xmlIO.h>
#include <zip.h>

G_BEGIN_DECLS

/* CopilOdfSpool: the bytes of one part until the package is put together. A small part stays in
 * memory; beyond COPIL_ODF_SPOOL_MEMORY bytes it goes to an unnamed file, so that memory is bounded
 * and the package still knows each part's size before it writes it. */
typedef struct _CopilOdfSpool CopilOdfSpool;

#define COPIL_ODF_SPOOL_MEMORY (1024 * 1024)

CopilOdfSpool *copil_odf_spool_new (void);
void copil_odf_spool_free (CopilOdfSpool *spool);

/* Adds bytes. Returns FALSE if the disk is full or no file can be made; see the error then. */
gboolean copil_odf_spool_write (CopilOdfSpool *spool, const char *bytes, gsize length);

/* Whether a write has failed; later ones do nothing then. */
gboolean copil_odf_spool_has_failed (CopilOdfSpool *spool);

/* Returns an output for libxml2 that goes to the spool, which must outlive it. It never fails
 * itself: ask the spool. */
xmlOutputBufferPtr copil_odf_spool_output (CopilOdfSpool *spool);

/* Sets what went wrong in a write that returned FALSE. */
void copil_odf_spool_set_error (CopilOdfSpool *spool, GError **error);

/* Returns a source of the spool's bytes for `zip`, or NULL and the archive's error is set. The
 * spool must outlive the archive and takes no more bytes. */
zip_source_t *copil_odf_spool_source (CopilOdfSpool *spool, zip_t *zip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilOdfSpool, copil_odf_spool_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-document.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The documents that are kept of validated minutes, byte for byte: the minutes for the members in
 * their version itself (kind "minutes_version"), and beside it (kind "minutes_document") all others
 * that speak of what was validated. All fail with COPIL_STORE_ERROR, G_IO_ERROR and one sentence.
 */
typedef enum
{
  COPIL_FROZEN_MINUTES,
  COPIL_FROZEN_DECISIONS,
  COPIL_FROZEN_ANNEX,       /* the minutes with their amendments; only where there are any */
  COPIL_FROZEN_CORRECTIONS, /* the table of the amendments; only where there are any */
  COPIL_N_FROZEN
} CopilFrozen;

/* Builds a document from the records as they are now. "number" is that of a version that is about
 * to be kept, or 0. */
CopilDocument *copil_publish_build (CopilStore *store, gint64 meeting, CopilFrozen kept,
                                    CopilAudience audience, guint number, GError **error);

/* Makes and keeps, for that version of the minutes of the meeting, the documents that it has not
 * got. Needs a transaction that may change the meeting. */
gboolean copil_publish_keep_documents (CopilStore *store, gint64 meeting, gint64 version,
                                       guint number, GError **error);

/* Whether one of them is missing. */
gboolean copil_publish_lacks_documents (CopilStore *store, gint64 version);

/* The bytes of one; NULL without an error where none is kept, and with COPIL_STORE_ERROR_CORRUPT
 * where they are not those that were kept. */
GBytes *copil_publish_load_kept (CopilStore *store, gint64 version, CopilFrozen kept,
                                 CopilAudience audience, GError **error);

/* Whether all that is kept for the version are still the bytes that were kept. */
gboolean copil_publish_is_sound (CopilStore *store, gint64 version);

/* Writes the minutes for the members that are kept for that version. */
gboolean copil_publish_version (CopilStore *store, gint64 version, const char *path,
                                GCancellable *cancellable, GError **error);

/* Of each meeting whose minutes are validated, what is not kept: one line each is appended to the
 * array of strings. FALSE where there is one. What is damaged is said by copil_store_check(). */
gboolean copil_publish_check (CopilStore *store, GPtrArray *faults);

G_END_DECLS

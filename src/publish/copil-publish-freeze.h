/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-store.h"

G_BEGIN_DECLS

/* Validated minutes are frozen: the exact document is kept in the file (kind "minutes_version")
 * with its size and SHA-256 digest. Each change is one transaction: undoing the validation that
 * completed the minutes takes the kept document away with it. All fail with COPIL_STORE_ERROR,
 * G_IO_ERROR and one sentence, and then nothing has changed. */

/* Records a signatory's validation (party 0: that of the committee, or of who chaired), with a date
 * and the name of who gave it, or NULL. Where the convention's rule is met by it, the minutes
 * become validated and their document is kept: "version" is then its id, else 0. */
gboolean copil_publish_validate (CopilStore *store, gint64 meeting, gint64 party, const char *date,
                                 const char *name, gint64 *version, GError **error);

/* Validates the minutes where the rule is met already, after the last open amendment was refused.
 */
gboolean copil_publish_complete (CopilStore *store, gint64 meeting, const char *date,
                                 gint64 *version, GError **error);

/* Keeps the document of minutes that are validated but of which none was kept. Returns the id of
 * the version, 0 on failure. */
gint64 copil_publish_keep (CopilStore *store, gint64 meeting, const char *date, GError **error);

/* Opens validated minutes again, for a new version that will replace the newest one, which stays
 * kept (and is kept first where none was). A reason must be given. */
gboolean copil_publish_reopen (CopilStore *store, gint64 meeting, const char *reason,
                               const char *date, GError **error);

/* Writes a kept document byte for byte; its digest is verified first. */
gboolean copil_publish_version (CopilStore *store, gint64 version, const char *path,
                                GCancellable *cancellable, GError **error);

/* The kept document that stands for the minutes of the meeting: the newest one where they are
 * validated, else 0. */
gint64 copil_publish_find_version (CopilStore *store, gint64 meeting);

G_END_DECLS

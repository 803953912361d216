/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-store.h"

G_BEGIN_DECLS

/* Validated minutes are frozen: the exact documents are kept in the file with their sizes and
 * SHA-256 digests (see copil-publish-kept.h). Each change is one transaction: undoing the
 * validation that completed the minutes takes the kept documents away with it. A validation counts
 * for the text that it was given on (see copil-agreed.h). All fail with COPIL_STORE_ERROR,
 * G_IO_ERROR and one sentence, and then nothing has changed. */

/* Records a signatory's validation (party 0: that of the committee, or of who chaired), with a date
 * and the name of who gave it, or NULL. Where the convention's rule is met by it, the minutes
 * become validated and their document is kept: "version" is then its id, else 0. */
gboolean copil_publish_validate (CopilStore *store, gint64 meeting, gint64 party, const char *date,
                                 const char *name, gint64 *version, GError **error);

/* The same of every signatory whose validation is missing, in one transaction and without names. */
gboolean copil_publish_validate_all (CopilStore *store, gint64 meeting, const char *date,
                                     gint64 *version, GError **error);

/* Validates the minutes where the rule is met already, after the last open amendment was refused.
 */
gboolean copil_publish_complete (CopilStore *store, gint64 meeting, const char *date,
                                 gint64 *version, GError **error);

/* Keeps what is not kept yet of minutes that are validated, made of the records as they are now; a
 * version that is made so says so in its reason. Returns the id of the version, 0 on failure. */
gint64 copil_publish_keep (CopilStore *store, gint64 meeting, const char *date, GError **error);

/* As copil_publish_keep() on the day on which the minutes were validated, for the examples that the
 * build makes: nothing is said of it. */
gboolean copil_publish_freeze_script (CopilStore *store, gint64 meeting, const char *date,
                                      GError **error);

/* Opens validated minutes again, for a new version that will replace the newest one, which stays
 * kept (and is kept first where none was). A reason must be given. */
gboolean copil_publish_reopen (CopilStore *store, gint64 meeting, const char *reason,
                               const char *date, GError **error);

/* The kept document that stands for the minutes of the meeting: the newest one where they are
 * validated, else 0. */
gint64 copil_publish_find_version (CopilStore *store, gint64 meeting);

G_END_DECLS

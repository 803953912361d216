/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-document.h"
#include "copil-record.h"

G_BEGIN_DECLS

/* The record of decisions (relevé de décisions) of a meeting: what was decided, who does it and by
 * when; then what earlier meetings decided and is still open, late on the day of the meeting where
 * it was due before. Fails with G_IO_ERROR_NOT_FOUND where there is no such meeting. */
CopilDocument *copil_decisions_document_new (CopilStore *store, gint64 meeting,
                                             CopilAudience audience, GError **error);

/* Adds the decisions of earlier meetings and what became of them: those of the meeting before, if
 * "last" is TRUE, and whatever is still open. FALSE where there are none. */
gboolean copil_decisions_document_add_earlier (CopilDocument *document, CopilStore *store,
                                               CopilRecord *meeting, gboolean last,
                                               CopilAudience audience, const char *heading);

/* The meeting before this one: the one it follows, else the last one held before its day; 0 for
 * none. */
gint64 copil_decisions_document_get_previous (CopilStore *store, CopilRecord *meeting);

G_END_DECLS

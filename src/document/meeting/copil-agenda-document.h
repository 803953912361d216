/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-document.h"
#include "copil-record.h"

G_BEGIN_DECLS

/* The agenda (ordre du jour) of a meeting: when and where, the items with who presents them, their
 * hour and duration and the documents joined, which signatories agreed to it, and whom it goes to.
 * Reads no clock. Fails with G_IO_ERROR_NOT_FOUND where there is no such meeting. */
CopilDocument *copil_agenda_document_new (CopilStore *store, gint64 meeting, CopilAudience audience,
                                          GError **error);

/* The items and the agreements alone, for a document that the agenda is a part of. */
void copil_agenda_document_add (CopilDocument *document, CopilStore *store, CopilRecord *meeting,
                                CopilAudience audience);

G_END_DECLS

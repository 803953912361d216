/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-audience.h"
#include "copil-book.h"
#include "copil-document.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The register of decisions: what every meeting decided, by meeting, the newest first, with who is
 * responsible, when it is due and what became of it. "year": of the meetings of that year; 0 for
 * all. The document fails with G_IO_ERROR_NOT_FOUND where nothing was decided. */
CopilDocument *copil_register_document_new (CopilStore *store, int year, CopilAudience audience,
                                            GError **error);

/* The same as a table, in the order of meetings; it can be read in again. */
CopilBook *copil_register_book_new (CopilStore *store, int year, CopilAudience audience);

G_END_DECLS

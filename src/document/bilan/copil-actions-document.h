/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-book.h"
#include "copil-document.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* Actions and beneficiaries of a year (0: of all years) added up by theme, académie and year, what
 * was declared beside, and what does not add up. Fails with G_IO_ERROR_NOT_FOUND where there are no
 * actions. */
CopilDocument *copil_actions_document_new (CopilStore *store, int year, CopilAudience audience,
                                           GError **error);

/* Adds the same under headings of that level, for a document that holds more; FALSE where there
 * are no actions. */
gboolean copil_actions_document_add (CopilDocument *document, CopilStore *store, int year,
                                     CopilAudience audience, guint level);

/* The same as a spreadsheet that calculates: the actions one by one, and their totals as formulas
 * over them. */
CopilBook *copil_actions_book_new (CopilStore *store, int year, CopilAudience audience,
                                   GError **error);

/* Adds its sheets to a book that holds more; FALSE where there are no actions. */
gboolean copil_actions_book_add (CopilBook *book, CopilStore *store, int year,
                                 CopilAudience audience);

G_END_DECLS

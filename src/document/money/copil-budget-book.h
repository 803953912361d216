/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-book.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The budget as a spreadsheet that calculates: the lines with their quantity × unit price × years,
 * the amounts of each year, totals and balance as formulas; the instalments; what does not add up.
 * Fails with G_IO_ERROR_NOT_FOUND where there is no budget. */
CopilBook *copil_budget_book_new (CopilStore *store, CopilAudience audience, GError **error);

/* The financial report of a year (0: the last one with actual amounts) in the same way. */
CopilBook *copil_financial_book_new (CopilStore *store, int year, CopilAudience audience,
                                     GError **error);

/* Adds the sheets of the report of a year (0: of the whole budget) to a book that holds more; FALSE
 * where there is no budget. */
gboolean copil_budget_book_add (CopilBook *book, CopilStore *store, int year,
                                CopilAudience audience);

G_END_DECLS

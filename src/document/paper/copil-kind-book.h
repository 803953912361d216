/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-audience.h"
#include "copil-book.h"
#include "copil-kind.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* All records of a kind as a spreadsheet: what each belongs to first, then its fields under their
 * labels, references by their titles, and the id last, so that the table can be read in again;
 * engagements and what else has a status and a date also say whether they are late. The rows come
 * in the order of the window, from one running query: the store must not be used by another thread
 * while the book is written.
 *
 * "where" is a further SQL condition on the records (alias r) with its parameters as for
 * copil_store_query_strv(), or NULL. "today" is the day by which things are late, NULL for
 * copil_today(). */
CopilBook *copil_kind_book_new (CopilStore *store, const CopilKind *kind, const char *where,
                                const char *const *parameters, CopilAudience audience,
                                const char *today);

G_END_DECLS

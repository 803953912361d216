/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-document.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The budget of the convention: its receipts and expenses, planned and actual, how each is
 * computed, its instalments, and what does not add up. Fails with G_IO_ERROR_NOT_FOUND where there
 * is no budget. */
CopilDocument *copil_budget_document_new (CopilStore *store, CopilAudience audience,
                                          GError **error);

/* The financial report (compte rendu financier) of a year: what was planned and what came of it, by
 * line. Year 0: the last one with actual amounts. */
CopilDocument *copil_financial_document_new (CopilStore *store, int year, CopilAudience audience,
                                             GError **error);

/* Adds what the report of a year says, under headings of that level, for a document that holds
 * more; year 0 for the whole budget. FALSE where there is no budget: nothing is added then. */
gboolean copil_budget_document_add (CopilDocument *document, CopilStore *store, int year,
                                    CopilAudience audience, guint level);

G_END_DECLS

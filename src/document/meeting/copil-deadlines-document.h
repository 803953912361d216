/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-book.h"
#include "copil-document.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The deadlines as a text: those that were missed, those to come, those that are done, each with
 * where it comes from and how its day is found. Never fails but for what the store says. */
CopilDocument *copil_deadlines_document_new (CopilStore *store, CopilAudience audience,
                                             GError **error);

/* The same as a spreadsheet, one row each. */
CopilBook *copil_deadlines_book_new (CopilStore *store, CopilAudience audience, GError **error);

G_END_DECLS

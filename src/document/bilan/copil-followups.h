/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-book.h"
#include "copil-document.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The dated notes of follow-up on engagements and fiches. "year" is that of their date, 0 for all.
 * For the public, notes that are confidential are left out, and those on what is. */

/* As a text: by axis, under each engagement and fiche its notes, the newest first. Fails with
 * G_IO_ERROR_NOT_FOUND where there is none. */
CopilDocument *copil_followups_document_new (CopilStore *store, int year, CopilAudience audience,
                                             GError **error);

/* As a table, in the order of their dates, that can be read in again. */
CopilBook *copil_followups_book_new (CopilStore *store, int year, CopilAudience audience);

/* The years that have notes, rising: an array of int. */
GArray *copil_followups_list_years (CopilStore *store);

G_END_DECLS

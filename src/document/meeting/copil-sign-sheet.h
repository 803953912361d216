/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-document.h"
#include "copil-record.h"

G_BEGIN_DECLS

/* The attendance sheet (feuille d'émargement) of a meeting: a table for each signatory and one for
 * the guests, with a cell to sign in for each person, and empty rows for who comes besides. Fails
 * with G_IO_ERROR_NOT_FOUND where there is no such meeting. */
CopilDocument *copil_sign_sheet_new (CopilStore *store, gint64 meeting, GError **error);

/* The tables alone, for a document that the sheet is a part of. */
void copil_sign_sheet_add (CopilDocument *document, CopilStore *store, CopilRecord *meeting);

G_END_DECLS

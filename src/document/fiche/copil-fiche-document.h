/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-document.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* One fiche action as a document; with id 0 every fiche in one document, after a list of them and a
 * table of contents, each on a page of its own. Fails with G_IO_ERROR_NOT_FOUND where there is no
 * such fiche (or none at all) for that audience. */
CopilDocument *copil_fiche_document_new (CopilStore *store, gint64 id, CopilAudience audience,
                                         GError **error);

/* The fiches of an axis, its own and those without an axis that serve one of its measures; or those
 * of an array of ids (gint64), in the convention's order. In one document as above. */
CopilDocument *copil_fiche_document_new_for_axis (CopilStore *store, gint64 axis,
                                                  CopilAudience audience, GError **error);
CopilDocument *copil_fiche_document_new_for_list (CopilStore *store, GArray *wanted,
                                                  CopilAudience audience, GError **error);

/* Adds a fiche under a heading of its own, for a document that it is a part of; the caller sees to
 * it that the audience may read the fiche itself. The heading is of the second level, and what
 * follows in it below. */
void copil_fiche_document_add (CopilDocument *document, CopilStore *store, gint64 fiche,
                               CopilAudience audience);

G_END_DECLS

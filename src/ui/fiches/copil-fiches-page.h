/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-page.h"

G_BEGIN_DECLS

/* The fiches action: how far each is, its form, its steps, what each signatory commits to, the
 * decisions about it, and its export.
 *
 * Actions, besides those of CopilRecordsPage: page.export (the fiche that is selected),
 * page.export-all, page.public (whether what is confidential is left out). */
#define COPIL_TYPE_FICHES_PAGE (copil_fiches_page_get_type ())
G_DECLARE_FINAL_TYPE (CopilFichesPage, copil_fiches_page, COPIL, FICHES_PAGE, CopilPage)

GtkWidget *copil_fiches_page_new (CopilSession *session);

/* Shows a fiche, a step or a contribution. */
void copil_fiches_page_show (CopilFichesPage *page, const char *kind, gint64 id);

G_END_DECLS

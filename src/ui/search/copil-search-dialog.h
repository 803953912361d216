/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-search.h"
#include "copil-session.h"

G_BEGIN_DECLS

/* One search over the texts of all records, as one types; Enter goes to the record and the field.
 * The index is the caller's, which keeps it from one time to the next; "typed" is there at first,
 * or NULL. */
#define COPIL_TYPE_SEARCH_DIALOG (copil_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CopilSearchDialog, copil_search_dialog, COPIL, SEARCH_DIALOG, AdwWindow)

GtkWidget *copil_search_dialog_new (GtkWindow *parent, CopilSession *session, CopilSearch *search,
                                    const char *typed);

/* What is typed in it; valid until the next change. */
const char *copil_search_dialog_get_typed (CopilSearchDialog *dialog);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* A button with the documents joined to a meeting, those of the item that shows first; one that is
 * chosen opens. It hides where there are none.
 *
 * Signals: "closed" () when its menu closes and the keyboard is to go back to where it was. */
#define COPIL_TYPE_SITTING_DOCUMENTS (copil_sitting_documents_get_type ())
G_DECLARE_FINAL_TYPE (CopilSittingDocuments, copil_sitting_documents, COPIL, SITTING_DOCUMENTS,
                      CopilPanel)

GtkWidget *copil_sitting_documents_new (CopilSession *session, gint64 meeting);

/* The item of the agenda that shows; 0 for none. */
void copil_sitting_documents_set_item (CopilSittingDocuments *documents, gint64 item);

/* Opens the menu; a toast says where there is nothing in it. */
void copil_sitting_documents_popup (CopilSittingDocuments *documents);

G_END_DECLS

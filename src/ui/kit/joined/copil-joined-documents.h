/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The documents joined to a meeting (kind "attachment") or to a fiche action ("fiche_document"):
 * joined by a dialog or by dropping files, opened, saved elsewhere, taken away. */
#define COPIL_TYPE_JOINED_DOCUMENTS (copil_joined_documents_get_type ())
G_DECLARE_FINAL_TYPE (CopilJoinedDocuments, copil_joined_documents, COPIL, JOINED_DOCUMENTS,
                      CopilPanel)

GtkWidget *copil_joined_documents_new (CopilSession *session, const char *kind);

/* Shows the documents of that meeting or fiche; 0 for none. */
void copil_joined_documents_set_parent (CopilJoinedDocuments *documents, gint64 parent);

/* Joins the files (a GListModel of GFile), of a meeting to that item of its agenda (0: to the
 * whole). They are read without holding up the window; toasts say what was too large. */
void copil_joined_documents_join (CopilJoinedDocuments *documents, GListModel *files, gint64 item);

/* Puts the keyboard on the button that joins documents. */
void copil_joined_documents_focus (CopilJoinedDocuments *documents);

G_END_DECLS

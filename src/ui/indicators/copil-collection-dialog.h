/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-collection.h"
#include "copil-session.h"

G_BEGIN_DECLS

/* What a signatory's collection sheet would change, one line for each cell, to tick before it is
 * taken. */
#define COPIL_TYPE_COLLECTION_DIALOG (copil_collection_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CopilCollectionDialog, copil_collection_dialog, COPIL, COLLECTION_DIALOG,
                      AdwWindow)

/* Takes the collection. "from" is a widget of the window. */
GtkWidget *copil_collection_dialog_new (CopilSession *session, GtkWidget *from,
                                        CopilCollection *collection);

/* Asks for a sheet, reads it and shows the dialog; says why where it cannot be read. */
void copil_collection_dialog_run (GtkWidget *from, CopilSession *session);

G_END_DECLS

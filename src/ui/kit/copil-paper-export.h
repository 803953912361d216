/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-catalogue.h"
#include "copil-session.h"

G_BEGIN_DECLS

/* The catalogue of documents in the window. A document in one of its forms is called by its name
 * with the ending of the file: "agenda.odt", "agenda.ics"; the tables of kinds by the ending alone
 * (".ods"). */

/* Asks where to write that document, with a name proposed for the file, and writes it in a thread.
 * What is being typed is stored first. "from": a widget of the window. The request is copied. */
void copil_paper_export_run (GtkWidget *from, CopilSession *session, const char *name,
                             const CopilRequest *request);

/* Appends the item of that document, in the words of the catalogue; it activates the action with
 * the name as its parameter ("s"). */
void copil_paper_export_append (GMenu *menu, const char *name, const char *action);

/* A button with the menu of those documents (NULL ends the list, "" begins another section), and
 * page.public under them, which says whether what is confidential is left out. */
GtkWidget *copil_paper_export_button_new (const char *const *names, const char *action);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* Takes a table into the file: a .csv, an .ods or what was copied from a spreadsheet. Each column
 * stands for a field, guessed and to be changed; what would be added, changed and refused is shown
 * before anything is. */
#define COPIL_TYPE_IMPORT_ASSISTANT (copil_import_assistant_get_type ())
G_DECLARE_FINAL_TYPE (CopilImportAssistant, copil_import_assistant, COPIL, IMPORT_ASSISTANT,
                      AdwWindow)

/* "from" is a widget of the window. "kind": what is offered first ("engagement"), or NULL. */
GtkWidget *copil_import_assistant_new (CopilSession *session, GtkWidget *from, const char *kind);

/* Reads that table and shows it, as when a person chose it. */
void copil_import_assistant_read (CopilImportAssistant *assistant, const char *path);

/* The same with what was copied. */
void copil_import_assistant_paste (CopilImportAssistant *assistant, const char *text);

G_END_DECLS

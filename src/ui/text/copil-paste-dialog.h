/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for a convention's text, to be pasted.
 *
 * Signals:
 *   "text" (const char *text)  the person goes on with that text, which is not blank; the dialog
 *                              closes itself */
#define COPIL_TYPE_PASTE_DIALOG (copil_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CopilPasteDialog, copil_paste_dialog, COPIL, PASTE_DIALOG, AdwWindow)

/* "text": what stands in it first, or NULL. */
GtkWidget *copil_paste_dialog_new (GtkWindow *over, const char *title, const char *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows a message dialog whose answers are all there. GTK 4.8 tells the mark of a mnemonic as part
 * of the name of a button: here they are told without. */
void copil_dialog_present (GtkWidget *dialog);

G_END_DECLS

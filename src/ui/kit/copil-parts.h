/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Small widgets that the pages are made of. */

/* Gives a button (any widget with a "child") a text with a mnemonic, which screen readers hear
 * without its mark. */
void copil_parts_set_text (GtkWidget *button, const char *mnemonic);

/* A button with such a text. */
GtkWidget *copil_parts_button_new (const char *mnemonic);

/* A label at the left that wraps, with a style class, or NULL. */
GtkWidget *copil_parts_label_new (const char *text, const char *css_class);

G_END_DECLS

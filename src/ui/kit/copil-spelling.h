/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Spelling in a text view, with enchant where the program was built with it and a dictionary is
 * there; nothing otherwise. Words that the dictionary does not know are underlined, except the one
 * being typed. The menu of the text offers corrections, the personal dictionary, and to let the
 * word be; F7 goes to the next such word and opens the menu. The settings say whether, and in which
 * language. */
void copil_spelling_attach (GtkTextView *view);

/* Whether the program can check spelling in that language ("fr") here. */
gboolean copil_spelling_is_available (const char *language);

G_END_DECLS

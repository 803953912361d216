/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkDropDown of texts that may be long: the button cuts them, with the whole text as its
 * tooltip, and the list wraps them. Its model is a GtkStringList; NULL for none yet. */
GtkWidget *copil_drop_down_new (GtkStringList *texts);

/* Names any GtkDropDown for who does not see it, and the button inside, to which the keyboard goes.
 */
void copil_drop_down_set_name (GtkWidget *drop_down, const char *name);

/* Gives a drop-down, whose model is a GtkStringList or NULL, these texts (a NULL at the end) and
 * selects the one at that place. The owner's handlers of the drop-down hear nothing of it. Texts
 * that are the same are left alone: the list may be the one that is being chosen from; and while it
 * is, other texts come once the choice is made, as GTK loses count of a list that is replaced under
 * it. */
void copil_drop_down_set_texts (GtkWidget *drop_down, const char *const *texts, guint selected,
                                gpointer owner);

G_END_DECLS

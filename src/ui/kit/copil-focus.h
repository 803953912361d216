/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The one rule of every list with a selection: the row that has the keyboard is the row that is
 * meant. GTK moves the focus from row to row (Ctrl with an arrow) without selecting, and comes
 * back to another row than the selected one. */

/* Makes the selection of a GtkListView, GtkColumnView or GtkListBox follow its focus, and the list
 * one stop of Tab. Where the
 * keyboard comes into the list from elsewhere it goes to the row that is selected, if there is one.
 * Several rows are selected with Shift, or with the mouse. */
void copil_focus_follow (GtkWidget *view);

/* Returns (nullable) (transfer none): the widget of the row of that list that has the keyboard, or
 * in which it is. */
GtkWidget *copil_focus_get_row (GtkWidget *view);

/* gtk_widget_set_sensitive () for what the keyboard may be in: an entry that is made insensitive
 * while it has the keyboard is not told that it loses it, and its cursor blinks on. The keyboard
 * leaves it first, so what was typed is stored; it is in what is around then, which has the same
 * shortcuts. */
void copil_focus_set_sensitive (GtkWidget *widget, gboolean sensitive);

/* Puts the caret at the end of the text that has the keyboard in the window of the widget, and
 * selects nothing of it: what is come to is not overwritten by the first letter. */
void copil_focus_calm (GtkWidget *widget);

G_END_DECLS

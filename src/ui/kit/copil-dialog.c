/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-dialog.h"

/* Both the label of a button, with its mark, and that which is drawn in it make its name: one is
 * enough. */
static void
name_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (child);
}

void
copil_dialog_present (GtkWidget *dialog)
{
  name_buttons (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

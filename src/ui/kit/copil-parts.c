/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-parts.h"

void
copil_parts_set_text (GtkWidget *button, const char *mnemonic)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (mnemonic);

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  g_object_set (button, "child", label, NULL);
  if (GTK_IS_MENU_BUTTON (button)) /* the keyboard comes to the button inside */
    gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

GtkWidget *
copil_parts_button_new (const char *mnemonic)
{
  GtkWidget *button = gtk_button_new ();

  copil_parts_set_text (button, mnemonic);
  return button;
}

GtkWidget *
copil_parts_label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

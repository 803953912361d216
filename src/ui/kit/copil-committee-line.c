/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-committee-line.h"

static const struct
{
  const char *icon;
  const char *css_class;
} looks[] = {
  [COPIL_VERDICT_UNKNOWN] = { "dialog-information-symbolic", NULL },
  [COPIL_VERDICT_KEPT] = { "copil-done-symbolic", "done" },
  [COPIL_VERDICT_PENDING] = { "copil-planned-symbolic", NULL },
  [COPIL_VERDICT_BROKEN] = { "copil-late-symbolic", "late" },
};

GtkWidget *
copil_committee_line_new (void)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *icon = gtk_image_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), label);
  gtk_widget_set_visible (line, FALSE);
  return line;
}

void
copil_committee_line_set (GtkWidget *line, CopilFinding *finding)
{
  GtkWidget *icon = gtk_widget_get_first_child (line), *label = gtk_widget_get_last_child (line);

  gtk_widget_set_visible (line, finding != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i].css_class)
      gtk_widget_remove_css_class (icon, looks[i].css_class);
  if (!finding)
    return;
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), looks[finding->verdict].icon);
  if (looks[finding->verdict].css_class)
    gtk_widget_add_css_class (icon, looks[finding->verdict].css_class);
  gtk_label_set_label (GTK_LABEL (label), finding->sentence);
  copil_finding_free (finding);
}

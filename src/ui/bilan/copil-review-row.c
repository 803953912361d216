/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-review-row.h"

#include <glib/gi18n-lib.h>

#include "copil-parts.h"

static void
row_free (gpointer data)
{
  CopilReviewRow *row = data;

  g_free (row->section);
  g_free (row->said_title);
  g_free (row->said_summary);
  g_free (row);
}

const CopilReviewRow *
copil_review_row_get (GtkListBoxRow *widget)
{
  return widget ? g_object_get_data (G_OBJECT (widget), "row") : NULL;
}

GtkWidget *
copil_review_row_new (const CopilReviewSection *section)
{
  GtkWidget *widget = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3),
            *text = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  CopilReviewRow *row = g_new0 (CopilReviewRow, 1);

  row->section = g_strdup (section->section);
  row->axis = section->axis;
  row->title = copil_parts_label_new (NULL, "heading");
  row->summary = copil_parts_label_new (NULL, "caption");
  row->icon = gtk_image_new ();
  row->word = copil_parts_label_new (NULL, "caption");
  gtk_label_set_wrap_mode (GTK_LABEL (row->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (row->title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (row->title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (text), row->icon);
  gtk_box_append (GTK_BOX (text), row->word);
  gtk_box_append (GTK_BOX (box), row->title);
  gtk_box_append (GTK_BOX (box), row->summary);
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), box);
  g_object_set_data_full (G_OBJECT (widget), "row", row, row_free);
  return widget;
}

void
copil_review_row_set (GtkListBoxRow *widget, const CopilReviewSection *section)
{
  CopilReviewRow *row = g_object_get_data (G_OBJECT (widget), "row");
  gboolean written = section->text && *section->text;
  const char *word = written ? _ ("Text written") : _ ("No text yet");
  g_autofree char *said =
      section->summary ? g_strdup_printf ("%s, %s, %s", section->title, section->summary, word)
                       : g_strdup_printf ("%s, %s", section->title, word);

  g_free (row->said_title);
  row->said_title = g_strdup (section->title);
  g_free (row->said_summary);
  row->said_summary = g_strdup (section->summary);
  gtk_label_set_label (GTK_LABEL (row->title), section->title);
  gtk_widget_set_tooltip_text (row->title, section->title);
  gtk_label_set_label (GTK_LABEL (row->summary), section->summary ? section->summary : "");
  gtk_widget_set_visible (row->summary, section->summary != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (row->icon),
                                written ? "copil-done-symbolic" : "copil-planned-symbolic");
  gtk_label_set_label (GTK_LABEL (row->word), word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-split.h"

struct _CopilSplit
{
  GtkWidget parent_instance;

  GtkWidget *leaflet;
  GtkWidget *detail;
  GtkWidget *bar;
};

G_DEFINE_FINAL_TYPE (CopilSplit, copil_split, GTK_TYPE_WIDGET)

static void
folded_cb (CopilSplit *split)
{
  gtk_widget_set_visible (split->bar, adw_leaflet_get_folded (ADW_LEAFLET (split->leaflet)));
}

static void
back_cb (CopilSplit *split)
{
  copil_split_show_detail (split, FALSE);
}

static void
copil_split_dispose (GObject *object)
{
  g_clear_pointer (&COPIL_SPLIT (object)->leaflet, gtk_widget_unparent);
  G_OBJECT_CLASS (copil_split_parent_class)->dispose (object);
}

static void
copil_split_class_init (CopilSplitClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_split_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
copil_split_init (CopilSplit *split)
{
}

GtkWidget *
copil_split_new (GtkWidget *list, GtkWidget *detail, const char *back, int detail_width)
{
  CopilSplit *split = g_object_new (COPIL_TYPE_SPLIT, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *button = gtk_button_new ();
  AdwLeafletPage *page;

  split->leaflet = adw_leaflet_new ();
  adw_leaflet_set_can_navigate_back (ADW_LEAFLET (split->leaflet), TRUE);
  adw_leaflet_set_transition_type (ADW_LEAFLET (split->leaflet), ADW_LEAFLET_TRANSITION_TYPE_SLIDE);

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("go-previous-symbolic"));
  gtk_box_append (GTK_BOX (content), gtk_label_new (back));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (back_cb), split);
  split->bar = button;

  split->detail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (split->detail), split->bar);
  gtk_box_append (GTK_BOX (split->detail), detail);
  gtk_widget_set_vexpand (detail, TRUE);
  gtk_widget_set_size_request (split->detail, detail_width, -1);
  gtk_widget_set_hexpand (split->detail, FALSE);
  gtk_widget_set_hexpand (list, TRUE);

  adw_leaflet_append (ADW_LEAFLET (split->leaflet), list);
  page = adw_leaflet_append (ADW_LEAFLET (split->leaflet),
                             gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_leaflet_page_set_navigatable (page, FALSE);
  adw_leaflet_append (ADW_LEAFLET (split->leaflet), split->detail);
  g_signal_connect_swapped (split->leaflet, "notify::folded", G_CALLBACK (folded_cb), split);
  gtk_widget_set_parent (split->leaflet, GTK_WIDGET (split));
  folded_cb (split);
  return GTK_WIDGET (split);
}

void
copil_split_show_detail (CopilSplit *split, gboolean detail)
{
  GtkWidget *list = gtk_widget_get_first_child (split->leaflet);

  adw_leaflet_set_visible_child (ADW_LEAFLET (split->leaflet), detail ? split->detail : list);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-split.h"

struct _CopilSplit
{
  GtkWidget parent_instance;

  GtkWidget *leaflet;
  GtkWidget *detail;
  GtkWidget *bar;
  double x, y; /* where a button was pressed */
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

/* Whether that is a row of a list, or in one, but no control within it. */
static gboolean
is_row (GtkWidget *widget, GtkWidget *list)
{
  for (; widget && widget != list; widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *parent = gtk_widget_get_parent (widget);

      if (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_EDITABLE (widget))
        return FALSE;
      if (GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_LIST_VIEW (parent))
        return TRUE;
    }
  return FALSE;
}

static gboolean
show_cb (gpointer data)
{
  copil_split_show_detail (data, TRUE);
  return G_SOURCE_REMOVE;
}

/* Where one of the two shows, a row that is clicked shows what it has, once it is selected. Not by
 * a gesture: the row's own takes those. */
static gboolean
event_cb (CopilSplit *split, GdkEvent *event, GtkEventController *controller)
{
  GtkWidget *list = gtk_event_controller_get_widget (controller);
  GdkEventType type = gdk_event_get_event_type (event);
  graphene_point_t point;
  double x, y, off_x, off_y;

  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE) ||
      gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY ||
      !adw_leaflet_get_folded (ADW_LEAFLET (split->leaflet)) ||
      gdk_event_get_modifier_state (event) & (GDK_CONTROL_MASK | GDK_SHIFT_MASK) ||
      !gdk_event_get_position (event, &x, &y))
    return GDK_EVENT_PROPAGATE;
  if (type == GDK_BUTTON_PRESS)
    {
      split->x = x;
      split->y = y;
      return GDK_EVENT_PROPAGATE;
    }
  if (gtk_drag_check_threshold (list, (int)split->x, (int)split->y, (int)x, (int)y))
    return GDK_EVENT_PROPAGATE;
  gtk_native_get_surface_transform (gtk_widget_get_native (list), &off_x, &off_y);
  if (gtk_widget_compute_point (GTK_WIDGET (gtk_widget_get_native (list)), list,
                                &GRAPHENE_POINT_INIT ((float)(x - off_x), (float)(y - off_y)),
                                &point) &&
      is_row (gtk_widget_pick (list, point.x, point.y, GTK_PICK_DEFAULT), list))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_cb, g_object_ref (split), g_object_unref);
  return GDK_EVENT_PROPAGATE;
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
  GtkEventController *clicks;
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

  clicks = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (clicks, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (clicks, "event", G_CALLBACK (event_cb), split);
  gtk_widget_add_controller (list, clicks);
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

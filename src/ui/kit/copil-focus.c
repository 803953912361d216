/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-focus.h"

typedef struct
{
  GtkWidget *view;
  GtkWidget *root;
  gulong handler;
  gboolean inside;   /* the keyboard was in a row */
  gboolean stepping; /* the key pressed last moves the focus alone */
} Follow;

/* What the rows are children of; for a column view that is the list within. */
static GtkWidget *
get_list (GtkWidget *view)
{
  GtkWidget *child;

  if (!GTK_IS_COLUMN_VIEW (view))
    return view;
  child = gtk_widget_get_first_child (view);
  while (child && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkSelectionModel *
get_model (GtkWidget *view)
{
  return GTK_IS_COLUMN_VIEW (view) ? gtk_column_view_get_model (GTK_COLUMN_VIEW (view))
         : GTK_IS_LIST_VIEW (view) ? gtk_list_view_get_model (GTK_LIST_VIEW (view))
                                   : NULL;
}

static gboolean
is_selected (GtkWidget *row)
{
  return GTK_IS_LIST_BOX_ROW (row)
             ? gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row))
             : (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0;
}

/* The widget of the selected row, which may have to be brought into sight first; NULL for none. */
static GtkWidget *
find_selected (GtkWidget *view)
{
  GtkWidget *list = get_list (view), *row;
  g_autoptr (GtkBitset) selected = NULL;

  if (GTK_IS_LIST_BOX (view))
    return GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (view)));
  selected = gtk_selection_model_get_selection (get_model (view));
  if (gtk_bitset_is_empty (selected))
    return NULL;
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", gtk_bitset_get_minimum (selected));
  row = gtk_widget_get_first_child (list);
  while (row && !is_selected (row))
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static void
select_row (GtkWidget *view, GtkWidget *row)
{
  if (GTK_IS_LIST_BOX (view))
    gtk_list_box_select_row (GTK_LIST_BOX (view), GTK_LIST_BOX_ROW (row));
  else
    gtk_widget_activate_action (row, "listitem.select", "(bb)", FALSE, FALSE);
}

static void
focus_cb (Follow *follow)
{
  GtkWidget *row = copil_focus_get_row (follow->view), *selected;
  gboolean inside = follow->inside, stepping = follow->stepping;

  follow->inside = row != NULL;
  follow->stepping = FALSE;
  if (!row || is_selected (row))
    return;
  /* A control within the row is gone to on purpose. */
  selected = !inside && gtk_widget_is_focus (row) ? find_selected (follow->view) : NULL;
  if (selected)
    gtk_widget_grab_focus (selected);
  else if (!inside || stepping || !GTK_IS_MULTI_SELECTION (get_model (follow->view)))
    select_row (follow->view, row);
}

/* The list is one stop of Tab, however long: to its rows one goes with the arrows. */
static gboolean
leave (GtkWidget *view, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *row = copil_focus_get_row (view);

  if (!row || gtk_root_get_focus (root) != row)
    return FALSE;
  gtk_widget_set_can_focus (view, FALSE);
  g_signal_emit_by_name (view, "move-focus", direction);
  gtk_widget_set_can_focus (view, TRUE);
  return TRUE;
}

static gboolean
key_cb (Follow *follow, guint key, guint code, GdkModifierType state)
{
  gboolean tab = key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab || key == GDK_KEY_KP_Tab;

  follow->stepping = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == GDK_CONTROL_MASK;
  if (tab && !(state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return leave (follow->view, key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK)
                                    ? GTK_DIR_TAB_BACKWARD
                                    : GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_PROPAGATE;
}

static void
root_cb (Follow *follow)
{
  GtkRoot *root = gtk_widget_get_root (follow->view);

  if (follow->root)
    g_clear_signal_handler (&follow->handler, follow->root);
  g_set_weak_pointer (&follow->root, GTK_WIDGET (root));
  follow->inside = FALSE;
  if (root)
    follow->handler =
        g_signal_connect_swapped (root, "notify::focus-widget", G_CALLBACK (focus_cb), follow);
}

static void
follow_free (gpointer data)
{
  Follow *follow = data;

  if (follow->root)
    g_clear_signal_handler (&follow->handler, follow->root);
  g_clear_weak_pointer (&follow->root);
  g_free (follow);
}

void
copil_focus_follow (GtkWidget *view)
{
  Follow *follow = g_new0 (Follow, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();

  follow->view = view;
  g_object_set_data_full (G_OBJECT (view), "copil-focus", follow, follow_free);
  g_signal_connect_swapped (view, "notify::root", G_CALLBACK (root_cb), follow);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), follow);
  gtk_widget_add_controller (view, keys);
  root_cb (follow);
}

GtkWidget *
copil_focus_get_row (GtkWidget *view)
{
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *list = get_list (view), *row = root ? gtk_root_get_focus (root) : NULL;

  while (row && gtk_widget_get_parent (row) != list)
    row = gtk_widget_get_parent (row);
  return row;
}

void
copil_focus_set_sensitive (GtkWidget *widget, gboolean sensitive)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL, *up = gtk_widget_get_parent (widget);
  gboolean within =
      !sensitive && focus && (focus == widget || gtk_widget_is_ancestor (focus, widget));

  while (up && !gtk_widget_is_sensitive (up))
    up = gtk_widget_get_parent (up);
  if (within)
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_sensitive (widget, sensitive);
  /* A container cannot have the keyboard itself: what is in it, and can, has it then. */
  if (within && up && gtk_widget_get_mapped (up))
    gtk_widget_child_focus (up, GTK_DIR_TAB_FORWARD);
}

void
copil_focus_calm (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (GTK_IS_EDITABLE (focus))
    gtk_editable_set_position (GTK_EDITABLE (focus), -1);
  else if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
      GtkTextIter start, end;

      if (gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
        gtk_text_buffer_place_cursor (buffer, &end);
    }
}

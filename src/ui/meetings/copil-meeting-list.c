/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-list.h"

#include <glib/gi18n-lib.h>

#include "copil-meeting-minutes.h"
#include "copil-focus.h"
#include "copil-row-list.h"
#include "copil-value.h"
#include "copil-view-meeting.h"

enum
{
  COLUMN_DATE,
  COLUMN_TITLE,
  COLUMN_TYPE,
  COLUMN_MINUTES,
  COLUMN_NEXT
};

struct _CopilMeetingList
{
  CopilPanel parent_instance;

  CopilRowList *rows;
  GtkSingleSelection *selection;
  gint64 id;
  guint place;
  gboolean setting;

  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (CopilMeetingList, copil_meeting_list, COPIL_TYPE_PANEL)

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* The widgets of one row. */
typedef struct
{
  GtkWidget *date;
  GtkWidget *next;
  GtkWidget *title;
  GtkWidget *type;
  GtkWidget *icon;
  GtkWidget *minutes;
  gulong handler;
} Cell;

static GtkWidget *
add_label (GtkWidget *box, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (class)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* Where only the list shows, a click is how one goes to the meeting. */
static void
pressed_cb (GtkGestureClick *gesture, int n_presses, double x, double y, GtkWidget *box)
{
  GtkWidget *list = gtk_widget_get_ancestor (box, COPIL_TYPE_MEETING_LIST);

  if (list)
    g_signal_emit (list, signals[ACTIVATED], 0, FALSE);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Cell *cell = g_new0 (Cell, 1);

  cell->date = add_label (top, "heading");
  gtk_widget_set_hexpand (cell->date, TRUE);
  cell->next = gtk_label_new (C_ ("meeting", "Next"));
  gtk_widget_add_css_class (cell->next, "caption-heading");
  gtk_widget_add_css_class (cell->next, "accent");
  gtk_box_append (GTK_BOX (top), cell->next);
  gtk_box_append (GTK_BOX (box), top);
  cell->title = add_label (box, NULL);
  cell->type = add_label (bottom, "caption");
  gtk_widget_add_css_class (cell->type, "dim-label");
  gtk_widget_set_hexpand (cell->type, TRUE);
  cell->icon = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (cell->icon), 12);
  gtk_box_append (GTK_BOX (bottom), cell->icon);
  cell->minutes = gtk_label_new (NULL);
  gtk_widget_add_css_class (cell->minutes, "caption");
  gtk_box_append (GTK_BOX (bottom), cell->minutes);
  gtk_box_append (GTK_BOX (box), bottom);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), box);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, box);
  g_object_set_data_full (G_OBJECT (item), "cell", cell, g_free);
}

static void
fill (GtkListItem *item)
{
  const CopilKind *kind = copil_kind_get ("meeting");
  Cell *cell = g_object_get_data (G_OBJECT (item), "cell");
  CopilRow *row = gtk_list_item_get_item (item);
  g_autofree char *date = copil_date_format_long (copil_row_get (row, COLUMN_DATE));
  g_autofree char *tip = NULL, *said = NULL;
  const char *title = copil_row_get (row, COLUMN_TITLE), *day = *date ? date : _ ("No date yet");
  const char *state = copil_row_get (row, COLUMN_MINUTES), *type = copil_row_get (row, COLUMN_TYPE);
  const char *minutes =
      state ? copil_field_get_option_label (copil_kind_get_field (kind, "minutes"), state) : "";
  gboolean next = copil_row_get_int (row, COLUMN_NEXT) != 0;

  type = type ? copil_field_get_option_label (copil_kind_get_field (kind, "type"), type) : "";
  if (!title)
    title = copil_kind_get_label (kind);
  gtk_label_set_label (GTK_LABEL (cell->date), day);
  gtk_widget_set_visible (cell->next, next);
  gtk_label_set_label (GTK_LABEL (cell->title), title);
  gtk_label_set_label (GTK_LABEL (cell->type), type);
  gtk_image_set_from_icon_name (GTK_IMAGE (cell->icon), copil_meeting_get_minutes_icon (state));
  gtk_label_set_label (GTK_LABEL (cell->minutes), minutes);
  tip = g_strdup_printf ("%s\n%s\n%s", day, title, type);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), tip);
  said = g_strdup_printf (next ? _ ("%s, next meeting, %s, %s, minutes: %s")
                               : _ ("%s, %s, %s, minutes: %s"),
                          day, title, type, minutes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_list_item_get_child (item)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  /* The keyboard goes to the row that GTK makes around. */
  if (gtk_widget_get_parent (gtk_list_item_get_child (item)))
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (gtk_widget_get_parent (gtk_list_item_get_child (item))),
        GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), "cell");

  cell->handler = g_signal_connect_swapped (gtk_list_item_get_item (item), "notify::revision",
                                            G_CALLBACK (fill), item);
  fill (item);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), "cell");

  g_clear_signal_handler (&cell->handler, gtk_list_item_get_item (item));
}

static void
take (CopilMeetingList *list, gint64 id)
{
  list->place = copil_row_list_find (list->rows, 0, id);
  if (list->id == id)
    return;
  list->id = id;
  g_signal_emit (list, signals[SELECTED], 0, id);
}

static void
selected_cb (CopilMeetingList *list)
{
  CopilRow *row = gtk_single_selection_get_selected_item (list->selection);

  if (!list->setting && row)
    take (list, copil_row_get_id (row));
}

static void
select_place (CopilMeetingList *list, guint place)
{
  list->setting = TRUE;
  gtk_single_selection_set_selected (list->selection, place);
  list->setting = FALSE;
}

/* The list has moved: the same meeting stays selected, or the one that took its place. */
static void
items_changed_cb (CopilMeetingList *list)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list->rows));
  guint place = copil_row_list_find (list->rows, 0, list->id);
  g_autoptr (CopilRow) row = NULL;

  if (place == G_MAXUINT && n > 0)
    place = MIN (list->place, n - 1);
  if (place != G_MAXUINT)
    select_place (list, place);
  row = g_list_model_get_item (G_LIST_MODEL (list->rows), place);
  take (list, row ? copil_row_get_id (row) : 0);
}

static void
activate_cb (CopilMeetingList *list)
{
  g_signal_emit (list, signals[ACTIVATED], 0, TRUE);
}

static void
copil_meeting_list_dispose (GObject *object)
{
  CopilMeetingList *list = COPIL_MEETING_LIST (object);

  if (list->rows)
    {
      g_signal_handlers_disconnect_by_data (list->rows, list);
      g_signal_handlers_disconnect_by_data (list->selection, list);
    }
  G_OBJECT_CLASS (copil_meeting_list_parent_class)->dispose (object);
  g_clear_object (&list->selection);
  g_clear_object (&list->rows);
}

static void
copil_meeting_list_class_init (CopilMeetingListClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_meeting_list_dispose;
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
copil_meeting_list_init (CopilMeetingList *list)
{
}

static void
build (CopilMeetingList *list)
{
  const char *const queries[] = { copil_view_meeting_row, NULL };
  static const char *const kinds[] = { "meeting", NULL };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  list->rows = copil_row_list_new (copil_panel_get_store (list), queries, kinds);
  list->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (list->rows)));
  gtk_single_selection_set_autoselect (list->selection, FALSE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  list->view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (list->selection)), factory);
  copil_focus_follow (list->view);
  gtk_widget_add_css_class (list->view, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  copil_kind_get_plural_label (copil_kind_get ("meeting")), -1);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                        gtk_named_action_new ("page.delete")));
  gtk_widget_add_controller (list->view, keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list->view);
  copil_panel_set_child (list, scrolled);
  copil_row_list_set_query (list->rows, copil_view_meeting_keys, NULL, "meeting");
  g_signal_connect_swapped (list->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            list);
  g_signal_connect_data (list->rows, "items-changed", G_CALLBACK (items_changed_cb), list, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_swapped (list->view, "activate", G_CALLBACK (activate_cb), list);
}

GtkWidget *
copil_meeting_list_new (CopilSession *session)
{
  CopilMeetingList *list = g_object_new (COPIL_TYPE_MEETING_LIST, "session", session, NULL);

  build (list);
  return GTK_WIDGET (list);
}

gint64
copil_meeting_list_get_id (CopilMeetingList *list)
{
  return list->id;
}

void
copil_meeting_list_set_id (CopilMeetingList *list, gint64 id)
{
  guint place = copil_row_list_find (list->rows, 0, id);

  if (place == G_MAXUINT)
    return;
  select_place (list, place);
  gtk_widget_activate_action (list->view, "list.scroll-to-item", "u", place);
  take (list, id);
}

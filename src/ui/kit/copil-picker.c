/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-picker.h"

#include <glib/gi18n-lib.h>

#include "copil-focus.h"
#include "copil-view-list.h"

struct _CopilPicker
{
  CopilPanel parent_instance;

  const CopilKind *kind;
  gboolean several;
  char *value;
  const char *within_field;
  gint64 within;
  char *placeholder;
  char *listed; /* what was searched for when the list was read */

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *popover;
  GtkWidget *search;
  GtkWidget *view;
  GtkWidget *none;
  CopilRowList *list;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (CopilPicker, copil_picker, COPIL_TYPE_PANEL)

enum
{
  PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
is_chosen (CopilPicker *picker, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_auto (GStrv) ids = g_strsplit (picker->value ? picker->value : "", " ", -1);
  return g_strv_contains ((const char *const *)ids, text);
}

static void
show_value (gpointer self)
{
  CopilPicker *picker = self;
  g_auto (GStrv) ids = g_strsplit (picker->value ? picker->value : "", " ", -1);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  const char *placeholder = picker->placeholder ? picker->placeholder : C_ ("choice", "None");

  for (guint i = 0; ids[i]; i++)
    if (*ids[i])
      g_ptr_array_add (titles, copil_store_dup_title (copil_panel_get_store (picker), picker->kind,
                                                      g_ascii_strtoll (ids[i], NULL, 10)));
  g_ptr_array_add (titles, NULL);
  text = g_strjoinv (", ", (char **)titles->pdata);
  gtk_label_set_label (GTK_LABEL (picker->label), *text ? text : placeholder);
  gtk_widget_set_tooltip_text (picker->button, *text ? text : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picker->button),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, *text ? text : placeholder,
                                  -1);
}

static void
fill_list (CopilPicker *picker)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (picker->search));

  copil_view_list_show_choices (picker->list, picker->kind, picker->within_field, picker->within,
                                typed);
  g_free (picker->listed);
  picker->listed = g_strdup (typed);
}

static void
choose (CopilPicker *picker, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  if (!picker->several)
    {
      g_free (picker->value);
      picker->value = id ? g_steal_pointer (&text) : NULL;
      gtk_popover_popdown (GTK_POPOVER (picker->popover));
    }
  else if (!id)
    g_clear_pointer (&picker->value, g_free);
  else
    {
      g_auto (GStrv) ids = g_strsplit (picker->value ? picker->value : "", " ", -1);
      g_autoptr (GPtrArray) now = g_ptr_array_new ();
      gboolean had = FALSE;

      /* ids stay in rising order, as the store gives them */
      for (guint i = 0; ids[i]; i++)
        {
          gint64 other = g_ascii_strtoll (ids[i], NULL, 10);
          if (other == id)
            {
              had = TRUE;
              continue;
            }
          if (!*ids[i])
            continue;
          if (!had && other > id)
            {
              g_ptr_array_add (now, text);
              had = TRUE;
            }
          g_ptr_array_add (now, ids[i]);
        }
      if (!had)
        g_ptr_array_add (now, text);
      g_ptr_array_add (now, NULL);
      g_free (picker->value);
      picker->value = now->len > 1 ? g_strjoinv (" ", (char **)now->pdata) : NULL;
    }
  show_value (picker);
  g_signal_emit (picker, signals[PICKED], 0);
}

/* --- the list --- */

static void
show_check (GtkListItem *item)
{
  CopilPicker *picker = g_object_get_data (G_OBJECT (item), "picker");
  GtkWidget *box = gtk_list_item_get_child (item), *check = gtk_widget_get_last_child (box);
  CopilRow *row = gtk_list_item_get_item (item);

  gtk_widget_set_opacity (check, row && is_chosen (picker, copil_row_get_id (row)) ? 1 : 0);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, CopilPicker *picker)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL),
            *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
  g_object_set_data (G_OBJECT (item), "picker", picker);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, CopilPicker *picker)
{
  CopilRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *title =
      copil_store_dup_title (copil_panel_get_store (picker), picker->kind, copil_row_get_id (row));

  gtk_label_set_label (GTK_LABEL (label), title);
  gtk_widget_set_tooltip_text (label, title);
  show_check (item);
}

static void
activate_cb (CopilPicker *picker, guint position)
{
  g_autoptr (CopilRow) row = g_list_model_get_item (G_LIST_MODEL (picker->list), position);

  if (!row)
    return;
  choose (picker, copil_row_get_id (row));
  if (picker->several)
    g_list_model_items_changed (G_LIST_MODEL (picker->list), position, 1, 1);
}

/* The list follows what is typed a moment later: Enter does not take what stood there before. */
static void
search_activate_cb (CopilPicker *picker)
{
  guint position;

  if (g_strcmp0 (picker->listed, gtk_editable_get_text (GTK_EDITABLE (picker->search))) != 0)
    fill_list (picker);
  position = gtk_single_selection_get_selected (picker->selection);
  if (position != GTK_INVALID_LIST_POSITION)
    activate_cb (picker, position);
}

static void
none_cb (CopilPicker *picker)
{
  choose (picker, 0);
  fill_list (picker);
}

static void
search_stopped_cb (CopilPicker *picker)
{
  gtk_popover_popdown (GTK_POPOVER (picker->popover));
}

static gboolean
search_key_cb (CopilPicker *picker, guint key, guint code, GdkModifierType modifiers)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (picker->list));
  guint position = gtk_single_selection_get_selected (picker->selection);

  if (key == GDK_KEY_Down && n > 0)
    position = position == GTK_INVALID_LIST_POSITION ? 0 : MIN (position + 1, n - 1);
  else if (key == GDK_KEY_Up && n > 0 && position != GTK_INVALID_LIST_POSITION && position > 0)
    position--;
  else
    return GDK_EVENT_PROPAGATE;
  gtk_single_selection_set_selected (picker->selection, position);
  gtk_widget_activate_action (picker->view, "list.scroll-to-item", "u", position);
  return GDK_EVENT_STOP;
}

static void
opened_cb (CopilPicker *picker)
{
  gtk_editable_set_text (GTK_EDITABLE (picker->search), "");
  fill_list (picker);
  gtk_widget_grab_focus (picker->search);
}

static void
copil_picker_finalize (GObject *object)
{
  CopilPicker *picker = COPIL_PICKER (object);

  g_object_unref (picker->list);
  g_free (picker->value);
  g_free (picker->placeholder);
  g_free (picker->listed);
  G_OBJECT_CLASS (copil_picker_parent_class)->finalize (object);
}

static void
copil_picker_class_init (CopilPickerClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_picker_finalize;
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
copil_picker_init (CopilPicker *picker)
{
}

static void
build (CopilPicker *picker)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6),
            *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *content;
  g_autofree char *search_label =
      g_strdup_printf (_ ("Search: %s"), copil_kind_get_plural_label (picker->kind));

  picker->list = copil_view_list_new (copil_panel_get_store (picker), picker->kind->name, NULL);
  picker->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (picker->list)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), picker);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), picker);
  picker->view = gtk_list_view_new (GTK_SELECTION_MODEL (picker->selection), factory);
  copil_focus_follow (picker->view);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (picker->view), TRUE);
  g_signal_connect_swapped (picker->view, "activate", G_CALLBACK (activate_cb), picker);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picker->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  copil_kind_get_plural_label (picker->kind), -1);

  picker->search = gtk_search_entry_new ();
  g_signal_connect_swapped (picker->search, "search-changed", G_CALLBACK (fill_list), picker);
  g_signal_connect_swapped (picker->search, "activate", G_CALLBACK (search_activate_cb), picker);
  g_signal_connect_swapped (picker->search, "stop-search", G_CALLBACK (search_stopped_cb), picker);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (search_key_cb), picker);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (picker->search, keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picker->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  search_label, -1);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), picker->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 260);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_set_size_request (scrolled, 300, 120);
  picker->none = gtk_button_new_with_label (picker->several ? _ ("Clear") : C_ ("choice", "None"));
  gtk_widget_add_css_class (picker->none, "flat");
  g_signal_connect_swapped (picker->none, "clicked", G_CALLBACK (none_cb), picker);
  gtk_box_append (GTK_BOX (box), picker->search);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), picker->none);
  picker->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (picker->popover), box);
  g_signal_connect_swapped (picker->popover, "show", G_CALLBACK (opened_cb), picker);

  picker->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (picker->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (picker->label), 0);
  gtk_widget_set_hexpand (picker->label, TRUE);
  picker->button = gtk_menu_button_new ();
  content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (content), picker->label);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (picker->button), content);
  /* GTK centres what a menu button holds; a choice reads from the start, as in a drop-down. */
  if (GTK_IS_BOX (gtk_widget_get_parent (content)))
    gtk_widget_set_halign (gtk_widget_get_parent (content), GTK_ALIGN_FILL);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (picker->button), picker->popover);
  copil_panel_set_child (picker, picker->button);
  copil_panel_set_focus (picker, picker->button);
}

GtkWidget *
copil_picker_new (CopilSession *session, const char *kind, gboolean several)
{
  CopilPicker *picker = g_object_new (COPIL_TYPE_PICKER, "session", session, NULL);

  picker->kind = copil_kind_get (kind);
  picker->several = several;
  build (picker);
  copil_panel_watch (picker, picker->kind->name, show_value);
  show_value (picker);
  return GTK_WIDGET (picker);
}

void
copil_picker_set_value (CopilPicker *picker, const char *value)
{
  g_autofree char *copy = value && *value ? g_strdup (value) : NULL;

  g_free (picker->value);
  picker->value = g_steal_pointer (&copy);
  show_value (picker);
}

const char *
copil_picker_get_value (CopilPicker *picker)
{
  return picker->value;
}

void
copil_picker_set_within (CopilPicker *picker, const char *field, gint64 id)
{
  picker->within_field = field;
  picker->within = id;
}

void
copil_picker_set_placeholder (CopilPicker *picker, const char *placeholder)
{
  g_autofree char *copy = g_strdup (placeholder);

  g_free (picker->placeholder);
  picker->placeholder = g_steal_pointer (&copy);
  show_value (picker);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-level-list.h"

#include "copil-fold.h"

struct _CopilLevelList
{
  GtkPopover parent_instance;

  GtkWidget *list;
  char **levels; /* as they stand in the list */
};

G_DEFINE_FINAL_TYPE (CopilLevelList, copil_level_list, GTK_TYPE_POPOVER)

enum
{
  PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static int
get_selected (CopilLevelList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row ? gtk_list_box_row_get_index (row) : -1;
}

static void
select_level (CopilLevelList *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);

  if (!row)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The level of that rank, or the next one that begins with that letter, round and round; -1 for
 * none. */
static int
find_typed (CopilLevelList *self, gunichar typed)
{
  int n = (int)g_strv_length (self->levels), from = get_selected (self);
  char letter[7] = { 0 };
  g_autofree char *wanted = NULL;

  if (g_unichar_isdigit (typed))
    return g_unichar_digit_value (typed) <= n ? g_unichar_digit_value (typed) - 1 : -1;
  g_unichar_to_utf8 (typed, letter);
  wanted = copil_fold (letter);
  for (int i = 1; wanted && *wanted && i <= n; i++)
    {
      g_autofree char *level = copil_fold (self->levels[(from + i) % n]);

      if (level && g_str_has_prefix (level, wanted))
        return (from + i) % n;
    }
  return -1;
}

static void
pick (CopilLevelList *self, const char *level, int rows, int columns)
{
  g_autofree char *picked = g_strdup (level);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, picked, rows, columns);
}

static void
activated_cb (CopilLevelList *self, GtkListBoxRow *row)
{
  pick (self, self->levels[gtk_list_box_row_get_index (row)], 0, 0);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType modifiers,
        CopilLevelList *self)
{
  int step = modifiers & GDK_SHIFT_MASK ? -1 : 1, selected = get_selected (self), found;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (selected >= 0)
        pick (self, self->levels[selected], step, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if (selected >= 0)
        pick (self, self->levels[selected], 0, keyval == GDK_KEY_Tab ? step : -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      pick (self, "", 0, 0);
      return GDK_EVENT_STOP;
    default:
      break;
    }
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK) ||
      !g_unichar_isalnum (gdk_keyval_to_unicode (keyval)))
    return GDK_EVENT_PROPAGATE;
  found = find_typed (self, gdk_keyval_to_unicode (keyval));
  if (found >= 0)
    select_level (self, found);
  return GDK_EVENT_STOP;
}

static void
copil_level_list_finalize (GObject *object)
{
  g_strfreev (COPIL_LEVEL_LIST (object)->levels);
  G_OBJECT_CLASS (copil_level_list_parent_class)->finalize (object);
}

static void
copil_level_list_class_init (CopilLevelListClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_level_list_finalize;
  signals[PICKED] =
      g_signal_new ("picked", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT, G_TYPE_INT);
}

static void
copil_level_list_init (CopilLevelList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 300);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
copil_level_list_new (void)
{
  return g_object_new (COPIL_TYPE_LEVEL_LIST, NULL);
}

void
copil_level_list_ask (CopilLevelList *self, const char *const *levels, const char *current,
                      gunichar typed, const char *name)
{
  GtkWidget *row;
  int selected = -1;

  while ((row = gtk_widget_get_first_child (self->list)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  g_strfreev (self->levels);
  self->levels = g_strdupv ((char **)levels);
  for (int i = 0; levels[i]; i++)
    {
      GtkWidget *label = gtk_label_new (levels[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
      gtk_widget_set_margin_start (label, 9);
      gtk_widget_set_margin_end (label, 9);
      gtk_widget_set_margin_top (label, 4);
      gtk_widget_set_margin_bottom (label, 4);
      gtk_list_box_append (GTK_LIST_BOX (self->list), label);
      if (g_strcmp0 (levels[i], current) == 0)
        selected = i;
    }
  if (typed)
    {
      int found = find_typed (self, typed);

      selected = found >= 0 ? found : selected;
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_popover_popup (GTK_POPOVER (self));
  select_level (self, MAX (selected, 0));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-sitting-choice.h"

#include <glib/gi18n-lib.h>

#include "copil-record.h"

struct _CopilSittingChoice
{
  CopilPanel parent_instance;

  CopilViewMatches matches;
  gint64 meeting;
  const char *kind; /* of what is chosen, NULL for nothing */
  gint64 id;
  gboolean typed; /* since it was chosen */
  gboolean setting;

  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *list;
  GtkWidget *fault;
  GPtrArray *found; /* CopilViewRecord, one for each row of the list */
};

G_DEFINE_FINAL_TYPE (CopilSittingChoice, copil_sitting_choice, COPIL_TYPE_PANEL)

static const char *
get_text (CopilSittingChoice *choice)
{
  return gtk_editable_get_text (GTK_EDITABLE (choice->entry));
}

static void
set_text (CopilSittingChoice *choice, const char *text)
{
  choice->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (choice->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (choice->entry), -1);
  gtk_widget_set_tooltip_text (choice->entry, *text ? text : NULL);
  choice->setting = FALSE;
  choice->typed = FALSE;
}

static void
append (CopilSittingChoice *choice, CopilViewRecord *match)
{
  GtkWidget *row = gtk_list_box_row_new (), *label = gtk_label_new (match->title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, match->title);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (choice->list), row);
}

/* Those that match what is typed; the first one is marked where something is. */
static void
fill (CopilSittingChoice *choice)
{
  g_autofree char *typed = g_strstrip (g_strdup (choice->typed ? get_text (choice) : ""));
  g_autoptr (GPtrArray) found =
      choice->matches (copil_panel_get_store (choice), choice->meeting, typed);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (choice->list)))
    gtk_list_box_remove (GTK_LIST_BOX (choice->list), row);
  for (guint i = 0; i < found->len; i++)
    append (choice, found->pdata[i]);
  g_clear_pointer (&choice->found, g_ptr_array_unref);
  choice->found = g_steal_pointer (&found);
  row = gtk_widget_get_first_child (choice->list);
  if (row && *typed)
    gtk_list_box_select_row (GTK_LIST_BOX (choice->list), GTK_LIST_BOX_ROW (row));
  gtk_widget_set_visible (choice->list, row != NULL);
}

static void
choose (CopilSittingChoice *choice, GtkListBoxRow *row)
{
  CopilViewRecord *match = choice->found->pdata[gtk_list_box_row_get_index (row)];

  copil_sitting_choice_set (choice, match->kind, match->id);
}

static void
changed_cb (CopilSittingChoice *choice)
{
  if (choice->setting)
    return;
  choice->typed = TRUE;
  gtk_widget_set_visible (choice->fault, FALSE);
  fill (choice);
}

static void
enter_cb (CopilSittingChoice *choice)
{
  fill (choice);
}

static void
leave_cb (CopilSittingChoice *choice)
{
  if (!copil_panel_get_child (choice))
    return;
  copil_sitting_choice_take (choice);
  gtk_widget_set_visible (choice->list, FALSE);
}

static void
activated_cb (CopilSittingChoice *choice, GtkListBoxRow *row)
{
  choose (choice, row);
  gtk_widget_grab_focus (choice->entry);
}

/* Up and Down mark in the list while the letters go to the line. */
static gboolean
key_cb (CopilSittingChoice *choice, guint key, guint code, GdkModifierType modifiers)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (choice->list));
  int step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;

  if (!step || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return GDK_EVENT_PROPAGATE;
  if (!gtk_widget_get_visible (choice->list))
    fill (choice);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (choice->list),
                                       row ? MAX (gtk_list_box_row_get_index (row) + step, 0) : 0);
  if (row)
    {
      const char *title;

      gtk_list_box_select_row (GTK_LIST_BOX (choice->list), row);
      title = gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row)));
      gtk_accessible_update_property (GTK_ACCESSIBLE (choice->entry),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
    }
  return GDK_EVENT_STOP;
}

static void
copil_sitting_choice_finalize (GObject *object)
{
  g_clear_pointer (&COPIL_SITTING_CHOICE (object)->found, g_ptr_array_unref);
  G_OBJECT_CLASS (copil_sitting_choice_parent_class)->finalize (object);
}

static void
copil_sitting_choice_class_init (CopilSittingChoiceClass *class)
{
  G_OBJECT_CLASS (class)->finalize = copil_sitting_choice_finalize;
}

static void
copil_sitting_choice_init (CopilSittingChoice *choice)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  choice->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  choice->entry = gtk_entry_new ();
  g_signal_connect_swapped (choice->entry, "changed", G_CALLBACK (changed_cb), choice);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), choice);
  gtk_widget_add_controller (choice->entry, keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), choice);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), choice);
  gtk_widget_add_controller (choice->entry, focus);
  choice->list = gtk_list_box_new ();
  gtk_widget_set_visible (choice->list, FALSE);
  gtk_widget_add_css_class (choice->list, "sitting-matches");
  g_signal_connect_swapped (choice->list, "row-activated", G_CALLBACK (activated_cb), choice);
  choice->fault = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (choice->fault), TRUE);
  gtk_label_set_xalign (GTK_LABEL (choice->fault), 0);
  gtk_widget_add_css_class (choice->fault, "error");
  gtk_widget_set_visible (choice->fault, FALSE);
  copil_panel_set_child (choice, choice->box);
}

GtkWidget *
copil_sitting_choice_new (CopilSession *session, const char *label, CopilViewMatches matches,
                          gint64 meeting)
{
  CopilSittingChoice *choice = g_object_new (COPIL_TYPE_SITTING_CHOICE, "session", session, NULL);
  GtkWidget *text = gtk_label_new_with_mnemonic (label);

  choice->matches = matches;
  choice->meeting = meeting;
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_add_css_class (text, "field-label");
  gtk_label_set_mnemonic_widget (GTK_LABEL (text), choice->entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (text)), -1);
  gtk_box_append (GTK_BOX (choice->box), text);
  gtk_box_append (GTK_BOX (choice->box), choice->entry);
  gtk_box_append (GTK_BOX (choice->box), choice->fault);
  gtk_box_append (GTK_BOX (choice->box), choice->list);
  return GTK_WIDGET (choice);
}

void
copil_sitting_choice_set (CopilSittingChoice *choice, const char *kind, gint64 id)
{
  g_autofree char *title =
      id ? copil_store_dup_title (copil_panel_get_store (choice), copil_kind_get (kind), id)
         : g_strdup ("");

  choice->kind = id ? g_intern_string (kind) : NULL;
  choice->id = id;
  gtk_widget_set_visible (choice->fault, FALSE);
  gtk_widget_set_visible (choice->list, FALSE);
  set_text (choice, title);
}

gboolean
copil_sitting_choice_take (CopilSittingChoice *choice)
{
  g_autofree char *typed = g_strstrip (g_strdup (get_text (choice)));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (choice->list));
  g_autofree char *fault = NULL;

  if (choice->typed && !*typed)
    copil_sitting_choice_set (choice, NULL, 0);
  else if (row && gtk_widget_get_visible (choice->list))
    choose (choice, row);
  else if (choice->typed)
    {
      fault = g_strdup_printf (_ ("Nothing in the file is called “%s”."), typed);
      gtk_label_set_label (GTK_LABEL (choice->fault), fault);
      gtk_widget_set_visible (choice->fault, TRUE);
      return FALSE;
    }
  return TRUE;
}

gint64
copil_sitting_choice_get (CopilSittingChoice *choice, const char *kind)
{
  return g_strcmp0 (choice->kind, kind) == 0 ? choice->id : 0;
}

void
copil_sitting_choice_focus (CopilSittingChoice *choice)
{
  gtk_widget_grab_focus (choice->entry);
}

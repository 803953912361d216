/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-substitute.h"

#include <glib/gi18n-lib.h>

#include "copil-committee-store.h"
#include "copil-form.h"
#include "copil-representation.h"

struct _CopilMeetingSubstitute
{
  CopilPanel parent_instance;

  gint64 meeting;
  gint64 person;
  gint64 attendance;

  GtkWidget *form;
  GtkWidget *button;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CopilMeetingSubstitute, copil_meeting_substitute, COPIL_TYPE_PANEL)

enum
{
  DONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
shown_cb (CopilMeetingSubstitute *substitute)
{
  g_autoptr (GPtrArray) names = copil_committee_list_substitutes (
      copil_panel_get_store (substitute), substitute->meeting, substitute->person);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (substitute->list)))
    gtk_list_box_remove (GTK_LIST_BOX (substitute->list), row);
  for (guint i = 0; i < names->len; i++)
    {
      GtkWidget *label = gtk_label_new (names->pdata[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (substitute->list), label);
    }
  row = gtk_widget_get_first_child (substitute->list);
  if (row)
    gtk_widget_grab_focus (row);
}

static void
chosen_cb (CopilMeetingSubstitute *substitute, GtkListBoxRow *row)
{
  g_autofree char *name =
      g_strdup (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))));
  g_autoptr (GError) error = NULL;

  copil_session_keep (copil_panel_get_session (substitute));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (substitute->button));
  if (copil_session_check (copil_panel_get_session (substitute),
                           copil_attendance_represent (copil_panel_get_store (substitute),
                                                       substitute->attendance, name, &error),
                           &error))
    g_signal_emit (substitute, signals[DONE], 0);
}

/* A name is whole once the keyboard goes: somebody the file knows is then on the list too. */
static void
bring (CopilMeetingSubstitute *substitute)
{
  g_autoptr (GError) error = NULL;

  if (!substitute->attendance || !copil_session_flush (copil_panel_get_session (substitute)))
    return;
  copil_session_check (copil_panel_get_session (substitute),
                       copil_attendance_bring_representative (copil_panel_get_store (substitute),
                                                              substitute->attendance, &error),
                       &error);
}

static void
left_idle_cb (gpointer data)
{
  CopilMeetingSubstitute *substitute = data;

  if (copil_panel_get_child (substitute))
    bring (substitute);
  g_object_unref (substitute);
}

/* The keyboard may have gone because the lines are being made anew: after that. */
static void
leave_cb (CopilMeetingSubstitute *substitute)
{
  g_idle_add_once (left_idle_cb, g_object_ref (substitute));
}

static gboolean
key_cb (CopilMeetingSubstitute *substitute, guint key)
{
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      bring (substitute);
      g_signal_emit (substitute, signals[DONE], 0);
    }
  else if (key == GDK_KEY_Escape) /* back to the line, and no further */
    gtk_widget_grab_focus (
        gtk_widget_get_ancestor (GTK_WIDGET (substitute), GTK_TYPE_LIST_BOX_ROW));
  else if (key == GDK_KEY_Down)
    gtk_menu_button_popup (GTK_MENU_BUTTON (substitute->button));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
copil_meeting_substitute_class_init (CopilMeetingSubstituteClass *class)
{
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
copil_meeting_substitute_init (CopilMeetingSubstitute *substitute)
{
}

static GtkWidget *
build_button (CopilMeetingSubstitute *substitute)
{
  GtkWidget *popover = gtk_popover_new (), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *empty = gtk_label_new (_ ("Nobody is noted as present yet"));
  const char *tip = _ ("Choose who represents them: the alternate, or who is present (Down)");

  substitute->list = gtk_list_box_new ();
  gtk_list_box_set_placeholder (GTK_LIST_BOX (substitute->list), empty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (substitute->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Represented by"), -1);
  g_signal_connect_swapped (substitute->list, "row-activated", G_CALLBACK (chosen_cb), substitute);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 260);
  gtk_widget_set_size_request (scrolled, 240, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), substitute->list);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (shown_cb), substitute);
  substitute->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (substitute->button), "pan-down-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (substitute->button), popover);
  gtk_widget_set_tooltip_text (substitute->button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (substitute->button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_set_valign (substitute->button, GTK_ALIGN_END);
  return substitute->button;
}

GtkWidget *
copil_meeting_substitute_new (CopilSession *session, gint64 meeting, gint64 person)
{
  CopilMeetingSubstitute *substitute =
      g_object_new (COPIL_TYPE_MEETING_SUBSTITUTE, "session", session, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  substitute->meeting = meeting;
  substitute->person = person;
  substitute->form = copil_form_new (session, "attendance", "substitute");
  gtk_widget_set_hexpand (substitute->form, TRUE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), substitute);
  gtk_widget_add_controller (substitute->form, keys);
  gtk_box_append (GTK_BOX (box), substitute->form);
  gtk_box_append (GTK_BOX (box), build_button (substitute));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), substitute);
  gtk_widget_add_controller (GTK_WIDGET (substitute), focus);
  copil_panel_set_child (substitute, box);
  return GTK_WIDGET (substitute);
}

void
copil_meeting_substitute_set_attendance (CopilMeetingSubstitute *substitute, gint64 attendance)
{
  substitute->attendance = attendance;
  copil_form_set_id (COPIL_FORM (substitute->form), attendance);
}

void
copil_meeting_substitute_focus (CopilMeetingSubstitute *substitute)
{
  copil_form_focus (COPIL_FORM (substitute->form), NULL);
}

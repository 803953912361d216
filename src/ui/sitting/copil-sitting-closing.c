/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-sitting-closing.h"

#include <glib/gi18n-lib.h>

#include "copil-focus.h"
#include "copil-form.h"
#include "copil-parts.h"
#include "copil-minutes-life.h"
#include "copil-sitting.h"
#include "copil-value.h"
#include "copil-view-record.h"

struct _CopilSittingClosing
{
  CopilPanel parent_instance;

  gint64 meeting;
  gboolean closed;
  char *end; /* that it was to end, or that was noted here */
  guint focusing;

  GtkWidget *scrolled;
  GtkWidget *form;
  GtkWidget *missing;
  GtkWidget *state;
  GtkWidget *propose;
  GtkWidget *export;
};

G_DEFINE_FINAL_TYPE (CopilSittingClosing, copil_sitting_closing, COPIL_TYPE_PANEL)

static char *
dup_end (CopilSittingClosing *closing)
{
  return copil_view_dup_field (copil_panel_get_store (closing), "meeting", closing->meeting,
                               "end_time");
}

static void
append_line (CopilSittingClosing *closing, const char *icon, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_margin_top (image, 4);
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), copil_parts_label_new (text, NULL));
  gtk_box_append (GTK_BOX (closing->missing), line);
}

static void
show_missing (CopilSittingClosing *closing)
{
  g_autoptr (GPtrArray) list =
      copil_sitting_list_missing (copil_panel_get_store (closing), closing->meeting);
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (closing->missing)))
    gtk_box_remove (GTK_BOX (closing->missing), line);
  for (guint i = 0; i < list->len; i++)
    append_line (closing, "dialog-warning-symbolic", list->pdata[i]);
  if (list->len == 0)
    append_line (closing, "copil-done-symbolic", _ ("Nothing is missing."));
}

static void
show_state (CopilSittingClosing *closing)
{
  g_autoptr (CopilMinutesLife) life =
      copil_minutes_life_new (copil_panel_get_store (closing), closing->meeting);
  gboolean draft = life && g_strcmp0 (life->state, "draft") == 0;
  g_autofree char *date = life ? copil_date_format_long (life->proposed) : NULL;
  g_autofree char *text = NULL;

  if (!life)
    return;
  if (closing->closed)
    text = g_strdup (_ ("The minutes are validated: nothing of this meeting changes any more."));
  else if (draft)
    text = g_strdup (_ ("The minutes are a draft, as complete as the notes are."));
  else if (date && *date)
    text = g_strdup_printf (_ ("The minutes are proposed since %s."), date);
  else
    text = g_strdup (_ ("The minutes are proposed."));
  gtk_label_set_label (GTK_LABEL (closing->state), text);
  gtk_widget_set_visible (closing->propose, draft && !closing->closed);
}

static void
show (gpointer closing)
{
  show_missing (closing);
  show_state (closing);
}

/* Enter goes on to the next line. */
static gboolean
key_cb (CopilSittingClosing *closing, guint key, guint code, GdkModifierType modifiers)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (closing)));

  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !GTK_IS_TEXT (focus) ||
      (modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (closing->scrolled, GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static gboolean
focus_cb (gpointer data)
{
  CopilSittingClosing *closing = data;

  closing->focusing = 0;
  if (closing->closed)
    gtk_widget_grab_focus (closing->export);
  else
    copil_form_focus (COPIL_FORM (closing->form), "next_date");
  return G_SOURCE_REMOVE;
}

static void
copil_sitting_closing_dispose (GObject *object)
{
  CopilSittingClosing *closing = COPIL_SITTING_CLOSING (object);

  g_clear_handle_id (&closing->focusing, g_source_remove);
  g_clear_pointer (&closing->end, g_free);
  G_OBJECT_CLASS (copil_sitting_closing_parent_class)->dispose (object);
}

static void
copil_sitting_closing_class_init (CopilSittingClosingClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_sitting_closing_dispose;
}

static void
copil_sitting_closing_init (CopilSittingClosing *closing)
{
}

/* On a small screen large letters take two lines, rather than more width than there is. */
static void
let_wrap (GtkWidget *button)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

static GtkWidget *
build_buttons (CopilSittingClosing *closing)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  closing->propose = copil_parts_button_new (_ ("_Propose the minutes"));
  closing->export = copil_parts_button_new (_ ("Export the _minutes…"));
  gtk_widget_add_css_class (closing->propose, "suggested-action");
  gtk_widget_set_tooltip_text (closing->propose, _ ("Propose the minutes (Ctrl+Enter)"));
  gtk_widget_set_tooltip_text (closing->export, _ ("Export the minutes (Ctrl+E)"));
  g_signal_connect_swapped (closing->propose, "clicked", G_CALLBACK (copil_sitting_closing_propose),
                            closing);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (closing->export), "page.export");
  let_wrap (closing->propose);
  let_wrap (closing->export);
  gtk_box_append (GTK_BOX (buttons), closing->propose);
  gtk_box_append (GTK_BOX (buttons), closing->export);
  return buttons;
}

GtkWidget *
copil_sitting_closing_new (CopilSession *session, gint64 meeting)
{
  CopilSittingClosing *closing =
      g_object_new (COPIL_TYPE_SITTING_CLOSING, "session", session, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkEventController *keys = gtk_event_controller_key_new ();

  closing->meeting = meeting;
  closing->end = dup_end (closing);
  closing->form = copil_form_new (session, "meeting", "next");
  copil_form_set_id (COPIL_FORM (closing->form), meeting);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), closing);
  gtk_widget_add_controller (closing->form, keys);
  closing->missing = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  closing->state = copil_parts_label_new (NULL, NULL);
  gtk_box_append (GTK_BOX (box), copil_parts_label_new (_ ("Closing"), "sitting-title"));
  gtk_box_append (GTK_BOX (box), closing->form);
  gtk_box_append (GTK_BOX (box),
                  copil_parts_label_new (_ ("What is still missing"), "sitting-number"));
  gtk_box_append (GTK_BOX (box), closing->missing);
  gtk_box_append (GTK_BOX (box), closing->state);
  gtk_box_append (GTK_BOX (box), build_buttons (closing));
  closing->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (closing->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (closing->scrolled), box);
  copil_panel_set_child (closing, closing->scrolled);
  copil_panel_watch (closing, "meeting attendance item decision person", show);
  show (closing);
  return GTK_WIDGET (closing);
}

void
copil_sitting_closing_note_end (CopilSittingClosing *closing)
{
  g_autofree char *noted = dup_end (closing);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");

  if (closing->closed || (noted && g_strcmp0 (noted, closing->end) != 0))
    return;
  if (copil_session_edit (copil_panel_get_session (closing), "meeting", closing->meeting,
                          "end_time", time))
    {
      g_free (closing->end);
      closing->end = g_steal_pointer (&time);
    }
}

void
copil_sitting_closing_focus (CopilSittingClosing *closing)
{
  if (!closing->focusing) /* once it shows */
    closing->focusing = g_idle_add (focus_cb, closing);
}

void
copil_sitting_closing_propose (CopilSittingClosing *closing)
{
  g_autoptr (GError) error = NULL;

  copil_panel_settle (closing);
  if (!gtk_widget_get_visible (closing->propose) ||
      !copil_session_flush (copil_panel_get_session (closing)))
    return;
  if (copil_session_check (copil_panel_get_session (closing),
                           copil_minutes_life_propose (copil_panel_get_store (closing),
                                                       closing->meeting, copil_today (), &error),
                           &error))
    gtk_widget_grab_focus (closing->export);
}

void
copil_sitting_closing_set_closed (CopilSittingClosing *closing, gboolean closed)
{
  closing->closed = closed;
  copil_focus_set_sensitive (closing->form, !closed);
  show_state (closing);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-minutes-bar.h"

#include <glib/gi18n-lib.h>

#include "copil-parts.h"
#include "copil-minutes-life.h"
#include "copil-publish-freeze.h"
#include "copil-value.h"

struct _CopilMeetingBar
{
  CopilPanel parent_instance;

  gint64 meeting;
  GtkWidget *correct;
  GtkWidget *popover;
  GtkWidget *reason;
  GtkWidget *wrong;
};

G_DEFINE_FINAL_TYPE (CopilMeetingBar, copil_meeting_bar, COPIL_TYPE_PANEL)

static void
show (gpointer self)
{
  CopilMeetingBar *bar = self;
  CopilStore *store = copil_panel_get_store (bar);

  gtk_widget_set_visible (GTK_WIDGET (bar),
                          bar->meeting && copil_minutes_life_is_closed (store, bar->meeting));
  gtk_widget_set_visible (bar->correct, !copil_store_is_read_only (store));
}

static void
correct_cb (CopilMeetingBar *bar)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *reason =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (bar->reason))));

  copil_session_keep (copil_panel_get_session (bar));
  if (!copil_publish_reopen (copil_panel_get_store (bar), bar->meeting, reason, copil_today (),
                             &error))
    {
      gtk_label_set_label (GTK_LABEL (bar->wrong), error->message);
      gtk_widget_set_visible (bar->wrong, TRUE);
      gtk_widget_grab_focus (bar->reason);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (bar->popover));
  gtk_editable_set_text (GTK_EDITABLE (bar->reason), "");
  gtk_widget_set_visible (bar->wrong, FALSE);
  g_signal_emit_by_name (copil_panel_get_session (bar), "toast",
                         _ ("The meeting is open again; the validated version stays kept."), TRUE);
}

static void
copil_meeting_bar_class_init (CopilMeetingBarClass *class)
{
}

static GtkWidget *
build_popover (CopilMeetingBar *bar)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Why a new version"));
  GtkWidget *open = copil_parts_button_new (_ ("_Open a new version"));

  bar->reason = gtk_entry_new ();
  bar->wrong = copil_parts_label_new (NULL, "error");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), bar->reason);
  gtk_widget_add_css_class (label, "field-label");
  gtk_editable_set_width_chars (GTK_EDITABLE (bar->reason), 36);
  gtk_widget_set_visible (bar->wrong, FALSE);
  gtk_widget_add_css_class (open, "suggested-action");
  g_signal_connect_swapped (bar->reason, "activate", G_CALLBACK (correct_cb), bar);
  g_signal_connect_swapped (open, "clicked", G_CALLBACK (correct_cb), bar);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), bar->reason);
  gtk_box_append (GTK_BOX (box), bar->wrong);
  gtk_box_append (GTK_BOX (box), open);
  bar->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (bar->popover), box);
  return bar->popover;
}

static void
copil_meeting_bar_init (CopilMeetingBar *bar)
{
  GtkWidget *label = copil_parts_label_new (
      _ ("The minutes are validated: what they say can no longer be changed here."), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  bar->correct = gtk_menu_button_new ();
  copil_parts_set_text (bar->correct, _ ("Co_rrect: new version…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (bar->correct), build_popover (bar));
  gtk_widget_set_valign (bar->correct, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), bar->correct);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_bottom (box, 6);
  copil_panel_set_child (bar, box);
}

GtkWidget *
copil_meeting_bar_new (CopilSession *session)
{
  CopilMeetingBar *bar = g_object_new (COPIL_TYPE_MEETING_BAR, "session", session, NULL);

  show (bar);
  copil_panel_watch (bar, "meeting", show);
  return GTK_WIDGET (bar);
}

void
copil_meeting_bar_set_meeting (CopilMeetingBar *bar, gint64 meeting)
{
  bar->meeting = meeting;
  show (bar);
}

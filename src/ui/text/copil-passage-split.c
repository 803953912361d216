/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-passage-split.h"

#include <glib/gi18n-lib.h>

#include "copil-passage-edit.h"

/* What is asked about. */
typedef struct
{
  CopilSession *session;
  gint64 source;
  gint64 id;
  GtkTextView *view;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_object_unref (asking->session);
  g_free (asking);
}

static void
response_cb (GtkWidget *dialog, const char *response, Asking *asking)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (asking->view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_auto (GStrv) pieces = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "split"))
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  pieces = g_strsplit (text, "\n", -1);
  copil_session_check (asking->session,
                       copil_passage_split (copil_session_get_store (asking->session),
                                            asking->source, asking->id, (const char *const *)pieces,
                                            &error),
                       &error);
}

static gboolean
key_cb (GtkWidget *dialog, guint key, guint code, GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !(state & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "split");
  gtk_window_destroy (GTK_WINDOW (dialog));
  return GDK_EVENT_STOP;
}

GtkWidget *
copil_passage_split_new (GtkWindow *parent, CopilSession *session, gint64 source,
                         const CopilPassage *passage)
{
  g_auto (GStrv) pieces = copil_passage_suggest_split (passage->text);
  g_autofree char *text = g_strjoinv ("\n", pieces);
  Asking *asking = g_new0 (Asking, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *dialog, *scroller, *view;

  dialog = adw_message_dialog_new (
      parent, _ ("Split the proposal"),
      _ ("Each line becomes a proposal: put the line breaks where it is to be cut."));
  view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("One line for each proposal"), -1);
  scroller = gtk_scrolled_window_new ();
  gtk_widget_add_css_class (scroller, "note");
  gtk_widget_set_size_request (scroller, 460, 200);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "split",
                                    _ ("_Split"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "split",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  asking->session = g_object_ref (session);
  asking->source = source;
  asking->id = passage->id;
  asking->view = GTK_TEXT_VIEW (view);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking, asking_free, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), dialog);
  gtk_widget_add_controller (dialog, keys);
  gtk_window_set_focus (GTK_WINDOW (dialog), view);
  return dialog;
}

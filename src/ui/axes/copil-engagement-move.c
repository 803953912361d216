/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-engagement-move.h"

#include <glib/gi18n-lib.h>

#include "copil-dialog.h"
#include "copil-picker.h"

/* To another measure, of any axis. */
static void
move_to (CopilSession *session, gint64 id, const char *measure)
{
  CopilStore *store = copil_session_get_store (session);
  g_autofree char *axis =
      copil_store_dup_text (store, "measure", g_ascii_strtoll (measure, NULL, 10), "axis");
  g_autoptr (GError) error = NULL;

  if (axis &&
      copil_session_check (session,
                           copil_store_relocate (store, copil_kind_get ("engagement"), id, 0,
                                                 &error, "axis", axis, "measure", measure, NULL),
                           &error))
    copil_session_go (session, "engagement", id);
}

static void
move_response_cb (CopilSession *session, const char *response, AdwMessageDialog *dialog)
{
  GtkWidget *picker = adw_message_dialog_get_extra_child (dialog);
  const char *measure = copil_picker_get_value (COPIL_PICKER (picker));
  gint64 *id = g_object_get_data (G_OBJECT (dialog), "id");

  if (g_str_equal (response, "move") && measure)
    move_to (session, *id, measure);
}

static void
picked_cb (AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "move", TRUE);
}

void
copil_engagement_move (CopilSession *session, GtkWidget *parent, gint64 id)
{
  GtkWidget *dialog, *picker;

  copil_session_keep (session);
  dialog = adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (parent)), _ ("Move to another measure"),
      _ ("The engagement goes to the end of the measure, also of another axis."));
  picker = copil_picker_new (session, "measure", FALSE);
  copil_picker_set_placeholder (COPIL_PICKER (picker), _ ("Choose a measure"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), picker);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "move",
                                    _ ("_Move"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "move",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "move", FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "move");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (move_response_cb), session,
                           G_CONNECT_SWAPPED);
  copil_dialog_present (dialog);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo: what was agreed is never taken away by it without a question. */
#include "copil-window-private.h"

#include <glib/gi18n-lib.h>

#include "copil-agreed.h"
#include "copil-dialog.h"
#include "copil-history.h"
#include "copil-record.h"

/* Shows what an undo or redo changed, unless the page that shows is about such records. */
static void
show_changed (CopilWindow *window)
{
  CopilStore *store = copil_file_get_store (window->file);
  CopilHistoryFilter filter = { .most = 1 };
  g_autoptr (GPtrArray) entries = copil_history_read (store, &filter, NULL);
  const CopilHistoryEntry *entry = entries && entries->len ? entries->pdata[0] : NULL;
  const CopilHistoryChange *first = NULL;

  for (guint i = 0; entry && i < entry->changes->len; i++)
    {
      const CopilHistoryChange *change = entry->changes->pdata[i];
      g_autoptr (CopilRecord) record = copil_store_load (store, change->kind, change->id);

      if (copil_window_is_about (window, change->kind->name, change->id))
        return;
      if (record && !first)
        first = change;
    }
  if (first)
    copil_session_go (window->session, first->kind->name, first->id);
}

/* Takes the last change back, or does it again, and says what that was. */
static void
step (CopilWindow *window, gboolean redo)
{
  CopilStore *store = copil_file_get_store (window->file);
  g_autofree char *name =
      g_strdup (redo ? copil_store_get_redo_name (store) : copil_store_get_undo_name (store));
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  gboolean done = redo ? copil_store_redo (store, &error) : copil_store_undo (store, &error);

  if (!copil_session_check (window->session, done, &error) || !name)
    return;
  said = g_strdup_printf (redo ? _ ("Redone: %s") : _ ("Undone: %s"), name);
  copil_session_toast (window->session, said);
  show_changed (window);
}

static void
undo (CopilWindow *window)
{
  step (window, FALSE);
}

void
copil_window_redo (CopilWindow *window)
{
  if (copil_window_may_undo (window))
    step (window, TRUE);
}

/* Only what was asked about is taken back. */
static void
response_cb (CopilWindow *window, const char *response, AdwMessageDialog *dialog)
{
  gint64 *head = g_object_get_data (G_OBJECT (dialog), "head");

  if (g_str_equal (response, "undo") && window->file &&
      copil_store_get_head (copil_file_get_store (window->file)) == *head)
    undo (window);
}

/* What was typed last would not be what is taken back. */
gboolean
copil_window_may_undo (CopilWindow *window)
{
  copil_session_keep (window->session);
  if (copil_unstored_count (copil_session_get_unstored (window->session)) == 0)
    return TRUE;
  copil_window_show_toast (window, _ ("Not undone: what you typed is not stored yet."), FALSE);
  return FALSE;
}

void
copil_window_undo (CopilWindow *window)
{
  CopilStore *store = copil_file_get_store (window->file);
  g_autofree char *lost = NULL;
  GtkWidget *dialog;
  gint64 head;

  if (!copil_window_may_undo (window))
    return;
  lost = copil_agreed_say_undo (store);
  if (!lost)
    {
      undo (window);
      return;
    }
  head = copil_store_get_head (store);
  dialog = adw_message_dialog_new (GTK_WINDOW (window), _ ("Take back what was agreed?"), lost);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                    _ ("_Keep what was agreed"), "undo", _ ("_Take back"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "undo",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "head", g_memdup2 (&head, sizeof head), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), window, G_CONNECT_SWAPPED);
  copil_dialog_present (dialog);
}

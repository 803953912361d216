/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search over everything: its index is made when it is first asked for, and kept with the file.
 */
#include "copil-window-private.h"

#include "copil-search-dialog.h"

static gboolean
close_request_cb (CopilWindow *window, CopilSearchDialog *dialog)
{
  g_free (window->searched);
  window->searched = g_strdup (copil_search_dialog_get_typed (dialog));
  return GDK_EVENT_PROPAGATE;
}

void
copil_window_search (CopilWindow *window)
{
  CopilStore *store = window->file ? copil_file_get_store (window->file) : NULL;
  GtkWidget *dialog;

  if (!store || !copil_session_flush (window->session))
    return;
  if (!window->search)
    window->search = copil_search_new (store);
  dialog = copil_search_dialog_new (GTK_WINDOW (window), window->session, window->search,
                                    window->searched);
  g_signal_connect_object (dialog, "close-request", G_CALLBACK (close_request_cb), window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The toasts of a window, one at a time. libadwaita 1.2 forgets a toast that is taken away before
 * it has come, and then ends the program; and it loses count of one that is taken away twice, or
 * shown again while it goes. So none is taken away before it has come, and none is left to its
 * queue. */
#include "copil-window-private.h"

#include <glib/gi18n-lib.h>

/* Longer than a toast takes to slide in, in milliseconds. */
#define SLIDE 700

static void tell_next (CopilWindow *window);

static void
gone_cb (CopilWindow *window, AdwToast *toast)
{
  if (window->toast != toast)
    return;
  g_clear_weak_pointer (&window->toast);
  g_clear_handle_id (&window->toast_going, g_source_remove);
  /* The overlay shows it once this one makes room. */
  tell_next (window);
}

static void
tell (CopilWindow *window, const char *message, gboolean undo, gint64 head)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_timeout (toast, undo ? 8 : 5);
  if (undo)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (gone_cb), window, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&window->toast, toast);
  window->toast_undoes = undo;
  window->toast_head = head;
  window->toast_since = g_get_monotonic_time ();
  adw_toast_overlay_add_toast (window->toasts, toast);
}

/* What offers to undo comes before what only says something. */
static void
tell_next (CopilWindow *window)
{
  gboolean undo = window->next_undo != NULL;
  g_autofree char *message =
      undo ? g_steal_pointer (&window->next_undo) : g_steal_pointer (&window->next_said);

  if (message)
    tell (window, message, undo, window->next_head);
}

static gboolean
going_cb (gpointer data)
{
  CopilWindow *window = data;

  window->toast_going = 0;
  if (window->toast)
    adw_toast_dismiss (window->toast);
  return G_SOURCE_REMOVE;
}

static void
let_go (CopilWindow *window)
{
  gint64 age = (g_get_monotonic_time () - window->toast_since) / 1000;

  if (window->toast_going)
    return;
  if (age >= SLIDE || !adw_get_enable_animations (GTK_WIDGET (window)))
    {
      adw_toast_dismiss (window->toast);
      return;
    }
  /* Until then it offers nothing. */
  adw_toast_set_button_label (window->toast, NULL);
  window->toast_going = g_timeout_add ((guint)(SLIDE - age), going_cb, window);
}

void
copil_window_show_toast (CopilWindow *window, const char *message, gboolean undo)
{
  if (undo)
    {
      g_clear_pointer (&window->next_said, g_free);
      g_free (window->next_undo);
      window->next_undo = g_strdup (message);
      window->next_head = copil_store_get_head (copil_file_get_store (window->file));
    }
  else
    {
      g_free (window->next_said);
      window->next_said = g_strdup (message);
    }
  if (!window->toast)
    tell_next (window);
  /* The newest sentence is the one that matters: it waits only behind what can be undone. */
  else if (undo || !window->toast_undoes)
    let_go (window);
}

void
copil_window_drop_undo (CopilWindow *window)
{
  gint64 head = copil_store_get_head (copil_file_get_store (window->file));

  if (window->next_undo && window->next_head != head)
    g_clear_pointer (&window->next_undo, g_free);
  if (window->toast && window->toast_undoes && window->toast_head != head)
    let_go (window);
}

void
copil_window_clear_toasts (CopilWindow *window)
{
  g_clear_handle_id (&window->toast_going, g_source_remove);
  g_clear_weak_pointer (&window->toast);
  g_clear_pointer (&window->next_undo, g_free);
  g_clear_pointer (&window->next_said, g_free);
}

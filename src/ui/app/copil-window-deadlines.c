/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says of the deadlines that are missed or near: a badge in the list of pages, and
 * a notification of the desktop. */
#include "copil-window-private.h"

#include <glib/gi18n-lib.h>

#include "copil-deadline-store.h"
#include "copil-record.h"

#define MOST_SHOWN 99

void
copil_window_add_badge (CopilWindow *window, GtkWidget *row, GtkWidget *box)
{
  window->badge = gtk_label_new (NULL);
  window->badge_row = row;
  gtk_widget_add_css_class (window->badge, "sidebar-badge");
  gtk_widget_set_halign (window->badge, GTK_ALIGN_END);
  gtk_widget_set_valign (window->badge, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (window->badge, TRUE);
  gtk_widget_set_visible (window->badge, FALSE);
  gtk_box_append (GTK_BOX (box), window->badge);
}

/* « 2 échéances manquées, 3 proches » */
static char *
dup_words (guint missed, guint near)
{
  g_autofree char *late = g_strdup_printf (
                      ngettext ("%u deadline missed", "%u deadlines missed", missed), missed),
                  *soon = g_strdup_printf (ngettext ("%u deadline near", "%u deadlines near", near),
                                           near);

  if (missed && near)
    return g_strdup_printf ("%s, %s", late, soon);
  return g_strdup (missed ? late : soon);
}

static void
notify (CopilWindow *window, const char *words)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
  g_autofree char *title = copil_store_dup_name (copil_session_get_store (window->session));
  g_autoptr (GNotification) notification = NULL;

  if (!application ||
      !g_settings_get_boolean (copil_window_get_settings (window), "deadline-notification"))
    return;
  notification = g_notification_new (title && *title ? title : "Copil");
  g_notification_set_body (notification, words);
  g_application_send_notification (application, "deadlines", notification);
}

static gboolean
count_cb (gpointer data)
{
  CopilWindow *window = data;
  guint missed = 0, near = 0;
  g_autofree char *text = NULL, *words = NULL;

  window->counting = 0;
  if (!window->session || !window->badge)
    return G_SOURCE_REMOVE;
  copil_deadline_count_near (
      copil_session_get_store (window->session), NULL,
      g_settings_get_int (copil_window_get_settings (window), "deadline-days"), &missed, &near);
  gtk_widget_set_visible (window->badge, missed + near > 0);
  words = dup_words (missed, near);
  text = missed + near > MOST_SHOWN ? g_strdup_printf ("%d+", MOST_SHOWN)
                                    : g_strdup_printf ("%u", missed + near);
  gtk_label_set_label (GTK_LABEL (window->badge), text);
  gtk_widget_set_tooltip_text (window->badge_row, missed + near ? words : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (window->badge_row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, missed + near ? words : "",
                                  -1);
  if (missed)
    gtk_widget_add_css_class (window->badge, "missed");
  else
    gtk_widget_remove_css_class (window->badge, "missed");
  if (window->notifying && missed + near)
    notify (window, words);
  window->notifying = FALSE;
  return G_SOURCE_REMOVE;
}

void
copil_window_count_deadlines (CopilWindow *window, gboolean opened)
{
  window->notifying |= opened;
  if (!window->counting)
    window->counting = g_timeout_add_full (G_PRIORITY_LOW, 300, count_cb, window, NULL);
}

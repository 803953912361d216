/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-about.h"

#include <glib/gi18n-lib.h>

/* The libraries that did the work: what a report of a fault needs. */
static char *
make_debug_info (void)
{
  return g_strdup_printf ("Copil %s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\n",
                          COPIL_VERSION, gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version (), adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version (), glib_major_version,
                          glib_minor_version, glib_micro_version);
}

void
copil_about_show (GtkWindow *parent)
{
  g_autofree char *debug_info = make_debug_info ();
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about, "transient-for", parent, "modal", TRUE, "application-name", "Copil",
                "application-icon", COPIL_APP_ID, "version", COPIL_VERSION, "developer-name",
                _ ("The Copil contributors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
                _ ("Follows a partnership convention with its steering committee: engagements, "
                   "meetings, fiches action and minutes."),
                "debug-info", debug_info, "debug-info-filename", "copil.txt", NULL);
  gtk_window_present (GTK_WINDOW (about));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-export.h"

#include <glib/gi18n-lib.h>

#include "copil-convocation.h"
#include "copil-paper-export.h"

#define ADDRESSES "addresses"

/* In the order of the work: before the meeting, for it, after it. */
static const char *const items[] = {
  "agenda.odt",      "agenda.ics",  "convocation.odt",
  ADDRESSES,         NULL, /* a section ends */
  "attendance.odt",  "pack.odt",    NULL,
  "decisions.odt",   "minutes.odt", "annex.odt",
  "corrections.odt", NULL,
};

/* On the clipboard, for the "To" of a letter; says who has none. */
static void
copy_addresses (GtkWidget *from, CopilSession *session, gint64 meeting)
{
  guint missing;
  g_autofree char *line = NULL, *text = NULL;

  if (!copil_session_settle (session))
    return;
  line = copil_convocation_get_addresses (copil_session_get_store (session), meeting, &missing);
  if (!*line)
    {
      copil_session_toast (session, _ ("Nobody who is convened has an e-mail address."));
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (from), line);
  text =
      missing > 0
          ? g_strdup_printf (ngettext ("The addresses are copied; %u person has none.",
                                       "The addresses are copied; %u persons have none.", missing),
                             missing)
          : g_strdup (_ ("The addresses are copied."));
  copil_session_toast (session, text);
}

GMenuModel *
copil_meeting_export_menu_new (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new (), options = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    if (!items[i])
      {
        g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        g_object_unref (section);
        section = g_menu_new ();
      }
    else if (g_str_equal (items[i], ADDRESSES))
      g_menu_append (section, _ ("Copy the _e-mail addresses"), "page.export-meeting::" ADDRESSES);
    else
      copil_paper_export_append (section, items[i], "page.export-meeting");
  g_menu_append (options, _ ("For _public release: leave out what is confidential"), "page.public");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (options));
  return G_MENU_MODEL (menu);
}

void
copil_meeting_export_run (GtkWidget *from, CopilSession *session, gint64 meeting, const char *what,
                          CopilAudience audience)
{
  const CopilRequest request = { .id = meeting, .audience = audience };

  if (g_str_equal (what, ADDRESSES))
    copy_addresses (from, session, meeting);
  else
    copil_paper_export_run (from, session, what, &request);
}

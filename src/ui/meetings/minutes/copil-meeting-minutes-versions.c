/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-minutes-versions.h"

#include <glib/gi18n-lib.h>

#include "copil-export.h"
#include "copil-parts.h"
#include "copil-publish-kept.h"
#include "copil-record.h"
#include "copil-value.h"
#include "copil-view-meeting.h"

struct _CopilMeetingVersions
{
  CopilPanel parent_instance;

  gint64 meeting;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CopilMeetingVersions, copil_meeting_versions, COPIL_TYPE_PANEL)

/* In a thread. */
static gboolean
write_version (CopilStore *reader, const char *path, gpointer data, GError **error)
{
  return copil_publish_version (reader, *(gint64 *)data, path, g_cancellable_get_current (), error);
}

static void
export_cb (GtkButton *button, CopilMeetingVersions *versions)
{
  gint64 id = *(gint64 *)g_object_get_data (G_OBJECT (button), "version");
  CopilStore *store = copil_panel_get_store (versions);
  g_autoptr (CopilRecord) version =
      copil_store_load (store, copil_kind_get ("minutes_version"), id);
  g_autoptr (CopilRecord) meeting =
      copil_store_load (store, copil_kind_get ("meeting"), versions->meeting);
  const char *date = meeting ? copil_record_get (meeting, "date") : NULL;
  g_autofree char *name = NULL;

  if (!version)
    return;
  /* Translators: name of a file: the date of the meeting, the number of the version */
  name = g_strdup_printf (_ ("Minutes %s version %d"), date ? date : "",
                          (int)copil_record_get_int (version, "number"));
  copil_export_run (GTK_WIDGET (versions), copil_panel_get_session (versions),
                    _ ("Export the Kept Minutes"), name, _ ("OpenDocument text"), ".odt",
                    write_version, g_memdup2 (&id, sizeof id), g_free);
}

static GtkWidget *
build_export (CopilMeetingVersions *versions, gint64 id, int number)
{
  GtkWidget *button = copil_parts_button_new (_ ("Export…"));
  g_autofree char *said = g_strdup_printf (_ ("Export version %d as it was validated"), number);

  gtk_widget_set_tooltip_text (button, said);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "version", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (export_cb), versions);
  return button;
}

/* « Remplace la version 1 : … · 24 ko · SHA-256 5f2c… ». */
static char *
say_facts (const CopilViewVersion *version)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (version->replaces)
    g_string_append_printf (text, _ ("Replaces version %d"), version->replaces);
  if (version->reason && *version->reason)
    g_string_append_printf (text, text->len ? _ (": %s") : "%s", version->reason);
  if (version->sha256)
    {
      g_autofree char *size = g_format_size (version->size);

      g_string_append_printf (text, "%s%s · SHA-256 %.16s…", text->len ? " · " : "", size,
                              version->sha256);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The facts, after what is wrong with it. */
static char *
say_version (CopilMeetingVersions *versions, const CopilViewVersion *version)
{
  g_autofree char *facts = say_facts (version);

  if (copil_publish_is_sound (copil_panel_get_store (versions), version->id))
    return g_steal_pointer (&facts);
  return g_strdup_printf ("%s · %s", _ ("Damaged or changed"), facts);
}

static void
refresh (gpointer self)
{
  CopilMeetingVersions *versions = self;
  g_autoptr (GPtrArray) list =
      copil_view_list_versions (copil_panel_get_store (versions), versions->meeting);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (versions->list)))
    gtk_list_box_remove (GTK_LIST_BOX (versions->list), child);
  for (guint i = 0; i < list->len; i++)
    {
      const CopilViewVersion *version = list->pdata[i];
      GtkWidget *row = adw_action_row_new ();
      gboolean kept = version->sha256 != NULL;
      g_autofree char *date = copil_date_format_long (version->date);
      g_autofree char *title =
          kept ? g_strdup_printf (_ ("Version %d, %s"), version->number, date)
               : g_strdup_printf (_ ("Version %d, being prepared"), version->number);
      g_autofree char *facts = say_version (versions, version),
                      *escaped = g_markup_escape_text (facts, -1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
      if (kept)
        {
          g_autofree char *tip = g_strdup_printf (_ ("SHA-256 digest: %s"), version->sha256);
          gtk_widget_set_tooltip_text (row, tip);
          adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                     build_export (versions, version->id, version->number));
        }
      gtk_list_box_append (GTK_LIST_BOX (versions->list), row);
    }
  gtk_widget_set_visible (GTK_WIDGET (versions), list->len > 0);
}

static void
copil_meeting_versions_class_init (CopilMeetingVersionsClass *class)
{
}

static void
copil_meeting_versions_init (CopilMeetingVersions *versions)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  versions->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (versions->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (versions->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (versions->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Kept versions"), -1);
  gtk_box_append (GTK_BOX (box), copil_parts_label_new (_ ("Kept versions"), "heading"));
  gtk_box_append (GTK_BOX (box), versions->list);
  copil_panel_set_child (versions, box);
}

GtkWidget *
copil_meeting_versions_new (CopilSession *session)
{
  CopilMeetingVersions *versions =
      g_object_new (COPIL_TYPE_MEETING_VERSIONS, "session", session, NULL);

  copil_panel_watch (versions, "minutes_version minutes_document", refresh);
  return GTK_WIDGET (versions);
}

void
copil_meeting_versions_set_meeting (CopilMeetingVersions *versions, gint64 meeting)
{
  versions->meeting = meeting;
  refresh (versions);
}

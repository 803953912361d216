/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-minutes-versions.h"

#include <glib/gi18n-lib.h>

#include "copil-export.h"
#include "copil-parts.h"
#include "copil-publish-kept.h"
#include "copil-query.h"
#include "copil-value.h"

struct _CopilMeetingVersions
{
  GtkWidget parent_instance;

  CopilSession *session;
  gint64 meeting;
  GtkWidget *box;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CopilMeetingVersions, copil_meeting_versions, GTK_TYPE_WIDGET)

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
  g_autoptr (CopilQuery) query = copil_store_query (
      copil_session_get_store (versions->session),
      "SELECT m.date, v.number FROM minutes_version v JOIN meeting m ON m.id = v.meeting"
      " WHERE v.id = ?1",
      "i", id);
  g_autofree char *name = NULL;

  if (!copil_query_next (query))
    return;
  /* Translators: name of a file: the date of the meeting, the number of the version */
  name = g_strdup_printf (_ ("Minutes %s version %d"),
                          copil_query_text (query, 0) ? copil_query_text (query, 0) : "",
                          (int)copil_query_int (query, 1));
  copil_export_run (GTK_WIDGET (versions), versions->session, _ ("Export the Kept Minutes"), name,
                    _ ("OpenDocument text"), ".odt", write_version, g_memdup2 (&id, sizeof id),
                    g_free);
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
say_facts (CopilQuery *query)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *reason = copil_query_text (query, 6);

  if (!copil_query_is_null (query, 5))
    g_string_append_printf (text, _ ("Replaces version %d"), (int)copil_query_int (query, 5));
  if (reason && *reason)
    g_string_append_printf (text, text->len ? _ (": %s") : "%s", reason);
  if (!copil_query_is_null (query, 3))
    {
      g_autofree char *size = g_format_size ((guint64)copil_query_int (query, 4));

      g_string_append_printf (text, "%s%s · SHA-256 %.16s…", text->len ? " · " : "", size,
                              copil_query_text (query, 3));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The facts, after what is wrong with it. */
static char *
say_version (CopilMeetingVersions *versions, CopilQuery *query)
{
  g_autofree char *facts = say_facts (query);

  if (copil_publish_is_sound (copil_session_get_store (versions->session),
                              copil_query_int (query, 0)))
    return g_steal_pointer (&facts);
  return g_strdup_printf ("%s · %s", _ ("Damaged or changed"), facts);
}

static void
refresh (CopilMeetingVersions *versions)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      copil_session_get_store (versions->session),
      "SELECT v.id, v.number, v.date, v.sha256, v.size, o.number, v.reason FROM minutes_version v"
      " LEFT JOIN minutes_version o ON o.id = v.replaces WHERE v.meeting = ?1"
      " ORDER BY v.number DESC, v.id DESC",
      "i", versions->meeting);
  gboolean some = FALSE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (versions->list)))
    gtk_list_box_remove (GTK_LIST_BOX (versions->list), child);
  while (copil_query_next (query))
    {
      GtkWidget *row = adw_action_row_new ();
      gboolean kept = !copil_query_is_null (query, 3);
      int number = (int)copil_query_int (query, 1);
      g_autofree char *date = copil_date_format_long (copil_query_text (query, 2));
      g_autofree char *title = kept ? g_strdup_printf (_ ("Version %d, %s"), number, date)
                                    : g_strdup_printf (_ ("Version %d, being prepared"), number);
      g_autofree char *facts = say_version (versions, query),
                      *escaped = g_markup_escape_text (facts, -1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
      if (kept)
        {
          g_autofree char *tip =
              g_strdup_printf (_ ("SHA-256 digest: %s"), copil_query_text (query, 3));
          gtk_widget_set_tooltip_text (row, tip);
          adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                     build_export (versions, copil_query_int (query, 0), number));
        }
      gtk_list_box_append (GTK_LIST_BOX (versions->list), row);
      some = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (versions), some);
}

static void
changed_cb (CopilMeetingVersions *versions, CopilChanges *changes)
{
  if (copil_changes_has_kind (changes, "minutes_version") ||
      copil_changes_has_kind (changes, "minutes_document"))
    refresh (versions);
}

static void
copil_meeting_versions_dispose (GObject *object)
{
  CopilMeetingVersions *versions = COPIL_MEETING_VERSIONS (object);

  g_clear_pointer (&versions->box, gtk_widget_unparent);
  g_clear_object (&versions->session);
  G_OBJECT_CLASS (copil_meeting_versions_parent_class)->dispose (object);
}

static void
copil_meeting_versions_class_init (CopilMeetingVersionsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_meeting_versions_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
copil_meeting_versions_init (CopilMeetingVersions *versions)
{
  versions->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  versions->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (versions->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (versions->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (versions->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Kept versions"), -1);
  gtk_box_append (GTK_BOX (versions->box), copil_parts_label_new (_ ("Kept versions"), "heading"));
  gtk_box_append (GTK_BOX (versions->box), versions->list);
  gtk_widget_set_parent (versions->box, GTK_WIDGET (versions));
}

GtkWidget *
copil_meeting_versions_new (CopilSession *session)
{
  CopilMeetingVersions *versions = g_object_new (COPIL_TYPE_MEETING_VERSIONS, NULL);

  versions->session = g_object_ref (session);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           versions, G_CONNECT_SWAPPED);
  return GTK_WIDGET (versions);
}

void
copil_meeting_versions_set_meeting (CopilMeetingVersions *versions, gint64 meeting)
{
  versions->meeting = meeting;
  refresh (versions);
}

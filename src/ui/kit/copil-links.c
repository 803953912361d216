/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-links.h"

#include "copil-records-page.h"
#include "copil-status.h"
#include "copil-view-record.h"

struct _CopilLinks
{
  CopilPanel parent_instance;

  const char *kind;
  const char *sql;
  CopilLinksBelow below;
  gint64 id;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CopilLinks, copil_links, COPIL_TYPE_PANEL)

static GtkWidget *
make_row (CopilLinks *links, const CopilViewRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *below = NULL;

  if (links->below)
    below = links->below (copil_panel_get_store (links), record->id);
  g_object_set (row, "use-markup", FALSE, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), record->title ? record->title : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below ? below : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_tooltip_text (row, record->title);
  if (record->status)
    {
      GtkWidget *status = copil_status_new ();

      copil_status_set (status, links->kind, record->status, record->late, NULL);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), status);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "record", g_memdup2 (&record->id, sizeof record->id),
                          g_free);
  return row;
}

static void
fill (gpointer self)
{
  CopilLinks *links = self;
  g_autoptr (GPtrArray) records =
      copil_view_list_links (copil_panel_get_store (links), links->sql, links->id);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (links->list)))
    gtk_list_box_remove (GTK_LIST_BOX (links->list), row);
  for (guint i = 0; i < records->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (links->list), make_row (links, records->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (links), records->len > 0);
}

static void
open_cb (CopilLinks *links, GtkListBoxRow *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "record");

  copil_session_go (copil_panel_get_session (links), links->kind, *id);
}

static void
copil_links_class_init (CopilLinksClass *class)
{
}

static void
copil_links_init (CopilLinks *links)
{
  links->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (links->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (links->list, "boxed-list");
  g_signal_connect_swapped (links->list, "row-activated", G_CALLBACK (open_cb), links);
  gtk_widget_set_visible (GTK_WIDGET (links), FALSE);
}

GtkWidget *
copil_links_new (CopilSession *session, const char *heading, const char *kind, const char *sql,
                 const char *follows, CopilLinksBelow below)
{
  CopilLinks *links = g_object_new (COPIL_TYPE_LINKS, "session", session, NULL);

  links->kind = kind;
  links->sql = sql;
  links->below = below;
  copil_panel_set_child (links, copil_records_page_make_section (heading, links->list));
  copil_panel_watch (links, follows, fill);
  return GTK_WIDGET (links);
}

void
copil_links_set_id (CopilLinks *links, gint64 id)
{
  links->id = id;
  fill (links);
}

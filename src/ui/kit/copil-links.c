/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-links.h"

#include "copil-query.h"
#include "copil-records-page.h"
#include "copil-status.h"

/* Columns of the query. */
enum
{
  ID,
  TITLE,
  STATUS,
  LATE
};

struct _CopilLinks
{
  GtkWidget parent_instance;

  CopilSession *session;
  const char *kind;
  const char *sql;
  char **follows;
  CopilLinksBelow below;
  gint64 id;
  GtkWidget *section;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CopilLinks, copil_links, GTK_TYPE_WIDGET)

static GtkWidget *
make_row (CopilLinks *links, CopilQuery *query)
{
  GtkWidget *row = adw_action_row_new ();
  const char *title = copil_query_text (query, TITLE);
  g_autofree char *below = NULL;
  gint64 id = copil_query_int (query, ID);

  if (links->below)
    below = links->below (copil_session_get_store (links->session), id);
  g_object_set (row, "use-markup", FALSE, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title ? title : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below ? below : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_tooltip_text (row, title);
  if (copil_query_text (query, STATUS))
    {
      GtkWidget *status = copil_status_new ();

      copil_status_set (status, copil_query_text (query, STATUS),
                        copil_query_int (query, LATE) != 0, NULL);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), status);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "record", g_memdup2 (&id, sizeof id), g_free);
  return row;
}

static void
fill (CopilLinks *links)
{
  g_autoptr (CopilQuery) query =
      copil_store_query (copil_session_get_store (links->session), links->sql, "i", links->id);
  GtkWidget *row;
  gboolean any = FALSE;

  while ((row = gtk_widget_get_first_child (links->list)))
    gtk_list_box_remove (GTK_LIST_BOX (links->list), row);
  while (copil_query_next (query))
    {
      gtk_list_box_append (GTK_LIST_BOX (links->list), make_row (links, query));
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (links), any);
}

static void
open_cb (CopilLinks *links, GtkListBoxRow *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "record");

  copil_session_go (links->session, links->kind, *id);
}

static void
changed_cb (CopilLinks *links, CopilChanges *changes)
{
  gboolean concerned = FALSE;

  for (guint i = 0; links->follows[i]; i++)
    concerned = concerned || copil_changes_has_kind (changes, links->follows[i]);
  if (links->id && concerned)
    fill (links);
}

static void
copil_links_dispose (GObject *object)
{
  CopilLinks *links = COPIL_LINKS (object);

  g_clear_pointer (&links->section, gtk_widget_unparent);
  g_clear_pointer (&links->follows, g_strfreev);
  g_clear_object (&links->session);
  G_OBJECT_CLASS (copil_links_parent_class)->dispose (object);
}

static void
copil_links_class_init (CopilLinksClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_links_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
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
  CopilLinks *links = g_object_new (COPIL_TYPE_LINKS, NULL);

  links->session = g_object_ref (session);
  links->kind = kind;
  links->sql = sql;
  links->follows = g_strsplit (follows, " ", -1);
  links->below = below;
  links->section = copil_records_page_make_section (heading, links->list);
  gtk_widget_set_parent (links->section, GTK_WIDGET (links));
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           links, G_CONNECT_SWAPPED);
  return GTK_WIDGET (links);
}

void
copil_links_set_id (CopilLinks *links, gint64 id)
{
  links->id = id;
  fill (links);
}

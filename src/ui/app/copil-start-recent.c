/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-start-recent.h"

#include <glib/gi18n-lib.h>

#include "copil-start-summary.h"

#define MIME_TYPE "application/vnd.copil+sqlite3"
#define MOST_FILES 10

struct _CopilStartRecent
{
  GtkWidget parent_instance;

  GtkWidget *list;
  GCancellable *cancellable; /* of what is being read */
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (CopilStartRecent, copil_start_recent, GTK_TYPE_WIDGET)

enum
{
  OPEN_FILE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* The folder as a person knows it: their own as "~". */
static char *
format_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file), home = NULL;
  g_autofree char *below = NULL, *shown = NULL;

  if (!folder)
    return g_strdup ("");
  home = g_file_new_for_path (g_get_home_dir ());
  if (g_file_equal (folder, home))
    return g_strdup ("~");
  below = g_file_get_relative_path (home, folder);
  if (!below)
    return g_file_get_parse_name (folder);
  shown = g_filename_display_name (below);
  return g_strdup_printf ("~/%s", shown);
}

static GtkWidget *
make_sentence (const char *text)
{
  GtkWidget *row = gtk_list_box_row_new (), *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_margin_top (label, 24);
  gtk_widget_set_margin_bottom (label, 24);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

/* Lines, each where there is something to say. */
static char *
join_lines (const char *first, const char *second, const char *third)
{
  const char *lines[] = { first, second, third };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] && *lines[i])
      g_string_append_printf (text, "%s%s", text->len ? "\n" : "", lines[i]);
  return g_string_free (text, FALSE);
}

static void
show_summary (AdwActionRow *row, GFile *file, const CopilStartSummary *summary)
{
  g_autofree char *base = g_file_get_basename (file), *folder = format_folder (file);
  g_autofree char *name = g_filename_display_name (base);
  gboolean titled = summary && summary->title && *summary->title;
  g_autofree char *place = titled ? g_strdup_printf ("%s · %s", name, folder) : g_strdup (folder);
  g_autofree char *lines =
      summary ? (summary->error ? join_lines (place, summary->error, NULL)
                                : join_lines (place, summary->meeting, summary->deadline))
              : g_strdup (place);
  g_autofree char *full = g_file_get_parse_name (file);
  g_autofree char *tip =
      join_lines (titled ? summary->title : name, full, summary ? summary->deadline : NULL);
  g_autofree char *said = g_strdup_printf ("%s, %s", titled ? summary->title : name, lines);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), titled ? summary->title : name);
  adw_action_row_set_subtitle (row, lines);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !summary || !summary->missing);
  adw_action_row_set_icon_name (row, summary && summary->error ? "dialog-warning-symbolic"
                                                               : "text-x-generic-symbolic");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwActionRow) row = data;
  g_autoptr (CopilStartSummary) summary = copil_start_summary_load_finish (result);

  if (summary && gtk_widget_get_parent (GTK_WIDGET (row)))
    show_summary (row, G_FILE (source), summary);
}

static void
remove_cb (GtkWidget *button, CopilStartRecent *recent)
{
  /* The list is filled anew when the manager says so. */
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (),
                                  g_object_get_data (G_OBJECT (button), "uri"), NULL);
}

static void
add_row (CopilStartRecent *recent, GtkRecentInfo *info)
{
  const char *uri = gtk_recent_info_get_uri (info);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  GtkWidget *row = adw_action_row_new (),
            *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name =
      g_strdup_printf (_ ("Take “%s” off the list"), gtk_recent_info_get_display_name (info));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, _ ("Take off this list; the file stays where it is"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (remove), "uri", g_strdup (uri), g_free);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), recent, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  g_object_set_data_full (G_OBJECT (row), "file", g_object_ref (file), g_object_unref);
  show_summary (ADW_ACTION_ROW (row), file, NULL);
  gtk_list_box_append (GTK_LIST_BOX (recent->list), row);
  copil_start_summary_load_async (file, recent->cancellable, loaded_cb, g_object_ref (row));
}

static gboolean
is_ours (GtkRecentInfo *info)
{
  return g_strcmp0 (gtk_recent_info_get_mime_type (info), MIME_TYPE) == 0 ||
         g_str_has_suffix (gtk_recent_info_get_uri (info), ".copil");
}

static GDateTime *
last_use (gconstpointer info)
{
  GDateTime *visited = gtk_recent_info_get_visited ((gpointer)info),
            *modified = gtk_recent_info_get_modified ((gpointer)info);

  return !visited || (modified && g_date_time_compare (modified, visited) > 0) ? modified : visited;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  GDateTime *first = last_use (a), *second = last_use (b);

  return first && second ? g_date_time_compare (second, first) : (second != NULL) - (first != NULL);
}

static void
fill (CopilStartRecent *recent)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GtkWidget *child;
  guint n = 0;

  recent->stale = FALSE;
  g_cancellable_cancel (recent->cancellable);
  g_clear_object (&recent->cancellable);
  recent->cancellable = g_cancellable_new ();
  while ((child = gtk_widget_get_first_child (recent->list)))
    gtk_list_box_remove (GTK_LIST_BOX (recent->list), child);
  items = g_list_sort (items, compare);
  for (GList *item = items; item && n < MOST_FILES; item = item->next)
    if (is_ours (item->data))
      {
        add_row (recent, item->data);
        n++;
      }
  g_list_free_full (items, (GDestroyNotify)gtk_recent_info_unref);
  if (!n)
    gtk_list_box_append (
        GTK_LIST_BOX (recent->list),
        make_sentence (_ ("The files that you open stand here, with their next meeting and "
                          "deadline. An example shows what Copil does.")));
}

static void
changed_cb (CopilStartRecent *recent)
{
  recent->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (recent)))
    fill (recent);
}

static void
activated_cb (CopilStartRecent *recent, GtkListBoxRow *row)
{
  GFile *file = g_object_get_data (G_OBJECT (row), "file");

  if (file)
    g_signal_emit (recent, signals[OPEN_FILE], 0, file);
}

static void
copil_start_recent_map (GtkWidget *widget)
{
  CopilStartRecent *recent = COPIL_START_RECENT (widget);

  GTK_WIDGET_CLASS (copil_start_recent_parent_class)->map (widget);
  if (recent->stale)
    fill (recent);
}

static void
copil_start_recent_dispose (GObject *object)
{
  CopilStartRecent *recent = COPIL_START_RECENT (object);

  g_cancellable_cancel (recent->cancellable);
  g_clear_object (&recent->cancellable);
  g_clear_pointer (&recent->list, gtk_widget_unparent);
  G_OBJECT_CLASS (copil_start_recent_parent_class)->dispose (object);
}

static void
copil_start_recent_class_init (CopilStartRecentClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_start_recent_dispose;
  GTK_WIDGET_CLASS (class)->map = copil_start_recent_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  signals[OPEN_FILE] = g_signal_new ("open-file", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
}

static void
copil_start_recent_init (CopilStartRecent *recent)
{
  recent->stale = TRUE;
  recent->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (recent->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (recent->list, "boxed-list");
  gtk_widget_set_valign (recent->list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (recent->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Recent files"), -1);
  g_signal_connect_swapped (recent->list, "row-activated", G_CALLBACK (activated_cb), recent);
  gtk_widget_set_parent (recent->list, GTK_WIDGET (recent));
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (changed_cb),
                           recent, G_CONNECT_SWAPPED);
}

GtkWidget *
copil_start_recent_new (void)
{
  return g_object_new (COPIL_TYPE_START_RECENT, NULL);
}

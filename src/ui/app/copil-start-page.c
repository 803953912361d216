/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-start-page.h"

#include <glib/gi18n-lib.h>

#include "copil-overview-grid.h"
#include "copil-start-recent.h"

struct _CopilStartPage
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *content;
  GtkWidget *icon;
  GtkWidget *new_button;
};

G_DEFINE_FINAL_TYPE (CopilStartPage, copil_start_page, GTK_TYPE_WIDGET)

enum
{
  OPEN_FILE,
  OPEN_EXAMPLE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const struct
{
  const char *name;
  const char *title;
  const char *line;
} examples[] = {
  { "uimm.copil", N_ ("Education – UIMM, 2021–2024"),
    N_ ("Five axes, and two years of meetings, decisions and fiches action") },
  { "cpme.copil", N_ ("Paris region academies – CPME, 2018–2021"),
    N_ ("Three academies and the small and medium companies of the region") },
  { "ecti.copil", N_ ("Education – ECTI, 2024–2029"),
    N_ ("An association of volunteers, and how many pupils it is to reach") },
  { "ipe.copil", N_ ("Engineers for School, 2007–2011"),
    N_ ("Four years with a subsidy, and no committee") },
  { "france-industrie.copil", N_ ("France Industrie, 2018–2019"),
    N_ ("A first year that ends with a decision on what follows") },
};

static char *
find_example (const char *name)
{
  const char *folder = g_getenv ("COPIL_EXAMPLES_DIR");
  char *path = folder && *folder
                   ? g_build_filename (folder, name, NULL)
                   : g_build_filename (COPIL_DATA_DIR, "copil", "examples", name, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_clear_pointer (&path, g_free);
  return path;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
example_cb (CopilStartPage *page, GtkListBoxRow *row)
{
  g_signal_emit (page, signals[OPEN_EXAMPLE], 0, g_object_get_data (G_OBJECT (row), "path"));
}

/* Not visible where no example is installed. */
static GtkWidget *
make_examples (CopilStartPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Examples"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      char *path = find_example (examples[i].name);
      GtkWidget *row;

      if (!path)
        continue;
      row = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (examples[i].title));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (examples[i].line));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (examples[i].title), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      _ (examples[i].line), -1);
      g_object_set_data_full (G_OBJECT (row), "path", path, g_free);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_box_append (GTK_BOX (box), make_heading (_ ("Examples")));
  gtk_box_append (GTK_BOX (box), list);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (example_cb), page, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (box, gtk_widget_get_first_child (list) != NULL);
  return box;
}

static void
open_file_cb (CopilStartPage *page, GFile *file)
{
  g_signal_emit (page, signals[OPEN_FILE], 0, file);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, CopilStartPage *page)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (!files)
    return FALSE;
  g_signal_emit (page, signals[OPEN_FILE], 0, files->data);
  return TRUE;
}

static void
copil_start_page_dispose (GObject *object)
{
  g_clear_pointer (&COPIL_START_PAGE (object)->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (copil_start_page_parent_class)->dispose (object);
}

static gboolean
copil_start_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (COPIL_START_PAGE (widget)->new_button);
}

static void
copil_start_page_class_init (CopilStartPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_start_page_dispose;
  widget_class->grab_focus = copil_start_page_grab_focus;
  signals[OPEN_FILE] = g_signal_new ("open-file", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_FILE);
  signals[OPEN_EXAMPLE] = g_signal_new ("open-example", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/copil/ui/copil-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CopilStartPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CopilStartPage, content);
  gtk_widget_class_bind_template_child (widget_class, CopilStartPage, icon);
  gtk_widget_class_bind_template_child (widget_class, CopilStartPage, new_button);
}

static void
copil_start_page_init (CopilStartPage *page)
{
  GtkWidget *grid, *files = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6),
                   *recent = copil_start_recent_new ();
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (page));
  gtk_image_set_from_icon_name (GTK_IMAGE (page->icon), COPIL_APP_ID);
  g_signal_connect_object (recent, "open-file", G_CALLBACK (open_file_cb), page, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (files), make_heading (_ ("Recent Files")));
  gtk_box_append (GTK_BOX (files), recent);
  grid = copil_overview_grid_new (2, 380);
  copil_overview_grid_append (COPIL_OVERVIEW_GRID (grid), files);
  copil_overview_grid_append (COPIL_OVERVIEW_GRID (grid), make_examples (page));
  gtk_box_append (GTK_BOX (page->content), grid);

  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), page);
  gtk_widget_add_controller (GTK_WIDGET (page), GTK_EVENT_CONTROLLER (drop));
}

GtkWidget *
copil_start_page_new (void)
{
  return g_object_new (COPIL_TYPE_START_PAGE, NULL);
}

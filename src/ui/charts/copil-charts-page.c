/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-charts-page.h"

#include <glib/gi18n-lib.h>

#include "copil-chart-list.h"
#include "copil-chart-print.h"
#include "copil-chart-view-data.h"
#include "copil-chart-view-save.h"
#include "copil-chart-view.h"
#include "copil-drop-down.h"
#include "copil-export.h"
#include "copil-kind.h"
#include "copil-loader.h"
#include "copil-ods.h"
#include "copil-picker.h"
#include "copil-view-year.h"

/* Changes that come within so many milliseconds are drawn together. */
#define DELAY 150

struct _CopilChartsPage
{
  CopilPanel parent_instance;

  GtkWidget *choice;
  GtkWidget *axis;
  GtkWidget *party;
  GtkWidget *year;
  GtkWidget *indicator;
  GtkStringList *years; /* the first one stands for all */
  GtkWidget *button;
  GtkWidget *stack;
  GtkWidget *view;
  GtkWidget *table_place;
  GtkWidget *table;

  CopilChart *chart;
  gboolean setting;
  CopilLoader *loader;
};

G_DEFINE_FINAL_TYPE (CopilChartsPage, copil_charts_page, COPIL_TYPE_PANEL)

/* What is drawn in a thread: asked for, and made. */
typedef struct
{
  const CopilChartEntry *entry;
  CopilChartFilter filter;
  CopilChart *chart;
  GStrv years;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->chart);
  g_strfreev (job->years);
  g_free (job);
}

static const CopilChartEntry *
get_entry (CopilChartsPage *page)
{
  guint n, place = gtk_drop_down_get_selected (GTK_DROP_DOWN (page->choice));
  const CopilChartEntry *entries = copil_chart_list (&n);

  return &entries[MIN (place, n - 1)];
}

static gint64
get_picked (GtkWidget *picker)
{
  const char *value = copil_picker_get_value (COPIL_PICKER (picker));

  return value && gtk_widget_get_visible (picker) ? g_ascii_strtoll (value, NULL, 10) : 0;
}

static int
get_year (CopilChartsPage *page)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (page->year));

  return place > 0 && place != GTK_INVALID_LIST_POSITION && gtk_widget_get_visible (page->year)
             ? (int)g_ascii_strtoll (gtk_string_list_get_string (page->years, place), NULL, 10)
             : 0;
}

/* The years as they are in the file now; the chosen one stays where it still is. */
static void
fill_years (CopilChartsPage *page, GStrv years)
{
  g_autofree char *chosen = g_strdup_printf ("%d", get_year (page));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  guint place = 0;

  g_strv_builder_add (builder, gtk_string_list_get_string (page->years, 0));
  g_strv_builder_addv (builder, (const char **)years);
  texts = g_strv_builder_end (builder);
  for (guint i = 0; years[i]; i++)
    if (g_str_equal (years[i], chosen))
      place = i + 1;
  copil_drop_down_set_texts (page->year, (const char *const *)texts, place, page);
}

static void
show_chart (CopilChartsPage *page, CopilChart *chart)
{
  gboolean some = chart && !copil_chart_is_empty (chart);
  static const char *const actions[] = { "charts.copy", "charts.copy-table", "charts.save",
                                         "charts.print", "page.export" };

  g_set_object (&page->chart, chart);
  copil_chart_view_set_chart (COPIL_CHART_VIEW (page->view), chart);
  page->table = some ? copil_chart_table_new (chart) : NULL;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (page->table_place), page->table);
  gtk_stack_set_visible_child_name (GTK_STACK (page->stack), some ? "chart" : "nothing");
  gtk_widget_set_sensitive (page->button, some);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (page), actions[i], some);
}

static gpointer
ask (gpointer data)
{
  CopilChartsPage *page = data;
  Job *job = g_new0 (Job, 1);

  job->entry = get_entry (page);
  job->filter = (CopilChartFilter){ .axis = get_picked (page->axis),
                                    .party = get_picked (page->party),
                                    .year = get_year (page),
                                    .indicator = get_picked (page->indicator) };
  return job;
}

static gboolean
read_chart (CopilStore *reader, gpointer data, GError **error)
{
  Job *job = data;

  job->years = copil_view_list_years (reader);
  job->chart = job->entry->make (reader, &job->filter);
  return TRUE;
}

static void
show_read (gpointer page, gpointer data)
{
  Job *job = data;

  if (job)
    fill_years (page, job->years);
  show_chart (page, job ? job->chart : NULL);
}

static const CopilLoading loading = { ask, read_chart, show_read, job_free };

static void
filter_cb (CopilChartsPage *page)
{
  if (page->setting)
    return;
  copil_loader_ask (page->loader);
}

/* Only what the chart listens to can be chosen. */
static void
chosen_cb (CopilChartsPage *page)
{
  guint by = get_entry (page)->by;

  gtk_widget_set_visible (page->axis, by & COPIL_CHART_BY_AXIS);
  gtk_widget_set_visible (page->party, by & COPIL_CHART_BY_PARTY);
  gtk_widget_set_visible (page->year, by & COPIL_CHART_BY_YEAR);
  gtk_widget_set_visible (page->indicator, by & COPIL_CHART_BY_INDICATOR);
  filter_cb (page);
}

/* A mark's key: "indicator=12" is a record, what has several terms is a filter. */
static void
activated_cb (CopilChartsPage *page, const char *key)
{
  const char *equals = strchr (key, '=');
  g_autofree char *kind = equals ? g_strndup (key, (gsize)(equals - key)) : NULL;

  if (kind && !strchr (key, '&') && copil_kind_find (kind))
    copil_session_go (copil_panel_get_session (page), kind, g_ascii_strtoll (equals + 1, NULL, 10));
  else
    copil_session_filter (copil_panel_get_session (page), key);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copil_chart_view_copy (COPIL_CHARTS_PAGE (widget)->chart, widget);
}

static void
copy_table_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CopilChartsPage *page = COPIL_CHARTS_PAGE (widget);

  if (!page->table)
    return;
  copil_chart_table_copy (page->table);
  copil_session_toast (copil_panel_get_session (page), _ ("The table is copied"));
}

static gboolean
write_book_cb (CopilStore *reader, const char *path, gpointer book, GError **error)
{
  return copil_ods_write (book, path, g_cancellable_get_current (), error);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CopilChartsPage *page = COPIL_CHARTS_PAGE (widget);
  const char *suffix = g_variant_get_string (parameter, NULL);
  const char *title = copil_chart_get_title (page->chart);
  g_autofree char *subject = NULL;

  if (!g_str_equal (suffix, "ods"))
    {
      copil_chart_view_save (page->chart, widget, suffix);
      return;
    }
  subject = copil_store_dup_name (copil_panel_get_store (page));
  copil_export_run (widget, copil_panel_get_session (page), _ ("Save the Data of the Chart"),
                    title ? title : _ ("Chart"), _ ("OpenDocument spreadsheet"), ".ods",
                    write_book_cb, copil_chart_book_new (page->chart, subject, NULL),
                    g_object_unref);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copil_chart_print (COPIL_CHARTS_PAGE (widget)->chart, widget);
}

static void
export_menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (COPIL_CHARTS_PAGE (widget)->button));
}

static void
copil_charts_page_dispose (GObject *object)
{
  CopilChartsPage *page = COPIL_CHARTS_PAGE (object);

  copil_loader_clear (&page->loader);
  g_clear_object (&page->chart);
  G_OBJECT_CLASS (copil_charts_page_parent_class)->dispose (object);
}

static void
copil_charts_page_class_init (CopilChartsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_charts_page_dispose;
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_menu_cb);
  gtk_widget_class_install_action (widget_class, "charts.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "charts.copy-table", NULL, copy_table_cb);
  gtk_widget_class_install_action (widget_class, "charts.save", "s", save_cb);
  gtk_widget_class_install_action (widget_class, "charts.print", NULL, print_cb);
}

static void
copil_charts_page_init (CopilChartsPage *page)
{
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new (), *copy = g_menu_new (), *save = g_menu_new (), *print = g_menu_new ();

  g_menu_append (copy, _ ("Copy the _Picture"), "charts.copy");
  g_menu_append (copy, _ ("Copy the _Table"), "charts.copy-table");
  g_menu_append (save, _ ("Save as _SVG…"), "charts.save::svg");
  g_menu_append (save, _ ("Save as _PDF…"), "charts.save::pdf");
  g_menu_append (save, _ ("Save as P_NG…"), "charts.save::png");
  g_menu_append (save, _ ("Save the Data as _ODS…"), "charts.save::ods");
  g_menu_append (print, _ ("P_rint…"), "charts.print");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (save));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (print));
  g_object_unref (copy);
  g_object_unref (save);
  g_object_unref (print);
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_picker (CopilChartsPage *page, const char *kind, const char *all)
{
  GtkWidget *picker = copil_picker_new (copil_panel_get_session (page), kind, FALSE);

  copil_picker_set_placeholder (COPIL_PICKER (picker), all);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (picker)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  copil_kind_get_label (copil_kind_get (kind)), -1);
  gtk_widget_set_hexpand (picker, TRUE);
  g_signal_connect_swapped (picker, "picked", G_CALLBACK (filter_cb), page);
  return picker;
}

/* The first row: which chart, and what to do with it. */
static GtkWidget *
make_bar (CopilChartsPage *page)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkStringList *titles = gtk_string_list_new (NULL);
  g_autoptr (GMenuModel) menu = make_menu ();
  guint n;
  const CopilChartEntry *entries = copil_chart_list (&n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (titles, _ (entries[i].title));
  page->choice = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);
  gtk_widget_set_hexpand (page->choice, TRUE);
  gtk_widget_set_tooltip_text (page->choice, _ ("The chart to draw"));
  copil_drop_down_set_name (page->choice, _ ("Chart"));
  g_signal_connect_swapped (page->choice, "notify::selected", G_CALLBACK (chosen_cb), page);
  page->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (page->button), _ ("Copy, save"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (page->button), menu);
  gtk_widget_set_tooltip_text (page->button, _ ("Copy, save or print this chart"));
  gtk_box_append (GTK_BOX (bar), page->choice);
  gtk_box_append (GTK_BOX (bar), page->button);
  return bar;
}

static GtkWidget *
make_filters (CopilChartsPage *page)
{
  const char *const all[] = { _ ("All years"), NULL };
  GtkWidget *filters = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  page->axis = make_picker (page, "axis", _ ("All axes"));
  page->party = make_picker (page, "party", _ ("All signatories"));
  page->indicator = make_picker (page, "indicator", _ ("The first indicator that fits"));
  page->years = gtk_string_list_new (all);
  page->year = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (page->years)), NULL);
  g_object_unref (page->years);
  copil_drop_down_set_name (page->year, _ ("Year"));
  g_signal_connect_swapped (page->year, "notify::selected", G_CALLBACK (filter_cb), page);
  gtk_box_append (GTK_BOX (filters), page->axis);
  gtk_box_append (GTK_BOX (filters), page->party);
  gtk_box_append (GTK_BOX (filters), page->indicator);
  gtk_box_append (GTK_BOX (filters), page->year);
  return filters;
}

static GtkWidget *
make_drawing (CopilChartsPage *page)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL), *above = gtk_scrolled_window_new ();

  page->view = copil_chart_view_new ();
  gtk_widget_set_margin_start (page->view, 12);
  gtk_widget_set_margin_end (page->view, 12);
  gtk_widget_set_margin_top (page->view, 6);
  gtk_widget_set_margin_bottom (page->view, 6);
  g_signal_connect_object (page->view, "activated", G_CALLBACK (activated_cb), page,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (above), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (above), page->view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (above), 160);
  page->table_place = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (page->table_place), 90);
  gtk_paned_set_start_child (GTK_PANED (paned), above);
  gtk_paned_set_end_child (GTK_PANED (paned), page->table_place);
  gtk_paned_set_resize_start_child (GTK_PANED (paned), TRUE);
  gtk_paned_set_resize_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_widget_set_size_request (page->table_place, -1, 190);
  return paned;
}

GtkWidget *
copil_charts_page_new (CopilSession *session)
{
  CopilChartsPage *page = g_object_new (COPIL_TYPE_CHARTS_PAGE, "session", session, NULL);
  GtkWidget *nothing = adw_status_page_new (), *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6),
            *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  copil_panel_set_child (page, content);
  page->loader = copil_loader_new (page, session, &loading, DELAY);
  gtk_widget_set_margin_top (head, 12);
  gtk_widget_set_margin_bottom (head, 6);
  gtk_widget_set_margin_start (head, 12);
  gtk_widget_set_margin_end (head, 12);
  gtk_box_append (GTK_BOX (head), make_bar (page));
  gtk_box_append (GTK_BOX (head), make_filters (page));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (nothing), "copil-charts-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (nothing), _ ("Nothing to draw"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (nothing),
      _ ("The file has no figures for this chart yet, or none that match what is chosen above."));
  page->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (page->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (page->stack), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "wait");
  gtk_stack_add_named (GTK_STACK (page->stack), make_drawing (page), "chart");
  gtk_stack_add_named (GTK_STACK (page->stack), nothing, "nothing");
  gtk_box_append (GTK_BOX (content), head);
  gtk_box_append (GTK_BOX (content), page->stack);
  chosen_cb (page);
  return GTK_WIDGET (page);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-axes-page.h"

#include <glib/gi18n-lib.h>

#include "copil-axis-view.h"
#include "copil-paper-export.h"
#include "copil-view-axis.h"

struct _CopilAxesPage
{
  CopilPanel parent_instance;

  GArray *axes; /* ids, in the order of the tabs */
  gboolean filling;

  GtkWidget *stack;
  GtkWidget *notebook;
  GtkWidget *nothing;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (CopilAxesPage, copil_axes_page, COPIL_TYPE_PANEL)

/* The one view goes to the tab that shows. */
static void
show_tab (CopilAxesPage *page, guint place)
{
  GtkWidget *bin = gtk_notebook_get_nth_page (GTK_NOTEBOOK (page->notebook), (int)place);
  GtkWidget *parent = gtk_widget_get_parent (page->view);

  if (!bin || place >= page->axes->len)
    return;
  if (parent != bin)
    {
      if (parent)
        adw_bin_set_child (ADW_BIN (parent), NULL);
      adw_bin_set_child (ADW_BIN (bin), page->view);
    }
  copil_axis_view_set_axis (COPIL_AXIS_VIEW (page->view),
                            g_array_index (page->axes, gint64, place));
}

static void
switch_page_cb (CopilAxesPage *page, GtkWidget *bin, guint place)
{
  if (page->filling)
    return;
  copil_session_flush (copil_panel_get_session (page));
  show_tab (page, place);
}

static void
reordered_cb (CopilAxesPage *page, GtkWidget *bin, guint place)
{
  gint64 *axis = g_object_get_data (G_OBJECT (bin), "axis");
  GtkWidget *next = gtk_notebook_get_nth_page (GTK_NOTEBOOK (page->notebook), (int)place + 1);
  gint64 *before = next ? g_object_get_data (G_OBJECT (next), "axis") : NULL;

  if (!page->filling)
    copil_session_place (copil_panel_get_session (page), "axis", *axis, before ? *before : 0);
}

static void
set_title (GtkWidget *tab, const char *title)
{
  gtk_label_set_label (GTK_LABEL (tab), title);
  gtk_widget_set_tooltip_text (tab, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (tab)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
add_tab (CopilAxesPage *page, const CopilViewAxis *axis)
{
  GtkWidget *bin = adw_bin_new (), *tab = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (tab), PANGO_ELLIPSIZE_END);
  g_object_set_data_full (G_OBJECT (bin), "axis", g_memdup2 (&axis->id, sizeof axis->id), g_free);
  gtk_notebook_append_page (GTK_NOTEBOOK (page->notebook), bin, tab);
  gtk_notebook_set_tab_reorderable (GTK_NOTEBOOK (page->notebook), bin, TRUE);
  set_title (tab, axis->shown);
  g_array_append_val (page->axes, axis->id);
}

/* The fewer the tabs, the more of its title each shows. */
static void
fit_tabs (CopilAxesPage *page)
{
  int n = gtk_notebook_get_n_pages (GTK_NOTEBOOK (page->notebook));

  for (int i = 0; i < n; i++)
    {
      GtkWidget *bin = gtk_notebook_get_nth_page (GTK_NOTEBOOK (page->notebook), i);
      GtkWidget *tab = gtk_notebook_get_tab_label (GTK_NOTEBOOK (page->notebook), bin);

      gtk_label_set_width_chars (GTK_LABEL (tab), CLAMP (76 / n, 9, 24));
      gtk_label_set_max_width_chars (GTK_LABEL (tab), 24);
    }
}

/* Makes the tabs anew, and shows again the axis that was shown. */
static void
fill (CopilAxesPage *page)
{
  g_autoptr (GPtrArray) axes = copil_view_list_axes (copil_panel_get_store (page));
  gint64 shown = copil_axis_view_get_axis (COPIL_AXIS_VIEW (page->view));
  GtkWidget *parent = gtk_widget_get_parent (page->view);
  guint place = 0;

  page->filling = TRUE;
  if (parent)
    adw_bin_set_child (ADW_BIN (parent), NULL);
  while (gtk_notebook_get_n_pages (GTK_NOTEBOOK (page->notebook)) > 0)
    gtk_notebook_remove_page (GTK_NOTEBOOK (page->notebook), 0);
  g_array_set_size (page->axes, 0);
  for (guint i = 0; i < axes->len; i++)
    {
      const CopilViewAxis *axis = axes->pdata[i];

      if (axis->id == shown)
        place = i;
      add_tab (page, axis);
    }
  fit_tabs (page);
  page->filling = FALSE;
  gtk_notebook_set_current_page (GTK_NOTEBOOK (page->notebook), (int)place);
  show_tab (page, place);
  gtk_stack_set_visible_child (GTK_STACK (page->stack),
                               page->axes->len ? page->notebook : page->nothing);
}

/* The label of a tab follows what is typed; tabs are only made anew where an axis comes, goes or
 * moves. */
static gboolean
update_labels (CopilAxesPage *page)
{
  g_autoptr (GPtrArray) axes = copil_view_list_axes (copil_panel_get_store (page));

  if (axes->len != page->axes->len)
    return FALSE;
  for (guint i = 0; i < axes->len; i++)
    {
      const CopilViewAxis *axis = axes->pdata[i];
      GtkNotebook *notebook = GTK_NOTEBOOK (page->notebook);

      if (g_array_index (page->axes, gint64, i) != axis->id)
        return FALSE;
      set_title (
          gtk_notebook_get_tab_label (notebook, gtk_notebook_get_nth_page (notebook, (int)i)),
          axis->shown);
    }
  return TRUE;
}

static void
refresh (gpointer page)
{
  if (!update_labels (page))
    fill (page);
}

static guint
find_axis (CopilAxesPage *page, gint64 axis)
{
  for (guint i = 0; i < page->axes->len; i++)
    if (g_array_index (page->axes, gint64, i) == axis)
      return i;
  return G_MAXUINT;
}

static void
add_axis (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilAxesPage *page = COPIL_AXES_PAGE (widget);
  gint64 axis = copil_session_add (copil_panel_get_session (page), "axis", NULL);

  if (axis)
    copil_axes_page_show (page, "axis", axis);
}

static void
delete_axis (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilAxesPage *page = COPIL_AXES_PAGE (widget);
  gint64 axis = copil_axis_view_get_axis (COPIL_AXIS_VIEW (page->view));

  if (axis)
    copil_session_delete (copil_panel_get_session (page), "axis", axis);
}

static void
shift_axis (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilAxesPage *page = COPIL_AXES_PAGE (widget);

  copil_session_shift (copil_panel_get_session (page), "axis",
                       copil_axis_view_get_axis (COPIL_AXIS_VIEW (page->view)),
                       g_str_equal (action, "page.axis-left") ? -1 : 1);
}

/* What the window asks of the page is done by the view of the axis; without an axis, "add" adds
 * one. */
static void
pass_on (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilAxesPage *page = COPIL_AXES_PAGE (widget);

  if (page->axes->len > 0)
    gtk_widget_activate_action (page->view, action, NULL);
  else if (g_str_equal (action, "page.add"))
    add_axis (widget, action, NULL);
}

static void export(GtkWidget *widget, const char *action, GVariant *parameter)
{
  const CopilRequest request = { .kind = copil_kind_get ("engagement") };

  copil_paper_export_run (widget, copil_panel_get_session (widget), ".ods", &request);
}

static void
copil_axes_page_dispose (GObject *object)
{
  CopilAxesPage *page = COPIL_AXES_PAGE (object);

  G_OBJECT_CLASS (copil_axes_page_parent_class)->dispose (object);
  g_clear_object (&page->view);
  g_clear_pointer (&page->axes, g_array_unref);
}

static void
copil_axes_page_class_init (CopilAxesPageClass *class)
{
  static const char *const passed[] = { "page.add",    "page.add-measure", "page.duplicate",
                                        "page.find",   "page.up",          "page.down",
                                        "page.delete", "page.move",        "page.focus",
                                        "page.note" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_axes_page_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (passed); i++)
    gtk_widget_class_install_action (widget_class, passed[i], NULL, pass_on);
  gtk_widget_class_install_action (widget_class, "page.add-axis", NULL, add_axis);
  gtk_widget_class_install_action (widget_class, "page.delete-axis", NULL, delete_axis);
  gtk_widget_class_install_action (widget_class, "page.axis-left", NULL, shift_axis);
  gtk_widget_class_install_action (widget_class, "page.axis-right", NULL, shift_axis);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export);
}

static void
copil_axes_page_init (CopilAxesPage *page)
{
  page->axes = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static GtkWidget *
build_axis_menu (void)
{
  GMenu *menu = g_menu_new (), *order = g_menu_new (), *removal = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _ ("_Add an axis"), "page.add-axis");
  g_menu_append (order, _ ("Move the axis to the _left"), "page.axis-left");
  g_menu_append (order, _ ("Move the axis to the _right"), "page.axis-right");
  g_menu_append (removal, _ ("_Delete the axis"), "page.delete-axis");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (removal));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Axes: add, move, delete"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Axes: add, move, delete"), -1);
  gtk_widget_add_css_class (button, "flat");
  g_object_unref (menu);
  g_object_unref (order);
  g_object_unref (removal);
  return button;
}

GtkWidget *
copil_axes_page_new (CopilSession *session)
{
  CopilAxesPage *page = g_object_new (COPIL_TYPE_AXES_PAGE, "session", session, NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add an axis"));

  page->view = g_object_ref_sink (copil_axis_view_new (session));
  page->notebook = gtk_notebook_new ();
  gtk_notebook_set_scrollable (GTK_NOTEBOOK (page->notebook), TRUE);
  gtk_notebook_set_show_border (GTK_NOTEBOOK (page->notebook), FALSE);
  gtk_notebook_set_action_widget (GTK_NOTEBOOK (page->notebook), build_axis_menu (), GTK_PACK_END);
  gtk_widget_add_css_class (page->notebook, "axes");
  g_signal_connect_swapped (page->notebook, "switch-page", G_CALLBACK (switch_page_cb), page);
  g_signal_connect_swapped (page->notebook, "page-reordered", G_CALLBACK (reordered_cb), page);
  page->nothing = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page->nothing), "view-list-bullet-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page->nothing), _ ("No axis yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page->nothing),
      _ ("The axes are the articles of the convention that say what the signatories do together."));
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.add-axis");
  adw_status_page_set_child (ADW_STATUS_PAGE (page->nothing), button);
  page->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (page->stack), page->notebook);
  gtk_stack_add_child (GTK_STACK (page->stack), page->nothing);
  copil_panel_set_child (page, page->stack);
  copil_panel_watch (page, "axis", refresh);
  fill (page);
  return GTK_WIDGET (page);
}

void
copil_axes_page_show (CopilAxesPage *page, const char *kind, gint64 id)
{
  gint64 axis = g_str_equal (kind, "axis")
                    ? id
                    : copil_store_get_int (copil_panel_get_store (page), kind, id, "axis");
  guint place;

  copil_panel_settle (page);
  place = find_axis (page, axis);
  if (place == G_MAXUINT)
    {
      if (id == 0 && page->axes->len == 0)
        add_axis (GTK_WIDGET (page), NULL, NULL);
      return;
    }
  gtk_notebook_set_current_page (GTK_NOTEBOOK (page->notebook), (int)place);
  if (axis != id)
    copil_axis_view_select (COPIL_AXIS_VIEW (page->view), kind, id);
}

void
copil_axes_page_filter (CopilAxesPage *page, const char *key)
{
  static const char *const names[] = {
    "status", "party", "measure", "month", "missing", "priority"
  };
  CopilFilterBar *filters = copil_axis_view_get_filters (COPIL_AXIS_VIEW (page->view));
  g_autoptr (GHashTable) wanted = g_uri_parse_params (key, -1, "&", G_URI_PARAMS_NONE, NULL);
  const char *axis = wanted ? g_hash_table_lookup (wanted, "axis") : NULL;

  if (!wanted)
    return;
  copil_filter_bar_clear (filters);
  if (axis)
    copil_axes_page_show (page, "axis", g_ascii_strtoll (axis, NULL, 10));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_hash_table_contains (wanted, names[i]))
      copil_filter_bar_set (filters, names[i], g_hash_table_lookup (wanted, names[i]));
  if (!axis)
    {
      /* the first axis that holds such an engagement */
      g_autoptr (GPtrArray) parameters = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *filter = copil_filter_bar_build_sql (filters, parameters);
      gint64 first;

      g_ptr_array_add (parameters, NULL);
      first = copil_view_find_axis (copil_panel_get_store (page), filter,
                                    (const char *const *)parameters->pdata);
      if (first)
        copil_axes_page_show (page, "axis", first);
    }
}

void
copil_axes_page_turn (CopilAxesPage *page, int direction)
{
  int n = gtk_notebook_get_n_pages (GTK_NOTEBOOK (page->notebook));
  int place = gtk_notebook_get_current_page (GTK_NOTEBOOK (page->notebook));

  if (n > 0)
    gtk_notebook_set_current_page (GTK_NOTEBOOK (page->notebook), (place + direction + n) % n);
}

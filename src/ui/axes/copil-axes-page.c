/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-axes-page.h"

#include <glib/gi18n-lib.h>

#include "copil-axis-view.h"
#include "copil-paper-export.h"
#include "copil-view-axis.h"

struct _CopilAxesPage
{
  CopilPanel parent_instance;

  GArray *axes; /* ids, in the order of the tabs; the first is 0, for all */
  gboolean filling;
  guint place; /* of the tab to show once it is in a window */

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
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.delete-axis", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.axis-left", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.axis-right", place > 0);
}

static void
switch_page_cb (CopilAxesPage *page, GtkWidget *bin, guint place)
{
  if (page->filling)
    return;
  copil_session_keep (copil_panel_get_session (page));
  show_tab (page, place);
}

static void
reordered_cb (CopilAxesPage *page, GtkWidget *bin, guint place)
{
  gint64 *axis = g_object_get_data (G_OBJECT (bin), "axis");
  GtkWidget *next = gtk_notebook_get_nth_page (GTK_NOTEBOOK (page->notebook), (int)place + 1);
  gint64 *before = next ? g_object_get_data (G_OBJECT (next), "axis") : NULL;

  if (page->filling || place == 0)
    gtk_notebook_reorder_child (GTK_NOTEBOOK (page->notebook), bin, place ? (int)place : 1);
  else
    copil_session_place (copil_panel_get_session (page), "axis", *axis, before ? *before : 0);
}

/* What is on a tab: number and title of the axis, and how many are late. The title has the room
 * there is; numbers are never alike, and whole. */
static void
set_tab (GtkWidget *tab, const char *number, const char *title, guint late)
{
  GtkWidget *label = gtk_widget_get_first_child (tab), *name = gtk_widget_get_next_sibling (label),
            *badge = gtk_widget_get_last_child (tab);
  g_autofree char *shown = number && title ? g_strdup_printf ("%s · %s", number, title)
                                           : g_strdup (title ? title : number);
  g_autofree char *count = g_strdup_printf ("%u", late),
                  *lates =
                      g_strdup_printf (g_dngettext (NULL, "%d late", "%d late", late), (int)late),
                  *tip = late ? g_strdup_printf ("%s (%s)", shown, lates) : g_strdup (shown);

  gtk_label_set_label (GTK_LABEL (label), number ? number : "");
  gtk_widget_set_visible (label, number != NULL);
  gtk_label_set_label (GTK_LABEL (name), title ? title : "");
  gtk_label_set_label (GTK_LABEL (badge), count);
  gtk_widget_set_visible (badge, late > 0);
  gtk_widget_set_tooltip_text (tab, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (tab)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
}

/* The number of an axis, told apart from those before it; its place where it has none. */
static char *
dup_number (GPtrArray *axes, guint place)
{
  const CopilViewAxis *axis = axes->pdata[place];
  guint alike = 1;

  if (!axis->label || !*axis->label)
    return g_strdup_printf ("%u.", place + 1);
  for (guint i = 0; i < place; i++)
    alike += g_strcmp0 (((CopilViewAxis *)axes->pdata[i])->label, axis->label) == 0;
  return alike > 1 ? g_strdup_printf ("%s (%u)", axis->label, alike) : g_strdup (axis->label);
}

static GtkWidget *
get_tab (CopilAxesPage *page, guint place)
{
  GtkNotebook *notebook = GTK_NOTEBOOK (page->notebook);

  return gtk_notebook_get_tab_label (notebook, gtk_notebook_get_nth_page (notebook, (int)place));
}

static void
add_tab (CopilAxesPage *page, gint64 axis)
{
  GtkWidget *bin = adw_bin_new (), *tab = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6),
            *label = gtk_label_new (NULL), *name = gtk_label_new (NULL),
            *badge = gtk_label_new (NULL);
  GtkNotebookPage *notebook_page;

  gtk_label_set_ellipsize (GTK_LABEL (name), axis ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (tab), label);
  gtk_box_append (GTK_BOX (tab), name);
  gtk_box_append (GTK_BOX (tab), badge);
  g_object_set_data_full (G_OBJECT (bin), "axis", g_memdup2 (&axis, sizeof axis), g_free);
  gtk_notebook_append_page (GTK_NOTEBOOK (page->notebook), bin, tab);
  gtk_notebook_set_tab_reorderable (GTK_NOTEBOOK (page->notebook), bin, axis != 0);
  notebook_page = gtk_notebook_get_page (GTK_NOTEBOOK (page->notebook), bin);
  g_object_set (notebook_page, "tab-expand", axis != 0, NULL);
  g_array_append_val (page->axes, axis);
}

/* The fewer the tabs, the more of its title each shows at the least; what is left of the width is
 * theirs too. */
static void
fit_tabs (CopilAxesPage *page)
{
  guint n = page->axes->len;

  for (guint i = 1; i < n; i++)
    {
      GtkWidget *label = gtk_widget_get_first_child (get_tab (page, i));

      gtk_label_set_width_chars (GTK_LABEL (gtk_widget_get_next_sibling (label)),
                                 CLAMP (54 / (int)n, 6, 18));
    }
}

static void
update_labels (CopilAxesPage *page, GPtrArray *axes)
{
  g_autoptr (GHashTable) late = copil_view_count_late (copil_panel_get_store (page));

  set_tab (get_tab (page, 0), NULL, C_ ("axes", "All"), 0);
  for (guint i = 0; i < axes->len; i++)
    {
      const CopilViewAxis *axis = axes->pdata[i];
      g_autofree char *number = dup_number (axes, i);

      set_tab (get_tab (page, i + 1), number, axis->title,
               GPOINTER_TO_UINT (g_hash_table_lookup (late, &axis->id)));
    }
}

/* A notebook asks the window for the keyboard when it changes its page: not before it is in one. */
static void
show_place (CopilAxesPage *page)
{
  if (!gtk_widget_get_root (GTK_WIDGET (page)))
    return;
  gtk_notebook_set_current_page (GTK_NOTEBOOK (page->notebook), (int)page->place);
  show_tab (page, page->place);
}

static void
copil_axes_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (copil_axes_page_parent_class)->root (widget);
  show_place (COPIL_AXES_PAGE (widget));
}

/* Makes the tabs anew, and shows again what was shown: at first the first axis. */
static void
fill (CopilAxesPage *page, GPtrArray *axes)
{
  gint64 shown = copil_axis_view_get_axis (COPIL_AXIS_VIEW (page->view));
  GtkWidget *parent = gtk_widget_get_parent (page->view);
  guint place = axes->len && shown ? 1 : 0;

  page->filling = TRUE;
  if (parent)
    adw_bin_set_child (ADW_BIN (parent), NULL);
  while (gtk_notebook_get_n_pages (GTK_NOTEBOOK (page->notebook)) > 0)
    gtk_notebook_remove_page (GTK_NOTEBOOK (page->notebook), 0);
  g_array_set_size (page->axes, 0);
  add_tab (page, 0);
  for (guint i = 0; i < axes->len; i++)
    {
      const CopilViewAxis *axis = axes->pdata[i];

      if (axis->id == shown)
        place = i + 1;
      add_tab (page, axis->id);
    }
  update_labels (page, axes);
  fit_tabs (page);
  page->filling = FALSE;
  page->place = place;
  show_place (page);
  gtk_stack_set_visible_child (GTK_STACK (page->stack), axes->len ? page->notebook : page->nothing);
}

/* The labels of tabs follow what is typed; tabs are only made anew where an axis comes, goes or
 * moves. */
static gboolean
are_same (CopilAxesPage *page, GPtrArray *axes)
{
  if (axes->len + 1 != page->axes->len)
    return FALSE;
  for (guint i = 0; i < axes->len; i++)
    if (g_array_index (page->axes, gint64, i + 1) != ((CopilViewAxis *)axes->pdata[i])->id)
      return FALSE;
  return TRUE;
}

static void
refresh (gpointer page)
{
  g_autoptr (GPtrArray) axes = copil_view_list_axes (copil_panel_get_store (page));

  if (are_same (page, axes))
    update_labels (page, axes);
  else
    fill (page, axes);
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

  if (page->axes->len > 1)
    gtk_widget_activate_action (page->view, action, NULL);
  else if (g_str_equal (action, "page.add"))
    add_axis (widget, action, NULL);
}

static void
show_all (CopilAxesPage *page)
{
  gtk_notebook_set_current_page (GTK_NOTEBOOK (page->notebook), 0);
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
  widget_class->root = copil_axes_page_root;
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
  g_signal_connect_swapped (page->view, "all", G_CALLBACK (show_all), page);
  copil_panel_watch (page, "axis engagement", refresh);
  refresh (page);
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
  if (place == 0 || id == 0)
    place = G_MAXUINT;
  else if (!g_str_equal (kind, "axis") && page->axes->len > 1 &&
           copil_axis_view_get_axis (COPIL_AXIS_VIEW (page->view)) == 0)
    place = 0;
  if (place == G_MAXUINT)
    {
      if (id == 0 && page->axes->len == 1)
        add_axis (GTK_WIDGET (page), NULL, NULL);
      return;
    }
  gtk_notebook_set_current_page (GTK_NOTEBOOK (page->notebook), (int)place);
  if (g_str_equal (kind, "axis"))
    return;
  copil_axis_view_select (COPIL_AXIS_VIEW (page->view), kind, id);
  copil_axis_view_show_form (COPIL_AXIS_VIEW (page->view));
}

void
copil_axes_page_filter (CopilAxesPage *page, const char *key)
{
  copil_panel_settle (page);
  gtk_notebook_set_current_page (GTK_NOTEBOOK (page->notebook), 0);
  copil_filter_bar_set (copil_axis_view_get_filters (COPIL_AXIS_VIEW (page->view)), key);
}

void
copil_axes_page_turn (CopilAxesPage *page, int direction)
{
  int n = gtk_notebook_get_n_pages (GTK_NOTEBOOK (page->notebook));
  int place = gtk_notebook_get_current_page (GTK_NOTEBOOK (page->notebook));

  if (n > 0)
    gtk_notebook_set_current_page (GTK_NOTEBOOK (page->notebook), (place + direction + n) % n);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-records-page.h"

#include <glib/gi18n-lib.h>

#include "copil-picker.h"
#include "copil-query.h"
#include "copil-records-filter.h"
#include "copil-split.h"

/* From this width on, in pixels, the list shows its further columns. */
#define WIDE 640

struct _CopilRecordsPage
{
  GtkWidget parent_instance;

  CopilSession *session;
  const CopilRecordsSpec *spec;
  const CopilKind *kind;
  GHashTable *initial; /* field → value */
  gint64 shown;        /* what "selected" said last */
  gint64 wanted;       /* to be selected when it comes, or 0 */
  gboolean wide;
  guint width_source;

  CopilRowList *list;
  GtkSingleSelection *selection;
  GtkColumnView *view;
  const CopilRecordsColumn *sorted; /* or NULL: the list's own order */
  gboolean descending;
  const CopilRecordsColumn *probed;

  GtkWidget *stack; /* empty, or the records */
  GtkWidget *split;
  GtkWidget *list_stack; /* the list, or that nothing was found */
  GtkWidget *search;
  GtkWidget *tools;
  GtkWidget *filters;
  GtkWidget *rows;
  GtkWidget *unsort;
  GtkWidget *detail;
};

G_DEFINE_FINAL_TYPE (CopilRecordsPage, copil_records_page, GTK_TYPE_WIDGET)

enum
{
  SELECTED,
  ADDED,
  ADDING,
  WIDTH,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static CopilStore *
get_store (CopilRecordsPage *page)
{
  return copil_session_get_store (page->session);
}

static CopilRow *
get_row (CopilRecordsPage *page, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (page->list), position);
}

static gboolean
same_group (CopilRecordsPage *page, guint one, guint other)
{
  g_autoptr (CopilRow) a = get_row (page, one), b = get_row (page, other);

  if (!a || !b)
    return FALSE;
  return page->spec->group < 0 || g_strcmp0 (copil_row_get (a, page->spec->group),
                                             copil_row_get (b, page->spec->group)) == 0;
}

static void
update_actions (CopilRecordsPage *page)
{
  GtkWidget *widget = GTK_WIDGET (page);
  guint position = gtk_single_selection_get_selected (page->selection);
  gboolean writable = !copil_store_is_read_only (get_store (page));
  gboolean any = writable && position != GTK_INVALID_LIST_POSITION && page->shown;
  gboolean movable = any && page->kind->ordered && !page->sorted;

  gtk_widget_action_set_enabled (widget, "page.add", writable);
  gtk_widget_action_set_enabled (widget, "page.duplicate", any);
  gtk_widget_action_set_enabled (widget, "page.delete", any);
  gtk_widget_action_set_enabled (
      widget, "page.up", movable && position > 0 && same_group (page, position, position - 1));
  gtk_widget_action_set_enabled (widget, "page.down",
                                 movable && same_group (page, position, position + 1));
}

static gboolean
is_filtered (CopilRecordsPage *page)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (page->search)))
    return TRUE;
  for (GtkWidget *filter = gtk_widget_get_first_child (page->filters); filter;
       filter = gtk_widget_get_next_sibling (filter))
    if (copil_records_filter_get_condition (COPIL_RECORDS_FILTER (filter)))
      return TRUE;
  return FALSE;
}

/* Shows the list, or why there is none. */
static void
update_state (CopilRecordsPage *page)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (page->list)) > 0;

  if (!any && !is_filtered (page))
    gtk_stack_set_visible_child_name (GTK_STACK (page->stack), "empty");
  else
    {
      gtk_stack_set_visible_child_name (GTK_STACK (page->stack), "records");
      gtk_stack_set_visible_child_name (GTK_STACK (page->list_stack), any ? "list" : "none");
    }
  update_actions (page);
}

static void
append_order (CopilRecordsPage *page, GString *sql)
{
  g_string_append (sql, " ORDER BY ");
  if (page->sorted)
    g_string_append_printf (sql, "%s IS NULL, %s%s, ", page->sorted->sort, page->sorted->sort,
                            page->descending ? " DESC" : "");
  g_string_append (sql, page->spec->order ? page->spec->order : page->kind->order);
}

static void
run_query (CopilRecordsPage *page)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (page->search));
  /* Never a number, which would be bound as one. */
  g_autofree char *sought = g_strconcat ("~", typed, NULL);
  const char *parameters[] = { *typed ? sought : NULL, NULL };
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "SELECT 0, r.id FROM \"%s\" AS r WHERE 1", page->kind->name);
  if (*typed)
    g_string_append_printf (sql, " AND instr (copil_fold (%s), copil_fold (substr (?1, 2))) > 0",
                            page->spec->search);
  for (GtkWidget *filter = gtk_widget_get_first_child (page->filters); filter;
       filter = gtk_widget_get_next_sibling (filter))
    {
      const char *condition = copil_records_filter_get_condition (COPIL_RECORDS_FILTER (filter));

      if (condition)
        g_string_append_printf (sql, " AND (%s)", condition);
    }
  append_order (page, sql);
  copil_row_list_set_query (page->list, sql->str, parameters, page->spec->follows);
  gtk_widget_set_visible (page->unsort, page->sorted != NULL);
  update_state (page);
}

static void
clear_filters (CopilRecordsPage *page)
{
  gtk_editable_set_text (GTK_EDITABLE (page->search), "");
  for (GtkWidget *filter = gtk_widget_get_first_child (page->filters); filter;
       filter = gtk_widget_get_next_sibling (filter))
    copil_records_filter_clear (COPIL_RECORDS_FILTER (filter));
  run_query (page);
}

/* The part of a column view that scrolls. */
static GtkWidget *
find_rows (CopilRecordsPage *page)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (page->view));

  while (child && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Selects it where it is in the list by now. */
static gboolean
select_now (CopilRecordsPage *page, gint64 id)
{
  guint position = copil_row_list_find (page->list, 0, id);
  GtkWidget *rows = find_rows (page);

  if (position == G_MAXUINT)
    return FALSE;
  page->wanted = 0;
  gtk_single_selection_set_selected (page->selection, position);
  if (rows)
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
  return TRUE;
}

/* --- callbacks --- */

static void
selected_cb (CopilRecordsPage *page)
{
  CopilRow *row = gtk_single_selection_get_selected_item (page->selection);
  gint64 id = row ? copil_row_get_id (row) : 0;

  if (id != page->shown)
    {
      page->shown = id;
      gtk_widget_set_visible (page->detail, id != 0);
      g_signal_emit (page, signals[SELECTED], 0, id);
      if (id)
        gtk_adjustment_set_value (
            gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (
                gtk_widget_get_ancestor (page->detail, GTK_TYPE_SCROLLED_WINDOW))),
            0);
      else
        copil_split_show_detail (COPIL_SPLIT (page->split), FALSE);
    }
  update_actions (page);
}

static void
items_changed_cb (CopilRecordsPage *page)
{
  if (page->wanted)
    select_now (page, page->wanted);
  update_state (page);
}

static void
activated_cb (CopilRecordsPage *page)
{
  copil_split_show_detail (COPIL_SPLIT (page->split), TRUE);
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, GtkListItem *item)
{
  CopilRecordsPage *page = COPIL_RECORDS_PAGE (gtk_widget_get_ancestor (
      gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), COPIL_TYPE_RECORDS_PAGE));

  gtk_single_selection_set_selected (page->selection, gtk_list_item_get_position (item));
  copil_split_show_detail (COPIL_SPLIT (page->split), TRUE);
}

/* Which column is sorted by: asked of the view's sorter with two things to compare, as only newer
 * versions of GTK say it. */
static int
probe_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  CopilRecordsPage *page = COPIL_RECORDS_PAGE ((gpointer)a);

  page->probed = data;
  return -1;
}

static void
sorted_cb (CopilRecordsPage *page)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (page->view);
  GtkOrdering ordering;

  page->probed = NULL;
  ordering = gtk_sorter_compare (sorter, page, page->list);
  page->sorted = page->probed;
  page->descending = ordering == GTK_ORDERING_LARGER;
  run_query (page);
}

static void
unsort_cb (CopilRecordsPage *page)
{
  gtk_column_view_sort_by_column (page->view, NULL, GTK_SORT_ASCENDING);
}

static void
search_stopped_cb (CopilRecordsPage *page)
{
  gtk_editable_set_text (GTK_EDITABLE (page->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (page->view));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, CopilRecordsPage *page)
{
  const CopilRecordsColumn *column = g_object_get_data (G_OBJECT (factory), "column");
  GtkWidget *cell = copil_records_cell_new (column);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (page, "width", G_CALLBACK (copil_records_cell_set_wide), cell,
                           G_CONNECT_SWAPPED);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), item);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, CopilRecordsPage *page)
{
  CopilRecordsCell *cell = COPIL_RECORDS_CELL (gtk_list_item_get_child (item));

  copil_records_cell_set_wide (cell, page->wide);
  copil_records_cell_set_row (cell, gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  copil_records_cell_set_row (COPIL_RECORDS_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
apply_width (CopilRecordsPage *page)
{
  GListModel *columns = gtk_column_view_get_columns (page->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (page->spec->columns[i].wide)
        gtk_column_view_column_set_visible (column, page->wide);
    }
  g_signal_emit (page, signals[WIDTH], 0, page->wide);
}

static gboolean
width_cb (gpointer data)
{
  CopilRecordsPage *page = data;
  gboolean wide = gtk_widget_get_width (GTK_WIDGET (page->view)) >= WIDE;

  page->width_source = 0;
  if (wide != page->wide)
    {
      page->wide = wide;
      apply_width (page);
    }
  return G_SOURCE_REMOVE;
}

static void
resized_cb (CopilRecordsPage *page)
{
  if (!page->width_source)
    page->width_source = g_idle_add (width_cb, page);
}

/* --- actions --- */

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilRecordsPage *page = COPIL_RECORDS_PAGE (widget);
  const char *pairs[8] = { NULL };
  GHashTableIter iter;
  gpointer field, value;
  guint n = 0;
  gint64 id;

  g_signal_emit (page, signals[ADDING], 0);
  g_hash_table_iter_init (&iter, page->initial);
  while (n + 1 < G_N_ELEMENTS (pairs) && g_hash_table_iter_next (&iter, &field, &value))
    {
      pairs[n++] = field;
      pairs[n++] = value;
    }
  id = copil_session_add (page->session, page->kind->name, pairs[0], pairs[1], pairs[2], pairs[3],
                          pairs[4], pairs[5], pairs[6], pairs[7], NULL);
  if (!id)
    return;
  copil_records_page_select (page, id);
  g_signal_emit (page, signals[ADDED], 0, id);
}

static void
duplicate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilRecordsPage *page = COPIL_RECORDS_PAGE (widget);
  gint64 id = copil_session_duplicate (page->session, page->kind->name, page->shown);

  if (id)
    copil_records_page_select (page, id);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilRecordsPage *page = COPIL_RECORDS_PAGE (widget);

  copil_session_delete (page->session, page->kind->name, page->shown);
}

/* Up: before the one above. Down: before the one that follows the one below in the kind's own
 * order, as others may stand between that the list does not show. */
static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilRecordsPage *page = COPIL_RECORDS_PAGE (widget);
  gboolean up = g_str_equal (action, "page.up");
  guint position = gtk_single_selection_get_selected (page->selection);
  g_autoptr (CopilRow) other = get_row (page, up ? position - 1 : position + 1);
  gint64 id = page->shown, before;

  if (!other || !id)
    return;
  before = copil_row_get_id (other);
  if (!up)
    {
      g_autofree char *sql = g_strdup_printf (
          "SELECT r.id FROM \"%s\" AS r, \"%s\" AS o WHERE o.id = ?1 AND r.id <> ?2 AND "
          "(r.position, r.id) > (o.position, o.id) ORDER BY r.position, r.id LIMIT 1",
          page->kind->name, page->kind->name);

      before = copil_store_query_int (get_store (page), sql, "ii", before, id);
    }
  copil_session_place (page->session, page->kind->name, id, before);
  copil_records_page_select (page, id);
}

static void
find_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilRecordsPage *page = COPIL_RECORDS_PAGE (widget);

  copil_split_show_detail (COPIL_SPLIT (page->split), FALSE);
  gtk_widget_grab_focus (page->search);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc func;
} actions[] = {
  { "page.add", add_cb }, { "page.duplicate", duplicate_cb }, { "page.delete", delete_cb },
  { "page.up", move_cb }, { "page.down", move_cb },           { "page.find", find_cb },
};

static void
forward_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *page = g_object_get_data (G_OBJECT (widget), "copil-records-page");

  if (page)
    gtk_widget_activate_action_variant (page, action, parameter);
}

/* --- building --- */

static GtkWidget *
make_button (const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static char *
strip_mnemonic (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", 2);

  return g_strjoinv ("", parts);
}

static GtkWidget *
build_toolbar (CopilRecordsPage *page)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *add;
  g_autofree char *add_label = strip_mnemonic (_ (page->spec->add));
  g_autofree char *search_label =
      g_strdup_printf (_ ("Search: %s"), copil_kind_get_plural_label (page->kind));

  page->search = gtk_search_entry_new ();
  g_object_set (page->search, "placeholder-text", _ ("Search"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (page->search), 8);
  gtk_widget_set_hexpand (page->search, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (page->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  search_label, -1);
  g_signal_connect_swapped (page->search, "search-changed", G_CALLBACK (run_query), page);
  g_signal_connect_swapped (page->search, "stop-search", G_CALLBACK (search_stopped_cb), page);

  add = make_button ("list-add-symbolic", add_label, "page.add");
  gtk_box_append (GTK_BOX (buttons), add);
  gtk_box_append (GTK_BOX (buttons),
                  make_button ("edit-copy-symbolic", _ ("Duplicate"), "page.duplicate"));
  if (page->kind->ordered)
    {
      gtk_box_append (GTK_BOX (buttons), make_button ("go-up-symbolic", _ ("Move up"), "page.up"));
      gtk_box_append (GTK_BOX (buttons),
                      make_button ("go-down-symbolic", _ ("Move down"), "page.down"));
    }
  gtk_box_append (GTK_BOX (buttons),
                  make_button ("user-trash-symbolic", _ ("Delete"), "page.delete"));
  page->tools = buttons;
  gtk_box_append (GTK_BOX (bar), page->search);
  gtk_box_append (GTK_BOX (bar), buttons);
  return bar;
}

static void
add_column (CopilRecordsPage *page, const CopilRecordsColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_object_set_data (G_OBJECT (factory), "column", (gpointer)column);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), page);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), page);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  view_column = gtk_column_view_column_new (_ (column->title), factory);
  gtk_column_view_column_set_expand (view_column, column->expand);
  if (column->sort)
    {
      g_autoptr (GtkSorter) sorter =
          GTK_SORTER (gtk_custom_sorter_new (probe_cb, (gpointer)column, NULL));

      gtk_column_view_column_set_sorter (view_column, sorter);
    }
  gtk_column_view_append_column (page->view, view_column);
}

static void
add_shortcut (GtkShortcutController *controller, const char *trigger, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                    gtk_named_action_new (action)));
}

static GtkWidget *
build_view (CopilRecordsPage *page)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  page->view =
      GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (page->selection))));
  for (const CopilRecordsColumn *column = page->spec->columns; column->title; column++)
    add_column (page, column);
  gtk_widget_add_css_class (GTK_WIDGET (page->view), "copil-records");
  gtk_accessible_update_property (GTK_ACCESSIBLE (page->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  copil_kind_get_plural_label (page->kind), -1);
  g_signal_connect_swapped (page->view, "activate", G_CALLBACK (activated_cb), page);
  g_signal_connect_swapped (gtk_column_view_get_sorter (page->view), "changed",
                            G_CALLBACK (sorted_cb), page);
  add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts), "<Alt>Up", "page.up");
  add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts), "<Alt>Down", "page.down");
  add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts), "Delete", "page.delete");
  gtk_widget_add_controller (GTK_WIDGET (page->view), shortcuts);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (page->view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  g_signal_connect_swapped (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (page->view)), "changed",
                            G_CALLBACK (resized_cb), page);
  return scrolled;
}

static GtkWidget *
build_none (CopilRecordsPage *page)
{
  GtkWidget *none = adw_status_page_new ();
  GtkWidget *clear = gtk_button_new_with_mnemonic (_ ("_Show all"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("Nothing found"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none),
                                   _ ("Nothing matches the search and the filters."));
  gtk_widget_set_halign (clear, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (clear, "pill");
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (clear_filters), page);
  adw_status_page_set_child (ADW_STATUS_PAGE (none), clear);
  gtk_widget_add_css_class (none, "compact");
  return none;
}

static GtkWidget *
build_list (CopilRecordsPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_start (top, 12);
  gtk_widget_set_margin_end (top, 12);
  gtk_widget_set_margin_top (top, 12);
  gtk_widget_set_margin_bottom (top, 6);
  page->filters = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (page->filters), TRUE);
  gtk_widget_set_visible (page->filters, FALSE);
  page->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  page->unsort = gtk_button_new_with_mnemonic (_ ("Back to the _usual order"));
  gtk_widget_set_visible (page->unsort, FALSE);
  gtk_widget_set_halign (page->unsort, GTK_ALIGN_START);
  gtk_widget_add_css_class (page->unsort, "flat");
  g_signal_connect_swapped (page->unsort, "clicked", G_CALLBACK (unsort_cb), page);
  gtk_box_append (GTK_BOX (top), build_toolbar (page));
  gtk_box_append (GTK_BOX (top), page->filters);
  gtk_box_append (GTK_BOX (top), page->rows);
  gtk_box_append (GTK_BOX (top), page->unsort);
  page->list_stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (page->list_stack), build_view (page), "list");
  gtk_stack_add_named (GTK_STACK (page->list_stack), build_none (page), "none");
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), page->list_stack);
  return box;
}

static GtkWidget *
build_detail (CopilRecordsPage *page)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_set_margin_start (page->detail, 18);
  gtk_widget_set_margin_end (page->detail, 18);
  gtk_widget_set_margin_top (page->detail, 12);
  gtk_widget_set_margin_bottom (page->detail, 24);
  gtk_widget_set_visible (page->detail, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), page->detail);
  return scrolled;
}

static GtkWidget *
build_empty (CopilRecordsPage *page)
{
  GtkWidget *empty = adw_status_page_new ();
  GtkWidget *add = gtk_button_new_with_mnemonic (_ (page->spec->add));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), page->spec->icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ (page->spec->title));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty), _ (page->spec->sentence));
  gtk_widget_set_halign (add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (add, "pill");
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "page.add");
  adw_status_page_set_child (ADW_STATUS_PAGE (empty), add);
  return empty;
}

static void
build (CopilRecordsPage *page, int detail_width)
{
  page->split =
      copil_split_new (build_list (page), build_detail (page), _ (page->spec->back), detail_width);
  page->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (page->stack), page->split, "records");
  gtk_stack_add_named (GTK_STACK (page->stack), build_empty (page), "empty");
  gtk_widget_set_parent (page->stack, GTK_WIDGET (page));
  apply_width (page);
}

/* --- class --- */

static void
copil_records_page_dispose (GObject *object)
{
  CopilRecordsPage *page = COPIL_RECORDS_PAGE (object);

  g_clear_handle_id (&page->width_source, g_source_remove);
  if (page->list)
    g_signal_handlers_disconnect_by_data (page->list, page);
  if (page->selection)
    g_signal_handlers_disconnect_by_data (page->selection, page);
  if (page->view)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (page->view), page);
  page->view = NULL;
  g_clear_pointer (&page->stack, gtk_widget_unparent);
  g_clear_object (&page->selection);
  g_clear_object (&page->list);
  g_clear_object (&page->session);
  G_OBJECT_CLASS (copil_records_page_parent_class)->dispose (object);
}

static void
copil_records_page_finalize (GObject *object)
{
  g_hash_table_unref (COPIL_RECORDS_PAGE (object)->initial);
  G_OBJECT_CLASS (copil_records_page_parent_class)->finalize (object);
}

static void
copil_records_page_class_init (CopilRecordsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_records_page_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_records_page_finalize;
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ADDED] = g_signal_new ("added", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_INT64);
  signals[ADDING] =
      g_signal_new ("adding", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WIDTH] = g_signal_new ("width", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_BOOLEAN);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
copil_records_page_init (CopilRecordsPage *page)
{
  page->initial = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

GtkWidget *
copil_records_page_new (CopilSession *session, const CopilRecordsSpec *spec, GtkWidget *detail,
                        int detail_width)
{
  CopilRecordsPage *page = g_object_new (COPIL_TYPE_RECORDS_PAGE, NULL);
  const char *rows[] = { spec->row, NULL }, *kinds[] = { spec->kind, NULL };

  page->session = g_object_ref (session);
  page->spec = spec;
  page->kind = copil_kind_get (spec->kind);
  page->detail = detail;
  page->list = copil_row_list_new (copil_session_get_store (session), rows, kinds);
  page->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (page->list)));
  build (page, detail_width);
  g_signal_connect_swapped (page->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            page);
  g_signal_connect_swapped (page->selection, "notify::selected", G_CALLBACK (update_actions), page);
  g_signal_connect_swapped (page->list, "items-changed", G_CALLBACK (items_changed_cb), page);
  run_query (page);
  return GTK_WIDGET (page);
}

/* --- public functions --- */

gint64
copil_records_page_get_selected (CopilRecordsPage *page)
{
  return page->shown;
}

void
copil_records_page_select (CopilRecordsPage *page, gint64 id)
{
  if (!id)
    return;
  page->wanted = id;
  if (!select_now (page, id) && is_filtered (page))
    {
      clear_filters (page);
      select_now (page, id);
    }
  copil_split_show_detail (COPIL_SPLIT (page->split), TRUE);
}

static void
add_filter (CopilRecordsPage *page, GtkWidget *filter)
{
  g_signal_connect_swapped (filter, "changed", G_CALLBACK (run_query), page);
  gtk_box_append (GTK_BOX (page->filters), filter);
  gtk_widget_set_visible (page->filters, TRUE);
}

void
copil_records_page_add_record_filter (CopilRecordsPage *page, const char *all, const char *kind,
                                      const char *condition)
{
  add_filter (page, copil_records_filter_new_record (page->session, all, kind, condition));
}

void
copil_records_page_add_choice_filter (CopilRecordsPage *page, const char *all,
                                      const char *const *choices)
{
  add_filter (page, copil_records_filter_new_choice (all, choices));
}

void
copil_records_page_add_tool (CopilRecordsPage *page, GtkWidget *tool)
{
  gtk_box_append (GTK_BOX (page->tools), tool);
}

void
copil_records_page_add_row (CopilRecordsPage *page, GtkWidget *row)
{
  gtk_box_append (GTK_BOX (page->rows), row);
}

void
copil_records_page_set_initial (CopilRecordsPage *page, const char *field, const char *value)
{
  if (value)
    g_hash_table_insert (page->initial, g_strdup (field), g_strdup (value));
  else
    g_hash_table_remove (page->initial, field);
}

void
copil_records_page_install_forwards (GtkWidgetClass *class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (class, actions[i].name, NULL, forward_cb);
}

void
copil_records_page_forward_to (GtkWidget *widget, CopilRecordsPage *page)
{
  g_object_set_data (G_OBJECT (widget), "copil-records-page", page);
}

GtkWidget *
copil_records_page_make_section (const char *heading, GtkWidget *child)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9), *label = gtk_label_new (heading);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (section), label);
  gtk_box_append (GTK_BOX (section), child);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (section), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  return section;
}

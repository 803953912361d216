/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-records-page.h"

#include <glib/gi18n-lib.h>

#include "copil-records-described.h"
#include "copil-records-filter.h"
#include "copil-split.h"
#include "copil-view-record.h"

struct _CopilRecordsPage
{
  CopilPanel parent_instance;

  const CopilRecordsSpec *spec;
  const CopilKind *kind;
  GHashTable *initial; /* field → value */

  GtkWidget *list;  /* CopilRecordsList */
  GtkWidget *stack; /* empty, or the records */
  GtkWidget *split;
  GtkWidget *list_stack; /* the list, or that nothing was found */
  GtkWidget *search;
  GtkWidget *tools;
  GtkWidget *filters;
  GPtrArray *all_filters; /* CopilRecordsFilter */
  GtkWidget *rows;
  GtkWidget *unsort;
  GtkWidget *detail;
};

G_DEFINE_FINAL_TYPE (CopilRecordsPage, copil_records_page, COPIL_TYPE_PANEL)

enum
{
  SELECTED,
  ADDED,
  ADDING,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
update_actions (CopilRecordsPage *page)
{
  GtkWidget *widget = GTK_WIDGET (page);
  CopilRecordsList *list = COPIL_RECORDS_LIST (page->list);
  gboolean writable = !copil_store_is_read_only (copil_panel_get_store (page));
  gboolean any = writable && copil_records_list_get_selected (list);

  gtk_widget_action_set_enabled (widget, "page.add", writable);
  gtk_widget_action_set_enabled (widget, "page.duplicate", any);
  gtk_widget_action_set_enabled (widget, "page.delete", any);
  gtk_widget_action_set_enabled (widget, "page.up",
                                 any && copil_records_list_get_neighbour (list, -1));
  gtk_widget_action_set_enabled (widget, "page.down",
                                 any && copil_records_list_get_neighbour (list, 1));
}

static gboolean
is_filtered (CopilRecordsPage *page)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (page->search)))
    return TRUE;
  for (guint i = 0; i < page->all_filters->len; i++)
    if (copil_records_filter_get_condition (page->all_filters->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Shows the list, or why there is none. */
static void
update_state (CopilRecordsPage *page)
{
  CopilRecordsList *list = COPIL_RECORDS_LIST (page->list);
  gboolean any = copil_records_list_get_n_rows (list) > 0;

  if (!any && !is_filtered (page))
    gtk_stack_set_visible_child_name (GTK_STACK (page->stack), "empty");
  else
    {
      gtk_stack_set_visible_child_name (GTK_STACK (page->stack), "records");
      gtk_stack_set_visible_child_name (GTK_STACK (page->list_stack), any ? "list" : "none");
    }
  gtk_widget_set_visible (page->unsort, copil_records_list_is_sorted (list));
  update_actions (page);
}

static void
run_query (CopilRecordsPage *page)
{
  g_autoptr (GPtrArray) conditions = g_ptr_array_new ();

  for (guint i = 0; i < page->all_filters->len; i++)
    {
      const char *condition = copil_records_filter_get_condition (page->all_filters->pdata[i]);

      if (condition)
        g_ptr_array_add (conditions, (gpointer)condition);
    }
  g_ptr_array_add (conditions, NULL);
  copil_records_list_set_filter (COPIL_RECORDS_LIST (page->list),
                                 (const char *const *)conditions->pdata,
                                 gtk_editable_get_text (GTK_EDITABLE (page->search)));
  update_state (page);
}

static void
clear_filters (CopilRecordsPage *page)
{
  gtk_editable_set_text (GTK_EDITABLE (page->search), "");
  for (guint i = 0; i < page->all_filters->len; i++)
    copil_records_filter_clear (page->all_filters->pdata[i]);
  run_query (page);
}

/* --- callbacks --- */

static void
selected_cb (CopilRecordsPage *page, gint64 id)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (page->detail, GTK_TYPE_SCROLLED_WINDOW);

  gtk_widget_set_visible (page->detail, id != 0);
  g_signal_emit (page, signals[SELECTED], 0, id);
  update_actions (page);
  if (id)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)),
                              0);
  else
    copil_split_show_detail (COPIL_SPLIT (page->split), FALSE);
}

static void
activated_cb (CopilRecordsPage *page)
{
  copil_split_show_detail (COPIL_SPLIT (page->split), TRUE);
}

static void
unsort_cb (CopilRecordsPage *page)
{
  copil_records_list_unsort (COPIL_RECORDS_LIST (page->list));
}

static void
search_stopped_cb (CopilRecordsPage *page)
{
  gtk_editable_set_text (GTK_EDITABLE (page->search), "");
  gtk_widget_grab_focus (page->list);
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
  id = copil_session_add (copil_panel_get_session (page), page->kind->name, pairs[0], pairs[1],
                          pairs[2], pairs[3], pairs[4], pairs[5], pairs[6], pairs[7], NULL);
  if (!id)
    return;
  copil_records_page_select (page, id);
  g_signal_emit (page, signals[ADDED], 0, id);
}

static void
duplicate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilRecordsPage *page = COPIL_RECORDS_PAGE (widget);
  gint64 id = copil_session_duplicate (copil_panel_get_session (page), page->kind->name,
                                       copil_records_page_get_selected (page));

  if (id)
    copil_records_page_select (page, id);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilRecordsPage *page = COPIL_RECORDS_PAGE (widget);

  copil_session_delete (copil_panel_get_session (page), page->kind->name,
                        copil_records_page_get_selected (page));
}

/* Up: before the one above. Down: before the one that follows the one below in the kind's own
 * order, as others may stand between that the list does not show. */
static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CopilRecordsPage *page = COPIL_RECORDS_PAGE (widget);
  gboolean up = g_str_equal (action, "page.up");
  gint64 id = copil_records_page_get_selected (page);
  gint64 before = copil_records_list_get_neighbour (COPIL_RECORDS_LIST (page->list), up ? -1 : 1);

  if (!id || !before)
    return;
  if (!up)
    before = copil_view_get_next (copil_panel_get_store (page), page->kind->name, before, id);
  copil_session_place (copil_panel_get_session (page), page->kind->name, id, before);
  copil_records_list_select (COPIL_RECORDS_LIST (page->list), id);
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
  page->unsort = make_button ("view-list-ordered-symbolic", _ ("Back to the usual order"), NULL);
  gtk_widget_set_visible (page->unsort, FALSE);
  g_signal_connect_swapped (page->unsort, "clicked", G_CALLBACK (unsort_cb), page);
  gtk_box_append (GTK_BOX (bar), page->search);
  gtk_box_append (GTK_BOX (bar), page->unsort);
  gtk_box_append (GTK_BOX (bar), buttons);
  return bar;
}

static GtkWidget *
build_none (CopilRecordsPage *page)
{
  GtkWidget *none = adw_status_page_new ();
  GtkWidget *clear = copil_records_page_make_button (_ ("_Show all"));

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
  gtk_box_append (GTK_BOX (top), build_toolbar (page));
  gtk_box_append (GTK_BOX (top), page->filters);
  gtk_box_append (GTK_BOX (top), page->rows);
  page->list_stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (page->list_stack), page->list, "list");
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
  GtkWidget *add = copil_records_page_make_button (_ (page->spec->add));

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
  copil_panel_set_child (page, page->stack);
}

/* --- class --- */

static void
copil_records_page_dispose (GObject *object)
{
  CopilRecordsPage *page = COPIL_RECORDS_PAGE (object);

  if (copil_panel_get_child (page))
    g_signal_handlers_disconnect_by_data (page->list, page);
  G_OBJECT_CLASS (copil_records_page_parent_class)->dispose (object);
}

static void
copil_records_page_finalize (GObject *object)
{
  g_hash_table_unref (COPIL_RECORDS_PAGE (object)->initial);
  g_ptr_array_unref (COPIL_RECORDS_PAGE (object)->all_filters);
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
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
}

static void
copil_records_page_init (CopilRecordsPage *page)
{
  page->all_filters = g_ptr_array_new ();
  page->initial = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

GtkWidget *
copil_records_page_new (CopilSession *session, const CopilRecordsSpec *spec, GtkWidget *detail,
                        int detail_width)
{
  CopilRecordsPage *page = g_object_new (COPIL_TYPE_RECORDS_PAGE, "session", session, NULL);

  page->spec = copil_records_describe (spec);
  page->kind = copil_kind_get (spec->kind);
  page->detail = detail;
  page->list = copil_records_list_new (session, spec);
  build (page, detail_width);
  g_signal_connect_swapped (page->list, "selected", G_CALLBACK (selected_cb), page);
  g_signal_connect_swapped (page->list, "activated", G_CALLBACK (activated_cb), page);
  g_signal_connect_swapped (page->list, "moved", G_CALLBACK (update_state), page);
  run_query (page);
  return GTK_WIDGET (page);
}

/* --- public functions --- */

gint64
copil_records_page_get_selected (CopilRecordsPage *page)
{
  return copil_records_list_get_selected (COPIL_RECORDS_LIST (page->list));
}

void
copil_records_page_select (CopilRecordsPage *page, gint64 id)
{
  if (!id)
    return;
  if (!copil_records_list_select (COPIL_RECORDS_LIST (page->list), id) && is_filtered (page))
    {
      clear_filters (page);
      copil_records_list_select (COPIL_RECORDS_LIST (page->list), id);
    }
  copil_split_show_detail (COPIL_SPLIT (page->split), TRUE);
}

static void
add_filter (CopilRecordsPage *page, GtkWidget *filter)
{
  g_signal_connect_swapped (filter, "changed", G_CALLBACK (run_query), page);
  g_ptr_array_add (page->all_filters, filter);
  if (copil_records_filter_is_toggle (COPIL_RECORDS_FILTER (filter)))
    {
      /* Its label is not cut: it stands beside the search. */
      gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (page->search)), filter,
                                  page->search);
      return;
    }
  gtk_box_append (GTK_BOX (page->filters), filter);
  gtk_widget_set_visible (page->filters, TRUE);
}

void
copil_records_page_add_filter (CopilRecordsPage *page, CopilRecordsFilter *filter)
{
  add_filter (page, GTK_WIDGET (filter));
}

void
copil_records_page_filter (CopilRecordsPage *page, CopilRecordsFilter *filter, guint place)
{
  copil_split_show_detail (COPIL_SPLIT (page->split), FALSE);
  clear_filters (page);
  if (filter)
    copil_records_filter_choose (filter, place);
}

CopilRecordsList *
copil_records_page_get_list (CopilRecordsPage *page)
{
  return COPIL_RECORDS_LIST (page->list);
}

void
copil_records_page_add_record_filter (CopilRecordsPage *page, const char *all, const char *kind,
                                      const char *condition)
{
  add_filter (
      page, copil_records_filter_new_record (copil_panel_get_session (page), all, kind, condition));
}

void
copil_records_page_add_value_filter (CopilRecordsPage *page, const char *all, const char *label,
                                     const char *sql, const char *condition)
{
  add_filter (page, copil_records_filter_new_values (copil_panel_get_session (page), all, label,
                                                     page->kind->name, sql, condition));
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

GtkWidget *
copil_records_page_make_button (const char *label)
{
  GtkWidget *button = gtk_button_new (), *child = gtk_label_new_with_mnemonic (label);

  gtk_label_set_mnemonic_widget (GTK_LABEL (child), button);
  gtk_button_set_child (GTK_BUTTON (button), child);
  return button;
}

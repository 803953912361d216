/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-records-list.h"

#include <glib/gi18n-lib.h>

#include "copil-records-described.h"
#include "copil-focus.h"
#include "copil-view-list.h"
#include "copil-view-record.h"

/* From this width on, in pixels, the further columns show. */
#define WIDE 640
/* So much room is always asked for. */
#define NARROWEST 320

struct _CopilRecordsList
{
  CopilPanel parent_instance;

  const CopilRecordsSpec *spec;
  const CopilKind *kind;
  char **conditions; /* NULL until there is a filter */
  char *words;
  gint64 shown;  /* what "selected" said last */
  gint64 wanted; /* to be selected when it comes, or 0 */
  guint place;   /* of the row selected last */
  gboolean wide;
  guint width_source;
  guint scroll_source;

  CopilRowList *rows;
  GtkSingleSelection *selection;
  GtkWidget *scrolled;
  GtkColumnView *view;
  const CopilRecordsColumn *sorted; /* or NULL: the list's own order */
  gboolean descending;
  const CopilRecordsColumn *probed;
};

G_DEFINE_FINAL_TYPE (CopilRecordsList, copil_records_list, COPIL_TYPE_PANEL)

enum
{
  SELECTED,
  ACTIVATED,
  TICKED,
  MOVED,
  WIDTH, /* (gboolean wide): the cells follow it */
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* Other rows show from their beginning. Besides, GTK 4.8 loses its place where a long list that was
 * scrolled far down gets shorter and long again before a frame: it shows no rows at all. */
static void
run_query (CopilRecordsList *list)
{
  const CopilViewList view = { .kind = list->kind,
                               .follows = list->spec->follows,
                               .conditions = (const char *const *)list->conditions,
                               .search = list->spec->search,
                               .words = list->words,
                               .sort = list->sorted ? list->sorted->sort : NULL,
                               .descending = list->descending,
                               .order = list->spec->order };

  if (!list->conditions)
    return;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list->view)), 0);
  copil_view_list_show (&view, list->rows);
  g_signal_emit (list, signals[MOVED], 0);
}

/* The part of a column view that scrolls. */
static GtkWidget *
find_rows (CopilRecordsList *list)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (list->view));

  while (child && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
scroll (CopilRecordsList *list)
{
  guint position = gtk_single_selection_get_selected (list->selection);
  GtkWidget *rows = find_rows (list);

  if (rows && position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
}

static gboolean
scroll_cb (gpointer data)
{
  CopilRecordsList *list = data;

  list->scroll_source = 0;
  scroll (list);
  return G_SOURCE_REMOVE;
}

/* Selects it where it is listed by now. */
static gboolean
select_now (CopilRecordsList *list, gint64 id)
{
  guint position = copil_row_list_find (list->rows, 0, id);

  if (position == G_MAXUINT)
    return FALSE;
  list->wanted = 0;
  gtk_single_selection_set_selected (list->selection, position);
  scroll (list);
  /* And once the height of a new row is known. */
  if (!list->scroll_source)
    list->scroll_source = g_timeout_add_full (G_PRIORITY_LOW, 100, scroll_cb, list, NULL);
  return TRUE;
}

static void
apply_width (CopilRecordsList *list)
{
  GListModel *columns = gtk_column_view_get_columns (list->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (list->spec->columns[i].wide)
        gtk_column_view_column_set_visible (column, list->wide);
    }
  g_signal_emit (list, signals[WIDTH], 0, list->wide);
}

/* --- callbacks --- */

static void
show (CopilRecordsList *list, gint64 id)
{
  if (id == list->shown)
    return;
  list->shown = id;
  g_signal_emit (list, signals[SELECTED], 0, id);
}

/* Selects the row at that place, or the last one; shows nothing where there is none. */
static void
select_place (CopilRecordsList *list, guint place)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list->rows));

  if (n > 0)
    gtk_single_selection_set_selected (list->selection, MIN (place, n - 1));
  else
    show (list, 0);
}

/* What an edit takes out of the filtered list stays shown: it is being edited, and what follows
 * must not be typed into its neighbour. What was deleted gives way to its neighbour. */
static void
keep_selected (CopilRecordsList *list)
{
  guint place;

  if (gtk_single_selection_get_selected (list->selection) != GTK_INVALID_LIST_POSITION)
    return;
  place = list->shown ? copil_row_list_find (list->rows, 0, list->shown) : G_MAXUINT;
  if (place != G_MAXUINT)
    gtk_single_selection_set_selected (list->selection, place);
  else if (!list->shown ||
           copil_view_is_gone (copil_panel_get_store (list), list->kind->name, list->shown))
    select_place (list, list->place);
}

static void
selected_cb (CopilRecordsList *list)
{
  CopilRow *row = gtk_single_selection_get_selected_item (list->selection);

  if (row)
    {
      list->place = gtk_single_selection_get_selected (list->selection);
      show (list, copil_row_get_id (row));
    }
  else
    keep_selected (list);
}

static void
place_cb (CopilRecordsList *list)
{
  g_signal_emit (list, signals[MOVED], 0);
}

static void
items_changed_cb (CopilRecordsList *list)
{
  if (list->wanted)
    select_now (list, list->wanted);
  keep_selected (list);
  g_signal_emit (list, signals[MOVED], 0);
}

static void
activated_cb (CopilRecordsList *list)
{
  g_signal_emit (list, signals[ACTIVATED], 0);
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, GtkListItem *item)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  CopilRecordsList *list =
      COPIL_RECORDS_LIST (gtk_widget_get_ancestor (cell, COPIL_TYPE_RECORDS_LIST));

  gtk_single_selection_set_selected (list->selection, gtk_list_item_get_position (item));
  g_signal_emit (list, signals[ACTIVATED], 0);
}

/* The click is the box's own: the row is neither selected nor opened by it. */
static void
ticked_cb (GtkGestureClick *gesture, int n, double x, double y, GtkListItem *item)
{
  GtkWidget *box = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *list = gtk_widget_get_ancestor (box, COPIL_TYPE_RECORDS_LIST);
  CopilRow *row = gtk_list_item_get_item (item);

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (row && list)
    g_signal_emit (list, signals[TICKED], 0, copil_row_get_id (row));
}

/* Which column is sorted by: asked of the view's sorter with two things to compare, as only newer
 * versions of GTK say it. */
static int
probe_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  CopilRecordsList *list = COPIL_RECORDS_LIST ((gpointer)a);

  list->probed = data;
  return -1;
}

static void
sorted_cb (CopilRecordsList *list)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (list->view);
  GtkOrdering ordering;

  list->probed = NULL;
  ordering = gtk_sorter_compare (sorter, list, list->rows);
  list->sorted = list->probed;
  list->descending = ordering == GTK_ORDERING_LARGER;
  run_query (list);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, CopilRecordsList *list)
{
  const CopilRecordsColumn *column = g_object_get_data (G_OBJECT (factory), "column");
  GtkWidget *cell = copil_records_cell_new (column);
  GtkWidget *box = copil_records_cell_get_box (COPIL_RECORDS_CELL (cell));
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (list, "width", G_CALLBACK (copil_records_cell_set_wide), cell,
                           G_CONNECT_SWAPPED);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), item);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  if (box)
    {
      GtkGesture *tick = gtk_gesture_click_new ();

      gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (tick), GTK_PHASE_CAPTURE);
      g_signal_connect (tick, "pressed", G_CALLBACK (ticked_cb), item);
      gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (tick));
    }
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, CopilRecordsList *list)
{
  CopilRecordsCell *cell = COPIL_RECORDS_CELL (gtk_list_item_get_child (item));

  copil_records_cell_set_wide (cell, list->wide);
  copil_records_cell_set_row (cell, gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  copil_records_cell_set_row (COPIL_RECORDS_CELL (gtk_list_item_get_child (item)), NULL);
}

static gboolean
width_cb (gpointer data)
{
  CopilRecordsList *list = data;
  gboolean wide = gtk_widget_get_width (GTK_WIDGET (list->view)) >= WIDE;

  list->width_source = 0;
  if (wide != list->wide)
    {
      list->wide = wide;
      apply_width (list);
    }
  return G_SOURCE_REMOVE;
}

/* Not while widths are being given out. */
static void
resized_cb (CopilRecordsList *list)
{
  if (!list->width_source)
    list->width_source = g_idle_add (width_cb, list);
}

/* --- building --- */

static void
add_column (CopilRecordsList *list, const CopilRecordsColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_object_set_data (G_OBJECT (factory), "column", (gpointer)column);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), list);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), list);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  view_column = gtk_column_view_column_new (_ (column->title), factory);
  gtk_column_view_column_set_expand (view_column, column->expand);
  if (column->sort)
    {
      g_autoptr (GtkSorter) sorter =
          GTK_SORTER (gtk_custom_sorter_new (probe_cb, (gpointer)column, NULL));

      gtk_column_view_column_set_sorter (view_column, sorter);
    }
  gtk_column_view_append_column (list->view, view_column);
}

static void
add_shortcut (GtkEventController *controller, const char *trigger, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                        gtk_named_action_new (action)));
}

static void
build (CopilRecordsList *list)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  list->view =
      GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (list->selection))));
  for (const CopilRecordsColumn *column = list->spec->columns; column->title; column++)
    add_column (list, column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  copil_kind_get_plural_label (list->kind), -1);
  g_signal_connect_swapped (list->view, "activate", G_CALLBACK (activated_cb), list);
  g_signal_connect_swapped (gtk_column_view_get_sorter (list->view), "changed",
                            G_CALLBACK (sorted_cb), list);
  copil_focus_follow (GTK_WIDGET (list->view));
  add_shortcut (shortcuts, "<Alt>Up", "page.up");
  add_shortcut (shortcuts, "<Alt>Down", "page.down");
  add_shortcut (shortcuts, "Delete", "page.delete");
  gtk_widget_add_controller (GTK_WIDGET (list->view), shortcuts);

  list->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (list->scrolled), GTK_WIDGET (list->view));
  /* The further columns ask for no width: they go where there is none. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (list->scrolled), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (list->scrolled, NARROWEST, -1);
  gtk_widget_set_vexpand (GTK_WIDGET (list), TRUE);
  copil_panel_set_child (list, list->scrolled);
  copil_panel_set_focus (list, GTK_WIDGET (list->view));
  g_signal_connect_swapped (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (list->view)), "changed",
                            G_CALLBACK (resized_cb), list);
  apply_width (list);
}

static void
copil_records_list_dispose (GObject *object)
{
  CopilRecordsList *list = COPIL_RECORDS_LIST (object);

  g_clear_handle_id (&list->width_source, g_source_remove);
  g_clear_handle_id (&list->scroll_source, g_source_remove);
  if (list->rows)
    g_signal_handlers_disconnect_by_data (list->rows, list);
  if (list->selection)
    g_signal_handlers_disconnect_by_data (list->selection, list);
  if (list->view)
    {
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (list->view), list);
      g_signal_handlers_disconnect_by_data (
          gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (list->view)), list);
    }
  list->view = NULL;
  g_clear_object (&list->selection);
  g_clear_object (&list->rows);
  G_OBJECT_CLASS (copil_records_list_parent_class)->dispose (object);
}

static void
copil_records_list_finalize (GObject *object)
{
  CopilRecordsList *list = COPIL_RECORDS_LIST (object);

  g_strfreev (list->conditions);
  g_free (list->words);
  G_OBJECT_CLASS (copil_records_list_parent_class)->finalize (object);
}

static void
copil_records_list_class_init (CopilRecordsListClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_records_list_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_records_list_finalize;
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ACTIVATED] =
      g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TICKED] = g_signal_new ("ticked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MOVED] =
      g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WIDTH] = g_signal_new ("width", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_BOOLEAN);
}

static void
copil_records_list_init (CopilRecordsList *list)
{
}

/* --- public functions --- */

GtkWidget *
copil_records_list_new (CopilSession *session, const CopilRecordsSpec *spec)
{
  CopilRecordsList *list = g_object_new (COPIL_TYPE_RECORDS_LIST, "session", session, NULL);

  list->spec = copil_records_describe (spec);
  list->kind = copil_kind_get (spec->kind);
  list->rows = copil_view_list_new (copil_session_get_store (session), spec->kind, list->spec->row);
  list->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (list->rows)));
  gtk_single_selection_set_autoselect (list->selection, FALSE);
  build (list);
  g_signal_connect_swapped (list->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            list);
  g_signal_connect_swapped (list->selection, "notify::selected", G_CALLBACK (place_cb), list);
  g_signal_connect_swapped (list->rows, "items-changed", G_CALLBACK (items_changed_cb), list);
  return GTK_WIDGET (list);
}

void
copil_records_list_set_filter (CopilRecordsList *list, const char *const *conditions,
                               const char *words)
{
  g_strfreev (list->conditions);
  g_free (list->words);
  list->conditions = g_strdupv ((char **)conditions);
  list->words = g_strdup (words);
  run_query (list);
  if (copil_row_list_find (list->rows, 0, list->shown) == G_MAXUINT)
    select_place (list, 0);
}

guint
copil_records_list_get_n_rows (CopilRecordsList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list->rows));
}

gint64
copil_records_list_get_selected (CopilRecordsList *list)
{
  return list->shown;
}

gboolean
copil_records_list_select (CopilRecordsList *list, gint64 id)
{
  list->wanted = id;
  return select_now (list, id);
}

gint64
copil_records_list_get_neighbour (CopilRecordsList *list, int direction)
{
  guint position = gtk_single_selection_get_selected (list->selection);
  CopilRow *row = gtk_single_selection_get_selected_item (list->selection);
  g_autoptr (CopilRow) other = NULL;
  int group = list->spec->group;

  if (!row || list->sorted || !list->kind->ordered || (direction < 0 && position == 0))
    return 0;
  other = g_list_model_get_item (G_LIST_MODEL (list->rows),
                                 direction < 0 ? position - 1 : position + 1);
  if (!other ||
      (group >= 0 && g_strcmp0 (copil_row_get (row, group), copil_row_get (other, group)) != 0))
    return 0;
  return copil_row_get_id (other);
}

gboolean
copil_records_list_is_sorted (CopilRecordsList *list)
{
  return list->sorted != NULL;
}

void
copil_records_list_unsort (CopilRecordsList *list)
{
  gtk_column_view_sort_by_column (list->view, NULL, GTK_SORT_ASCENDING);
}

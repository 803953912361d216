/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-passages-list.h"

#include <glib/gi18n-lib.h>

#include "copil-passage-cell.h"
#include "copil-focus.h"

struct _CopilPassagesList
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *view;
  GListStore *rows;
  GtkMultiSelection *selection;

  GPtrArray *passages;
  GHashTable *folded; /* ids */
  CopilPassagesFilter filter;
  gboolean again;
  gboolean filling;
  guint scrolling;
  guint wanted;      /* the row to show */
  gboolean focusing; /* and to put the keyboard in */
};

G_DEFINE_FINAL_TYPE (CopilPassagesList, copil_passages_list, GTK_TYPE_WIDGET)

enum
{
  SELECTED,
  ACTIVATED,
  ACCEPTED,
  DROPPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- which rows show --- */

static gboolean
is_wanted (CopilPassagesList *list, const CopilPassage *passage)
{
  gboolean open = passage->state == COPIL_PASSAGE_PROPOSED && passage->kind != COPIL_DRAFT_ARTICLE;

  switch (list->filter)
    {
    case COPIL_PASSAGES_OPEN:
      return open;
    case COPIL_PASSAGES_DOUBTFUL:
      return open && passage->doubtful;
    case COPIL_PASSAGES_CHANGES:
      return passage->change != COPIL_PASSAGE_SAME && passage->kind != COPIL_DRAFT_ARTICLE &&
             passage->state != COPIL_PASSAGE_ASIDE;
    default:
      return TRUE;
    }
}

static CopilPassageGroup
get_group (const CopilPassage *passage)
{
  return passage->kind == COPIL_DRAFT_FIELD   ? COPIL_PASSAGE_GROUP_CONVENTION
         : passage->kind == COPIL_DRAFT_PARTY ? COPIL_PASSAGE_GROUP_PARTIES
                                              : COPIL_PASSAGE_GROUP_ARTICLES;
}

static gboolean
has_open (CopilPassagesList *list, CopilPassageGroup group)
{
  for (guint i = 0; i < list->passages->len; i++)
    {
      const CopilPassage *passage = list->passages->pdata[i];

      if (get_group (passage) == group && passage->state == COPIL_PASSAGE_PROPOSED &&
          passage->kind != COPIL_DRAFT_ARTICLE)
        return TRUE;
    }
  return FALSE;
}

/* Marks what passes the filter, and what that stands under. */
static gboolean *
list_shown (CopilPassagesList *list)
{
  gboolean *shown = g_new0 (gboolean, list->passages->len + 1);

  for (guint i = 0; i < list->passages->len; i++)
    if (is_wanted (list, list->passages->pdata[i]))
      for (guint up = i; up != G_MAXUINT && !shown[up];
           up = ((CopilPassage *)list->passages->pdata[up])->parent)
        shown[up] = TRUE;
  return shown;
}

static GPtrArray *
make_rows (CopilPassagesList *list)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree gboolean *shown = list_shown (list);
  CopilPassageGroup group = COPIL_PASSAGE_GROUP_NONE;

  for (guint i = 0; i < list->passages->len; i++)
    {
      const CopilPassage *passage = list->passages->pdata[i];
      gboolean folded = g_hash_table_contains (list->folded, &passage->id);

      if (!shown[i])
        continue;
      if (get_group (passage) != group)
        {
          group = get_group (passage);
          g_ptr_array_add (rows, copil_passage_row_new_group (group, has_open (list, group)));
        }
      g_ptr_array_add (rows, copil_passage_row_new (list->passages, i, folded, list->again));
      if (folded)
        i += passage->n_below;
    }
  return rows;
}

static guint
find_row (CopilPassagesList *list, gint64 id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CopilPassageRow) row = g_list_model_get_item (G_LIST_MODEL (list->rows), i);

      if (copil_passage_row_get_id (row) == id)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Puts the new rows in place of the old ones, leaving those alone that stay. */
static void
splice_rows (CopilPassagesList *list, GPtrArray *rows)
{
  GListModel *model = G_LIST_MODEL (list->rows);
  guint n = g_list_model_get_n_items (model), head = 0, tail = 0;

  while (head < n && head < rows->len)
    {
      g_autoptr (CopilPassageRow) row = g_list_model_get_item (model, head);

      if (!copil_passage_row_equal (row, rows->pdata[head]))
        break;
      head++;
    }
  while (tail < n - head && tail < rows->len - head)
    {
      g_autoptr (CopilPassageRow) row = g_list_model_get_item (model, n - 1 - tail);

      if (!copil_passage_row_equal (row, rows->pdata[rows->len - 1 - tail]))
        break;
      tail++;
    }
  if (head + tail < n || head + tail < rows->len)
    g_list_store_splice (list->rows, head, n - head - tail, rows->pdata + head,
                         rows->len - head - tail);
}

/* The keyboard goes on from the row that has the focus, not from the one that is selected. */
static void
focus_row (CopilPassagesList *list, guint place)
{
  g_autoptr (CopilPassageRow) row = g_list_model_get_item (G_LIST_MODEL (list->rows), place);

  for (GtkWidget *item = gtk_widget_get_first_child (list->view); item && row;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *cell = gtk_widget_get_first_child (item);

      if (COPIL_IS_PASSAGE_CELL (cell) &&
          copil_passage_cell_get_row (COPIL_PASSAGE_CELL (cell)) == row)
        {
          gtk_widget_grab_focus (item);
          return;
        }
    }
}

/* A row can only be scrolled to once it has its place. */
static gboolean
scroll_cb (gpointer data)
{
  CopilPassagesList *list = data;
  gboolean focusing = list->focusing;

  list->scrolling = 0;
  list->focusing = FALSE;
  if (list->wanted >= g_list_model_get_n_items (G_LIST_MODEL (list->rows)))
    return G_SOURCE_REMOVE;
  gtk_widget_activate_action (list->view, "list.scroll-to-item", "u", list->wanted);
  if (focusing)
    focus_row (list, list->wanted);
  return G_SOURCE_REMOVE;
}

static void
scroll_to (CopilPassagesList *list, guint place, gboolean focus)
{
  list->wanted = place;
  list->focusing = list->focusing || focus;
  if (!list->scrolling)
    list->scrolling = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, scroll_cb, list, NULL);
}

static void
fill (CopilPassagesList *list)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) selected = NULL;
  guint first = GTK_INVALID_LIST_POSITION;
  gboolean focused = gtk_widget_get_focus_child (list->view) != NULL;

  if (!list->passages)
    return;
  selected = copil_passages_list_get_selected (list);
  rows = make_rows (list);
  list->filling = TRUE;
  splice_rows (list, rows);
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (list->selection));
  for (guint i = 0; i < selected->len; i++)
    {
      guint place = find_row (list, g_array_index (selected, gint64, i));

      if (place == GTK_INVALID_LIST_POSITION)
        continue;
      first = MIN (first, place);
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (list->selection), place, FALSE);
    }
  list->filling = FALSE;
  if (focused && first != GTK_INVALID_LIST_POSITION)
    scroll_to (list, first, TRUE);
  g_signal_emit (list, signals[SELECTED], 0);
}

/* --- rows --- */

static void
folded_cb (CopilPassagesList *list, gint64 id)
{
  if (!g_hash_table_remove (list->folded, &id))
    g_hash_table_add (list->folded, g_memdup2 (&id, sizeof id));
  fill (list);
}

static void
accepted_cb (CopilPassagesList *list, gint64 id, guint group)
{
  g_signal_emit (list, signals[ACCEPTED], 0, id, group);
}

static void
dropped_cb (CopilPassagesList *list, gint64 id, int where, gint64 on)
{
  g_signal_emit (list, signals[DROPPED], 0, id, where, on);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CopilPassagesList *list)
{
  GtkWidget *cell = copil_passage_cell_new ();

  g_signal_connect_object (cell, "folded", G_CALLBACK (folded_cb), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "accepted", G_CALLBACK (accepted_cb), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "dropped", G_CALLBACK (dropped_cb), list, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  copil_passage_cell_set_row (COPIL_PASSAGE_CELL (gtk_list_item_get_child (item)),
                              gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  copil_passage_cell_set_row (COPIL_PASSAGE_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
selection_changed_cb (CopilPassagesList *list)
{
  if (!list->filling)
    g_signal_emit (list, signals[SELECTED], 0);
}

static void
activate_cb (CopilPassagesList *list, guint place)
{
  g_autoptr (CopilPassageRow) row = g_list_model_get_item (G_LIST_MODEL (list->rows), place);

  if (row && copil_passage_row_get_group (row) != COPIL_PASSAGE_GROUP_NONE)
    g_signal_emit (list, signals[ACCEPTED], 0, (gint64)0, (guint)copil_passage_row_get_group (row));
  else
    g_signal_emit (list, signals[ACTIVATED], 0);
}

/* Left folds, or goes to what the row stands under; right unfolds. */
static gboolean
fold_key_cb (CopilPassagesList *list, guint key, guint code, GdkModifierType state)
{
  gint64 id = copil_passages_list_get_current (list);
  guint place = id ? copil_passages_find (list->passages, id) : G_MAXUINT;
  const CopilPassage *passage;
  gboolean folded;

  if (place == G_MAXUINT || (state & (GDK_ALT_MASK | GDK_CONTROL_MASK | GDK_SHIFT_MASK)) ||
      (key != GDK_KEY_Left && key != GDK_KEY_Right))
    return GDK_EVENT_PROPAGATE;
  passage = list->passages->pdata[place];
  folded = g_hash_table_contains (list->folded, &id);
  if (passage->n_below && folded == (key == GDK_KEY_Right))
    folded_cb (list, id);
  else if (key == GDK_KEY_Left && passage->parent != G_MAXUINT)
    {
      copil_passages_list_select (list,
                                  ((CopilPassage *)list->passages->pdata[passage->parent])->id);
      copil_passages_list_focus (list);
    }
  return GDK_EVENT_STOP;
}

/* --- class --- */

static void
copil_passages_list_dispose (GObject *object)
{
  CopilPassagesList *list = COPIL_PASSAGES_LIST (object);

  g_clear_handle_id (&list->scrolling, g_source_remove);
  g_clear_pointer (&list->scroller, gtk_widget_unparent);
  g_clear_pointer (&list->passages, g_ptr_array_unref);
  g_clear_pointer (&list->folded, g_hash_table_unref);
  g_clear_object (&list->selection);
  g_clear_object (&list->rows);
  G_OBJECT_CLASS (copil_passages_list_parent_class)->dispose (object);
}

static void
copil_passages_list_class_init (CopilPassagesListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_passages_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  signals[SELECTED] = g_signal_new ("selected", COPIL_TYPE_PASSAGES_LIST, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", COPIL_TYPE_PASSAGES_LIST, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACCEPTED] = g_signal_new ("accepted", COPIL_TYPE_PASSAGES_LIST, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);
  signals[DROPPED] =
      g_signal_new ("dropped", COPIL_TYPE_PASSAGES_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT, G_TYPE_INT64);
}

static void
copil_passages_list_init (CopilPassagesList *list)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  list->rows = g_list_store_new (COPIL_TYPE_PASSAGE_ROW);
  list->folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  list->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (list->rows)));
  g_signal_connect_object (list->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           list, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), list);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  list->view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (list->selection)), factory);
  copil_focus_follow (list->view);
  gtk_widget_add_css_class (list->view, "passages");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the text proposes"), -1);
  g_signal_connect_object (list->view, "activate", G_CALLBACK (activate_cb), list,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (fold_key_cb), list);
  gtk_widget_add_controller (list->view, keys);
  list->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (list->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (list->scroller), list->view);
  gtk_widget_set_parent (list->scroller, GTK_WIDGET (list));
}

GtkWidget *
copil_passages_list_new (void)
{
  return g_object_new (COPIL_TYPE_PASSAGES_LIST, NULL);
}

void
copil_passages_list_set (CopilPassagesList *list, GPtrArray *passages, gboolean again)
{
  g_ptr_array_ref (passages);
  g_clear_pointer (&list->passages, g_ptr_array_unref);
  list->passages = passages;
  list->again = again;
  fill (list);
}

void
copil_passages_list_set_filter (CopilPassagesList *list, CopilPassagesFilter filter)
{
  if (list->filter == filter)
    return;
  list->filter = filter;
  fill (list);
}

GArray *
copil_passages_list_get_group (CopilPassagesList *list, CopilPassageGroup group)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; list->passages && i < list->passages->len; i++)
    {
      const CopilPassage *passage = list->passages->pdata[i];

      if (get_group (passage) == group && passage->level == 0)
        g_array_append_val (ids, passage->id);
    }
  return ids;
}

GArray *
copil_passages_list_get_selected (CopilPassagesList *list)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (list->selection));
  GtkBitsetIter iter;
  guint place;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &place); more;
       more = gtk_bitset_iter_next (&iter, &place))
    {
      g_autoptr (CopilPassageRow) row = g_list_model_get_item (G_LIST_MODEL (list->rows), place);
      gint64 id = row ? copil_passage_row_get_id (row) : 0;

      if (id)
        g_array_append_val (ids, id);
    }
  return ids;
}

gint64
copil_passages_list_get_current (CopilPassagesList *list)
{
  g_autoptr (GArray) ids = copil_passages_list_get_selected (list);

  return ids->len ? g_array_index (ids, gint64, 0) : 0;
}

void
copil_passages_list_select (CopilPassagesList *list, gint64 id)
{
  guint at = list->passages ? copil_passages_find (list->passages, id) : G_MAXUINT, place;
  gboolean unfolded = FALSE;

  if (at == G_MAXUINT)
    return;
  for (guint up = ((CopilPassage *)list->passages->pdata[at])->parent; up != G_MAXUINT;
       up = ((CopilPassage *)list->passages->pdata[up])->parent)
    unfolded =
        g_hash_table_remove (list->folded, &((CopilPassage *)list->passages->pdata[up])->id) ||
        unfolded;
  if (unfolded)
    fill (list);
  place = find_row (list, id);
  if (place == GTK_INVALID_LIST_POSITION)
    return;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (list->selection), place, TRUE);
  scroll_to (list, place, gtk_widget_get_focus_child (list->view) != NULL);
}

gboolean
copil_passages_list_step_doubtful (CopilPassagesList *list, int direction)
{
  gint64 current = copil_passages_list_get_current (list);
  guint n = list->passages ? list->passages->len : 0, at;

  if (!n)
    return FALSE;
  at = current ? copil_passages_find (list->passages, current) : direction > 0 ? n - 1 : 0;
  for (guint step = 1; step <= n; step++)
    {
      guint next = direction > 0 ? (at + step) % n : (at + n - step) % n;
      const CopilPassage *passage = list->passages->pdata[next];

      if (passage->doubtful && passage->state == COPIL_PASSAGE_PROPOSED &&
          passage->kind != COPIL_DRAFT_ARTICLE)
        {
          copil_passages_list_select (list, passage->id);
          return TRUE;
        }
    }
  return FALSE;
}

void
copil_passages_list_focus (CopilPassagesList *list)
{
  gint64 id = copil_passages_list_get_current (list);
  guint place = id ? find_row (list, id) : 0;

  gtk_widget_child_focus (list->view, GTK_DIR_TAB_FORWARD);
  if (place != GTK_INVALID_LIST_POSITION)
    scroll_to (list, place, TRUE);
}

GtkWidget *
copil_passages_list_get_view (CopilPassagesList *list)
{
  return list->view;
}

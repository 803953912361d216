/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-engagement-list.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-figure-store.h"
#include "copil-lines.h"
#include "copil-focus.h"
#include "copil-row-list.h"
#include "copil-status.h"
#include "copil-value.h"
#include "copil-view-engagement.h"
#include "copil-view-party.h"
#include "copil-words.h"

/* More characters than two lines of the widest list hold. */
#define LONGEST_TEXT 320

/* Characters that a line of the column of signatories holds. */
#define NAMES_LINE 14

/* The columns on screen, and how a click on their headers sorts. */
typedef enum
{
  COLUMN_TEXT,
  COLUMN_PARTIES,
  COLUMN_DUE,
  COLUMN_LEAD,
  COLUMN_STATUS,
  N_COLUMNS
} Column;

static const struct
{
  const char *title;
  const char *order; /* SQL */
  int width;
} columns[N_COLUMNS] = {
  { N_ ("Engagement"), copil_view_engagement_by_text, 0 },
  { N_ ("Signatories"), copil_view_engagement_by_parties, 120 },
  { N_ ("Due on"), copil_view_engagement_by_due, 92 },
  { N_ ("Pilote"), copil_view_engagement_by_lead, 110 },
  { N_ ("Status"), copil_view_engagement_by_status, 136 },
};

struct _CopilEngagementList
{
  CopilPanel parent_instance;

  CopilRowList *rows;
  GtkSingleSelection *selection;
  GtkWidget *scrolled;
  GtkWidget *view;
  GtkColumnViewColumn *view_columns[N_COLUMNS];
  gboolean all;
  char *filter;
  char **parameters;
  int sorted_by; /* a Column, or -1 */
  gboolean descending;
  int width;
  guint fitting;
  GtkWidget *target; /* the row that what is dragged would be dropped on, or NULL */
};

G_DEFINE_FINAL_TYPE (CopilEngagementList, copil_engagement_list, COPIL_TYPE_PANEL)

enum
{
  SELECTED,
  OPENED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- the query --- */

/* Other rows show from their beginning. Besides, GTK 4.8 loses its place where a long list that was
 * scrolled far down gets shorter and long again before a frame: it shows no rows at all. */
static void
read_rows (CopilEngagementList *list)
{
  g_autofree char *sql = NULL;

  if (!list->filter)
    return;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list->view)), 0);
  sql = copil_view_engagement_query (list->all, list->filter,
                                     list->sorted_by >= 0 ? columns[list->sorted_by].order : NULL,
                                     list->descending);
  copil_row_list_set_query (list->rows, sql, (const char *const *)list->parameters,
                            "engagement measure axis party person indicator target observation");
  if (g_list_model_get_n_items (G_LIST_MODEL (list->rows)) > 0)
    gtk_widget_activate_action (gtk_widget_get_last_child (list->view), "list.scroll-to-item", "u",
                                0u);
}

/* GTK 4.8 does not say which column a view is sorted by: the comparisons of the columns tell. Each
 * compares its probe as smaller; the first one asked is the column, and what the view makes of it
 * the direction. */
static int probed;

static int
probe_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  if (probed < 0)
    probed = GPOINTER_TO_INT (data);
  return -1;
}

static void
sorter_changed_cb (CopilEngagementList *list)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (GTK_COLUMN_VIEW (list->view));
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL),
                      other = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering ordering;

  probed = -1;
  ordering = gtk_sorter_compare (sorter, one, other);
  list->sorted_by = probed;
  list->descending = ordering == GTK_ORDERING_LARGER;
  read_rows (list);
}

/* --- the cells --- */

/* An engagement's article is that of its measure most of the time, which heads it; where all axes
 * are mixed by sorting, nothing else says where it stands. */
static char *
get_text (CopilEngagementList *list, CopilRow *row)
{
  const char *label = copil_row_get (row, COPIL_VIEW_ENGAGEMENT_LABEL),
             *text = copil_row_get (row, COPIL_VIEW_ENGAGEMENT_TEXT);
  gboolean alone = list->all && list->sorted_by >= 0;

  return (copil_row_get_sort (row) != COPIL_VIEW_ENGAGEMENT || alone) && label && *label
             ? g_strdup_printf ("%s  %s", label, text ? text : "")
             : g_strdup (text ? text : "");
}

/* The row of a column view has no name of its own. */
static void
name_row (GtkWidget *child, const char *text)
{
  GtkWidget *cell = gtk_widget_get_parent (child);
  GtkWidget *row = cell ? gtk_widget_get_parent (cell) : NULL;

  if (row)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
fill_text (CopilEngagementList *list, GtkWidget *child, CopilRow *row)
{
  gboolean heading = copil_row_get_sort (row) != COPIL_VIEW_ENGAGEMENT,
           axis = copil_row_get_sort (row) == COPIL_VIEW_AXIS;
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (child)),
            *lock = gtk_widget_get_last_child (child);
  g_autofree char *shown = NULL, *cut = NULL;

  shown = get_text (list, row);
  /* The view makes some 200 rows at once, and a paragraph is laid out whole before it is cut at two
   * lines. */
  cut = copil_words_cut (shown, LONGEST_TEXT);
  gtk_label_set_label (GTK_LABEL (title), cut);
  name_row (child, cut);
  gtk_label_set_lines (GTK_LABEL (title), heading ? 1 : 2);
  gtk_widget_set_margin_start (title, axis ? 0 : heading ? 6 * list->all : 12);
  gtk_widget_set_visible (
      lock,
      g_strcmp0 (copil_row_get (row, COPIL_VIEW_ENGAGEMENT_CONFIDENTIAL), "1") == 0 && !heading);
  if (axis)
    gtk_widget_add_css_class (title, "axis");
  else
    gtk_widget_remove_css_class (title, "axis");
  if (heading)
    gtk_widget_add_css_class (title, "heading");
  else
    gtk_widget_remove_css_class (title, "heading");
}

static void
fill_label (GtkWidget *child, const char *text)
{
  gtk_label_set_label (GTK_LABEL (child), text ? text : "");
}

/* Whether two lines of the column of signatories hold the text. */
static gboolean
fits_two_lines (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  glong line = 0;
  guint lines = 1;

  for (guint i = 0; words[i]; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);

      if (length > NAMES_LINE + 1)
        return FALSE;
      if (line && line + 1 + length > NAMES_LINE)
        lines++;
      line = line && line + 1 + length <= NAMES_LINE ? line + 1 + length : length;
    }
  return lines <= 2;
}

/* The names whole where two lines hold them, else the long ones by their initials. */
static void
fill_parties (GtkWidget *child, CopilRow *row)
{
  const char *names = copil_row_get (row, COPIL_VIEW_ENGAGEMENT_PARTIES);
  g_auto (GStrv) parts = g_strsplit (names ? names : "", "\n", -1);
  g_autofree char *whole = g_strjoinv (", ", parts), *text = NULL;
  gboolean all = g_strcmp0 (names, "*") == 0, fits = fits_two_lines (whole);

  for (guint i = 0; !fits && parts[i]; i++)
    if (g_utf8_strlen (parts[i], -1) > NAMES_LINE / 2)
      {
        char *name = parts[i];

        parts[i] = copil_view_party_shorten (name);
        g_free (name);
      }
  text = g_strjoinv (", ", parts);
  /* Translators: all signatories, in a narrow column */
  fill_label (gtk_widget_get_first_child (child), all ? C_ ("signatories", "All") : text);
  g_object_set_data_full (G_OBJECT (child), "names",
                          all ? g_strdup (_ ("All signatories")) : g_steal_pointer (&whole),
                          g_free);
}

static void
fill_heading (GtkWidget *child, CopilRow *row, Column column)
{
  gint64 all = copil_row_get_int (row, COPIL_VIEW_ENGAGEMENT_PARTIES),
         done = copil_row_get_int (row, COPIL_VIEW_ENGAGEMENT_DUE);
  gint64 late = copil_row_get_int (row, COPIL_VIEW_ENGAGEMENT_STATUS);
  g_autofree char *text = NULL;

  if (column == COLUMN_STATUS)
    {
      GtkWidget *icon = gtk_widget_get_first_child (child),
                *label = gtk_widget_get_last_child (child);
      const char *late_classes[] = { "late", NULL };

      text =
          late ? g_strdup_printf (g_dngettext (NULL, "%d late", "%d late", (gulong)late), (int)late)
               : g_strdup_printf (_ ("%d of %d done"), (int)done, (int)all);
      gtk_image_set_from_icon_name (GTK_IMAGE (icon), late ? "copil-late-symbolic" : NULL);
      gtk_widget_set_visible (icon, late > 0);
      gtk_label_set_label (GTK_LABEL (label), all ? text : "");
      gtk_widget_set_css_classes (child, late ? late_classes : NULL);
      gtk_widget_set_tooltip_text (child, text);
    }
  else
    {
      g_object_set_data (G_OBJECT (child), "names", NULL);
      fill_label (column == COLUMN_PARTIES ? gtk_widget_get_first_child (child) : child, NULL);
    }
}

/* What the engagement's indicators say, as the status shows it; NULL where they say nothing. */
static char *
get_told (CopilEngagementList *list, CopilRow *row)
{
  g_autoptr (CopilFigureProgress) progress = copil_figure_engagement_progress (
      copil_panel_get_store (list), copil_row_get_id (row), COPIL_FIGURES_ALL, NULL);

  return isnan (progress->percent) ? NULL : g_strdup_printf ("%d", (int)progress->percent);
}

static void
fill_cell (GtkListItem *item)
{
  CopilRow *row = gtk_list_item_get_item (item);
  GtkWidget *child = gtk_list_item_get_child (item);
  Column column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (item), "column"));

  if (!row)
    return;
  if (column == COLUMN_TEXT)
    fill_text (g_object_get_data (G_OBJECT (item), "list"), child, row);
  else if (copil_row_get_sort (row) != COPIL_VIEW_ENGAGEMENT)
    fill_heading (child, row, column);
  else if (column == COLUMN_PARTIES)
    fill_parties (child, row);
  else if (column == COLUMN_LEAD)
    fill_label (child, copil_row_get (row, COPIL_VIEW_ENGAGEMENT_LEAD));
  else if (column == COLUMN_DUE)
    {
      g_autofree char *due = copil_date_format (copil_row_get (row, COPIL_VIEW_ENGAGEMENT_DUE));
      fill_label (child, due);
    }
  else
    {
      g_autofree char *told = copil_row_get_int (row, COPIL_VIEW_ENGAGEMENT_FOLLOWED)
                                  ? get_told (g_object_get_data (G_OBJECT (item), "list"), row)
                                  : NULL;

      gtk_widget_set_visible (gtk_widget_get_first_child (child), TRUE);
      copil_status_set (child, "engagement", copil_row_get (row, COPIL_VIEW_ENGAGEMENT_STATUS),
                        copil_row_get_int (row, COPIL_VIEW_ENGAGEMENT_LATE) != 0,
                        told ? told : copil_row_get (row, COPIL_VIEW_ENGAGEMENT_PROGRESS));
    }
}

/* What is in the cell at that place of the view, or NULL. There is one controller for all the
 * cells: the view makes a thousand of them. */
static GtkWidget *
find_child (CopilEngagementList *list, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (list->view, x, y, GTK_PICK_DEFAULT);

  for (; widget && widget != list->view; widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *first = gtk_widget_get_first_child (widget);

      if (g_object_get_data (G_OBJECT (widget), "item"))
        return widget;
      if (first && g_object_get_data (G_OBJECT (first), "item")) /* beside it, in the cell */
        return first;
    }
  return NULL;
}

static CopilRow *
get_row (GtkWidget *child)
{
  return child ? gtk_list_item_get_item (g_object_get_data (G_OBJECT (child), "item")) : NULL;
}

/* All that the cell says, as it may be cut; the status has its own. */
static gboolean
query_tooltip_cb (CopilEngagementList *list, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GtkWidget *child = keyboard ? NULL : find_child (list, x, y);
  CopilRow *row =
      keyboard ? gtk_single_selection_get_selected_item (list->selection) : get_row (child);
  g_autofree char *text = NULL;
  graphene_rect_t bounds;

  if (!row)
    return FALSE;
  if (child && g_object_get_data (G_OBJECT (child), "names"))
    text = g_strdup (g_object_get_data (G_OBJECT (child), "names"));
  else
    text = child && GTK_IS_LABEL (child) ? g_strdup (gtk_label_get_label (GTK_LABEL (child)))
                                         : get_text (list, row);
  gtk_tooltip_set_text (tooltip, text);
  if (child && gtk_widget_compute_bounds (child, list->view, &bounds))
    {
      GdkRectangle area = { (int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width,
                            (int)bounds.size.height };
      gtk_tooltip_set_tip_area (tooltip, &area);
    }
  return *text != '\0';
}

/* Dragging: what is dragged is the row's kind and id, as text "engagement 12". */
static GdkContentProvider *
drag_prepare_cb (CopilEngagementList *list, double x, double y)
{
  CopilRow *row = get_row (find_child (list, x, y));
  g_autofree char *what = NULL;

  if (!row)
    return NULL;
  what = g_strdup_printf ("%s %" G_GINT64_FORMAT,
                          copil_view_engagement_kinds[copil_row_get_sort (row)],
                          copil_row_get_id (row));
  return gdk_content_provider_new_typed (G_TYPE_STRING, what);
}

/* Puts an engagement at the end of a measure, or of an axis without one, or before another
 * engagement; a measure before another of its axis, an axis before another. */
static gboolean
move (CopilSession *session, const char *kind, gint64 id, CopilRow *target)
{
  CopilStore *store = copil_session_get_store (session);
  const char *onto = copil_view_engagement_kinds[copil_row_get_sort (target)];
  gint64 target_id = copil_row_get_id (target);
  g_autofree char *axis = NULL, *measure = NULL;
  g_autoptr (GError) error = NULL;
  gboolean same = g_str_equal (kind, onto);

  if (same && id == target_id)
    return FALSE;
  if (!g_str_equal (kind, "engagement"))
    {
      if (!same || (g_str_equal (kind, "measure") &&
                    copil_store_get_int (store, kind, id, "axis") !=
                        copil_store_get_int (store, kind, target_id, "axis")))
        return FALSE;
      copil_session_place (session, kind, id, target_id);
      return TRUE;
    }
  if (g_str_equal (onto, "axis"))
    axis = g_strdup_printf ("%" G_GINT64_FORMAT, target_id);
  else
    axis = copil_store_dup_text (store, onto, target_id, "axis");
  if (g_str_equal (onto, "measure"))
    measure = g_strdup_printf ("%" G_GINT64_FORMAT, target_id);
  else if (same)
    measure = copil_store_dup_text (store, onto, target_id, "measure");
  copil_session_keep (session);
  return copil_session_check (session,
                              copil_store_relocate (store, copil_kind_get (kind), id,
                                                    same ? target_id : 0, &error, "axis", axis,
                                                    "measure", measure, NULL),
                              &error);
}

/* The row that the pointer is on with what is dragged; "child" is in one of its cells. */
static void
mark_target (CopilEngagementList *list, GtkWidget *child)
{
  GtkWidget *row = child ? gtk_widget_get_parent (gtk_widget_get_parent (child)) : NULL;

  if (row == list->target)
    return;
  if (list->target)
    gtk_widget_unset_state_flags (list->target, GTK_STATE_FLAG_DROP_ACTIVE);
  g_set_weak_pointer (&list->target, row);
  if (row)
    gtk_widget_set_state_flags (row, GTK_STATE_FLAG_DROP_ACTIVE, FALSE);
}

static GdkDragAction
drop_motion_cb (CopilEngagementList *list, double x, double y)
{
  GtkWidget *child = find_child (list, x, y);

  mark_target (list, child);
  return child ? GDK_ACTION_COPY : 0;
}

static void
drop_leave_cb (CopilEngagementList *list)
{
  mark_target (list, NULL);
}

static gboolean
drop_cb (CopilEngagementList *list, const GValue *value, double x, double y)
{
  CopilRow *target = get_row (find_child (list, x, y));
  g_auto (GStrv) what = g_strsplit (g_value_get_string (value), " ", 2);

  if (!target || g_strv_length (what) != 2 ||
      !g_strv_contains (copil_view_engagement_kinds, what[0]))
    return FALSE;
  return move (copil_panel_get_session (list), what[0], g_ascii_strtoll (what[1], NULL, 10),
               target);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, CopilEngagementList *list)
{
  Column column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "column"));
  GtkWidget *child;

  if (column == COLUMN_STATUS)
    child = copil_status_new ();
  else
    {
      GtkWidget *label = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      child = label;
      if (column == COLUMN_PARTIES)
        {
          gtk_label_set_wrap (GTK_LABEL (label), TRUE);
          gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
          gtk_label_set_lines (GTK_LABEL (label), 2);
          child = copil_lines_new (label);
        }
      if (column == COLUMN_TEXT)
        {
          GtkWidget *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

          gtk_label_set_wrap (GTK_LABEL (label), TRUE);
          gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
          gtk_label_set_width_chars (GTK_LABEL (label), 16);
          gtk_widget_set_hexpand (label, TRUE);
          gtk_widget_set_tooltip_text (lock, _ ("Confidential"));
          gtk_accessible_update_property (GTK_ACCESSIBLE (lock), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          _ ("Confidential"), -1);
          child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
          gtk_box_append (GTK_BOX (child), copil_lines_new (label));
          gtk_box_append (GTK_BOX (child), lock);
        }
    }
  gtk_list_item_set_child (item, child);
  g_object_set_data (G_OBJECT (item), "column", GINT_TO_POINTER (column));
  g_object_set_data (G_OBJECT (item), "list", list);
  g_object_set_data (G_OBJECT (child), "item", item);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::revision",
                           G_CALLBACK (fill_cell), item, G_CONNECT_SWAPPED);
  fill_cell (item);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_matched (gtk_list_item_get_item (item), G_SIGNAL_MATCH_DATA, 0, 0,
                                        NULL, NULL, item);
}

static void
add_column (CopilEngagementList *list, Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (probe_cb, GINT_TO_POINTER (column), NULL));
  GtkColumnViewColumn *view_column;

  g_object_set_data (G_OBJECT (factory), "column", GINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), list);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), list);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), list);
  view_column = gtk_column_view_column_new (_ (columns[column].title), factory);
  if (columns[column].width)
    gtk_column_view_column_set_fixed_width (view_column, columns[column].width);
  else
    gtk_column_view_column_set_expand (view_column, TRUE);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_sorter (view_column, sorter);
  g_object_unref (sorter);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (list->view), view_column);
  list->view_columns[column] = view_column;
}

/* --- callbacks --- */

static void
selection_cb (CopilEngagementList *list)
{
  gint64 id = 0;
  const char *kind = copil_engagement_list_get_selected (list, &id);

  g_signal_emit (list, signals[SELECTED], 0, kind, id);
}

static void
activate_cb (CopilEngagementList *list)
{
  g_signal_emit (list, signals[OPENED], 0);
}

/* A column that is only hidden keeps its width in GTK 4.8: it is taken out instead. */
static void
show_column (CopilEngagementList *list, Column column, gboolean show)
{
  GListModel *shown = gtk_column_view_get_columns (GTK_COLUMN_VIEW (list->view));
  guint n = g_list_model_get_n_items (shown), place = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) other = g_list_model_get_item (shown, i);
      if (other == list->view_columns[column])
        {
          if (!show)
            gtk_column_view_remove_column (GTK_COLUMN_VIEW (list->view), other);
          return;
        }
      for (Column before = 0; before < column; before++)
        if (other == list->view_columns[before])
          place = i + 1;
    }
  if (show)
    gtk_column_view_insert_column (GTK_COLUMN_VIEW (list->view), place, list->view_columns[column]);
}

/* Where it is narrow the pilote and then the signatories make room for the text: but where the form
 * stands beside the list at 1024 pixels they are there. */
static gboolean
fit_columns_cb (gpointer data)
{
  CopilEngagementList *list = data;

  list->fitting = 0;
  show_column (list, COLUMN_LEAD, list->width >= 760);
  show_column (list, COLUMN_PARTIES, list->width >= 440);
  return G_SOURCE_REMOVE;
}

static void
copil_engagement_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CopilEngagementList *list = COPIL_ENGAGEMENT_LIST (widget);

  if (width != list->width && !list->fitting)
    list->fitting = g_idle_add (fit_columns_cb, list);
  list->width = width;
  gtk_widget_allocate (list->scrolled, width, height, baseline, NULL);
}

static void
copil_engagement_list_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                               int *minimum, int *natural, int *minimum_baseline,
                               int *natural_baseline)
{
  gtk_widget_measure (COPIL_ENGAGEMENT_LIST (widget)->scrolled, orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 340);
}

static void
copil_engagement_list_dispose (GObject *object)
{
  CopilEngagementList *list = COPIL_ENGAGEMENT_LIST (object);

  g_clear_handle_id (&list->fitting, g_source_remove);
  g_clear_weak_pointer (&list->target);
  G_OBJECT_CLASS (copil_engagement_list_parent_class)->dispose (object);
  for (Column column = 0; column < N_COLUMNS; column++)
    g_clear_object (&list->view_columns[column]);
  g_clear_object (&list->rows);
}

static void
copil_engagement_list_finalize (GObject *object)
{
  CopilEngagementList *list = COPIL_ENGAGEMENT_LIST (object);

  g_free (list->filter);
  g_strfreev (list->parameters);
  G_OBJECT_CLASS (copil_engagement_list_parent_class)->finalize (object);
}

static void
copil_engagement_list_class_init (CopilEngagementListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = copil_engagement_list_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_engagement_list_finalize;
  widget_class->size_allocate = copil_engagement_list_size_allocate;
  widget_class->measure = copil_engagement_list_measure;
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
  signals[OPENED] =
      g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_controllers (CopilEngagementList *list)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepare_cb), list);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (drop_motion_cb), list);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (drop_leave_cb), list);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), list);
  gtk_widget_add_controller (list->view, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (list->view, GTK_EVENT_CONTROLLER (target));
  gtk_widget_set_has_tooltip (list->view, TRUE);
  g_signal_connect_swapped (list->view, "query-tooltip", G_CALLBACK (query_tooltip_cb), list);
}

static void
copil_engagement_list_init (CopilEngagementList *list)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (list), NULL); /* it has a way of its own */
  list->sorted_by = -1;
}

GtkWidget *
copil_engagement_list_new (CopilSession *session)
{
  CopilEngagementList *list = g_object_new (COPIL_TYPE_ENGAGEMENT_LIST, "session", session, NULL);

  list->rows = copil_row_list_new (copil_session_get_store (session), copil_view_engagement_rows,
                                   copil_view_engagement_kinds);
  list->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (list->rows)));
  gtk_single_selection_set_autoselect (list->selection, FALSE);
  gtk_single_selection_set_can_unselect (list->selection, TRUE);
  list->view = gtk_column_view_new (GTK_SELECTION_MODEL (list->selection));
  gtk_widget_add_css_class (list->view, "engagements");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Engagements"), -1);
  for (Column column = 0; column < N_COLUMNS; column++)
    add_column (list, column);
  g_signal_connect_swapped (list->selection, "notify::selected", G_CALLBACK (selection_cb), list);
  g_signal_connect_swapped (list->view, "activate", G_CALLBACK (activate_cb), list);
  copil_focus_follow (list->view);
  add_controllers (list);
  g_signal_connect_swapped (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (list->view)), "changed",
                            G_CALLBACK (sorter_changed_cb), list);
  list->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (list->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (list->scrolled), list->view);
  copil_panel_set_child (list, list->scrolled);
  return GTK_WIDGET (list);
}

void
copil_engagement_list_show (CopilEngagementList *list, gboolean all, const char *filter,
                            const char *const *parameters)
{
  g_autofree char *old_filter = list->filter;
  g_auto (GStrv) old_parameters = list->parameters;

  list->all = all;
  list->filter = g_strdup (filter);
  list->parameters = g_strdupv ((char **)parameters);
  read_rows (list);
}

const char *
copil_engagement_list_get_selected (CopilEngagementList *list, gint64 *id)
{
  CopilRow *row = gtk_single_selection_get_selected_item (list->selection);

  *id = row ? copil_row_get_id (row) : 0;
  return row ? copil_view_engagement_kinds[copil_row_get_sort (row)] : NULL;
}

gboolean
copil_engagement_list_select (CopilEngagementList *list, const char *kind, gint64 id)
{
  guint place = G_MAXUINT;

  for (guint i = 0; copil_view_engagement_kinds[i]; i++)
    if (g_str_equal (copil_view_engagement_kinds[i], kind))
      place = copil_row_list_find (list->rows, i, id);
  if (place == G_MAXUINT)
    return FALSE;
  gtk_single_selection_set_selected (list->selection, place);
  gtk_widget_activate_action (gtk_widget_get_last_child (list->view), "list.scroll-to-item", "u",
                              place);
  return TRUE;
}

guint
copil_engagement_list_get_n_rows (CopilEngagementList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list->rows));
}

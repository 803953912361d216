/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-review-priorities.h"

#include <glib/gi18n-lib.h>

#include "copil-parts.h"
#include "copil-row-list.h"
#include "copil-status.h"
#include "copil-value.h"
#include "copil-view-engagement.h"
#include "copil-words.h"

struct _CopilReviewPriorities
{
  CopilPanel parent_instance;

  CopilRowList *rows;
  int year;
  gboolean public;
  gboolean setting;

  GtkWidget *stack;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CopilReviewPriorities, copil_review_priorities, COPIL_TYPE_PANEL)

static void
update (CopilReviewPriorities *priorities)
{
  gtk_stack_set_visible_child_name (
      GTK_STACK (priorities->stack),
      g_list_model_get_n_items (G_LIST_MODEL (priorities->rows)) ? "list" : "none");
}

static char *
on_one_line (const char *text)
{
  return text ? g_strdelimit (g_strdup (text), "\r\n\t", ' ') : g_strdup ("");
}

/* Where it comes from and when it is due: “Axis 2 · due on 31/12/2024 · priority of 2023”. */
static char *
say_about (CopilReviewPriorities *priorities, CopilRow *row)
{
  g_autofree char *due = copil_date_format (copil_row_get (row, COPIL_VIEW_PRIORITY_DUE));
  const char *of = copil_row_get (row, COPIL_VIEW_PRIORITY_OF);
  int priority = (int)copil_row_get_int (row, COPIL_VIEW_PRIORITY_YEAR);
  GString *text = g_string_new (NULL);

  if (copil_row_get_sort (row) == 1)
    {
      g_autofree char *date = copil_date_format (of);

      g_string_append_printf (text, _ ("Decision of %s"), *date ? date : "–");
    }
  else
    {
      g_autofree char *axis = copil_words_axis (of);

      g_string_append (text, axis ? axis : _ ("Engagement"));
    }
  if (*due)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("due on %s"), due);
    }
  if (priority && priority != priorities->year)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("priority of %d"), priority);
    }
  return g_string_free (text, FALSE);
}

/* --- rows --- */

typedef struct
{
  CopilReviewPriorities *priorities;
  GtkWidget *check;
  GtkWidget *title;
  GtkWidget *about;
  GtkWidget *status;
  CopilRow *row;
  gulong handler;
} Line;

static void
fill_line (Line *line)
{
  CopilRow *row = line->row;
  const char *kind = copil_view_priority_kinds[copil_row_get_sort (row)];
  const char *label = copil_row_get (row, COPIL_VIEW_PRIORITY_LABEL);
  g_autofree char *text = on_one_line (copil_row_get (row, COPIL_VIEW_PRIORITY_TEXT));
  g_autofree char *title =
      label && *label ? g_strdup_printf ("%s %s", label, text) : g_strdup (text);
  g_autofree char *about = say_about (line->priorities, row), *said = NULL;
  gboolean late = copil_row_get_int (row, COPIL_VIEW_PRIORITY_LATE) != 0;

  said = g_strdup_printf (
      "%s, %s, %s", title, about,
      copil_status_get_word (kind, copil_row_get (row, COPIL_VIEW_PRIORITY_STATUS), late));
  gtk_label_set_label (GTK_LABEL (line->title), title);
  gtk_widget_set_tooltip_text (line->title, copil_row_get (row, COPIL_VIEW_PRIORITY_TEXT));
  gtk_label_set_label (GTK_LABEL (line->about), about);
  copil_status_set (line->status, kind, copil_row_get (row, COPIL_VIEW_PRIORITY_STATUS), late,
                    NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->check), GTK_ACCESSIBLE_PROPERTY_LABEL, said,
                                  -1);
  line->priorities->setting = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (line->check),
                               copil_row_get_int (row, COPIL_VIEW_PRIORITY_YEAR) ==
                                   line->priorities->year);
  line->priorities->setting = FALSE;
}

static void
toggled_cb (Line *line)
{
  g_autofree char *year = g_strdup_printf ("%d", line->priorities->year);
  gboolean active = gtk_check_button_get_active (GTK_CHECK_BUTTON (line->check));

  if (line->priorities->setting || !line->row)
    return;
  if (!copil_session_edit (copil_panel_get_session (line->priorities),
                           copil_view_priority_kinds[copil_row_get_sort (line->row)],
                           copil_row_get_id (line->row), "priority", active ? year : NULL))
    fill_line (line);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  CopilReviewPriorities *priorities = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3),
            *below = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  Line *line = g_new0 (Line, 1);

  line->priorities = priorities;
  line->check = gtk_check_button_new ();
  line->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (line->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (line->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (line->title, TRUE);
  line->about = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (line->about), 0);
  gtk_label_set_ellipsize (GTK_LABEL (line->about), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (line->about, "caption");
  gtk_widget_set_hexpand (line->about, TRUE);
  line->status = copil_status_new ();
  gtk_box_append (GTK_BOX (below), line->about);
  gtk_box_append (GTK_BOX (below), line->status);
  gtk_box_append (GTK_BOX (box), line->title);
  gtk_box_append (GTK_BOX (box), below);
  gtk_widget_set_margin_start (box, 6);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (line->check), box);
  gtk_widget_set_margin_top (line->check, 6);
  gtk_widget_set_margin_bottom (line->check, 6);
  gtk_widget_set_margin_start (line->check, 6);
  gtk_widget_set_margin_end (line->check, 6);
  gtk_widget_set_sensitive (line->check,
                            !copil_store_is_read_only (copil_panel_get_store (priorities)));
  g_signal_connect_swapped (line->check, "toggled", G_CALLBACK (toggled_cb), line);
  g_object_set_data_full (G_OBJECT (item), "line", line, g_free);
  gtk_list_item_set_child (item, line->check);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Line *line = g_object_get_data (G_OBJECT (item), "line");

  line->row = g_object_ref (gtk_list_item_get_item (item));
  line->handler =
      g_signal_connect_swapped (line->row, "notify::revision", G_CALLBACK (fill_line), line);
  fill_line (line);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Line *line = g_object_get_data (G_OBJECT (item), "line");

  if (line->row)
    g_signal_handler_disconnect (line->row, line->handler);
  g_clear_object (&line->row);
}

static void
teardown_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Line *line = g_object_get_data (G_OBJECT (item), "line");

  g_signal_handlers_disconnect_by_data (line->check, line);
  g_object_set_data (G_OBJECT (item), "line", NULL);
}

/* The keyboard on the row ticks it, as it does on the box. */
static void
activated_cb (CopilReviewPriorities *priorities, guint place)
{
  g_autoptr (CopilRow) row = g_list_model_get_item (G_LIST_MODEL (priorities->rows), place);
  g_autofree char *year = g_strdup_printf ("%d", priorities->year);

  if (row && !copil_store_is_read_only (copil_panel_get_store (priorities)))
    copil_session_edit (
        copil_panel_get_session (priorities), copil_view_priority_kinds[copil_row_get_sort (row)],
        copil_row_get_id (row), "priority",
        copil_row_get_int (row, COPIL_VIEW_PRIORITY_YEAR) == priorities->year ? NULL : year);
}

static void
copil_review_priorities_dispose (GObject *object)
{
  CopilReviewPriorities *priorities = COPIL_REVIEW_PRIORITIES (object);

  if (priorities->rows)
    g_signal_handlers_disconnect_by_data (priorities->rows, priorities);
  G_OBJECT_CLASS (copil_review_priorities_parent_class)->dispose (object);
  g_clear_object (&priorities->rows);
}

static void
copil_review_priorities_class_init (CopilReviewPrioritiesClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_review_priorities_dispose;
}

static void
copil_review_priorities_init (CopilReviewPriorities *priorities)
{
}

GtkWidget *
copil_review_priorities_new (CopilSession *session)
{
  CopilReviewPriorities *priorities =
      g_object_new (COPIL_TYPE_REVIEW_PRIORITIES, "session", session, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new (), *none;

  priorities->rows = copil_row_list_new (copil_session_get_store (session),
                                         copil_view_priority_rows, copil_view_priority_kinds);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), priorities);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), priorities);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), priorities);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cb), priorities);
  priorities->list = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (priorities->rows)))),
      factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (priorities->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priorities->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Proposed priorities"), -1);
  g_signal_connect_swapped (priorities->list, "activate", G_CALLBACK (activated_cb), priorities);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), priorities->list);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  priorities->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (priorities->stack), scrolled, "list");
  none = copil_parts_label_new (
      _ ("No engagement is late or due by then, and no decision is open."), NULL);
  gtk_widget_set_valign (none, GTK_ALIGN_START);
  gtk_stack_add_named (GTK_STACK (priorities->stack), none, "none");
  copil_panel_set_child (priorities, priorities->stack);
  g_signal_connect_swapped (priorities->rows, "items-changed", G_CALLBACK (update), priorities);
  return GTK_WIDGET (priorities);
}

void
copil_review_priorities_set (CopilReviewPriorities *priorities, int year, gboolean public)
{
  g_autofree char *text = g_strdup_printf ("%d", year),
                  *last = g_strdup_printf ("%04d-12-31", year);
  const char *parameters[] = { text, last, NULL };

  if (priorities->year == year && priorities->public == public)
    return;
  priorities->year = year;
  priorities->public = public;
  /* Rows that stay are not bound again, and a tick is that of the year. */
  copil_row_list_set_query (priorities->rows, copil_view_no_priorities, NULL, NULL);
  copil_row_list_set_query (priorities->rows,
                            public ? copil_view_public_priorities : copil_view_priorities,
                            parameters, "axis meeting");
  update (priorities);
}

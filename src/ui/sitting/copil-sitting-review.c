/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-sitting-review.h"

#include <glib/gi18n-lib.h>

#include "copil-parts.h"
#include "copil-focus.h"
#include "copil-sitting-decide.h"
#include "copil-sitting-decision.h"
#include "copil-sitting.h"

struct _CopilSittingReview
{
  CopilPanel parent_instance;

  gint64 meeting;
  gboolean closed;
  GArray *ids; /* gint64, one for each row */
  gint64 current;
  guint focusing;

  GtkWidget *box;
  GtkWidget *count;
  GtkWidget *decide;
  GtkWidget *scrolled;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CopilSittingReview, copil_sitting_review, COPIL_TYPE_PANEL)

static GtkListBoxRow *
find_row (CopilSittingReview *review, gint64 decision)
{
  for (guint i = 0; i < review->ids->len; i++)
    if (g_array_index (review->ids, gint64, i) == decision)
      return gtk_list_box_get_row_at_index (GTK_LIST_BOX (review->list), (int)i);
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (review->list), 0);
}

static gint64
get_id (CopilSittingReview *review, GtkListBoxRow *row)
{
  int place = row ? gtk_list_box_row_get_index (row) : -1;

  return place >= 0 && place < (int)review->ids->len ? g_array_index (review->ids, gint64, place)
                                                     : 0;
}

static void
append (CopilSittingReview *review, gint64 id)
{
  g_autofree char *said = copil_sitting_decision_describe (copil_panel_get_session (review), id);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                              copil_sitting_decision_new (copil_panel_get_session (review), id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_list_box_append (GTK_LIST_BOX (review->list), row);
  g_array_append_val (review->ids, id);
}

static void
show_count (CopilSittingReview *review)
{
  guint n = review->ids->len;
  g_autofree char *text =
      n ? g_strdup_printf (ngettext ("%u decision to read back", "%u decisions to read back", n), n)
        : g_strdup (_ ("Nothing was decided at this meeting yet."));

  gtk_label_set_label (GTK_LABEL (review->count), text);
}

static void
refresh (gpointer self)
{
  CopilSittingReview *review = self;
  g_autoptr (GArray) ids =
      copil_sitting_list_decisions (copil_panel_get_store (review), review->meeting);
  gboolean focused = gtk_widget_get_focus_child (review->list) != NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (review->list)))
    gtk_list_box_remove (GTK_LIST_BOX (review->list), row);
  g_array_set_size (review->ids, 0);
  for (guint i = 0; i < ids->len; i++)
    append (review, g_array_index (ids, gint64, i));
  show_count (review);
  gtk_widget_set_visible (review->scrolled, review->ids->len > 0);
  if (focused)
    copil_sitting_review_focus (review);
}

static void
edit (CopilSittingReview *review)
{
  gint64 id = get_id (review, gtk_list_box_get_selected_row (GTK_LIST_BOX (review->list)));

  if (!id || review->closed)
    return;
  review->current = id;
  gtk_widget_set_visible (review->decide, TRUE);
  copil_sitting_decide_edit (COPIL_SITTING_DECIDE (review->decide), id);
}

/* --- Callbacks --- */

static void
done_cb (CopilSittingReview *review)
{
  gtk_widget_set_visible (review->decide, FALSE);
  copil_sitting_review_focus (review);
}

static void
selected_cb (CopilSittingReview *review, GtkListBoxRow *row)
{
  if (row)
    review->current = get_id (review, row);
}

static gboolean
key_cb (CopilSittingReview *review, guint key, guint code, GdkModifierType modifiers)
{
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  copil_panel_settle (review);
  if (key == GDK_KEY_F2)
    edit (review);
  else if (key == GDK_KEY_Delete && !review->closed && review->current)
    copil_session_delete (copil_panel_get_session (review), "decision", review->current);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
focus_cb (gpointer data)
{
  CopilSittingReview *review = data;
  GtkListBoxRow *row = find_row (review, review->current);

  review->focusing = 0;
  if (row)
    {
      gtk_list_box_select_row (GTK_LIST_BOX (review->list), row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  return G_SOURCE_REMOVE;
}

static void
copil_sitting_review_dispose (GObject *object)
{
  CopilSittingReview *review = COPIL_SITTING_REVIEW (object);

  g_clear_handle_id (&review->focusing, g_source_remove);
  G_OBJECT_CLASS (copil_sitting_review_parent_class)->dispose (object);
}

static void
copil_sitting_review_finalize (GObject *object)
{
  g_array_unref (COPIL_SITTING_REVIEW (object)->ids);
  G_OBJECT_CLASS (copil_sitting_review_parent_class)->finalize (object);
}

static void
copil_sitting_review_class_init (CopilSittingReviewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_sitting_review_dispose;
  G_OBJECT_CLASS (class)->finalize = copil_sitting_review_finalize;
}

static void
copil_sitting_review_init (CopilSittingReview *review)
{
  review->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  review->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  copil_panel_set_child (review, review->box);
}

GtkWidget *
copil_sitting_review_new (CopilSession *session, gint64 meeting)
{
  CopilSittingReview *review = g_object_new (COPIL_TYPE_SITTING_REVIEW, "session", session, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  review->meeting = meeting;
  review->count = copil_parts_label_new (NULL, NULL);
  review->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (review->list), GTK_SELECTION_BROWSE);
  copil_focus_follow (review->list);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (review->list), FALSE);
  gtk_widget_add_css_class (review->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (review->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Decisions of the meeting"), -1);
  g_signal_connect_swapped (review->list, "row-selected", G_CALLBACK (selected_cb), review);
  g_signal_connect_swapped (review->list, "row-activated", G_CALLBACK (edit), review);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), review);
  gtk_widget_add_controller (review->list, keys);
  gtk_widget_set_valign (review->list, GTK_ALIGN_START);
  gtk_widget_set_margin_bottom (review->list, 3);
  review->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (review->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (review->scrolled), review->list);
  gtk_widget_set_vexpand (review->scrolled, TRUE);
  review->decide = copil_sitting_decide_new (session, meeting);
  gtk_widget_set_visible (review->decide, FALSE);
  g_signal_connect_swapped (review->decide, "done", G_CALLBACK (done_cb), review);
  gtk_box_append (GTK_BOX (review->box),
                  copil_parts_label_new (_ ("Read-back of the decisions"), "sitting-title"));
  gtk_box_append (GTK_BOX (review->box), review->count);
  gtk_box_append (GTK_BOX (review->box), review->decide);
  gtk_box_append (GTK_BOX (review->box), review->scrolled);
  copil_panel_watch (review, "decision person fiche engagement", refresh);
  refresh (review);
  return GTK_WIDGET (review);
}

void
copil_sitting_review_focus (CopilSittingReview *review)
{
  if (!review->focusing) /* once the rows have their places */
    review->focusing = g_idle_add (focus_cb, review);
}

void
copil_sitting_review_set_closed (CopilSittingReview *review, gboolean closed)
{
  review->closed = closed;
  if (closed)
    gtk_widget_set_visible (review->decide, FALSE);
}

void
copil_sitting_review_select (CopilSittingReview *review, gint64 decision)
{
  review->current = decision;
  copil_sitting_review_focus (review);
}

gboolean
copil_sitting_review_leave (CopilSittingReview *review)
{
  return copil_sitting_decide_leave (COPIL_SITTING_DECIDE (review->decide));
}

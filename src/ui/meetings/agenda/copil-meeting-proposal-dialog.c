/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-proposal-dialog.h"

#include <glib/gi18n-lib.h>

#include "copil-parts.h"
#include "copil-proposal-agenda.h"
#include "copil-focus.h"

struct _CopilMeetingProposalDialog
{
  AdwWindow parent_instance;

  CopilSession *session;
  gint64 meeting;
  GPtrArray *proposals; /* CopilProposal */
  GPtrArray *checks;    /* GtkCheckButton of each, not owned */

  GtkWidget *list;
  GtkWidget *total;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (CopilMeetingProposalDialog, copil_meeting_proposal_dialog, ADW_TYPE_WINDOW)

enum
{
  ADDED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
is_ticked (CopilMeetingProposalDialog *dialog, guint place)
{
  return !((CopilProposal *)dialog->proposals->pdata[place])->present &&
         gtk_check_button_get_active (dialog->checks->pdata[place]);
}

static char *
capitalize (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (text), NULL);
}

/* What is ticked, how long it takes, and the same in the row's own state. */
static void
show_total (CopilMeetingProposalDialog *dialog)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;
  int minutes = 0;

  for (guint i = 0; i < dialog->checks->len; i++)
    {
      GtkWidget *row = gtk_widget_get_ancestor (dialog->checks->pdata[i], GTK_TYPE_LIST_BOX_ROW);
      gboolean ticked = is_ticked (dialog, i);

      gtk_accessible_update_state (
          GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
          ticked ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
      if (!ticked)
        continue;
      n++;
      minutes += ((CopilProposal *)dialog->proposals->pdata[i])->duration;
    }
  if (!n)
    g_string_append (text, _ ("Nothing is ticked"));
  else
    g_string_append_printf (text, ngettext ("%u point ticked", "%u points ticked", n), n);
  if (minutes >= 60)
    g_string_append_printf (text, _ (", %d h %02d"), minutes / 60, minutes % 60);
  else if (minutes)
    g_string_append_printf (text, _ (", %d min"), minutes);
  gtk_label_set_label (GTK_LABEL (dialog->total), text->str);
  gtk_widget_set_sensitive (dialog->add, n > 0);
}

/* --- Callbacks --- */

static void
add_cb (CopilMeetingProposalDialog *dialog)
{
  CopilStore *store = copil_session_get_store (dialog->session);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  gint64 first;

  for (guint i = 0; i < dialog->proposals->len; i++)
    if (is_ticked (dialog, i))
      g_ptr_array_add (chosen, dialog->proposals->pdata[i]);
  if (!chosen->len)
    return;
  first = copil_agenda_add (store, dialog->meeting, chosen, &error);
  message = g_strdup_printf (
      ngettext ("%u point added to the agenda", "%u points added to the agenda", chosen->len),
      chosen->len);
  if (!copil_session_check (dialog->session, first != 0, &error))
    return;
  g_signal_emit_by_name (dialog->session, "toast", message, TRUE);
  g_signal_emit (dialog, signals[ADDED], 0, first);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
toggle (CopilMeetingProposalDialog *dialog, GtkListBoxRow *row)
{
  int place = row ? gtk_list_box_row_get_index (row) : -1;
  GtkCheckButton *check;

  if (place < 0 || ((CopilProposal *)dialog->proposals->pdata[place])->present)
    return;
  check = dialog->checks->pdata[place];
  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

static void
row_activated_cb (CopilMeetingProposalDialog *dialog, GtkListBoxRow *row)
{
  toggle (dialog, row);
}

static void
tick_all (CopilMeetingProposalDialog *dialog)
{
  gboolean all = TRUE;

  for (guint i = 0; i < dialog->checks->len; i++)
    all = all && (is_ticked (dialog, i) || ((CopilProposal *)dialog->proposals->pdata[i])->present);
  for (guint i = 0; i < dialog->checks->len; i++)
    if (!((CopilProposal *)dialog->proposals->pdata[i])->present)
      gtk_check_button_set_active (dialog->checks->pdata[i], !all);
}

/* Before the list, which takes Enter and Space for one row. */
static gboolean
key_cb (CopilMeetingProposalDialog *dialog, guint key, guint code, GdkModifierType state)
{
  GtkWidget *row = gtk_widget_get_focus_child (dialog->list);

  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
    add_cb (dialog);
  else if (key == GDK_KEY_space || key == GDK_KEY_KP_Space)
    toggle (dialog, GTK_LIST_BOX_ROW (row));
  else if ((key == GDK_KEY_a || key == GDK_KEY_A) && (state & GDK_CONTROL_MASK))
    tick_all (dialog);
  else
    return FALSE;
  return TRUE;
}

static void
copil_meeting_proposal_dialog_finalize (GObject *object)
{
  CopilMeetingProposalDialog *dialog = COPIL_MEETING_PROPOSAL_DIALOG (object);

  g_clear_object (&dialog->session);
  g_clear_pointer (&dialog->proposals, g_ptr_array_unref);
  g_clear_pointer (&dialog->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (copil_meeting_proposal_dialog_parent_class)->finalize (object);
}

static void
copil_meeting_proposal_dialog_class_init (CopilMeetingProposalDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = copil_meeting_proposal_dialog_finalize;
  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
copil_meeting_proposal_dialog_init (CopilMeetingProposalDialog *dialog)
{
  dialog->checks = g_ptr_array_new ();
}

/* --- Building --- */

static GtkWidget *
build_row (CopilMeetingProposalDialog *dialog, const CopilProposal *proposal)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *check = gtk_check_button_new ();
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *length;
  g_autofree char *why = capitalize (proposal->why), *called = NULL;
  g_autofree char *duration = g_strdup_printf (_ ("%d min"), proposal->duration);

  gtk_widget_set_focusable (check, FALSE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), proposal->present || proposal->usual);
  gtk_widget_set_sensitive (check, !proposal->present);
  g_ptr_array_add (dialog->checks, check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (show_total), dialog);
  gtk_box_append (GTK_BOX (texts), copil_parts_label_new (proposal->title, "heading"));
  gtk_box_append (GTK_BOX (texts), copil_parts_label_new (why, NULL));
  if (proposal->presenter)
    gtk_box_append (GTK_BOX (texts), copil_parts_label_new (proposal->presenter, "dim-label"));
  gtk_widget_set_hexpand (texts, TRUE);
  length = gtk_label_new (duration);
  gtk_widget_set_halign (length, GTK_ALIGN_END);
  gtk_widget_add_css_class (length, "numeric");
  gtk_box_append (GTK_BOX (side), length);
  if (proposal->present)
    {
      GtkWidget *there = gtk_label_new (_ ("on the agenda"));

      gtk_widget_add_css_class (there, "caption-heading");
      gtk_box_append (GTK_BOX (side), there);
    }
  gtk_widget_set_valign (side, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), side);
  g_object_set (box, "margin-top", 9, "margin-bottom", 9, "margin-start", 12, "margin-end", 12,
                NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  called = proposal->present ? g_strdup_printf (_ ("%s, on the agenda already"), proposal->title)
                             : g_strdup (proposal->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, called,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why, -1);
  return row;
}

static GtkWidget *
build_list (CopilMeetingProposalDialog *dialog)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  dialog->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (dialog->list), GTK_SELECTION_BROWSE);
  copil_focus_follow (dialog->list);
  gtk_widget_add_css_class (dialog->list, "boxed-list");
  gtk_widget_set_valign (dialog->list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Points to propose"), -1);
  g_signal_connect_swapped (dialog->list, "row-activated", G_CALLBACK (row_activated_cb), dialog);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), dialog);
  gtk_widget_add_controller (dialog->list, keys);
  g_object_set (dialog->list, "margin-top", 12, "margin-bottom", 12, "margin-start", 12,
                "margin-end", 12, NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), dialog->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
build (CopilMeetingProposalDialog *dialog)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();
  GtkWidget *cancel = copil_parts_button_new (_ ("_Cancel"));
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *hint = gtk_label_new (_ ("Space ticks, Enter adds"));

  dialog->add = copil_parts_button_new (_ ("_Add to the agenda"));
  gtk_widget_add_css_class (dialog->add, "suggested-action");
  g_signal_connect_swapped (dialog->add, "clicked", G_CALLBACK (add_cb), dialog);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), dialog->add);
  dialog->total = copil_parts_label_new (NULL, "heading");
  gtk_widget_set_hexpand (dialog->total, TRUE);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_box_append (GTK_BOX (foot), dialog->total);
  gtk_box_append (GTK_BOX (foot), hint);
  g_object_set (foot, "margin-top", 12, "margin-bottom", 12, "margin-start", 12, "margin-end", 12,
                NULL);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), build_list (dialog));
  gtk_box_append (GTK_BOX (box), foot);
  adw_window_set_content (ADW_WINDOW (dialog), box);
  for (guint i = 0; i < dialog->proposals->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (dialog->list),
                         build_row (dialog, dialog->proposals->pdata[i]));
  show_total (dialog);
}

/* The first one that can be ticked. */
static void
focus_first (CopilMeetingProposalDialog *dialog)
{
  for (guint i = 0; i < dialog->proposals->len; i++)
    if (!((CopilProposal *)dialog->proposals->pdata[i])->present)
      {
        GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (dialog->list), (int)i);

        gtk_list_box_select_row (GTK_LIST_BOX (dialog->list), row);
        gtk_window_set_focus (GTK_WINDOW (dialog), GTK_WIDGET (row));
        return;
      }
}

GtkWidget *
copil_meeting_proposal_dialog_new (CopilSession *session, GtkWidget *from, gint64 meeting)
{
  GtkRoot *root = gtk_widget_get_root (from);
  CopilMeetingProposalDialog *dialog =
      g_object_new (COPIL_TYPE_MEETING_PROPOSAL_DIALOG, "title", _ ("Propose the Agenda"), "modal",
                    TRUE, "transient-for", GTK_IS_WINDOW (root) ? root : NULL,
                    "destroy-with-parent", TRUE, "default-width", 680, "default-height", 560, NULL);

  copil_session_keep (session);
  dialog->session = g_object_ref (session);
  dialog->meeting = meeting;
  dialog->proposals = copil_proposal_list (copil_session_get_store (session), meeting, NULL);
  build (dialog);
  focus_first (dialog);
  return GTK_WIDGET (dialog);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-meeting-proposal-part.h"

#include <glib/gi18n-lib.h>

#include "copil-children.h"
#include "copil-focus.h"
#include "copil-meeting-agreement.h"
#include "copil-joined-documents.h"
#include "copil-parts.h"
#include "copil-meeting-rules.h"
#include "copil-proposal-agenda.h"
#include "copil-query.h"
#include "copil-value.h"

struct _CopilMeetingProposalPart
{
  GtkWidget parent_instance;

  CopilSession *session;
  gint64 meeting;

  GtkWidget *box;
  GtkWidget *total;
  GtkWidget *warning;
  GtkWidget *propose;
  GtkWidget *items;
  GtkWidget *agreement;
  GtkWidget *documents;
};

G_DEFINE_FINAL_TYPE (CopilMeetingProposalPart, copil_meeting_proposal_part, GTK_TYPE_WIDGET)

static void
append_words (GString *text, const char *words)
{
  if (text->len)
    g_string_append (text, " · ");
  g_string_append (text, words);
}

/* What is known of a point besides its form: its time, where it comes from, what is joined. */
static char *
say_item (CopilStore *store, gint64 id)
{
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT (SELECT date FROM meeting JOIN item AS p ON p.meeting = meeting.id WHERE p.id ="
      " item.previous), adjourned, (SELECT coalesce (label, title) FROM fiche WHERE fiche.id ="
      " item.fiche), (SELECT count(*) FROM attachment WHERE attachment.item = item.id) FROM item"
      " WHERE id = ?1",
      "i", id);
  g_autofree char *slot = copil_meeting_format_slot (store, id);
  GString *text = g_string_new (slot);

  if (!copil_query_next (query))
    return g_string_free (text, FALSE);
  if (copil_query_text (query, 0))
    {
      g_autofree char *date = copil_date_format (copil_query_text (query, 0));
      g_autofree char *words = g_strdup_printf (_ ("adjourned on %s"), date);

      append_words (text, words);
    }
  if (copil_query_int (query, 1))
    append_words (text, _ ("adjourned to the next meeting"));
  if (copil_query_text (query, 2))
    {
      g_autofree char *words = g_strdup_printf (_ ("fiche %s"), copil_query_text (query, 2));

      append_words (text, words);
    }
  if (copil_query_int (query, 3))
    {
      guint n = (guint)copil_query_int (query, 3);
      g_autofree char *words = g_strdup_printf (ngettext ("%u document", "%u documents", n), n);

      append_words (text, words);
    }
  return g_string_free (text, FALSE);
}

static void
show (CopilMeetingProposalPart *part)
{
  CopilStore *store = copil_session_get_store (part->session);
  gboolean over = FALSE;
  g_autofree char *total = copil_agenda_say_total (store, part->meeting, &over);
  g_autofree char *label = copil_meeting_next_item_label (store, part->meeting);

  copil_children_set_initial (COPIL_CHILDREN (part->items), "label", label);
  gtk_label_set_label (GTK_LABEL (part->total), total ? total : _ ("No duration yet"));
  gtk_widget_set_visible (part->warning, over);
}

/* What was added is right as it is: no key shall replace it. */
static void
unselect (CopilMeetingProposalPart *part)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (part));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (GTK_IS_EDITABLE (focus))
    gtk_editable_set_position (GTK_EDITABLE (focus), -1);
}

static void
changed_cb (CopilMeetingProposalPart *part, CopilChanges *changes)
{
  if (part->meeting &&
      (copil_changes_has_kind (changes, "meeting") || copil_changes_has_kind (changes, "item")))
    show (part);
}

static void
copil_meeting_proposal_part_dispose (GObject *object)
{
  CopilMeetingProposalPart *part = COPIL_MEETING_PROPOSAL_PART (object);

  g_clear_pointer (&part->box, gtk_widget_unparent);
  g_clear_object (&part->session);
  G_OBJECT_CLASS (copil_meeting_proposal_part_parent_class)->dispose (object);
}

static void
copil_meeting_proposal_part_class_init (CopilMeetingProposalPartClass *class)
{
  G_OBJECT_CLASS (class)->dispose = copil_meeting_proposal_part_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
copil_meeting_proposal_part_init (CopilMeetingProposalPart *part)
{
  part->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (part->box, GTK_WIDGET (part));
}

static GtkWidget *
build_top (CopilMeetingProposalPart *part)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  part->warning = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  part->total = copil_parts_label_new (NULL, "heading");
  gtk_widget_set_hexpand (part->total, TRUE);
  part->propose = copil_parts_button_new (_ ("_Propose…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (part->propose), "page.propose");
  gtk_widget_set_tooltip_text (part->propose, _ ("Points to tick for the agenda (Ctrl+Shift+P)"));
  gtk_widget_set_valign (part->propose, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (top), part->warning);
  gtk_box_append (GTK_BOX (top), part->total);
  gtk_box_append (GTK_BOX (top), part->propose);
  return top;
}

GtkWidget *
copil_meeting_proposal_part_new (CopilSession *session)
{
  CopilMeetingProposalPart *part = g_object_new (COPIL_TYPE_MEETING_PROPOSAL_PART, NULL);

  part->session = g_object_ref (session);
  gtk_box_append (GTK_BOX (part->box), build_top (part));
  part->items = copil_children_new (session, "item", NULL, _ ("Add an agenda _item"));
  copil_children_set_caption (COPIL_CHILDREN (part->items), say_item);
  part->agreement = copil_meeting_agreement_new (session);
  part->documents = copil_joined_documents_new (session, "attachment");
  gtk_widget_set_margin_top (part->agreement, 12);
  gtk_widget_set_margin_top (part->documents, 12);
  gtk_box_append (GTK_BOX (part->box), part->items);
  gtk_box_append (GTK_BOX (part->box), part->agreement);
  gtk_box_append (GTK_BOX (part->box), part->documents);
  g_signal_connect_object (copil_session_get_store (session), "changed", G_CALLBACK (changed_cb),
                           part, G_CONNECT_SWAPPED);
  return GTK_WIDGET (part);
}

void
copil_meeting_proposal_part_set_meeting (CopilMeetingProposalPart *part, gint64 meeting)
{
  g_return_if_fail (COPIL_IS_MEETING_PROPOSAL_PART (part));
  if (part->meeting == meeting)
    return;
  part->meeting = meeting;
  show (part);
  copil_children_set_parent (COPIL_CHILDREN (part->items), meeting);
  copil_meeting_agreement_set_meeting (COPIL_MEETING_AGREEMENT (part->agreement), meeting);
  copil_joined_documents_set_parent (COPIL_JOINED_DOCUMENTS (part->documents), meeting);
}

void
copil_meeting_proposal_part_set_closed (CopilMeetingProposalPart *part, gboolean closed)
{
  g_return_if_fail (COPIL_IS_MEETING_PROPOSAL_PART (part));
  copil_focus_set_sensitive (part->items, !closed);
  copil_focus_set_sensitive (part->agreement, !closed);
  gtk_widget_set_visible (part->propose, !closed);
}

void
copil_meeting_proposal_part_focus (CopilMeetingProposalPart *part, gint64 item)
{
  g_return_if_fail (COPIL_IS_MEETING_PROPOSAL_PART (part));
  copil_children_focus (COPIL_CHILDREN (part->items), item);
  if (item)
    unselect (part);
}

void
copil_meeting_proposal_part_focus_agreement (CopilMeetingProposalPart *part)
{
  if (!copil_meeting_agreement_focus (COPIL_MEETING_AGREEMENT (part->agreement)))
    gtk_widget_error_bell (GTK_WIDGET (part));
}

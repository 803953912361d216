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
#include "copil-value.h"
#include "copil-view-meeting.h"

struct _CopilMeetingProposalPart
{
  CopilPanel parent_instance;

  gint64 meeting;

  GtkWidget *total;
  GtkWidget *warning;
  GtkWidget *propose;
  GtkWidget *items;
  GtkWidget *agreement;
  GtkWidget *documents;
};

G_DEFINE_FINAL_TYPE (CopilMeetingProposalPart, copil_meeting_proposal_part, COPIL_TYPE_PANEL)

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
  g_autoptr (CopilViewItem) item = copil_view_load_item (store, id);
  g_autofree char *slot = copil_meeting_format_slot (store, id);
  GString *text = g_string_new (slot);

  if (!item)
    return g_string_free (text, FALSE);
  if (item->since)
    {
      g_autofree char *date = copil_date_format (item->since);
      g_autofree char *words = g_strdup_printf (_ ("adjourned on %s"), date);

      append_words (text, words);
    }
  if (item->adjourned)
    append_words (text, _ ("adjourned to the next meeting"));
  if (item->fiche)
    {
      g_autofree char *words = g_strdup_printf (_ ("fiche %s"), item->fiche);

      append_words (text, words);
    }
  if (item->n_attachments)
    {
      g_autofree char *words = g_strdup_printf (
          ngettext ("%u document", "%u documents", item->n_attachments), item->n_attachments);

      append_words (text, words);
    }
  return g_string_free (text, FALSE);
}

static void
show (CopilMeetingProposalPart *part)
{
  CopilStore *store = copil_panel_get_store (part);
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

/* At once: the next point that is added has the next number. */
static void
changed_cb (CopilMeetingProposalPart *part, CopilChanges *changes)
{
  if (part->meeting &&
      (copil_changes_has_kind (changes, "meeting") || copil_changes_has_kind (changes, "item")))
    show (part);
}

static void
copil_meeting_proposal_part_class_init (CopilMeetingProposalPartClass *class)
{
}

static void
copil_meeting_proposal_part_init (CopilMeetingProposalPart *part)
{
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
  CopilMeetingProposalPart *part =
      g_object_new (COPIL_TYPE_MEETING_PROPOSAL_PART, "session", session, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), build_top (part));
  part->items = copil_children_new (session, "item", NULL, _ ("Add an agenda _item"));
  copil_children_set_caption (COPIL_CHILDREN (part->items), say_item);
  part->agreement = copil_meeting_agreement_new (session);
  part->documents = copil_joined_documents_new (session, "attachment");
  gtk_widget_set_margin_top (part->agreement, 12);
  gtk_widget_set_margin_top (part->documents, 12);
  gtk_box_append (GTK_BOX (box), part->items);
  gtk_box_append (GTK_BOX (box), part->agreement);
  gtk_box_append (GTK_BOX (box), part->documents);
  copil_panel_set_child (part, box);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "copil-parts.h"
#include "copil-meeting-proposal-part.h"
#include "copil-proposal.h"

struct _CopilMeetingProposalOffer
{
  CopilPanel parent_instance;

  GtkWidget *revealer;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (CopilMeetingProposalOffer, copil_meeting_proposal_offer, COPIL_TYPE_PANEL)

static void
close_cb (CopilMeetingProposalOffer *offer)
{
  copil_meeting_proposal_offer_set_meeting (offer, 0);
}

static void
copil_meeting_proposal_offer_class_init (CopilMeetingProposalOfferClass *class)
{
}

static void
copil_meeting_proposal_offer_init (CopilMeetingProposalOffer *offer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *propose = copil_parts_button_new (_ ("_Propose the agenda…"));
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  offer->revealer = gtk_revealer_new ();
  offer->label = copil_parts_label_new (NULL, NULL);
  gtk_widget_set_hexpand (offer->label, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (propose), "page.propose");
  gtk_widget_set_tooltip_text (propose, _ ("Points to tick for the agenda (Ctrl+Shift+P)"));
  gtk_widget_set_valign (propose, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_tooltip_text (close, _ ("Close"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Close"), -1);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (close_cb), offer);
  gtk_box_append (GTK_BOX (box), offer->label);
  gtk_box_append (GTK_BOX (box), propose);
  gtk_box_append (GTK_BOX (box), close);
  gtk_widget_add_css_class (box, "toolbar-row");
  gtk_revealer_set_child (GTK_REVEALER (offer->revealer), box);
  copil_panel_set_child (offer, offer->revealer);
}

GtkWidget *
copil_meeting_proposal_offer_new (CopilSession *session)
{
  return g_object_new (COPIL_TYPE_MEETING_PROPOSAL_OFFER, "session", session, NULL);
}

void
copil_meeting_proposal_offer_set_meeting (CopilMeetingProposalOffer *offer, gint64 meeting)
{
  guint n = 0;

  g_return_if_fail (COPIL_IS_MEETING_PROPOSAL_OFFER (offer));
  if (meeting)
    {
      g_autoptr (GPtrArray) list =
          copil_proposal_list (copil_panel_get_store (offer), meeting, NULL);
      g_autofree char *text = NULL;

      for (guint i = 0; i < list->len; i++)
        n += ((CopilProposal *)list->pdata[i])->present == 0;
      text = g_strdup_printf (ngettext ("%u point can be proposed for the agenda",
                                        "%u points can be proposed for the agenda", n),
                              n);
      gtk_label_set_label (GTK_LABEL (offer->label), text);
    }
  gtk_revealer_set_reveal_child (GTK_REVEALER (offer->revealer), n > 0);
}

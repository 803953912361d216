/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The agenda of a meeting: its points with their times, how long they take against the hours of the
 * meeting, the agreement of each signatory and the documents joined. "page.propose" opens the
 * points to tick. */
#define COPIL_TYPE_MEETING_PROPOSAL_PART (copil_meeting_proposal_part_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingProposalPart, copil_meeting_proposal_part, COPIL,
                      MEETING_PROPOSAL_PART, CopilPanel)

GtkWidget *copil_meeting_proposal_part_new (CopilSession *session);

/* Shows the agenda of that meeting; 0 for none. */
void copil_meeting_proposal_part_set_meeting (CopilMeetingProposalPart *part, gint64 meeting);

/* A closed meeting's agenda can be read, and its documents opened, and that is all. */
void copil_meeting_proposal_part_set_closed (CopilMeetingProposalPart *part, gboolean closed);

/* Puts the keyboard in that item; 0: in the first. */
void copil_meeting_proposal_part_focus (CopilMeetingProposalPart *part, gint64 item);

/* Puts the keyboard on the first agreement that is missing. */
void copil_meeting_proposal_part_focus_agreement (CopilMeetingProposalPart *part);

/* A line that offers to propose the agenda of a meeting just made, until it is closed, used or
 * another meeting shows. */
#define COPIL_TYPE_MEETING_PROPOSAL_OFFER (copil_meeting_proposal_offer_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingProposalOffer, copil_meeting_proposal_offer, COPIL,
                      MEETING_PROPOSAL_OFFER, CopilPanel)

GtkWidget *copil_meeting_proposal_offer_new (CopilSession *session);

/* Offers it for that meeting, where there is something to propose; 0 hides the line. */
void copil_meeting_proposal_offer_set_meeting (CopilMeetingProposalOffer *offer, gint64 meeting);

G_END_DECLS

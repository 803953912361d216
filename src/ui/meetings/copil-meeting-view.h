/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* One meeting: what it is, who is there, its agenda, the notes, the decisions, the closing and the
 * life of its minutes, a section each; Alt+Page Up and Page Down go from one to the other. Its
 * buttons call the actions of the page around it ("page.export" …). */
#define COPIL_TYPE_MEETING_VIEW (copil_meeting_view_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingView, copil_meeting_view, COPIL, MEETING_VIEW, CopilPanel)

typedef enum
{
  COPIL_MEETING_SECTION_DETAILS,
  COPIL_MEETING_SECTION_ATTENDANCE,
  COPIL_MEETING_SECTION_AGENDA,
  COPIL_MEETING_SECTION_NOTES,
  COPIL_MEETING_SECTION_DECISIONS,
  COPIL_MEETING_SECTION_CLOSING,
  COPIL_MEETING_SECTION_MINUTES,
  COPIL_N_MEETING_SECTIONS
} CopilMeetingSection;

GtkWidget *copil_meeting_view_new (CopilSession *session);

/* The next section (1) or the one before (-1); stays at the ends. */
void copil_meeting_view_turn (CopilMeetingView *view, int direction);

/* Shows that meeting; 0 for none. The section stays. */
void copil_meeting_view_set_meeting (CopilMeetingView *view, gint64 meeting);

/* Shows that section, and puts the keyboard where one begins there. */
void copil_meeting_view_show_section (CopilMeetingView *view, CopilMeetingSection section);

/* Puts the keyboard where one begins in the section that shows. */
void copil_meeting_view_focus (CopilMeetingView *view);

/* Shows that agenda item in the notes, or that decision. */
void copil_meeting_view_show_item (CopilMeetingView *view, gint64 item);
void copil_meeting_view_show_decision (CopilMeetingView *view, gint64 decision);

/* A line that offers to propose the agenda of the meeting that shows, just made. */
void copil_meeting_view_offer_agenda (CopilMeetingView *view);

/* Opens the points that the agenda of the meeting could have, to tick; nothing where it is closed.
 */
void copil_meeting_view_propose (CopilMeetingView *view);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* Who has validated the minutes of a meeting and who must still: a line for each signatory, or one
 * for the committee or the chair, as the convention has it, with the button that records a
 * validation. */
#define COPIL_TYPE_MEETING_VALIDATIONS (copil_meeting_validations_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingValidations, copil_meeting_validations, COPIL,
                      MEETING_VALIDATIONS, CopilPanel)

GtkWidget *copil_meeting_validations_new (CopilSession *session);
/* Shows that meeting; 0 for none. */
void copil_meeting_validations_set_meeting (CopilMeetingValidations *validations, gint64 meeting);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The end of a meeting: when it ended, the next one, what is still missing in words, and the
 * commands that propose the minutes and export them. */
#define COPIL_TYPE_SITTING_CLOSING (copil_sitting_closing_get_type ())
G_DECLARE_FINAL_TYPE (CopilSittingClosing, copil_sitting_closing, COPIL, SITTING_CLOSING,
                      CopilPanel)

GtkWidget *copil_sitting_closing_new (CopilSession *session, gint64 meeting);

/* Notes that the meeting ends now, where the time at which it was to end was not changed by hand.
 */
void copil_sitting_closing_note_end (CopilSittingClosing *closing);

/* Puts the keyboard where the next date is typed. */
void copil_sitting_closing_focus (CopilSittingClosing *closing);

/* Proposes the minutes, where that is still to be done. */
void copil_sitting_closing_propose (CopilSittingClosing *closing);

/* Whether the meeting can only be read. */
void copil_sitting_closing_set_closed (CopilSittingClosing *closing, gboolean closed);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* A meeting while it lasts, over the whole window: readable on a projector, and driven without a
 * mouse. At the left its steps, at the right the current one, at the foot the keys that work there.
 *
 * Actions: sitting.* (a key each, said at the foot), page.add (a person, an unforeseen item),
 * page.export (the minutes).
 *
 * Signals: "leave", the person goes back to the ordinary window. */
#define COPIL_TYPE_SITTING_MODE (copil_sitting_mode_get_type ())
G_DECLARE_FINAL_TYPE (CopilSittingMode, copil_sitting_mode, COPIL, SITTING_MODE, CopilPanel)

/* Begins at that item, or where it is 0 at the attendance, or at the first item that was not
 * treated where the attendance is noted. "settings" keep the size of the text. */
GtkWidget *copil_sitting_mode_new (CopilSession *session, GSettings *settings, gint64 meeting,
                                   gint64 item);

/* The item that shows, 0 for none. */
gint64 copil_sitting_mode_get_item (CopilSittingMode *mode);

/* The next step (1) or the one before (-1). */
void copil_sitting_mode_turn (CopilSittingMode *mode, int direction);

/* Shows a record of the meeting, as one that undo brought back; FALSE where it is none. */
gboolean copil_sitting_mode_show (CopilSittingMode *mode, const char *kind, gint64 id);

/* Records a decision that is being typed; FALSE where that is not possible: it says why, and
 * neither the step nor the sitting is to be left. */
gboolean copil_sitting_mode_leave (CopilSittingMode *mode) G_GNUC_WARN_UNUSED_RESULT;

/* Stores what is typed and stops the clock, before it is taken away. */
void copil_sitting_mode_stop (CopilSittingMode *mode);

G_END_DECLS

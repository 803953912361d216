/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The few lines in which a decision or an action is recorded while people speak: what, who, when
 * (a date, or "+3 mois" counted from the meeting) and about what. Enter records all of it in one
 * transaction, from any line; Escape gives up.
 *
 * Signals: "done" (gint64 decision), recorded, or 0: given up. */
#define COPIL_TYPE_SITTING_DECIDE (copil_sitting_decide_get_type ())
G_DECLARE_FINAL_TYPE (CopilSittingDecide, copil_sitting_decide, COPIL, SITTING_DECIDE, CopilPanel)

GtkWidget *copil_sitting_decide_new (CopilSession *session, gint64 meeting);

/* Begins a new one on that item, of that type ("decision", "action"), with that text; once it is
 * recorded, the item's notes become "rest" where they are still "notes". NULL notes stay as they
 * are. Puts the keyboard in the text where it is empty, else in who. */
void copil_sitting_decide_begin (CopilSittingDecide *decide, gint64 item, const char *type,
                                 const char *text, const char *notes, const char *rest);

/* Edits that decision. */
void copil_sitting_decide_edit (CopilSittingDecide *decide, gint64 decision);

/* Records what was typed in it, before it goes out of sight; FALSE where that is not possible: the
 * lines say why, and are not to be left. */
gboolean copil_sitting_decide_leave (CopilSittingDecide *decide) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

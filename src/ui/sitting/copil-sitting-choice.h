/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"
#include "copil-view-sitting.h"

G_BEGIN_DECLS

/* A line in which a record is chosen by a few letters, without leaving the keyboard: those that
 * match stand under it while it has the keyboard; Up and Down go from one to another, Tab and Enter
 * take the one that is marked. */
#define COPIL_TYPE_SITTING_CHOICE (copil_sitting_choice_get_type ())
G_DECLARE_FINAL_TYPE (CopilSittingChoice, copil_sitting_choice, COPIL, SITTING_CHOICE, CopilPanel)

/* "label" has a mnemonic. "matches" lists, at that meeting, those that match what is typed. */
GtkWidget *copil_sitting_choice_new (CopilSession *session, const char *label,
                                     CopilViewMatches matches, gint64 meeting);

/* Shows that record; 0 for none. */
void copil_sitting_choice_set (CopilSittingChoice *choice, const char *kind, gint64 id);

/* Takes what is typed; FALSE, with the reason under the line, where nothing matches it. */
gboolean copil_sitting_choice_take (CopilSittingChoice *choice);

/* The id of the record where it is of that kind, else 0. */
gint64 copil_sitting_choice_get (CopilSittingChoice *choice, const char *kind);

void copil_sitting_choice_focus (CopilSittingChoice *choice);

G_END_DECLS

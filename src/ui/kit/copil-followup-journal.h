/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The journal of an engagement or a fiche: its dated follow-up notes, the newest first, under a
 * line where Enter adds one. */
#define COPIL_TYPE_FOLLOWUP_JOURNAL (copil_followup_journal_get_type ())
G_DECLARE_FINAL_TYPE (CopilFollowupJournal, copil_followup_journal, COPIL, FOLLOWUP_JOURNAL,
                      CopilPanel)

/* Of records of the kind "engagement" or "fiche". */
GtkWidget *copil_followup_journal_new (CopilSession *session, const char *kind);

/* Shows the notes of that record; 0 for none. What was being typed for the one before is added to
 * it first. */
void copil_followup_journal_set_id (CopilFollowupJournal *journal, gint64 id);

/* Puts the keyboard in the line for a new note. */
void copil_followup_journal_focus (CopilFollowupJournal *journal);

G_END_DECLS

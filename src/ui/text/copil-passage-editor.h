/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-passage.h"
#include "copil-panel.h"

G_BEGIN_DECLS

/* What is corrected of a proposal: its words, its number, who commits, until when. What is in the
 * file already is shown, and changed on its own page.
 *
 * Signals:
 *   "parties" (const char *ids)  others commit: ids of proposals of signatories, NULL for nobody
 *   "chosen"                     the list of signatories is closed again
 *   "go" (const char *kind, gint64 id)  its record is to show */
#define COPIL_TYPE_PASSAGE_EDITOR (copil_passage_editor_get_type ())
G_DECLARE_FINAL_TYPE (CopilPassageEditor, copil_passage_editor, COPIL, PASSAGE_EDITOR, CopilPanel)

GtkWidget *copil_passage_editor_new (CopilSession *session);

/* Shows the proposals of those ids: several have but their signatories in common. */
void copil_passage_editor_set (CopilPassageEditor *editor, GPtrArray *passages, GArray *ids);

/* Puts the keyboard in its text. */
void copil_passage_editor_focus (CopilPassageEditor *editor);

/* Opens the list of signatories. FALSE where none is to be chosen. */
gboolean copil_passage_editor_choose_parties (CopilPassageEditor *editor);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* A decision beside the register: its form, what became of it, dated words of follow-up, and links
 * to its meeting and to what it is about. */
#define COPIL_TYPE_DECISIONS_DETAIL (copil_decisions_detail_get_type ())
G_DECLARE_FINAL_TYPE (CopilDecisionsDetail, copil_decisions_detail, COPIL, DECISIONS_DETAIL,
                      CopilPanel)

GtkWidget *copil_decisions_detail_new (CopilSession *session);

/* Shows that decision; 0 for none. */
void copil_decisions_detail_set_id (CopilDecisionsDetail *detail, gint64 id);

/* Puts the keyboard in the text of the decision, or where a word of follow-up is typed. */
void copil_decisions_detail_focus (CopilDecisionsDetail *detail);
void copil_decisions_detail_note (CopilDecisionsDetail *detail);

G_END_DECLS

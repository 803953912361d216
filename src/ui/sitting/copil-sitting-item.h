/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"
#include "copil-sitting-clock.h"

G_BEGIN_DECLS

/* One item of the agenda while it is discussed: its title large, what is known of it, the time it
 * takes against the time planned, one box for the notes, and the decisions taken on it. */
#define COPIL_TYPE_SITTING_ITEM (copil_sitting_item_get_type ())
G_DECLARE_FINAL_TYPE (CopilSittingItem, copil_sitting_item, COPIL, SITTING_ITEM, CopilPanel)

GtkWidget *copil_sitting_item_new (CopilSession *session, gint64 meeting, CopilSittingClock *clock);

/* Shows that item; 0 for none. */
void copil_sitting_item_set_item (CopilSittingItem *item, gint64 id);

/* Puts the keyboard in the notes, at their end where the item was just set. */
void copil_sitting_item_focus (CopilSittingItem *item);

/* Whether it can only be read. */
void copil_sitting_item_set_closed (CopilSittingItem *item, gboolean closed);

/* Makes a decision or an action ("decision", "action") of the lines that are selected, or of the
 * one with the cursor. */
void copil_sitting_item_decide (CopilSittingItem *item, const char *type);

/* Records a decision that is being typed; FALSE where that is not possible, and the item is not to
 * be left. */
gboolean copil_sitting_item_leave (CopilSittingItem *item) G_GNUC_WARN_UNUSED_RESULT;

/* Puts the item off to the next meeting, or takes that back. */
void copil_sitting_item_adjourn (CopilSittingItem *item);

/* Edits its title, presenter and duration in place. */
void copil_sitting_item_edit_title (CopilSittingItem *item);

G_END_DECLS

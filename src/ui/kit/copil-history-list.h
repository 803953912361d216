/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-history.h"
#include "copil-panel.h"

G_BEGIN_DECLS

/* Who changed what, and when, by day, the newest first; each entry can be taken back, whole or in
 * part, as a new change. It is read in a thread, some hundred entries at a time. */
#define COPIL_TYPE_HISTORY_LIST (copil_history_list_get_type ())
G_DECLARE_FINAL_TYPE (CopilHistoryList, copil_history_list, COPIL, HISTORY_LIST, CopilPanel)

/* "most" entries at first; a button shows more. */
GtkWidget *copil_history_list_new (CopilSession *session, guint most);

/* Which entries; texts are copied, "before" and "most" are the list's own. Reads only while the
 * list is mapped. */
void copil_history_list_set_filter (CopilHistoryList *list, const CopilHistoryFilter *filter);

G_END_DECLS

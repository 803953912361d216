/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-page.h"

G_BEGIN_DECLS

/* The history of the file: who changed what and when, with filters; and what changed since a day.
 */
#define COPIL_TYPE_HISTORY_PAGE (copil_history_page_get_type ())
G_DECLARE_FINAL_TYPE (CopilHistoryPage, copil_history_page, COPIL, HISTORY_PAGE, CopilPage)

GtkWidget *copil_history_page_new (CopilSession *session);

/* Shows what changed since the last meeting ("changes"), or the history of that record. */
void copil_history_page_show (CopilHistoryPage *page, const char *kind, gint64 id);

G_END_DECLS

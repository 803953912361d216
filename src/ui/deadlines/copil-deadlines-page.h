/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-page.h"

G_BEGIN_DECLS

/* The deadlines, as a list and as a calendar; the clauses they follow from, each with what answers
 * its deadlines, and ready-made ones to begin with; the events that some of them are counted from.
 */
#define COPIL_TYPE_DEADLINES_PAGE (copil_deadlines_page_get_type ())
G_DECLARE_FINAL_TYPE (CopilDeadlinesPage, copil_deadlines_page, COPIL, DEADLINES_PAGE, CopilPage)

GtkWidget *copil_deadlines_page_new (CopilSession *session);

/* Shows that record ("clause", "event", "fulfilment"), or the list of deadlines where the id is 0.
 */
void copil_deadlines_page_show (CopilDeadlinesPage *page, const char *kind, gint64 id);

G_END_DECLS

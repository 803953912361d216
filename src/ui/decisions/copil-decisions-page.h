/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-page.h"

G_BEGIN_DECLS

/* The page "Decisions", the register: what every meeting decided in one list, with the form of the
 * decision that is selected beside it. */
#define COPIL_TYPE_DECISIONS_PAGE (copil_decisions_page_get_type ())
G_DECLARE_FINAL_TYPE (CopilDecisionsPage, copil_decisions_page, COPIL, DECISIONS_PAGE, CopilPage)

GtkWidget *copil_decisions_page_new (CopilSession *session);

/* Selects that decision and shows its form. */
void copil_decisions_page_show (CopilDecisionsPage *page, const char *kind, gint64 id);

/* Shows what a count elsewhere counted: "open" or "late"; no other filter stays. */
void copil_decisions_page_filter (CopilDecisionsPage *page, const char *what);

G_END_DECLS

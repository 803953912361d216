/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-page.h"

G_BEGIN_DECLS

/* The budget: its receipts and expenses with their amounts by year and their instalments, whether
 * it balances, and what does not add up. */
#define COPIL_TYPE_BUDGET_PAGE (copil_budget_page_get_type ())
G_DECLARE_FINAL_TYPE (CopilBudgetPage, copil_budget_page, COPIL, BUDGET_PAGE, CopilPage)

GtkWidget *copil_budget_page_new (CopilSession *session);

/* Shows that budget_line, or the one that the budget_amount or the instalment belongs to. */
void copil_budget_page_show (CopilBudgetPage *page, const char *kind, gint64 id);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-audience.h"
#include "copil-budget.h"

G_BEGIN_DECLS

/* What documents and the window say of a budget in the same words. What is returned as char * is
 * the caller's. */

/* COPIL_FIGURES_PUBLIC for the public. */
CopilFigureFlags copil_budget_words_flags (CopilAudience audience);

/* The amounts of that year; NULL where there are none. */
const CopilBudgetYear *copil_budget_words_find_year (const GArray *years, int year);

/* « Recettes et dépenses prévues s’équilibrent : 7 760 000 €. »; NULL where they do not, which is
 * among the faults, or where there is no budget. */
char *copil_budget_words_balance (const CopilBudget *budget);

/* The name of a total; it says where lines are left out. */
const char *copil_budget_words_total (const CopilBudget *budget);

/* What came in and went out in a year (0: in all): « Recettes réalisées en 2007 : …, dépenses
 * réalisées : …, résultat : … »; NULL where nothing did, or lines are hidden. */
char *copil_budget_words_result (const CopilBudget *budget, int year);

/* « reçu le 12/02/2008 », « en retard », « attendu ». */
char *copil_budget_words_state (const CopilInstalment *instalment);

/* The year that a financial report is about where none is asked for: the last one in which
 * something was received or spent, else the first one of the budget; 0 where it has no years. */
int copil_budget_words_get_year (const CopilBudget *budget);

/* "+240 000 €": an amount with its sign; "–" for NAN. */
char *copil_budget_words_difference (double euros);

/* "96 %", of "actual" against "planned"; "–" where it cannot be told. */
char *copil_budget_words_rate (double actual, double planned);

G_END_DECLS

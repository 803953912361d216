/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-budget.h"

G_BEGIN_DECLS

/* Adds where something is known: an unknown sum takes the amount, an unknown amount nothing. */
void copil_euros_add (double *sum, double amount);

/* TRUE where the amounts are the same to the cent. */
gboolean copil_euros_equal (double one, double other);

/* The year's place in an array of CopilBudgetYear kept rising, made where it is new. */
CopilBudgetYear *copil_budget_years_get (GArray *years, int year);

/* Spells what follows from a line that was read, and finds what contradicts itself in it. */
void copil_budget_line_settle (CopilBudgetLine *line);

G_END_DECLS

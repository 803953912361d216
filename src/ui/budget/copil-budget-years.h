/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The budget by year: a row for each line, and for each year what is planned and what came of it,
 * typed in place. It follows the store. */
#define COPIL_TYPE_BUDGET_YEARS (copil_budget_years_get_type ())
G_DECLARE_FINAL_TYPE (CopilBudgetYears, copil_budget_years, COPIL, BUDGET_YEARS, CopilPanel)

GtkWidget *copil_budget_years_new (CopilSession *session);

G_END_DECLS

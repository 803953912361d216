/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The actions and their beneficiaries added up: by theme, by académie or by year, every count or
 * one of them by year, beside what was declared. It follows the store. */
#define COPIL_TYPE_ACTIONS_TOTALS (copil_actions_totals_get_type ())
G_DECLARE_FINAL_TYPE (CopilActionsTotals, copil_actions_totals, COPIL, ACTIONS_TOTALS, CopilPanel)

GtkWidget *copil_actions_totals_new (CopilSession *session);

/* The year that is shown, 0 for all. */
int copil_actions_totals_get_year (CopilActionsTotals *totals);

G_END_DECLS

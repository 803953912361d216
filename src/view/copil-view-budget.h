/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* The list of the lines of the budget: a line's row, ... */
enum
{
  COPIL_VIEW_BUDGET_SIDE,
  COPIL_VIEW_BUDGET_LABEL,
  COPIL_VIEW_BUDGET_TITLE,
  COPIL_VIEW_BUDGET_FUNDER,
  COPIL_VIEW_BUDGET_PLANNED, /* as copil_budget_read() has them */
  COPIL_VIEW_BUDGET_ACTUAL,
  COPIL_VIEW_BUDGET_LATE, /* how many instalments */
  COPIL_VIEW_BUDGET_CONFIDENTIAL
};
extern const char copil_view_budget_row[];

/* ... and, on the line "r", what the list is sorted by, what is searched, what filters leave. */
extern const char copil_view_budget_order[];
extern const char copil_view_budget_by_title[];
extern const char copil_view_budget_by_planned[];
extern const char copil_view_budget_by_actual[];
extern const char copil_view_budget_searched[];
extern const char copil_view_budget_receipts[];
extern const char copil_view_budget_expenses[];
extern const char copil_view_budget_of_funder[];

/* The year of an amount that is added to the line: it follows the last one, else it is the first of
 * the convention, else the current one. */
int copil_view_next_budget_year (CopilStore *store, gint64 line);

G_END_DECLS

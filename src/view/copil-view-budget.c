/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-view-budget.h"

#include "copil-budget-sql.h"
#include "copil-query.h"

const char copil_view_budget_row[] =
    "SELECT r.side, r.label, r.title, coalesce (p.short_name, p.name, "
    "r.funder_name), " COPIL_BUDGET_PLANNED_SQL ", " COPIL_BUDGET_ACTUAL_SQL
    ", (SELECT count (*) FROM instalment s WHERE s.line = r.id AND " COPIL_INSTALMENT_LATE_SQL
    "), r.confidential FROM budget_line r LEFT JOIN party p ON p.id = r.funder WHERE r.id = ?1";

const char copil_view_budget_order[] = "r.side IS NOT 'receipt', r.position, r.id";
const char copil_view_budget_by_title[] = "copil_fold (r.title)";
const char copil_view_budget_by_planned[] = COPIL_BUDGET_PLANNED_SQL;
const char copil_view_budget_by_actual[] = COPIL_BUDGET_ACTUAL_SQL;
const char copil_view_budget_searched[] =
    "coalesce (r.label, '') || ' ' || coalesce (r.title, '') || ' ' || "
    "coalesce (r.funder_name, '') || ' ' || coalesce (r.note, '')";
const char copil_view_budget_receipts[] = "r.side = 'receipt'";
const char copil_view_budget_expenses[] = "r.side IS NOT 'receipt'";
const char copil_view_budget_of_funder[] = "r.funder = %s";

int
copil_view_next_budget_year (CopilStore *store, gint64 line)
{
  return (int)copil_store_query_int (
      store,
      "SELECT coalesce ((SELECT max (year) + 1 FROM budget_amount WHERE line = ?1), (SELECT"
      " cast (substr (coalesce (effective, signed), 1, 4) AS INTEGER) FROM convention ORDER BY id),"
      " cast (substr (copil_today (), 1, 4) AS INTEGER))",
      "i", line);
}

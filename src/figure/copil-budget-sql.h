/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How the amounts of a line of the budget follow from what is entered, as SQL expressions on
 * budget_line "r": copil_budget_read() and the list of lines, which sorts by them, read the same.
 */

/* Quantity × unit price × years, 1 where no years are said; NULL where one is missing. */
#define COPIL_BUDGET_COMPUTED_SQL                                                                  \
  "r.quantity * r.unit_price * max (1, min (coalesce (r.years, 1), 1000))"

/* What its years, its instalments make. */
#define COPIL_BUDGET_YEARS_SQL(column)                                                             \
  "(SELECT sum (y." column ") FROM budget_amount y WHERE y.line = r.id)"
#define COPIL_BUDGET_INSTALMENTS_SQL(column)                                                       \
  "(SELECT sum (s." column ") FROM instalment s WHERE s.line = r.id)"

/* As entered, else computed, else of its years, else of its instalments. */
#define COPIL_BUDGET_PLANNED_SQL                                                                   \
  "coalesce (r.planned, " COPIL_BUDGET_COMPUTED_SQL                                                \
  ", " COPIL_BUDGET_YEARS_SQL ("planned") ", " COPIL_BUDGET_INSTALMENTS_SQL ("planned") ")"

/* Of its years, else of its instalments. */
#define COPIL_BUDGET_ACTUAL_SQL                                                                    \
  "coalesce (" COPIL_BUDGET_YEARS_SQL ("actual") ", " COPIL_BUDGET_INSTALMENTS_SQL ("actual") ")"

/* On instalment "s": whether it came, as its day or its amount tells; whether it is late. */
#define COPIL_INSTALMENT_CAME_SQL "(coalesce (s.received, '') > '' OR s.actual IS NOT NULL)"
#define COPIL_INSTALMENT_LATE_SQL                                                                  \
  "copil_late (CASE WHEN " COPIL_INSTALMENT_CAME_SQL " THEN 'done' END, s.due)"

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How often an indicator is observed. A school year begins on 1 September. */
typedef enum
{
  COPIL_PERIODICITY_YEAR,
  COPIL_PERIODICITY_SCHOOL_YEAR,
  COPIL_PERIODICITY_SEMESTER,
  COPIL_PERIODICITY_QUARTER,
  COPIL_PERIODICITY_MONTH,
  COPIL_PERIODICITY_ONCE /* one period that holds every day */
} CopilPeriodicity;

/* From the stored word ("year", "school_year", "semester", "quarter", "month", "once"); NULL or
 * anything else is a year. */
CopilPeriodicity copil_periodicity_from_name (const char *name);

/* CopilPeriod: a stretch of days, both ends included, as ISO 8601 dates. A plain value: copy it by
 * assignment. */
typedef struct
{
  CopilPeriodicity periodicity;
  char start[11];
  char end[11];
} CopilPeriod;

/* The period that a date is in; FALSE (period untouched) where the date is NULL or not one. */
gboolean copil_period_at (CopilPeriodicity periodicity, const char *date, CopilPeriod *period);

/* The period after, or before, this one; FALSE for "once" and at the ends of the calendar. The two
 * pointers may be the same. */
gboolean copil_period_next (const CopilPeriod *period, CopilPeriod *next);
gboolean copil_period_previous (const CopilPeriod *period, CopilPeriod *previous);

/* TRUE where the date is in the period. */
gboolean copil_period_has (const CopilPeriod *period, const char *date);

/* Future: it begins after today. Due: it ended before today, so that its observation can be asked
 * for. The period that today is in is neither. */
gboolean copil_period_is_future (const CopilPeriod *period, const char *today);
gboolean copil_period_is_due (const CopilPeriod *period, const char *today);

/* Short, in the user's language: "2007", "2021-2022", "S1 2022", "Q3 2022" (« T3 2022 »), "March
 * 2022", "Once". */
char *copil_period_get_label (const CopilPeriod *period);

/* The periods from the one that "from" is in to the one that "to" is in, an array of CopilPeriod,
 * at most COPIL_PERIODS_MAX (the last ones are left out); empty where a date is missing or to <
 * from. For "once", one period. */
#define COPIL_PERIODS_MAX 600
GArray *copil_period_list (CopilPeriodicity periodicity, const char *from, const char *to);

G_END_DECLS

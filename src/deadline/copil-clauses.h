/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-deadline.h"

G_BEGIN_DECLS

/* CopilClauses: what a convention says of its own time. Dates are ISO 8601, NULL where nothing is
 * said; so are the numbers, with 0. */
typedef struct
{
  gint64 id; /* the convention's record, or 0 */
  const char *signed_on;
  const char *effective;
  gint64 duration_months;
  const char *expires;
  const char *renewal; /* "none", "tacit", "conditional", "unstated" or NULL */
  gint64 notice_months;
  int meetings_per_year;
  const char *const *meetings; /* days of the committee's meetings, held or planned; ends with NULL;
                                  may be NULL */
  gint64 renewal_months;       /* of a tacit renewal; 0 for a year */
  gint64 renewal_times;        /* at most; 0 for without end */
  gint64 clause;               /* that says when the convention ends, or 0 */
  const char *article;         /* that says when the convention ends, or NULL */
  gboolean notice_said;        /* a clause of its own says when to speak before the end … */
  gboolean meeting_said;       /* … and when the committee meets: neither is said here, too */
} CopilClauses;

/* The end of the period that today is in (copil_term_get_end()), and how many renewals there were
 * before it, which may be NULL; NULL where it is not known. */
char *copil_clauses_get_end (const CopilClauses *clauses, const char *today, guint *renewals);

/* Last day on which a party can speak before the end (the end of the period that today is in less
 * the notice); where the convention is renewed tacitly and that day is over, the one before the
 * next end. NULL where that cannot be said. */
char *copil_clauses_get_notice_day (const CopilClauses *clauses, const char *today);

/* First and last day of the convention's year (from its start, or an anniversary of it) that today
 * is in; FALSE before its start, after its end, or where they are not known. */
gboolean copil_clauses_get_year (const CopilClauses *clauses, const char *today, char **first,
                                 char **last);

/* The deadlines that the clauses impose, sorted: the end, the last day for notice or for the
 * decision on what follows, and the meeting that is still missing in the year under way. An array
 * of CopilDeadline. */
GPtrArray *copil_clauses_get_deadlines (const CopilClauses *clauses, const char *today);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The rules that need nothing but the values: the store hands them to SQL, so that there is one
 * place for each. */

/* Whether nothing more is owed: done, abandoned, or, of a decision, adopted. The list for SQL goes
 * after IN or NOT IN. */
#define COPIL_SETTLED_SQL "('done', 'abandoned', 'adopted')"
gboolean copil_status_is_settled (const char *status);

/* Late: planned or in progress (a missing status counts as planned), and due before today. */
gboolean copil_status_is_late (const char *status, const char *due, const char *today);

/* Progress of an engagement, 0 to 100: 100 where it is done, else what was entered, else 0 where it
 * is planned; -1 where it is not known (in progress without a figure) or does not count
 * (abandoned). */
int copil_status_get_progress (const char *status, const char *progress);

/* Whether what is counted in that unit are percents: "%", "% des élèves", "en %", "pour cent".
 * FALSE for NULL. */
gboolean copil_unit_is_percent (const char *unit);

/* Progress of an indicator in percent: (observed - baseline) / (target - baseline); FALSE where
 * that has no meaning. */
gboolean copil_indicator_get_progress (double baseline, double target, double observed,
                                       double *percent);

/* The day on which a convention ends: "expires" where it is given, else its start (effective, else
 * signed) plus its duration, date to date. NULL where it cannot be said. Dates are ISO 8601. */
char *copil_convention_get_end (const char *signed_on, const char *effective,
                                gint64 duration_months, const char *expires);

/* How long a convention runs: dates are canonical, NULL for not known, and so are numbers with 0.
 */
typedef struct
{
  const char *signed_on, *effective, *expires;
  gint64 duration_months;
  const char *renewal; /* "tacit": it goes on by periods of renewal_months, a year where that is
                          not said, renewal_times at most where that is */
  gint64 renewal_months, renewal_times;
} CopilTerm;

/* The end of the period that the day is in, and how many renewals were before it ("renewals" may be
 * NULL): its first end, where the day is not after it; the last one, where it is over. NULL where
 * it is not known. From date to date, counted from the first end. */
char *copil_term_get_end (const CopilTerm *term, const char *day, guint *renewals);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-deadline.h"
#include "copil-store.h"

G_BEGIN_DECLS

typedef enum
{
  COPIL_DEADLINES_ALL = 0,
  COPIL_DEADLINES_OPEN = 1 << 0,  /* without what is done */
  COPIL_DEADLINES_PUBLIC = 1 << 1 /* without what comes from a confidential record */
} CopilDeadlineFlags;

/* The end of the convention's period that the day is in, NULL for copil_today(): see
 * copil_term_get_end(). NULL where it is not known. */
char *copil_convention_dup_end (CopilStore *store, const char *day);

/* The deadlines of a convention's file, sorted: those of its clauses, the days that engagements,
 * decisions, steps, fiches, targets and instalments are due, and the meetings to come. "from" and
 * "to" are the first and last day wanted, or NULL; "today" is what they are judged by, NULL for
 * copil_today(). An array of CopilDeadline. */
GPtrArray *copil_deadline_list (CopilStore *store, CopilDeadlineFlags flags, const char *from,
                                const char *to, const char *today);

/* How many are not done and were missed, or come within so many days. Nothing of a long list is
 * read but its number. */
void copil_deadline_count_near (CopilStore *store, const char *today, int days, guint *missed,
                                guint *near);

/* The next one that is not done, today's included; NULL where there is none. One row of each kind
 * is read, however long the lists are. */
CopilDeadline *copil_deadline_next (CopilStore *store, const char *today);

/* The same, for the public too: what is done is never the next one, whatever the flags. */
CopilDeadline *copil_deadline_next_for (CopilStore *store, CopilDeadlineFlags flags,
                                        const char *today);

G_END_DECLS

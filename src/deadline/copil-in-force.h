/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-clauses.h"
#include "copil-rules.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* CopilInForce: the convention's own terms as they are in force on a day: as it was signed, as its
 * amendments changed them from a day on, and as it was ended before its time. */
typedef struct
{
  gint64 id; /* of the convention's record; 0 where there is none, and then nothing is known */
  char *signed_on, *effective, *expires, *renewal; /* or NULL */
  gint64 duration_months, renewal_months, renewal_times, notice_months, meetings_per_year;
  int fiscal_month; /* 1 to 12, 0 where it is not said */
} CopilInForce;

/* Those of that day (ISO 8601); NULL for copil_today(). Free with copil_in_force_free(). */
CopilInForce *copil_in_force_read (CopilStore *store, const char *day);
void copil_in_force_free (CopilInForce *terms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilInForce, copil_in_force_free)

/* The same as clauses and as a term, which borrow the texts; what is not of the terms is left
 * zero. */
CopilClauses copil_in_force_get_clauses (const CopilInForce *terms);
CopilTerm copil_in_force_get_term (const CopilInForce *terms);

/* The day on which a convention that was ended before its time ends: the one that is said, else
 * that of the notice and of the months of notice in force then. ISO 8601; NULL where nobody ended
 * it, or where it cannot be said. */
char *copil_convention_dup_last_day (CopilStore *store);

G_END_DECLS

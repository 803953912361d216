/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-committee.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The committee's rules on the records of a file. A seat is held by a member in office on the day
 * (persons who sit on the committee, within their term). At a meeting it counts where the member is
 * present, where somebody represents them, or where their alternate is present in their place; an
 * alternate fills one seat. Experts and guests never count. */

/* Whether the committee is composed as the convention wants, on that day; NULL for today, or for
 * the day of the convention that is nearest to it. */
CopilFinding *copil_committee_judge_members (CopilStore *store, const char *date);

/* Whether those present at a meeting satisfy the rule, pending while members are still to be noted;
 * the rule says nothing of a meeting that is not of the committee. */
CopilFinding *copil_committee_judge_meeting (CopilStore *store, gint64 meeting);

/* Whether the one who asked for an exceptional meeting may; NULL for a meeting of another type. */
CopilFinding *copil_committee_judge_asked (CopilStore *store, gint64 meeting);

/* Whether the meetings that the convention wants each year were held; for the public presentations,
 * NULL where it wants none. Today is copil_today(). */
CopilFinding *copil_committee_judge_cadence (CopilStore *store, CopilCadence cadence);

/* TRUE where the rule of composition is for meetings of this type (NULL: ordinary). */
gboolean copil_committee_has_rule (const char *meeting_type);

/* The person's name with civility; NULL where there is none. */
char *copil_committee_dup_name (CopilStore *store, gint64 person);

/* Who could represent a member at a meeting, the likeliest first: the member's alternate, then the
 * persons of the same signatory who are present, then the other ones who are. An array of names
 * with civility. */
GPtrArray *copil_committee_list_substitutes (CopilStore *store, gint64 meeting, gint64 person);

/* How somebody came to the meeting before this one, as an expert or a guest: what a new attendance
 * of theirs can begin with. */
typedef struct
{
  gint64 person;
  char *role;   /* "expert" or "guest" */
  char *reason; /* or NULL */
} CopilInvited;

void copil_invited_free (CopilInvited *invited);

/* The experts and guests of the meeting before this one who are not on its list and whose term of
 * office is not over on its day, in the order of that meeting. An array of CopilInvited. */
GPtrArray *copil_committee_list_invited (CopilStore *store, gint64 meeting);

G_END_DECLS

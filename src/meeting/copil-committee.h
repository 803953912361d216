/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "copil-clauses.h"

G_BEGIN_DECLS

/* The rules that a convention gives its committee, judged on plain values: no store here. */

typedef enum
{
  COPIL_VERDICT_UNKNOWN, /* the rule does not say, or nothing is noted yet */
  COPIL_VERDICT_KEPT,
  COPIL_VERDICT_PENDING, /* nothing is wrong, and something is still to do */
  COPIL_VERDICT_BROKEN
} CopilVerdict;

/* CopilFinding: a verdict, and the sentence that says it, in the user's language, without a full
 * stop. */
typedef struct
{
  CopilVerdict verdict;
  char *sentence;
} CopilFinding;

/* Takes the sentence. */
CopilFinding *copil_finding_new (CopilVerdict verdict, char *sentence);
void copil_finding_free (CopilFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilFinding, copil_finding_free)

/* CopilDelegation: a signatory, and how many of its seats are held. */
typedef struct
{
  const char *name;       /* as in the convention ("Ministère de l’Industrie") */
  const char *short_name; /* as in a sentence ("Industrie"), NULL for the name */
  int side;               /* 1, 2, 3; 0 where it is not known */
  guint seats;            /* 0 where the convention gives none */
  guint held;             /* members who count; experts and guests never do */
} CopilDelegation;

typedef enum
{
  COPIL_SCOPE_COMMITTEE, /* the members named */
  COPIL_SCOPE_MEETING    /* those present or represented */
} CopilScope;

/* Judges n delegations by a rule: "fixed" (the seats of each), "parity" (as many on each side),
 * "one_by_party", "free" or NULL. */
CopilFinding *copil_committee_judge (const char *composition, const CopilDelegation *delegations,
                                     guint n, CopilScope scope);

/* Judges who asked for an exceptional meeting ("joint", "party", "conciliation" or NULL, with the
 * short name of the signatory or NULL) by the convention's rule ("joint", "joint_conciliation",
 * "party", "conciliation", "unstated" or NULL). */
CopilFinding *copil_committee_judge_request (const char *rule, const char *requested,
                                             const char *requester);

typedef enum
{
  COPIL_CADENCE_ORDINARY,
  COPIL_CADENCE_PUBLIC
} CopilCadence;

/* Judges each year of the convention, from its start: whether clauses->meetings_per_year meetings
 * were held in it; those of clauses->meetings after today are planned. The dates are sorted. */
CopilFinding *copil_committee_judge_years (const CopilClauses *clauses, CopilCadence cadence,
                                           const char *today);

G_END_DECLS

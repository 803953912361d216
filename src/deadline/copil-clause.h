/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-deadline.h"
#include "copil-rules.h"

G_BEGIN_DECLS

/* CopilClause: a clause of the convention as far as dates follow from it. Values are those of the
 * kind's fields, NULL or 0 where nothing is said. */
typedef struct
{
  gint64 id;
  const char *article, *title, *sort;
  const char *counted_from; /* "signature", "effect", "expiry", "meeting", "year_end",
                               "school_year_end", "fiscal_year_end", "event", "date" or NULL */
  const char *event;        /* name of the events that it is counted from */
  const char *day;          /* the fixed date */
  gint64 number;            /* so many … */
  const char *unit;         /* … "days", "months" or "years" … */
  const char *direction;    /* … "before" or "after" */
  const char *recurrence;   /* "none", "year", "meeting", "school_year" or NULL */
  gint64 limit_day;         /* another limit, the earlier of both counts: a day of the month … */
  gint64 limit_month;       /* … of a month, the next one after what it is counted from, or the
                               last one before it … */
  const char *limit_rule;   /* … "before" that day, or "by" it (NULL too) */
} CopilClause;

/* Something that happened, or will: a meeting of the committee, an event. */
typedef struct
{
  const char *date; /* ISO 8601, valid */
  const char *name; /* of an event; the type of a meeting */
} CopilOccasion;

/* What answers a deadline. */
typedef struct
{
  gint64 id, clause;
  const char *due, *done, *who, *proof;
} CopilFulfilment;

/* What the clauses are reckoned from. Arrays are in the order of their dates. */
typedef struct
{
  CopilTerm term;
  int fiscal_month;         /* the last one of the fiscal year, 0 for December */
  const char *term_article; /* of the clause that says when the convention ends, or NULL */
  const CopilOccasion *meetings;
  guint n_meetings;
  const CopilOccasion *events;
  guint n_events;
  const CopilFulfilment *fulfilments;
  guint n_fulfilments;
} CopilClauseFacts;

/* How many deadlines of one clause are listed at most. */
#define COPIL_CLAUSE_MOST 400

/* The deadlines that follow from the clause on that day, by date: each with its reckoning in words,
 * what is said beside its day, and what answers it. Empty for a clause that sets no date, or whose
 * date cannot be said yet. A yearly meeting is answered by the meeting that was held, a public one
 * by the one that followed. An array of CopilDeadline of the kind "clause". */
GPtrArray *copil_clause_get_deadlines (const CopilClause *clause, const CopilClauseFacts *facts,
                                       const char *today);

/* What the clause waits for, in one sentence of the user's language, where it is counted from
 * something that is not known yet; NULL where it is not. */
char *copil_clause_dup_wanting (const CopilClause *clause, const CopilClauseFacts *facts);

/* How its dates are found, in words: "6 months before the expiry, each year"; NULL for a clause
 * that sets no date. */
char *copil_clause_dup_rule (const CopilClause *clause);

/* The first and the last day of each period of the convention up to that day, in words, the one
 * under way last: an array of strings. */
GPtrArray *copil_term_list_periods (const CopilTerm *term, const char *today);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-actions.h"
#include "copil-table.h"

G_BEGIN_DECLS

/* CopilActionsLine: one row of the table, as it is read. */
typedef struct
{
  CopilRowRole role;
  char *head;
  char **cells; /* one for each column; "–" where it is not known */
} CopilActionsLine;

/* CopilActionsSummary: actions and beneficiaries added up, as documents and the window show them:
 * missing is never zero, and what was declared stands beside what the rows make. */
typedef struct
{
  char *title;          /* of the first column */
  GPtrArray *titles;    /* of the others: strings */
  GPtrArray *lines;     /* of CopilActionsLine */
  GPtrArray *sentences; /* strings: what the declared totals and the rows make of each other, then
                           what contradicts itself */
  char *change; /* « Actions : 2 008 en 2007, 1 731 en 2006 (estimé), soit +16 %. »; NULL where that
                   cannot be told */
} CopilActionsSummary;

/* Adds the actions up: a row for each theme, académie or year. With "columns" COPIL_BY_NOTHING a
 * column for each count, and the declared totals under the sum; else a column for each key of
 * "columns", of that count alone, and where these are years the change from the last but one to
 * the last. */
CopilActionsSummary *copil_actions_summary_new (CopilStore *store, CopilActionsBy rows,
                                                CopilActionsBy columns, CopilCount count,
                                                const CopilActionsFilter *filter);
void copil_actions_summary_free (CopilActionsSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilActionsSummary, copil_actions_summary_free)

/* How many there were in a year: what was declared for the whole of it, else what the rows make
 * where none is missing; -1 where that is not known. "estimated" may be NULL. */
gint64 copil_actions_summary_get_year (CopilStore *store, int year, CopilCount count,
                                       CopilFigureFlags flags, gboolean *estimated);

/* Whether it was declared for that whole year, and for all that is done in it. */
gboolean copil_actions_summary_is_of_year (const CopilDeclared *declared, int year);

/* "+16 %"; NULL where either is not known (-1), or before is zero. */
char *copil_actions_summary_format_change (gint64 before, gint64 after);

/* « 2 · Information sur les métiers », or what rows that say none are called. */
const char *copil_actions_summary_name_key (CopilActionsBy by, const CopilActionsKey *key);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* The list of the clauses: a clause's row, ... */
enum
{
  COPIL_VIEW_CLAUSE_ARTICLE,
  COPIL_VIEW_CLAUSE_TITLE,
  COPIL_VIEW_CLAUSE_SORT,
  COPIL_VIEW_CLAUSE_FROM,
  COPIL_VIEW_CLAUSE_EVENT,
  COPIL_VIEW_CLAUSE_NUMBER,
  COPIL_VIEW_CLAUSE_UNIT,
  COPIL_VIEW_CLAUSE_DIRECTION,
  COPIL_VIEW_CLAUSE_RECURRENCE,
  COPIL_VIEW_CLAUSE_LIMIT_DAY,
  COPIL_VIEW_CLAUSE_LIMIT_MONTH,
  COPIL_VIEW_CLAUSE_LIMIT_RULE,
  COPIL_VIEW_CLAUSE_PARTIES /* their names, with commas */
};
extern const char copil_view_clause_row[];

/* ... and, on the clause "r", what the list is sorted by, searched, and filtered by. */
extern const char copil_view_clause_by_title[];
extern const char copil_view_clause_by_sort[];
extern const char copil_view_clause_searched[];
extern const char copil_view_clause_of_party[];

G_END_DECLS

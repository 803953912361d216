/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-clause.h"
#include "copil-deadline-store.h"

G_BEGIN_DECLS

/* CopilClauseBook: all clauses of a file, and what their dates are reckoned from, as read when it
 * was made. */
typedef struct _CopilClauseBook CopilClauseBook;

/* "day" is the one whose terms of the convention are meant (ISO 8601); NULL for copil_today(). */
CopilClauseBook *copil_clause_book_new (CopilStore *store, const char *day);
void copil_clause_book_free (CopilClauseBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilClauseBook, copil_clause_book_free)

guint copil_clause_book_get_n (CopilClauseBook *book);
const CopilClause *copil_clause_book_get (CopilClauseBook *book, guint place);
const CopilClauseFacts *copil_clause_book_get_facts (CopilClauseBook *book);

/* The ids of those whom the clause binds, a space between; NULL where nobody is named. */
const char *copil_clause_book_get_parties (CopilClauseBook *book, gint64 clause);

/* Adds the deadlines from the first to the last day given, of the clauses and of the convention's
 * own dates where no clause says the same. */
void copil_clause_book_add (CopilClauseBook *book, GPtrArray *deadlines, CopilDeadlineFlags flags,
                            const char *from, const char *to, const char *today);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How dates and clauses are said. */
#pragma once

#include "copil-clause.h"

G_BEGIN_DECLS

/* "6 months", "5 years"; months that make whole years are said in years. */
char *copil_span_dup_words (gint64 number, const char *unit);

/* "27/06/2029 (expiry, article 11)": what a clause is counted from, on that day; again: an
 * anniversary of it. */
char *copil_clause_dup_anchor (const CopilClause *clause, const CopilClauseFacts *facts,
                               const char *date, gboolean again);

/* « article 11 »; the label itself where it is no number. */
char *copil_article_dup_words (const char *article);

/* "27/06/2024 (signature) + 5 years = 27/06/2029"; NULL where the end is not known. */
char *copil_term_dup_reckoning (const CopilTerm *term, const char *today);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* A running SELECT. Statements are kept and used again by the store. SQL functions of our own:
 * copil_today (), copil_late (status, due) or copil_late (status, due, day), copil_progress
 * (status, progress) → 0–100 or NULL (of what was entered: what indicators say is known to
 * copil-figure-store.h alone), copil_fold (text) for comparing without case and accents,
 * copil_months (date, n). */
typedef struct _CopilQuery CopilQuery;

/* Starts a query. "types" has a letter for each parameter that follows: i (gint64: cast it), d
 * (double), t (const char *, NULL for SQL's NULL). Never NULL: where the SQL fails, the query has
 * no rows and the store says "failed". */
CopilQuery *copil_store_query (CopilStore *store, const char *sql, const char *types, ...);

/* The same with an array of text parameters, each bound as an integer where it is one.
 * NULL-terminated or NULL. */
CopilQuery *copil_store_query_strv (CopilStore *store, const char *sql,
                                    const char *const *parameters);

/* The next row; FALSE at the end, and where it fails: see below. */
gboolean copil_query_next (CopilQuery *query);

/* Column values, from 0. Text is NULL for SQL's NULL, and valid until the next step; whatever the
 * file holds, it is legible (copil-legible.h). */
const char *copil_query_text (CopilQuery *query, int column);
gint64 copil_query_int (CopilQuery *query, int column);
double copil_query_double (CopilQuery *query, int column);
/* Whether the text is as the file holds it, and did not have to be made legible. */
gboolean copil_query_is_legible (CopilQuery *query, int column);
gboolean copil_query_is_null (CopilQuery *query, int column);
int copil_query_get_n_columns (CopilQuery *query);

void copil_query_free (CopilQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilQuery, copil_query_free)

/* First column of the first row. */
char *copil_store_query_dup_text (CopilStore *store, const char *sql, const char *types, ...);
gint64 copil_store_query_int (CopilStore *store, const char *sql, const char *types, ...);

G_END_DECLS

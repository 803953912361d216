/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-row-list.h"

G_BEGIN_DECLS

/* Which records of a kind a list shows, and in which order. Expressions and conditions are SQL on
 * the kind's table, "r"; members that are NULL say nothing. */
typedef struct
{
  const CopilKind *kind;
  const char *follows;           /* further kinds whose changes concern the list, or NULL */
  const char *const *conditions; /* all of them hold; NULL ends */
  const char *search;            /* expression of the text that words are sought in */
  const char *words;             /* that it holds, whatever their case and accents; "" for any */
  const char *sort;              /* expression that it is sorted by first; what has none is last */
  gboolean descending;           /* that sort */
  const char *order;             /* ORDER BY; NULL: the kind's own */
} CopilViewList;

/* The rows of records of the kind: "row" is a SELECT of the columns of one, ?1 being its id; NULL
 * where only ids are wanted. Empty until a list is shown in it. */
CopilRowList *copil_view_list_new (CopilStore *store, const char *kind, const char *row);

/* Shows that list in the rows. */
void copil_view_list_show (const CopilViewList *list, CopilRowList *rows);

/* Shows the records to choose from: those whose field "within" leads to that id, where it is not
 * NULL, and whose label, title or name holds what is typed. */
void copil_view_list_show_choices (CopilRowList *rows, const CopilKind *kind, const char *within,
                                   gint64 id, const char *typed);

/* The condition that a choice makes: the pattern with the id, or the text as SQL writes one, where
 * it has %s. */
char *copil_view_list_make_condition (const char *pattern, const char *chosen, gboolean text);

/* The values that the SQL gives in its first column, without NULL; free with g_strfreev(). */
char **copil_view_list_values (CopilStore *store, const char *sql);

/* SQL: what a cell of the field reads, on the kind's table "r"; and the row of a record ?1 made of
 * such cells (strings). */
char *copil_view_list_dup_cell_sql (const CopilKind *kind, const CopilField *field);
char *copil_view_list_dup_row_sql (const CopilKind *kind, GPtrArray *cells);

G_END_DECLS

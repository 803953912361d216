/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-store.h"

G_BEGIN_DECLS

/* One row of a list: its columns as text. The same row object is kept for a record as long as
 * somebody holds it; when the record changes the row is filled again and says notify::revision. */
#define COPIL_TYPE_ROW (copil_row_get_type ())
G_DECLARE_FINAL_TYPE (CopilRow, copil_row, COPIL, ROW, GObject)

/* Which of the list's row queries it came from (0, 1, …), and the record's id. */
guint copil_row_get_sort (CopilRow *row);
gint64 copil_row_get_id (CopilRow *row);
/* Text of a column of the row query; NULL for SQL's NULL, or where the record is gone. */
const char *copil_row_get (CopilRow *row, int column);
gint64 copil_row_get_int (CopilRow *row, int column);

/* A GListModel of CopilRow over a query: it holds the keys, and asks SQLite for a row when somebody
 * looks at it. It follows the store: after a change the keys are read again and only what moved is
 * told. */
#define COPIL_TYPE_ROW_LIST (copil_row_list_get_type ())
G_DECLARE_FINAL_TYPE (CopilRowList, copil_row_list, COPIL, ROW_LIST, GObject)

/* Row queries: NULL-terminated array of SELECTs with one parameter, the id, each giving one row.
 * "kinds" says the kind of each, in the same order: its records are what such rows show. The arrays
 * are copied. */
CopilRowList *copil_row_list_new (CopilStore *store, const char *const *row_queries,
                                  const char *const *kinds);

/* The keys: a SELECT of two columns, the number of the row query and the id, in the order of the
 * list, with parameters as for copil_store_query_strv(). "follows" names further kinds whose
 * changes concern the list (space-separated), or NULL. */
void copil_row_list_set_query (CopilRowList *list, const char *sql, const char *const *parameters,
                               const char *follows);

/* Place of a record, or G_MAXUINT. */
guint copil_row_list_find (CopilRowList *list, guint sort, gint64 id);

/* How often rows were read from SQLite, for tests. */
guint copil_row_list_get_n_reads (CopilRowList *list);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-import.h"
#include "copil-lookup.h"

G_BEGIN_DECLS

/* An import under way. */
typedef struct
{
  CopilStore *store;
  const CopilKind *kind;
  CopilGrid *grid;
  GArray *columns;     /* guint: the column of each field, NO_COLUMN for none */
  guint id_column;     /* NO_COLUMN for none */
  GHashTable *lookups; /* kind's name → CopilLookup */
  gint64 *targets;     /* for each row of the grid the record it updates; 0 for a new one */
  gint64 *new_ids;     /* for each row the id that a new record takes; 0 for any */
  gboolean *changed;   /* for each row whether it changed the record it updates */
} CopilImport;

#define NO_COLUMN G_MAXUINT

/* Finds which record each row updates. */
gboolean copil_import_match (CopilImport *import, GError **error);

/* The lookup of a kind, made when it is first asked for. */
CopilLookup *copil_import_get_lookup (CopilImport *import, const char *kind);

/* The cell of a row for a field; NULL where the table has no such column. */
const CopilCell *copil_import_get_cell (CopilImport *import, const CopilGridRow *row,
                                        const CopilField *field);

/* The canonical text for the field that a cell holds, NULL for a blank one. "owner" helps to tell
 * records of one name apart. The error has no row and no column yet. */
gboolean copil_import_read_cell (CopilImport *import, const CopilField *field,
                                 const CopilCell *cell, gint64 owner, char **value, GError **error);

/* Puts the row, and the column of the field unless that is NULL, before what an error says.
 * Returns FALSE. */
gboolean copil_import_fail_at (CopilImport *import, const CopilGridRow *row,
                               const CopilField *field, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-import.h"
#include "copil-lookup.h"
#include "copil-record.h"

G_BEGIN_DECLS

/* An import under way. */
typedef struct
{
  CopilStore *store;
  const CopilKind *kind;
  CopilGrid *grid;
  guint first;         /* the first row of the grid that is a record */
  char decimal;        /* of numbers: ',' or '.'; 0 for either */
  GArray *columns;     /* guint: the column of each field, NO_COLUMN for none */
  guint id_column;     /* NO_COLUMN for none */
  GHashTable *lookups; /* kind's name → CopilLookup */
  gint64 *targets;     /* for each row of the grid the record it updates; 0 for a new one */
  gint64 *new_ids;     /* for each row the id that a new record takes; 0 for any */
  gboolean *changed;   /* for each row whether it changed the record it updates */
  char **faults;       /* in a preview: for each row why it is refused; NULL otherwise */
  GString **details;   /* in a preview: for each row what it changes */
  GString **doubts;    /* for each row what must be said of it, sentences as lines; NULL for none */
  gboolean *asks;      /* for each row whether it is taken only if somebody says that it is right */
  guint fault_column;  /* of the last failure; NO_COLUMN for the whole row */
} CopilImport;

#define NO_COLUMN G_MAXUINT

/* Whether two headings are the same but for spaces, case and apostrophes. */
gboolean copil_import_same_heading (const char *heading, const char *other);

/* Whether it is the heading of the ids, or of a column that an export adds for the reader. */
gboolean copil_import_is_id (const char *heading);
gboolean copil_import_is_derived (const char *heading);

/* The field that the file remembers for a heading: its name, "id" or "" for a column that is left
 * out; NULL where it remembers nothing. */
char *copil_import_recall (CopilStore *store, const CopilKind *kind, const char *heading);

/* Remembers the names of a mapping that are no field's own. Needs a transaction. */
gboolean copil_import_remember (CopilStore *store, const CopilKind *kind, CopilGrid *grid,
                                const CopilImportMapping *mapping, GError **error);

/* Finds the column of each field by the first row, or by the mapping. */
gboolean copil_import_read_headings (CopilImport *import, GError **error);
gboolean copil_import_read_mapping (CopilImport *import, const CopilImportMapping *mapping,
                                    GError **error);

/* Finds which record each row updates. */
gboolean copil_import_match (CopilImport *import, GError **error);

/* The natural keys of the file and of the rows; see CopilKind. */
typedef struct _CopilImportKeys CopilImportKeys;
CopilImportKeys *copil_import_keys_new (CopilImport *import);
void copil_import_keys_free (CopilImportKeys *keys);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilImportKeys, copil_import_keys_free)

/* Finds the record that has the key of a row and that is not among the claimed ones, 0 for a new
 * one, and says what looks like a double. To be asked for every row in its turn, also for one whose
 * record is known. */
gboolean copil_import_keys_match (CopilImportKeys *keys, guint i, GHashTable *claimed, gint64 *id,
                                  GError **error);

/* How many cells of the row say what the record says. */
guint copil_import_count_same (CopilImport *import, const CopilGridRow *row, gint64 id);

/* Notes a sentence about a row, which is freed. */
void copil_import_doubt (CopilImport *import, guint i, char *sentence);

/* Notes the rows that would make a progress out of all proportion, to be asked about. */
void copil_import_check_progress (CopilImport *import);

/* A row failed. In a preview this is written down, the error freed, and TRUE returned: the import
 * goes on without it. */
gboolean copil_import_forgive (CopilImport *import, guint i, GError **error);

/* The lookup of a kind, made when it is first asked for. */
CopilLookup *copil_import_get_lookup (CopilImport *import, const char *kind);

/* The cell of a row for a field; NULL where the table has no such column. */
const CopilCell *copil_import_get_cell (CopilImport *import, const CopilGridRow *row,
                                        const CopilField *field);

/* The canonical text for the field that a cell holds, NULL for a blank one. "owner" helps to tell
 * records of one name apart. The error has no row and no column yet. */
gboolean copil_import_read_cell (CopilImport *import, const CopilField *field,
                                 const CopilCell *cell, gint64 owner, char **value, GError **error);

/* The same for a field that is no reference; "decimal" as in CopilImportMapping, "unit" what a
 * number is counted in, NULL for none. A percentage is a number of percents where that is the unit,
 * and refused where the unit is another. */
gboolean copil_cell_parse (const CopilField *field, const CopilCell *cell, char decimal,
                           const char *unit, char **value, GError **error);

/* The same for the cell of a row, with the unit that the row, its record (NULL for a new one) and
 * what they refer to say; "values" are those read so far, owners first. */
gboolean copil_import_read_counted (CopilImport *import, const CopilGridRow *row,
                                    CopilRecord *record, char **values, const CopilField *field,
                                    const CopilCell *cell, char **value, GError **error);

/* The record that what a reference names should belong to, as far as the row says; 0 else. */
gint64 copil_import_get_owner (CopilImport *import, const CopilField *field, char **values,
                               CopilRecord *record);

/* What a field says: in the row where the table has a column for it, else in its record; NULL for
 * nothing. */
const char *copil_import_find_value (CopilImport *import, char **values, CopilRecord *record,
                                     const char *name);

/* Puts the row, and the column of the field unless that is NULL, before what an error says.
 * Returns FALSE. */
gboolean copil_import_fail_at (CopilImport *import, const CopilGridRow *row,
                               const CopilField *field, GError **error);

G_END_DECLS

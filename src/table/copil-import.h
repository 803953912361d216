/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-grid.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* How many records an import added, changed, and found to be as the table says; how many rows it
 * would refuse; of how many something must be said, and how many of those it asks about. */
typedef struct
{
  guint added;
  guint changed;
  guint unchanged;
  guint refused;
  guint doubtful;
  guint asked;
} CopilImportCounts;

typedef enum
{
  COPIL_IMPORT_NONE = 0,
  COPIL_IMPORT_CONFIRMED = 1 << 0 /* what the import asks about is right */
} CopilImportFlags;

/* What each column of a table is taken for. */
typedef struct
{
  GPtrArray *fields; /* for each column the name of a field, "id", or "" for one that is left out */
  gboolean header;   /* the first row names the columns */
  char decimal;      /* the decimal mark of numbers: ',' or '.'; 0 for either */
} CopilImportMapping;

/* Guesses it: by the names of the fields, their labels in English, in French and in the user's
 * language, what the file remembers of earlier imports, and words that people use. A column that
 * says nothing is left out. */
CopilImportMapping *copil_import_mapping_guess (CopilStore *store, const CopilKind *kind,
                                                CopilGrid *grid, gboolean header);
void copil_import_mapping_free (CopilImportMapping *mapping);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilImportMapping, copil_import_mapping_free)

/* The kind that the first row names, among those: that of "now" where its columns are fields of it,
 * or where no other kind has every column as a field, and a column for each field that it must
 * have. Of several such kinds, the one
 * that the file has most of, or else with most fields. "kinds" are const CopilKind *. */
const CopilKind *copil_import_guess_kind (CopilStore *store, GPtrArray *kinds, const CopilKind *now,
                                          CopilGrid *grid);

/* Why no row of a table can be taken, and what to do: no column stands for a field that the kind
 * must have. NULL where each such field has its column. The caller's. */
char *copil_import_describe_misfit (const CopilKind *kind, const CopilImportMapping *mapping);

/* Whether the first row looks like names rather than values. */
gboolean copil_import_has_header (CopilStore *store, const CopilKind *kind, CopilGrid *grid);

typedef enum
{
  COPIL_IMPORT_ADDED,
  COPIL_IMPORT_CHANGED,
  COPIL_IMPORT_UNCHANGED,
  COPIL_IMPORT_REFUSED
} CopilImportOutcome;

/* What a row of the table would do. */
typedef struct
{
  guint number; /* of the row, as spreadsheets count */
  CopilImportOutcome outcome;
  char *title;  /* how the record is called; NULL for a refused row */
  char *detail; /* the fields that change, "Status: Planned → Done"; why it is refused, with the
                   name of the cell; may be NULL */
  char *doubt;  /* what must be said of it, sentences as lines: it looks like a double, it replaces
                   another text, its value is out of all proportion; NULL for nothing */
} CopilImportLine;

/* Takes the rows of a table as records of the kind, in one transaction of that name: all rows, or
 * none. A row whose id, or else whose label, or else whose natural key is known updates that
 * record; any other is a new one. Two rows of one key are refused where the kind's key is unique.
 * What must be said of rows is added to "doubts" (an array of strings to be freed; NULL for nobody
 * to hear), each as "row 3: …"; a progress out of all proportion is refused unless it is confirmed.
 * Without a mapping, the first row names the fields, by name, label, or as the file remembers. With
 * one, the names that are no field's are remembered in the file. Fails with G_IO_ERROR or
 * COPIL_STORE_ERROR and one sentence that names the row and, where there is one, the column. */
gboolean copil_import_grid (CopilStore *store, const CopilKind *kind, CopilGrid *grid,
                            const CopilImportMapping *mapping, const char *name,
                            CopilImportFlags flags, CopilImportCounts *counts, GPtrArray *doubts,
                            GError **error);

/* The same as copil_import_preview() below on a copy of the file that is made and thrown away: for
 * any thread. */
GPtrArray *copil_import_preview_copy (CopilStore *store, const CopilKind *kind, CopilGrid *grid,
                                      const CopilImportMapping *mapping, CopilImportCounts *counts,
                                      GError **error);

/* What copil_import_grid() would do, row by row: an array of CopilImportLine that frees them. The
 * file is as it was. Fails where the columns themselves are wrong. */
GPtrArray *copil_import_preview (CopilStore *store, const CopilKind *kind, CopilGrid *grid,
                                 const CopilImportMapping *mapping, CopilImportCounts *counts,
                                 GError **error);

/* Whether a column of that heading stands for the field: its name, or its label in English, in
 * French or in the user's language, whatever the kind of spaces and apostrophes. */
gboolean copil_import_heading_is (const CopilField *field, const char *heading);

G_END_DECLS

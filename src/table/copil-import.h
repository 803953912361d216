/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-grid.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* How many records an import added, changed, and found to be as the table says. */
typedef struct
{
  guint added;
  guint changed;
  guint unchanged;
} CopilImportCounts;

/* Takes the rows of a table as records of the kind, in one transaction of that name: all rows, or
 * none. The first row names the fields. A row whose id, or else whose label, is known updates that
 * record; any other is a new one. Fails with G_IO_ERROR or COPIL_STORE_ERROR and one sentence that
 * names the row and, where there is one, the column. */
gboolean copil_import_grid (CopilStore *store, const CopilKind *kind, CopilGrid *grid,
                            const char *name, CopilImportCounts *counts, GError **error);

/* Whether a column of that heading stands for the field: its name, or its label in English or in
 * the user's language, whatever the kind of spaces and apostrophes. */
gboolean copil_import_heading_is (const CopilField *field, const char *heading);

G_END_DECLS

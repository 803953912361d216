/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "copil-import.h"

G_BEGIN_DECLS

/* The columns of a table, each with its heading, its first values, and the field that it stands
 * for, to choose.
 *
 * Signal: "changed", when the person chose. */
#define COPIL_TYPE_IMPORT_COLUMNS (copil_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (CopilImportColumns, copil_import_columns, COPIL, IMPORT_COLUMNS, GtkWidget)

GtkWidget *copil_import_columns_new (void);

/* Shows the columns of the grid, which is not kept. */
void copil_import_columns_set (CopilImportColumns *columns, const CopilKind *kind, CopilGrid *grid,
                               const CopilImportMapping *mapping);

/* What is chosen, as in CopilImportMapping; the caller's. */
GPtrArray *copil_import_columns_get (CopilImportColumns *columns);

G_END_DECLS

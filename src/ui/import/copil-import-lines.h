/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "copil-import.h"

G_BEGIN_DECLS

/* What an import would do, row by row: what is refused first, as it has to be put right. */
#define COPIL_TYPE_IMPORT_LINES (copil_import_lines_get_type ())
G_DECLARE_FINAL_TYPE (CopilImportLines, copil_import_lines, COPIL, IMPORT_LINES, GtkWidget)

GtkWidget *copil_import_lines_new (void);

/* Shows the lines (CopilImportLine), which are not kept; NULL for none. */
void copil_import_lines_set (CopilImportLines *lines, GPtrArray *shown);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-odf-xml.h"
#include "copil-sheet.h"

G_BEGIN_DECLS

/* Writes one cell of a column of type `column`: its typed value, and the text that is shown. A
 * value that is not of its type is written as text. `shown` is scratch space; `french` decides on
 * the form of numbers. */
void copil_ods_cell_write (CopilXml *xml, const CopilSheetCell *cell, CopilColumnType column,
                           gboolean french, GString *shown);

/* Whether there is something to write: a value, a formula, or more than its column says. */
gboolean copil_ods_cell_is_empty (const CopilSheetCell *cell, CopilColumnType column);

/* Gives a cell or what follows one the name of validation `number` (from 1). */
void copil_ods_validation_name (CopilXml *xml, const char *attribute, guint number);

/* The named styles of the cells of a type, and of the heading above them. */
const char *copil_ods_cell_get_style (CopilColumnType type);
const char *copil_ods_cell_get_heading_style (CopilColumnType type);

/* Appends to `out` the canonical number `value` with exactly `decimals` decimals and its thousands
 * grouped: "-1234.5" gives "-1 234,50" in French. */
void copil_ods_format_number (GString *out, const char *value, int decimals, gboolean french);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-odf-xml.h"
#include "copil-sheet.h"

G_BEGIN_DECLS

/* Writes one cell: its typed value from the canonical text `value`, and the text that is shown.
 * A value that is not of type `type` is written as text. `shown` is scratch space; `french` decides
 * on the form of numbers. */
void copil_ods_cell_write (CopilXml *xml, CopilColumnType type, const char *value, gboolean french,
                           GString *shown);

/* The named styles of the cells of a type, and of the heading above them. */
const char *copil_ods_cell_get_style (CopilColumnType type);
const char *copil_ods_cell_get_heading_style (CopilColumnType type);

/* Appends to `out` the canonical number `value` with exactly `decimals` decimals and its thousands
 * grouped: "-1234.5" gives "-1 234,50" in French. */
void copil_ods_format_number (GString *out, const char *value, int decimals, gboolean french);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-odf-xml.h"
#include "copil-table.h"

G_BEGIN_DECLS

/* Writes the styles that tables need in the part's automatic styles: those of cells and rows, and
 * for table number `number` (from 1) its width and its columns' widths. `width` is the width of the
 * text in hundredths of a millimetre. */
void copil_odt_table_write_common_styles (CopilXml *xml, const char *accent);
void copil_odt_table_write_styles (CopilXml *xml, CopilTable *table, guint number, guint width);

/* Writes table number `number`, after its caption. */
void copil_odt_table_write (CopilXml *xml, CopilTable *table, guint number, gboolean french);

G_END_DECLS

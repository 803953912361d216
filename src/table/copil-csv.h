/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-sheet.h"

G_BEGIN_DECLS

/* A sheet as CSV (RFC 4180, UTF-8), its titles first. Dates are ISO 8601, booleans 1 and 0,
 * percentages whole numbers. "local" is the form that spreadsheets take in a country whose decimal
 * mark is a comma: semicolons between the cells, the comma in numbers, and a byte order mark, by
 * which they know UTF-8. The sheet is used up. Fails with the sheet's own error. */
GBytes *copil_csv_write_bytes (CopilSheet *sheet, gboolean local, GError **error);

/* A text as it stands in a cell of a .csv file: what a spreadsheet would take for a formula (it
 * begins with = + - @, a tab or a carriage return) begins with an apostrophe, unless it is a number
 * or a telephone number ("-5", "+33 1 23 45"). An apostrophe before one of these, or before another
 * such one, gets one more, so that copil_csv_unguard() gives every text back. */
char *copil_csv_guard (const char *text);

/* The text that such a cell holds. */
const char *copil_csv_unguard (const char *cell);

/* Whether the locale's decimal mark is a comma. */
gboolean copil_csv_is_local (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-sheet.h"

G_BEGIN_DECLS

/* A sheet as CSV (RFC 4180, UTF-8), its titles first. Dates are ISO 8601, booleans 1 and 0,
 * percentages whole numbers. "local" is the form that spreadsheets take in a country whose decimal
 * mark is a comma: semicolons between the cells, the comma in numbers, and a byte order mark, by
 * which they know UTF-8. The sheet is used up. Fails with the sheet's own error. */
GBytes *copil_csv_write_bytes (CopilSheet *sheet, gboolean local, GError **error);

/* Whether the locale's decimal mark is a comma. */
gboolean copil_csv_is_local (void);

G_END_DECLS

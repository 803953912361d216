/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-row-list.h"
#include "copil-query.h"

G_BEGIN_DECLS

CopilRow *copil_row_new (guint sort, gint64 id);

/* Takes the columns of the query's first row, none where there is none, and says notify::revision
 * where "tell" is set. */
void copil_row_fill (CopilRow *row, CopilQuery *query, gboolean tell);

G_END_DECLS

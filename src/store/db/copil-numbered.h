/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-record.h"

G_BEGIN_DECLS

/* Records whose labels number them among their siblings: the points of an agenda. Only kinds that
 * are "numbered" have such numbers; the others are never numbered. */

/* Whether the labels of what belongs to that owner are 1, 2, 3… in some order; also where nothing
 * does. */
gboolean copil_store_is_numbered (CopilStore *store, const CopilKind *kind, gint64 owner);

/* The owner of that record where what belongs to it is numbered, else 0: to be asked before records
 * are moved or deleted. */
gint64 copil_store_get_numbered (CopilStore *store, const CopilKind *kind, gint64 id);

/* Numbers what belongs to that owner 1, 2, 3… by its order, inside a transaction. 0 does nothing.
 * Fails with COPIL_STORE_ERROR. */
gboolean copil_store_number (CopilStore *store, const CopilKind *kind, gint64 owner,
                             GError **error);

G_END_DECLS

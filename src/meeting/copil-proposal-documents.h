/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* The documents joined to a meeting or to a point of its agenda, kept in the convention's file. */

/* Over the first, the person is warned that the file grows; over the second it is refused. Bytes.
 */
#define COPIL_JOINED_LARGE (5 * 1024 * 1024)
#define COPIL_JOINED_MOST (25 * 1024 * 1024)

/* Fails with COPIL_STORE_ERROR and one sentence where a document of that size cannot be joined. */
gboolean copil_joined_check_size (const char *name, guint64 size, GError **error);

/* Joins a document to a meeting, and to that item of its agenda (0: to the whole meeting), in a
 * transaction of its own; its size and SHA-256 digest are noted. "mime" or NULL. Returns its id, 0
 * where it failed: it is empty or too large, or the store refused it. */
gint64 copil_joined_add (CopilStore *store, gint64 meeting, gint64 item, const char *name,
                         const char *mime, GBytes *data, GError **error);

/* The bytes of a joined document, checked against their digest. NULL with a sentence where they are
 * not there, or not the ones that were joined. */
GBytes *copil_joined_get (CopilStore *store, gint64 document, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* The documents joined to a meeting, to a point of its agenda or to a fiche action, kept in the
 * convention's file. Their kind is "attachment" (of a meeting) or "fiche_document". */

/* Over the first, the person is warned that the file grows; over the second it is refused. Over the
 * third, all joined documents together, the person is warned too. Bytes. */
#define COPIL_JOINED_LARGE (5 * 1024 * 1024)
#define COPIL_JOINED_MOST (25 * 1024 * 1024)
#define COPIL_JOINED_ALL_LARGE (50 * 1024 * 1024)

/* Fails with COPIL_STORE_ERROR and one sentence where a document of that size cannot be joined. */
gboolean copil_joined_check_size (const char *name, guint64 size, GError **error);

/* Joins a document to the meeting or the fiche "parent", and to that item of the meeting's agenda
 * (0: to the whole), in a transaction of its own; its size and SHA-256 digest are noted. "mime" or
 * NULL. Returns its id, 0 where it failed: it is empty or too large, or the store refused it. */
gint64 copil_joined_add (CopilStore *store, const char *kind, gint64 parent, gint64 item,
                         const char *name, const char *mime, GBytes *data, GError **error);

/* The bytes of a joined document, checked against their digest. NULL with a sentence where they are
 * not there, or not the ones that were joined. */
GBytes *copil_joined_get (CopilStore *store, const char *kind, gint64 document, GError **error);

/* The size of all documents joined in the file, in bytes. */
guint64 copil_joined_get_total (CopilStore *store);

/* The same of those joined to one meeting or fiche. */
guint64 copil_joined_get_size (CopilStore *store, const char *kind, gint64 parent);

/* Whether the document of that size deserves a warning, in a file whose documents have "total"
 * bytes with it: one sentence; NULL where it does not. */
char *copil_joined_warn (const char *name, guint64 size, guint64 total);

G_END_DECLS

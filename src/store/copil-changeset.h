/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the bytes are a changeset of the session extension, about tables of records only. A file
 * may hold anything in its journal, and SQLite's own reading of changesets trusts them. */
gboolean copil_changeset_is_sound (const guint8 *bytes, gsize size);

G_END_DECLS

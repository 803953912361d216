/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

/* Everything that can be made of a file, one after the other: for tests with files that are not to
 * be trusted. */

/* How many there are, and what each is called, with its ending. */
guint all_documents_get_n (void);
const char *all_documents_get_name (guint number);

/* Makes one at the path, as the command line and the window do. FALSE with the error set. */
gboolean all_documents_write (CopilStore *store, guint number, const char *path, GError **error);

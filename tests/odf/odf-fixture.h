/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A folder of its own for each test: its path, and at the end a check that only the `kept` named
 * file is left in it (NULL: nothing), before all is removed. */
char *odf_fixture_folder (void);
void odf_fixture_end (const char *folder, const char *kept);

/* Returns the text of part `name` of the package at `path`, or NULL if there is none. */
char *odf_fixture_part (const char *path, const char *name);

/* From now on no file of this process can grow beyond `bytes` (0: no limit): a disk that is full.
 */
void odf_fixture_limit_files (gsize bytes);

G_END_DECLS

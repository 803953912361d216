/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Folders for what is needed for a while only. Each is marked by a lock that lives as long as its
 * process, so that what a process left behind that was killed can be told from what another one is
 * using, and is swept away. Any thread. */

/* Makes a folder that only this person may enter, among the temporary files; the path, the
 * caller's, or NULL with a GFileError. */
char *copil_temporary_new (GError **error);

/* Removes such a folder and all that is in it; never follows a link. */
void copil_temporary_remove (const char *folder);

/* Removes those that nobody uses any more. */
void copil_temporary_sweep (void);

G_END_DECLS

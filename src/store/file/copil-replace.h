/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-store.h"

G_BEGIN_DECLS

/* Reading and writing a user's file, wherever GIO reaches it. Any thread. All fail with
 * COPIL_STORE_ERROR, or G_IO_ERROR_CANCELLED, and one sentence. */

/* The file that the name leads to, symbolic links followed, also where nothing is there yet. */
GFile *copil_replace_resolve (GFile *location);

/* Fails where the name is not that of an ordinary file of a size that can be opened; MISSING where
 * nothing is there. */
gboolean copil_replace_check_regular (GFile *target, GCancellable *cancellable, GError **error);

/* Whether the file, or the folder where it is to be, can be written, as far as is known. */
gboolean copil_replace_may_write (GFile *target, GCancellable *cancellable);

/* Digest of what stands there: two files of the same digest are the same. */
char *copil_replace_read_digest (GFile *target, GCancellable *cancellable, GError **error);

/* Copies it to a local path, over what is there; the digest is that of the copy. */
gboolean copil_replace_fetch (GFile *target, const char *path, char **digest,
                              GCancellable *cancellable, GError **error);

/* A mark that changes with the file, cheap to read; NULL where nothing is there. */
char *copil_replace_dup_mark (GFile *target, GCancellable *cancellable);

/* Puts the local file at the place of the user's file, whole and at once: written beside, brought
 * to the disk, read again, renamed. The permissions and other attributes of the old file stay;
 * where none is there, those that it had (copil_attributes_read(), or NULL) are given. On failure
 * the old file is untouched and nothing is left beside it. Where "mark" is given and the file's is
 * another one in the end, it fails with COPIL_STORE_ERROR_CONFLICT: look again. */
gboolean copil_replace_put (const char *path, GFile *target, gboolean overwrite, const char *digest,
                            const char *mark, const char *attributes, GCancellable *cancellable,
                            GError **error);

/* Puts the local file beside the user's file under a name of its own, "Name (label, date).copil",
 * with the same attributes. Returns the name as it is shown. */
char *copil_replace_put_beside (const char *path, GFile *target, const char *label,
                                const char *attributes, GCancellable *cancellable, GError **error);

/* Brings a local file, and its name, to the disk: what is copied is not there until then. */
gboolean copil_replace_settle (const char *path, GError **error);

/* Removes what a crash may have left beside the user's file. */
void copil_replace_clean (GFile *target);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Who may do what with a user's file, and what else its system notes of it: owner, group, mode,
 * access list, extended attributes. In one line of text, so that it outlives the file. Any thread.
 */

/* What the file has; NULL where nothing is there, or it is not on this computer's own file systems.
 */
char *copil_attributes_read (GFile *file);

/* Gives it to a local file that is ours alone until then. What may not be given is no reason to
 * fail, but nobody gains access by it: where the group or the access list cannot be had, the group
 * gets no more than everybody. Where "attributes" is NULL, the file stays as it is. */
void copil_attributes_give (const char *attributes, GFile *file);

/* By how many names (hard links) the file is known; 1 where that cannot be told. */
guint copil_attributes_count_names (GFile *file);

G_END_DECLS

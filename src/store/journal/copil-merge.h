/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

typedef enum
{
  COPIL_MERGE_ASK,   /* a conflict changes nothing and is listed */
  COPIL_MERGE_OURS,  /* the store's own value stays */
  COPIL_MERGE_THEIRS /* the other file's value is taken */
} CopilMergeChoice;

/* Brings what another copy of the same convention holds into the store, as one entry that can be
 * undone; merging twice changes nothing. The path is that of a local .copil file, which is only
 * read. Sentences that name each field changed on both sides to different values ("Engagement
 * 4.1.1: Status: “Done” / “In progress”", ours first) are appended to "conflicts", which may be
 * NULL. Fails with COPIL_STORE_ERROR_CONFLICT where there are some and the choice is to ask, and as
 * copil_store_open() for the other file. */
gboolean copil_store_merge (CopilStore *store, const char *path, CopilMergeChoice choice,
                            GPtrArray *conflicts, GError **error);

/* The same, and appends sentences about what came to "told" (strings, or NULL): whose changes and
 * which, and which records have another number now, because both sides had given the same. */
gboolean copil_store_merge_telling (CopilStore *store, const char *path, CopilMergeChoice choice,
                                    GPtrArray *conflicts, GPtrArray *told, GError **error);

/* Whether the other store's journal has entries that this one's has not: how many. */
guint copil_store_count_missing (CopilStore *store, CopilStore *other);

/* The mark that all copies of a convention share, NULL where the file has none. */
char *copil_store_dup_uuid (CopilStore *store);

G_END_DECLS

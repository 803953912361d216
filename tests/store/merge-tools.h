/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-merge.h"

/* Copies of one convention; a and b are there at first. */
typedef struct
{
  char *folder;
  char *path[3];
  CopilStore *store[3];
  gint64 axis, measure, person, party, engagement[12];
} Merging;

#define A 0
#define B 1
#define C 2

/* As fixtures. */
void merging_set_up (Merging *fixture, gconstpointer data);
void merging_tear_down (Merging *fixture, gconstpointer data);

const CopilKind *merging_kind_of (const char *name);
char *merging_text_of (gint64 id);

/* Changes that must succeed; the first needs a transaction. */
gint64 merging_add (CopilStore *store, const char *kind, const char *f1, const char *v1,
                    const char *f2, const char *v2);
void merging_begin (CopilStore *store);
void merging_commit (CopilStore *store);
void merging_edit (CopilStore *store, const char *kind, gint64 id, const char *field,
                   const char *value);
void merging_drop (CopilStore *store, const char *kind, gint64 id);

/* A field's value, "gone" where the record is. */
char *merging_get (CopilStore *store, const char *kind, gint64 id, const char *field);
#define assert_value(store, kind, id, field, expected)                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *got = merging_get (store, kind, id, field);                                   \
    g_assert_cmpstr (got, ==, expected);                                                           \
  }                                                                                                \
  G_STMT_END

guint merging_count_entries (CopilStore *store);

/* Makes one copy a copy of another. */
void merging_copy_store (Merging *fixture, int from, int to);

/* Merges a snapshot, as a file that comes by mail is merged: in any way, without any conflict, or
 * with a choice (gives the number of conflicts). */
gboolean merging_merge (Merging *fixture, int into, int from, CopilMergeChoice choice,
                        GPtrArray *conflicts, GError **error);
void merging_merge_well (Merging *fixture, int into, int from);
guint merging_merge_choosing (Merging *fixture, int into, int from, CopilMergeChoice choice);

/* All records of all kinds, as one text. */
char *merging_dump (CopilStore *store);
void merging_assert_same (Merging *fixture, int a, int b);

/* How many seeds a random walk takes: COPIL_TEST_SEEDS, or the usual number. */
guint merging_count_seeds (guint usual);

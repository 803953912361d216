/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-merge.h"
#include "copil-store-private.h"

G_BEGIN_DECLS

/* A reference from one table to another. */
typedef struct
{
  char *table, *column;
  char *parent;
  gboolean cascade; /* else it becomes NULL where the parent goes */
} CopilLink;

/* One entry of a side's journal. */
typedef struct
{
  gint64 id, part_of, undone; /* as that side numbers them; what undo or redo acted on */
  gint64 mark;                /* its id where it was first written, the same in all copies */
  CopilVerb verb;
  gint64 twin;  /* its id on the other side; 0 where that has not the entry */
  gint64 taken; /* its id where the other side takes it over */
} CopilMergeEntry;

/* One side's journal, compared with the other's. */
typedef struct
{
  CopilStore *store;
  GArray *entries; /* CopilMergeEntry, in order */
  GPtrArray *only; /* CopilMergeEntry, in order: those that the other side has not */
  gboolean clean;  /* no merge among those has a part that the other side knows */
} CopilMergeSide;

/* A merge under way, inside a transaction of the store and with foreign keys off. */
typedef struct
{
  CopilStore *store;
  CopilStore *ours;   /* as it was before */
  CopilStore *theirs; /* the other file */
  CopilMergeChoice choice;
  GPtrArray *conflicts;
  GPtrArray *numbered; /* sentences: which records have another number now */
  GPtrArray *tables;   /* names of all tables with records */
  GHashTable *columns; /* table → strv */
  GPtrArray *links;    /* CopilLink */
  GHashTable *told;    /* set of "kind id": deleted on one side, and said so */
  GHashTable *restored;
} CopilMerging;

CopilMerging *copil_merging_new (CopilStore *store, CopilStore *ours, CopilStore *theirs,
                                 CopilMergeChoice choice, GPtrArray *conflicts);
void copil_merging_free (CopilMerging *merging);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilMerging, copil_merging_free)

/* Brings a changeset, of what they changed since the state both sides share, into the store. */
gboolean copil_merging_apply (CopilMerging *merging, const void *changeset, int size,
                              GError **error);

/* --- sides (copil-merge-sides.c) --- */

/* Reads both journals, and tells which entries both have: those with the same mark and the same
 * content. */
void copil_merge_sides_read (CopilMergeSide *ours, CopilStore *store, CopilMergeSide *theirs,
                             CopilStore *other);
void copil_merge_side_clear (CopilMergeSide *side);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CopilMergeSide, copil_merge_side_clear)

/* Gives each entry that only they have an id in our journal: its own, where that is free. Sets the
 * last of them. */
gboolean copil_merge_sides_place (CopilMergeSide *ours, CopilMergeSide *theirs, gint64 *last,
                                  GError **error);

/* Entries of the other's journal become ours, as they were placed; those without a merge (0) that
 * they came with are their own part. */
gboolean copil_merge_sides_take (CopilMergeSide *ours, CopilMergeSide *theirs, gint64 merge,
                                 GError **error);

/* What they did, in a few words: the names of their changes. NULL where they left nothing. "author"
 * is set to the persons who made them, or NULL. */
char *copil_merge_side_dup_summary (CopilMergeSide *theirs, char **author);

/* --- numbers (copil-merge-numbers.c) --- */

/* Which of two different numbers of one record both sides come to: -1 for ours, 1 for theirs; 0
 * where the field is none that the program numbers, or the usual rules hold. "base" is what both
 * had, or NULL. */
int copil_merging_choose_number (CopilMerging *merging, const CopilKind *kind, gint64 id,
                                 const char *column, sqlite3_value *base, sqlite3_value *ours,
                                 sqlite3_value *theirs);

/* Records that each side gave the same number get different ones: the one that came first, or
 * stands in validated minutes, keeps it. */
gboolean copil_merging_number (CopilMerging *merging, GError **error);

/* --- rows (copil-merge-rows.c) --- */

/* One row is gone on one side and was changed on the other: says so, once for each record. */
void copil_merging_tell_deleted (CopilMerging *merging, const char *table, gint64 id,
                                 gboolean deleted_here);

gboolean copil_merging_has_row (CopilStore *store, const char *table, gint64 id);

/* Brings a record back with what belonged to it, and what it belonged to. */
gboolean copil_merging_restore (CopilMerging *merging, CopilStore *source, const char *table,
                                gint64 id, GError **error);

/* Removes what refers to nothing, or brings back what it refers to, as the choice says. */
gboolean copil_merging_settle_references (CopilMerging *merging, GError **error);

/* Runs a statement with such parameters: i for gint64, t for text, v for sqlite3_value. */
gboolean copil_merging_run (CopilStore *store, const char *sql, GError **error, const char *types,
                            ...);

G_END_DECLS

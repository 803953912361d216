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

/* A merge under way, inside a transaction of the store and with foreign keys off. */
typedef struct
{
  CopilStore *store;
  CopilStore *ours;   /* as it was before */
  CopilStore *theirs; /* the other file */
  CopilMergeChoice choice;
  GPtrArray *conflicts;
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

/* Runs a statement with such parameters: i for gint64, v for sqlite3_value. */
gboolean copil_merging_run (CopilStore *store, const char *sql, GError **error, const char *types,
                            ...);

G_END_DECLS

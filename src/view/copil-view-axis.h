/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* An axis of the convention. */
typedef struct
{
  gint64 id;
  char *label, *title; /* or NULL */
  char *shown;         /* « 4 · Orientation », or without the label; empty where it has none */
} CopilViewAxis;

/* The axes in their order: CopilViewAxis, freed with the array. */
GPtrArray *copil_view_list_axes (CopilStore *store);

/* The engagements of an axis; those of all of them where it is 0. */
typedef struct
{
  guint all, done, late;
} CopilViewAxisCounts;

CopilViewAxisCounts copil_view_count_axis (CopilStore *store, gint64 axis);

/* How many engagements are late in each axis that has late ones: counts by id (gint64); free with
 * g_hash_table_unref(). */
GHashTable *copil_view_count_late (CopilStore *store);

/* The indicators of a record ?1, as copil_links_new() asks for them. */
extern const char copil_view_indicators_of_axis[];
extern const char copil_view_indicators_of_measure[];
extern const char copil_view_indicators_of_engagement[];
extern const char copil_view_indicators_of_fiche[];

G_END_DECLS

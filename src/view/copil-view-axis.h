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

/* The engagements of an axis. */
typedef struct
{
  guint all, done, late;
} CopilViewAxisCounts;

CopilViewAxisCounts copil_view_count_axis (CopilStore *store, gint64 axis);

/* The first axis that has an engagement "e" which the filter leaves (copil_filter_bar_build_sql()),
 * with its parameters; 0 for none. */
gint64 copil_view_find_axis (CopilStore *store, const char *filter, const char *const *parameters);

/* The indicators of a record ?1, as copil_links_new() asks for them. */
extern const char copil_view_indicators_of_axis[];
extern const char copil_view_indicators_of_measure[];
extern const char copil_view_indicators_of_engagement[];
extern const char copil_view_indicators_of_fiche[];

G_END_DECLS

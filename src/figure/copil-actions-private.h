/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-actions.h"

G_BEGIN_DECLS

/* CopilAction: a row as it is read. */
typedef struct
{
  gint64 id;
  char *title;
  gint64 theme; /* 0 for none */
  char *theme_name;
  char *academie;
  char *start, *finish;
  int year; /* 0 where no date says it */
  gboolean declared, estimated;
  char *note;
  gint64 counts[COPIL_N_COUNTS]; /* as entered; -1 where the row does not say */
} CopilAction;

/* All that the filter lets through, declared totals included, themes in their order. */
GPtrArray *copil_actions_load (CopilStore *store, const CopilActionsFilter *filter);

/* What a row tells of a count: as entered, else made of its parts; -1 for nothing. */
gint64 copil_action_get_count (const CopilAction *action, CopilCount count);

/* The sentence for parts that do not make the whole, or NULL: young people with COPIL_COUNT_YOUNG,
 * staff with COPIL_COUNT_STAFF. */
char *copil_action_check_parts (const gint64 *counts, CopilCount whole);

/* CopilSums: the totals of some rows while they are added up. */
typedef struct
{
  CopilTotal totals[COPIL_N_COUNTS];
  GHashTable *academies; /* names, NULL while there is none */
  guint n_numbers;       /* rows that give a number of académies without naming one */
} CopilSums;

void copil_sums_add (CopilSums *sums, const CopilAction *action);
void copil_sums_clear (CopilSums *sums);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-runs.h"

G_BEGIN_DECLS

typedef enum
{
  COPIL_LIST_BULLET,
  COPIL_LIST_NUMBER,
} CopilListKind;

/* CopilList: a bullet or numbered list; its items are nested on up to three levels. */
#define COPIL_TYPE_LIST (copil_list_get_type ())
G_DECLARE_FINAL_TYPE (CopilList, copil_list, COPIL, LIST, GObject)

#define COPIL_LIST_LEVELS 3

CopilList *copil_list_new (CopilListKind kind);
/* Bullets or numbers. */
CopilListKind copil_list_get_kind (CopilList *list);

/* Adds an item at `level` 1 to 3. A level more than one below the last item's is brought up to it,
 * so that no item lacks its parent. Takes `runs`. */
void copil_list_add (CopilList *list, guint level, CopilRuns *runs);

/* Adds a plain item at `level`. */
void copil_list_add_text (CopilList *list, guint level, const char *text);

/* The number of items, of all levels. */
guint copil_list_get_n_items (CopilList *list);

/* Returns the text of item `i`, and its level in `level`. */
CopilRuns *copil_list_get_item (CopilList *list, guint i, guint *level);

G_END_DECLS

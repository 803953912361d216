/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* One thing that an entry of the journal did to a record. */
typedef struct
{
  const char *kind;
  gint64 id;
  const char *field; /* the column that changed; NULL for a record that came or went */
  gboolean came;     /* it came with the entry */
  gint64 owner;      /* of one that came or went: what it belonged to, 0 for none */
} CopilTouch;

/* Returns TRUE to stop. */
typedef gboolean (*CopilTouchFunc) (const CopilTouch *touch, gpointer data);

/* Calls the function with what the entries of the journal did, the newest first and without what
 * the program noted by itself, until it says TRUE: returns the day (ISO 8601) of that entry, or
 * NULL. Entries that cannot be read are passed over. */
char *copil_store_find_touch (CopilStore *store, CopilTouchFunc func, gpointer data);

/* The same with what the entry did that undo would take back. */
void copil_store_look_at_undo (CopilStore *store, CopilTouchFunc func, gpointer data);

G_END_DECLS

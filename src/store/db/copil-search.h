/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"
#include "copil-terms.h"

G_BEGIN_DECLS

/* A record that holds what is looked for. */
typedef struct
{
  const CopilKind *kind;
  gint64 id;
  const CopilField *field; /* the one that holds most of it */
  gboolean titled;         /* all of it stands in what the record is called by */
  char *title;             /* as lists show it: "4.1.1 Accueil de collégiens" */
  char *excerpt;           /* the words around it, in that field */
} CopilHit;

/* All records that hold what is looked for, by kind, the best first; CopilHit, freed with the
 * array; no more than "most" of a kind, 0 for all. It goes through all records, any thread's store.
 */
GPtrArray *copil_store_search (CopilStore *store, CopilTerms *terms, guint most);

/* --- the same in no time, for who types --- */

/* An index of all texts of a store, made in a thread of its own, and kept up with it.
 *
 * Signals:
 *   "ready"  it is made, or follows a change */
#define COPIL_TYPE_SEARCH (copil_search_get_type ())
G_DECLARE_FINAL_TYPE (CopilSearch, copil_search, COPIL, SEARCH, GObject)

CopilSearch *copil_search_new (CopilStore *store);

/* Whether it is made; what is looked for before that is not found. */
gboolean copil_search_is_ready (CopilSearch *search);

/* As copil_store_search(), "most" of each kind; empty before it is ready. How many of a kind there
 * are in all is told by copil_search_count(): G_MAXUINT where that cannot be told at once. */
GPtrArray *copil_search_find (CopilSearch *search, CopilTerms *terms, guint most);
guint copil_search_count (CopilSearch *search, CopilTerms *terms, const CopilKind *kind);

G_END_DECLS

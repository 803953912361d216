/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-query.h"
#include "copil-search.h"

G_BEGIN_DECLS

void copil_hit_free (gpointer hit);

/* Whether a field is looked into. */
gboolean copil_search_is_read (const CopilField *field);

/* SELECT of the id and of all such fields, of the record ?1 or of all in their order. */
char *copil_search_dup_sql (const CopilKind *kind, gboolean one);

/* The texts of such a row, normalized. */
char *copil_search_dup_texts (CopilQuery *query);

/* Adds what is found in all records of a kind, no more than "most" of them; 0 for all. */
void copil_search_go_through (CopilStore *store, const CopilKind *kind, CopilTerms *terms,
                              guint most, GPtrArray *hits);

/* What is found in such a row. */
CopilHit *copil_search_make_hit (CopilStore *store, const CopilKind *kind, CopilQuery *query,
                                 CopilTerms *terms);

G_END_DECLS

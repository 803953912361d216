/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-passage.h"

G_BEGIN_DECLS

CopilPassage *copil_passage_new (void);
void copil_passage_free (gpointer proposal);

/* The stored words for states and changes. */
const char *copil_passage_state_name (CopilPassageState state);
const char *copil_passage_change_name (CopilPassageChange change);

/* What stands under axes and measures, and what stands at the top. */
gboolean copil_passage_is_leaf (CopilDraftKind kind);
gboolean copil_passage_is_top (CopilDraftKind kind);

/* Says for each what it stands under and how much stands under it; first mends levels that cannot
 * be. TRUE where one was mended. */
gboolean copil_passages_settle (GPtrArray *proposals);

/* Whether it is to be accepted or set aside. Engagements of an article that is no axis are no
 * proposals until it becomes one; under what is aside, nothing is proposed. */
gboolean copil_passages_is_open (GPtrArray *proposals, const CopilPassage *proposal);

/* The draft as proposals with ids, not stored yet; "text" is what it was read from. */
GPtrArray *copil_passages_from_draft (CopilDraft *draft, const char *text);

/* Where a piece stands in the text between two bytes: capitals, spaces, bullets, markup and hyphens
 * at line ends are not compared. FALSE where it does not, and start and end stay. */
gboolean copil_passage_find_words (const char *text, gsize from, gsize to, const char *piece,
                                   gsize *start, gsize *end);

/* The words of a text, folded, without the sign at its end, which depends on what follows. Free
 * with g_free(). */
char *copil_passage_dup_words (const char *text);

/* The parts of a first reading, by field; free with g_strfreev(). */
char *copil_passage_dup_reading (const CopilPassage *proposal, GPtrArray *proposals);
extern const char *const copil_passage_reading_fields[];
/* Lines of a reading: its fields, which heading it stands under, what it was taken for. */
#define COPIL_PASSAGE_READING_LINES 9
#define COPIL_PASSAGE_READING_PLACE 7

/* Compares proposals with what the file holds: see copil_source_take(). */
void copil_passages_compare (CopilStore *store, GPtrArray *proposals, const char *text);

/* Accepts within a transaction of the caller's. */
gboolean copil_passages_accept_inside (CopilStore *store, GPtrArray *proposals, const gint64 *ids,
                                       guint n, gboolean sure, GError **error);

/* The clause that a field of the convention stands in, where it is one and none of its sort is
 * recorded yet: with its article and its words. Within a transaction. */
gboolean copil_passage_add_clause (CopilStore *store, const CopilPassage *proposal, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What somebody searches for: words in any order, each the beginning of a word of the text; «
 * "exact phrase" »; « -without ». Compared folded (copil-fold.h), whatever stands between words. */
typedef struct _CopilTerms CopilTerms;

/* Reads what was typed; NULL where there is no word in it that is looked for. */
CopilTerms *copil_terms_parse (const char *typed);
void copil_terms_free (CopilTerms *terms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilTerms, copil_terms_free)

/* A text as it is compared: its folded words with a space before, between and after them; "" for
 * NULL. */
char *copil_terms_normalize (const char *text);

/* Whether all that is looked for stands in the normalized texts, which hold it together, and
 * nothing that is left out does. */
gboolean copil_terms_match (CopilTerms *terms, const char *normalized);

/* How much of what is looked for stands in one of the normalized texts. */
guint copil_terms_count (CopilTerms *terms, const char *normalized);
guint copil_terms_get_n (CopilTerms *terms);

/* The words around what is found first in a text, in one line, with "…" where it is cut; "length"
 * is about how many characters. The first of it where nothing is. */
char *copil_terms_excerpt (CopilTerms *terms, const char *text, guint length);

/* --- for an index ---
 *
 * Words are kept by their first letters, so that what somebody types is looked up and not gathered:
 * a beginning of so many letters is one entry. What is found is then compared whole. */
#define COPIL_TERMS_STEM 10

/* Normalized texts with their words cut to so many letters. */
char *copil_terms_cut (const char *normalized);

/* What is looked for as a query of SQLite's FTS5 on such texts, with its index of beginnings of up
 * to COPIL_TERMS_STEM letters. "exact" is set to whether it finds nothing but what matches. */
char *copil_terms_to_fts (CopilTerms *terms, gboolean *exact);

G_END_DECLS

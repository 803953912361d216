/* SPDX-License-Identifier: GPL-3.0-or-later */
/* French text without its capitals, accents and apostrophes; numbers and dates in it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text in small letters without accents, ligatures, typographic apostrophes or spaces of
 * several kinds: "L’Éducation  nationale" gives "l'education nationale". Free with g_free(). */
char *copil_text_fold (const char *text);

/* The text with accents joined to their letters: "e" and an accent behind it become "é". Takes a
 * time that grows with the text only, whatever is in it; g_utf8_normalize() does not. Free with
 * g_free(). */
char *copil_text_compose (const char *text);

/* A group of a match as a number: digits, or French words up to cent ("trois", "vingt-quatre",
 * "un", "d'un"); 0 where it is none. Takes folded text. */
int copil_text_number (const char *folded);

/* The first whole date in a folded text ("23/11/2021", "10 septembre 2018", "1er mars 2007") as an
 * ISO 8601 date, or NULL. "at" (may be NULL) is set to its offset. Free with g_free(). */
char *copil_text_find_date (const char *folded, gsize *at);

G_END_DECLS

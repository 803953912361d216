/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines joined again, with the words that their ends divide. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adds the words of a line that have a hyphen inside the line ("sous-traitant") to a set of
 * strings that owns them. */
void copil_text_note_hyphens (GHashTable *hyphens, const char *line);

/* "one" with "two" behind it: a space between them, or none where a word was divided; its hyphen
 * goes, unless the set has the word with it. Free with g_free(). */
char *copil_text_join (GHashTable *hyphens, const char *one, const char *two);

/* Whether a line is the place and date of a signature, which always stand alone. */
gboolean copil_text_is_dated (const char *line);

G_END_DECLS

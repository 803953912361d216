/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What may stand in a text of the file: valid UTF-8 without control characters (but tabs and ends
 * of line) and without what Unicode keeps for no character. Nothing else can be shown, nor written
 * into a document. The store asks this of every text that enters or leaves it. */

/* Whether the bytes are such a text; length -1 where they end with a zero. */
gboolean copil_text_is_legible (const char *bytes, gssize length);

/* A text of what can be read of the bytes: U+FFFD stands for each byte that is no UTF-8, a space
 * for vertical tabs, form feeds and next lines; other control characters are left out. */
char *copil_text_make_legible (const char *bytes, gssize length);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* French typography of running text. Pure functions; applying one twice changes nothing more. */

/* Returns `text` (UTF-8) with the spaces that French asks for: U+202F before ; ! ? and inside « »,
 * U+00A0 before the colon. Addresses (with :// or @ or www.), times (14:30) and no-break spaces
 * that are already there are left alone. */
char *copil_typography_french (const char *text);

/* The same; `marks` are `n_marks` byte offsets in `text`, in ascending order, that are moved to the
 * matching offsets in the result: the ends of the styled runs of a paragraph. */
char *copil_typography_french_marked (const char *text, gsize *marks, guint n_marks);

/* Whether `language` ("fr-FR", "fr", "en-GB", …) is French. */
gboolean copil_typography_is_french (const char *language);

G_END_DECLS

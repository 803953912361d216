/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How texts are compared by people: the one place for searching and for sorting. SQL has it as
 * copil_fold (). */

/* Text (UTF-8) without accents, case and typographic forms: "Mise en Œuvre" gives "mise en oeuvre",
 * æ is ae and ’ is '. A character is folded without regard to its neighbours. NULL for NULL and for
 * what is not UTF-8. */
char *copil_fold (const char *text);

/* The same for a name or a key: without the spaces around it, and with one where there are several.
 * "" for NULL and for what is not UTF-8. */
char *copil_fold_name (const char *text);

/* Sorts by the folded texts, and equal ones by the texts themselves: -1, 0 or 1 as strcmp(); NULL
 * comes first. */
int copil_collate (const char *a, const char *b);

G_END_DECLS

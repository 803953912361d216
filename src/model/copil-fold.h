/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text as it is searched, sorted and compared: without accents, case and the kinds of
 * apostrophe. A character is folded without regard to its neighbours. NULL for NULL and for what is
 * not UTF-8. */
char *copil_fold (const char *text);

/* The same for a name or a key: without the spaces around it, and with one where there are several.
 * "" for NULL and for what is not UTF-8. */
char *copil_fold_name (const char *text);

G_END_DECLS

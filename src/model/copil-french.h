/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tables travel: what was filled in under a French window is read under an English one, and the
 * other way round. The labels of fields and choices are therefore known in both languages, whatever
 * the session speaks and whether its catalogue is installed. */

/* The French of an English label of a field, of a choice, of yes and no; NULL where there is none.
 */
const char *copil_french (const char *english);

/* Whether a text is that English label, or what the user's language or French has for it. Case,
 * accents, apostrophes and kinds of space do not count. */
gboolean copil_label_is (const char *english, const char *text);

G_END_DECLS

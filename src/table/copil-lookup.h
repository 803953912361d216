/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* Finds the records of one kind by what people call them: their id, label, title, name or short
 * name, or label and title together. Case, accents and kinds of space do not count, unless they
 * tell two records apart. */
typedef struct _CopilLookup CopilLookup;

CopilLookup *copil_lookup_new (CopilStore *store, const CopilKind *kind);
void copil_lookup_free (CopilLookup *lookup);

/* The record that a text names; where several bear the name, the one that belongs to "owner" (0:
 * not known). 0 with one sentence where there is none, or more than one. */
gint64 copil_lookup_find (CopilLookup *lookup, const char *text, gint64 owner, GError **error);

/* The same for several, separated by commas, semicolons or line ends; a name may hold a comma
 * itself. Gives their ids in rising order with a space between. */
char *copil_lookup_find_all (CopilLookup *lookup, const char *text, gint64 owner, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilLookup, copil_lookup_free)

G_END_DECLS

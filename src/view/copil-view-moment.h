/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* When an entry of the journal was made, in the time of this place: « 12 mars 2024, 14:32 »; its
 * day (2024-03-12) where "day" is given. "" for an entry that is not there. */
char *copil_view_dup_moment (CopilStore *store, gint64 entry, char **day);

G_END_DECLS

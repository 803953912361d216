/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* Whether a meeting has the quorum that the convention asks for, from its attendance: members, and
 * their signatories, who are present or represented, of those on its attendance list. A sentence,
 * and in "reached" (may be NULL) what it comes to; NULL where the convention asks for none, or
 * nobody is noted yet. Free with g_free(). */
char *copil_quorum_say (CopilStore *store, gint64 meeting, gboolean *reached);

G_END_DECLS

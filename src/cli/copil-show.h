/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* Both print on standard output; the caller asks copil_verb_finish() whether it went out. */

/* The outline for a person, in the user's language, 80 columns wide. */
void copil_show_outline (CopilStore *store);

/* Everything as one JSON object. The same file gives the same bytes on the same day. */
void copil_show_json (CopilStore *store);

G_END_DECLS

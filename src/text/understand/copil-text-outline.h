/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which headings of a convention are its articles. */
#pragma once

#include "copil-text-block.h"

G_BEGIN_DECLS

/* Whether a title is of an article that says how a convention lives, not what it is for. */
gboolean copil_text_is_administrative (const char *title);

/* Whether a title announces the axes: "Domaines de coopération". */
gboolean copil_text_is_axes_section (const char *title);

/* Makes the headings of one rank COPIL_TEXT_ARTICLE where none, or too few, call themselves so; and
 * those inside thematic titles their measures. */
void copil_text_settle_outline (GPtrArray *blocks);

G_END_DECLS

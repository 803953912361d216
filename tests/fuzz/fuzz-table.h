/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-grid.h"

G_BEGIN_DECLS

/* Takes what a reader of tables gave, a grid or an error with a sentence: looks at every cell, and
 * where it is not large has its columns guessed and its rows previewed as engagements. */
void fuzz_take_grid (CopilGrid *grid, GError *error);

G_END_DECLS

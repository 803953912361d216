/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-indicator-grid.h"

G_BEGIN_DECLS

/* Asks for the parts of the observation in the grid's current cell (filles, garçons), with the
 * check of their sum while they are typed; stored as one change. */
void copil_indicator_split_run (CopilIndicatorGrid *grid, CopilSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-overview-data.h"
#include "copil-panel.h"

G_BEGIN_DECLS

/* What to enter first in a file that holds nothing yet: one step after the other, those done
 * ticked. */
#define COPIL_TYPE_OVERVIEW_GUIDE (copil_overview_guide_get_type ())
G_DECLARE_FINAL_TYPE (CopilOverviewGuide, copil_overview_guide, COPIL, OVERVIEW_GUIDE, CopilPanel)

GtkWidget *copil_overview_guide_new (CopilSession *session);

/* Ticks what is done, and offers the next step. */
void copil_overview_guide_set (CopilOverviewGuide *guide, const CopilOverviewData *data);

G_END_DECLS

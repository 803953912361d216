/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The engagements and decisions that can be priorities of a year, each with a tick: those that are
 * late or due by its end, the decisions that are open, and those that are priorities already. A
 * tick is a change of its own. */
#define COPIL_TYPE_REVIEW_PRIORITIES (copil_review_priorities_get_type ())
G_DECLARE_FINAL_TYPE (CopilReviewPriorities, copil_review_priorities, COPIL, REVIEW_PRIORITIES,
                      CopilPanel)

GtkWidget *copil_review_priorities_new (CopilSession *session);

/* "public": without what is confidential. */
void copil_review_priorities_set (CopilReviewPriorities *priorities, int year, gboolean public);

G_END_DECLS

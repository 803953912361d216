/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The accounts of the committee: the bilan annuel, the plan de partenariat and the final
 * evaluation. Their sections with what is assembled in each, the text that the secretary adds, the
 * priorities of the year to come, what is missing, and the exports. */
#define COPIL_TYPE_REVIEW_PAGE (copil_review_page_get_type ())
G_DECLARE_FINAL_TYPE (CopilReviewPage, copil_review_page, COPIL, REVIEW_PAGE, CopilPanel)

GtkWidget *copil_review_page_new (CopilSession *session);

/* Shows the section that the text (kind "review_text") belongs to. */
void copil_review_page_show (CopilReviewPage *page, const char *kind, gint64 id);

G_END_DECLS

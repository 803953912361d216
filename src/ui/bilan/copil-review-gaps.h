/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-completeness.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the file does not say of a section of an account, each line opening the record.
 *
 * Signals:
 *   "go" (const char *kind, gint64 id)  a line was chosen */
#define COPIL_TYPE_REVIEW_GAPS (copil_review_gaps_get_type ())
G_DECLARE_FINAL_TYPE (CopilReviewGaps, copil_review_gaps, COPIL, REVIEW_GAPS, GtkWidget)

GtkWidget *copil_review_gaps_new (void);

/* "axes": as copil_review_read_gaps() gives them; those of the section show. NULL for none. */
void copil_review_gaps_set (CopilReviewGaps *gaps, GPtrArray *axes, const char *section,
                            gint64 axis);

G_END_DECLS

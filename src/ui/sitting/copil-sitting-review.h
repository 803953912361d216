/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The read-back of all that was decided at a meeting, large, before it is closed: Up and Down go
 * from one to another, Enter or F2 edits in place, Delete takes away. */
#define COPIL_TYPE_SITTING_REVIEW (copil_sitting_review_get_type ())
G_DECLARE_FINAL_TYPE (CopilSittingReview, copil_sitting_review, COPIL, SITTING_REVIEW, CopilPanel)

GtkWidget *copil_sitting_review_new (CopilSession *session, gint64 meeting);

/* Puts the keyboard on the first decision. */
void copil_sitting_review_focus (CopilSittingReview *review);

/* Puts the keyboard on that one. */
void copil_sitting_review_select (CopilSittingReview *review, gint64 decision);

/* Stores a decision that is being changed; FALSE where that is not possible. */
gboolean copil_sitting_review_leave (CopilSittingReview *review) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the decisions can only be read. */
void copil_sitting_review_set_closed (CopilSittingReview *review, gboolean closed);

G_END_DECLS

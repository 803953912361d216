/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-review.h"
#include "copil-session.h"

G_BEGIN_DECLS

/* Asks where, and writes the account of the year: its text (.odt), or its tables (.ods). "from": a
 * widget of the window. */
void copil_review_export_run (GtkWidget *from, CopilSession *session, CopilReviewType type,
                              int year, CopilAudience audience, gboolean tables);

G_END_DECLS

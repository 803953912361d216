/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* A decision as it is read aloud: number and type, text, who, when, about what; what is missing is
 * said in words. A box for a row of a list. */
GtkWidget *copil_sitting_decision_new (CopilSession *session, gint64 decision);

/* All that it says, in one sentence for screen readers. The caller's. */
char *copil_sitting_decision_describe (CopilSession *session, gint64 decision);

G_END_DECLS

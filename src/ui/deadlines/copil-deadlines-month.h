/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The deadlines of a month as a calendar: each day with what is due, public holidays named; buttons
 * go to the month before, the one after, and today's. */
#define COPIL_TYPE_DEADLINES_MONTH (copil_deadlines_month_get_type ())
G_DECLARE_FINAL_TYPE (CopilDeadlinesMonth, copil_deadlines_month, COPIL, DEADLINES_MONTH,
                      CopilPanel)

GtkWidget *copil_deadlines_month_new (CopilSession *session);

G_END_DECLS

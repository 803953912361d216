/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"
#include "copil-sitting-clock.h"

G_BEGIN_DECLS

/* The steps of a meeting, in a list: the attendance, each item of the agenda with the time it took
 * and what became of it, the read-back of the decisions, the closing.
 *
 * Signals: "chosen" (guint place), by the mouse or Enter;
 *          "changed", there are other steps, or they come in another order. */
#define COPIL_TYPE_SITTING_STEPS (copil_sitting_steps_get_type ())
G_DECLARE_FINAL_TYPE (CopilSittingSteps, copil_sitting_steps, COPIL, SITTING_STEPS, CopilPanel)

typedef enum
{
  COPIL_STEP_ATTENDANCE,
  COPIL_STEP_ITEM,
  COPIL_STEP_REVIEW,
  COPIL_STEP_CLOSING
} CopilStep;

GtkWidget *copil_sitting_steps_new (CopilSession *session, gint64 meeting,
                                    CopilSittingClock *clock);

guint copil_sitting_steps_get_n (CopilSittingSteps *steps);
CopilStep copil_sitting_steps_get (CopilSittingSteps *steps, guint place);

/* The item of that step; 0 where it is none. */
gint64 copil_sitting_steps_get_item (CopilSittingSteps *steps, guint place);

/* The place of the first step of that sort, and of that item where it is one (0: any); G_MAXUINT
 * where there is none. */
guint copil_sitting_steps_find (CopilSittingSteps *steps, CopilStep step, gint64 item);

/* Marks that one as what is going on. */
void copil_sitting_steps_set_current (CopilSittingSteps *steps, guint place);

G_END_DECLS

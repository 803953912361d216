/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* How the convention is ended before its time: who says so and when, the day that the notice gives,
 * and what is under way and has to be finished. */
#define COPIL_TYPE_LIFE_ENDING (copil_life_ending_get_type ())
G_DECLARE_FINAL_TYPE (CopilLifeEnding, copil_life_ending, COPIL, LIFE_ENDING, CopilPanel)

GtkWidget *copil_life_ending_new (CopilSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* Asks, over the window of that widget, for the measure that the engagement goes to, and moves it
 * to the end of it. */
void copil_engagement_move (CopilSession *session, GtkWidget *parent, gint64 id);

G_END_DECLS

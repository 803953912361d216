/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-audience.h"
#include "copil-session.h"

G_BEGIN_DECLS

/* Exports of the fiches page. "from" is a widget of the window; each asks where to. */

/* Asks which fiches first, by ticking them, those of an axis at once. */
void copil_fiches_export_choose (GtkWidget *from, CopilSession *session, CopilAudience audience);

/* A menu of the years that have notes, all of them first; each item activates the action with the
 * parameter (year, as a table). */
GMenuModel *copil_followups_export_make_menu (CopilSession *session, const char *action);

G_END_DECLS

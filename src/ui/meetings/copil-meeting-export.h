/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-audience.h"
#include "copil-session.h"

G_BEGIN_DECLS

/* What is exported of a meeting: a document of the catalogue ("agenda.odt", "minutes.odt"), or
 * "addresses". */

/* The menu of all of them, in the order of the work; its items are the action page.export-meeting
 * with the name as parameter, and page.public says whether what is confidential is left out. */
GMenuModel *copil_meeting_export_menu_new (void);

/* Asks where to write that document of the meeting and writes it; "addresses" go to the clipboard
 * instead. "from": a widget of the window. */
void copil_meeting_export_run (GtkWidget *from, CopilSession *session, gint64 meeting,
                               const char *what, CopilAudience audience);

G_END_DECLS

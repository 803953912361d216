/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The meetings: their list, the newest first, and the one that is selected, to prepare, to record
 * while it lasts and to close, with its minutes to export.
 *
 * Actions: page.add, page.duplicate, page.delete, page.export (the minutes), page.export-meeting
 * (the document that is named), page.public (whether what is confidential is left out). */
#define COPIL_TYPE_MEETINGS_PAGE (copil_meetings_page_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingsPage, copil_meetings_page, COPIL, MEETINGS_PAGE, CopilPanel)

GtkWidget *copil_meetings_page_new (CopilSession *session);

/* Shows that record: a "meeting", an agenda "item" in the notes, a "decision". */
void copil_meetings_page_show (CopilMeetingsPage *page, const char *kind, gint64 id);

G_END_DECLS

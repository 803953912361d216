/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* The documents joined to a meeting or to a point of its agenda: joined by a dialog or by dropping
 * files, opened, saved elsewhere, taken away. */
#define COPIL_TYPE_MEETING_DOCUMENTS (copil_meeting_documents_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingDocuments, copil_meeting_documents, COPIL, MEETING_DOCUMENTS,
                      GtkWidget)

GtkWidget *copil_meeting_documents_new (CopilSession *session);

/* Shows the documents of that meeting; 0 for none. */
void copil_meeting_documents_set_meeting (CopilMeetingDocuments *documents, gint64 meeting);

/* Joins the files (a GListModel of GFile) to the meeting, or to that item of its agenda. They are
 * read without holding up the window; toasts say what was too large. */
void copil_meeting_documents_join (CopilMeetingDocuments *documents, GListModel *files,
                                   gint64 item);

G_END_DECLS

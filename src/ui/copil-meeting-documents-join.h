/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* Reads a file in a thread and joins it to a meeting, and to that item of its agenda (0: to the
 * whole meeting). A toast says that it is done, with a button to undo, or why not. */
void copil_meeting_documents_join_file (CopilSession *session, gint64 meeting, gint64 item,
                                        GFile *file);

G_END_DECLS

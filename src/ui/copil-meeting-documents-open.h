/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* The name of a joined document for a file system: its ending kept, without what such a system
 * refuses. */
char *copil_meeting_documents_make_file_name (const char *name);

/* Opens the joined document of that id ("attachment") in the program the system has for it, as a
 * copy that can only be read and goes when the file is closed. "from": a widget of the window. A
 * toast says where it fails. */
void copil_meeting_documents_open (GtkWidget *from, CopilSession *session, gint64 id);

G_END_DECLS

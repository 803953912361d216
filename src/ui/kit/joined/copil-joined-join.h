/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* Reads a file in a thread and joins it to the meeting or the fiche "parent" as a document of that
 * kind ("attachment", "fiche_document"), and to that item of a meeting's agenda (0: to the whole).
 * A toast says that it is done, with a button to undo, or why not. */
void copil_joined_join_file (CopilSession *session, const char *kind, gint64 parent, gint64 item,
                             GFile *file);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* One joined document in a list: what it is, its size, and the buttons that open it, save a copy
 * and take it away. That of a meeting says which point of the agenda it is joined to; that of a
 * fiche has a caption and, where it is a picture, a thumbnail and a tick to print it with the
 * fiche. */
#define COPIL_TYPE_JOINED_ROW (copil_joined_row_get_type ())
G_DECLARE_FINAL_TYPE (CopilJoinedRow, copil_joined_row, COPIL, JOINED_ROW, GtkListBoxRow)

/* Of the document with that id of the kind "attachment" or "fiche_document". */
GtkWidget *copil_joined_row_new (CopilSession *session, const char *kind, gint64 id);

gint64 copil_joined_row_get_id (CopilJoinedRow *row);

/* Shows what the store says now. */
void copil_joined_row_update (CopilJoinedRow *row);

G_END_DECLS

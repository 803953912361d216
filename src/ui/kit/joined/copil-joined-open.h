/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* What becomes of a joined document outside the window. "kind" is "attachment" or "fiche_document";
 * "from" a widget of the window. */

/* The document's name, for a sentence; the caller's. */
char *copil_joined_dup_name (CopilSession *session, const char *kind, gint64 id);

/* Opens a copy, which can only be read, in the desktop's program. It is deleted with the session.
 */
void copil_joined_open (GtkWidget *from, CopilSession *session, const char *kind, gint64 id);

/* Asks where to, and writes a copy there. */
void copil_joined_save (GtkWidget *from, CopilSession *session, const char *kind, gint64 id);

G_END_DECLS

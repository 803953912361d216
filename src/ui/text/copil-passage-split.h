/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-passage.h"
#include "copil-session.h"

G_BEGIN_DECLS

/* Asks where a proposal is to be cut, and cuts it: its text with the places proposed, a line for
 * each piece. Ctrl+Enter answers. The caller presents it. */
GtkWidget *copil_passage_split_new (GtkWindow *parent, CopilSession *session, gint64 source,
                                    const CopilPassage *passage);

G_END_DECLS

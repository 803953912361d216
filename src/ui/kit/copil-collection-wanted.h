/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "copil-session.h"

G_BEGIN_DECLS

/* Which collection sheet to write: of which signatory, for which year. */
#define COPIL_TYPE_COLLECTION_WANTED (copil_collection_wanted_get_type ())
G_DECLARE_FINAL_TYPE (CopilCollectionWanted, copil_collection_wanted, COPIL, COLLECTION_WANTED,
                      AdwWindow)

/* Asks for it, this signatory chosen at first (0 for the first of all), then where to write it, and
 * writes it. "from" is a widget of the window, which hears of the export. */
void copil_collection_wanted_run (GtkWidget *from, CopilSession *session, gint64 party);

G_END_DECLS

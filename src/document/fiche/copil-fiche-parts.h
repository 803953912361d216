/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-audience.h"
#include "copil-document.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* Private to the document of a fiche action: its parts. Each adds a heading of the first level with
 * what the audience may see of the fiche, or nothing where there is none. */

/* Proposed, approved by the committee, begun, ended. */
void copil_fiche_parts_add_life (CopilDocument *document, CopilStore *store, gint64 fiche,
                                 CopilAudience audience);

/* The engagements of the convention that the fiche serves. */
void copil_fiche_parts_add_engagements (CopilDocument *document, CopilStore *store, gint64 fiche,
                                        CopilAudience audience);

/* Its steps by date. */
void copil_fiche_parts_add_steps (CopilDocument *document, CopilStore *store, gint64 fiche);

/* Means in euros and people, their totals by funder and by year. */
void copil_fiche_parts_add_means (CopilDocument *document, CopilStore *store, gint64 fiche);

/* Whom its actions reached, and its indicators. */
void copil_fiche_parts_add_reached (CopilDocument *document, CopilStore *store, gint64 fiche,
                                    CopilAudience audience);

/* What was done, year by year. */
void copil_fiche_parts_add_reviews (CopilDocument *document, CopilStore *store, gint64 fiche);

/* The pictures that are ticked for it. */
void copil_fiche_parts_add_photos (CopilDocument *document, CopilStore *store, gint64 fiche);

G_END_DECLS

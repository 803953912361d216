/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The life of a fiche action: its state in words, what happened to it with the dates, and the
 * commands that lead further, each asked for its day (and the decision, or the reason) in place. */
#define COPIL_TYPE_FICHE_LIFE_VIEW (copil_fiche_life_view_get_type ())
G_DECLARE_FINAL_TYPE (CopilFicheLifeView, copil_fiche_life_view, COPIL, FICHE_LIFE_VIEW, CopilPanel)

GtkWidget *copil_fiche_life_view_new (CopilSession *session);

/* Shows that fiche; 0 for none. */
void copil_fiche_life_view_set_fiche (CopilFicheLifeView *view, gint64 fiche);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The means of a fiche action: people and euros, planned and spent, each line in a form, and their
 * totals by funder and year, with what is over. */
#define COPIL_TYPE_FICHE_MEANS (copil_fiche_means_get_type ())
G_DECLARE_FINAL_TYPE (CopilFicheMeans, copil_fiche_means, COPIL, FICHE_MEANS, CopilPanel)

GtkWidget *copil_fiche_means_new (CopilSession *session);

/* Shows that fiche; 0 for none. */
void copil_fiche_means_set_fiche (CopilFicheMeans *means, gint64 fiche);

/* Puts the keyboard in that line. */
void copil_fiche_means_focus (CopilFicheMeans *means, gint64 resource);

G_END_DECLS

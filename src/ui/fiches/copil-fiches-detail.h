/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* One fiche action: its form in parts, its steps, what each signatory commits to, and the decisions
 * about it. */
#define COPIL_TYPE_FICHES_DETAIL (copil_fiches_detail_get_type ())
G_DECLARE_FINAL_TYPE (CopilFichesDetail, copil_fiches_detail, COPIL, FICHES_DETAIL, CopilPanel)

GtkWidget *copil_fiches_detail_new (CopilSession *session);

/* Shows that fiche; 0 for none. */
void copil_fiches_detail_set_id (CopilFichesDetail *detail, gint64 id);

/* Puts the keyboard in its title, or in the form of one of its steps or contributions. */
void copil_fiches_detail_focus (CopilFichesDetail *detail, const char *kind, gint64 id);

G_END_DECLS

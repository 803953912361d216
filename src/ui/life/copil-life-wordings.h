/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The history of an article: as it was signed, and what each amendment made of it, with the words
 * that changed. */
#define COPIL_TYPE_LIFE_WORDINGS (copil_life_wordings_get_type ())
G_DECLARE_FINAL_TYPE (CopilLifeWordings, copil_life_wordings, COPIL, LIFE_WORDINGS, CopilPanel)

GtkWidget *copil_life_wordings_new (CopilSession *session);

/* Shows those of that article; 0 for none. */
void copil_life_wordings_set_article (CopilLifeWordings *wordings, gint64 article);

/* Two texts compared in a label: what went is struck through, what came underlined. */
GtkWidget *copil_life_compared_new (const char *before, const char *after);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A key figure: what it is, the figure, and what is to be said of it; clicked, it leads to what it
 * counts. */
#define COPIL_TYPE_OVERVIEW_CARD (copil_overview_card_get_type ())
G_DECLARE_FINAL_TYPE (CopilOverviewCard, copil_overview_card, COPIL, OVERVIEW_CARD, GtkButton)

GtkWidget *copil_overview_card_new (const char *caption, const char *icon);

/* The figure in large, and what follows in small (may be NULL); the style class of each: "late",
 * "done" or "". */
void copil_overview_card_set (CopilOverviewCard *card, const char *figure, const char *figure_class,
                              const char *detail, const char *detail_class);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-page.h"

G_BEGIN_DECLS

/* The life of the convention: its articles and amendments, the text in force on a day, what was
 * asked an authorisation or an opinion for, its words, disputes, and how it is ended. */
#define COPIL_TYPE_LIFE_PAGE (copil_life_page_get_type ())
G_DECLARE_FINAL_TYPE (CopilLifePage, copil_life_page, COPIL, LIFE_PAGE, CopilPage)

GtkWidget *copil_life_page_new (CopilSession *session);

/* Shows that record, 0 for the tab of its kind. */
void copil_life_page_show (CopilLifePage *page, const char *kind, gint64 id);

G_END_DECLS

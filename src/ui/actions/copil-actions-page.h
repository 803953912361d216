/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-page.h"

G_BEGIN_DECLS

/* The actions and whom they reached: one by one, added up, and their themes. */
#define COPIL_TYPE_ACTIONS_PAGE (copil_actions_page_get_type ())
G_DECLARE_FINAL_TYPE (CopilActionsPage, copil_actions_page, COPIL, ACTIONS_PAGE, CopilPage)

GtkWidget *copil_actions_page_new (CopilSession *session);

/* Shows that action or theme. */
void copil_actions_page_show (CopilActionsPage *page, const char *kind, gint64 id);

G_END_DECLS

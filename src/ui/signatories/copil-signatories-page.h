/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-page.h"

G_BEGIN_DECLS

/* Who signed what: the convention itself, its signatories by side, and their persons with who sits
 * on the committee; one tab for each. */
#define COPIL_TYPE_SIGNATORIES_PAGE (copil_signatories_page_get_type ())
G_DECLARE_FINAL_TYPE (CopilSignatoriesPage, copil_signatories_page, COPIL, SIGNATORIES_PAGE,
                      CopilPage)

GtkWidget *copil_signatories_page_new (CopilSession *session);

/* Shows the convention, a party or a person. */
void copil_signatories_page_show (CopilSignatoriesPage *page, const char *kind, gint64 id);

G_END_DECLS

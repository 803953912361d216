/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The text of the convention at the left, what its passages are proposed to become at the right, in
 * step: corrected, accepted, set aside. It follows the store, so that it can be left and taken up
 * again, and undone.
 *
 * Actions: page.accept, page.accept-sure, page.accept-all, page.aside, page.reopen, page.promote,
 * page.demote, page.up, page.down, page.merge, page.split, page.kind (s), page.parties, page.edit,
 * page.add-passage (s), page.next-doubtful, page.previous-doubtful, page.other-side. */
#define COPIL_TYPE_PASSAGES_PAGE (copil_passages_page_get_type ())
G_DECLARE_FINAL_TYPE (CopilPassagesPage, copil_passages_page, COPIL, PASSAGES_PAGE, CopilPanel)

GtkWidget *copil_passages_page_new (CopilSession *session);

/* Shows that proposal. */
void copil_passages_page_show (CopilPassagesPage *page, const char *kind, gint64 id);

G_END_DECLS

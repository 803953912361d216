/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-review.h"
#include "copil-panel.h"

G_BEGIN_DECLS

/* The secretary's text of a section of an account, in a box: the record (kind "review_text") is
 * made where something is typed, and goes where all of it is taken away. */
#define COPIL_TYPE_REVIEW_EDITOR (copil_review_editor_get_type ())
G_DECLARE_FINAL_TYPE (CopilReviewEditor, copil_review_editor, COPIL, REVIEW_EDITOR, CopilPanel)

GtkWidget *copil_review_editor_new (CopilSession *session);

/* Shows that section's text; what is being typed is stored first. "title" is what screen readers
 * call the box. A NULL section: none. */
void copil_review_editor_set (CopilReviewEditor *editor, CopilReviewType type, int year,
                              const char *section, gint64 axis, const char *title);

/* The text view, for a label with a mnemonic and for the keyboard. */
GtkWidget *copil_review_editor_get_view (CopilReviewEditor *editor);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the page of the text that need nothing of it: its commands as buttons, menus and
 * keys, and its words. */
#pragma once

#include <gtk/gtk.h>

#include "copil-passage.h"

G_BEGIN_DECLS

/* The toolbar above the proposals; "forth" is set to its button to the text, "filter" to the
 * drop-down of what the list shows (in the order of CopilPassagesFilter), "kind" to the button of
 * the menu of kinds. */
GtkWidget *copil_passages_parts_make_toolbar (GtkWidget **forth, GtkWidget **filter,
                                              GtkWidget **kind);

/* A flat button for the action, at the end of the box; with an icon, or NULL for its label. */
GtkWidget *copil_passages_parts_add_button (GtkWidget *box, const char *icon, const char *label,
                                            const char *tip, const char *action);

/* A button with a menu of the kinds that a proposal can be; the action takes the kind's name. */
GtkWidget *copil_passages_parts_make_kind_button (const char *label, const char *tip,
                                                  const char *action);

/* The kind of that name; FALSE where there is none. */
gboolean copil_passages_parts_find_kind (const char *name, CopilDraftKind *kind);

/* The keys of the commands: those of the list's rows on "view", the others on the page. */
void copil_passages_parts_add_shortcuts (GtkWidget *view, GtkWidget *page);

/* What shows where no text was taken over yet. */
GtkWidget *copil_passages_parts_make_empty (void);

/* How much is left to be settled, in a sentence; "settled" is set to the share that is, 0–1. */
char *copil_passages_parts_dup_summary (GPtrArray *passages, double *settled);

G_END_DECLS

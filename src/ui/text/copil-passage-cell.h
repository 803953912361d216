/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "copil-passage-edit.h"
#include "copil-passage-row.h"

G_BEGIN_DECLS

/* How a row of the list of proposals looks: it unfolds, is accepted by a button, and is dragged to
 * another place.
 *
 * Signals:
 *   "folded" (gint64 id)                         what stands under it is to show, or not any more
 *   "accepted" (gint64 id, guint group)          the button
 *   "dropped" (gint64 id, int where, gint64 on)  one was dropped before, after or into this one */
#define COPIL_TYPE_PASSAGE_CELL (copil_passage_cell_get_type ())
G_DECLARE_FINAL_TYPE (CopilPassageCell, copil_passage_cell, COPIL, PASSAGE_CELL, GtkWidget)

GtkWidget *copil_passage_cell_new (void);

/* NULL for none. */
void copil_passage_cell_set_row (CopilPassageCell *cell, CopilPassageRow *row);
CopilPassageRow *copil_passage_cell_get_row (CopilPassageCell *cell);

G_END_DECLS

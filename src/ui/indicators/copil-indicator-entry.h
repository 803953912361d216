/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"
#include "copil-indicator-grid.h"

G_BEGIN_DECLS

/* The grid of indicators by period with what goes around it: the choice of the periodicity, what
 * can be done with the current cell, what is to be said of it.
 *
 * Signals:
 *   "open" (gint64 indicator)  its form is asked for */
#define COPIL_TYPE_INDICATOR_ENTRY (copil_indicator_entry_get_type ())
G_DECLARE_FINAL_TYPE (CopilIndicatorEntry, copil_indicator_entry, COPIL, INDICATOR_ENTRY,
                      CopilPanel)

GtkWidget *copil_indicator_entry_new (CopilSession *session);

/* Puts the keyboard in a cell of that indicator (copil_indicator_grid_select()). */
void copil_indicator_entry_select (CopilIndicatorEntry *entry, gint64 indicator,
                                   CopilSheetLead lead, const char *day);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children side by side in columns of one width, as many as there is room for: the most, half of
 * them, and so on down to one. The children of a row are given one height. */
#define COPIL_TYPE_OVERVIEW_GRID (copil_overview_grid_get_type ())
G_DECLARE_FINAL_TYPE (CopilOverviewGrid, copil_overview_grid, COPIL, OVERVIEW_GRID, GtkWidget)

/* The most columns, and how wide one is at least, in pixels. */
GtkWidget *copil_overview_grid_new (guint columns, int width);

/* Adds a child, last. */
void copil_overview_grid_append (CopilOverviewGrid *grid, GtkWidget *child);

G_END_DECLS

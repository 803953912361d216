/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Holds a label that wraps, in a cell of a GtkColumnView. Newer GTK asks the cells of a row for
 * their height without saying how wide they are: this one answers for the width that it has. */
#define COPIL_TYPE_LINES (copil_lines_get_type ())
G_DECLARE_FINAL_TYPE (CopilLines, copil_lines, COPIL, LINES, GtkWidget)

/* Takes the label as its child; expands as the label does. */
GtkWidget *copil_lines_new (GtkWidget *label);

G_END_DECLS

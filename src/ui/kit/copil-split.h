/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A list at the left and what is selected at the right, with a handle between them; where the width
 * is short, one after the other, with a button to come back. */
#define COPIL_TYPE_SPLIT (copil_split_get_type ())
G_DECLARE_FINAL_TYPE (CopilSplit, copil_split, COPIL, SPLIT, GtkWidget)

/* "back" is what the button to come back says. detail_width: the width the detail is given, in
 * pixels. */
GtkWidget *copil_split_new (GtkWidget *list, GtkWidget *detail, const char *back, int detail_width);

/* Where only one of them shows: the detail, or the list. */
void copil_split_show_detail (CopilSplit *split, gboolean detail);

G_END_DECLS

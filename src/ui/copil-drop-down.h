/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkDropDown of texts that may be long: the button cuts them, with the whole text as its
 * tooltip, and the list wraps them. Its model is a GtkStringList; NULL for none yet. */
GtkWidget *copil_drop_down_new (GtkStringList *texts);

G_END_DECLS

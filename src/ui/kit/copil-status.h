/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How a status shows everywhere: an icon and a word, never a colour alone. */

/* The word for a status of that kind (NULL: of any), "Late" where it is late. */
const char *copil_status_get_word (const char *kind, const char *status, gboolean late);
/* Name of the symbolic icon. */
const char *copil_status_get_icon (const char *status, gboolean late);
/* Style class: "late", "done", or "". */
const char *copil_status_get_class (const char *status, gboolean late);

/* A box with the icon and the word, to be set with copil_status_set(). */
GtkWidget *copil_status_new (void);
/* "progress": percent to show after the word, NULL or "" for none. */
void copil_status_set (GtkWidget *status_box, const char *kind, const char *status, gboolean late,
                       const char *progress);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window without a file shows: the recent files with their next meeting and deadline, the
 * window's commands to begin a convention or open a file, and the examples. A file can be dropped
 * on it.
 *
 * Signals:
 *   "open-file" (GFile *file)            one of the recent files, or one that was dropped: a file,
 *                                        or a text to begin from
 *   "open-example" (const char *path)    one of the examples, at that local path */
#define COPIL_TYPE_START_PAGE (copil_start_page_get_type ())
G_DECLARE_FINAL_TYPE (CopilStartPage, copil_start_page, COPIL, START_PAGE, GtkWidget)

GtkWidget *copil_start_page_new (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The files that were opened lately, the last one first, each with its convention, its folder, its
 * next meeting and its next deadline. One that is no longer there says so; each can be taken off
 * the list.
 *
 * Signals: "open-file" (GFile *file) */
#define COPIL_TYPE_START_RECENT (copil_start_recent_get_type ())
G_DECLARE_FINAL_TYPE (CopilStartRecent, copil_start_recent, COPIL, START_RECENT, GtkWidget)

GtkWidget *copil_start_recent_new (void);

G_END_DECLS

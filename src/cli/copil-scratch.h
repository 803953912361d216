/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A state folder of our own for the working copies of this process, gone with it: a verb works like
 * a colleague on another computer. A file that is open in a window is no obstacle (the window
 * merges what was saved), no home folder is needed, and a verb that fails leaves nothing behind.
 * To be called before anything asks for the user's state folder. */
typedef struct _CopilScratch CopilScratch;

CopilScratch *copil_scratch_new (GError **error);

/* Removes the folder and what is in it. */
void copil_scratch_free (CopilScratch *scratch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilScratch, copil_scratch_free)

G_END_DECLS

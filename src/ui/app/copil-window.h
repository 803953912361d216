/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-application.h"

G_BEGIN_DECLS

/* One window: the start page, or one file with its pages. */
#define COPIL_TYPE_WINDOW (copil_window_get_type ())
G_DECLARE_FINAL_TYPE (CopilWindow, copil_window, COPIL, WINDOW, AdwApplicationWindow)

GtkWidget *copil_window_new (CopilApplication *application);

/* A file that is being read, for a window that may not be there yet. Every one is given to
 * copil_window_open(). */
typedef struct _CopilOpening CopilOpening;
CopilOpening *copil_window_begin_opening (GFile *location);

/* Shows the file in a window that shows the start page, or in a new one where window is NULL, once
 * it is there or once that lasts. Where it fails the window says why. Takes the opening. */
void copil_window_open (CopilApplication *application, CopilWindow *window, CopilOpening *opening);

/* The file that is open or being opened; NULL on the start page. */
GFile *copil_window_get_location (CopilWindow *window);

/* Opens a copy of an example in the person's own folder, so that it can be played with. */
void copil_window_open_example (CopilWindow *window, const char *path);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The window side of the program: one window for each file, the commands that need no file, and the
 * settings. */
#define COPIL_TYPE_APPLICATION (copil_application_get_type ())
G_DECLARE_FINAL_TYPE (CopilApplication, copil_application, COPIL, APPLICATION, AdwApplication)

/* Runs until the last window is closed. Returns the exit status. */
int copil_application_run (int argc, char **argv);

/* The settings of the program; the application's own. */
GSettings *copil_application_get_settings (CopilApplication *application);

/* Opens the file in a window of its own: the one that has it already, an empty one, or a new one.
 */
void copil_application_open_file (CopilApplication *application, GtkWindow *from, GFile *file);

G_END_DECLS

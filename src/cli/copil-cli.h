/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The command line: the work of the window without a window. No display is used. */

/* Whether these arguments are for copil_cli_run(): a verb, an option of the program, or a wrong
 * call. Otherwise they are for the window: nothing at all, files, or GApplication's options. */
gboolean copil_cli_handles (int argc, char **argv);

/* Does what the arguments say. Returns the exit status: 0; 1 with one line on standard error that
 * says what went wrong; 2 with one line for a wrong call. The locale and gettext are set up. */
int copil_cli_run (int argc, char **argv);

G_END_DECLS

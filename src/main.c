/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>

#include "copil-cli.h"

/* The window side; its header would bring GTK in here. */
int copil_application_run (int argc, char **argv);

int
main (int argc, char **argv)
{
  const char *folder = g_getenv ("COPIL_LOCALEDIR");

  /* A limit on the size of files is to be an error with a sentence, not the end of the program. */
  signal (SIGXFSZ, SIG_IGN);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder ? folder : COPIL_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (copil_cli_handles (argc, argv))
    return copil_cli_run (argc, argv);
  return copil_application_run (argc, argv);
}

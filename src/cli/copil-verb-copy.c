/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-verb.h"

#include <glib/gi18n-lib.h>

#include "copil-file.h"
#include "copil-scratch.h"

static int
run (const CopilVerb *verb, int argc, char **argv)
{
  gboolean bare = FALSE;
  g_autoptr (CopilScratch) scratch = NULL;
  g_autoptr (GFile) location = NULL, out = NULL;
  g_autoptr (CopilFile) file = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "without-history", 0, 0, G_OPTION_ARG_NONE, &bare, NULL, NULL },
    { NULL },
  };

  if (!copil_verb_parse (verb, entries, 2, &argc, &argv))
    return COPIL_EXIT_WRONG_CALL;
  location = g_file_new_for_commandline_arg (argv[1]);
  out = g_file_new_for_commandline_arg (argv[2]);
  scratch = copil_scratch_new (&error);
  file = scratch ? copil_file_open (location, NULL, &error) : NULL;
  if (!file)
    return copil_verb_fail (argv[1], error->message);
  if (!copil_file_copy (file, out, !bare, FALSE, NULL, &error))
    return copil_verb_fail (argv[2], error->message);
  return COPIL_EXIT_OK;
}

const CopilVerb copil_verb_copy = {
  .name = "copy",
  .synopsis = "FILE OUT [--without-history]",
  .summary = N_ ("Makes a copy of the file, where no file stands yet."),
  .details = N_ ("  --without-history: the copy holds nothing of what was deleted or overwritten,"
                 " nothing in it can be undone, and it cannot be merged with the file."),
  .run = run,
};

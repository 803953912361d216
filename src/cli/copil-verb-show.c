/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-verb.h"

#include <glib/gi18n-lib.h>

#include "copil-show.h"

static int
run (const CopilVerb *verb, int argc, char **argv)
{
  g_autoptr (CopilStore) store = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    { NULL },
  };

  if (!copil_verb_parse (verb, entries, 1, &argc, &argv))
    return COPIL_EXIT_WRONG_CALL;
  store = copil_verb_open (argv[1]);
  if (!store)
    return COPIL_EXIT_FAILED;
  if (json)
    copil_show_json (store);
  else
    copil_show_outline (store);
  return copil_verb_finish ();
}

const CopilVerb copil_verb_show = {
  .name = "show",
  .synopsis = "FILE [--json]",
  .summary = N_ ("Prints the outline of the convention, or everything as JSON."),
  .details = N_ ("  --json: one object with the convention, its parties, axes, meetings, fiches and"
                 " indicators. Dates are ISO 8601; what is not known is null."),
  .run = run,
};

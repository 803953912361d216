/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-verb.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-publish-kept.h"

static void
print_lines (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *line = g_utf8_make_valid (lines->pdata[i], -1);
      g_strdelimit (line, "\r\n", ' ');
      copil_verb_printf ("%s\n", line);
    }
}

static int
run (const CopilVerb *verb, int argc, char **argv)
{
  g_autoptr (CopilStore) store = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *summary = NULL;

  if (!copil_verb_parse (verb, NULL, 1, &argc, &argv))
    return COPIL_EXIT_WRONG_CALL;
  store = copil_verb_open (argv[1]);
  if (!store)
    return COPIL_EXIT_FAILED;
  copil_store_check (store, faults);
  copil_publish_check (store, faults);
  if (faults->len == 0)
    {
      copil_store_list_doubles (store, remarks);
      print_lines (remarks);
      copil_verb_printf ("%s\n", _ ("OK"));
      return copil_verb_finish ();
    }
  print_lines (faults);
  copil_verb_print_out ();
  summary = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "There is %u fault in the file.",
                                          "There are %u faults in the file.", faults->len),
                             faults->len);
  return copil_verb_fail (argv[1], summary);
}

const CopilVerb copil_verb_check = {
  .name = "check",
  .synopsis = "FILE",
  .summary = N_ ("Checks that the file is whole and that its values are sound."),
  .details =
      N_ ("Prints OK, or one line for each fault. What looks like a double is named before OK."),
  .run = run,
};

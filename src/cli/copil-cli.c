/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-verb.h"

static const CopilVerb *const verbs[] = {
  &copil_verb_new,    &copil_verb_show,      &copil_verb_search,  &copil_verb_import,
  &copil_verb_export, &copil_verb_deadlines, &copil_verb_changes, &copil_verb_history,
  &copil_verb_copy,   &copil_verb_merge,     &copil_verb_check
};

static const CopilVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i]->name, name))
      return verbs[i];
  return NULL;
}

/* A word that can only be meant as a verb: no path, no ending, and no file of that name. */
static gboolean
is_unknown_word (const char *argument)
{
  return *argument && !strpbrk (argument, "/.:") && !g_file_test (argument, G_FILE_TEST_EXISTS);
}

/* Options of the window: GApplication's own, which the desktop uses. */
static gboolean
is_window_option (const char *argument)
{
  return g_str_has_prefix (argument, "--gapplication-") || g_str_equal (argument, "--");
}

/* Whether --help stands among the options of a verb. */
static gboolean
asks_for_help (int argc, char **argv)
{
  for (int i = 1; i < argc && !g_str_equal (argv[i], "--"); i++)
    if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
      return TRUE;
  return FALSE;
}

static int
print_help (void)
{
  copil_verb_print (_ ("Copil follows a partnership convention and its steering committee."));
  copil_verb_print ("\n\n");
  copil_verb_print ("  copil [FILE]\n");
  copil_verb_print_wrapped ("      ", 6, _ ("Opens the window, on this file if one is given."));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      copil_verb_printf ("  copil %s %s\n", verbs[i]->name, verbs[i]->synopsis);
      copil_verb_print_wrapped ("      ", 6, _ (verbs[i]->summary));
    }
  copil_verb_print ("  copil --version\n  copil --help\n\n");
  copil_verb_print_wrapped ("", 0, _ ("“copil VERB --help” says more about one of them."));
  copil_verb_print_wrapped (
      "", 0,
      _ ("Exit status: 0; 1 where it failed, with one line that says why; 2 for a wrong call."));
  return copil_verb_finish ();
}

static int
print_verb_help (const CopilVerb *verb)
{
  copil_verb_printf ("copil %s %s\n\n", verb->name, verb->synopsis);
  copil_verb_print_wrapped ("", 0, _ (verb->summary));
  if (verb->details)
    {
      g_auto (GStrv) paragraphs = g_strsplit (_ (verb->details), "\n", -1);

      gboolean before = FALSE;

      for (guint i = 0; paragraphs[i]; i++)
        {
          gboolean option = g_str_has_prefix (paragraphs[i], "  ");

          if (!option || !before)
            copil_verb_print ("\n");
          before = option;
          copil_verb_print_wrapped (option ? "  " : "", option ? 6 : 0, paragraphs[i]);
        }
    }
  if (verb->more_help)
    {
      copil_verb_print ("\n");
      verb->more_help ();
    }
  return copil_verb_finish ();
}

static int
dispatch (int argc, char **argv)
{
  const CopilVerb *verb;

  if (g_str_equal (argv[1], "--version") || g_str_equal (argv[1], "--help") ||
      g_str_equal (argv[1], "-h"))
    {
      if (argc > 2)
        return copil_verb_wrong_call (NULL, _ ("“%s” is one too many"), argv[2]);
      if (!g_str_equal (argv[1], "--version"))
        return print_help ();
      copil_verb_print ("copil " COPIL_VERSION "\n");
      return copil_verb_finish ();
    }
  verb = find_verb (argv[1]);
  if (!verb)
    return *argv[1] == '-'
               ? copil_verb_wrong_call (NULL, _ ("unknown option “%s”"), argv[1])
               : copil_verb_wrong_call (NULL, _ ("“%s” is neither a verb nor a file"), argv[1]);
  if (asks_for_help (argc - 1, argv + 1))
    return print_verb_help (verb);
  return verb->run (verb, argc - 1, argv + 1);
}

gboolean
copil_cli_handles (int argc, char **argv)
{
  if (argc < 2 || is_window_option (argv[1]))
    return FALSE;
  return *argv[1] == '-' || find_verb (argv[1]) || is_unknown_word (argv[1]);
}

int
copil_cli_run (int argc, char **argv)
{
  int status;

  g_return_val_if_fail (argc >= 2, COPIL_EXIT_WRONG_CALL);
  status = dispatch (argc, argv);
  copil_verb_close ();
  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-verb.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-draft.h"
#include "copil-file.h"
#include "copil-passage.h"
#include "copil-scratch.h"
#include "copil-text-read.h"

/* The file's name without its folder and ending, for a convention nobody named. */
static char *
title_from_name (const char *file)
{
  g_autofree char *base = g_path_get_basename (file);
  char *title = g_filename_display_name (base);
  char *dot = strrchr (title, '.');

  if (dot && dot > title)
    *dot = '\0';
  return title;
}

static int
run (const CopilVerb *verb, int argc, char **argv)
{
  g_autofree char *title = NULL, *from = NULL, *base = NULL, *name = NULL, *given = NULL;
  g_autoptr (CopilText) text = NULL;
  g_autoptr (CopilDraft) draft = NULL;
  g_autoptr (CopilScratch) scratch = NULL;
  g_autoptr (GFile) location = NULL;
  g_autoptr (CopilFile) file = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, NULL, NULL },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &title, NULL, NULL },
    { NULL },
  };

  if (!copil_verb_parse (verb, entries, 1, &argc, &argv))
    return COPIL_EXIT_WRONG_CALL;
  if (title && !g_utf8_validate (title, -1, NULL))
    return copil_verb_wrong_call (verb, "%s", _ ("the title is not in UTF-8"));
  if (title)
    g_strstrip (title);
  if (title && !*title)
    return copil_verb_wrong_call (verb, "%s", _ ("the title is empty"));
  if (from)
    {
      text = copil_text_read_file (from, &error);
      if (!text)
        return copil_verb_fail (from, error->message);
      draft = copil_draft_new (text);
      base = g_path_get_basename (from);
      name = g_filename_display_name (base);
      given = g_strdup (title);
      if (!title)
        title = g_strdup (copil_draft_get_title (draft));
    }
  if (!title)
    title = title_from_name (argv[1]);
  location = g_file_new_for_commandline_arg (argv[1]);
  scratch = copil_scratch_new (&error);
  file = scratch ? copil_file_create (location, title, FALSE, &error) : NULL;
  if (!file)
    return copil_verb_fail (argv[1], error->message);
  if (draft &&
      (!copil_source_take_whole (copil_file_get_store (file), text, draft, name, given, &error) ||
       !copil_file_save (file, NULL, &error)))
    {
      g_autofree char *why = g_strdup (error->message);

      g_file_delete (location, NULL, NULL);
      return copil_verb_fail (from, why);
    }
  return COPIL_EXIT_OK;
}

const CopilVerb copil_verb_new = {
  .name = "new",
  .synopsis = "FILE [--from TEXT] [--title TITLE]",
  .summary = N_ ("Makes a new convention in a file that does not exist yet."),
  .details = N_ ("  --from TEXT: a convention’s text, whose structure is proposed as records.\n"
                 "  --title TITLE: title of the convention; without it, the name of the file."),
  .run = run,
};

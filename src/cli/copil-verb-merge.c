/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-verb.h"

#include <glib/gi18n-lib.h>

#include "copil-agreed.h"
#include "copil-file.h"
#include "copil-merge.h"
#include "copil-query.h"
#include "copil-scratch.h"

static void
print_lines (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *line = g_strdelimit (g_strdup (lines->pdata[i]), "\r\n", ' ');

      copil_verb_printf ("%s\n", line);
    }
}

/* What stands in the way is listed; then the reason, on standard error. */
static int
fail_conflict (const char *path, GPtrArray *conflicts, const GError *error)
{
  print_lines (conflicts);
  copil_verb_print_out ();
  return copil_verb_fail (path, error->message);
}

static int
merge (CopilFile *file, const char *path, const char *other, CopilMergeChoice choice)
{
  CopilStore *store = copil_file_get_store (file);
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free),
                        told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *lapsed = NULL;
  gint64 head = copil_store_get_head (store);

  if (copil_store_is_read_only (store))
    return copil_verb_fail (path, _ ("This file can only be read."));
  copil_agreed_watch (store);
  if (!copil_store_merge_telling (store, other, choice, conflicts, told, &error))
    return g_error_matches (error, COPIL_STORE_ERROR, COPIL_STORE_ERROR_CONFLICT)
               ? fail_conflict (path, conflicts, error)
               : copil_verb_fail (other, error->message);
  if (!copil_store_finish_reading (store, 0, &error) || !copil_file_save (file, NULL, &error))
    return copil_verb_fail (path, error->message);
  print_lines (told);
  /* With a choice they are settled, and told all the same. */
  print_lines (conflicts);
  lapsed = copil_agreed_steal_lapsed (store);
  if (lapsed)
    copil_verb_printf ("%s\n", lapsed);
  if (told->len == 0 && copil_store_get_head (store) == head)
    copil_verb_printf ("%s\n", _ ("Nothing new: the file holds it all."));
  return copil_verb_finish ();
}

static int
run (const CopilVerb *verb, int argc, char **argv)
{
  g_autoptr (CopilScratch) scratch = NULL;
  g_autoptr (GFile) location = NULL;
  g_autoptr (CopilFile) file = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ours = FALSE, theirs = FALSE;
  const GOptionEntry options[] = {
    { "ours", 0, 0, G_OPTION_ARG_NONE, &ours, NULL, NULL },
    { "theirs", 0, 0, G_OPTION_ARG_NONE, &theirs, NULL, NULL },
    { NULL },
  };

  if (!copil_verb_parse (verb, options, 2, &argc, &argv))
    return COPIL_EXIT_WRONG_CALL;
  if (ours && theirs)
    return copil_verb_wrong_call (verb, _ ("--ours and --theirs exclude each other"));
  location = g_file_new_for_commandline_arg (argv[1]);
  scratch = copil_scratch_new (&error);
  file = scratch ? copil_file_open (location, NULL, &error) : NULL;
  if (!file)
    return copil_verb_fail (argv[1], error->message);
  return merge (file, argv[1], argv[2],
                ours     ? COPIL_MERGE_OURS
                : theirs ? COPIL_MERGE_THEIRS
                         : COPIL_MERGE_ASK);
}

const CopilVerb copil_verb_merge = {
  .name = "merge",
  .synopsis = "FILE OTHER [--ours|--theirs]",
  .summary = N_ ("Brings into the file what another copy of it holds."),
  .details = N_ ("Where both changed the same thing differently, nothing is merged and each such"
                 " thing is listed, unless it is said whose value is taken: --ours that of FILE,"
                 " --theirs that of OTHER. OTHER is only read. Merging twice changes nothing."),
  .run = run,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-verb.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "copil-history.h"
#include "copil-json.h"
#include "copil-value.h"
#include "copil-view-changes.h"

static void
print_json (CopilStore *store, GPtrArray *changes)
{
  copil_verb_print ("[");
  for (guint i = 0; i < changes->len; i++)
    {
      const CopilViewChange *change = changes->pdata[i];
      g_autoptr (GString) json = g_string_new ("{");
      g_autofree char *axis = change->axis ? copil_view_dup_axis (store, change->axis) : NULL;

      copil_json_append_text (json, "axis", axis);
      copil_json_append_text (json, "change", copil_view_get_became_name (change->became));
      copil_json_append_text (json, "kind", change->kind->name);
      copil_json_append_int (json, "id", change->id);
      copil_json_append_text (json, "record", change->called);
      copil_json_append_text (json, "title", change->title);
      copil_json_append_texts (json, "sentences", change->sentences);
      copil_verb_printf ("%s\n%s}", i ? "," : "", json->str);
    }
  copil_verb_print (changes->len ? "\n]\n" : "]\n");
}

static void
print_words (CopilStore *store, GPtrArray *changes)
{
  const CopilViewChange *before = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      const CopilViewChange *change = changes->pdata[i];
      g_autofree char *axis = NULL, *line = NULL;

      if (!before || before->axis != change->axis)
        {
          axis = change->axis ? copil_view_dup_axis (store, change->axis)
                              : g_strdup (_ ("Outside the axes"));
          copil_verb_printf ("%s%s\n", i ? "\n" : "", axis);
        }
      if (!before || before->axis != change->axis || before->became != change->became)
        copil_verb_printf ("  %s\n", copil_view_get_became_label (change->became));
      line = *change->title && !strstr (change->called, change->title)
                 ? g_strdup_printf ("%s – %s", change->called, change->title)
                 : g_strdup (change->called);
      copil_verb_print_wrapped ("    ", 6, line);
      for (guint j = 0; change->became != COPIL_VIEW_NEW && j < change->sentences->len; j++)
        copil_verb_print_wrapped ("      ", 8, change->sentences->pdata[j]);
      before = change;
    }
}

static int
run (const CopilVerb *verb, int argc, char **argv)
{
  g_autoptr (CopilStore) store = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *since = NULL, *day = NULL, *first = NULL;
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "since", 0, 0, G_OPTION_ARG_STRING, &since, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    { NULL },
  };

  if (!copil_verb_parse (verb, options, 1, &argc, &argv))
    return COPIL_EXIT_WRONG_CALL;
  if (since && !g_str_equal (since, "meeting") && !copil_date_is_valid (since))
    return copil_verb_wrong_call (verb,
                                  _ ("--since takes a date such as 2024-03-15, or “meeting”,"
                                     " not “%s”"),
                                  since);
  store = copil_verb_open (argv[1]);
  if (!store)
    return COPIL_EXIT_FAILED;
  day = !since || g_str_equal (since, "meeting") ? copil_view_dup_last_meeting (store)
                                                 : g_strdup (since);
  if (!day)
    return copil_verb_fail (argv[1], _ ("No meeting was held yet: say since when with --since."));
  changes = copil_view_list_changes (store, day, &error);
  if (!changes)
    return copil_verb_fail (argv[1], error->message);
  if (json)
    print_json (store, changes);
  else
    {
      print_words (store, changes);
      first = copil_history_dup_first_day (store);
      if (!first || strcmp (day, first) < 0)
        copil_verb_print_wrapped ("", 0,
                                  _ ("The history begins later: of what was changed before it,"
                                     " nothing is told."));
    }
  return copil_verb_finish ();
}

const CopilVerb copil_verb_changes = {
  .name = "changes",
  .synopsis = "FILE [--since DATE|meeting] [--json]",
  .summary = N_ ("Prints what changed since a day, by axis."),
  .details = N_ ("  --since: the day, or “meeting” for the last meeting that was held, as without"
                 " it.\n"
                 "  --json: a list of objects with the axis, the record, what became of it (new,"
                 " changed, done, late, dropped) and the sentences of its changes."),
  .run = run,
};

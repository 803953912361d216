/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-verb.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "copil-deadlines-calendar.h"
#include "copil-deadlines-entries.h"
#include "copil-file.h"
#include "copil-json.h"
#include "copil-publish-file.h"
#include "copil-scratch.h"
#include "copil-value.h"

static void
print_json (GPtrArray *deadlines)
{
  copil_verb_print ("[");
  for (guint i = 0; i < deadlines->len; i++)
    {
      const CopilDeadline *deadline = deadlines->pdata[i];
      g_autoptr (GString) json = g_string_new ("{");
      g_autofree char *note = copil_deadline_dup_note (deadline);

      copil_json_append_text (json, "date", deadline->date);
      copil_json_append_text (json, "title", deadline->title);
      copil_json_append_text (json, "article", deadline->article);
      copil_json_append_text (json, "source", deadline->kind);
      copil_json_append_text (json, "state", copil_deadline_state_get_name (deadline->state));
      copil_json_append_text (json, "reckoning", deadline->reckoning);
      copil_json_append_text (json, "note", note);
      copil_verb_printf ("%s\n%s}", i ? "," : "", json->str);
    }
  copil_verb_print (deadlines->len ? "\n]\n" : "]\n");
}

static void
print_words (GPtrArray *deadlines)
{
  for (guint i = 0; i < deadlines->len; i++)
    {
      const CopilDeadline *deadline = deadlines->pdata[i];
      g_autofree char *first = g_strdup_printf ("%s  %s  ", deadline->date,
                                                copil_deadline_state_get_label (deadline->state));
      g_autofree char *line = deadline->article
                                  ? g_strdup_printf ("%s (%s)", deadline->title, deadline->article)
                                  : g_strdup (deadline->title);

      g_autofree char *note = copil_deadline_dup_note (deadline);

      copil_verb_print_wrapped (first, 12, line);
      if (deadline->reckoning)
        copil_verb_print_wrapped ("            ", 12, deadline->reckoning);
      if (note)
        copil_verb_print_wrapped ("            ", 12, note);
    }
}

static gboolean
write_cb (CopilStore *store, const char *path, gpointer calendar, GError **error)
{
  return g_file_set_contents (path, g_bytes_get_data (calendar, NULL),
                              (gssize)g_bytes_get_size (calendar), error);
}

/* Has the file remember what a calendar is told of it now; FALSE after saying why it cannot. */
static gboolean
remember_calendar (const char *path)
{
  g_autoptr (GFile) location = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CopilScratch) scratch = copil_scratch_new (&error);
  g_autoptr (CopilFile) file = scratch ? copil_file_open (location, NULL, &error) : NULL;

  if (file && copil_calendar_remember (copil_file_get_store (file), &error) &&
      copil_store_finish_reading (copil_file_get_store (file), 0, &error) &&
      (!copil_file_is_dirty (file) || copil_file_save (file, NULL, &error)))
    return TRUE;
  copil_verb_fail (path, error->message);
  return FALSE;
}

static int
run (const CopilVerb *verb, int argc, char **argv)
{
  g_autoptr (CopilStore) store = NULL;
  g_autoptr (GPtrArray) deadlines = NULL;
  g_autoptr (GBytes) calendar = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *on = NULL, *ics = NULL;
  gboolean json = FALSE, remember = FALSE;
  const GOptionEntry options[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, NULL, NULL },
    { "ics", 0, 0, G_OPTION_ARG_FILENAME, &ics, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    { "remember", 0, 0, G_OPTION_ARG_NONE, &remember, NULL, NULL },
    { NULL },
  };

  if (!copil_verb_parse (verb, options, 1, &argc, &argv))
    return COPIL_EXIT_WRONG_CALL;
  if (on && !copil_date_is_valid (on))
    return copil_verb_wrong_call (verb, _ ("--on takes a date such as 2024-03-15, not “%s”"), on);
  if (remember && !ics)
    return copil_verb_wrong_call (verb, _ ("--remember goes with --ics"));
  if (remember && !remember_calendar (argv[1]))
    return COPIL_EXIT_FAILED;
  store = copil_verb_open (argv[1]);
  if (!store)
    return COPIL_EXIT_FAILED;
  deadlines = copil_deadline_list (store, COPIL_DEADLINES_ALL, NULL, NULL, on);
  if (ics)
    {
      calendar = copil_deadlines_calendar_new (store, deadlines);
      if (!copil_publish_file (store, ics, write_cb, calendar, &error))
        return copil_verb_fail (ics, error->message);
    }
  if (json)
    print_json (deadlines);
  else if (!ics)
    print_words (deadlines);
  return copil_verb_finish ();
}

const CopilVerb copil_verb_deadlines = {
  .name = "deadlines",
  .synopsis = "FILE [--on DATE] [--json] [--ics OUT [--remember]]",
  .summary = N_ ("Prints the deadlines of the convention and of its records, by date."),
  .details =
      N_ ("  --on: as they stand on that day, today without it.\n"
          "  --json: a list of objects with the date, the title, the article, the kind of"
          " the record it comes from (source), the state (past, due, done), how the day is found"
          " (reckoning) and what is said beside it (note).\n"
          "  --ics: a file for calendars with one event each.\n"
          "  --remember: the file notes what the calendar is told, so that the next one moves"
          " what has moved and cancels what is gone."),
  .run = run,
};

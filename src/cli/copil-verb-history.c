/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-verb.h"

#include <glib/gi18n-lib.h>

#include "copil-history.h"
#include "copil-json.h"

static gboolean
read_id (const CopilVerb *verb, const char *text, gint64 *id)
{
  char *end = NULL;

  *id = g_ascii_strtoll (text, &end, 10);
  if (*id > 0 && !*end)
    return TRUE;
  copil_verb_wrong_call (verb, _ ("--id takes a number, not “%s”"), text);
  return FALSE;
}

static void
print_json (GPtrArray *entries)
{
  copil_verb_print ("[");
  for (guint i = 0; i < entries->len; i++)
    {
      const CopilHistoryEntry *entry = entries->pdata[i];
      g_autoptr (GString) json = g_string_new ("{");
      g_autoptr (GPtrArray) sentences = g_ptr_array_new ();

      for (guint j = 0; j < entry->changes->len; j++)
        g_ptr_array_add (sentences, ((CopilHistoryChange *)entry->changes->pdata[j])->sentence);
      copil_json_append_text (json, "time", entry->time);
      copil_json_append_text (json, "author", entry->author);
      copil_json_append_text (json, "name", entry->name);
      copil_json_append_texts (json, "sentences", sentences);
      copil_verb_printf ("%s\n%s}", i ? "," : "", json->str);
    }
  copil_verb_print (entries->len ? "\n]\n" : "]\n");
}

static void
print_words (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const CopilHistoryEntry *entry = entries->pdata[i];
      g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (entry->time, NULL);
      g_autoptr (GDateTime) here = utc ? g_date_time_to_local (utc) : NULL;
      g_autofree char *time =
          here ? g_date_time_format (here, "%Y-%m-%d %H:%M") : g_strdup (entry->time);

      copil_verb_printf ("%s  %s%s%s\n", time, entry->author ? entry->author : "",
                         entry->author ? "  " : "", entry->name);
      for (guint j = 0; j < entry->changes->len; j++)
        copil_verb_print_wrapped ("  ", 4,
                                  ((CopilHistoryChange *)entry->changes->pdata[j])->sentence);
    }
}

static int
run (const CopilVerb *verb, int argc, char **argv)
{
  g_autoptr (CopilStore) store = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  gboolean json = FALSE;
  CopilHistoryFilter filter = { 0 };
  const GOptionEntry options[] = {
    { "id", 0, 0, G_OPTION_ARG_STRING, &id, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    { NULL },
  };

  if (!copil_verb_parse (verb, options, 1, &argc, &argv))
    return COPIL_EXIT_WRONG_CALL;
  if (id && !read_id (verb, id, &filter.id))
    return COPIL_EXIT_WRONG_CALL;
  store = copil_verb_open (argv[1]);
  if (!store)
    return COPIL_EXIT_FAILED;
  entries = copil_history_read (store, &filter, &error);
  if (!entries)
    return copil_verb_fail (argv[1], error->message);
  if (json)
    print_json (entries);
  else
    print_words (entries);
  return copil_verb_finish ();
}

const CopilVerb copil_verb_history = {
  .name = "history",
  .synopsis = "FILE [--id ID] [--json]",
  .summary = N_ ("Prints who changed what, and when, the newest first."),
  .details = N_ ("  --id: only what concerns that record, or what belongs to it.\n"
                 "  --json: a list of objects with the time (UTC), the author, the name of the"
                 " change and its sentences."),
  .run = run,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-verb.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "copil-json.h"
#include "copil-search.h"

static void
print_json (GPtrArray *hits)
{
  copil_verb_print ("[");
  for (guint i = 0; i < hits->len; i++)
    {
      const CopilHit *hit = hits->pdata[i];
      g_autoptr (GString) json = g_string_new ("{");

      copil_json_append_text (json, "kind", hit->kind->name);
      copil_json_append_int (json, "id", hit->id);
      copil_json_append_text (json, "title", hit->title);
      copil_json_append_text (json, "field", hit->field ? hit->field->name : NULL);
      copil_json_append_text (json, "excerpt", hit->excerpt);
      copil_verb_printf ("%s\n%s}", i ? "," : "", json->str);
    }
  copil_verb_print (hits->len ? "\n]\n" : "]\n");
}

static void
print_words (GPtrArray *hits)
{
  const CopilKind *kind = NULL;

  for (guint i = 0; i < hits->len; i++)
    {
      const CopilHit *hit = hits->pdata[i];

      if (hit->kind != kind)
        copil_verb_printf ("%s%s\n", i ? "\n" : "", copil_kind_get_plural_label (hit->kind));
      kind = hit->kind;
      copil_verb_print_wrapped ("  ", 4, hit->title);
      if (hit->field && !hit->titled)
        {
          g_autofree char *line =
              g_strdup_printf (_ ("%s: %s"), copil_field_get_label (hit->field), hit->excerpt);

          copil_verb_print_wrapped ("    ", 6, line);
        }
    }
}

/* « -word » is one of the words here, and no option. FALSE where the call is wrong. */
static gboolean
parse (const CopilVerb *verb, int argc, char **argv, gboolean *json, const char **file,
       GString *typed)
{
  gboolean options = TRUE;

  for (int i = 1; i < argc; i++)
    if (options && g_str_equal (argv[i], "--json"))
      *json = TRUE;
    else if (options && g_str_equal (argv[i], "--"))
      options = FALSE;
    else if (options && g_str_has_prefix (argv[i], "--"))
      {
        copil_verb_wrong_call (verb, _ ("unknown option %s"), argv[i]);
        return FALSE;
      }
    else if (!*file)
      *file = argv[i];
    else
      {
        /* The words of one argument, as a shell gives it, stand together. */
        gboolean phrase = strchr (argv[i], ' ') != NULL && !strpbrk (argv[i], "\"«“");
        const char *word = argv[i];

        g_string_append (typed, typed->len ? " " : "");
        if (phrase && *word == '-')
          g_string_append_c (typed, *word++);
        g_string_append_printf (typed, phrase ? "\"%s\"" : "%s", word);
      }
  if (*file && typed->len > 0)
    return TRUE;
  copil_verb_wrong_call (verb, _ ("something is missing: copil %s %s"), verb->name, verb->synopsis);
  return FALSE;
}

static int
run (const CopilVerb *verb, int argc, char **argv)
{
  g_autoptr (CopilStore) store = NULL;
  g_autoptr (CopilTerms) words = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GString) typed = g_string_new (NULL);
  const char *file = NULL;
  gboolean json = FALSE;

  if (!parse (verb, argc, argv, &json, &file, typed))
    return COPIL_EXIT_WRONG_CALL;
  words = copil_terms_parse (typed->str);
  if (!words)
    return copil_verb_wrong_call (verb, _ ("there is no word to look for"));
  store = copil_verb_open (file);
  if (!store)
    return COPIL_EXIT_FAILED;
  hits = copil_store_search (store, words, 0);
  if (json)
    print_json (hits);
  else
    print_words (hits);
  return copil_verb_finish ();
}

const CopilVerb copil_verb_search = {
  .name = "search",
  .synopsis = "FILE WORDS… [--json]",
  .summary = N_ ("Prints the records that hold the words, with the words around them."),
  .details =
      N_ ("Words are looked for in any order, without regard to accents and capitals, each as the"
          " beginning of a word. An exact phrase stands between quotation marks; “-word” leaves"
          " out what holds it.\n"
          "  --json: a list of objects with the kind, the id, the title, the field and the"
          " excerpt."),
  .run = run,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-rules.h"

#include "copil-text-pieces.h"

typedef struct
{
  const char *pattern; /* NULL for the head of a subject */
  const char *with;    /* what takes the place of what is found */
  int yields;
  gboolean begins; /* a rule or a subject */
} Row;

static const Row rows[] = {
#define RULE(name, how, pattern, yes, no) { pattern, NULL, TRUE, TRUE },
#define SPLIT(name, how, pattern, yes, no) { pattern, NULL, TRUE, TRUE },
#define REPLACE(name, how, pattern, with, yes, no) { pattern, with, TRUE, TRUE },
#define SUBJECT(name, how, kind) { NULL, NULL, 0, TRUE },
#define CASE(yields, pattern, yes, no) { pattern, NULL, yields, FALSE },
#define CHANGE(pattern, with, yes, no) { pattern, with, TRUE, FALSE },
#include "copil-text-rules.def"
};

static guint first[COPIL_N_RULES + 1]; /* the first row of each, by number */

static gpointer
number_rows (G_GNUC_UNUSED gpointer data)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].begins)
      first[n++] = i + (rows[i].pattern ? 0 : 1);
  first[n] = G_N_ELEMENTS (rows);
  return NULL;
}

/* The expression of a row of a rule, compiled once; NULL behind its last one. */
static GRegex *
get_row (CopilTextRule rule, guint at)
{
  static GOnce numbered = G_ONCE_INIT;
  static gsize compiled[G_N_ELEMENTS (rows)];
  guint row;

  g_once (&numbered, number_rows, NULL);
  row = first[rule] + at;
  if (row >= G_N_ELEMENTS (rows) || (rows[row].begins && at > 0))
    return NULL;
  if (g_once_init_enter (&compiled[row]))
    {
      g_autoptr (GError) error = NULL;
      GRegex *regex = g_regex_new (rows[row].pattern, G_REGEX_OPTIMIZE, 0, &error);

      if (!regex)
        g_error ("%s: %s", rows[row].pattern, error->message);
      g_once_init_leave (&compiled[row], (gsize)regex);
    }
  return (GRegex *)compiled[row];
}

int
copil_text_search_next (CopilTextRule rule, guint *from, const char *text, GMatchInfo **info)
{
  GRegex *regex;

  if (info)
    *info = NULL;
  while ((regex = get_row (rule, *from)))
    {
      guint row = first[rule] + (*from)++;

      if (g_regex_match (regex, text, 0, info))
        return rows[row].yields;
      if (info)
        g_clear_pointer (info, g_match_info_unref);
    }
  return 0;
}

int
copil_text_match (CopilTextRule rule, const char *text)
{
  guint from = 0;

  return copil_text_search_next (rule, &from, text, NULL);
}

int
copil_text_search (CopilTextRule rule, const char *text, GMatchInfo **info)
{
  guint from = 0;

  return copil_text_search_next (rule, &from, text, info);
}

char *
copil_text_replace (CopilTextRule rule, const char *text)
{
  char *result = g_strdup (text);
  GRegex *regex;

  for (guint at = 0; (regex = get_row (rule, at)); at++)
    {
      char *next;

      if (!g_regex_match (regex, result, 0, NULL)) /* as mostly */
        continue;
      next = g_regex_replace (regex, result, -1, 0, rows[first[rule] + at].with, 0, NULL);
      if (!next) /* not text: as it was */
        continue;
      g_free (result);
      result = next;
    }
  return result;
}

char **
copil_text_split (CopilTextRule rule, const char *text)
{
  return g_regex_split (get_row (rule, 0), text, 0);
}

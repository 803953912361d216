/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-runs.h"

#include "copil-typography.h"

#include <string.h>

typedef struct
{
  CopilRunStyle style;
  char *text;
} Run;

struct _CopilRuns
{
  grefcount references;
  GArray *items; /* Run */
};

static void
run_clear (gpointer data)
{
  g_free (((Run *)data)->text);
}

char *
copil_lines_unify (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *lines;

  if (!strpbrk (valid, "\r\v\f\xc2\xe2"))
    return g_steal_pointer (&valid);
  lines = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029)
        c = '\n';
      g_string_append_unichar (lines, c);
    }
  return g_string_free (lines, FALSE);
}

static void
take_run (CopilRuns *runs, CopilRunStyle style, char *text)
{
  Run run = { style, text };

  g_array_append_val (runs->items, run);
}

CopilRuns *
copil_runs_new (const char *text)
{
  CopilRuns *runs = g_new0 (CopilRuns, 1);

  g_ref_count_init (&runs->references);
  runs->items = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (runs->items, run_clear);
  return copil_runs_add (runs, COPIL_RUN_PLAIN, text);
}

CopilRuns *
copil_runs_ref (CopilRuns *runs)
{
  g_ref_count_inc (&runs->references);
  return runs;
}

void
copil_runs_unref (CopilRuns *runs)
{
  if (!g_ref_count_dec (&runs->references))
    return;
  g_array_unref (runs->items);
  g_free (runs);
}

CopilRuns *
copil_runs_add (CopilRuns *runs, CopilRunStyle style, const char *text)
{
  g_return_val_if_fail (runs != NULL, NULL);

  if (text && *text)
    take_run (runs, style, copil_lines_unify (text));
  return runs;
}

CopilRuns *
copil_runs_add_break (CopilRuns *runs)
{
  return copil_runs_add (runs, COPIL_RUN_PLAIN, "\n");
}

guint
copil_runs_get_n_runs (const CopilRuns *runs)
{
  return runs->items->len;
}

const char *
copil_runs_get_run (const CopilRuns *runs, guint i, CopilRunStyle *style)
{
  const Run *run;

  g_return_val_if_fail (i < runs->items->len, NULL);

  run = &g_array_index (runs->items, Run, i);
  if (style)
    *style = run->style;
  return run->text;
}

char *
copil_runs_to_string (const CopilRuns *runs)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < runs->items->len; i++)
    g_string_append (all, copil_runs_get_run (runs, i, NULL));
  return g_string_free (all, FALSE);
}

/* Adds plain text with the ends of its ordinals raised: digits, or a Roman number that is no word.
 */
static void
take_ordinals (CopilRuns *runs, const char *text)
{
  static GRegex *ordinal;
  static gsize once;
  g_autoptr (GMatchInfo) match = NULL;
  int from = 0;

  if (g_once_init_enter (&once))
    {
      ordinal = g_regex_new (
          "(?<![\\p{L}\\d.,/-])(?:1(?=(?:er|re|ers|res)\\b)|\\d+(?=(?:e|es)\\b)|I(?=(?:er|re)\\b)"
          "|(?:[IVX]{2,}|V|X)(?=e\\b))(er|re|ers|res|es|e)(?![\\p{L}\\d-])",
          G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  for (g_regex_match (ordinal, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      int start, end;

      g_match_info_fetch_pos (match, 1, &start, &end);
      if (start > from)
        take_run (runs, COPIL_RUN_PLAIN, g_strndup (text + from, (gsize)(start - from)));
      take_run (runs, COPIL_RUN_SUPERSCRIPT, g_strndup (text + start, (gsize)(end - start)));
      from = end;
    }
  if (text[from])
    take_run (runs, COPIL_RUN_PLAIN, g_strdup (text + from));
}

CopilRuns *
copil_runs_french (const CopilRuns *runs)
{
  g_autofree char *all = copil_runs_to_string (runs);
  g_autofree char *french = NULL;
  g_autofree gsize *ends = g_new0 (gsize, runs->items->len + 1);
  CopilRuns *result = copil_runs_new (NULL);
  gsize end = 0, start = 0;

  for (guint i = 0; i < runs->items->len; i++)
    {
      end += strlen (copil_runs_get_run (runs, i, NULL));
      ends[i] = end;
    }
  french = copil_typography_french_marked (all, ends, runs->items->len);
  for (guint i = 0; i < runs->items->len; i++)
    {
      CopilRunStyle style;

      copil_runs_get_run (runs, i, &style);
      if (ends[i] > start)
        {
          g_autofree char *part = g_strndup (french + start, ends[i] - start);
          if (style == COPIL_RUN_PLAIN)
            take_ordinals (result, part);
          else
            take_run (result, style, g_steal_pointer (&part));
        }
      start = ends[i];
    }
  return result;
}

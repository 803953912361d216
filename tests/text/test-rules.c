/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of reading: every row finds the sentences that it is for, and no sentence that it is
 * not for. */
#include <locale.h>
#include <string.h>

#include "copil-text-match.h"
#include "copil-text-pieces.h"
#include "copil-text-rules.h"

typedef enum
{
  FIRST, /* rows of a subject: the first that is found wins */
  EVERY, /* they are asked one by one */
  IN_TURN,
  CUT
} Kind;

typedef enum
{
  FOLDED,
  PRINTED
} How;

typedef struct
{
  const char *name; /* of a rule or a subject, NULL for a further row of it */
  How how;
  Kind kind;
  int yields;
  const char *pattern; /* NULL for a subject, whose rows follow */
  const char *const *yes, *const *no;
} Row;

#define LIST(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define YES(...) LIST (__VA_ARGS__)
#define NO(...) LIST (__VA_ARGS__)

static const Row rows[] = {
#define RULE(name, how, pattern, yes, no) { #name, how, FIRST, TRUE, pattern, yes, no },
#define SPLIT(name, how, pattern, yes, no) { #name, how, CUT, TRUE, pattern, yes, no },
#define REPLACE(name, how, pattern, with, yes, no) { #name, how, IN_TURN, TRUE, pattern, yes, no },
#define SUBJECT(name, how, kind) { #name, how, kind, 0, NULL, NULL, NULL },
#define CASE(yields, pattern, yes, no) { NULL, 0, 0, yields, pattern, yes, no },
#define CHANGE(pattern, with, yes, no) { NULL, 0, 0, TRUE, pattern, yes, no },
#include "copil-text-rules.def"
};

/* One fault of many: all are told. */
static void G_GNUC_PRINTF (1, 2) complain (const char *format, ...)
{
  g_autofree char *said = NULL;
  va_list values;

  va_start (values, format);
  said = g_strdup_vprintf (format, values);
  va_end (values);
  g_test_message ("%s", said);
  g_test_fail ();
}

/* As the rule is asked: folded where it is, with the spaces around that a part of a sentence has.
 */
static char *
as_asked (How how, const char *text)
{
  g_autofree char *folded = NULL;

  if (how == PRINTED)
    return g_strdup (text);
  folded = copil_text_fold (text);
  return g_strconcat (text[0] == ' ' ? " " : "", folded,
                      *folded && g_str_has_suffix (text, " ") ? " " : "", NULL);
}

/* The groups of a match that hold something, or the whole where the rule has none. */
static char *
captured (GMatchInfo *info)
{
  GString *all = g_string_new (NULL);
  int n = g_regex_get_capture_count (g_match_info_get_regex (info));

  for (int i = n ? 1 : 0; i <= n; i++)
    {
      g_autofree char *group = g_match_info_fetch (info, i);

      if (group && *g_strstrip (group))
        g_string_append_printf (all, "%s%s", all->len ? " | " : "", group);
    }
  return g_string_free (all, FALSE);
}

static void
check_example (CopilTextRule rule, const Row *subject, const Row *row, guint at,
               const char *example)
{
  const char *arrow = strstr (example, " → ");
  g_autofree char *printed =
      arrow ? g_strndup (example, (gsize)(arrow - example)) : g_strdup (example);
  g_autofree char *text = as_asked (subject->how, printed);
  g_autofree char *got = NULL, *wanted = NULL, *clean = NULL;

  if (subject->kind == IN_TURN)
    {
      got = copil_text_replace (rule, text);
      if (g_str_equal (got, text) || !arrow)
        complain ("%s, row %u: nothing is changed in “%s”, or it does not say into what",
                  subject->name, at, printed);
    }
  else if (subject->kind == CUT)
    {
      g_auto (GStrv) parts = copil_text_split (rule, text);

      got = g_strjoinv (" | ", parts);
    }
  else
    {
      g_autoptr (GMatchInfo) info = NULL;
      guint from = subject->kind == EVERY ? at : 0;
      int yields = copil_text_search_next (rule, &from, text, &info);

      if (from != at + 1 || yields != row->yields)
        {
          complain ("%s, row %u: “%s” is %s", subject->name, at, printed,
                    yields ? "another row's" : "not found");
          return;
        }
      got = captured (info);
      if (!arrow && g_regex_get_capture_count (g_match_info_get_regex (info)) && *got)
        complain ("%s, row %u: “%s” does not say that it gives “%s”", subject->name, at, printed,
                  got);
    }
  if (!arrow)
    return;
  wanted = as_asked (subject->how, arrow + strlen (" → "));
  clean = as_asked (subject->how, got);
  if (!g_str_equal (clean, wanted))
    complain ("%s, row %u: “%s” gives “%s” instead of “%s”", subject->name, at, printed, clean,
              wanted);
}

static void
check_counter_example (CopilTextRule rule, const Row *subject, guint at, const char *example)
{
  g_autofree char *text = as_asked (subject->how, example);

  if (subject->kind == IN_TURN)
    {
      g_autofree char *got = copil_text_replace (rule, text);

      if (!g_str_equal (got, text))
        complain ("%s, row %u: “%s” becomes “%s”", subject->name, at, example, got);
    }
  else if (subject->kind == CUT)
    {
      g_auto (GStrv) parts = copil_text_split (rule, text);

      if (g_strv_length (parts) != 1)
        complain ("%s: “%s” is cut", subject->name, example);
    }
  else
    {
      guint from = at;

      if (copil_text_search_next (rule, &from, text, NULL) && from == at + 1)
        complain ("%s, row %u: “%s” is found", subject->name, at, example);
    }
}

/* The parts between the strokes that stand outside of all brackets. Free with g_strfreev(). */
static char **
split_alternatives (const char *pattern)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autoptr (GString) part = g_string_new (NULL);
  int depth = 0;
  gboolean set = FALSE; /* within [ ] */

  for (const char *at = pattern; *at; at++)
    {
      if (*at == '|' && !depth && !set)
        {
          g_strv_builder_add (parts, part->str);
          g_string_truncate (part, 0);
          continue;
        }
      g_string_append_c (part, *at);
      if (*at == '\\' && at[1])
        g_string_append_c (part, *++at);
      else if (*at == '[')
        set = TRUE;
      else if (*at == ']')
        set = FALSE;
      else if (!set)
        depth += (*at == '(') - (*at == ')');
    }
  g_strv_builder_add (parts, part->str);
  return g_strv_builder_end (parts);
}

/* Each alternative that a row has is there for an example. */
static void
check_alternatives (const Row *subject, const Row *row, guint at)
{
  g_auto (GStrv) parts = split_alternatives (row->pattern);
  GRegexCompileFlags flags = g_str_has_prefix (row->pattern, "(?i)") ? G_REGEX_CASELESS : 0;

  for (int i = 0; parts[1] && parts[i]; i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (parts[i], flags, 0, NULL);
      gboolean shown = FALSE;

      g_assert_nonnull (regex);
      for (guint k = 0; row->yes[k] && !shown; k++)
        {
          const char *arrow = strstr (row->yes[k], " → ");
          g_autofree char *printed = arrow ? g_strndup (row->yes[k], (gsize)(arrow - row->yes[k]))
                                           : g_strdup (row->yes[k]);
          g_autofree char *text = as_asked (subject->how, printed);

          shown = g_regex_match (regex, text, 0, NULL);
        }
      if (!shown)
        complain ("%s, row %u: no example for “%s”", subject->name, at, parts[i]);
    }
}

static void
test_examples (void)
{
  const Row *subject = NULL;
  int rule = -1;
  guint at = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];

      if (row->name)
        {
          rule++;
          subject = row;
          at = 0;
        }
      if (!row->pattern)
        continue;
      g_assert_true (row->yields != 0);
      g_assert_nonnull (row->yes[0]);
      g_assert_nonnull (row->no[0]);
      check_alternatives (subject, row, at);
      for (guint k = 0; row->yes[k]; k++)
        check_example ((CopilTextRule)rule, subject, row, at, row->yes[k]);
      for (guint k = 0; row->no[k]; k++)
        check_counter_example ((CopilTextRule)rule, subject, at, row->no[k]);
      at++;
    }
  g_assert_cmpint (rule + 1, ==, COPIL_N_RULES);
}

/* A row that begins no rule has a subject above it, and nothing is asked behind the last row. */
static void
test_ends (void)
{
  guint from = 1000;

  g_assert_cmpint (copil_text_search_next (COPIL_RULE_RENEWAL, &from, "tacite", NULL), ==, 0);
  for (int rule = 0; rule < COPIL_N_RULES; rule++)
    {
      g_autoptr (GMatchInfo) info = NULL;

      from = 0;
      while (copil_text_search_next ((CopilTextRule)rule, &from, "", &info))
        g_clear_pointer (&info, g_match_info_unref);
      g_assert_null (info);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/examples", test_examples);
  g_test_add_func ("/rules/ends", test_ends);
  return g_test_run ();
}

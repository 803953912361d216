/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-minutes-life-text.h"

#include <string.h>

/* Longer texts are compared by their beginning and end alone. */
#define MAX_CELLS 4000000

typedef struct
{
  const char *text; /* not owned */
  gsize length;     /* bytes */
  guint start, end; /* characters */
} Token;

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Words, stretches of spaces, and marks one by one. */
static GArray *
split (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  guint at = 0;

  while (*text)
    {
      gunichar first = g_utf8_get_char (text);
      Token token = { text, 0, at, at };

      do
        {
          text = g_utf8_next_char (text);
          token.end++;
        }
      while (*text && ((is_word (first) && is_word (g_utf8_get_char (text))) ||
                       (g_unichar_isspace (first) && g_unichar_isspace (g_utf8_get_char (text)))));
      token.length = text - token.text;
      at = token.end;
      g_array_append_val (tokens, token);
    }
  return tokens;
}

static gboolean
same (GArray *a, guint i, GArray *b, guint j)
{
  const Token *x = &g_array_index (a, Token, i), *y = &g_array_index (b, Token, j);

  return x->length == y->length && memcmp (x->text, y->text, x->length) == 0;
}

static void
add (GArray *ranges, GArray *tokens, guint place)
{
  const Token *token = &g_array_index (tokens, Token, place);
  CopilTextRange range = { token->start, token->end };
  CopilTextRange *last =
      ranges->len ? &g_array_index (ranges, CopilTextRange, ranges->len - 1) : NULL;

  if (last && last->end == range.start)
    last->end = range.end;
  else
    g_array_append_val (ranges, range);
}

/* The longest common subsequence of what lies between the common beginning and end. */
static void
compare (GArray *a, guint a_start, guint a_end, GArray *b, guint b_start, guint b_end, GArray *gone,
         GArray *come)
{
  gsize width = b_end - b_start + 1, height = a_end - a_start + 1;
  g_autofree guint32 *longest = NULL;
  guint i = a_start, j = b_start;

  if (width * height <= MAX_CELLS)
    {
      longest = g_new0 (guint32, width * height);
      for (guint y = a_end; y-- > a_start;)
        for (guint x = b_end; x-- > b_start;)
          {
            guint32 *cell = &longest[(y - a_start) * width + (x - b_start)];
            *cell = same (a, y, b, x) ? cell[width + 1] + 1 : MAX (cell[width], cell[1]);
          }
    }
  while (longest && i < a_end && j < b_end)
    {
      const guint32 *cell = &longest[(i - a_start) * width + (j - b_start)];

      if (same (a, i, b, j))
        {
          i++;
          j++;
        }
      else if (cell[width] >= cell[1])
        add (gone, a, i++);
      else
        add (come, b, j++);
    }
  while (i < a_end)
    add (gone, a, i++);
  while (j < b_end)
    add (come, b, j++);
}

void
copil_minutes_text_compare (const char *before, const char *after, GArray **gone, GArray **come)
{
  g_autoptr (GArray) a = split (before ? before : ""), b = split (after ? after : "");
  guint start = 0, a_end = a->len, b_end = b->len;

  *gone = g_array_new (FALSE, FALSE, sizeof (CopilTextRange));
  *come = g_array_new (FALSE, FALSE, sizeof (CopilTextRange));
  while (start < a_end && start < b_end && same (a, start, b, start))
    start++;
  while (a_end > start && b_end > start && same (a, a_end - 1, b, b_end - 1))
    {
      a_end--;
      b_end--;
    }
  compare (a, start, a_end, b, start, b_end, *gone, *come);
}

/* Replaces it where it is found exactly once; NULL elsewhere. */
static char *
replace_once (const char *text, const char *before, const char *after)
{
  const char *found = *before ? strstr (text, before) : NULL;

  if (!found || strstr (found + 1, before))
    return NULL;
  return g_strdup_printf ("%.*s%s%s", (int)(found - text), text, after, found + strlen (before));
}

static char *
join (char **lines, guint start, guint end)
{
  GString *text = g_string_new (NULL);

  for (guint i = start; i < end; i++)
    {
      if (i > start)
        g_string_append_c (text, '\n');
      g_string_append (text, lines[i]);
    }
  return g_string_free (text, FALSE);
}

void
copil_minutes_text_trim (const char *before, const char *after, char **old_part, char **new_part)
{
  g_auto (GStrv) a = g_strsplit (before ? before : "", "\n", -1);
  g_auto (GStrv) b = g_strsplit (after ? after : "", "\n", -1);
  guint start = 0, a_end = g_strv_length (a), b_end = g_strv_length (b);

  while (start < a_end && start < b_end && g_str_equal (a[start], b[start]))
    start++;
  while (a_end > start && b_end > start && g_str_equal (a[a_end - 1], b[b_end - 1]))
    {
      a_end--;
      b_end--;
    }
  /* What only comes or goes is said with the line that it follows, or the one that it precedes. */
  if ((start == a_end || start == b_end) && start > 0)
    start--;
  else if ((start == a_end || start == b_end) && a[a_end] && b[b_end])
    {
      a_end++;
      b_end++;
    }
  *old_part = join (a, start, a_end);
  *new_part = join (b, start, b_end);
}

char *
copil_minutes_text_replace (const char *text, const char *before, const char *after)
{
  g_autofree char *old_part = NULL, *new_part = NULL;
  char *replaced;

  text = text ? text : "";
  before = before ? before : "";
  after = after ? after : "";
  if (!*text && !*before)
    return g_strdup (after);
  replaced = replace_once (text, before, after);
  if (replaced || !*before)
    return replaced;
  copil_minutes_text_trim (before, after, &old_part, &new_part);
  return replace_once (text, old_part, new_part);
}

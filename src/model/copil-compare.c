/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-compare.h"

#include <string.h>

/* Words of the one times words of the other: 16 MB of places. */
#define MOST_PLACES (4 * 1024 * 1024)

static void
run_free (gpointer data)
{
  CopilComparedRun *run = data;

  g_free (run->text);
  g_free (run);
}

/* Words, each with what follows it up to the next. */
static GPtrArray *
split (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  while (text && *text)
    {
      const char *end = text;

      while (*end && !g_unichar_isspace (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      while (*end && g_unichar_isspace (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      g_ptr_array_add (words, g_strndup (text, (gsize)(end - text)));
      text = end;
    }
  return words;
}

/* The same word, whatever space comes after it. */
static gboolean
is_same (const char *a, const char *b)
{
  gsize m = strlen (a), n = strlen (b);

  while (m && g_ascii_isspace (a[m - 1]))
    m--;
  while (n && g_ascii_isspace (b[n - 1]))
    n--;
  return m == n && memcmp (a, b, m) == 0;
}

static void
add (GPtrArray *runs, int change, const char *text)
{
  CopilComparedRun *last = runs->len ? runs->pdata[runs->len - 1] : NULL;

  if (!last || last->change != change)
    {
      last = g_new0 (CopilComparedRun, 1);
      last->change = change;
      last->text = g_strdup (text);
      g_ptr_array_add (runs, last);
    }
  else
    {
      char *longer = g_strconcat (last->text, text, NULL);

      g_free (last->text);
      last->text = longer;
    }
}

static void
add_words (GPtrArray *runs, int change, GPtrArray *words, guint from, guint to)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append (text, words->pdata[i]);
  if (text->len)
    add (runs, change, text->str);
}

/* Between first and the last words that are the same: by the longest common sequence. */
static void
follow (GPtrArray *runs, GPtrArray *a, guint a0, guint a1, GPtrArray *b, guint b0, guint b1)
{
  guint m = a1 - a0, n = b1 - b0, i = 0, j = 0;
  g_autofree guint *longest = NULL;

#define AT(i, j) longest[(gsize)(i) * (n + 1) + (j)]
  if (m == 0 || n == 0 || (gsize)(m + 1) * (n + 1) > MOST_PLACES)
    {
      add_words (runs, -1, a, a0, a1);
      add_words (runs, 1, b, b0, b1);
      return;
    }
  longest = g_new0 (guint, (gsize)(m + 1) * (n + 1));
  for (i = m; i-- > 0;)
    for (j = n; j-- > 0;)
      AT (i, j) = is_same (a->pdata[a0 + i], b->pdata[b0 + j]) ? AT (i + 1, j + 1) + 1
                                                               : MAX (AT (i + 1, j), AT (i, j + 1));
  i = j = 0;
  while (i < m || j < n)
    {
      guint k = i, l = j;

      while (k < m && l < n && is_same (a->pdata[a0 + k], b->pdata[b0 + l]))
        k++, l++;
      add_words (runs, 0, b, b0 + j, b0 + l);
      i = k;
      j = l;
      while (i < m && (j == n || AT (i + 1, j) >= AT (i, j + 1)) &&
             !(j < n && is_same (a->pdata[a0 + i], b->pdata[b0 + j])))
        i++;
      while (j < n && (i == m || AT (i, j + 1) > AT (i + 1, j)) &&
             !(i < m && is_same (a->pdata[a0 + i], b->pdata[b0 + j])))
        j++;
      add_words (runs, -1, a, a0 + k, a0 + i);
      add_words (runs, 1, b, b0 + l, b0 + j);
    }
#undef AT
}

GPtrArray *
copil_compare_texts (const char *before, const char *after)
{
  g_autoptr (GPtrArray) a = split (before), b = split (after);
  GPtrArray *runs = g_ptr_array_new_with_free_func (run_free);
  guint first = 0, a1 = a->len, b1 = b->len;

  while (first < a1 && first < b1 && is_same (a->pdata[first], b->pdata[first]))
    first++;
  while (a1 > first && b1 > first && is_same (a->pdata[a1 - 1], b->pdata[b1 - 1]))
    a1--, b1--;
  add_words (runs, 0, b, 0, first);
  follow (runs, a, first, a1, b, first, b1);
  add_words (runs, 0, b, b1, b->len);
  return runs;
}

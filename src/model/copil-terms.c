/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-terms.h"

#include <string.h>

#include "copil-fold.h"

/* « 4.1.1 » is three words that stand together. */
typedef struct
{
  char *normalized; /* " mise en oeuvre"; a space at its end where the last word is whole */
  gboolean without;
} Term;

struct _CopilTerms
{
  GPtrArray *terms;
  guint wanted; /* that are not without */
};

static void
term_free (gpointer data)
{
  g_free (((Term *)data)->normalized);
  g_free (data);
}

/* The words of a text, and for each byte of them where it stands in the text where "places" is
 * given. */
static GString *
normalize (const char *text, GArray *places)
{
  GString *normalized = g_string_new (" ");
  guint start = 0;

  if (places)
    g_array_append_val (places, start);
  for (const char *p = text; p && *p; p = g_utf8_next_char (p))
    {
      g_autofree char *one = g_strndup (p, (gsize)(g_utf8_next_char (p) - p));
      g_autofree char *folded = copil_fold (one);
      guint place = (guint)(p - text);

      for (const char *f = folded ? folded : " "; *f; f = g_utf8_next_char (f))
        {
          gboolean word = g_unichar_isalnum (g_utf8_get_char (f));

          if (!word && normalized->str[normalized->len - 1] == ' ')
            continue;
          if (word)
            g_string_append_unichar (normalized, g_utf8_get_char (f));
          else
            g_string_append_c (normalized, ' ');
          while (places && places->len < normalized->len)
            g_array_append_val (places, place);
        }
    }
  if (normalized->str[normalized->len - 1] != ' ')
    g_string_append_c (normalized, ' ');
  return normalized;
}

char *
copil_terms_normalize (const char *text)
{
  g_autofree char *folded = copil_fold (text);
  GString *normalized = g_string_new (" ");

  for (const char *p = folded ? folded : ""; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_len (normalized, p, g_utf8_next_char (p) - p);
      else if (normalized->str[normalized->len - 1] != ' ')
        g_string_append_c (normalized, ' ');
    }
  if (normalized->str[normalized->len - 1] != ' ')
    g_string_append_c (normalized, ' ');
  return g_string_free (normalized, FALSE);
}

static void
add_term (CopilTerms *terms, const char *from, gsize length, gboolean phrase, gboolean without)
{
  g_autofree char *typed = g_strndup (from, length);
  g_autofree char *normalized = copil_terms_normalize (typed);
  gsize end = strlen (normalized);
  Term *term;

  if (end < 2)
    return;
  /* A word is the beginning of one; a phrase ends with a whole one. */
  if (!phrase)
    normalized[end - 1] = '\0';
  term = g_new0 (Term, 1);
  term->normalized = g_steal_pointer (&normalized);
  term->without = without;
  terms->wanted += !without;
  g_ptr_array_add (terms->terms, term);
}

/* Any of the quotation marks that people type. */
static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0xab || c == 0xbb || c == 0x201c || c == 0x201d || c == 0x201e;
}

CopilTerms *
copil_terms_parse (const char *typed)
{
  CopilTerms *terms = g_new0 (CopilTerms, 1);
  const char *p = typed ? typed : "";

  terms->terms = g_ptr_array_new_with_free_func (term_free);
  while (*p && g_utf8_validate (typed, -1, NULL))
    {
      gboolean without = *p == '-' || g_utf8_get_char (p) == 0x2212, phrase;
      const char *start = without ? g_utf8_next_char (p) : p, *end;

      phrase = is_quote (g_utf8_get_char (start));
      if (phrase)
        start = g_utf8_next_char (start);
      for (end = start; *end; end = g_utf8_next_char (end))
        if (phrase ? is_quote (g_utf8_get_char (end)) : g_unichar_isspace (g_utf8_get_char (end)))
          break;
      add_term (terms, start, (gsize)(end - start), phrase && *end, without);
      p = *end ? g_utf8_next_char (end) : end;
    }
  if (terms->wanted > 0)
    return terms;
  copil_terms_free (terms);
  return NULL;
}

void
copil_terms_free (CopilTerms *terms)
{
  g_ptr_array_unref (terms->terms);
  g_free (terms);
}

gboolean
copil_terms_match (CopilTerms *terms, const char *normalized)
{
  for (guint i = 0; i < terms->terms->len; i++)
    {
      const Term *term = terms->terms->pdata[i];

      if ((strstr (normalized, term->normalized) != NULL) == term->without)
        return FALSE;
    }
  return TRUE;
}

guint
copil_terms_count (CopilTerms *terms, const char *normalized)
{
  guint n = 0;

  for (guint i = 0; i < terms->terms->len; i++)
    {
      const Term *term = terms->terms->pdata[i];
      n += !term->without && strstr (normalized, term->normalized);
    }
  return n;
}

guint
copil_terms_get_n (CopilTerms *terms)
{
  return terms->wanted;
}

/* Where the first of what is looked for begins, in bytes. */
static gsize
find_first (CopilTerms *terms, const char *text)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) normalized = normalize (text, places);
  const char *first = NULL;

  for (guint i = 0; i < terms->terms->len; i++)
    {
      const Term *term = terms->terms->pdata[i];
      const char *found = term->without ? NULL : strstr (normalized->str, term->normalized);

      if (found && (!first || found < first))
        first = found;
    }
  return first && (gsize)(first - normalized->str) + 1 < places->len
             ? g_array_index (places, guint, first - normalized->str + 1)
             : 0;
}

char *
copil_terms_excerpt (CopilTerms *terms, const char *text, guint length)
{
  const char *at = text + find_first (terms, text), *start = at, *end = at, *stop;
  g_autofree char *middle = NULL, *line = NULL;

  for (guint i = 0; i < length / 3 && start > text; i++)
    start = g_utf8_prev_char (start);
  if (start > text)
    while (start < at && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (start))))
      start = g_utf8_next_char (start);
  for (guint i = 0; i < length && *end; i++)
    end = g_utf8_next_char (end);
  /* Not in the middle of a word, unless it is a long one. */
  for (stop = end; *end && stop > at && !g_unichar_isspace (g_utf8_get_char (stop));)
    stop = g_utf8_prev_char (stop);
  if (stop > at)
    end = stop;
  middle = g_strndup (start, (gsize)(end - start));
  line = g_strstrip (g_strdelimit (middle, "\n\r\t", ' '));
  middle = NULL;
  return g_strconcat (start > text ? "…" : "", line, *end ? "…" : "", NULL);
}

char *
copil_terms_cut (const char *normalized)
{
  GString *cut = g_string_sized_new (strlen (normalized));
  guint letters = 0;

  for (const char *p = normalized; *p; p = g_utf8_next_char (p))
    {
      letters = g_unichar_isalnum (g_utf8_get_char (p)) ? letters + 1 : 0;
      if (letters <= COPIL_TERMS_STEM)
        g_string_append_len (cut, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (cut, FALSE);
}

/* Whether the index tells all of a term: no word of it goes beyond what is kept, nor may one that
 * is whole be only the beginning of what is kept. */
static gboolean
is_told (const Term *term, gboolean whole)
{
  g_auto (GStrv) words = g_strsplit (term->normalized, " ", -1);
  gboolean told = TRUE;

  for (guint i = 0; words[i]; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);
      gboolean last = !words[i + 1] || (whole && !words[i + 2]);

      told &= length < COPIL_TERMS_STEM || (length == COPIL_TERMS_STEM && last && !whole);
    }
  return told;
}

char *
copil_terms_to_fts (CopilTerms *terms, gboolean *exact)
{
  GString *query = g_string_new (NULL);

  *exact = TRUE;
  for (int without = 0; without < 2; without++)
    for (guint i = 0; i < terms->terms->len; i++)
      {
        const Term *term = terms->terms->pdata[i];
        gboolean whole = term->normalized[strlen (term->normalized) - 1] == ' ', told;
        g_autofree char *cut = NULL, *text = NULL;
        const char *last;

        if (term->without != without)
          continue;
        told = is_told (term, whole);
        *exact &= told;
        if (without && !told)
          continue;
        cut = copil_terms_cut (term->normalized);
        text = g_strstrip (g_strdup (cut));
        last = strrchr (text, ' ');
        last = last ? last + 1 : text;
        g_string_append_printf (query, "%s\"%s\"%s",
                                query->len == 0 ? ""
                                : without       ? " NOT "
                                                : " AND ",
                                text,
                                whole || g_utf8_strlen (last, -1) >= COPIL_TERMS_STEM ? "" : " *");
      }
  return g_string_free (query, FALSE);
}

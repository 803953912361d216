/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-fold.h"

#include <string.h>

/* Letters of Latin scripts are folded once and kept. */
#define N_KEPT 0x250

static char *
fold_character (gunichar c)
{
  char text[7] = { 0 };
  g_autofree char *decomposed = NULL;
  g_autoptr (GString) plain = g_string_new (NULL);

  g_unichar_to_utf8 (c, text);
  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  for (const char *p = decomposed; p && *p; p = g_utf8_next_char (p))
    {
      gunichar part = g_utf8_get_char (p);

      if (part == 0x152 || part == 0x153)
        g_string_append (plain, "oe");
      else if (part == 0xc6 || part == 0xe6)
        g_string_append (plain, "ae");
      else if (part == 0x2018 || part == 0x2019)
        g_string_append_c (plain, '\'');
      else if (!g_unichar_ismark (part))
        g_string_append_unichar (plain, part);
    }
  return g_utf8_casefold (plain->str, (gssize)plain->len);
}

static gpointer
fold_kept (gpointer data)
{
  char **kept = g_new0 (char *, N_KEPT);

  for (gunichar c = 1; c < N_KEPT; c++)
    kept[c] = fold_character (c);
  return kept;
}

/* A search goes through all texts of an axis with this, and most of their letters are of the Latin
 * scripts. */
char *
copil_fold (const char *text)
{
  static GOnce once = G_ONCE_INIT;
  char **kept = g_once (&once, fold_kept, NULL);
  GString *folded;

  if (!text || !g_utf8_validate (text, -1, NULL))
    return NULL;
  folded = g_string_sized_new (strlen (text));
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < N_KEPT)
        g_string_append (folded, kept[c]);
      else
        {
          g_autofree char *one = fold_character (c);
          g_string_append (folded, one);
        }
    }
  return g_string_free (folded, FALSE);
}

char *
copil_fold_name (const char *text)
{
  g_autofree char *folded = copil_fold (text);
  GString *name = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = folded ? folded : ""; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = name->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (name, ' ');
      space = FALSE;
      g_string_append_unichar (name, c);
    }
  return g_string_free (name, FALSE);
}

int
copil_collate (const char *a, const char *b)
{
  g_autofree char *first = copil_fold (a), *second = copil_fold (b);
  int order = g_strcmp0 (first, second);

  return order != 0 ? order : g_strcmp0 (a, b);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a text, word by word. */
#include "copil-compare.h"

/* The runs as "same -went +came". */
static char *
tell (const char *before, const char *after)
{
  g_autoptr (GPtrArray) runs = copil_compare_texts (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const CopilComparedRun *run = runs->pdata[i];
      g_autofree char *words = g_strdup (run->text);

      g_string_append_printf (text, "%s%s%s", text->len ? "|" : "",
                              run->change < 0   ? "-"
                              : run->change > 0 ? "+"
                                                : "",
                              g_strstrip (words));
    }
  return g_string_free (text, FALSE);
}

static void
test_known (void)
{
  static const struct
  {
    const char *before, *after, *told;
  } cases[] = {
    { NULL, NULL, "" },
    { "", "un mot", "+un mot" },
    { "un mot", NULL, "-un mot" },
    { "le même  texte", "le même texte", "le même texte" },
    { "une fois par an", "deux fois par an", "-une|+deux|fois par an" },
    { "il se réunit une fois", "il se réunit", "il se réunit|-une fois" },
    { "a b c d e", "a x c y e", "a|-b|+x|c|-d|+y|e" },
    { "a b", "b a", "-a|b|+a" },
    { "été – début.\n\nFin", "été – fin.\n\nFin", "été –|-début.|+fin.|Fin" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = tell (cases[i].before, cases[i].after);

      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

/* What went and what stays is the text before, what came and what stays the one after. */
static void
test_whole (void)
{
  static const char *const words[] = { "un ", "deux ", "trois ", "été\n", "œuvre " };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GString) before = g_string_new (NULL), after = g_string_new (NULL),
                          went = g_string_new (NULL), came = g_string_new (NULL);
      g_autoptr (GPtrArray) runs = NULL;

      for (int n = g_rand_int_range (random, 0, 30); n > 0; n--)
        g_string_append (before, words[g_rand_int_range (random, 0, 5)]);
      for (int n = g_rand_int_range (random, 0, 30); n > 0; n--)
        g_string_append (after, words[g_rand_int_range (random, 0, 5)]);
      runs = copil_compare_texts (before->str, after->str);
      for (guint j = 0; j < runs->len; j++)
        {
          const CopilComparedRun *run = runs->pdata[j];

          g_assert_true (j == 0 ||
                         run->change != ((const CopilComparedRun *)runs->pdata[j - 1])->change);
          if (run->change <= 0)
            g_string_append (went, run->text);
          if (run->change >= 0)
            g_string_append (came, run->text);
        }
      g_assert_cmpstr (went->str, ==, before->str);
      g_assert_cmpstr (came->str, ==, after->str);
    }
}

static void
test_large (void)
{
  g_autoptr (GString) before = g_string_new (NULL), after = g_string_new (NULL);
  g_autoptr (GPtrArray) runs = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append_printf (before, "a%u ", i);
      g_string_append_printf (after, "b%u ", i);
    }
  runs = copil_compare_texts (before->str, after->str);
  g_assert_cmpuint (runs->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/known", test_known);
  g_test_add_func ("/compare/whole", test_whole);
  g_test_add_func ("/compare/large", test_large);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-runs.h"
#include "copil-typography.h"

#include <string.h>

#define NB "\xc2\xa0"
#define NNB "\xe2\x80\xaf"

static const char *const cases[][2] = {
  { "", "" },
  { "Rien", "Rien" },
  { "Où en est-on ?", "Où en est-on" NNB "?" },
  { "Où en est-on?", "Où en est-on" NNB "?" },
  { "Bravo!", "Bravo" NNB "!" },
  { "un; deux ; trois", "un" NNB "; deux" NNB "; trois" },
  { "Objet : réunion", "Objet" NB ": réunion" },
  { "Objet: réunion", "Objet" NB ": réunion" },
  { "Quoi ?!", "Quoi" NNB "?!" },
  { "Non !!!", "Non" NNB "!!!" },
  { "(vraiment ?)", "(vraiment" NNB "?)" },
  { "(?)", "(?)" },
  { "« mot »", "«" NNB "mot" NNB "»" },
  { "«mot»", "«" NNB "mot" NNB "»" },
  { "« Où ? »", "«" NNB "Où" NNB "?" NNB "»" },
  { "il dit : « oui »", "il dit" NB ": «" NNB "oui" NNB "»" },
  /* Left alone: times, addresses, ratios, what is right already. */
  { "à 14:30", "à 14:30" },
  { "à 14:30 : début", "à 14:30" NB ": début" },
  { "https://exemple.fr/a?b=c;d", "https://exemple.fr/a?b=c;d" },
  { "voir https://exemple.fr/?x! et", "voir https://exemple.fr/?x! et" },
  { "voir (https://exemple.fr/a?b=1)", "voir (https://exemple.fr/a?b=1)" },
  { "« https://exemple.fr/?a=1 »", "«" NNB "https://exemple.fr/?a=1" NNB "»" },
  { "www.exemple.fr?a", "www.exemple.fr?a" },
  { "mailto:nom@exemple.fr; suite", "mailto:nom@exemple.fr; suite" },
  { "C:\\dossier", "C:\\dossier" },
  { "1:2", "1:2" },
  { "déjà" NB "! ou" NNB "! là" NB ":", "déjà" NB "! ou" NNB "! là" NB ":" },
  { "«" NB "déjà" NB "»", "«" NB "déjà" NB "»" },
  { " : au début", " : au début" },
  { "ligne\n: autre", "ligne\n: autre" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *once = copil_typography_french (cases[i][0]);
      g_autofree char *twice = copil_typography_french (once);

      g_assert_cmpstr (once, ==, cases[i][1]);
      g_assert_cmpstr (twice, ==, once);
    }
}

static void
test_language (void)
{
  g_assert_true (copil_typography_is_french ("fr"));
  g_assert_true (copil_typography_is_french ("fr-FR"));
  g_assert_false (copil_typography_is_french ("fro"));
  g_assert_false (copil_typography_is_french ("en-GB"));
  g_assert_false (copil_typography_is_french (NULL));
}

static void
test_runs (void)
{
  g_autoptr (CopilRuns) runs = copil_runs_new (NULL);
  g_autoptr (CopilRuns) french = NULL;
  g_autofree char *all = NULL;
  CopilRunStyle style;

  copil_runs_add (runs, COPIL_RUN_STRONG, "Pilote ");
  copil_runs_add (runs, COPIL_RUN_PLAIN, ": le bureau ");
  copil_runs_add (runs, COPIL_RUN_EMPHASIS, "? «");
  copil_runs_add (runs, COPIL_RUN_PLAIN, " oui »");
  french = copil_runs_french (runs);
  all = copil_runs_to_string (french);
  g_assert_cmpstr (all, ==, "Pilote" NB ": le bureau" NNB "? «" NNB "oui" NNB "»");
  g_assert_cmpuint (copil_runs_get_n_runs (french), ==, 4);
  g_assert_cmpstr (copil_runs_get_run (french, 0, &style), ==, "Pilote" NB);
  g_assert_cmpint (style, ==, COPIL_RUN_STRONG);
  g_assert_cmpstr (copil_runs_get_run (french, 2, &style), ==, "? «");
  g_assert_cmpint (style, ==, COPIL_RUN_EMPHASIS);
}

/* The ends of ordinals are raised; words and codes that only look like them are not. */
static void
test_ordinals (void)
{
  static const struct
  {
    const char *text, *raised;
  } ordinals[] = { { "le 1er mars et la 1re fois", "er re" },
                   { "classes de 4e et de 3e", "e e" },
                   { "le XXIe siècle, François Ier", "e er" },
                   { "Ce lycée, De Gaulle, Le Mans, article 4.1.2e", "" },
                   { "F2e, 12e-13, 3es", "es" },
                   { "les 2es rencontres", "es" } };

  for (guint i = 0; i < G_N_ELEMENTS (ordinals); i++)
    {
      g_autoptr (CopilRuns) runs = copil_runs_new (ordinals[i].text);
      g_autoptr (CopilRuns) french = copil_runs_french (runs);
      g_autoptr (GString) raised = g_string_new (NULL);
      g_autofree char *all = copil_runs_to_string (french);

      g_assert_cmpstr (all, ==, ordinals[i].text);
      for (guint r = 0; r < copil_runs_get_n_runs (french); r++)
        {
          CopilRunStyle style;
          const char *run = copil_runs_get_run (french, r, &style);
          if (style == COPIL_RUN_SUPERSCRIPT)
            g_string_append_printf (raised, "%s%s", raised->len ? " " : "", run);
        }
      g_assert_cmpstr (raised->str, ==, ordinals[i].raised);
    }
}

/* Whatever is thrown at it, no byte of the text but spaces changes, and marks stay within. */
static void
test_random (void)
{
  static const char *const atoms[] = { "a", " ", "  ", ":",   ";", "!", "?", "«", "»",
                                       "é", "@", "\n", "://", "(", ")", NB,  "5", "www." };

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *once = NULL, *twice = NULL;
      gsize marks[3];

      for (int n = g_test_rand_int_range (0, 14); n > 0; n--)
        g_string_append (text, atoms[g_test_rand_int_range (0, G_N_ELEMENTS (atoms))]);
      marks[0] = 0;
      marks[1] = (gsize)(g_utf8_offset_to_pointer (text->str, g_utf8_strlen (text->str, -1) / 2) -
                         text->str);
      marks[2] = text->len;
      once = copil_typography_french_marked (text->str, marks, 3);
      twice = copil_typography_french (once);
      g_assert_cmpstr (twice, ==, once);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_cmpuint (marks[0], <=, marks[1]);
      g_assert_cmpuint (marks[1], <=, marks[2]);
      g_assert_cmpuint (marks[2], ==, strlen (once));
      g_assert_true (g_utf8_validate (once, (gssize)marks[1], NULL));
      for (const char *p = text->str, *q = once; *p || *q;)
        {
          while (*p && g_unichar_isspace (g_utf8_get_char (p)))
            p = g_utf8_next_char (p);
          while (*q && g_unichar_isspace (g_utf8_get_char (q)))
            q = g_utf8_next_char (q);
          g_assert_cmpuint (g_utf8_get_char (p), ==, g_utf8_get_char (q));
          if (*p)
            p = g_utf8_next_char (p);
          if (*q)
            q = g_utf8_next_char (q);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typography/cases", test_cases);
  g_test_add_func ("/typography/language", test_language);
  g_test_add_func ("/typography/runs", test_runs);
  g_test_add_func ("/typography/ordinals", test_ordinals);
  g_test_add_func ("/typography/random", test_random);
  return g_test_run ();
}

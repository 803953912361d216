/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-terms.h"

static void
test_matches (void)
{
  static const struct
  {
    const char *typed, *text;
    gboolean matches;
  } cases[] = {
    { "realise", "Réalisé en 2023", TRUE },
    { "RÉALI", "réalisé", TRUE },
    { "alis", "réalisé", FALSE }, /* the beginning of a word */
    { "oeuvre mise", "la mise en Œuvre", TRUE },
    { "l'ecole", "l’École", TRUE },
    { "ecole", "l’École", TRUE },
    { "porte-parole", "porte parole", TRUE },
    { "vis à vis", "vis-à-vis", TRUE },
    { "12 000", "12\u00a0000 stages", TRUE },
    { "4.1.1", "article 4.1.1", TRUE },
    { "4.1.1", "article 4.1.10", TRUE },
    { "4.1.1", "article 4.11", FALSE },
    { "\"en entreprise\"", "classe en entreprise", TRUE },
    { "\"en entreprise\"", "en classe, entreprise", FALSE },
    { "\"en entreprise\"", "en entreprises", FALSE },
    { "« en entreprise »", "classe en entreprise", TRUE },
    { "classe -entreprise", "classe en entreprise", FALSE },
    { "classe -entreprise", "classe de seconde", TRUE },
    { "stage −lycée", "stage au lycee", FALSE },
    { "stage -\"au lycée\"", "lycée, au stage", TRUE },
    { "stage lycée", "stage\x1flycée", TRUE },
    { "\"stage lycée", "stage lycéen", TRUE }, /* a phrase that is still being typed */
    { "straße", "STRASSE", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CopilTerms) terms = copil_terms_parse (cases[i].typed);
      g_autofree char *text = copil_terms_normalize (cases[i].text);

      g_assert_nonnull (terms);
      if (copil_terms_match (terms, text) != cases[i].matches)
        g_error ("“%s” in “%s”", cases[i].typed, cases[i].text);
    }
}

static void
test_nothing (void)
{
  static const char *const cases[] = { "", " ", "-", "\"\"", "-mot", "…", "« »", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_null (copil_terms_parse (cases[i]));
  g_assert_null (copil_terms_parse (NULL));
}

static void
test_excerpt (void)
{
  g_autoptr (CopilTerms) terms = copil_terms_parse ("entreprise");
  g_autofree char *whole = copil_terms_excerpt (terms, "Classe en entreprise", 60);
  g_autofree char *cut = copil_terms_excerpt (
      terms,
      "Une phrase assez longue pour être coupée des deux côtés : la classe en\nentreprise y est au"
      " milieu, et beaucoup de mots viennent encore après elle.",
      40);

  g_assert_cmpstr (whole, ==, "Classe en entreprise");
  g_assert_cmpstr (cut, ==, "…la classe en entreprise y est au milieu, et beaucoup…");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/terms/matches", test_matches);
  g_test_add_func ("/terms/nothing", test_nothing);
  g_test_add_func ("/terms/excerpt", test_excerpt);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-clause.h"

#include <stdlib.h>
#include <string.h>

#include "copil-text-match.h"

#define COUNT                                                                                      \
  "((?:d')?(?:[0-9]{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|"    \
  "dix-huit|vingt|vingt-quatre|trente-six|trente))"                                                \
  "(?: \\([^)]{1,12}\\))?"
#define UNIT "(ans?|annees?|mois)"

static void
clause_free (gpointer data)
{
  CopilTextClause *clause = data;

  g_free (clause->value);
  g_free (clause->article);
  g_free (clause);
}

static void
add (GPtrArray *clauses, const char *field, char *value, const char *article,
     const CopilTextBlock *block, gboolean doubtful)
{
  CopilTextClause *clause;

  for (guint i = 0; value && i < clauses->len; i++)
    if (g_str_equal (((CopilTextClause *)clauses->pdata[i])->field, field))
      g_clear_pointer (&value, g_free);
  if (!value)
    return;
  clause = g_new0 (CopilTextClause, 1);
  clause->field = field;
  clause->value = value;
  clause->article = g_strdup (article);
  clause->start = block->start;
  clause->end = block->end;
  clause->doubtful = doubtful;
  g_ptr_array_add (clauses, clause);
}

/* Months of "trois ans", "36 mois"; 0 where the pattern (with a count and a unit as its first two
 * groups) is not found. */
static int
months (const char *pattern, const char *folded)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *count = NULL, *unit = NULL;

  if (!copil_text_search (pattern, folded, &info))
    return 0;
  count = g_match_info_fetch (info, 1);
  unit = g_match_info_fetch (info, 2);
  return copil_text_number (count) * (g_str_has_prefix (unit, "an") ? 12 : 1);
}

static char *
number_or_null (int number)
{
  return number > 0 ? g_strdup_printf ("%d", number) : NULL;
}

static void
read_renewal (GPtrArray *clauses, const char *folded, const char *article,
              const CopilTextBlock *block)
{
  if (copil_text_match (
          "ne (?:peut|pourra|saurait|sera|peut pas|pourra pas) (?:pas )?etre "
          "(?:renouvelee?|reconduite?|prorogee?)[^.]*tacite"
          "|sans (?:possibilite de )?tacite reconduction|(?:exclut|exclusion)[^.]*tacite "
          "reconduction|n'est pas (?:tacitement )?(?:renouvelable|reconductible)",
          folded))
    add (clauses, "renewal", g_strdup ("none"), article, block, FALSE);
  else if (copil_text_match ("tacite reconduction|tacitement|reconduction tacite", folded))
    add (clauses, "renewal",
         g_strdup (copil_text_match ("sous reserve|a condition|sous condition|subordonn", folded)
                       ? "conditional"
                       : "tacit"),
         article, block, FALSE);
  else if (copil_text_match (
               "(?:bilan|evaluation|accord|avenant|decision|express)[^.]*(?:prolongement|prolongee?"
               "|renouvelee?|renouvellement|reconduite|reconduction)\\b"
               "|\\b(?:renouvelable|renouvelee?|reconductible|reconduite|prolongee?)\\b[^.]*(?:par "
               "avenant|accord|express|bilan|evaluation|decision|ecrit)"
               "|nouvelle convention est subordonnee",
               folded) &&
           !copil_text_match ("ne pas reconduire", folded))
    add (clauses, "renewal", g_strdup ("conditional"), article, block, TRUE);
  else if (copil_text_match ("(?:est|sera) (?:renouvelable|reconductible)", folded))
    add (clauses, "renewal", g_strdup ("conditional"), article, block, TRUE);
}

static void
read_notice (GPtrArray *firm, GPtrArray *loose, const char *folded, const char *article,
             const CopilTextBlock *block)
{
  int found = months (
      "preavis (?:ecrit |minimal |minimum )?(?:est )?(?:de |fixe a |d')" COUNT " " UNIT, folded);

  if (!found)
    found = months (COUNT
                    " " UNIT " (?:au moins |au plus tard )?avant (?:sa |la |le |l'|son )?(?:date "
                    "d'expiration|date d'echeance|echeance|terme|expiration|fin|date anniversaire)",
                    folded);
  if (found)
    {
      add (firm, "notice_months", number_or_null (found), article, block, FALSE);
      return;
    }
  if (copil_text_match ("resili|denonc", folded))
    add (loose, "notice_months",
         number_or_null (months (
             "delai (?:minimal |minimum |de preavis |de rigueur )?(?:de |d')" COUNT " " UNIT,
             folded)),
         article, block, TRUE);
}

static void
read_signature (GPtrArray *clauses, GPtrArray *loose, const char *folded, const char *previous,
                const char *article, const CopilTextBlock *block, gboolean after)
{
  gsize at = 0;
  g_autofree char *date = copil_text_find_date (folded, &at);

  if (!date)
    return;
  if (copil_text_match ("^(?:fait|signe|etabli)\\b", folded) ||
      (copil_text_match ("^(?:fait|signe|etabli)\\b", previous) && strlen (folded) < 30))
    add (clauses, "signed", g_strdup (date), NULL, block, FALSE);
  else if (after &&
           copil_text_match ("^(?:le |date ?:? ?|a [a-z -]+, le |[a-z -]{2,30}, le )", folded) &&
           strlen (folded) < 60)
    add (clauses, "signed", g_strdup (date), NULL, block, FALSE);
  else if (after && at < 3 && strlen (folded) < 30)
    add (loose, "signed", g_strdup (date), NULL, block, TRUE);
  else if (copil_text_match ("^(?:convention|accord|protocole) du ", folded))
    add (loose, "signed", g_strdup (date), NULL, block, TRUE);
}

GPtrArray *
copil_text_list_clauses (GPtrArray *blocks)
{
  GPtrArray *clauses = g_ptr_array_new_with_free_func (clause_free);
  g_autoptr (GPtrArray) loose = g_ptr_array_new_with_free_func (clause_free);
  g_autofree char *article = NULL, *previous = g_strdup ("");
  gboolean after = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const CopilTextBlock *block = blocks->pdata[i];
      g_autofree char *folded = copil_text_fold (block->text);
      g_autoptr (GMatchInfo) info = NULL;

      if (block->type == COPIL_TEXT_ARTICLE || block->type == COPIL_TEXT_DECIMAL)
        {
          g_free (article);
          article = g_strdup (block->label);
          after = TRUE;
        }
      if (copil_text_search ("\\bnor ?:? ?([a-z]{3,4}[a-z0-9]{8,12})\\b", folded, &info))
        {
          g_autofree char *nor = g_match_info_fetch (info, 1), *upper = g_ascii_strup (nor, -1);

          add (clauses, "reference", g_strconcat ("NOR ", upper, NULL), NULL, block, FALSE);
        }
      add (clauses, "duration_months",
           number_or_null (months (
               "(?:duree|periode) (?:[a-z]+ ){0,3}?(?:de |d'|est de |fixee a )?" COUNT " " UNIT,
               folded)),
           article, block, FALSE);
      if (copil_text_match ("\\bconvention\\b|accord|partenariat", folded) ||
          copil_text_match ("^elle ", folded))
        add (loose, "duration_months",
             number_or_null (months (
                 "(?:conclue?|valable|signee?|etablie?) (?:pour|sur) " COUNT " " UNIT, folded)),
             article, block, TRUE);
      if (copil_text_match ("comite|pilotage|parties|signataires|groupe", folded))
        {
          if (copil_text_match ("(?:une fois (?:par an|l'an|chaque annee)|annuellement|chaque "
                                "annee|tous les ans)",
                                folded) &&
              copil_text_match ("se reuni", folded))
            add (clauses, "meetings_per_year", g_strdup ("1"), article, block, FALSE);
          else if (copil_text_match ("se reuni[^.]*(?:deux fois (?:par an|l'an|chaque "
                                     "annee)|semestriel|tous les six mois)",
                                     folded))
            add (clauses, "meetings_per_year", g_strdup ("2"), article, block, FALSE);
          else if (copil_text_match ("se reuni[^.]*(?:trois fois par an)", folded))
            add (clauses, "meetings_per_year", g_strdup ("3"), article, block, FALSE);
          else if (copil_text_match (
                       "se reuni[^.]*(?:trimestriel|quatre fois par an|tous les trois mois)",
                       folded))
            add (clauses, "meetings_per_year", g_strdup ("4"), article, block, FALSE);
        }
      if (copil_text_match ("comite|pilotage", folded))
        {
          if (copil_text_match ("\\ba parite\\b|paritaire", folded))
            add (clauses, "composition", g_strdup ("parity"), article, block, TRUE);
          else if (copil_text_match ("compose de [0-9]+ membres", folded))
            add (clauses, "composition", g_strdup ("fixed"), article, block, TRUE);
          else if (copil_text_match ("constitue d'un representant|un representant de chaque|un "
                                     "representant de chacune",
                                     folded))
            add (clauses, "composition", g_strdup ("one_by_party"), article, block, TRUE);
        }
      read_renewal (clauses, folded, article, block);
      read_notice (clauses, loose, folded, article, block);
      read_signature (clauses, loose, folded, previous, article, block, after);
      g_free (previous);
      previous = g_steal_pointer (&folded);
    }
  for (guint i = 0; i < loose->len; i++)
    {
      const CopilTextClause *clause = loose->pdata[i];
      CopilTextBlock place = { .start = clause->start, .end = clause->end };

      add (clauses, clause->field, g_strdup (clause->value), clause->article, &place, TRUE);
    }
  return clauses;
}

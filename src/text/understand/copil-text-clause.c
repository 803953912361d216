/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-clause.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "copil-text-match.h"

#define WORDS                                                                                      \
  "une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|dix-huit|vingt|"           \
  "vingt-quatre|trente|trente-six|quarante-huit|soixante"
#define COUNT "((?:d')?(?:[0-9]{1,3}|" WORDS "))(?: \\([^)]{1,16}\\))?"
#define UNIT "(ans?|annees?|(?:m|rn)ois)" /* "rn" is how a text recognition reads "m" */
#define DATE                                                                                       \
  "(?:[0-3]?[0-9](?:er)? [a-z]{3,9}\\.? 20[0-9]{2}|[0-3]?[0-9][./-][01]?[0-9][./-]20[0-9]{2})"

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
 * groups, or its next two) is not found. */
static int
months (const char *pattern, const char *folded)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *count = NULL, *unit = NULL;

  if (!copil_text_search (pattern, folded, &info))
    return 0;
  count = g_match_info_fetch (info, 1);
  unit = g_match_info_fetch (info, 2);
  if (!*count)
    {
      g_free (count);
      g_free (unit);
      count = g_match_info_fetch (info, 3);
      unit = g_match_info_fetch (info, 4);
    }
  return copil_text_number (count) * (g_str_has_prefix (unit, "an") ? 12 : 1);
}

static char *
number_or_null (int number)
{
  return number > 0 ? g_strdup_printf ("%d", number) : NULL;
}

/* "Du 1er septembre 2024 au 31 août 2028", "pour les années scolaires 2023-2024 à 2025-2026". */
static int
months_between (const char *folded)
{
  g_autoptr (GMatchInfo) info = NULL, school = NULL;
  g_autofree char *first = NULL, *last = NULL, *from = NULL, *to = NULL;
  int y1, m1, d1, y2, m2, d2;

  if (copil_text_search (
          "annees? scolaires? (20[0-9]{2})[-/ ](?:20)?[0-9]{2}\\b(?:[^.;]*\\b20[0-9]{2}"
          "[-/ ](20[0-9]{2}))",
          folded, &school))
    {
      first = g_match_info_fetch (school, 1);
      last = g_match_info_fetch (school, 2);
      return MAX (0, (atoi (last) - atoi (first)) * 12);
    }
  if (!copil_text_search ("\\b(?:du|le|au|a compter du|a partir du) (" DATE
                          ")[^.;]{0,60}?\\b(?:au|jusqu'au|"
                          "(?:expire|s'acheve|prend fin|se termine) (?:le|au)) (" DATE ")",
                          folded, &info))
    return 0;
  first = g_match_info_fetch (info, 1);
  last = g_match_info_fetch (info, 2);
  from = copil_text_find_date (first, NULL);
  to = copil_text_find_date (last, NULL);
  if (!from || !to || sscanf (from, "%d-%d-%d", &y1, &m1, &d1) != 3 ||
      sscanf (to, "%d-%d-%d", &y2, &m2, &d2) != 3)
    return 0;
  /* The last day is one of them: up to 31 August is up to 1 September. */
  return MAX (0, (y2 - y1) * 12 + m2 - m1 + (d2 >= d1 + 27 || d2 + 1 >= d1 + 28 ? 1 : 0));
}

/* From one date to another where that is a number of whole months, the last day counted or not;
 * else 0. */
static int
whole_months (const char *from, const char *to)
{
  int y1, m1, d1, y2, m2, d2;

  if (sscanf (from, "%d-%d-%d", &y1, &m1, &d1) != 3 ||
      sscanf (to, "%d-%d-%d", &y2, &m2, &d2) != 3 || (d2 != d1 && d2 + 1 != d1))
    return 0;
  return MAX (0, (y2 - y1) * 12 + m2 - m1);
}

#define RENEWED "(?:renouvele|reconduit|prolonge|proroge)e?s?\\b"
#define RENEWAL "(?:renouvellement|reconduction|prolongation|prolongement|prorogation)\\b"

static void
read_renewal (GPtrArray *clauses, const char *folded, const char *article, const char *title,
              const CopilTextBlock *block)
{
  gboolean tacit = copil_text_match (
      "tacite|tacitement|(?:renouvele|reconduit|proroge|reconductible|renouvelable)[^.]{0,20} "
      "(?:automatiquement|de plein droit)|reconduction automatique",
      folded);

  /* Other things are renewed too: a term of office, a place. */
  if (!copil_text_match (
          "\\b(?:convention|accord|charte|protocole|contrat|pacte|partenariat)\\b|"
          "^(?:elle|il|son|sa) |\\. (?:elle|il|son|sa) |^(?:une?|toute?) (?:[a-z]+ )?" RENEWAL,
          folded) &&
      !copil_text_match (
          "\\bduree|vigueur|\\beffet|echeance|renouvel|reconduc|resili|denonc|validite", title))
    return;
  if (copil_text_match (
          "\\b(?:ne|n')\\s?(?!(?:\\S+ ){1,4}que )[^.;]{0,80}(?:tacite|tacitement)|sans "
          "(?:possibilite de "
          ")?(?:tacite reconduction|reconduction)|(?:exclut|exclu(?:e|sion)|exception)[^.]*tacite"
          "|tacite[^.]{0,30}(?:exclu|est impossible)|n'est (?:pas|ni) (?:tacitement "
          ")?(?:renouvelable|"
          "reconductible)|(?:ne (?:peut|pourra|saurait|sera)|n'est) (?:pas |en aucun cas )?(?:etre "
          ")?" RENEWED "(?! que| qu')|non (?:renouvelable|reconductible)",
          folded) &&
      !copil_text_match ("ne (?:peut|pourra|sera) (?:etre )?" RENEWED "[^.]{0,30} qu[e']", folded))
    add (clauses, "renewal", g_strdup ("none"), article, block, FALSE);
  else if (copil_text_match ("prend fin de plein droit (?:a (?:son|l'|sa|cette)|au )", folded))
    add (clauses, "renewal", g_strdup ("none"), article, block, TRUE);
  else if (tacit)
    add (clauses, "renewal",
         g_strdup (
             copil_text_match (
                 "sous reserve (?:que|de la presentation|d'une? (?!preavis)|de l'eval|du bilan)|a "
                 "condition|sous condition|subordonn",
                 folded)
                 ? "conditional"
                 : "tacit"),
         article, block, FALSE);
  else if (copil_text_match (
               "(?:bilan|evaluation|accord|avenant|decision|express)[^.]*(?:" RENEWED "|" RENEWAL
               ")"
               "|\\b(?:renouvelable|reconductible|" RENEWED
               ")[^.]*(?:par avenant|accord|expres|bilan|evaluation|decision|ecrit|avenant)"
               "|nouvelle convention est subordonnee|" RENEWAL
               "[^.]*(?:avenant|expres|accord|decision|evaluation|bilan)",
               folded) &&
           !copil_text_match ("ne pas reconduire", folded))
    add (clauses, "renewal", g_strdup ("conditional"), article, block, TRUE);
  else if (copil_text_match (
               "(?:est|sera|etre) (?:renouvelable|reconductible)|(?:peut|pourra) (?:etre "
               ")?" RENEWED "|,? renouvelable\\b",
               folded))
    add (clauses, "renewal", g_strdup ("conditional"), article, block, TRUE);
}

static void
read_notice (GPtrArray *firm, GPtrArray *loose, GPtrArray *late, const char *folded,
             const char *article, const CopilTextBlock *block)
{
  int found = months (
      "preavis (?:ecrit |minimal |minimum |prealable )?(?:est )?(?:de |fixe a |d')(?:au moins |"
      "minimum )?" COUNT " " UNIT "|\\b" COUNT " " UNIT " de preavis",
      folded);

  if (!found && (!copil_text_match ("bilan|evaluation|rapport|compte rendu", folded) ||
                 copil_text_match ("denon|resili|retir|preven|reconduction|renouvel", folded)))
    found = months (
        COUNT
        " " UNIT " (?:au moins |au plus tard )?avant (?:sa |la |le |l'|son |cette |ce )?(?:date "
        "(?:d'expiration|d'echeance|d'effet|anniversaire|de fin)|echeance|terme|expiration|fin)"
        "|" COUNT " " UNIT " (?:a l'avance|auparavant)",
        folded);
  /* Of the end alone, it counts where nothing is said of leaving before. */
  if (found &&
      !copil_text_match ("preavis|denon|resili|retir|preven|oppos|a l'avance|sauf", folded))
    {
      add (late, "notice_months", number_or_null (found), article, block, TRUE);
      return;
    }
  if (found)
    {
      add (firm, "notice_months", number_or_null (found), article, block, FALSE);
      return;
    }
  if (copil_text_match ("resili|denonc", folded))
    add (loose, "notice_months",
         number_or_null (
             months ("delai (?:minimal |minimum |de preavis |de rigueur )?(?:de |d')" COUNT " " UNIT
                     "|(?:prend|prendra|prenant) effet " COUNT " " UNIT " (?:apres|suivant)",
                     folded)),
         article, block, TRUE);
}

/* Digits that a stamp or a text recognition set apart or misread: "1 6 juin 2 023", "l2/O6/2023".
 */
static char *
repair_date (const char *folded)
{
  static const char *const rules[][2] = {
    { "(?<=[0-9])o|\\bo(?=[0-9])", "0" },
    { "(?<=[0-9/.])[li|](?=[0-9 /.])|\\b[li|](?=[0-9])", "1" },
    { "(?<=\\b[0-3]) (?=[0-9] ?(?:[./-]|[a-z]{3,9}\\b))", "" },
    { "\\b([12]) ?([09]) ?([0-9]) ?([0-9])\\b(?! ?[0-9])", "\\1\\2\\3\\4" },
    { " ?([/.-]) ?(?=[0-9])", "\\1" },
  };
  char *text = g_strdup (folded);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      char *next = copil_text_replace (rules[i][0], text, rules[i][1]);

      g_free (text);
      text = next;
    }
  return text;
}

/* "Fait à Lille, le 12 mars 2024"; else the last of the dates by the signatures. */
static void
read_signature (GPtrArray *clauses, GPtrArray *loose, const char *folded, const char *previous,
                const CopilTextBlock *block, gboolean after)
{
  gboolean made =
      copil_text_match ("^(?:fait|signe|etabli|conclu)e?s?\\b", folded) ||
      (strlen (folded) < 200 && copil_text_match ("\\bexemplaires?\\b.*\\ble ", folded));
  gboolean behind = copil_text_match ("^(?:fait|signe|etabli|conclu)e?s?\\b", previous);
  gsize at = 0, length = strlen (folded);
  g_autofree char *repaired = NULL, *date = NULL;

  if (!made && length > 90)
    return;
  repaired = repair_date (folded);
  date = copil_text_find_date (repaired, &at);
  if (!date)
    return;
  if (made || (behind && length < 40))
    add (clauses, "signed", g_strdup (date), NULL, block, FALSE);
  else if (after && copil_text_match ("\\b(?:le|date|signe|signature)\\b", folded))
    {
      for (guint i = 0; i < loose->len; i++)
        {
          CopilTextClause *clause = loose->pdata[i];

          /* Who signs last makes the convention. */
          if (g_str_equal (clause->field, "signed") && strcmp (clause->value, date) < 0)
            {
              g_free (clause->value);
              clause->value = g_strdup (date);
              clause->start = block->start;
              clause->end = block->end;
            }
        }
      add (loose, "signed", g_strdup (date), NULL, block, TRUE);
    }
  else if ((after && at < 3 && length < 30) ||
           copil_text_match ("^(?:convention|accord|protocole|charte)(?:-cadre)? du ", folded))
    add (loose, "signed", g_strdup (date), NULL, block, TRUE);
}

/* How long it lasts: said of the convention itself, or in the article that is about that. */
static void
read_duration (GPtrArray *clauses, GPtrArray *loose, const char *folded, const char *article,
               const char *title, const CopilTextBlock *block)
{
  gboolean own =
      copil_text_match ("\\b(?:convention|accord|charte|protocole|contrat|pacte|partenariat)"
                        "\\b|^(?:elle|il) ",
                        folded);
  gboolean about = copil_text_match ("\\bduree|vigueur|\\beffet|echeance", title);
  int found =
      months ("duree[^.;]{0,60}, soit " COUNT " " UNIT
              "|(?:duree|periode) (?:[a-z]+ ){0,3}?(?:de |d'|est de |fixee a )?" COUNT " " UNIT,
              folded);

  if (!own && !about)
    return;
  add ((own || about) && !copil_text_match ("\\bstages?\\b|\\bperiodes? de formation", folded)
           ? clauses
           : loose,
       "duration_months", number_or_null (found), article, block, FALSE);
  if (about && copil_text_match (
                   "(?:pour|sur|durant) l'annee scolaire 20[0-9]{2}[-/ ](?:20)?[0-9]{2}", folded))
    add (loose, "duration_months", g_strdup ("12"), article, block, TRUE);
  add (loose, "duration_months",
       number_or_null (months (
           "(?:conclue?|valable|vaut|signee?|etablie?|consentie?|souscrite?)\\b[^.;]{0,60}? "
           "(?:pour|sur|pendant) (?:une duree de )?" COUNT " " UNIT
           "|(?:vigueur|effets?|applique|applicable|executoire|lie les parties|court)"
           "\\b[^.;]{0,40}? (?:pendant|durant|pour) " COUNT " " UNIT,
           folded)),
       article, block, TRUE);
  if (about || copil_text_match ("vigueur|s'applique|conclue|effet|valable|couvre", folded))
    add (loose, "duration_months", number_or_null (months_between (folded)), article, block, TRUE);
}

GPtrArray *
copil_text_list_clauses (GPtrArray *blocks)
{
  GPtrArray *clauses = g_ptr_array_new_with_free_func (clause_free);
  g_autoptr (GPtrArray) loose = g_ptr_array_new_with_free_func (clause_free);
  g_autoptr (GPtrArray) late = g_ptr_array_new_with_free_func (clause_free);
  g_autofree char *article = NULL, *previous = g_strdup (""), *title = g_strdup ("");
  g_autofree char *until = NULL, *until_article = NULL;
  CopilTextBlock until_place = { .start = 0 };
  gboolean after = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const CopilTextBlock *block = blocks->pdata[i];
      g_autofree char *folded = copil_text_fold (block->text);
      g_autoptr (GMatchInfo) info = NULL, term_info = NULL;

      if (block->type == COPIL_TEXT_ARTICLE || block->type == COPIL_TEXT_DECIMAL)
        {
          g_free (article);
          article = g_strdup (block->label);
          after = TRUE;
        }
      if (block->type > COPIL_TEXT_ITEM)
        {
          g_free (title);
          title = copil_text_fold (block->text);
        }
      if (copil_text_search ("\\bnor ?:? ?([a-z]{3,4}[a-z0-9]{8,12})\\b", folded, &info))
        {
          g_autofree char *nor = g_match_info_fetch (info, 1), *upper = g_ascii_strup (nor, -1);

          add (clauses, "reference", g_strconcat ("NOR ", upper, NULL), NULL, block, FALSE);
        }
      read_duration (clauses, loose, folded, article, title, block);
      /* "Prend effet à sa signature et s’achève le …" */
      if (!until &&
          copil_text_search (
              "\\bsignature\\b[^.]*\\b(?:s'acheve|jusqu'au|prend fin|expire|se termine) (?:le "
              ")?(" DATE ")",
              folded, &term_info))
        {
          g_autofree char *date = g_match_info_fetch (term_info, 1);

          until = copil_text_find_date (date, NULL);
          until_article = g_strdup (article);
          until_place.start = block->start;
          until_place.end = block->end;
        }
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
      read_renewal (clauses, folded, article, title, block);
      read_notice (clauses, loose, late, folded, article, block);
      read_signature (clauses, loose, folded, previous, block, after);
      g_free (previous);
      previous = g_steal_pointer (&folded);
    }
  if (until)
    {
      g_autoptr (GString) term = g_string_new (NULL);

      for (guint i = 0; i < clauses->len + loose->len; i++)
        {
          const CopilTextClause *clause =
              i < clauses->len ? clauses->pdata[i] : loose->pdata[i - clauses->len];

          if (g_str_equal (clause->field, "signed") && !term->len)
            g_string_assign (term, clause->value);
        }
      if (term->len)
        add (loose, "duration_months", number_or_null (whole_months (term->str, until)),
             until_article, &until_place, TRUE);
    }
  for (guint i = 0; i < loose->len + late->len; i++)
    {
      const CopilTextClause *clause =
          i < loose->len ? loose->pdata[i] : late->pdata[i - loose->len];
      CopilTextBlock place = { .start = clause->start, .end = clause->end };

      add (clauses, clause->field, g_strdup (clause->value), clause->article, &place, TRUE);
    }
  return clauses;
}

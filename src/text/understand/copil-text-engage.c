/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-engage.h"

#include <string.h>

#include "copil-text-match.h"

#define MENT_VERB "ani|for|infor|reinfor|transfor|nom|expri|confir|affir|esti|program|consom|ai|pri"
#define ADVERBS                                                                                    \
  "(?:(?:ne|y|en|se|les|le|la|lui|leur|ainsi|egalement|aussi|alors|notamment|ensuite|donc|enfin|"  \
  "ensemble|chacune?|(?!(?:" MENT_VERB                                                             \
  ")ment)[a-z]{3,}ment|chaque annee|chaque fois|pour (?:sa|leur) part|de (?:son|leur) cote) |"     \
  "s'|l'|n')*"

/* Verbs by their form, the firm ones first: "s'engage", then any future, then what is only
 * possible. */
#define FIRM                                                                                       \
  "s'engag(?:e|ent|eront)|s'oblig(?:e|ent)|s'accord(?:e|ent)|convien(?:t|nent)|decid(?:e|ent)|"    \
  "veill(?:e|ent|era|eront)|s'attach(?:e|ent)|s'efforc(?:e|ent)|s'emploi(?:e|ent)|s'astrei(?:nt|"  \
  "gnent)|"                                                                                        \
  "se charg(?:e|ent)|se mobilis(?:e|ent)|contribu(?:e|ent) a\\b"
#define POSSIBLE "peu(?:t|vent)|pourr(?:a|ont)|souhait(?:e|ent)|envisag(?:e|ent)"
#define FUTURE "[a-z]+(?:er|ir|dr|ur|vr|rr|tr|or|ar)(?:a|ont)"
/* What looks like a verb in the present and is none. */
#define NO_VERB                                                                                    \
  "(?:[a-z]*(?:ante?|ique|aire|elle|ale|ive|able|ible|euse|ienne|ee)|territorial|signataire|"      \
  "partenaire|departement|ensemble|par|dont|et|est|sont|ayant|representant|adherent|region|"       \
  "present|grand|second|quand|nord|regie|etablie|definie|choisie|reunie|fournie|garantie|"         \
  "soussignee?|elle|ce|"                                                                           \
  "cette|de|que|ne|se|me|le|une|sise|reconnue|tout|toute|soit|avant|pendant|durant|mettant|"       \
  "autant|quant|d'une|d'autre|vice|contre|entre|outre|notre|votre|libre|propre|membre|cadre)"
#define A_VERB                                                                                     \
  "(?:communique|indique|applique|explique|implique|fabrique|signale|egale|regale|cree|agree|"     \
  "arrive|suive|active|archive|cultive|motive|avive|prive|salue|eclaire)"

/* A sentence or a verb that only tells how things are. */
static gboolean
is_state (const char *verb, const char *behind)
{
  if (copil_text_match ("^(?:est|sont)$", verb) &&
      copil_text_match (
          "^[^,;:.]{3,80} et [a-z]{3,}(?:e|ent|d|t) (?:le|la|les|un|une|des|son|sa|ses|leurs?|aux?|"
          "a|en) ",
          behind))
    return FALSE;
  if (copil_text_match ("^(?:est|sont)$", verb))
    return !copil_text_match (
        "^ (?:le |la |l')?(?:[a-z]+ment )?(?:maitre d'|pilote|chef de "
        "file|coordonnat[a-z]+|charge|tenu|responsable|garant|associe|consulte|invite|"
        "sollicite)e?s?(?:\\b|(?<='))",
        behind);
  if (copil_text_match ("^(?:a|ont)$", verb))
    return !copil_text_match (
        "^ (?:pour (?:mission|charge|role|tache|objectif|obligation)|la charge|"
        "l'obligation|la responsabilite|la mission|vocation a|a charge)",
        behind);
  if (copil_text_match ("^constitue(?:nt)?$", verb))
    return copil_text_match (
        "^ (?:le |la |l'|une? (?:cadre|enjeu|priorite|levier|element|condition))", behind);
  if (copil_text_match ("^reconnai(?:t|ssent)$", verb))
    return copil_text_match ("^ (?:l'|que |la (?:necessite|place|valeur|qualite)|etre|avoir)",
                             behind);
  if (copil_text_match ("^doi(?:t|vent)$", verb))
    return copil_text_match ("^ (?:permettre|etre|avoir|pouvoir|conduire|contribuer)\\b", behind);
  if (copil_text_match ("^porte(?:nt)?$", verb))
    return copil_text_match ("^ (?:en particulier |notamment |principalement |egalement )?sur\\b",
                             behind);
  if (copil_text_match ("^vise(?:nt)?$", verb))
    return !copil_text_match ("^ (?:a |[0-9])", behind);
  if (copil_text_match ("^partage(?:nt)?$", verb))
    return copil_text_match (
        "^ (?:la (?:conviction|responsabilite|volonte|meme)|l'(?:ambition|objectif|"
        "idee)|le (?:constat|meme)|les (?:memes|valeurs)|une?|des|ce|cette) ",
        behind);
  return copil_text_match (
             "^(?:etai(?:t|ent)|avai(?:t|ent)|"
             "represente(?:nt)?|dispose(?:nt)?|compte(?:nt)?|emploie(?:nt)?|existe(?:nt)?|"
             "regroupe(?:nt)?|federe(?:nt)?|reunit|reunissent|permet(?:tent)?|"
             "releve(?:nt)?|concerne(?:nt)?|"
             "inclu(?:t|ent)|comporte(?:nt)?|contien(?:t|nent)|prevoi(?:t|ent)|"
             "comprend|comprennent|correspond(?:ent)?|beneficie(?:nt)?|demeure(?:nt)?"
             "|reste(?:nt)?|constate(?:nt)?|rappelle(?:nt)?|doit son|"
             "considere(?:nt)?|estime(?:nt)?|"
             "fut|furent|soit|soient|"
             "[a-z]+ai(?:t|ent))$",
             verb) &&
         !copil_text_match ("^(?:fait|refait|satisfait|soustrait|distrait|connai(?:t|ent))$", verb);
}

/* A word between the actor and the verb that would give the verb to somebody else. */
static gboolean
breaks (const char *between)
{
  g_autofree char *outside = copil_text_replace ("\\([^)]*\\)|,[^,]*,", between, " ");

  return copil_text_match ("\\b(?:qui|que|dont|ou|est|sont|lequel|laquelle)\\b|[;:]", outside) ||
         strlen (outside) > 200;
}

static gboolean
governs_relative (const char *folded, gsize verb)
{
  gsize from = verb > 24 ? verb - 24 : 0;
  g_autofree char *before = NULL;

  while (from > 0 && (folded[from] & 0xC0) == 0x80)
    from--;
  before = g_strndup (folded + from, verb - from);
  return copil_text_match ("\\b(?:qui|que|qu'(?:ils?|elles?|on)?|dont|lui|desquels|lesquels|"
                           "laquelle) ?(?:se |s'|ne |y |en |leur |lui |les )*$",
                           before);
}

static CopilTextPartySet
actor_before (GArray *mentions, const char *folded, gsize verb)
{
  CopilTextPartySet set = 0;
  gsize end = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      const CopilTextMention *mention = &g_array_index (mentions, CopilTextMention, i);

      if (mention->end > verb)
        break;
      if (mention->governed)
        continue;
      if (set)
        {
          g_autofree char *between = g_strndup (folded + end, mention->start - end);

          /* "A, B et C" act together; anything longer between them tells of two clauses. */
          if (strlen (between) > 60 && !copil_text_match ("^[^,]{0,60}$", between))
            set = 0;
        }
      set |= mention->set;
      end = mention->end;
    }
  if (set)
    {
      g_autofree char *between = g_strndup (folded + end, verb - end);

      if (breaks (between))
        return 0;
    }
  return set;
}

/* Whom a pronoun stands for: who acted right before; a plural one, who was several. */
static CopilTextPartySet
pronoun_set (const char *pronoun, const CopilTextActors *actors)
{
  if (copil_text_match ("^(?:cel(?:ui|le)-ci|ce dernier|cette derniere)$", pronoun) &&
      actors->near && !(actors->near & (actors->near - 1)))
    return actors->near;
  if (g_str_has_prefix (pronoun, "ses ") || g_str_has_prefix (pronoun, "leurs ") ||
      g_str_has_suffix (pronoun, " action"))
    return actors->ago > 1 ? 0 : actors->last;
  if (g_str_has_suffix (pronoun, "s") || copil_text_match ("s-ci$|^tou", pronoun))
    return actors->others || actors->ago > 2 ? 0 : actors->plural ? actors->plural : actors->last;
  if (actors->ago > (actors->others ? 1u : 0u))
    return 0;
  if (copil_text_match ("^(?:elle|cel|cette)", pronoun) && actors->he == actors->last)
    return actors->she;
  if (copil_text_match ("^(?:il|ce )", pronoun) && actors->she == actors->last)
    return actors->he;
  return actors->last;
}

#define PRONOUN                                                                                    \
  "(ils|elles|il|elle|cel(?:ui|le|les)-ci|ceux-ci|tou(?:s|tes)(?: (?:deux|trois|quatre))?|leur "   \
  "action|son action|ce dernier|cette "                                                            \
  "derniere|ces derni[a-z]+|"                                                                      \
  "(?:ses|leurs) (?:adherente?s|membres|entreprises|benevoles|salaries|equipes|services|experts|"  \
  "representants|etablissements|collaborateurs|ingenieurs|techniciens|formateurs|intervenants|"    \
  "centres|personnels|ecoles|lycees|delegues|conseillers|mediateurs|experts|agents))"

static CopilTextPartySet
pronoun_before (const char *folded, gsize verb, const CopilTextActors *actors)
{
  gsize from = verb > 60 ? verb - 60 : 0;
  g_autofree char *before = NULL;
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *pronoun = NULL;

  while (from > 0 && (folded[from] & 0xC0) == 0x80)
    from--;
  before = g_strndup (folded + from, verb - from);
  if (!copil_text_search ("(?:^|[,;:] |\\bet )" PRONOUN " " ADVERBS "(?:, [^,]*, )?$", before,
                          &info))
    return 0;
  pronoun = g_match_info_fetch (info, 1);
  return pronoun_set (pronoun, actors);
}

static void
acted (CopilTextActors *actors, CopilTextPartySet set, gboolean several)
{
  actors->last = set;
  actors->ago = 0;
  actors->acted = TRUE;
  actors->others = FALSE;
  if (several || (set & (set - 1)))
    actors->plural = set;
}

/* "Ne pourra", "a souhaité": what they do not do, or did. */
static gboolean
is_denied (const char *folded, gsize verb)
{
  gsize from = verb > 24 ? verb - 24 : 0;
  g_autofree char *before = NULL;

  while (from > 0 && (folded[from] & 0xC0) == 0x80)
    from--;
  before = g_strndup (folded + from, verb - from);
  return copil_text_match (
      "\\b(?:ne |n')(?:y |en |se |s'|les? |la |l'|lui |leur )?$|"
      "\\b(?:a|ont|avai(?:t|ent)|aurai(?:t|ent)|ete|avoir|ayant) (?:[a-z]+ment |deja |"
      "toujours )?$",
      before);
}

/* A verb by its form ("s'engage", "mobilisera", "peut"), with somebody before it. */
static CopilTextForce
read_marked_verb (const char *folded, GArray *mentions, CopilTextActors *actors,
                  CopilTextPartySet *set, gboolean *sure)
{
  g_autoptr (GMatchInfo) info = NULL;

  if (!copil_text_search ("\\b(?:(" FIRM ")|(" POSSIBLE ")|(" FUTURE "))(?![a-z])", folded, &info))
    return COPIL_TEXT_NOTHING;
  do
    {
      g_autofree char *firm = g_match_info_fetch (info, 1),
                      *possible = g_match_info_fetch (info, 2);
      g_autofree char *verb = g_match_info_fetch (info, 0), *behind = NULL;
      CopilTextPartySet found;
      int start, end;

      g_match_info_fetch_pos (info, 0, &start, &end);
      behind = g_strndup (folded + end, MIN (strlen (folded + end), 60));
      if (governs_relative (folded, (gsize)start) || is_denied (folded, (gsize)start))
        continue;
      found = actor_before (mentions, folded, (gsize)start);
      if (!found)
        found = pronoun_before (folded, (gsize)start, actors);
      if (!found)
        continue;
      acted (actors, found, copil_text_match ("nt(?: a)?$", verb));
      if (copil_text_match ("^ (?:de |que |qu')?(?:l'importance|l'interet)", behind) &&
          g_str_has_prefix (verb, "conv"))
        return COPIL_TEXT_CONTEXT; /* settled: they only say that something matters */
      if (copil_text_match ("^(?:peu|pourr)", verb) &&
          copil_text_match ("^ (?:etre |se |s'|prendre (?:la|les|des|une?) )", behind) &&
          !copil_text_match ("^ (?:etre (?:sollicite|associe|amene)|se "
                             "(?:charger|mobiliser|concerter)|s'(?:engager|appuyer|associer))",
                             behind))
        return COPIL_TEXT_NOTHING;
      *set = found;
      *sure = TRUE;
      return *possible && !*firm ? COPIL_TEXT_MAY : COPIL_TEXT_MUST;
    }
  while (g_match_info_next (info, NULL));
  return COPIL_TEXT_NOTHING;
}

/* Whether somebody named here can be the subject: nothing before takes it for its own. */
static gboolean
is_subject (GArray *mentions, const char *folded, const CopilTextMention *mention)
{
  g_autofree char *before = g_strndup (folded, mention->start);

  if (mention->governed ||
      (g_array_index (mentions, CopilTextMention, 0).start &&
       copil_text_match ("^(?:ils?|elles?|on|celle?-ci|celui-ci|ceux-ci) [^,]*$", before)))
    return FALSE;
  if (copil_text_match (
          "(?:^|[,;:.] |\\b(?:et|ou|mais|puis|car|tandis que|alors que) |^[^,]{0,30} )$", before))
    return !copil_text_match ("\\b(?:que|qu'|dont|ou) $", before) ||
           copil_text_match ("^[^ ]* ?ou $", before);
  /* "Dans le cadre de la découverte des métiers la FBB propose" */
  return copil_text_match (
             "^(?:dans|pour|a|au|aux|en|afin|sur|par|lors|des|d'ici|apres|avant|selon|ainsi|"
             "chaque|ce|cette|sous|grace|parallelement|avec)\\b[^,;:]{0,160} $",
             before) &&
         !copil_text_match ("\\b(?:que|qu'|dont|qui|[a-z]{3,}(?:er|ir|oir)) $", before);
}

/* Behind a subject: what may stand before its verb, and the verb; with something inserted. */
#define PRESENT                                                                                    \
  ADVERBS "(?!(?!(?:" A_VERB "|est|sont)\\b)" NO_VERB "\\b)(?!(?!(?:" MENT_VERB                    \
          ")ment\\b)[a-z]+ment\\b)"                                                                \
          "((?:co-|re)?[a-z]{2,}(?:e|ent|t|d|ont)|va|a)(?= ?[,;:.]| "                              \
          "|$|-t-(?:il|elle)\\b|-(?:ils|elles)\\b)"
#define AFTER_SUBJECT                                                                              \
  "^(?: et (?:ses|son|sa|leurs) [a-z]+(?: [a-z]+[sx])?)?(?: ?\\([^)]*\\)|,|"                       \
  " (?:de |du |des |d')(?:la |l')?[a-z'-]+(?: [a-z'-]+){0,2}?|"                                    \
  " pour [^,;]{3,60}?(?= "                                                                         \
  "(?:met|assure|propose|organise|accompagne|prend|elabore|realise)))? " PRESENT
#define AFTER_INSERT                                                                               \
  "^(?: et (?:ses|son|sa|leurs) [a-z]+(?: [a-z]+s)?)? "                                            \
  "?,[^,;]{0,160}(?:,[^,;]{0,80}){0,2}, " PRESENT

/* A verb in the present behind who acts: "ECTI met en place", "Ils développent". */
static CopilTextForce
read_present (const char *folded, GArray *mentions, CopilTextActors *actors, CopilTextPartySet *set,
              gboolean *sure)
{
  g_autoptr (GMatchInfo) pronoun = NULL;

  for (guint at = 0; at < 2 * mentions->len; at++)
    {
      gboolean pass = at >= mentions->len;
      const CopilTextMention *mention =
          &g_array_index (mentions, CopilTextMention, pass ? at - mentions->len : at);
      g_autoptr (GMatchInfo) info = NULL;
      g_autofree char *verb = NULL;
      int start, end;

      if (!is_subject (mentions, folded, mention))
        continue;
      if (!copil_text_search (pass ? AFTER_INSERT : AFTER_SUBJECT, folded + mention->end, &info))
        continue;
      verb = g_match_info_fetch (info, 1);
      g_match_info_fetch_pos (info, 1, &start, &end);
      if (copil_text_match ("ment$", verb) && !copil_text_match ("^(?:" MENT_VERB ")ment$", verb))
        continue;
      if (copil_text_match ("^" NO_VERB "$", verb) &&
          !copil_text_match ("^(?:" A_VERB "|est|sont)$", verb))
        continue;
      if (is_denied (folded, mention->end + (gsize)start))
        return COPIL_TEXT_NOTHING;
      /* Those who acted together with this one are named before it. */
      *set = actor_before (mentions, folded, mention->end + 1);
      if (!*set)
        *set = mention->set;
      acted (actors, *set, g_str_has_suffix (verb, "nt"));
      if (is_state (verb, folded + mention->end + end))
        return COPIL_TEXT_NOTHING;
      *sure = TRUE;
      return COPIL_TEXT_MUST;
    }
  if (copil_text_search ("^(?:[a-z]+(?: [a-z]+){0,2}, |(?:ainsi|aussi|et|mais|puis) )?" PRONOUN
                         "(?:, [^,]{2,80},)? " ADVERBS
                         "([a-z]{2,}(?:e|ent|t|d|ont)|va|a)(?= ?[,;:.]| |$)",
                         folded, &pronoun))
    {
      g_autofree char *who = g_match_info_fetch (pronoun, 1),
                      *verb = g_match_info_fetch (pronoun, 2);
      int start, end;

      g_match_info_fetch_pos (pronoun, 2, &start, &end);
      *set = pronoun_set (who, actors);
      if (!*set || is_denied (folded, (gsize)start) || is_state (verb, folded + end) ||
          copil_text_match (
              "^(?:appartient|revient|convient|importe|existe|faut|agit|y|suffit|est|sont)$", verb))
        return COPIL_TEXT_NOTHING;
      acted (actors, *set, g_str_has_suffix (verb, "nt"));
      *sure = FALSE;
      return COPIL_TEXT_MUST;
    }
  return COPIL_TEXT_NOTHING;
}

/* Who stands behind a preposition at "from", with those joined to it by "et". */
static CopilTextPartySet
agents_at (GArray *mentions, const char *folded, gsize from)
{
  CopilTextPartySet set = 0;
  gsize end = from;

  for (guint i = 0; i < mentions->len; i++)
    {
      const CopilTextMention *mention = &g_array_index (mentions, CopilTextMention, i);
      g_autofree char *between = NULL;

      if (mention->start < from)
        continue;
      between = g_strndup (folded + end, mention->start - end);
      if (set ? !copil_text_match ("^(?:,? ?et (?:par |a |au )?|, )$", between)
              : mention->start > from + 3)
        break;
      set |= mention->set;
      end = mention->end;
    }
  return set;
}

#define PASSIVE                                                                                    \
  "\\b(?:est|sont|sera|seront|(?:peut|peuvent|pourra|pourront) (?:[a-z]+ment )?etre) "             \
  "(?:[a-z]+ment |"                                                                                \
  "chaque annee |egalement |ainsi )?(?:mis(?:es?)? [a-z' ]{2,30}|prise?s? en "                     \
  "[a-z]+|[a-z]+(?:e|es|ee|ees|is?|ies?|us?|ues?|its?|ites?|ise?s?|erte?s?))\\b"

/* Sentences without an actor before the verb: the actor stands behind "par", "il appartient à" or
 * "à la charge de", or all act together. */
static CopilTextForce
read_impersonal (CopilTextParties *parties, const char *folded, GArray *mentions,
                 CopilTextActors *actors, CopilTextPartySet *set, gboolean *sure)
{
  g_autoptr (GMatchInfo) duty = NULL, passive = NULL;
  gboolean future =
      copil_text_match ("\\b(?:sera|seront|donneront lieu|fera l'objet|feront l'objet)\\b", folded);

  *sure = FALSE;
  if ((future &&
       copil_text_match ("\\b(?:conjointement|d'un commun accord|en commun par)\\b", folded)) ||
      copil_text_match (
          "^il s'agi(?:t|ra) (?:[a-z]+ )?de [a-z]+ (?:ensemble|en commun|conjointement)\\b|"
          "^il s'agi(?:t|ra) (?:ensemble|conjointement) (?:de |d')",
          folded))
    {
      *set = copil_text_parties_all (parties);
      return COPIL_TEXT_MUST;
    }
  if (copil_text_search ("\\b(?:incombe(?:nt|ra)?|revien(?:t|nent)|reviendra|appartien(?:t|nent)|"
                         "appartiendra|il (?:est|"
                         "sera) demande) (?:a |aux? "
                         ")|\\b(?:est|sont|sera|seront|reste(?:nt)?|demeure(?:nt)?) (?:mis(?:es?)? "
                         ")?(?:a la charge|sous la responsabilite|du ressort) (?:exclusive "
                         "|entiere )?(?:de |du |des |d')"
                         "|\\b(?:est|sont|sera|seront) (?:confie|devolu|attribue)e?s? (?:a |aux? "
                         ")|^(?:a charge|charge) "
                         "(?:pour |a )|\\breleve(?:nt|ra|ront)? (?:de la "
                         "(?:competence|responsabilite|compétence) )?(?:de "
                         "|du |des |d')",
                         folded, &duty))
    do
      {
        int end;

        g_match_info_fetch_pos (duty, 0, NULL, &end);
        *set = agents_at (mentions, folded, (gsize)end);
        if (!*set)
          continue;
        acted (actors, *set, FALSE);
        return COPIL_TEXT_MUST;
      }
    while (g_match_info_next (duty, NULL));
  if (copil_text_search (PASSIVE, folded, &passive))
    do
      {
        g_autofree char *verb = g_match_info_fetch (passive, 0), *before = NULL;
        g_autoptr (GMatchInfo) agent = NULL;
        int start, end;

        g_match_info_fetch_pos (passive, 0, &start, &end);
        before = g_strndup (folded, (gsize)start);
        if (copil_text_match (
                "\\b(?:qui|dont|que|lequel|laquelle|lesquels|si|lorsque?|quand)\\b[^,;]*$",
                before) ||
            is_denied (folded, (gsize)start) ||
            !copil_text_search ("\\b(?:par|que) (?=(?:l'|la |le |les |[a-z]))", folded + end,
                                &agent))
          continue;
        do
          {
            int from;

            g_match_info_fetch_pos (agent, 0, NULL, &from);
            *set = agents_at (mentions, folded, (gsize)(end + from));
          }
        while (!*set && g_match_info_next (agent, NULL));
        if (!*set)
          continue;
        acted (actors, *set, FALSE);
        return copil_text_match ("^(?:peu|pourr)", verb) ? COPIL_TEXT_MAY : COPIL_TEXT_MUST;
      }
    while (g_match_info_next (passive, NULL));
  /* "Les lycées, avec l’accord de l’académie, accueilleront …" */
  if (!copil_text_match ("\\b(?:[a-z]+ai(?:t|ent)|a ete|ont ete)\\b", folded))
    for (guint i = 0; i < mentions->len; i++)
      {
        const CopilTextMention *mention = &g_array_index (mentions, CopilTextMention, i);
        g_autofree char *before = g_strndup (folded, mention->start);

        if (copil_text_match (
                "^(?:[a-z ]{3,30}, )?(?:les?|la|l'|un|une|des|chaque|ils?|elles?)(?: "
                "|(?<='))[^;:]{3,160}, (?:avec "
                "l'(?:accord|appui|aide|autorisation|assentiment)|a la demande|sous (?:l'(?:"
                "egide|autorite)|la responsabilite|le pilotage|la conduite)|pour le compte|au "
                "nom) (?:de |du |des |d')$|^[^;:]{10,160}, pour $",
                before) &&
            copil_text_match ("^[,.]", folded + mention->end))
          {
            *set = mention->set;
            acted (actors, *set, FALSE);
            return COPIL_TEXT_MUST;
          }
      }
  /* "Les tuteurs désignés par X animent …" */
  for (guint i = 0; i < mentions->len; i++)
    {
      const CopilTextMention *mention = &g_array_index (mentions, CopilTextMention, i);
      g_autofree char *before = g_strndup (folded, mention->start);

      if (mention->governed &&
          copil_text_match (
              "^(?:les?|la|l'|un|une|des)(?: |(?<='))[^,;:]{3,60},? (?:designe|choisi|nomme|"
              "mandate|recrute|mis a disposition)e?s? par $",
              before) &&
          copil_text_match ("^,? [a-z]{3,}(?:ent|e|t|d) ", folded + mention->end))
        {
          *set = mention->set;
          acted (actors, *set, FALSE);
          return COPIL_TEXT_MUST;
        }
    }
  /* Schools have no other who could commit them. */
  if (copil_text_parties_schools (parties) &&
      copil_text_match (
          "^(?:[a-z]+, )?les (?:etablissements|lycees|colleges|ecoles|enseignants|professeurs|"
          "equipes)\\b[^,;:.]{0,40} (?!pourr|ser|aur|devr)" FUTURE "\\b",
          folded))
    {
      *set = copil_text_parties_schools (parties);
      acted (actors, *set, FALSE);
      return COPIL_TEXT_MUST;
    }
  /* Something is to be made, and nobody else is to make it. */
  if (future &&
      copil_text_match ("\\bun[e]? [^,.;]{3,80} (?:sera|seront) (?:redige|elabore|etabli|mise? en "
                        "place|cree|realise|organise|produit|publie)",
                        folded) &&
      !copil_text_match ("\\bpar (?:les|des|la|le|l'|un)", folded))
    {
      *set = copil_text_parties_all (parties);
      return COPIL_TEXT_MUST;
    }
  return COPIL_TEXT_NOTHING;
}

/* An introduction that names who commits and nothing else ("L’UIMM :"), or speaks of the actions.
 */
static CopilTextForce
read_introduction (const char *folded, GArray *mentions, CopilTextActors *actors,
                   CopilTextPartySet *set)
{
  g_autoptr (GString) rest = g_string_new (folded);
  CopilTextPartySet named = 0;

  for (guint i = mentions->len; i-- > 0;)
    {
      const CopilTextMention *mention = &g_array_index (mentions, CopilTextMention, i);

      named |= mention->set;
      g_string_erase (rest, (gssize)mention->start, (gssize)(mention->end - mention->start));
    }
  if (named &&
      copil_text_match (
          "^(?:\\W|\\b(?:et|pour|cote|du|des?|d|l|les?|la|au|aux|a|en|ce|qui|concerne|titre|"
          "part|sa|son|leur|quant|elle|elles|lui|eux|engagements?|actions?|roles?|missions?|"
          "contributions?|apports?|obligations?|responsabilites?|communs?|propres|notamment|"
          "egalement|ainsi)\\b)*$",
          rest->str))
    {
      *set = named;
      acted (actors, named, FALSE);
      return COPIL_TEXT_MUST;
    }
  /* "Afin de faire connaître ses métiers, l’entreprise :" */
  if (mentions->len && !copil_text_match ("^(?:vu|considerant|attendu|sachant|exposant)", folded))
    {
      const CopilTextMention *last = &g_array_index (mentions, CopilTextMention, mentions->len - 1);

      if (is_subject (mentions, folded, last) &&
          copil_text_match ("^(?:, [^,]{2,60},?)?\\W*$", folded + last->end))
        {
          *set = actor_before (mentions, folded, last->end + 1);
          if (!*set)
            *set = last->set;
          acted (actors, *set, FALSE);
          return COPIL_TEXT_MUST;
        }
    }
  /* "Dans ce but, elles :" */
  if (!mentions->len)
    {
      g_autoptr (GMatchInfo) info = NULL;

      if (copil_text_search ("(?:^|[,;] |\\bet )" PRONOUN " ?:\\W*$", folded, &info))
        {
          g_autofree char *who = g_match_info_fetch (info, 1);

          *set = pronoun_set (who, actors);
          if (*set)
            acted (actors, *set, FALSE);
          return *set ? COPIL_TEXT_MUST : COPIL_TEXT_NOTHING;
        }
    }
  if (named &&
      copil_text_match ("se concretiser|se traduir|prendre la forme|prendra la forme", folded))
    {
      *set = named;
      return COPIL_TEXT_MAY;
    }
  if (copil_text_match (
          "\\b(?:actions?|initiatives?|interventions?|activites|operations)\\b.{0,80}\\b(?:pourr(?:"
          "a|ont)|peu(?:t|vent)|ser(?:a|ont))\\b.{0,40}"
          "\\b(?:propose|mise?s? en place|mene|conduit|organise|developpe|realise|envisage)",
          folded))
    {
      *set = actors->last;
      return actors->last ? COPIL_TEXT_CONTEXT : COPIL_TEXT_NOTHING;
    }
  return COPIL_TEXT_NOTHING;
}

/* Of whom "il" or "elle" may be said: "le rectorat", "la Fédération". */
static void
remember_gender (CopilTextActors *actors, GArray *mentions, const char *folded)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const CopilTextMention *mention = &g_array_index (mentions, CopilTextMention, i);

      if (mention->body || mention->set & (mention->set - 1))
        continue;
      if (g_str_has_prefix (folded + mention->start, "la "))
        {
          actors->she = mention->set;
          actors->he = actors->he == mention->set ? 0 : actors->he;
        }
      else if (g_str_has_prefix (folded + mention->start, "le "))
        {
          actors->he = mention->set;
          actors->she = actors->she == mention->set ? 0 : actors->she;
        }
    }
}

/* "Quant à l’académie, elle propose" as "l’académie propose". */
static char *
without_topic (const char *folded)
{
  g_autofree char *one = NULL, *two = NULL;

  if (!g_str_has_prefix (folded, "quant "))
    return g_strdup (folded);
  one = copil_text_replace ("^quant a (?=l'|la )([^,]{3,80}), (?:elle|il) ", folded, "\\1 ");
  two = copil_text_replace ("^quant au ([^,]{3,80}), il ", one, "le \\1 ");
  return copil_text_replace ("^quant aux ([^,]{3,80}), (?:ils|elles) ", two, "les \\1 ");
}

/* "Avec X, Y organise …": they do it together, where nothing says that X only helps. */
static void
join_companions (GArray *mentions, const char *folded, CopilTextPartySet *set)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const CopilTextMention *mention = &g_array_index (mentions, CopilTextMention, i);
      g_autofree char *before = g_strndup (folded, mention->start);

      if (mention->governed && copil_text_match ("(?:^|[,;] )avec $", before) &&
          g_str_has_prefix (folded + mention->end, ","))
        *set |= mention->set;
    }
}

CopilTextForce
copil_text_engage_read (CopilTextParties *parties, const char *sentence, CopilTextActors *actors,
                        CopilTextPartySet *set, gboolean *sure)
{
  g_autofree char *as_said = copil_text_fold (sentence), *folded = without_topic (as_said);
  g_autoptr (GArray) mentions = copil_text_parties_list_mentions (parties, folded);
  gboolean introduces = copil_text_match (":\\W*$", folded);
  CopilTextForce force;

  *set = 0;
  *sure = FALSE;
  actors->acted = FALSE;
  if (copil_text_match ("^(?:vu|considerant|attendu)\\b", folded))
    return COPIL_TEXT_NOTHING;
  force = read_marked_verb (folded, mentions, actors, set, sure);
  if (force == COPIL_TEXT_CONTEXT)
    return COPIL_TEXT_NOTHING;
  if (!force)
    force = read_present (folded, mentions, actors, set, sure);
  if (!force && introduces)
    force = read_introduction (folded, mentions, actors, set);
  if (!force)
    force = read_impersonal (parties, folded, mentions, actors, set, sure);
  if (force && *set)
    join_companions (mentions, folded, set);
  if (!force && !actors->acted && !(introduces && !mentions->len))
    {
      actors->ago++;
      actors->others =
          actors->others ||
          copil_text_match ("^(?:les|des|ces|ses|leurs|ceux-ci|celles-ci|ils|elles) ", folded);
    }
  remember_gender (actors, mentions, folded);
  actors->near =
      mentions->len ? g_array_index (mentions, CopilTextMention, mentions->len - 1).set : 0;
  if (force && introduces &&
      copil_text_match (
          "\\bpermet(?:tre|tant)\\b[^.]{0,60}\\W*$|\\b(?:portant|concernant|comprenant|"
          "incluant|relati(?:fs?|ves?) aux?|a savoir)\\b[^.]{0,30}\\W*$",
          folded))
    return COPIL_TEXT_DETAIL;
  return force;
}

gsize
copil_text_engage_split_heading (CopilTextParties *parties, const char *heading)
{
  for (const char *at = strchr (heading, ':'); at; at = strchr (at + 1, ':'))
    {
      const char *rest = at + 1;
      CopilTextActors actors = { 0, 0 };
      CopilTextPartySet set;
      gboolean sure;

      while (g_unichar_isspace (g_utf8_get_char (rest)))
        rest = g_utf8_next_char (rest);
      if (*rest && copil_text_engage_read (parties, rest, &actors, &set, &sure) && sure)
        return (gsize)(rest - heading);
    }
  return 0;
}

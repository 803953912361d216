/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-engage.h"

#include <string.h>

#include "copil-text-match.h"

#define ADVERBS                                                                                    \
  "(?:(?:ne|y|en|se|les|le|la|lui|leur|ainsi|egalement|aussi|alors|notamment|ensuite|donc|enfin|"  \
  "conjointement|ensemble|"                                                                        \
  "activement|chacune?|respectivement) |s'|l'|n')*"

/* Verbs by their form, the firm ones first: "s'engage", then any future, then what is only
 * possible. */
#define FIRM                                                                                       \
  "s'engag(?:e|ent|eront)|s'oblig(?:e|ent)|s'accord(?:e|ent)|convien(?:t|nent)|decid(?:e|ent)|"    \
  "veill(?:e|ent|era|eront)|"                                                                      \
  "se charg(?:e|ent)|se mobilis(?:e|ent)|contribu(?:e|ent) a\\b"
#define POSSIBLE "peu(?:t|vent)|pourr(?:a|ont)|souhait(?:e|ent)|envisag(?:e|ent)"
#define FUTURE "[a-z]+(?:er|ir|dr|ur|vr|rr|tr|or|ar)(?:a|ont)"

static gboolean
is_state_verb (const char *verb)
{
  return copil_text_match ("^(?:est|sont|a|ont|etai(?:t|ent)|avai(?:t|ent)|constitue(?:nt)?|"
                           "represente(?:nt)?|dispose(?:nt)?|compte(?:nt)?|"
                           "regroupe(?:nt)?|federe(?:nt)?|reunit|reunissent|permet(?:tent)?|vise(?:"
                           "nt)?|porte(?:nt)?|releve(?:nt)?|concerne(?:nt)?|"
                           "comprend|comprennent|correspond(?:ent)?|beneficie(?:nt)?|demeure(?:nt)?"
                           "|reste(?:nt)?|constate(?:nt)?|rappelle(?:nt)?|"
                           "reconnai(?:t|ssent)|considere(?:nt)?|partage(?:nt)?|estime(?:nt)?|doit|"
                           "doivent|fut|furent|soit|soient|"
                           "[a-z]+ai(?:t|ent))$",
                           verb);
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

/* "Ils", "elle": who acted before; a plural one who was several. */
static CopilTextPartySet
pronoun_before (const char *folded, gsize verb, const CopilTextActors *actors, gboolean firm)
{
  gsize from = verb > 40 ? verb - 40 : 0;
  g_autofree char *before = NULL;
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *pronoun = NULL;

  while (from > 0 && (folded[from] & 0xC0) == 0x80)
    from--;
  before = g_strndup (folded + from, verb - from);
  if (!copil_text_search ("(?:^|, )(ils|elles|il|elle) " ADVERBS "$", before, &info))
    return 0;
  pronoun = g_match_info_fetch (info, 1);
  if (g_str_has_suffix (pronoun, "s"))
    return actors->plural ? actors->plural : actors->last;
  return firm ? actors->last : 0;
}

static void
acted (CopilTextActors *actors, CopilTextPartySet set)
{
  actors->last = set;
  if (set & (set - 1))
    actors->plural = set;
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
      if (governs_relative (folded, (gsize)start))
        continue;
      found = actor_before (mentions, folded, (gsize)start);
      if (!found)
        found = pronoun_before (folded, (gsize)start, actors, TRUE);
      if (!found)
        continue;
      acted (actors, found);
      if (copil_text_match ("^ (?:de |que |qu')?(?:l'importance|l'interet)", behind) &&
          g_str_has_prefix (verb, "conv"))
        return COPIL_TEXT_CONTEXT; /* settled: they only say that something matters */
      if (copil_text_match ("^(?:peu|pourr)", verb) &&
          copil_text_match ("^ (?:etre |se |s'|prendre )", behind) &&
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

/* A verb in the present, right behind who acts: "ECTI met en place", "Ils développent". */
static CopilTextForce
read_present (const char *folded, GArray *mentions, CopilTextActors *actors, CopilTextPartySet *set,
              gboolean *sure)
{
  g_autoptr (GMatchInfo) pronoun = NULL;

  for (guint i = 0; i < mentions->len; i++)
    {
      const CopilTextMention *mention = &g_array_index (mentions, CopilTextMention, i);
      g_autoptr (GMatchInfo) info = NULL;
      g_autofree char *verb = NULL, *before = NULL;

      before = g_strndup (folded, mention->start);
      if (mention->governed || !copil_text_match ("(?:^|[,;:] |\\bet |^[^,]{0,30} )$", before))
        continue;
      if (!copil_text_search (
              "^(?: ?\\([^)]*\\)|, [^,]{0,160},)? " ADVERBS
              "([a-z]{2,}(?:e|ent|t|d))(?= ?[:,.]| (?:a|au|aux|le|la|les|l'|des|de|du|d'|un|une|"
              "son|sa|ses|leurs?|en|dans|avec|aupres|pour|notamment|egalement|ensemble|activement|"
              "conjointement|particulierement|ecti|"
              "plusieurs|toute?s?|chaque|ainsi|sur|par|part|activement)\\b| l'| d'| qu')",
              folded + mention->end, &info))
        continue;
      verb = g_match_info_fetch (info, 1);
      if (copil_text_match ("^(?:territorial|nationa|regiona|local|signatair|partenair|present|"
                            "departement|ensemble|notam|"
                            "conjointe|par$|dont|representant|adherent|ayant|doit)",
                            verb))
        continue;
      /* Those who acted together with this one are named before it. */
      *set = actor_before (mentions, folded, mention->end + 1);
      if (!*set)
        *set = mention->set;
      acted (actors, *set);
      if (is_state_verb (verb))
        return COPIL_TEXT_NOTHING;
      *sure = TRUE;
      return COPIL_TEXT_MUST;
    }
  if (copil_text_search ("^(?:par ailleurs, |ainsi, |en outre, |de plus, )?(?:ils|elles) " ADVERBS
                         "([a-z]{3,}ent)\\b",
                         folded, &pronoun))
    {
      g_autofree char *verb = g_match_info_fetch (pronoun, 1);

      *set = actors->plural ? actors->plural : actors->last;
      if (!*set || is_state_verb (verb))
        return COPIL_TEXT_NOTHING;
      *sure = FALSE;
      return COPIL_TEXT_MUST;
    }
  return COPIL_TEXT_NOTHING;
}

/* Sentences without an actor before the verb: the actor stands behind "par", or all act together.
 */
static CopilTextForce
read_impersonal (CopilTextParties *parties, const char *folded, GArray *mentions,
                 CopilTextPartySet *set, gboolean *sure)
{
  g_autoptr (GMatchInfo) info = NULL;
  gboolean future =
      copil_text_match ("\\b(?:sera|seront|donneront lieu|fera l'objet|feront l'objet)\\b", folded);
  gboolean possible = copil_text_match ("\\b(?:pourra|pourront|peut|peuvent) etre\\b", folded);

  *sure = FALSE;
  if ((future &&
       copil_text_match ("\\b(?:conjointement|d'un commun accord|en commun par)\\b", folded)) ||
      copil_text_match (
          "^il s'agi(?:t|ra) (?:[a-z]+ )?de [a-z]+ (?:ensemble|en commun|conjointement)\\b",
          folded))
    {
      *set = copil_text_parties_all (parties);
      return COPIL_TEXT_MUST;
    }
  if (!future && !possible)
    return COPIL_TEXT_NOTHING;
  if (copil_text_search ("\\b(?:sera|seront|etre) [a-z]+(?:e|es|is|it|ites?|us?|ues?)(?: et "
                         "[a-z]+)? (?:[a-z]+ )?par (?=(?:l'|la |le |les ))",
                         folded, &info))
    {
      CopilTextPartySet agents = 0;
      int end;

      g_match_info_fetch_pos (info, 0, NULL, &end);
      for (guint i = 0; i < mentions->len; i++)
        {
          const CopilTextMention *mention = &g_array_index (mentions, CopilTextMention, i);

          if (mention->start >= (gsize)end && (agents || mention->start <= (gsize)end + 4))
            agents |= mention->set;
        }
      *set = agents;
      return !agents ? COPIL_TEXT_NOTHING : possible ? COPIL_TEXT_MAY : COPIL_TEXT_MUST;
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
      copil_text_match ("^(?:\\W|\\bet\\b|\\bpour\\b|\\bcote\\b|\\bdu\\b|\\bengagements?\\b|"
                        "\\bde\\b|\\bla part\\b|\\bles\\b|\\ble\\b|\\bla\\b|\\bau titre\\b)*$",
                        rest->str))
    {
      *set = named;
      acted (actors, named);
      return COPIL_TEXT_MUST;
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

CopilTextForce
copil_text_engage_read (CopilTextParties *parties, const char *sentence, CopilTextActors *actors,
                        CopilTextPartySet *set, gboolean *sure)
{
  g_autofree char *folded = copil_text_fold (sentence);
  g_autoptr (GArray) mentions = copil_text_parties_list_mentions (parties, folded);
  gboolean introduces = copil_text_match (":\\W*$", folded);
  CopilTextForce force;

  *set = 0;
  *sure = FALSE;
  force = read_marked_verb (folded, mentions, actors, set, sure);
  if (force == COPIL_TEXT_CONTEXT)
    return COPIL_TEXT_NOTHING;
  if (!force)
    force = read_present (folded, mentions, actors, set, sure);
  if (!force && introduces)
    force = read_introduction (folded, mentions, actors, set);
  if (!force)
    force = read_impersonal (parties, folded, mentions, set, sure);
  if (force && introduces && copil_text_match ("\\bpermet(?:tre|tant)\\b[^.]{0,60}\\W*$", folded))
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

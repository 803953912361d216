/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-engage.h"

#include <string.h>

#include "copil-text-match.h"
#include "copil-text-rules.h"

/* Whether the verb at a place only tells how things are. */
static gboolean
is_state (const char *verb)
{
  return copil_text_match (COPIL_RULE_VERB_TELLS, verb) == COPIL_VERB_TELLS;
}

/* A word between the actor and the verb that would give the verb to somebody else. */
static gboolean
breaks (const char *between)
{
  g_autofree char *outside = copil_text_replace (COPIL_RULE_ASIDE, between);

  return copil_text_match (COPIL_RULE_OTHER_SUBJECT, outside) || strlen (outside) > 200;
}

static gboolean
governs_relative (const char *folded, gsize verb)
{
  gsize from = verb > 24 ? verb - 24 : 0;
  g_autofree char *before = NULL;

  while (from > 0 && (folded[from] & 0xC0) == 0x80)
    from--;
  before = g_strndup (folded + from, verb - from);
  return copil_text_match (COPIL_RULE_RELATIVE_BEFORE, before);
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
          if (strlen (between) > 60 && !copil_text_match (COPIL_RULE_NO_COMMA, between))
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
  if (copil_text_match (COPIL_RULE_PRONOUN_NEAR, pronoun) && actors->near &&
      !(actors->near & (actors->near - 1)))
    return actors->near;
  if (g_str_has_prefix (pronoun, "ses ") || g_str_has_prefix (pronoun, "leurs ") ||
      g_str_has_suffix (pronoun, " action"))
    return actors->ago > 1 ? 0 : actors->last;
  if (g_str_has_suffix (pronoun, "s") || copil_text_match (COPIL_RULE_PRONOUN_SEVERAL, pronoun))
    return actors->others || actors->ago > 2 ? 0 : actors->plural ? actors->plural : actors->last;
  if (actors->ago > (actors->others ? 1u : 0u))
    return 0;
  if (copil_text_match (COPIL_RULE_PRONOUN_SHE, pronoun) && actors->he == actors->last)
    return actors->she;
  if (copil_text_match (COPIL_RULE_PRONOUN_HE, pronoun) && actors->she == actors->last)
    return actors->he;
  return actors->last;
}

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
  if (!copil_text_search (COPIL_RULE_PRONOUN_BEFORE, before, &info))
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
  return copil_text_match (COPIL_RULE_DENIED, before);
}

/* A verb by its form ("s'engage", "mobilisera", "peut"), with somebody before it. */
static CopilTextForce
read_marked_verb (const char *folded, GArray *mentions, CopilTextActors *actors,
                  CopilTextPartySet *set, gboolean *sure)
{
  g_autoptr (GMatchInfo) info = NULL;

  if (!copil_text_search (COPIL_RULE_MARKED_VERB, folded, &info))
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
      acted (actors, found, copil_text_match (COPIL_RULE_VERB_OF_SEVERAL, verb));
      if (copil_text_match (COPIL_RULE_MATTERS, behind) && g_str_has_prefix (verb, "conv"))
        return COPIL_TEXT_CONTEXT; /* settled: they only say that something matters */
      if (copil_text_match (COPIL_RULE_POSSIBLY, verb) &&
          copil_text_match (COPIL_RULE_UNDERGOES, behind))
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

  if (mention->governed || (g_array_index (mentions, CopilTextMention, 0).start &&
                            copil_text_match (COPIL_RULE_PRONOUN_BEFORE_NAME, before)))
    return FALSE;
  if (copil_text_match (COPIL_RULE_SUBJECT_PLACE, before))
    return !copil_text_match (COPIL_RULE_RELATIVE_LAST, before) ||
           copil_text_match (COPIL_RULE_OR_LAST, before);
  /* "Dans le cadre de la découverte des métiers la FBB propose" */
  return copil_text_match (COPIL_RULE_COMPLEMENT_BEFORE, before) &&
         !copil_text_match (COPIL_RULE_VERB_BEFORE, before);
}

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
      if (!copil_text_search (pass ? COPIL_RULE_VERB_AFTER_INSERT : COPIL_RULE_VERB_AFTER_SUBJECT,
                              folded + mention->end, &info))
        continue;
      verb = g_match_info_fetch (info, 1);
      g_match_info_fetch_pos (info, 1, &start, &end);
      if (copil_text_match (COPIL_RULE_NO_VERB, verb))
        continue;
      if (is_denied (folded, mention->end + (gsize)start))
        return COPIL_TEXT_NOTHING;
      /* Those who acted together with this one are named before it. */
      *set = actor_before (mentions, folded, mention->end + 1);
      if (!*set)
        *set = mention->set;
      acted (actors, *set, g_str_has_suffix (verb, "nt"));
      if (is_state (folded + mention->end + start))
        return COPIL_TEXT_NOTHING;
      *sure = TRUE;
      return COPIL_TEXT_MUST;
    }
  if (copil_text_search (COPIL_RULE_PRONOUN_ACTS, folded, &pronoun))
    {
      g_autofree char *who = g_match_info_fetch (pronoun, 1),
                      *verb = g_match_info_fetch (pronoun, 2);
      int start, end;

      g_match_info_fetch_pos (pronoun, 2, &start, &end);
      *set = pronoun_set (who, actors);
      if (!*set || is_denied (folded, (gsize)start) || is_state (folded + start) ||
          copil_text_match (COPIL_RULE_IMPERSONAL, verb))
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
      if (set ? !copil_text_match (COPIL_RULE_JOINED_AGENT, between) : mention->start > from + 3)
        break;
      set |= mention->set;
      end = mention->end;
    }
  return set;
}

/* Sentences without an actor before the verb: the actor stands behind "par", "il appartient à" or
 * "à la charge de", or all act together. */
static CopilTextForce
read_impersonal (CopilTextParties *parties, const char *folded, GArray *mentions,
                 CopilTextActors *actors, CopilTextPartySet *set, gboolean *sure)
{
  g_autoptr (GMatchInfo) duty = NULL, passive = NULL;
  gboolean future = copil_text_match (COPIL_RULE_WILL_BE, folded);

  *sure = FALSE;
  if ((future && copil_text_match (COPIL_RULE_IN_COMMON, folded)) ||
      copil_text_match (COPIL_RULE_DOES_TOGETHER, folded))
    {
      *set = copil_text_parties_all (parties);
      return COPIL_TEXT_MUST;
    }
  if (copil_text_search (COPIL_RULE_DUTY_OF, folded, &duty))
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
  if (copil_text_search (COPIL_RULE_PASSIVE, folded, &passive))
    do
      {
        g_autofree char *verb = g_match_info_fetch (passive, 0), *before = NULL;
        g_autoptr (GMatchInfo) agent = NULL;
        int start, end;

        g_match_info_fetch_pos (passive, 0, &start, &end);
        before = g_strndup (folded, (gsize)start);
        if (copil_text_match (COPIL_RULE_RELATIVE_OPEN, before) ||
            is_denied (folded, (gsize)start) ||
            !copil_text_search (COPIL_RULE_BY_WHOM, folded + end, &agent))
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
        return copil_text_match (COPIL_RULE_POSSIBLY, verb) ? COPIL_TEXT_MAY : COPIL_TEXT_MUST;
      }
    while (g_match_info_next (passive, NULL));
  /* "Les lycées, avec l’accord de l’académie, accueilleront …" */
  if (!copil_text_match (COPIL_RULE_PAST, folded))
    for (guint i = 0; i < mentions->len; i++)
      {
        const CopilTextMention *mention = &g_array_index (mentions, CopilTextMention, i);
        g_autofree char *before = g_strndup (folded, mention->start);

        if (copil_text_match (COPIL_RULE_ASSENTED_BY, before) &&
            copil_text_match (COPIL_RULE_POINTED, folded + mention->end))
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

      if (mention->governed && copil_text_match (COPIL_RULE_NAMED_BY, before) &&
          copil_text_match (COPIL_RULE_ACTS_NEXT, folded + mention->end))
        {
          *set = mention->set;
          acted (actors, *set, FALSE);
          return COPIL_TEXT_MUST;
        }
    }
  /* Schools have no other who could commit them. */
  if (copil_text_parties_schools (parties) && copil_text_match (COPIL_RULE_SCHOOLS_WILL, folded))
    {
      *set = copil_text_parties_schools (parties);
      acted (actors, *set, FALSE);
      return COPIL_TEXT_MUST;
    }
  /* Something is to be made, and nobody else is to make it. */
  if (future && copil_text_match (COPIL_RULE_WILL_BE_MADE, folded) &&
      !copil_text_match (COPIL_RULE_BY_SOMEBODY, folded))
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
  if (named && copil_text_match (COPIL_RULE_ONLY_NAMES, rest->str))
    {
      *set = named;
      acted (actors, named, FALSE);
      return COPIL_TEXT_MUST;
    }
  /* "Afin de faire connaître ses métiers, l’entreprise :" */
  if (mentions->len && !copil_text_match (COPIL_RULE_RECITAL, folded))
    {
      const CopilTextMention *last = &g_array_index (mentions, CopilTextMention, mentions->len - 1);

      if (is_subject (mentions, folded, last) &&
          copil_text_match (COPIL_RULE_NOTHING_BEHIND, folded + last->end))
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

      if (copil_text_search (COPIL_RULE_PRONOUN_INTRODUCES, folded, &info))
        {
          g_autofree char *who = g_match_info_fetch (info, 1);

          *set = pronoun_set (who, actors);
          if (*set)
            acted (actors, *set, FALSE);
          return *set ? COPIL_TEXT_MUST : COPIL_TEXT_NOTHING;
        }
    }
  if (named && copil_text_match (COPIL_RULE_TAKES_SHAPE, folded))
    {
      *set = named;
      return COPIL_TEXT_MAY;
    }
  if (copil_text_match (COPIL_RULE_ACTIONS_POSSIBLE, folded))
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

/* "Avec X, Y organise …": they do it together, where nothing says that X only helps. */
static void
join_companions (GArray *mentions, const char *folded, CopilTextPartySet *set)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const CopilTextMention *mention = &g_array_index (mentions, CopilTextMention, i);
      g_autofree char *before = g_strndup (folded, mention->start);

      if (mention->governed && copil_text_match (COPIL_RULE_WITH, before) &&
          g_str_has_prefix (folded + mention->end, ","))
        *set |= mention->set;
    }
}

CopilTextForce
copil_text_engage_read (CopilTextParties *parties, const char *sentence, CopilTextActors *actors,
                        CopilTextPartySet *set, gboolean *sure)
{
  g_autofree char *as_said = copil_text_fold (sentence),
                  *folded = copil_text_replace (COPIL_RULE_TOPIC_FIRST, as_said);
  g_autoptr (GArray) mentions = copil_text_parties_list_mentions (parties, folded);
  gboolean introduces = copil_text_match (COPIL_RULE_INTRODUCES_FOLDED, folded);
  CopilTextForce force;

  *set = 0;
  *sure = FALSE;
  actors->acted = FALSE;
  if (copil_text_match (COPIL_RULE_RECITES, folded))
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
      actors->others = actors->others || copil_text_match (COPIL_RULE_SEVERAL_OTHERS, folded);
    }
  remember_gender (actors, mentions, folded);
  actors->near =
      mentions->len ? g_array_index (mentions, CopilTextMention, mentions->len - 1).set : 0;
  if (force && introduces && copil_text_match (COPIL_RULE_ONLY_DETAIL, folded))
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

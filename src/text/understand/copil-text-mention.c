/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a sentence names the parties. */
#include <string.h>

#include "copil-text-rules.h"
#include "copil-text-party-private.h"

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c);
}

static gboolean
is_governed (const char *folded, gsize start)
{
  gsize from = start > 48 ? start - 48 : 0;
  g_autofree char *before = NULL;

  while (from > 0 && (folded[from] & 0xC0) == 0x80)
    from--;
  before = g_strndup (folded + from, start - from);
  return copil_text_match (COPIL_RULE_GOVERNED, before);
}

static void
add_mention (GArray *mentions, const char *folded, gsize start, gsize end, CopilTextPartySet set)
{
  CopilTextMention mention = { .start = start, .end = end, .set = set };
  static const char *const articles[] = { "l'association ", "le ", "la ", "les ", "l'", NULL };

  for (guint i = 0; i < mentions->len; i++)
    {
      const CopilTextMention *other = &g_array_index (mentions, CopilTextMention, i);

      if (start < other->end && end > other->start)
        return;
    }
  for (int i = 0; articles[i]; i++)
    {
      gsize length = strlen (articles[i]);

      if (mention.start >= length &&
          strncmp (folded + mention.start - length, articles[i], length) == 0 &&
          (mention.start == length || !is_word (folded[mention.start - length - 1])))
        {
          mention.start -= length;
          break;
        }
    }
  mention.governed = is_governed (folded, mention.start);
  g_array_append_val (mentions, mention);
}

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
  const CopilTextMention *one = a, *two = b;

  return one->start < two->start ? -1 : one->start > two->start;
}

/* "Les signataires", "chacune des parties", "chaque partenaire": everybody. */
static void
add_everybody (CopilTextParties *parties, GArray *mentions, const char *folded)
{
  g_autoptr (GMatchInfo) info = NULL;

  if (!copil_text_search (COPIL_RULE_EVERYBODY, folded, &info))
    return;
  do
    {
      g_autofree char *word = g_match_info_fetch (info, 0);
      int start, end;

      g_match_info_fetch_pos (info, 0, &start, &end);
      if (g_str_has_prefix (word, "des ") || g_str_has_prefix (word, "aux "))
        start += 4;
      add_mention (mentions, folded, (gsize)start, (gsize)end, copil_text_parties_all (parties));
    }
  while (g_match_info_next (info, NULL));
}

/* "Les deux associations", "ces deux ministères": two among more, where that can only be two. */
static void
add_pair (CopilTextParties *parties, GArray *mentions, const char *folded)
{
  g_autoptr (GMatchInfo) info = NULL;
  CopilTextPartySet public = 0, other = 0;

  for (guint i = 0; i < parties->list->len; i++)
    {
      const CopilTextParty *party = parties->list->pdata[i];
      CopilTextPartySet *set = copil_text_party_is_public (party->name) ? &public : &other;

      *set |= (CopilTextPartySet)1 << i;
    }
  if (!copil_text_search (COPIL_RULE_PAIR, folded, &info))
    return;
  do
    {
      g_autofree char *state = g_match_info_fetch (info, 1);
      CopilTextPartySet set = state && *state ? public : other;
      int start, end;

      g_match_info_fetch_pos (info, 0, &start, &end);
      if (__builtin_popcountll (set) == 2)
        add_mention (mentions, folded, (gsize)start, (gsize)end, set);
    }
  while (g_match_info_next (info, NULL));
}

/* People keep being who they are with a complement: "les inspecteurs de la spécialité". */
static gboolean
is_people (const char *alias)
{
  return copil_text_match (COPIL_RULE_PEOPLE, alias);
}

/* A common noun names a party with its article only, and where no complement makes it another's. */
static gboolean
is_own (const char *folded, gsize start, gsize end, gboolean people)
{
  const char *behind = folded + end;
  g_autofree char *around = g_strndup (folded + (start >= 12 ? start - 12 : 0), MIN (start, 12));

  if (!((start >= 3 && copil_text_match (COPIL_RULE_ARTICLE_SINGULAR, folded + start - 3)) ||
        (start >= 2 && strncmp (folded + start - 2, "l'", 2) == 0) ||
        (start >= 4 && copil_text_match (COPIL_RULE_ARTICLE_PLURAL, folded + start - 4)) ||
        (start >= 3 && copil_text_match (COPIL_RULE_ARTICLE_JOINED, folded + start - 3)) ||
        (start >= 9 && copil_text_match (COPIL_RULE_ARTICLE_COUNTED, around))))
    return FALSE;
  if (people)
    return TRUE;
  if (copil_text_match (COPIL_RULE_COMPLEMENT, behind) ||
      copil_text_match (COPIL_RULE_ADJECTIVE, behind))
    return FALSE;
  return TRUE;
}

/* "Les services académiques", "le centre académique pour …": the one academy’s, or all of them. */
static void
add_academic (CopilTextParties *parties, GArray *mentions, const char *folded)
{
  g_autoptr (GMatchInfo) info = NULL;

  if (!strstr (folded, "academiques") && !strstr (folded, "academique "))
    return;
  if (!parties->academic || !copil_text_search (COPIL_RULE_ACADEMIC_SERVICE, folded, &info))
    return;
  do
    {
      int start, end;

      g_match_info_fetch_pos (info, 0, &start, &end);
      add_mention (mentions, folded, (gsize)start, (gsize)end, parties->academic);
    }
  while (g_match_info_next (info, NULL));
}

/* "Les CFA consulaires": the chamber’s. */
static void
add_consular (CopilTextParties *parties, GArray *mentions, const char *folded)
{
  g_autoptr (GMatchInfo) info = NULL;

  if (copil_text_search (COPIL_RULE_CONSULAR_BODY, folded, &info))
    do
      {
        int start, end;

        g_match_info_fetch_pos (info, 0, &start, &end);
        add_mention (mentions, folded, (gsize)start, (gsize)end, parties->consular);
      }
    while (g_match_info_next (info, NULL));
}

/* "Les entreprises de l’UTHF accueillent": she acts, by her bodies. */
static void
take_bodies (GArray *mentions, const char *folded)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      CopilTextMention *mention = &g_array_index (mentions, CopilTextMention, i);
      g_autoptr (GMatchInfo) info = NULL;
      g_autofree char *before = NULL;
      gsize from = mention->start > 160 ? mention->start - 160 : 0;
      int start;

      if (!mention->governed)
        continue;
      /* "Les services de l’État et de la Région s’engagent" */
      if (i && g_array_index (mentions, CopilTextMention, i - 1).body)
        {
          const CopilTextMention *other = &g_array_index (mentions, CopilTextMention, i - 1);
          g_autofree char *between = g_strndup (folded + other->end, mention->start - other->end);

          if (copil_text_match (COPIL_RULE_AND_OF, between))
            {
              mention->governed = other->governed;
              mention->body = TRUE;
              while (mention->start > other->end + 1 && folded[mention->start - 1] != ',' &&
                     strncmp (folded + mention->start - 4, " et ", 4) != 0)
                mention->start--;
              continue;
            }
        }
      while (from > 0 && (folded[from] & 0xC0) == 0x80)
        from--;
      before = g_strndup (folded + from, mention->start - from);
      if (copil_text_search (COPIL_RULE_UNDER_AUTHORITY, before, &info))
        {
          g_match_info_fetch_pos (info, 0, &start, NULL);
          mention->start = from + (gsize)start;
          mention->governed = is_governed (folded, mention->start);
          mention->body = TRUE;
          continue;
        }
      g_clear_pointer (&info, g_match_info_unref);
      if (!copil_text_search (COPIL_RULE_BODY_OF, before, &info))
        continue;
      g_match_info_fetch_pos (info, 0, &start, NULL);
      if (i && g_array_index (mentions, CopilTextMention, i - 1).end > from + (gsize)start)
        continue;
      mention->start = from + (gsize)start;
      mention->governed = is_governed (folded, mention->start);
      mention->body = TRUE;
    }
}

GArray *
copil_text_parties_list_mentions (CopilTextParties *parties, const char *folded)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (CopilTextMention));

  for (guint i = 0; i < parties->aliases->len; i++)
    {
      const CopilTextAlias *alias = parties->aliases->pdata[i];
      gsize length = strlen (alias->text);

      for (const char *at = strstr (folded, alias->text); at; at = strstr (at + 1, alias->text))
        {
          gsize start = (gsize)(at - folded);

          if ((start > 0 && is_word (folded[start - 1])) || is_word (folded[start + length]))
            continue;
          if (alias->noun && !is_own (folded, start, start + length, is_people (alias->text)))
            continue;
          /* "les UIMM territoriales" are not the UIMM */
          if (start >= 4 && strncmp (at - 4, "les ", 4) == 0 && !alias->noun && length <= 6 &&
              at[length] == ' ' && !copil_text_match (COPIL_RULE_PLURAL_NAME, alias->text))
            continue;
          add_mention (mentions, folded, start, start + length, alias->set);
        }
    }
  if (strstr (folded, "es deux "))
    add_pair (parties, mentions, folded);
  add_everybody (parties, mentions, folded);
  add_academic (parties, mentions, folded);
  if (parties->consular && strstr (folded, "consulaire"))
    add_consular (parties, mentions, folded);
  g_array_sort (mentions, compare_mentions);
  /* "l’association ECTI" is one. */
  for (guint i = 1; i < mentions->len; i++)
    {
      CopilTextMention *mention = &g_array_index (mentions, CopilTextMention, i);
      CopilTextMention *before = &g_array_index (mentions, CopilTextMention, i - 1);

      if (mention->start > before->end + 1)
        continue;
      before->end = mention->end;
      before->set = mention->set;
      g_array_remove_index (mentions, i--);
    }
  /* "par le ministère et l’académie": the preposition governs both. */
  for (guint i = 1; i < mentions->len; i++)
    {
      CopilTextMention *mention = &g_array_index (mentions, CopilTextMention, i);
      const CopilTextMention *before = &g_array_index (mentions, CopilTextMention, i - 1);

      if (before->governed && mention->start - before->end == 4 &&
          strncmp (folded + before->end, " et ", 4) == 0)
        mention->governed = TRUE;
    }
  take_bodies (mentions, folded);
  return mentions;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names that parties go by in a text. */
#include <string.h>

#include "copil-text-match.h"
#include "copil-text-rules.h"
#include "copil-text-party-private.h"

void
copil_text_alias_free (gpointer data)
{
  CopilTextAlias *alias = data;

  g_free (alias->text);
  g_free (alias);
}

static void
add_alias (CopilTextParties *parties, const char *name, CopilTextPartySet set, gboolean noun)
{
  g_autofree char *folded = copil_text_fold (name);
  g_autofree char *clean = g_strstrip (copil_text_replace (COPIL_RULE_AROUND_NAME, folded));
  CopilTextAlias *alias;

  if (strlen (clean) < 2 || !set)
    return;
  for (guint i = 0; i < parties->aliases->len; i++)
    {
      alias = parties->aliases->pdata[i];
      if (g_str_equal (alias->text, clean))
        {
          /* What the text itself calls a party is not taken by a guess. */
          if (alias->noun && !noun)
            alias->set = set;
          else if (alias->noun == noun)
            alias->set |= set;
          alias->noun = alias->noun && noun;
          return;
        }
    }
  alias = g_new0 (CopilTextAlias, 1);
  alias->text = g_steal_pointer (&clean);
  alias->set = set;
  alias->noun = noun;
  g_ptr_array_add (parties->aliases, alias);
}

void
copil_text_parties_add_alias (CopilTextParties *parties, const char *name, CopilTextPartySet set)
{
  add_alias (parties, name, set, FALSE);
}

gboolean
copil_text_party_is_public (const char *name)
{
  g_autofree char *folded = copil_text_fold (name);

  return copil_text_match (COPIL_RULE_PUBLIC_BODY, folded);
}

static int
compare_aliases (gconstpointer a, gconstpointer b)
{
  const CopilTextAlias *const *one = a, *const *two = b;
  gsize first = strlen ((*one)->text), second = strlen ((*two)->text);

  return first < second ? 1 : first > second ? -1 : g_strcmp0 ((*one)->text, (*two)->text);
}

/* "MENESR" for « ministère de l’éducation nationale, de l’enseignement supérieur et de la recherche
 * ». */
static char *
acronym (const char *folded)
{
  g_auto (GStrv) words = copil_text_split (COPIL_RULE_WORDS_OF_NAME, folded);
  GString *letters = g_string_new (NULL);

  for (int i = 0; words[i]; i++)
    if (strlen (words[i]) > 3 ||
        (strlen (words[i]) == 3 && !strstr ("les des aux une sur", words[i])))
      g_string_append_c (letters, words[i][0]);
  return g_string_free (letters, FALSE);
}

static guint
count (const char *text, const char *wanted)
{
  guint n = 0;

  for (const char *at = strstr (text, wanted); at; at = strstr (at + 1, wanted))
    n++;
  return n;
}

/* Whether a word stands in a text, and not as a part of another. */
static gboolean
has_word (const char *text, const char *word)
{
  for (const char *at = strstr (text, word); at; at = strstr (at + 1, word))
    {
      gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';
      gunichar behind = g_utf8_get_char (at + strlen (word));

      if (!g_unichar_isalnum (before) && before != '_' && !g_unichar_isalnum (behind) &&
          behind != '_')
        return TRUE;
    }
  return FALSE;
}

/* The length in bytes of the article that a name begins with. */
static gsize
article_length (const char *name)
{
  g_autoptr (GMatchInfo) info = NULL;
  int end = 0;

  if (copil_text_search (COPIL_RULE_ARTICLE_PRINTED, name, &info))
    g_match_info_fetch_pos (info, 0, NULL, &end);
  return (gsize)end;
}

/* Names that a party's own name holds: its quoted part, the acronym it begins with, what stands
 * behind "l’association", what a ministry is charged with. */
static void
add_parts (CopilTextParties *parties, CopilTextParty *party, CopilTextPartySet set,
           const char *whole)
{
  g_autofree char *folded = copil_text_fold (party->name);
  g_autofree char *bare = copil_text_replace (COPIL_RULE_ARTICLE, folded);
  const char *names[] = { party->name, party->short_name };
  g_autoptr (GMatchInfo) info = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GMatchInfo) found = NULL;

      /* "CPME" of « CPME Île-de-France » */
      if (names[i] && copil_text_search (COPIL_RULE_LEADING_ACRONYM, names[i], &found))
        {
          g_autofree char *acronym = g_match_info_fetch (found, 1);

          if (!copil_text_match (COPIL_RULE_NO_ACRONYM, acronym))
            copil_text_parties_add_alias (parties, acronym, set);
        }
    }
  if (copil_text_search (COPIL_RULE_OWN_NAME, party->name, &info))
    {
      g_autofree char *own = g_match_info_fetch (info, 1);

      copil_text_parties_add_alias (parties, own, set);
      /* Where the text says "Tremplin Route" more often than "l’association Tremplin Route". */
      if (!party->short_name &&
          count (whole, own) > count (whole, party->name + article_length (party->name)))
        party->short_name = g_steal_pointer (&own);
    }
  g_clear_pointer (&info, g_match_info_unref);
  if (copil_text_search (COPIL_RULE_QUOTED_NAME, folded, &info))
    {
      g_autofree char *quoted = g_match_info_fetch (info, 1);

      copil_text_parties_add_alias (parties, quoted, set);
    }
  g_clear_pointer (&info, g_match_info_unref);
  /* "ministères en charge de l'éducation nationale et …" */
  if (copil_text_search (COPIL_RULE_MINISTRY_OF, bare, &info))
    {
      static const char *const forms[] = { "ministere de l'%s", "ministere charge de l'%s",
                                           "ministeres en charge de l'%s",
                                           "ministeres charges de l'%s" };
      g_autofree char *domain = g_match_info_fetch (info, 1);

      for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
        {
          g_auto (GStrv) around = g_strsplit (forms[i], "%s", 2);
          g_autofree char *name = g_strconcat (around[0], domain, NULL);

          copil_text_parties_add_alias (parties, name, set);
        }
    }
}

/* What a body of each nature is called: "one" where there is one, "many" for all of them together.
 */
static const struct
{
  const char *one;
  const char *many;
} natures[COPIL_N_NATURES] = {
  [COPIL_NATURE_MINISTRY] = { "ministere|ministre", "ministeres|ministres" },
  [COPIL_NATURE_MINISTRY_OF_SCHOOLS] = { "dgesco|direction generale de l'enseignement "
                                         "scolaire|academies|rectorats|recteurs|corps "
                                         "d'inspection|inspecteurs|services academiques|services "
                                         "deconcentres|ien|ia-ipr|inspection generale de "
                                         "l'education, du sport et de la recherche|inspection "
                                         "generale de l'education nationale|inspection "
                                         "generale|inspecteurs generaux",
                                         "" },
  [COPIL_NATURE_ACADEMY] = { "academie|rectorat|recteur|rectrice|recteur d'academie|rectrice "
                             "d'academie|recteurs",
                             "academies|rectorats|recteurs" },
  [COPIL_NATURE_ACADEMIC_REGION] = { "region academique|rectorat|recteur|rectrice|recteur de "
                                     "region academique|rectrice de region "
                                     "academique|academies|recteurs",
                                     "regions academiques|recteurs" },
  [COPIL_NATURE_ACADEMIC] = { "corps d'inspection|services "
                              "academiques|inspecteurs|ia-ipr|ien|dsden|dasen|services "
                              "departementaux de l'education nationale|delegation "
                              "academique|delegation de region academique|inspection "
                              "academique|inspecteur d'academie|proviseurs|principaux|chefs "
                              "d'etablissement|chef d'etablissement|equipes pedagogiques|equipes "
                              "educatives|personnels de direction",
                              "corps d'inspection|services "
                              "academiques|inspecteurs|ia-ipr|ien|dsden|inspections "
                              "academiques|proviseurs|principaux|chefs d'etablissement|equipes "
                              "pedagogiques|equipes educatives" },
  [COPIL_NATURE_REGION] = { "region|conseil regional", "regions" },
  [COPIL_NATURE_DEPARTMENT] = { "departement|conseil departemental", "departements" },
  [COPIL_NATURE_METROPOLIS] = { "metropole|communaute|agglomeration|collectivite", "" },
  [COPIL_NATURE_TOWN] = { "ville|commune|collectivite", "villes" },
  [COPIL_NATURE_ASSOCIATION] = { "association", "associations" },
  [COPIL_NATURE_FEDERATION] = { "federation|confederation", "federations" },
  [COPIL_NATURE_UNION] = { "union|syndicat|organisation professionnelle", "" },
  [COPIL_NATURE_FOUNDATION] = { "fondation", "fondations" },
  [COPIL_NATURE_COMPANY] = { "societe|entreprise|groupe",
                             "societes|entreprises signataires|entreprises partenaires" },
  [COPIL_NATURE_CHAMBER] = { "chambre", "chambres" },
  [COPIL_NATURE_SKILLS_OPERATOR] = { "operateur de competences|opco", "opco" },
  [COPIL_NATURE_UNIVERSITY] = { "universite", "universites" },
  [COPIL_NATURE_AGENCY] = { "agence", "" },
  [COPIL_NATURE_CAMPUS] = { "campus", "" },
};

/* What the blocks of a party's presentation say, folded, its name first. */
static char *
presentation (const CopilTextParty *party, GPtrArray *blocks)
{
  g_autofree char *folded = copil_text_fold (party->name);
  GString *said = g_string_new (NULL);
  g_autofree char *bare = copil_text_replace (COPIL_RULE_ARTICLE, folded);
  guint n = 0;

  g_string_append (said, bare);
  for (guint i = 0; i < blocks->len && i < 120; i++)
    {
      const CopilTextBlock *block = blocks->pdata[i];
      const char *at;
      g_autofree char *text = NULL;

      if (block->start < party->start || block->end > party->end)
        continue;
      text = copil_text_fold (block->text);
      /* Several in one paragraph: from this one's name on. */
      at = strstr (text, folded);
      if (n++ && !at)
        at = text;
      if (at)
        g_string_append_printf (said, "\n%.400s", at);
    }
  return g_string_free (said, FALSE);
}

/* "L’entreprise", where only one party is no public body and nothing calls it otherwise. */
static void
add_company (CopilTextParties *parties, GPtrArray *said)
{
  static const char *const names[] = { "entreprise", "societe", "groupe" };
  CopilTextPartySet set = 0;

  for (guint i = 0; i < parties->list->len; i++)
    if (!copil_text_party_is_public (((const CopilTextParty *)parties->list->pdata[i])->name))
      {
        if (set || copil_text_match (COPIL_RULE_NO_COMPANY, said->pdata[i]))
          return;
        set = (CopilTextPartySet)1 << i;
      }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_alias (parties, names[i], set, TRUE);
}

/* Whether a party has a paragraph of its own. */
static gboolean
is_apart (CopilTextParties *parties, guint at)
{
  const CopilTextParty *party = parties->list->pdata[at];

  for (guint i = 0; i < parties->list->len; i++)
    if (i != at && ((const CopilTextParty *)parties->list->pdata[i])->end >= party->start &&
        ((const CopilTextParty *)parties->list->pdata[i])->start <= party->end)
      return FALSE;
  return TRUE;
}

static void
add_natures (CopilTextParties *parties, GPtrArray *blocks)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  gboolean alone = parties->list->len == 2; /* who else could "l’entreprise" be? */
  CopilTextPartySet sets[COPIL_N_NATURES] = { 0 };

  for (guint i = 0; i < parties->list->len; i++)
    g_ptr_array_add (said, presentation (parties->list->pdata[i], blocks));
  for (guint i = 0; i < said->len; i++)
    {
      g_autofree char *name = g_strndup (said->pdata[i], strcspn (said->pdata[i], "\n"));
      const char *text = alone || is_apart (parties, i) ? said->pdata[i] : name;
      guint row = 0;

      for (int nature; (nature = copil_text_search_next (COPIL_RULE_NATURE, &row, text, NULL));)
        sets[nature] |= (CopilTextPartySet)1 << i;
    }
  for (guint n = 0; n < COPIL_N_NATURES; n++)
    {
      gboolean several = sets[n] & (sets[n] - 1);
      g_auto (GStrv) names = NULL;

      if (!sets[n])
        continue;
      names = g_strsplit (several ? natures[n].many : natures[n].one, "|", -1);
      for (int i = 0; names[i]; i++)
        add_alias (parties, names[i], sets[n], TRUE);
    }
  add_company (parties, said);
}

/* "La présidente": who is represented by one, where only one party is. */
static void
add_roles (CopilTextParties *parties)
{
  static const char *const roles[][2] = { { "recteur", "rectrice" },
                                          { "ministre", "ministre" },
                                          { "president", "presidente" },
                                          { "directeur", "directrice" },
                                          { "directeur general", "directrice generale" },
                                          { "delegue general", "deleguee generale" },
                                          { "directeur regional", "directrice regionale" },
                                          { "vice-president", "vice-presidente" },
                                          { "delegue regional", "deleguee regionale" },
                                          { "secretaire general", "secretaire generale" },
                                          { "prefet", "prefete" },
                                          { "maire", "maire" } };

  for (guint r = 0; r < G_N_ELEMENTS (roles); r++)
    {
      CopilTextPartySet sets[2] = { 0, 0 };

      for (guint i = 0; i < parties->list->len; i++)
        {
          const CopilTextParty *party = parties->list->pdata[i];
          g_autofree char *folded =
              copil_text_fold (party->representative ? party->representative : "");

          for (int g = 0; g < 2; g++)
            {
              const char *at = strstr (folded, roles[r][g]);

              if (at && !g_ascii_isalpha (at[strlen (roles[r][g])]))
                sets[g] |= (CopilTextPartySet)1 << i;
            }
        }
      /* Who comes after may be the other of the two. */
      for (int g = 0; g < 2; g++)
        {
          CopilTextPartySet set = sets[g] ? sets[g] : sets[1 - g];

          if (set && !(set & (set - 1)))
            add_alias (parties, roles[r][g], set, TRUE);
        }
    }
}

/* "L’École" of « L’École supérieure d’ingénierie de Lorraine »: the head of a name, where no other
 * party has the same. */
static void
add_heads (CopilTextParties *parties)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < parties->list->len; i++)
    {
      const CopilTextParty *party = parties->list->pdata[i];
      g_autofree char *folded = copil_text_fold (party->name);
      g_autofree char *bare = copil_text_replace (COPIL_RULE_ARTICLE, folded);

      g_ptr_array_add (heads, g_strndup (bare, strcspn (bare, " ")));
    }
  for (guint i = 0; i < heads->len; i++)
    {
      gboolean alone = strlen (heads->pdata[i]) >= 5;

      for (guint k = 0; alone && k < heads->len; k++)
        alone = k == i || !g_str_equal (heads->pdata[i], heads->pdata[k]);
      if (alone && !copil_text_match (COPIL_RULE_NO_HEAD, heads->pdata[i]))
        add_alias (parties, heads->pdata[i], (CopilTextPartySet)1 << i, TRUE);
    }
}

/* "« L’entreprise » désigne la société X": the text's own words for a party. */
static void
add_definitions (CopilTextParties *parties, GPtrArray *blocks)
{
  /* "… et, s’agissant de A et de B, « la branche »" */
  for (guint i = 0; i < MIN (blocks->len, 60); i++)
    {
      const CopilTextBlock *block = blocks->pdata[i];
      g_autoptr (GMatchInfo) info = NULL;
      g_autofree char *who = NULL, *name = NULL, *folded = NULL;
      g_autoptr (GArray) mentions = NULL;
      CopilTextPartySet set = 0;

      if (!copil_text_search (COPIL_RULE_NAMED_FOR, block->text, &info))
        {
          g_clear_pointer (&info, g_match_info_unref);
          if (!copil_text_search (COPIL_RULE_NAMED_TOGETHER, block->text, &info))
            continue;
        }
      who = g_match_info_fetch (info, 1);
      name = g_match_info_fetch (info, 2);
      folded = copil_text_fold (who);
      mentions = copil_text_parties_list_mentions (parties, folded);
      for (guint k = 0; k < mentions->len; k++)
        set |= g_array_index (mentions, CopilTextMention, k).set;
      if (set & (set - 1))
        copil_text_parties_add_alias (parties, name, set);
    }
  for (guint i = 0; i < blocks->len; i++)
    {
      const CopilTextBlock *block = blocks->pdata[i];
      g_autoptr (GMatchInfo) info = NULL;
      g_autofree char *term = NULL, *rest = NULL, *folded = NULL;
      g_autoptr (GArray) mentions = NULL;

      if (!copil_text_search (COPIL_RULE_DEFINES, block->text, &info))
        continue;
      term = g_match_info_fetch (info, 1);
      rest = g_match_info_fetch (info, 2);
      folded = copil_text_fold (rest);
      mentions = copil_text_parties_list_mentions (parties, folded);
      if (mentions->len && g_array_index (mentions, CopilTextMention, 0).start <= 3 &&
          !copil_text_match (COPIL_RULE_THE_PARTIES, term))
        copil_text_parties_add_alias (parties, term,
                                      g_array_index (mentions, CopilTextMention, 0).set);
    }
}

/* Those with an academy behind them: by their names, or by who represents them. */
static CopilTextPartySet
find_academic (CopilTextParties *parties)
{
  CopilTextPartySet named = 0, led = 0;

  for (guint i = 0; i < parties->list->len; i++)
    {
      const CopilTextParty *party = parties->list->pdata[i];
      g_autofree char *name = copil_text_fold (party->name);
      g_autofree char *representative =
          copil_text_fold (party->representative ? party->representative : "");

      if (copil_text_match (COPIL_RULE_ACADEMIC_BODY, name))
        named |= (CopilTextPartySet)1 << i;
      if (copil_text_match (COPIL_RULE_RECTOR, representative))
        led |= (CopilTextPartySet)1 << i;
    }
  return named ? named : led;
}

static CopilTextPartySet
find_consular (CopilTextParties *parties)
{
  CopilTextPartySet set = 0;

  for (guint i = 0; i < parties->list->len; i++)
    {
      g_autofree char *name =
          copil_text_fold (((const CopilTextParty *)parties->list->pdata[i])->name);

      if (copil_text_match (COPIL_RULE_CHAMBER, name))
        set |= (CopilTextPartySet)1 << i;
    }
  return set;
}

void
copil_text_parties_make_aliases (CopilTextParties *parties, GPtrArray *blocks)
{
  g_autoptr (GString) whole = g_string_new (NULL);

  for (guint b = 0; b < blocks->len; b++)
    g_string_append_printf (whole, "%s\n", ((CopilTextBlock *)blocks->pdata[b])->text);
  for (guint i = 0; i < parties->list->len; i++)
    {
      CopilTextParty *party = parties->list->pdata[i];
      CopilTextPartySet set = (CopilTextPartySet)1 << i;
      g_autofree char *folded = copil_text_fold (party->name);
      g_autofree char *bare = copil_text_replace (COPIL_RULE_ARTICLE, folded);
      g_autofree char *letters = acronym (bare);

      copil_text_parties_add_alias (parties, party->name, set);
      if (party->short_name)
        copil_text_parties_add_alias (parties, party->short_name, set);
      add_parts (parties, party, set, whole->str);
      if (strlen (letters) >= 4)
        {
          g_autofree char *capitals = g_ascii_strup (letters, -1);

          if (has_word (whole->str, capitals))
            {
              copil_text_parties_add_alias (parties, letters, set);
              if (!party->short_name)
                party->short_name = g_steal_pointer (&capitals);
            }
        }
    }
  parties->academic = find_academic (parties);
  parties->consular = find_consular (parties);
  add_natures (parties, blocks);
  add_roles (parties);
  add_heads (parties);
  g_ptr_array_sort (parties->aliases, compare_aliases);
  add_definitions (parties, blocks);
  g_ptr_array_sort (parties->aliases, compare_aliases);
}

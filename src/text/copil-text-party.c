/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-party.h"

#include <string.h>

#include "copil-text-match.h"

#define ARTICLE "(?:l'|la |le |les )"
#define ATTRIBUTE                                                                                  \
  "^(?:et )?(?:represente|ci-apres|denomme|designe|appele|dont |sis[e ]|situe|domicilie|ayant "    \
  "son siege|n\\s?° ?|siret|"                                                                     \
  "siege|adresse|agissant|immatricule|association regie|ensemble|bp |cs |tel)|^[0-9]{1,4}(?: "     \
  "?(?:bis|ter))?,? |^[0-9]{5} |^d'une? (?:autre )?part|"                                          \
  "^d'autre part"

typedef struct
{
  char *text;
  CopilTextPartySet set;
} Alias;

struct _CopilTextParties
{
  GPtrArray *list;
  GPtrArray *aliases; /* longest first */
  char *title;
};

static void
party_free (gpointer data)
{
  CopilTextParty *party = data;

  g_free (party->name);
  g_free (party->short_name);
  g_free (party->representative);
  g_free (party->address);
  g_free (party);
}

static void
alias_free (gpointer data)
{
  Alias *alias = data;

  g_free (alias->text);
  g_free (alias);
}

static void
add_alias (CopilTextParties *parties, const char *text, CopilTextPartySet set)
{
  g_autofree char *clean = g_strstrip (copil_text_replace ("^" ARTICLE "|[\".,;:*]", text, ""));
  Alias *alias;

  if (strlen (clean) < 2 || !set)
    return;
  for (guint i = 0; i < parties->aliases->len; i++)
    {
      alias = parties->aliases->pdata[i];
      if (g_str_equal (alias->text, clean))
        {
          alias->set |= set;
          return;
        }
    }
  alias = g_new0 (Alias, 1);
  alias->text = g_steal_pointer (&clean);
  alias->set = set;
  g_ptr_array_add (parties->aliases, alias);
}

static int
compare_aliases (gconstpointer a, gconstpointer b)
{
  const Alias *const *one = a, *const *two = b;
  gsize first = strlen ((*one)->text), second = strlen ((*two)->text);

  return first < second ? 1 : first > second ? -1 : g_strcmp0 ((*one)->text, (*two)->text);
}

/* The name up to where its description begins. */
static char *
only_name (const char *text)
{
  static const char *const ends[] = {
    "\\s*[,;]?\\s*(?i:représentée?s?|dont le siège|sise?\\b|située?|ci-après|dénommée?s? "
    "ci-après|désignée?s? (?:sous|ci|par)|"
    "domiciliée?|ayant (?:son|leur) siège|agissant|immatriculée?|association régie).*$",
    "\\s*,?\\s*(?i:d['’]une part|d['’]autre part).*$",
    "\\s*,\\s*[0-9]{1,4}(?:\\s?(?:bis|ter))?,?\\s+(?i:rue|avenue|av\\.|boulevard|bd|place|quai|"
    "allée|chemin|cours|impasse|square)\\b.*$",
    "\\s*[,;:.]\\s*$",
  };
  char *name = g_strdup (text);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      char *next = copil_text_replace (ends[i], name, "");

      g_free (name);
      name = g_strstrip (next);
    }
  return name;
}

/* "ci-après dénommé « X »", "désignée sous le terme "X"", "X (Y)". */
static char *
find_short (const char *text)
{
  g_autoptr (GMatchInfo) info = NULL;
  char *found;

  if (!copil_text_search (
          "(?i:ci-après|désignée?s?|(?:dénommée?s?|appelée?s?) ci-après)[^«\"“]{0,60}[«\"“]\\s*("
          "[^»\"”]{2,80}?)\\s*[»\"”]",
          text, &info))
    {
      g_clear_pointer (&info, g_match_info_unref);
      if (!copil_text_search ("(?i:(?:dénommée?s?|désignée?s?|appelée?s?) ci-après|ci-après "
                              "(?:dénommée?s?|désignée?s?|appelée?s?))\\s+(?:par |sous le terme "
                              ")?(?!(?i:ensemble))([^,.;«\"]{2,60})",
                              text, &info))
        return NULL;
    }
  found = g_match_info_fetch (info, 1);
  return g_strstrip (found);
}

static char *
find_representative (const char *text)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *found = NULL;

  if (!copil_text_search (
          "(?i:représentée?s?)\\s+par\\s+(?:(?i:son|sa|leur|le|la|l['’])\\s*)?(.{3,300}?)(?:,?\\s*("
          "?i:désignée?|ci-après|dénommée?|d['’]une? (?:autre )?part|d['’]autre part)|,?\\s*$)",
          text, &info))
    return NULL;
  found = g_match_info_fetch (info, 1);
  return g_strdup (g_strchomp (found));
}

static void
add_line (char **field, const char *line)
{
  char *joined = *field && **field ? g_strconcat (*field, "\n", line, NULL) : g_strdup (line);

  g_free (*field);
  *field = joined;
}

/* Everything a block tells of the party it belongs to. */
static void
describe (CopilTextParty *party, const char *text)
{
  g_autofree char *folded = copil_text_fold (text);
  char *found;

  if (!party->representative && (found = find_representative (text)))
    party->representative = found;
  if (!party->short_name && (found = find_short (text)))
    {
      if (copil_text_match ("(?i)^(les |ensemble|conjointement)", found))
        g_free (found);
      else
        party->short_name = found;
    }
  if (copil_text_match ("^[0-9]{1,4}(?: ?(?:bis|ter))?,? "
                        "(?:rue|avenue|av\\.|boulevard|bd|place|quai|allee|chemin|cours|impasse|"
                        "square)|^[0-9]{5} ",
                        folded))
    {
      g_autofree char *line = g_strdup (text);

      if (g_str_has_suffix (line, ","))
        line[strlen (line) - 1] = '\0';
      add_line (&party->address, line);
    }
}

static CopilTextParty *
add_party (CopilTextParties *parties, const char *text, int side, const CopilTextBlock *block)
{
  g_autofree char *name = only_name (text);
  g_autoptr (GMatchInfo) info = NULL;
  CopilTextParty *party;

  if (strlen (name) < 3 || strlen (name) > 300 || parties->list->len >= COPIL_TEXT_PARTIES_MAX)
    return NULL;
  party = g_new0 (CopilTextParty, 1);
  if (copil_text_search ("^(.*\\S)\\s*\\(([^()]{2,60})\\)$", name, &info))
    {
      party->name = g_match_info_fetch (info, 1);
      party->short_name = g_match_info_fetch (info, 2);
    }
  else
    party->name = g_steal_pointer (&name);
  party->side = side;
  party->start = block->start;
  party->end = block->end;
  describe (party, text);
  g_ptr_array_add (parties->list, party);
  return party;
}

/* Whether a text can be a party: it begins as a name does and tells of a body, or of nothing else.
 */
static gboolean
can_be_party (const char *text)
{
  g_autofree char *folded = copil_text_fold (text);
  gunichar first = g_utf8_get_char (text);

  if (strlen (text) > 700 || copil_text_match (ATTRIBUTE, folded))
    return FALSE;
  if (copil_text_match ("^(?:entre|et|convention|vu |considerant|preambule|il a ete|les "
                        "parties|les soussignes|nor|rlr)\\b",
                        folded))
    return FALSE;
  return g_unichar_isupper (first) || copil_text_match ("^" ARTICLE, folded);
}

/* Names in a group for all who stand on one side: "dénommées ci-après les académies". */
static void
name_side (CopilTextParties *parties, const char *text, int side)
{
  g_autofree char *found = find_short (text), *folded = NULL;
  CopilTextPartySet set = 0;

  if (!found)
    return;
  for (guint i = 0; i < parties->list->len; i++)
    if (((CopilTextParty *)parties->list->pdata[i])->side == side)
      set |= (CopilTextPartySet)1 << i;
  folded = copil_text_fold (found);
  if (!copil_text_match ("^(?:les )?parties$", folded))
    add_alias (parties, folded, set);
}

/* Reads one block of the part that presents the parties; FALSE where that part is over. */
static gboolean
read_block (CopilTextParties *parties, const CopilTextBlock *block, int *side,
            CopilTextParty **open)
{
  g_autofree char *bare = copil_text_replace (
      "^(?i:et|entre(?: les soussignés?e?s?)?)\\s*:?\\s+(?=\\S)", block->text, "");
  g_autofree char *folded = copil_text_fold (bare);
  g_auto (GStrv) parts = NULL;

  if (copil_text_match ("(?:conviennent|convenu|arrete|preambule|expose)[^.]{0,60}(?:qui "
                        "suit|suit|preambule)?\\W*$",
                        folded) &&
      copil_text_match ("conv(?:iennent|enu)|^preambule|expose|arrete", folded))
    return FALSE;
  if (strlen (bare) > 260 &&
      !copil_text_match ("represente|denomme|designe|siege|ci-apres|d'une part|d'autre part",
                         folded))
    return FALSE;
  /* "…, d'une part, et l'association …, d'autre part" in one paragraph. */
  parts =
      g_regex_split_simple ("(?i),?\\s*d['’]une part\\s*[,;]?\\s*(?:et\\s+)?(?=\\S)", bare, 0, 0);
  for (int i = 0; parts[i]; i++)
    {
      g_autofree char *part = g_strstrip (g_strdup (parts[i])),
                      *part_folded = copil_text_fold (part);

      if (i > 0)
        {
          *side = 2;
          *open = NULL;
        }
      if (!*part)
        continue;
      if (copil_text_match (ATTRIBUTE, part_folded))
        {
          if (copil_text_match (
                  "^(?:denommee?s|designee?s|ci-apres denommee?s|ci-apres designee?s|appelee?s)",
                  part_folded) &&
              copil_text_match ("ees |es ", part_folded) &&
              !copil_text_match ("\\bensemble\\b", part_folded) &&
              copil_text_match ("^\\S*s\\b|ci-apres \\S*s\\b", part_folded) &&
              parties->list->len > 1)
            name_side (parties, part, *side);
          else if (*open)
            {
              describe (*open, part);
              (*open)->end = block->end;
            }
        }
      else if (can_be_party (part))
        *open = add_party (parties, part, *side, block);
      else if (*open)
        describe (*open, part);
      if (copil_text_match ("d'une part", part_folded))
        *side = MAX (*side, 2);
    }
  if (copil_text_match ("d'une part\\W*$", folded))
    {
      *side = 2;
      *open = NULL;
    }
  return TRUE;
}

/* Who has nothing said of it was not presented: a line of the title, or of the letterhead. */
static void
drop_undescribed (CopilTextParties *parties)
{
  gboolean any = FALSE;

  for (guint i = 0; i < parties->list->len; i++)
    {
      CopilTextParty *party = parties->list->pdata[i];

      any = any || party->representative || party->address || party->short_name;
    }
  for (guint i = parties->list->len; i-- > 0;)
    {
      CopilTextParty *party = parties->list->pdata[i];

      if (!any ||
          (!party->representative && !party->address && !party->short_name &&
           !copil_text_match ("\\p{Ll}", party->name)) ||
          (!party->representative && !party->address && !party->short_name && party->side == 1 &&
           !copil_text_match ("^(?i:" ARTICLE ")?(?i:minist|acad|assoc|conf|féd|région|rector|cham|"
                              "union|syndic|group|entrepr|soci|fond)",
                              party->name)))
        g_ptr_array_remove_index (parties->list, i);
    }
}

/* In capitals, a name of the title is looked for in the text, where it has its small letters. */
static char *
as_written (GPtrArray *blocks, const char *name)
{
  g_autofree char *wanted = copil_text_fold (name);
  gsize n_characters = (gsize)g_utf8_strlen (wanted, -1);

  for (guint i = 0; i < blocks->len; i++)
    {
      const CopilTextBlock *block = blocks->pdata[i];
      g_autofree char *folded = copil_text_fold (block->text);

      if (!strstr (folded, wanted))
        continue;
      for (const char *at = block->text; *at; at = g_utf8_next_char (at))
        {
          g_autofree char *piece = NULL, *piece_folded = NULL;
          const char *end = at;
          gsize n = 0;

          for (; n < n_characters && *end; n++)
            end = g_utf8_next_char (end);
          if (n < n_characters)
            break;
          piece = g_strndup (at, (gsize)(end - at));
          piece_folded = copil_text_fold (piece);
          if (g_str_equal (piece_folded, wanted) && copil_text_match ("\\p{Ll}", piece))
            return g_steal_pointer (&piece);
        }
    }
  return g_strdup (name);
}

/* "Convention entre A, B et C": the parties by the title alone. */
static void
read_title (CopilTextParties *parties, GPtrArray *blocks)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *list = NULL;
  g_auto (GStrv) names = NULL;

  if (!parties->title || !copil_text_search ("\\b(?i:entre)\\s+(.*)$", parties->title, &info))
    return;
  list = g_match_info_fetch (info, 1);
  names = g_regex_split_simple (
      "(?i)\\s*[,;]?\\s+et\\s+(?=(?:" ARTICLE
      "|\\p{L}{2}))(?!d['’]|de |des |du |la jeunesse|la formation|la recherche)"
      "|\\s*,\\s*(?:et\\s+)?(?=(?i:" ARTICLE "))|[.;]\\s*$",
      list, 0, 0);
  for (int i = 0; names[i]; i++)
    {
      g_autofree char *bare =
          copil_text_replace ("^(?i:et )?\\s*(?i:" ARTICLE ")|[.,;\\s]+$", names[i], "");
      g_autofree char *name = as_written (blocks, g_strstrip (bare));
      CopilTextParty *party;

      if (strlen (name) < 3 || !blocks->len)
        continue;
      party = add_party (parties, name, 1, blocks->pdata[0]);
      if (party && !copil_text_match ("(?i)minist|acad|rector|région", party->name))
        party->side = 2;
    }
}

/* "MENESR" for « ministère de l’éducation nationale, de l’enseignement supérieur et de la recherche
 * ». */
static char *
acronym (const char *folded)
{
  g_auto (GStrv) words = g_regex_split_simple ("[^a-z]+", folded, 0, 0);
  GString *letters = g_string_new (NULL);

  for (int i = 0; words[i]; i++)
    if (strlen (words[i]) > 3 ||
        (strlen (words[i]) == 3 && !strstr ("les des aux une sur", words[i])))
      g_string_append_c (letters, words[i][0]);
  return g_string_free (letters, FALSE);
}

static void
make_aliases (CopilTextParties *parties, const char *whole)
{
  static const struct
  {
    const char *head; /* of a name */
    const char *one;  /* names for one such party */
    const char *many; /* for all of them */
  } heads[] = {
    { "^(?:ministere|ministre)", "ministere", "ministeres" },
    { "^(?:academie|rectorat)", "academie|rectorat|recteur|rectrice",
      "academies|rectorats|recteurs" },
    { "^association", "association", "associations" },
    { "^(?:federation|confederation|union)", "federation|confederation|union", "federations" },
    { "^region ", "region", "regions" },
    { "^fondation", "fondation", "fondations" },
    { "^(?:societe|entreprise|groupe)", "societe|entreprise|groupe",
      "societes|entreprises signataires" },
    { "^chambre", "chambre", "chambres" },
  };

  for (guint i = 0; i < parties->list->len; i++)
    {
      CopilTextParty *party = parties->list->pdata[i];
      CopilTextPartySet set = (CopilTextPartySet)1 << i;
      g_autofree char *folded = copil_text_fold (party->name), *bare = NULL, *letters = NULL;
      g_autofree char *pattern = NULL, *plain = NULL;
      g_autoptr (GMatchInfo) info = NULL;

      plain = copil_text_replace ("\\s+la fabrique de l'avenir$", folded, "");
      add_alias (parties, folded, set);
      add_alias (parties, plain, set);
      bare = copil_text_replace ("^" ARTICLE, folded, "");
      letters = acronym (bare);
      if (party->short_name)
        {
          g_autofree char *short_folded = copil_text_fold (party->short_name);
          g_auto (GStrv) words = g_strsplit (short_folded, " ", -1);

          add_alias (parties, short_folded, set);
          /* "CPME" of « CPME Île-de-France » */
          if (words[0] && words[1] && copil_text_match ("^\\p{Lu}{3,}\\s", party->short_name))
            add_alias (parties, words[0], set);
        }
      if (strlen (letters) >= 4)
        {
          g_autofree char *capitals = g_ascii_strup (letters, -1);

          pattern = g_strdup_printf ("\\b%s\\b", capitals);
          if (g_regex_match_simple (pattern, whole, 0, 0))
            {
              add_alias (parties, letters, set);
              if (!party->short_name)
                party->short_name = g_steal_pointer (&capitals);
            }
        }
      if (copil_text_search ("\"([^\"]{4,80})\"", folded, &info))
        {
          g_autofree char *quoted = g_match_info_fetch (info, 1);

          add_alias (parties, quoted, set);
        }
      g_clear_pointer (&info, g_match_info_unref);
      /* What a ministry is charged with names it too: "ministères en charge de l'éducation
       * nationale et …". */
      if (copil_text_search ("^minist[a-z]+ (?:charge )?(?:de l'|de la |du |des |de )([a-z]+(?: "
                             "(?:nationale|superieur|sociale|publique))?)",
                             bare, &info))
        {
          g_autofree char *domain = g_match_info_fetch (info, 1);
          g_autofree char *one = g_strdup_printf ("ministere de l'%s", domain);
          g_autofree char *two = g_strdup_printf ("ministere charge de l'%s", domain);
          g_autofree char *three = g_strdup_printf ("ministeres en charge de l'%s", domain);
          g_autofree char *four = g_strdup_printf ("ministeres charges de l'%s", domain);

          add_alias (parties, one, set);
          add_alias (parties, two, set);
          add_alias (parties, three, set);
          add_alias (parties, four, set);
        }
    }
  for (guint h = 0; h < G_N_ELEMENTS (heads); h++)
    {
      CopilTextPartySet set = 0;
      guint n = 0;
      g_auto (GStrv) names = NULL;

      for (guint i = 0; i < parties->list->len; i++)
        {
          CopilTextParty *party = parties->list->pdata[i];
          g_autofree char *folded = copil_text_fold (party->name);
          g_autofree char *bare = copil_text_replace ("^" ARTICLE, folded, "");

          if (copil_text_match (heads[h].head, bare))
            {
              set |= (CopilTextPartySet)1 << i;
              n++;
            }
        }
      if (!n)
        continue;
      names = g_strsplit (n == 1 ? heads[h].one : heads[h].many, "|", -1);
      for (int i = 0; names[i]; i++)
        add_alias (parties, names[i], set);
      if (n == 1 && h == 1)
        add_alias (parties, "recteurs", set);
    }
  g_ptr_array_sort (parties->aliases, compare_aliases);
}

CopilTextParties *
copil_text_parties_find (GPtrArray *blocks, guint first_article)
{
  CopilTextParties *parties = g_new0 (CopilTextParties, 1);
  CopilTextParty *open = NULL;
  g_autoptr (GString) title = g_string_new (NULL), whole = g_string_new (NULL);
  guint i = 0, last = MIN (first_article, 120);
  int side = 1;

  parties->list = g_ptr_array_new_with_free_func (party_free);
  parties->aliases = g_ptr_array_new_with_free_func (alias_free);
  /* The title: from the first line that names what this is, over its capitals and headings. */
  while (i < last)
    {
      const CopilTextBlock *block = blocks->pdata[i];
      g_autofree char *folded = copil_text_fold (block->text);

      if (!title->len &&
          copil_text_match (
              "^(?:projet de )?(?:convention|accord|protocole|charte|contrat|pacte)\\b", folded))
        g_string_append (title, block->text);
      else if (title->len)
        {
          if (copil_text_match ("soussigne|represente|ci-apres|^preambule|^nor\\b|^rlr\\b",
                                folded) ||
              strlen (block->text) > 220 ||
              (copil_text_match ("^entre\\W*$", folded) &&
               (copil_text_match ("(?i)\\bentre\\b", title->str) ||
                (!block->level && copil_text_match ("\\p{Ll}", block->text)))) ||
              (block->type == COPIL_TEXT_PARAGRAPH &&
               copil_text_match ("(?i)\\bentre\\b.*\\bet\\b.{8,}", title->str)) ||
              title->len > 600)
            break;
          g_string_append_c (title, ' ');
          g_string_append (title, block->text);
          if (copil_text_match ("(?i)\\bentre\\b.*\\bet\\b.{8,}", title->str) &&
              block->type == COPIL_TEXT_PARAGRAPH && copil_text_match ("\\p{Ll}", block->text))
            {
              i++;
              break;
            }
        }
      i++;
    }
  if (title->len)
    parties->title = copil_text_replace ("[\\s,;]+$", title->str, "");
  else
    i = 0;
  for (; i < last; i++)
    if (!read_block (parties, blocks->pdata[i], &side, &open) && parties->list->len)
      break;
  drop_undescribed (parties);
  if (parties->list->len < 2)
    {
      g_ptr_array_set_size (parties->list, 0);
      g_ptr_array_set_size (parties->aliases, 0);
      read_title (parties, blocks);
    }
  for (guint b = 0; b < blocks->len; b++)
    g_string_append_printf (whole, "%s\n", ((CopilTextBlock *)blocks->pdata[b])->text);
  make_aliases (parties, whole->str);
  return parties;
}

void
copil_text_parties_free (CopilTextParties *parties)
{
  if (!parties)
    return;
  g_ptr_array_unref (parties->list);
  g_ptr_array_unref (parties->aliases);
  g_free (parties->title);
  g_free (parties);
}

GPtrArray *
copil_text_parties_get (CopilTextParties *parties)
{
  return parties->list;
}

CopilTextPartySet
copil_text_parties_all (CopilTextParties *parties)
{
  return parties->list->len ? (~(CopilTextPartySet)0) >> (64 - parties->list->len) : 0;
}

const char *
copil_text_parties_get_title (CopilTextParties *parties)
{
  return parties->title;
}

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
  return copil_text_match ("(?:^|[ "
                           ",('])(?:de|du|des|d'|avec|aux?|a|par|entre|pour|vers|via|chez|sur|dans|"
                           "en|parmi|selon|sans|aupres d[eu]s?|que|"
                           "son|sa|ses|leurs?|cette|ce|ces|l'ensemble des|aux cotes "
                           "d[eu]s?)\\s*(?:(?:deux|trois|quatre|[0-9]+|autres|presents|presentes|"
                           "representants|membres) ){0,2}$",
                           before);
}

static void
add_mention (GArray *mentions, const char *folded, gsize start, gsize end, CopilTextPartySet set)
{
  CopilTextMention mention = { start, end, set, FALSE };
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

GArray *
copil_text_parties_list_mentions (CopilTextParties *parties, const char *folded)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (CopilTextMention));
  g_autoptr (GMatchInfo) info = NULL;

  for (guint i = 0; i < parties->aliases->len; i++)
    {
      const Alias *alias = parties->aliases->pdata[i];
      gsize length = strlen (alias->text);

      for (const char *at = strstr (folded, alias->text); at; at = strstr (at + 1, alias->text))
        {
          gsize start = (gsize)(at - folded);

          if ((start > 0 && is_word (folded[start - 1])) || is_word (folded[start + length]))
            continue;
          /* "les UIMM territoriales" are not the UIMM */
          if (start >= 4 && strncmp (at - 4, "les ", 4) == 0 && length <= 6 && at[length] == ' ' &&
              !copil_text_match ("s$", alias->text))
            continue;
          add_mention (mentions, folded, start, start + length, alias->set);
        }
    }
  if (copil_text_search ("\\b(?:les|des|aux|deux|trois|quatre|par les|presents) "
                         "(?:(?:deux|trois|quatre|cinq|differents|presents) )?"
                         "((?:co-?)?signataires|cocontractants|parties signataires|parties(?! "
                         "prenantes| concernees| interessees)|partenaires(?: signataires)?)\\b",
                         folded, &info))
    do
      {
        int start, end;

        g_match_info_fetch_pos (info, 1, &start, &end);
        add_mention (mentions, folded, (gsize)start, (gsize)end, copil_text_parties_all (parties));
      }
    while (g_match_info_next (info, NULL));
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
  return mentions;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-party.h"

#include <string.h>

#include "copil-text-match.h"
#include "copil-text-rules.h"
#include "copil-text-party-private.h"

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

/* "ci-après dénommé « X »", "désignée sous le terme "X"", "(ci-après l’académie)". */
static char *
find_short (const char *text)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *found = NULL;

  if (!copil_text_search (COPIL_RULE_SHORT_NAME, text, &info))
    return NULL;
  found = g_match_info_fetch (info, 1);
  return g_strstrip (copil_text_replace (COPIL_RULE_SIDE_TAIL, found));
}

static char *
find_representative (const char *text)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *found = NULL;

  if (!copil_text_search (COPIL_RULE_REPRESENTATIVE, text, &info))
    return NULL;
  found = g_match_info_fetch (info, 1);
  return g_strdup (g_strchomp (found));
}

static char *
find_address (const char *text)
{
  g_autoptr (GMatchInfo) info = NULL;

  if (!copil_text_search (COPIL_RULE_ADDRESS, text, &info))
    return NULL;
  return g_strchomp (g_match_info_fetch (info, 1));
}

static void
add_line (char **field, const char *line)
{
  char *joined = *field && **field ? g_strconcat (*field, "\n", line, NULL) : g_strdup (line);

  g_free (*field);
  *field = joined;
}

/* Everything a text tells of the party it belongs to. */
static void
describe (CopilTextParty *party, const char *text)
{
  g_autofree char *folded = copil_text_fold (text);
  char *found;

  if (!party->representative)
    {
      if ((found = find_representative (text)))
        party->representative = found;
      else if (copil_text_match (COPIL_RULE_PERSON, folded) && strlen (text) < 200)
        party->representative = copil_text_replace (COPIL_RULE_LAST_COMMA, text);
    }
  if ((found = find_short (text)))
    {
      if (copil_text_match (COPIL_RULE_NAME_OF_ALL, found) || party->short_name)
        g_free (found);
      else
        {
          party->short_name = found;
          party->named = TRUE;
        }
    }
  if (copil_text_match (COPIL_RULE_ADDRESS_LINE, text))
    {
      g_autofree char *line = copil_text_replace (COPIL_RULE_LAST_COMMA, text);

      add_line (&party->address, line);
    }
  else if (!party->address)
    party->address = find_address (text);
}

static CopilTextParty *
add_party (CopilTextParties *parties, const char *text, int side, const CopilTextBlock *block)
{
  g_autofree char *name = NULL, *acronym = NULL, *bare = NULL;
  g_autoptr (GMatchInfo) info = NULL, person = NULL;
  CopilTextParty *party;

  /* "Mme X, rectrice de l’académie de Y, agissant au nom de l’académie de Y" */
  if (copil_text_search (COPIL_RULE_FOR_A_BODY, text, &person))
    bare = g_match_info_fetch (person, 2);
  name = g_strstrip (copil_text_replace (COPIL_RULE_NAME_TAIL, bare ? bare : text));
  if (copil_text_search (COPIL_RULE_IN_BRACKETS, name, &info))
    {
      char *before = g_match_info_fetch (info, 1);

      acronym = g_match_info_fetch (info, 2);
      g_free (name);
      name = before;
    }
  if (strlen (name) < 3 || strlen (name) > 300 || parties->list->len >= COPIL_TEXT_PARTIES_MAX)
    return NULL;
  party = g_new0 (CopilTextParty, 1);
  party->name = g_steal_pointer (&name);
  party->side = side;
  party->start = block->start;
  party->end = block->end;
  if (person)
    party->representative = g_match_info_fetch (person, 1);
  describe (party, text);
  if (acronym && copil_text_match (COPIL_RULE_NO_SHORT_NAME, acronym))
    g_clear_pointer (&acronym, g_free);
  if (acronym && !party->short_name)
    party->short_name = g_steal_pointer (&acronym);
  else if (acronym)
    copil_text_parties_add_alias (parties, acronym, (CopilTextPartySet)1 << parties->list->len);
  g_ptr_array_add (parties->list, party);
  return party;
}

/* Whether a text can be a party: it begins as a name does and tells of a body, or of nothing else.
 */
static gboolean
can_be_party (const char *text, gboolean open)
{
  g_autofree char *folded = copil_text_fold (text);

  /* "A et B étant ensemble désignées par « les organisations »" */
  if (open && copil_text_match (COPIL_RULE_DESIGNATED_TOGETHER, folded) &&
      !copil_text_match (COPIL_RULE_REPRESENTED, folded))
    return FALSE;
  if (strlen (text) > 900 || copil_text_match (COPIL_RULE_NO_PARTY, folded))
    return FALSE;
  if (copil_text_match (COPIL_RULE_ATTRIBUTE, folded))
    return !open && copil_text_match (COPIL_RULE_PERSON_FOR_BODY, folded);
  /* An address that begins with a name: "Tour Horizon, 75015 Paris". */
  if (open && copil_text_match (COPIL_RULE_NAMED_ADDRESS, folded) &&
      !copil_text_match (COPIL_RULE_DESCRIBED, folded))
    return FALSE;
  return g_unichar_isupper (g_utf8_get_char (text)) ||
         copil_text_match (COPIL_RULE_BEGINS_WITH_ARTICLE, folded);
}

/* Whether a name, folded, begins as those of bodies do. */
static gboolean
is_body (const char *folded)
{
  return copil_text_match (COPIL_RULE_BODY, folded);
}

/* A set without its public bodies, where others are in it. */
static CopilTextPartySet
without_public (CopilTextParties *parties, CopilTextPartySet set)
{
  CopilTextPartySet others = set;

  for (guint i = 0; i < parties->list->len; i++)
    if (copil_text_party_is_public (((const CopilTextParty *)parties->list->pdata[i])->name))
      others &= ~((CopilTextPartySet)1 << i);
  return others ? others : set;
}

/* Names in a group for all who stand on one side: "dénommées ci-après les académies". */
static void
name_side (CopilTextParties *parties, const char *text, int side)
{
  g_autofree char *found = find_short (text), *folded = NULL, *whole = NULL;
  CopilTextPartySet set = 0, unnamed = 0;

  if (!found)
    return;
  for (guint i = 0; i < parties->list->len; i++)
    if (((CopilTextParty *)parties->list->pdata[i])->side == side)
      set |= (CopilTextPartySet)1 << i;
  /* In the masculine, "ensemble" means all, ministries and associations. */
  whole = copil_text_fold (text);
  folded = copil_text_fold (found);
  if (copil_text_match (COPIL_RULE_CALLED_TOGETHER, whole))
    set = copil_text_parties_all (parties);
  else
    {
      /* Who has a name of his own already is not meant, where two or more have none. */
      for (guint i = 0; i < parties->list->len; i++)
        if (!((CopilTextParty *)parties->list->pdata[i])->named)
          unnamed |= set & ((CopilTextPartySet)1 << i);
      if (unnamed & (unnamed - 1))
        set = unnamed;
      if (!copil_text_match (COPIL_RULE_ACADEMIC_GROUP, folded))
        set = without_public (parties, set);
    }
  if (!copil_text_match (COPIL_RULE_NAME_OF_EVERYBODY, folded))
    copil_text_parties_add_alias (parties, folded, set);
}

/* "Ci-après respectivement « le MEN », « l’Afpa » et « CMA France »": one for each. */
static gboolean
name_in_order (CopilTextParties *parties, const char *text)
{
  g_autoptr (GMatchInfo) info = NULL;
  guint n = 0;

  if (!copil_text_match (COPIL_RULE_RESPECTIVELY, text) ||
      !copil_text_search (COPIL_RULE_QUOTED, text, &info))
    return FALSE;
  do
    {
      CopilTextParty *party = n < parties->list->len ? parties->list->pdata[n] : NULL;

      if (party && !party->short_name)
        party->short_name = g_match_info_fetch (info, 1);
      n++;
    }
  while (g_match_info_next (info, NULL));
  return TRUE;
}

/* One paragraph may present several: "…, représenté par …, et la société …, représentée par …".
 * Free with g_strfreev(). */
static char **
split_presentation (const char *text)
{
  g_auto (GStrv) parts = copil_text_split (COPIL_RULE_PRESENTATION_BREAK, text);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GString) part = g_string_new (NULL);

  for (int i = 0; parts[i]; i++)
    {
      g_autofree char *folded = copil_text_fold (parts[i]);

      /* What tells nothing of a body goes on with the one before. */
      if (part->len && copil_text_match (COPIL_RULE_PRESENTS_A_BODY, folded) &&
          !copil_text_match (COPIL_RULE_ATTRIBUTE, folded) &&
          !copil_text_match (COPIL_RULE_BEGINS_WITH_OF, folded))
        {
          g_strv_builder_add (builder, part->str);
          g_string_truncate (part, 0);
        }
      g_string_append_printf (part, "%s%s", part->len ? " et " : "", parts[i]);
    }
  if (part->len)
    g_strv_builder_add (builder, part->str);
  return g_strv_builder_end (builder);
}

static gboolean
is_described (const CopilTextParty *party)
{
  return party->representative || party->address || party->short_name || party->sided;
}

/* Nobody was presented yet: what was taken for parties were lines of the title page. */
static void
forget_unpresented (CopilTextParties *parties)
{
  for (guint i = 0; i < parties->list->len; i++)
    {
      if (is_described (parties->list->pdata[i]))
        return;
    }
  g_ptr_array_set_size (parties->list, 0);
  g_ptr_array_set_size (parties->aliases, 0);
}

/* Reads one part of a block; "side" and "open" are brought up to date. */
static void
read_part (CopilTextParties *parties, const CopilTextBlock *block, const char *part, int *side,
           CopilTextParty **open)
{
  g_autofree char *folded = copil_text_fold (part);
  gboolean named = name_in_order (parties, part);
  gboolean group = named || copil_text_match (COPIL_RULE_CALLED_AFTER, folded);

  if (group && parties->list->len > 1)
    {
      if (!named)
        name_side (parties, part, *side);
    }
  else if (can_be_party (part, *open != NULL))
    {
      CopilTextParty *party = add_party (parties, part, *side, block);

      *open = party ? party : *open;
    }
  else if (*open)
    {
      describe (*open, part);
      (*open)->end = block->end;
    }
}

/* The text of a block that presents one party or more. */
static void
read_presentation (CopilTextParties *parties, const CopilTextBlock *block, const char *bare,
                   int *side, CopilTextParty **open)
{
  g_autofree char *folded = copil_text_fold (bare);
  g_auto (GStrv) sides = NULL;

  /* "…, d'une part, et l'association …, d'autre part" in one paragraph. */
  sides = copil_text_split (COPIL_RULE_SIDE_BREAK, bare);
  for (int i = 0; sides[i]; i++)
    {
      g_auto (GStrv) parts = NULL;

      if (i > 0)
        {
          if (*open)
            (*open)->sided = TRUE;
          *side = 2;
          *open = NULL;
        }
      parts = split_presentation (g_strstrip (sides[i]));
      for (int p = 0; parts[p]; p++)
        {
          g_autofree char *part = copil_text_replace (COPIL_RULE_PART_MARK, parts[p]);

          if (*g_strstrip (part))
            read_part (parties, block, part, side, open);
        }
    }
  if (*open && copil_text_match (COPIL_RULE_SIDED, folded))
    (*open)->sided = TRUE;
  if (copil_text_match (COPIL_RULE_FIRST_SIDE, folded))
    {
      *side = 2;
      *open = NULL;
    }
}

/* Reads one block of the part that presents the parties; FALSE where that part is over. */
static gboolean
read_block (CopilTextParties *parties, const CopilTextBlock *block, int *side,
            CopilTextParty **open)
{
  g_autofree char *bare = copil_text_replace (COPIL_RULE_BEGINNING_OF_PARTY, block->text);
  g_autofree char *folded = copil_text_fold (bare), *whole = copil_text_fold (block->text);
  gboolean described = copil_text_match (COPIL_RULE_DESCRIBED, folded) ||
                       copil_text_match (COPIL_RULE_NAMES_A_SIDE, folded);

  if (copil_text_match (COPIL_RULE_OPENING, folded))
    {
      g_autofree char *text = NULL;

      if (!described || copil_text_match (COPIL_RULE_OPENING_FIRST, folded))
        return FALSE;
      /* "Entre X, d’une part, et Y, d’autre part, il est convenu ce qui suit." */
      text = copil_text_replace (COPIL_RULE_AGREED_TAIL, bare);
      read_presentation (parties, block, text, side, open);
      return FALSE;
    }
  if (!described && parties->list->len > 1 && block->type == COPIL_TEXT_PLAIN &&
      is_described (parties->list->pdata[0]) && !is_body (folded))
    return FALSE;
  if (!described && parties->list->len > 1 && block->type >= COPIL_TEXT_PLAIN &&
      (block->level || block->type > COPIL_TEXT_PLAIN) && is_described (parties->list->pdata[0]))
    return FALSE;
  if (!described && (strlen (bare) > 260 || (strlen (bare) > 110 && parties->list->len > 1 &&
                                             copil_text_match (COPIL_RULE_FULL_STOP, bare))))
    return FALSE;
  if (copil_text_match (COPIL_RULE_BETWEEN, whole))
    {
      forget_unpresented (parties);
      if (!parties->list->len)
        *open = NULL;
    }
  if (copil_text_match (COPIL_RULE_OTHER_SIDE_FIRST, whole))
    *side = 2;
  if (copil_text_match (COPIL_RULE_SIDE_ALONE, whole))
    {
      *side = g_str_has_prefix (whole, "d'une") ? 1 : 2;
      *open = NULL;
      return TRUE;
    }
  if (copil_text_match (COPIL_RULE_RECITAL_BLOCK, whole))
    {
      *open = NULL;
      return TRUE;
    }
  if (!*g_strstrip (bare))
    {
      if (copil_text_match (COPIL_RULE_AND, whole))
        *open = NULL;
      return TRUE;
    }
  read_presentation (parties, block, bare, side, open);
  return TRUE;
}

/* Who has nothing said of it was not presented: a line of the title, or of the letterhead. */
static void
drop_undescribed (CopilTextParties *parties)
{
  guint first = 0;

  while (first < parties->list->len && !is_described (parties->list->pdata[first]))
    first++;
  if (first == parties->list->len)
    {
      g_ptr_array_set_size (parties->list, 0);
      return;
    }
  for (guint i = parties->list->len; i-- > 0;)
    {
      CopilTextParty *party = parties->list->pdata[i];

      if (!is_described (party) &&
          (i < first || !copil_text_match (COPIL_RULE_SMALL_LETTER, party->name) ||
           strlen (party->name) > 160))
        g_ptr_array_remove_index (parties->list, i);
    }
}

/* Without "d’une part", public bodies are one side and the others the other. */
static void
settle_sides (CopilTextParties *parties)
{
  guint n_public = 0;

  for (guint i = 0; i < parties->list->len; i++)
    {
      const CopilTextParty *party = parties->list->pdata[i];

      if (party->side != 1)
        return;
      n_public += copil_text_party_is_public (party->name) ? 1 : 0;
    }
  for (guint i = 0; n_public && i < parties->list->len; i++)
    {
      CopilTextParty *party = parties->list->pdata[i];

      party->side = copil_text_party_is_public (party->name) ? 1 : 2;
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
          if (g_str_equal (piece_folded, wanted) &&
              copil_text_match (COPIL_RULE_SMALL_LETTER, piece))
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

  if (!parties->title || !copil_text_search (COPIL_RULE_TITLE_BETWEEN, parties->title, &info))
    return;
  list = g_match_info_fetch (info, 1);
  names = copil_text_split (COPIL_RULE_TITLE_BREAK, list);
  for (int i = 0; names[i]; i++)
    {
      g_autofree char *bare = copil_text_replace (COPIL_RULE_AROUND_TITLE_NAME, names[i]);
      g_autofree char *name = as_written (blocks, g_strstrip (bare));
      CopilTextParty *party;

      if (strlen (name) < 3 || !blocks->len)
        continue;
      party = add_party (parties, name, 1, blocks->pdata[0]);
      if (party && !copil_text_party_is_public (party->name))
        party->side = 2;
    }
}

static gboolean
is_described_block (const CopilTextBlock *block)
{
  g_autofree char *folded = copil_text_fold (block->text);

  return copil_text_match (COPIL_RULE_DESCRIBED, folded);
}

/* Whether the parties that "entre" announces at "at" belong to the title page: they come again, or
 * stand there as headings do. */
static gboolean
is_title_page (GPtrArray *blocks, guint at, guint last)
{
  const CopilTextBlock *next = at + 1 < last ? blocks->pdata[at + 1] : NULL;

  for (guint i = at + 1; i < MIN (at + 16, last); i++)
    {
      g_autofree char *folded = copil_text_fold (((const CopilTextBlock *)blocks->pdata[i])->text);

      if (copil_text_match (COPIL_RULE_BETWEEN_AGAIN, folded))
        return TRUE;
      if (copil_text_match (COPIL_RULE_DESCRIBED, folded))
        break;
    }
  return next &&
         (next->type == COPIL_TEXT_PLAIN ||
          !copil_text_match (COPIL_RULE_SMALL_LETTER, next->text)) &&
         !is_described_block (next) &&
         !(at + 2 < last && is_described_block (blocks->pdata[at + 2]));
}

/* The title: from the first line that names what this is, over its capitals and headings. Returns
 * the block behind it, or 0 where there is none. */
static guint
find_title (CopilTextParties *parties, GPtrArray *blocks, guint last)
{
  g_autoptr (GString) title = g_string_new (NULL);
  guint i = 0;

  for (; i < last; i++)
    {
      const CopilTextBlock *block = blocks->pdata[i];
      g_autofree char *folded = copil_text_fold (block->text),
                      *so_far = copil_text_fold (title->str);
      gboolean listed = copil_text_match (COPIL_RULE_LISTED, so_far);

      if (!title->len)
        {
          if (copil_text_match (COPIL_RULE_AGREEMENT, folded))
            g_string_append (title, block->text);
          continue;
        }
      if (copil_text_match (COPIL_RULE_TITLE_OVER, folded) ||
          copil_text_match (COPIL_RULE_DESCRIBED, folded) ||
          copil_text_match (COPIL_RULE_UNDERSIGNED, folded) || strlen (block->text) > 220 ||
          title->len > 600 || (block->type >= COPIL_TEXT_DECIMAL && block->label) ||
          (copil_text_match (COPIL_RULE_BETWEEN, folded) &&
           (copil_text_match (COPIL_RULE_HAS_BETWEEN, so_far) ||
            !is_title_page (blocks, i, last))) ||
          (listed && block->type == COPIL_TEXT_PARAGRAPH &&
           !copil_text_match (COPIL_RULE_AND, folded) &&
           !copil_text_match (COPIL_RULE_WAITS_FOR_NAME, so_far)))
        break;
      g_string_append_printf (title, " %s", block->text);
    }
  if (!title->len)
    return 0;
  parties->title = copil_text_replace (COPIL_RULE_TITLE_TAIL, title->str);
  return i;
}

CopilTextParties *
copil_text_parties_find (GPtrArray *blocks, guint first_article)
{
  CopilTextParties *parties = g_new0 (CopilTextParties, 1);
  CopilTextParty *open = NULL;
  guint last = MIN (first_article, 120);
  int side = 1;

  parties->list = g_ptr_array_new_with_free_func (party_free);
  parties->aliases = g_ptr_array_new_with_free_func (copil_text_alias_free);
  for (guint i = find_title (parties, blocks, last); i < last; i++)
    if (!read_block (parties, blocks->pdata[i], &side, &open) && parties->list->len)
      break;
  drop_undescribed (parties);
  if (parties->list->len < 2)
    {
      g_ptr_array_set_size (parties->list, 0);
      g_ptr_array_set_size (parties->aliases, 0);
      read_title (parties, blocks);
    }
  settle_sides (parties);
  copil_text_parties_make_aliases (parties, blocks);
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

CopilTextPartySet
copil_text_parties_schools (CopilTextParties *parties)
{
  CopilTextPartySet set = parties->academic;

  for (guint i = 0; !parties->academic && i < parties->list->len; i++)
    if (copil_text_party_is_public (((const CopilTextParty *)parties->list->pdata[i])->name))
      set |= (CopilTextPartySet)1 << i;
  return set & (set - 1) && !parties->academic ? 0 : set;
}

const char *
copil_text_parties_get_title (CopilTextParties *parties)
{
  return parties->title;
}

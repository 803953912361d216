/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-heading.h"

#include <string.h>

#include "copil-text-match.h"

#define SEPARATOR "(?:\\s*[-–—―−.:)°/]+)"
#define MONTHS                                                                                     \
  "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|"    \
  "décembre|decembre"
#define LONGEST_HEADING 420 /* bytes; some measures are titled by a whole sentence */

void
copil_text_block_free (gpointer data)
{
  CopilTextBlock *block = data;

  g_free (block->label);
  g_free (block->text);
  g_free (block);
}

CopilTextBlock *
copil_text_block_new (CopilTextBlockType type, char *label, char *text, const CopilTextLine *line)
{
  CopilTextBlock *block = g_new0 (CopilTextBlock, 1);

  block->type = type;
  block->label = label;
  block->text = text;
  block->start = line->start;
  block->end = line->end;
  block->level = type == COPIL_TEXT_ITEM ? line->bullet : line->level;
  return block;
}

gboolean
copil_text_begins_small (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}

static gboolean
is_capitals (const char *text)
{
  guint capitals = 0;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_islower (c))
        return FALSE;
      capitals += g_unichar_isupper (c) ? 1 : 0;
    }
  return capitals > 3;
}

gboolean
copil_text_is_ended (const char *text)
{
  return copil_text_match ("[.;:!?…][\\s»\")\\]*¹²³⁴⁵⁶⁷⁸⁹]*$", text);
}

static char *
group (GMatchInfo *info, int number)
{
  char *text = g_match_info_fetch (info, number);

  return text ? g_strstrip (text) : g_strdup ("");
}

/* "l", "I" and "premier" for 1; the rest as printed. */
static char *
article_number (const char *printed, const char *bis)
{
  g_autofree char *folded = copil_text_fold (printed);
  const char *number = printed;

  if (g_str_equal (folded, "premier") || g_str_equal (printed, "l") || g_str_equal (printed, "ler"))
    number = "1";
  return *bis ? g_strdup_printf ("%s %s", number, bis) : g_strdup (number);
}

/* Whether a title in small letters is one all the same: "Axe 1 : donner envie". */
static gboolean
is_titled (const CopilTextLine *line, const char *separator, const char *title)
{
  return (line->gap || line->level || line->bold) && copil_text_match ("[:–—-]", separator) &&
         strlen (title) < 200 && !copil_text_match ("[.;,:]\\s*$", title);
}

/* "Article" as it is meant, where a text recognition or a font has spoilt it: "A R T I C L E",
 * "Artic1e", "Ar cle". */
static char *
repair_article (const char *text)
{
  return copil_text_replace (
      "^(?i:a ?r ?t? ?[i1l!|]? ?c ?[l1i!|] ?e(?: ?s)?)(?=\\s?(?:[0-9IVXl]|n ?°|premier|unique))",
      text, "Article ");
}

#define AXIS                                                                                        \
  "(?i:(?:axe|orientation|ambition|domaine|volet|priorité|chantier|thème|thématique|pilier)(?: " \
  "(?:stratégique|"                                                                                \
  "prioritaire|opérationnel|thématique|de (?:coopération|collaboration|travail|partenariat|"     \
  "progrès|développement)|d['’](?:action|intervention|engagement)s?))?)"

static CopilTextBlock *
recognise_axis (const CopilTextLine *line)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *number = NULL, *title = NULL, *separator = NULL;
  CopilTextBlock *block;

  if (!copil_text_search ("^" AXIS
                          "\\s*(?:n\\s*°\\s*)?([0-9]{1,2}(?:\\s?(?:bis|ter))?|[IVX]{1,4}|[A-H])"
                          "(?![\\p{L}\\p{N}]|\\.[0-9])(" SEPARATOR "*)\\s*(.*)$",
                          line->text, &info))
    {
      g_clear_pointer (&info, g_match_info_unref);
      if (!copil_text_search (
              "^((?i:premier|deuxième|second|troisième|quatrième|cinquième|sixième|"
              "[1-9](?:er|e|ère|ème)))\\s+(?i:axe|volet|chantier|pilier|orientation)"
              "(" SEPARATOR ")\\s*(.*)$",
              line->text, &info))
        return NULL;
    }
  number = group (info, 1);
  separator = group (info, 2);
  title = group (info, 3);
  if ((*title && !*separator && !line->level && !line->bold) ||
      (copil_text_begins_small (title) && !is_titled (line, separator, title)))
    return NULL;
  block = copil_text_block_new (COPIL_TEXT_ARTICLE, g_steal_pointer (&number),
                                g_steal_pointer (&title), line);
  block->axe = TRUE;
  block->word = (char)g_ascii_tolower (line->text[0]);
  return block;
}

static CopilTextBlock *
recognise_article (const CopilTextLine *line)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *number = NULL, *bis = NULL, *title = NULL, *separator = NULL, *text = NULL;

  text = repair_article (line->text);
  if (!copil_text_search (
          "^(?i:article|art\\.)\\s*(?:n\\s*°\\s*)?((?i:premier|unique|[0-9]{1,3}(?:-[0-9]{1,2}|\\s?"
          "(?:er|ère|"
          "ème|e))?|ler|[lI]{1,3}|[IVX]{1,5}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix))"
          "(?![\\p{L}\\p{N}])\\s*((?i:bis|ter|quater|quinquies)\\b)?(" SEPARATOR "*)\\s*(.*)$",
          text, &info))
    return NULL;
  number = group (info, 1);
  bis = group (info, 2);
  separator = group (info, 3);
  title = group (info, 4);
  /* "Article 4.2 …" is a part of an article; "Article 3 de la …" only names one. */
  if ((copil_text_begins_small (title) && !is_titled (line, separator, title)) ||
      (*title && g_ascii_isdigit (*title)) || copil_text_match ("^[,;(]", title))
    return NULL;
  if (*title && !*separator && !line->gap && copil_text_is_ended (title))
    return NULL;
  return copil_text_block_new (COPIL_TEXT_ARTICLE, article_number (number, bis),
                               g_steal_pointer (&title), line);
}

/* How headings are numbered, the highest rank last. */
static const struct
{
  const char *pattern;
  CopilTextBlockType type;
  gboolean marked; /* only where the file itself marks the line as a heading */
  gboolean listed; /* also behind a bullet */
} numberings[] = {
  { "^(?i:article|art\\.|mesure|action|objectif|sous-\\p{L}+|engagement|projet)?\\s*(?:n\\s*°\\s*)?"
    "((?:[0-9]{1,2}(?:\\s?(?:bis|ter))?|[IVX]{1,4}|[A-H])(?:\\s?\\.\\s?[0-9]{1,2}){1,4}(?:\\s?(?:"
    "bis|ter|quater))?"
    ")" SEPARATOR "*\\s+([\\p{Lu}«\"“(].*)$",
    COPIL_TEXT_DECIMAL, FALSE, TRUE },
  { "^(?i:mesure|action|objectif|sous-\\p{L}+|projet)\\s*(?:n\\s*°\\s*)?([0-9]{1,2}(?:[.-][0-9]{1,"
    "2}){1,"
    "3})"
    "\\s*[:–—-]\\s*(\\p{Ll}[^.;]*)$",
    COPIL_TEXT_DECIMAL, FALSE, FALSE },
  { "^(?i:mesure|action|objectif|sous-\\p{L}+|projet|fiche(?:[- "
    "]action)?)\\s*(?:n\\s*°\\s*)?([0-9]{1,2})"
    "\\s*[:–—-]\\s*(\\p{Ll}[^.;]*)$",
    COPIL_TEXT_NUMBER, FALSE, FALSE },
  { "^((?:[0-9]{1,2}(?:\\s?bis)?|[IVX]{1,4}|[A-H])(?:-| - )[0-9]{1,2}(?:\\.[0-9]{1,2})*)" SEPARATOR
    "*\\s+([\\p{Lu}«\"“].*)$",
    COPIL_TEXT_DECIMAL, FALSE, TRUE },
  { "^(?i:mesure|action|objectif|sous-\\p{L}+|engagement|projet|fiche(?:[- "
    "](?:action|projet|programme|"
    "mesure)s?)?)\\s*(?:n\\s*°\\s*)?([0-9]{1,2}(?:\\s?(?:bis|ter))?|[A-H])"
    "(?![\\p{L}\\p{N}])" SEPARATOR "+\\s*([\\p{Lu}«\"“].*)$",
    COPIL_TEXT_NUMBER, FALSE, FALSE },
  { "^((?:[IVX]{1,4}|[0-9]{1,2})\\s?[.-]\\s?[A-Ha-h](?:\\s?[.-]\\s?(?:[0-9]{1,2}|[a-h]))?"
    ")" SEPARATOR "+\\s*([\\p{Lu}«\"“].*)$",
    COPIL_TEXT_DECIMAL, FALSE, FALSE }, /* "I. A. …" */
  { "^([IVXL]{1,5})" SEPARATOR "+\\s*([\\p{Lu}«\"“].*)$", COPIL_TEXT_SECTION, FALSE, FALSE },
  { "^([0-9]{1,2}(?:\\s?(?:bis|ter|quater)(?![\\p{L}]))?)" SEPARATOR "+\\s*([\\p{Lu}«\"“].*)$",
    COPIL_TEXT_NUMBER, FALSE, FALSE },
  { "^([a-hA-H])\\s?[)./]\\s*([\\p{Lu}«\"“].*)$", COPIL_TEXT_LETTER, FALSE, FALSE },
  { "^([A-H])\\s?[-–—]\\s+([\\p{Lu}«\"“].*)$", COPIL_TEXT_LETTER, FALSE, FALSE },
  { "^([IVX]{1,5})\\s+(\\p{Lu}.*)$", COPIL_TEXT_SECTION, TRUE, FALSE },
  { "^([0-9]{1,2})\\s+(\\p{Lu}.*)$", COPIL_TEXT_NUMBER, TRUE, FALSE },
};

static CopilTextBlock *
recognise_numbered (const CopilTextLine *line)
{
  g_autofree char *text = copil_text_replace ("^§\\s*(?=[0-9IVX])", line->text, "");

  for (guint i = 0; i < G_N_ELEMENTS (numberings); i++)
    {
      g_autoptr (GMatchInfo) info = NULL;
      CopilTextBlockType type = numberings[i].type;
      g_autofree char *title = NULL;

      if ((line->bullet && !numberings[i].listed) ||
          !copil_text_search (numberings[i].pattern, text, &info))
        continue;
      title = group (info, 2);
      if (copil_text_match ("^(?i:" MONTHS ")\\b", title))
        return NULL; /* "27 JUIN 2024" */
      if ((numberings[i].marked && !line->level && !line->bold && !is_capitals (title)) ||
          strlen (title) > LONGEST_HEADING + 200)
        continue;
      if (type == COPIL_TEXT_NUMBER && is_capitals (title))
        type = COPIL_TEXT_SECTION;
      return copil_text_block_new (type, group (info, 1), g_steal_pointer (&title), line);
    }
  return NULL;
}

static CopilTextBlock *
recognise_part (const CopilTextLine *line)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *title = NULL;

  if (line->bullet)
    return NULL;
  if (copil_text_search ("^(?i:annexes?)(?:\\s*n\\s*°)?\\s*([0-9]{1,2}|[IVX]{1,4}|[A-H])?(?![\\p{L}"
                         "\\p{N}])(" SEPARATOR "*)\\s*(.*)$",
                         line->text, &info))
    {
      title = group (info, 3);
      if (copil_text_begins_small (title) || strlen (title) > LONGEST_HEADING)
        return NULL;
      return copil_text_block_new (COPIL_TEXT_ANNEX, group (info, 1), g_steal_pointer (&title),
                                   line);
    }
  g_clear_pointer (&info, g_match_info_unref);
  if (copil_text_search ("^(?i:lexique|glossaire)[\\s*:]*$", line->text, &info))
    return copil_text_block_new (COPIL_TEXT_ANNEX, NULL, g_strdup (line->text), line);
  g_clear_pointer (&info, g_match_info_unref);
  if (copil_text_search (
          "^((?i:première|deuxième|seconde|troisième|quatrième|cinquième|sixième|septième|"
          "huitième|neuvième|dixième))\\s+(?i:partie|"
          "section)(?![\\p{L}])" SEPARATOR "*\\s*(.*)$",
          line->text, &info))
    {
      title = group (info, 2);
      if (!copil_text_begins_small (title))
        {
          CopilTextBlock *block = copil_text_block_new (COPIL_TEXT_SECTION, group (info, 1),
                                                        g_steal_pointer (&title), line);

          block->word = 'p';
          return block;
        }
      g_clear_pointer (&title, g_free);
    }
  g_clear_pointer (&info, g_match_info_unref);
  if (copil_text_search (
          "^(?i:titre|partie|chapitre|section)\\s+([0-9]{1,2}|[IVX]{1,5}|(?i:premier|"
          "première|deuxième|second|seconde|troisième|quatrième|cinquième|sixième|deux|trois|"
          "quatre|cinq|six|sept|huit|neuf|dix))(?:er|ère|re|e)?\\b(" SEPARATOR "*)\\s*(.*)$",
          line->text, &info))
    {
      g_autofree char *separator = group (info, 2);

      title = group (info, 3);
      if (!copil_text_begins_small (title) || is_titled (line, separator, title))
        {
          CopilTextBlock *block = copil_text_block_new (COPIL_TEXT_SECTION, group (info, 1),
                                                        g_steal_pointer (&title), line);

          block->word = (char)g_ascii_tolower (line->text[0]);
          return block;
        }
    }
  return NULL;
}

static CopilTextBlock *
recognise_plain (const CopilTextLine *line)
{
  gsize length = strlen (line->text);

  if (line->bullet || length > 220 || length < 3 ||
      !g_unichar_isalpha (g_utf8_get_char (line->text)))
    return NULL;
  if (!line->level && !line->bold && !is_capitals (line->text) &&
      !copil_text_match ("^(?i:préambule)\\b.{0,60}$", line->text))
    return NULL;
  if (copil_text_match ("[:;,.]$", line->text) && !copil_text_match ("^[^.]*\\.$", line->text))
    return NULL;
  if (g_str_has_suffix (line->text, ":") || g_str_has_suffix (line->text, ","))
    return NULL;
  return copil_text_block_new (COPIL_TEXT_PLAIN, NULL, g_strdup (line->text), line);
}

CopilTextBlock *
copil_text_recognise (const CopilTextLine *line)
{
  CopilTextBlock *block = line->bullet ? NULL : recognise_axis (line);

  if (!block && !line->bullet)
    block = recognise_article (line);
  if (!block)
    block = recognise_part (line);
  if (!block)
    block = recognise_numbered (line);
  return block ? block : recognise_plain (line);
}

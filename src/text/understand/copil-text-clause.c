/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-text-clause.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "copil-text-match.h"
#include "copil-text-rules.h"

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

/* Months of "trois ans", "36 mois"; 0 where the rule (with a count and a unit as its first two
 * groups, or its next two) is not found. */
static int
months (CopilTextRule rule, const char *folded)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *count = NULL, *unit = NULL;

  if (!copil_text_search (rule, folded, &info))
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

  if (copil_text_search (COPIL_RULE_SCHOOL_YEARS, folded, &school))
    {
      first = g_match_info_fetch (school, 1);
      last = g_match_info_fetch (school, 2);
      return MAX (0, (atoi (last) - atoi (first)) * 12);
    }
  if (!copil_text_search (COPIL_RULE_FROM_TO, folded, &info))
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

static void
read_renewal (GPtrArray *clauses, const char *folded, const char *article, const char *title,
              const CopilTextBlock *block)
{
  static const struct
  {
    const char *value;
    gboolean doubtful;
  } known[] = {
    [COPIL_RENEWAL_NONE] = { "none", FALSE },
    [COPIL_RENEWAL_LAPSES] = { "none", TRUE },
    [COPIL_RENEWAL_CONDITIONAL] = { "conditional", FALSE },
    [COPIL_RENEWAL_TACIT] = { "tacit", FALSE },
    [COPIL_RENEWAL_AGREED] = { "conditional", TRUE },
  };
  int renewal;

  /* Other things are renewed too: a term of office, a place. */
  if (!copil_text_match (COPIL_RULE_RENEWAL_OF_AGREEMENT, folded) &&
      !copil_text_match (COPIL_RULE_TITLE_OF_TERM, title))
    return;
  renewal = copil_text_match (COPIL_RULE_RENEWAL, folded);
  if (renewal)
    add (clauses, "renewal", g_strdup (known[renewal].value), article, block,
         known[renewal].doubtful);
}

static void
read_notice (GPtrArray *firm, GPtrArray *loose, GPtrArray *late, const char *folded,
             const char *article, const CopilTextBlock *block)
{
  int found = months (COPIL_RULE_NOTICE, folded);

  if (!found && (!copil_text_match (COPIL_RULE_SPEAKS_OF_REVIEW, folded) ||
                 copil_text_match (COPIL_RULE_SPEAKS_OF_LEAVING, folded)))
    found = months (COPIL_RULE_BEFORE_THE_TERM, folded);
  /* Of the end alone, it counts where nothing is said of leaving before. */
  if (found && !copil_text_match (COPIL_RULE_LEAVES_BEFORE, folded))
    {
      add (late, "notice_months", number_or_null (found), article, block, TRUE);
      return;
    }
  if (found)
    {
      add (firm, "notice_months", number_or_null (found), article, block, FALSE);
      return;
    }
  if (copil_text_match (COPIL_RULE_ENDS_EARLY, folded))
    add (loose, "notice_months", number_or_null (months (COPIL_RULE_DELAY, folded)), article, block,
         TRUE);
}

/* "Fait à Lille, le 12 mars 2024"; else the last of the dates by the signatures. */
static void
read_signature (GPtrArray *clauses, GPtrArray *loose, const char *folded, const char *previous,
                const CopilTextBlock *block, gboolean after)
{
  gboolean made = copil_text_match (COPIL_RULE_SIGNED_AT, folded) ||
                  (strlen (folded) < 200 && copil_text_match (COPIL_RULE_IN_COPIES, folded));
  gboolean behind = copil_text_match (COPIL_RULE_SIGNED_AT, previous);
  gsize at = 0, length = strlen (folded);
  g_autofree char *repaired = NULL, *date = NULL;

  if (!made && length > 90)
    return;
  repaired = copil_text_replace (COPIL_RULE_DATE_REPAIRED, folded);
  date = copil_text_find_date (repaired, &at);
  if (!date)
    return;
  if (made || (behind && length < 40))
    add (clauses, "signed", g_strdup (date), NULL, block, FALSE);
  else if (after && copil_text_match (COPIL_RULE_BY_SIGNATURES, folded))
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
  else if ((after && at < 3 && length < 30) || copil_text_match (COPIL_RULE_AGREEMENT_OF, folded))
    add (loose, "signed", g_strdup (date), NULL, block, TRUE);
}

/* How long it lasts: said of the convention itself, or in the article that is about that. */
static void
read_duration (GPtrArray *clauses, GPtrArray *loose, const char *folded, const char *article,
               const char *title, const CopilTextBlock *block)
{
  gboolean own = copil_text_match (COPIL_RULE_OF_THE_AGREEMENT, folded);
  gboolean about = copil_text_match (COPIL_RULE_TITLE_OF_DURATION, title);
  int found = months (COPIL_RULE_DURATION, folded);

  if (!own && !about)
    return;
  add ((own || about) && !copil_text_match (COPIL_RULE_OF_A_STAGE, folded) ? clauses : loose,
       "duration_months", number_or_null (found), article, block, FALSE);
  if (about && copil_text_match (COPIL_RULE_ONE_SCHOOL_YEAR, folded))
    add (loose, "duration_months", g_strdup ("12"), article, block, TRUE);
  add (loose, "duration_months", number_or_null (months (COPIL_RULE_LASTS_FOR, folded)), article,
       block, TRUE);
  if (about || copil_text_match (COPIL_RULE_SPEAKS_OF_LASTING, folded))
    add (loose, "duration_months", number_or_null (months_between (folded)), article, block, TRUE);
}

GPtrArray *
copil_text_list_clauses (GPtrArray *blocks)
{
  static const char *const compositions[] = { [COPIL_COMPOSITION_PARITY] = "parity",
                                              [COPIL_COMPOSITION_FIXED] = "fixed",
                                              [COPIL_COMPOSITION_ONE_BY_PARTY] = "one_by_party" };
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
      if (copil_text_search (COPIL_RULE_OFFICIAL_NUMBER, folded, &info))
        {
          g_autofree char *nor = g_match_info_fetch (info, 1), *upper = g_ascii_strup (nor, -1);

          add (clauses, "reference", g_strconcat ("NOR ", upper, NULL), NULL, block, FALSE);
        }
      read_duration (clauses, loose, folded, article, title, block);
      /* "Prend effet à sa signature et s’achève le …" */
      if (!until && copil_text_search (COPIL_RULE_FROM_SIGNATURE_TO, folded, &term_info))
        {
          g_autofree char *date = g_match_info_fetch (term_info, 1);

          until = copil_text_find_date (date, NULL);
          until_article = g_strdup (article);
          until_place.start = block->start;
          until_place.end = block->end;
        }
      if (copil_text_match (COPIL_RULE_WHO_MEETS, folded))
        add (clauses, "meetings_per_year",
             number_or_null (copil_text_match (COPIL_RULE_MEETINGS_A_YEAR, folded)), article, block,
             FALSE);
      if (copil_text_match (COPIL_RULE_OF_A_COMMITTEE, folded))
        add (clauses, "composition",
             g_strdup (compositions[copil_text_match (COPIL_RULE_COMPOSITION, folded)]), article,
             block, TRUE);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantities and dates in the sentences of an axis. */
#include <stdlib.h>
#include <string.h>

#include "copil-draft-private.h"
#include "copil-text-match.h"
#include "copil-text-rules.h"

static double
read_number (const char *printed)
{
  g_autofree char *digits = copil_text_replace (COPIL_RULE_NO_DIGIT, printed);

  return g_ascii_strtod (digits, NULL);
}

/* "fin 2021", "d’ici le 31 décembre 2023", "avant le 1er juillet 2022", "à l’horizon 2025". */
static char *
find_due (const char *text)
{
  g_autofree char *folded = copil_text_fold (text);
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *found = NULL, *year = NULL;

  if (copil_text_search (COPIL_RULE_DUE_DAY, folded, &info))
    {
      found = g_match_info_fetch (info, 1);
      return copil_text_find_date (found, NULL);
    }
  g_clear_pointer (&info, g_match_info_unref);
  if (!copil_text_search (COPIL_RULE_DUE_YEAR, folded, &info))
    return NULL;
  year = g_match_info_fetch (info, 1);
  return g_strdup_printf ("%s-12-31", year);
}

/* The same within the next hundreds of letters: a sentence may tell many figures, and be no
 * sentence. */
static char *
find_near_due (const char *text)
{
  g_autofree char *near = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, 2400), 600));

  return find_due (near);
}

void
copil_draft_read_figures (CopilDraft *draft, CopilDraftNode *parent, CopilDraftNode *engagement,
                          const char *sentence, gsize start, gsize end)
{
  g_autofree char *folded = copil_text_fold (sentence);
  g_autoptr (GMatchInfo) info = NULL;
  gboolean aims = copil_text_match (COPIL_RULE_SAYS_AN_AIM, folded);
  CopilDraftNode *indicator = NULL;

  if (engagement && !engagement->date && copil_text_match (COPIL_RULE_SAYS_A_DUE_DATE, folded))
    engagement->date = find_due (sentence);
  if (!copil_text_search (COPIL_RULE_QUANTITY, sentence, &info))
    return;
  do
    {
      g_autofree char *printed = g_match_info_fetch (info, 1), *unit = g_match_info_fetch (info, 2),
                      *due = NULL;
      const char *rest;
      double quantity = read_number (printed);
      int behind;

      g_match_info_fetch_pos (info, 0, NULL, &behind);
      rest = sentence + behind;
      if (quantity < 2 || (quantity >= 1900 && quantity <= 2100 && !strpbrk (printed, " .")))
        continue;
      if (engagement && !engagement->unit)
        {
          engagement->quantity = quantity;
          engagement->unit = g_strdup (g_strstrip (unit));
        }
      if (!aims || quantity < 10)
        continue;
      due = find_near_due (rest);
      if (!due)
        continue;
      if (!indicator)
        {
          g_autofree char *name = g_strdup (g_strstrip (unit));

          indicator = copil_draft_add (draft, parent, COPIL_DRAFT_INDICATOR, parent->label, name,
                                       start, end);
          indicator->unit = g_strdup (unit);
          indicator->doubtful = TRUE;
          indicator->accepted = TRUE;
        }
      {
        g_autoptr (GMatchInfo) next = NULL;
        CopilDraftNode *target =
            copil_draft_add (draft, indicator, COPIL_DRAFT_TARGET, NULL, printed, start, end);

        target->quantity = quantity;
        target->date = g_strdup (due);
        target->accepted = TRUE;
        /* "… puis 200 000 fin 2022" */
        if (copil_text_search (COPIL_RULE_NEXT_TARGET, rest, &next))
          {
            g_autofree char *more = g_match_info_fetch (next, 1);
            g_autofree char *more_due = NULL;
            int at;

            g_match_info_fetch_pos (next, 0, NULL, &at);
            more_due = find_near_due (rest + at);
            if (more_due)
              {
                target =
                    copil_draft_add (draft, indicator, COPIL_DRAFT_TARGET, NULL, more, start, end);
                target->quantity = read_number (more);
                target->date = g_steal_pointer (&more_due);
                target->accepted = TRUE;
              }
          }
      }
    }
  while (g_match_info_next (info, NULL));
}

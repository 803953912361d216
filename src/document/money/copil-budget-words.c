/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-budget-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-share.h"
#include "copil-value.h"

/* Half a cent: amounts that differ by less are the same. */
#define SAME 0.005

CopilFigureFlags
copil_budget_words_flags (CopilAudience audience)
{
  return audience == COPIL_AUDIENCE_PUBLIC ? COPIL_FIGURES_PUBLIC : COPIL_FIGURES_ALL;
}

const CopilBudgetYear *
copil_budget_words_find_year (const GArray *years, int year)
{
  for (guint i = 0; years && i < years->len; i++)
    {
      const CopilBudgetYear *found = &g_array_index (years, CopilBudgetYear, i);
      if (found->year == year)
        return found;
    }
  return NULL;
}

char *
copil_budget_words_balance (const CopilBudget *budget)
{
  g_autofree char *amount = copil_euros_format (budget->planned[COPIL_SIDE_RECEIPT]);

  if (budget->lines->len == 0 || isnan (budget->planned_balance) ||
      fabs (budget->planned_balance) >= SAME)
    return NULL;
  return g_strdup_printf (_ ("Planned receipts and expenses balance: %s."), amount);
}

const char *
copil_budget_words_total (const CopilBudget *budget)
{
  return budget->hidden > 0 ? _ ("Total of the published lines") : _ ("Total");
}

char *
copil_budget_words_result (const CopilBudget *budget, int year)
{
  double amounts[COPIL_N_SIDES];
  g_autofree char *received = NULL, *spent = NULL, *result = NULL;

  for (guint side = 0; side < COPIL_N_SIDES; side++)
    {
      const CopilBudgetYear *found = copil_budget_words_find_year (budget->by_year[side], year);
      amounts[side] = year == 0 ? budget->actual[side] : found ? found->actual : NAN;
    }
  if (budget->hidden > 0 ||
      (isnan (amounts[COPIL_SIDE_RECEIPT]) && isnan (amounts[COPIL_SIDE_EXPENSE])))
    return NULL;
  received = copil_euros_format (amounts[COPIL_SIDE_RECEIPT]);
  spent = copil_euros_format (amounts[COPIL_SIDE_EXPENSE]);
  result =
      copil_budget_words_difference (amounts[COPIL_SIDE_RECEIPT] - amounts[COPIL_SIDE_EXPENSE]);
  if (isnan (amounts[COPIL_SIDE_RECEIPT]))
    return year ? g_strdup_printf (_ ("Spent in %d: %s. What was received is not known."), year,
                                   spent)
                : g_strdup_printf (_ ("Spent: %s. What was received is not known."), spent);
  if (isnan (amounts[COPIL_SIDE_EXPENSE]))
    return year ? g_strdup_printf (_ ("Received in %d: %s. What was spent is not known."), year,
                                   received)
                : g_strdup_printf (_ ("Received: %s. What was spent is not known."), received);
  return year ? g_strdup_printf (_ ("Received in %d: %s; spent: %s; result: %s."), year, received,
                                 spent, result)
              : g_strdup_printf (_ ("Received: %s; spent: %s; result: %s."), received, spent,
                                 result);
}

char *
copil_budget_words_state (const CopilInstalment *instalment)
{
  g_autofree char *day = copil_date_format (instalment->received);

  if (*day)
    /* Translators: a payment; the day */
    return g_strdup_printf (_ ("Received on %s"), day);
  if (!isnan (instalment->actual))
    return g_strdup (C_ ("instalment", "Received"));
  return g_strdup (instalment->late ? C_ ("instalment", "Late") : C_ ("instalment", "Expected"));
}

int
copil_budget_words_get_year (const CopilBudget *budget)
{
  int first = 0, last = 0;

  for (guint side = 0; side < COPIL_N_SIDES; side++)
    for (guint i = 0; budget->by_year[side] && i < budget->by_year[side]->len; i++)
      {
        const CopilBudgetYear *year = &g_array_index (budget->by_year[side], CopilBudgetYear, i);

        if (first == 0 || year->year < first)
          first = year->year;
        if (!isnan (year->actual) && year->year > last)
          last = year->year;
      }
  return last ? last : first;
}

char *
copil_budget_words_difference (double euros)
{
  g_autofree char *amount = copil_euros_format (isnan (euros) ? NAN : fabs (euros));

  if (isnan (euros) || fabs (euros) < SAME)
    return g_steal_pointer (&amount);
  return g_strconcat (euros > 0 ? "+" : "−", amount, NULL);
}

char *
copil_budget_words_rate (double actual, double planned)
{
  if (isnan (actual) || isnan (planned) || fabs (planned) < SAME)
    return g_strdup ("–");
  return copil_share_format (actual, planned);
}

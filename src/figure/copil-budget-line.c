/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from one line of the budget. */
#include "copil-budget-private.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>

#include "copil-share.h"
#include "copil-value.h"

static void
add_fault (CopilBudgetLine *line, char *sentence)
{
  g_ptr_array_add (line->faults, sentence);
}

/* A part that should make a whole: short, or too much. "complete" says whether all parts are there,
 * so that less than the whole is wrong too. */
static void
check_sum (CopilBudgetLine *line, double sum, double whole, gboolean complete,
           const char *short_sentence, const char *much_sentence)
{
  g_autofree char *sum_text = NULL, *whole_text = NULL, *difference = NULL;

  if (isnan (sum) || isnan (whole) || copil_euros_equal (sum, whole) || (sum < whole && !complete))
    return;
  sum_text = copil_euros_format (sum);
  whole_text = copil_euros_format (whole);
  difference = copil_euros_format (fabs (whole - sum));
  add_fault (line, g_strdup_printf (sum < whole ? short_sentence : much_sentence, sum_text,
                                    whole_text, difference));
}

static void
spell_formula (CopilBudgetLine *line)
{
  g_autofree char *quantity = NULL, *price = NULL, *amount = NULL;

  if (isnan (line->computed))
    return;
  quantity = copil_number_format (line->quantity);
  price = copil_euros_format (line->unit_price);
  amount = copil_euros_format (line->computed);
  line->formula = line->years > 0
                      ? g_strdup_printf ("%s × %d × %s = %s", quantity, line->years, price, amount)
                      : g_strdup_printf ("%s × %s = %s", quantity, price, amount);
}

/* The years of a line that only its instalments tell. What came on a day that is not known counts
 * for the day it was due on. */
static void
add_instalment_years (CopilBudgetLine *line)
{
  for (guint i = 0; i < line->instalments->len; i++)
    {
      const CopilInstalment *instalment = line->instalments->pdata[i];
      const char *day = instalment->received ? instalment->received : instalment->due;

      if (instalment->due)
        copil_euros_add (&copil_budget_years_get (line->by_year,
                                                  (int)g_ascii_strtoll (instalment->due, NULL, 10))
                              ->planned,
                         instalment->planned);
      if (day)
        copil_euros_add (
            &copil_budget_years_get (line->by_year, (int)g_ascii_strtoll (day, NULL, 10))->actual,
            instalment->actual);
    }
}

static void
check_instalments (CopilBudgetLine *line)
{
  for (guint i = 0; i < line->instalments->len; i++)
    {
      const CopilInstalment *instalment = line->instalments->pdata[i];
      const char *name = instalment->name ? instalment->name : _ ("Instalment");
      g_autofree char *planned = NULL, *actual = NULL, *due = NULL;

      if (instalment->late)
        {
          due = copil_date_format_long (instalment->due);
          /* Translators: the name of an instalment, the day it was due on */
          add_fault (line, g_strdup_printf (_ ("%s: due on %s, not received."), name, due));
        }
      if (!instalment->came || isnan (instalment->planned) ||
          copil_euros_equal (instalment->actual, instalment->planned))
        continue;
      planned = copil_euros_format (instalment->planned);
      actual = copil_euros_format (instalment->actual);
      if (isnan (instalment->actual))
        add_fault (line, g_strdup_printf (_ ("%s: received, without its amount (%s planned)."),
                                          name, planned));
      else
        add_fault (line,
                   g_strdup_printf (_ ("%s: %s received for %s planned."), name, actual, planned));
    }
}

void
copil_euros_add (double *sum, double amount)
{
  if (!isnan (amount))
    *sum = isnan (*sum) ? amount : *sum + amount;
}

gboolean
copil_euros_equal (double one, double other)
{
  return fabs (one - other) < 0.005;
}

CopilBudgetYear *
copil_budget_years_get (GArray *years, int year)
{
  CopilBudgetYear added = { .year = year, .planned = NAN, .actual = NAN };
  guint at = 0;

  while (at < years->len && g_array_index (years, CopilBudgetYear, at).year < year)
    at++;
  if (at == years->len || g_array_index (years, CopilBudgetYear, at).year > year)
    g_array_insert_val (years, at, added);
  return &g_array_index (years, CopilBudgetYear, at);
}

void
copil_budget_line_settle (CopilBudgetLine *line)
{
  double planned = NAN, actual = NAN, due = NAN, received = NAN;
  guint n_planned = 0, n_due = 0;
  gboolean has_years = line->by_year->len > 0;

  spell_formula (line);
  for (guint i = 0; i < line->by_year->len; i++)
    {
      const CopilBudgetYear *year = &g_array_index (line->by_year, CopilBudgetYear, i);

      copil_euros_add (&planned, year->planned);
      copil_euros_add (&actual, year->actual);
      n_planned += !isnan (year->planned);
    }
  for (guint i = 0; i < line->instalments->len; i++)
    {
      const CopilInstalment *instalment = line->instalments->pdata[i];

      copil_euros_add (&due, instalment->planned);
      copil_euros_add (&received, instalment->actual);
      n_due += !isnan (instalment->planned);
    }
  if (!isnan (line->typed) && !isnan (line->computed) &&
      !copil_euros_equal (line->typed, line->computed))
    {
      g_autofree char *typed = copil_euros_format (line->typed);

      /* Translators: an amount, a formula that gives another one */
      add_fault (line, g_strdup_printf (_ ("%s entered, but %s."), typed, line->formula));
    }
  check_sum (line, planned, line->planned,
             n_planned == line->by_year->len &&
                 (line->years == 0 || n_planned >= (guint)line->years),
             _ ("The years make %s for %s planned: %s short."),
             _ ("The years make %s for %s planned: %s too much."));
  check_sum (line, due, line->planned, n_due == line->instalments->len,
             _ ("The instalments make %s for %s planned: %s short."),
             _ ("The instalments make %s for %s planned: %s too much."));
  if (!isnan (actual) && !isnan (received) && !copil_euros_equal (actual, received))
    {
      g_autofree char *by_years = copil_euros_format (actual);
      g_autofree char *by_instalments = copil_euros_format (received);

      add_fault (line, g_strdup_printf (_ ("The years tell of %s received, the instalments of %s."),
                                        by_years, by_instalments));
    }
  check_instalments (line);
  if (!has_years)
    add_instalment_years (line);
}

char *
copil_euros_format (double euros)
{
  double cents = 100 * copil_round (fabs (euros), 2);
  int rest = isfinite (cents) ? (int)fmod (cents, 100) : 0;
  g_autofree char *number = NULL;
  const char *sign = euros < 0 && cents > 0 ? "−" : "";

  if (isnan (euros))
    return g_strdup ("–");
  number = copil_number_format (floor (cents / 100));
  if (rest == 0)
    return g_strdup_printf (_ ("%s%s €"), sign, number);
  else
    {
      g_autofree char *with_cents =
          g_strdup_printf ("%s%s%02d", number, localeconv ()->decimal_point, rest);

      return g_strdup_printf (_ ("%s%s €"), sign, with_cents);
    }
}

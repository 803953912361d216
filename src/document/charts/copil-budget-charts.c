/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-figure-charts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-budget.h"
#include "copil-kind.h"
#include "copil-value-bars.h"

static CopilBudget *
read_budget (CopilStore *store, const CopilChartFilter *filter)
{
  return copil_budget_read (
      store, filter->audience == COPIL_AUDIENCE_PUBLIC ? COPIL_FIGURES_PUBLIC : COPIL_FIGURES_ALL,
      filter->today);
}

static CopilValueBars *
new_bars (const char *title, const char *word)
{
  CopilValueBars *bars = COPIL_VALUE_BARS (copil_value_bars_new (title));

  copil_value_bars_set_words (bars, word, "€");
  copil_value_bars_add_series (bars, COPIL_CHART_ROLE_PART_6, C_ ("budget chart", "Planned"));
  copil_value_bars_add_series (bars, COPIL_CHART_ROLE_PART_1, C_ ("budget chart", "Actual"));
  return bars;
}

static void
set_amounts (CopilValueBars *bars, guint place, double planned, double actual, const char *key)
{
  g_autofree char *first = isnan (planned) ? NULL : copil_euros_format (planned);
  g_autofree char *second = isnan (actual) ? NULL : copil_euros_format (actual);

  copil_value_bars_set_value (bars, place, 0, planned, first, NULL, key);
  copil_value_bars_set_value (bars, place, 1, actual, second, NULL, key);
}

CopilChart *
copil_budget_lines_chart_new (CopilStore *store, const CopilChartFilter *filter)
{
  g_autoptr (CopilBudget) budget = read_budget (store, filter);
  CopilValueBars *bars =
      new_bars (_ ("Budget by line"), copil_kind_get_label (copil_kind_get ("budget_line")));

  if (filter->year > 0)
    {
      g_autofree char *title = g_strdup_printf ("%s, %d", _ ("Budget by line"), filter->year);

      copil_chart_set_title (COPIL_CHART (bars), title);
    }
  for (guint i = 0; i < budget->lines->len; i++)
    {
      const CopilBudgetLine *line = budget->lines->pdata[i];
      g_autofree char *key = g_strdup_printf ("budget_line=%" G_GINT64_FORMAT, line->id);
      double planned = filter->year > 0 ? NAN : line->planned;
      double actual = filter->year > 0 ? NAN : line->actual;
      guint place =
          copil_value_bars_add_category (bars, copil_side_get_label (line->side), line->title);

      for (guint y = 0; filter->year > 0 && y < line->by_year->len; y++)
        {
          const CopilBudgetYear *year = &g_array_index (line->by_year, CopilBudgetYear, y);

          if (year->year != filter->year)
            continue;
          planned = year->planned;
          actual = year->actual;
        }
      set_amounts (bars, place, planned, actual, key);
    }
  return COPIL_CHART (bars);
}

CopilChart *
copil_budget_years_chart_new (CopilStore *store, const CopilChartFilter *filter)
{
  g_autoptr (CopilBudget) budget = read_budget (store, filter);
  CopilValueBars *bars = new_bars (_ ("Budget by year"), _ ("Year"));

  for (guint y = 0; y < budget->by_year[COPIL_SIDE_EXPENSE]->len; y++)
    for (guint side = 0; side < COPIL_N_SIDES; side++)
      {
        const CopilBudgetYear *year = &g_array_index (budget->by_year[side], CopilBudgetYear, y);
        g_autofree char *label = g_strdup_printf ("%d", year->year);
        guint place;

        if (isnan (year->planned) && isnan (year->actual))
          continue;
        place = copil_value_bars_add_category (bars, label, copil_side_get_label ((CopilSide)side));
        set_amounts (bars, place, year->planned, year->actual, NULL);
      }
  return COPIL_CHART (bars);
}

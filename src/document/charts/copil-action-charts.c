/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-figure-charts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-actions.h"
#include "copil-kind.h"
#include "copil-multiples.h"
#include "copil-split-bars.h"
#include "copil-value-bars.h"

static CopilActionsTable *
read_actions (CopilStore *store, const CopilChartFilter *filter, CopilActionsBy rows,
              CopilActionsBy columns)
{
  CopilActionsFilter actions = { .year = filter->year,
                                 .flags = filter->audience == COPIL_AUDIENCE_PUBLIC
                                              ? COPIL_FIGURES_PUBLIC
                                              : COPIL_FIGURES_ALL };

  return copil_actions_read (store, rows, columns, &actions);
}

static double
value_of (const CopilTotal *total)
{
  return total && total->n_known > 0 ? (double)total->value : NAN;
}

static char *
theme_key (const CopilActionsKey *key)
{
  return key->id ? g_strdup_printf ("theme=%" G_GINT64_FORMAT, key->id) : NULL;
}

static const char *
theme_name (const CopilActionsKey *key)
{
  return key->name ? key->name : _ ("Without a theme");
}

/* "Actions by theme", or "Actions by theme, 2007". */
static void
set_title (CopilChart *chart, const char *title, const CopilChartFilter *filter)
{
  g_autofree char *full =
      filter->year > 0 ? g_strdup_printf ("%s, %d", title, filter->year) : g_strdup (title);

  copil_chart_set_title (chart, full);
}

CopilChart *
copil_themes_chart_new (CopilStore *store, const CopilChartFilter *filter)
{
  g_autoptr (CopilActionsTable) table =
      read_actions (store, filter, COPIL_BY_THEME, COPIL_BY_NOTHING);
  CopilChart *chart = copil_value_bars_new (NULL);
  CopilValueBars *bars = COPIL_VALUE_BARS (chart);

  set_title (chart, _ ("Actions by theme"), filter);
  copil_value_bars_set_words (bars, copil_kind_get_label (copil_kind_get ("theme")), NULL);
  copil_value_bars_set_summed (bars, TRUE);
  copil_value_bars_add_series (bars, COPIL_CHART_ROLE_PART_1,
                               copil_count_get_label (COPIL_COUNT_ACTIONS));
  for (guint i = 0; i < table->rows->len; i++)
    {
      const CopilActionsKey *row = table->rows->pdata[i];
      const CopilTotal *total = copil_actions_table_get (table, (int)i, -1, COPIL_COUNT_ACTIONS);
      g_autofree char *key = theme_key (row);
      g_autofree char *text = copil_total_format (total);
      guint place = copil_value_bars_add_category (bars, NULL, theme_name (row));

      copil_value_bars_set_value (bars, place, 0, value_of (total), text, NULL, key);
    }
  return chart;
}

/* Two counts that make a whole, theme by theme. */
static CopilChart *
make_split (CopilStore *store, const CopilChartFilter *filter, const char *title, CopilCount first,
            CopilCount second)
{
  g_autoptr (CopilActionsTable) table =
      read_actions (store, filter, COPIL_BY_THEME, COPIL_BY_NOTHING);
  CopilChart *chart = copil_split_bars_new (NULL);
  CopilSplitBars *bars = COPIL_SPLIT_BARS (chart);
  const CopilCount counts[] = { first, second };

  set_title (chart, title, filter);
  copil_split_bars_set_words (bars, copil_kind_get_label (copil_kind_get ("theme")), NULL);
  for (guint p = 0; p < G_N_ELEMENTS (counts); p++)
    copil_split_bars_add_part (bars, (CopilChartRole)(COPIL_CHART_ROLE_PART_1 + p),
                               copil_count_get_label (counts[p]));
  for (guint i = 0; i < table->rows->len; i++)
    {
      const CopilActionsKey *row = table->rows->pdata[i];
      g_autofree char *key = theme_key (row);
      guint place = copil_split_bars_add_category (bars, NULL, theme_name (row));

      const CopilTotal *totals[] = { copil_actions_table_get (table, (int)i, -1, first),
                                     copil_actions_table_get (table, (int)i, -1, second) };
      guint least = MIN (totals[0]->n_missing, totals[1]->n_missing);

      /* Where actions tell one of the two only, the other is not known: there are no shares. */
      for (guint p = 0; p < G_N_ELEMENTS (counts); p++)
        copil_split_bars_set_value (
            bars, place, p, totals[p]->n_missing > least ? NAN : value_of (totals[p]), NULL, key);
    }
  return chart;
}

CopilChart *
copil_young_chart_new (CopilStore *store, const CopilChartFilter *filter)
{
  return make_split (store, filter, _ ("Young people by theme"), COPIL_COUNT_GIRLS,
                     COPIL_COUNT_BOYS);
}

CopilChart *
copil_staff_chart_new (CopilStore *store, const CopilChartFilter *filter)
{
  return make_split (store, filter, _ ("Teachers and staff by theme"), COPIL_COUNT_WOMEN,
                     COPIL_COUNT_MEN);
}

CopilChart *
copil_academies_chart_new (CopilStore *store, const CopilChartFilter *filter)
{
  CopilChartFilter all = *filter;
  g_autoptr (CopilActionsTable) table = NULL;
  CopilChart *chart = copil_multiples_new (_ ("Actions by académie"));
  CopilMultiples *multiples = COPIL_MULTIPLES (chart);

  all.year = 0;
  table = read_actions (store, &all, COPIL_BY_ACADEMIE, COPIL_BY_YEAR);
  copil_multiples_set_words (multiples, _ ("Académie"), NULL);
  for (guint c = 0; c < table->columns->len; c++)
    {
      const CopilActionsKey *year = table->columns->pdata[c];

      copil_multiples_add_period (multiples, year->name ? year->name : _ ("No date"));
    }
  for (guint i = 0; i < table->rows->len; i++)
    {
      const CopilActionsKey *row = table->rows->pdata[i];
      guint panel;

      /* What belongs to no académie is none. */
      if (!row->name)
        continue;
      panel = copil_multiples_add_panel (multiples, row->name);
      for (guint c = 0; c < table->columns->len; c++)
        {
          const CopilTotal *total =
              copil_actions_table_get (table, (int)i, (int)c, COPIL_COUNT_ACTIONS);
          g_autofree char *text = copil_total_format (total);

          copil_multiples_set_value (multiples, panel, c, value_of (total), total->estimated, text,
                                     NULL, NULL);
        }
    }
  return chart;
}

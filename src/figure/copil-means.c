/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-means.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-budget.h"
#include "copil-query.h"
#include "copil-value.h"

static void
mean_free (gpointer data)
{
  CopilMean *mean = data;

  g_free (mean->name);
  g_free (mean->funder);
  g_free (mean);
}

static char *
format (gboolean people, double quantity)
{
  if (isnan (quantity))
    return g_strdup ("–");
  return people ? copil_number_format (quantity) : copil_euros_format (quantity);
}

static char *
format_total (gboolean people, double quantity, guint missing)
{
  g_autofree char *said = format (people, quantity);

  return missing && !isnan (quantity) ? g_strdup_printf (_ ("at least %s"), said)
                                      : g_steal_pointer (&said);
}

/* Adds what is known; what is not is counted. */
static void
add (double *total, guint *missing, double quantity)
{
  if (isnan (quantity))
    (*missing)++;
  else
    *total = isnan (*total) ? quantity : *total + quantity;
}

static CopilMean *
find (GPtrArray *totals, const CopilMean *mean, CopilMeansBy by)
{
  for (guint i = 0; i < totals->len; i++)
    {
      CopilMean *total = totals->pdata[i];

      if (total->people == mean->people &&
          (by == COPIL_MEANS_BY_NOTHING ||
           (by == COPIL_MEANS_BY_YEAR && total->year == mean->year) ||
           (by == COPIL_MEANS_BY_FUNDER && g_strcmp0 (total->funder, mean->funder) == 0)))
        return total;
    }
  return NULL;
}

/* Euros first; what is not said last; funders stay in the order in which they came. */
static int
compare_totals (gconstpointer a, gconstpointer b)
{
  const CopilMean *left = *(CopilMean *const *)a, *right = *(CopilMean *const *)b;

  if (left->people != right->people)
    return left->people ? 1 : -1;
  if (!left->funder != !right->funder)
    return left->funder ? -1 : 1;
  if (!left->year != !right->year)
    return left->year ? -1 : 1;
  return left->year - right->year;
}

/* Stable, as g_ptr_array_sort() need not be. */
static void
sort (GPtrArray *totals)
{
  for (guint i = 1; i < totals->len; i++)
    for (guint j = i; j > 0 && compare_totals (&totals->pdata[j - 1], &totals->pdata[j]) > 0; j--)
      {
        gpointer moved = totals->pdata[j];

        totals->pdata[j] = totals->pdata[j - 1];
        totals->pdata[j - 1] = moved;
      }
}

gboolean
copil_mean_is_over (const CopilMean *mean)
{
  /* A total that lacks a plan cannot be said to be over. */
  return !mean->unplanned && mean->spent > mean->planned;
}

char *
copil_mean_say_rest (const CopilMean *mean)
{
  g_autofree char *said = NULL;

  if (isnan (mean->planned) || isnan (mean->spent) || mean->unplanned)
    return NULL;
  if (mean->planned == mean->spent && !mean->unspent)
    return g_strdup (C_ ("means", "as planned"));
  said = format (mean->people, fabs (mean->planned - mean->spent));
  if (copil_mean_is_over (mean))
    return g_strdup_printf (_ ("over by %s"), said);
  return mean->unspent ? NULL : g_strdup_printf (C_ ("means", "%s left"), said);
}

char *
copil_mean_format_planned (const CopilMean *mean)
{
  return format_total (mean->people, mean->planned, mean->unplanned);
}

char *
copil_mean_format_spent (const CopilMean *mean)
{
  return format_total (mean->people, mean->spent, mean->unspent);
}

GPtrArray *
copil_means_list (CopilStore *store, gint64 fiche)
{
  GPtrArray *means = g_ptr_array_new_with_free_func (mean_free);
  g_autoptr (CopilQuery) query = copil_store_query (
      store,
      "SELECT r.id, r.nature, r.name, coalesce (nullif (y.short_name, ''), y.name,"
      " nullif (trim (r.funder_name), '')), r.year, r.planned, r.spent FROM resource r"
      " LEFT JOIN party y ON y.id = r.funder WHERE r.fiche = ?1 ORDER BY r.position, r.id",
      "i", fiche);

  while (copil_query_next (query))
    {
      CopilMean *mean = g_new0 (CopilMean, 1);

      mean->id = copil_query_int (query, 0);
      mean->fiche = fiche;
      mean->people = g_strcmp0 (copil_query_text (query, 1), "people") == 0;
      mean->name = g_strdup (copil_query_text (query, 2));
      mean->funder = g_strdup (copil_query_text (query, 3));
      mean->year = (int)CLAMP (copil_query_int (query, 4), 0, 9999);
      mean->planned = copil_query_is_null (query, 5) ? NAN : copil_query_double (query, 5);
      mean->spent = copil_query_is_null (query, 6) ? NAN : copil_query_double (query, 6);
      g_ptr_array_add (means, mean);
    }
  return means;
}

GPtrArray *
copil_means_sum (GPtrArray *means, CopilMeansBy by)
{
  GPtrArray *totals = g_ptr_array_new_with_free_func (mean_free);

  for (guint i = 0; i < means->len; i++)
    {
      const CopilMean *mean = means->pdata[i];
      CopilMean *total = find (totals, mean, by);

      if (!total)
        {
          total = g_new0 (CopilMean, 1);
          total->fiche = mean->fiche;
          total->people = mean->people;
          total->year = by == COPIL_MEANS_BY_YEAR ? mean->year : 0;
          total->funder = by == COPIL_MEANS_BY_FUNDER ? g_strdup (mean->funder) : NULL;
          total->planned = total->spent = NAN;
          g_ptr_array_add (totals, total);
        }
      add (&total->planned, &total->unplanned, mean->planned);
      add (&total->spent, &total->unspent, mean->spent);
    }
  sort (totals);
  return totals;
}

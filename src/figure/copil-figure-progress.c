/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The progress of an engagement, an axis, the convention. */
#include "copil-figure-store.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-query.h"
#include "copil-value.h"

/* Joined to each engagement: what its indicators say, from ?1. */
#define BY_INDICATORS                                                                              \
  "WITH v AS MATERIALIZED (SELECT cast (key AS INTEGER) AS id, value FROM json_each (?1))"

/* An axis is read by its index: a long file has many others. */
#define PROGRESS_OF(where)                                                                         \
  BY_INDICATORS " SELECT count (*), count (p), avg (p) FROM (SELECT coalesce (v.value,"            \
                " copil_progress (e.status, e.progress)) AS p FROM engagement e"                   \
                " LEFT JOIN v ON v.id = e.id" where " AND e.status IS NOT 'abandoned'"             \
                " AND NOT (?3 AND e.confidential IS 1))"

/* Mean of the indicators that have a progress, each between 0 and 100, in whole percents as one
 * that is entered; NAN for none. */
static double
mean_of (GPtrArray *indicators, const char *at, guint *n_known)
{
  double sum = 0;
  guint known = 0;

  for (guint i = 0; i < indicators->len; i++)
    {
      g_autoptr (CopilProgress) progress = copil_indicator_judge (indicators->pdata[i], at);

      if (progress->reason != COPIL_PROGRESS_KNOWN)
        continue;
      sum += CLAMP (progress->percent, 0, 100);
      known++;
    }
  if (n_known)
    *n_known = known;
  return known > 0 ? copil_round (sum / known, 0) : NAN;
}

static char *
describe_indicators (guint n, guint known)
{
  if (n == 1)
    return g_strdup (_ ("From its indicator."));
  if (known == n)
    return g_strdup_printf (
        ngettext ("The mean of its %u indicator.", "The mean of its %u indicators.", n), n);
  return g_strdup_printf (_ ("The mean of its indicators that have a progress: %u of %u."), known,
                          n);
}

CopilFigureProgress *
copil_figure_engagement_progress (CopilStore *store, gint64 engagement, CopilFigureFlags flags,
                                  const char *at)
{
  CopilFigureProgress *progress = g_new0 (CopilFigureProgress, 1);
  g_autoptr (GPtrArray) indicators = copil_figure_list (store, flags, "engagement", engagement);
  g_autoptr (CopilQuery) query = copil_store_query (
      store, "SELECT status, progress FROM engagement WHERE id = ?1", "i", engagement);
  const char *status = NULL;
  double mean;

  progress->percent = NAN;
  progress->n = indicators->len;
  mean = mean_of (indicators, at, &progress->n_known);
  if (!copil_query_next (query))
    return progress;
  status = copil_query_text (query, 0);
  if (g_strcmp0 (status, "abandoned") == 0)
    {
      progress->origin = COPIL_ORIGIN_ABANDONED;
      progress->sentence = g_strdup (_ ("Abandoned: it does not count."));
    }
  else if (g_strcmp0 (status, "done") == 0)
    {
      progress->origin = COPIL_ORIGIN_DONE;
      progress->percent = 100;
      progress->sentence = g_strdup (_ ("Done, so 100%."));
    }
  else if (!copil_query_is_null (query, 1))
    {
      progress->origin = COPIL_ORIGIN_BY_HAND;
      progress->percent = CLAMP (copil_query_double (query, 1), 0, 100);
      progress->sentence = g_strdup (_ ("Entered by hand."));
    }
  else if (!isnan (mean))
    {
      progress->origin = COPIL_ORIGIN_INDICATORS;
      progress->percent = mean;
      progress->sentence = describe_indicators (progress->n, progress->n_known);
    }
  else if (g_strcmp0 (status, "in_progress") != 0)
    {
      progress->origin = COPIL_ORIGIN_PLANNED;
      progress->percent = 0;
      progress->sentence = g_strdup (_ ("Planned, so 0%."));
    }
  else
    progress->sentence =
        g_strdup (progress->n > 0 ? _ ("Not known: none of its indicators has a progress yet.")
                                  : _ ("Not known: enter it, or give it an indicator."));
  return progress;
}

/* The percents of the engagements of an axis, 0 for all. */
static GHashTable *
list_percents (CopilStore *store, gint64 axis, CopilFigureFlags flags, const char *at)
{
  GHashTable *percents = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) by_engagement =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GPtrArray) list = copil_figure_list (store, flags, "telling", axis);
  GHashTableIter iter;
  gpointer id, indicators;

  for (guint i = 0; i < list->len; i++)
    {
      CopilIndicator *indicator = list->pdata[i];
      GPtrArray *siblings = g_hash_table_lookup (by_engagement, &indicator->engagement);

      if (!siblings)
        {
          siblings = g_ptr_array_new ();
          g_hash_table_insert (by_engagement, &indicator->engagement, siblings);
        }
      g_ptr_array_add (siblings, indicator);
    }
  g_hash_table_iter_init (&iter, by_engagement);
  while (g_hash_table_iter_next (&iter, &id, &indicators))
    {
      double mean = mean_of (indicators, at, NULL);

      if (!isnan (mean))
        g_hash_table_insert (percents, g_memdup2 (id, sizeof (gint64)),
                             g_memdup2 (&mean, sizeof mean));
    }
  return percents;
}

static char *
make_json (GHashTable *percents)
{
  GString *json = g_string_new ("{");
  GHashTableIter iter;
  gpointer id, percent;

  g_hash_table_iter_init (&iter, percents);
  while (g_hash_table_iter_next (&iter, &id, &percent))
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (json, "%s\"%" G_GINT64_FORMAT "\":%s", json->len > 1 ? "," : "",
                              *(gint64 *)id,
                              g_ascii_dtostr (number, sizeof number, *(double *)percent));
    }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

GHashTable *
copil_figure_engagement_percents (CopilStore *store, CopilFigureFlags flags, const char *at)
{
  return list_percents (store, 0, flags, at);
}

char *
copil_figure_engagement_percents_json (CopilStore *store, CopilFigureFlags flags, const char *at)
{
  g_autoptr (GHashTable) percents = list_percents (store, 0, flags, at);

  return make_json (percents);
}

CopilFigureProgress *
copil_figure_axis_progress (CopilStore *store, gint64 axis, CopilFigureFlags flags, const char *at)
{
  CopilFigureProgress *progress = g_new0 (CopilFigureProgress, 1);
  g_autoptr (GHashTable) percents = list_percents (store, axis, flags, at);
  g_autofree char *json = make_json (percents);
  g_autoptr (CopilQuery) query = copil_store_query (
      store, axis ? PROGRESS_OF (" WHERE e.axis = ?2") : PROGRESS_OF (" WHERE ?2 = 0"), "tii", json,
      axis, (gint64)(flags & COPIL_FIGURES_PUBLIC));

  progress->percent = NAN;
  if (copil_query_next (query))
    {
      progress->n = (guint)copil_query_int (query, 0);
      progress->n_known = (guint)copil_query_int (query, 1);
      if (progress->n_known > 0)
        {
          progress->origin = COPIL_ORIGIN_ENGAGEMENTS;
          progress->percent = copil_query_double (query, 2);
        }
    }
  progress->sentence =
      progress->n_known == 0 ? g_strdup (_ ("No engagement has a progress."))
      : progress->n_known == progress->n
          ? g_strdup_printf (ngettext ("The progress of its %u engagement.",
                                       "The mean of its %u engagements.", progress->n),
                             progress->n)
          : g_strdup_printf (_ ("The mean of its engagements that have a progress: %u of %u."),
                             progress->n_known, progress->n);
  return progress;
}

void
copil_figure_progress_free (CopilFigureProgress *progress)
{
  g_free (progress->sentence);
  g_free (progress);
}

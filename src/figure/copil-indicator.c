/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-indicator.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "copil-fold.h"
#include "copil-value.h"

static int
find_name (const char *const *names, const char *name)
{
  for (int i = 0; name && names[i]; i++)
    if (g_str_equal (names[i], name))
      return i;
  return 0;
}

static void
target_free (gpointer data)
{
  CopilTarget *target = data;

  g_free (target->date);
  g_free (target->note);
  g_free (target);
}

static void
observation_free (gpointer data)
{
  CopilObservation *observation = data;

  g_free (observation->date);
  g_free (observation->level);
  g_free (observation->note);
  g_array_unref (observation->parts);
  g_free (observation);
}

static void
part_clear (gpointer data)
{
  g_free (((CopilPart *)data)->name);
}

/* Whether what is dated so is counted at "at". */
static gboolean
is_over (const char *date, const char *at)
{
  return date && (!at || strcmp (date, at) <= 0);
}

static gboolean
is_since_baseline (const CopilIndicator *indicator, const char *date)
{
  return !indicator->baseline_date || strcmp (date, indicator->baseline_date) > 0;
}

/* The periods that ended between the baseline, or the first observation, and "at". */
static GArray *
list_due (const CopilIndicator *indicator, const char *at)
{
  const char *from = indicator->baseline_date;
  GArray *periods;

  for (guint i = 0; !from && i < indicator->observations->len; i++)
    from = ((CopilObservation *)indicator->observations->pdata[i])->date;
  periods = copil_period_list (indicator->periodicity, from, at);
  if (periods->len > 0 && indicator->baseline_date &&
      strcmp (g_array_index (periods, CopilPeriod, 0).end, indicator->baseline_date) <= 0)
    g_array_remove_index (periods, 0);
  while (periods->len > 0 &&
         !copil_period_is_due (&g_array_index (periods, CopilPeriod, periods->len - 1), at))
    g_array_set_size (periods, periods->len - 1);
  return periods;
}

static guint
count_missing (const CopilIndicator *indicator, const char *at)
{
  g_autoptr (GArray) periods = list_due (indicator, at);
  guint missing = 0;

  for (guint i = 0; i < periods->len; i++)
    {
      const CopilPeriod *period = &g_array_index (periods, CopilPeriod, i);
      const CopilObservation *observation = copil_indicator_get_in (indicator, period);

      if (!observation || isnan (observation->value))
        missing++;
    }
  return missing;
}

CopilNature
copil_nature_from_name (const char *name)
{
  static const char *const names[] = { "number", "scale", NULL };

  return (CopilNature)find_name (names, name);
}

CopilDirection
copil_direction_from_name (const char *name)
{
  static const char *const names[] = { "rise", "fall", "above", "below", NULL };

  return (CopilDirection)find_name (names, name);
}

CopilCounting
copil_counting_from_name (const char *name)
{
  static const char *const names[] = { "state", "cumulative", "period", NULL };

  return (CopilCounting)find_name (names, name);
}

CopilIndicator *
copil_indicator_new (void)
{
  CopilIndicator *indicator = g_new0 (CopilIndicator, 1);

  indicator->baseline_value = NAN;
  indicator->scale = g_new0 (char *, 1);
  indicator->split_names = g_new0 (char *, 1);
  indicator->targets = g_ptr_array_new_with_free_func (target_free);
  indicator->observations = g_ptr_array_new_with_free_func (observation_free);
  return indicator;
}

void
copil_indicator_free (CopilIndicator *indicator)
{
  g_free (indicator->name);
  g_free (indicator->unit);
  g_strfreev (indicator->scale);
  g_free (indicator->split);
  g_strfreev (indicator->split_names);
  g_free (indicator->baseline_date);
  g_free (indicator->baseline_note);
  g_free (indicator->source);
  g_ptr_array_unref (indicator->targets);
  g_ptr_array_unref (indicator->observations);
  g_free (indicator);
}

CopilTarget *
copil_indicator_add_target (CopilIndicator *indicator, const char *date, double value,
                            const char *note)
{
  CopilTarget *target = g_new0 (CopilTarget, 1);
  guint at = indicator->targets->len;

  target->date = g_strdup (date);
  target->value = value;
  target->note = g_strdup (note);
  for (; date && at > 0; at--)
    {
      const CopilTarget *before = indicator->targets->pdata[at - 1];

      if (before->date && strcmp (before->date, date) <= 0)
        break;
    }
  g_ptr_array_insert (indicator->targets, (int)at, target);
  return target;
}

CopilObservation *
copil_indicator_add_observation (CopilIndicator *indicator, const char *date, double value,
                                 gboolean estimated)
{
  CopilObservation *observation = g_new0 (CopilObservation, 1);
  guint at = indicator->observations->len;

  observation->date = g_strdup (date);
  observation->value = value;
  observation->estimated = estimated;
  observation->parts = g_array_new (FALSE, FALSE, sizeof (CopilPart));
  g_array_set_clear_func (observation->parts, part_clear);
  for (; at > 0; at--)
    {
      const CopilObservation *before = indicator->observations->pdata[at - 1];

      if (!before->date || (date && strcmp (before->date, date) <= 0))
        break;
    }
  g_ptr_array_insert (indicator->observations, (int)at, observation);
  return observation;
}

void
copil_observation_add_part (CopilObservation *observation, const char *name, double value)
{
  CopilPart part = { .name = g_strdup (name), .value = value };

  g_array_append_val (observation->parts, part);
}

double
copil_indicator_get_rank (const CopilIndicator *indicator, const char *level)
{
  g_autofree char *wanted = NULL;

  if (!level)
    return NAN;
  wanted = copil_fold_name (level);
  for (guint i = 0; indicator->scale[i]; i++)
    {
      g_autofree char *known = copil_fold_name (indicator->scale[i]);

      if (g_str_equal (known, wanted))
        return i + 1;
    }
  return NAN;
}

const char *
copil_indicator_get_level (const CopilIndicator *indicator, double rank)
{
  guint n = g_strv_length (indicator->scale);

  if (isnan (rank) || rank < 1 || rank > n || rank != floor (rank))
    return NULL;
  return indicator->scale[(guint)rank - 1];
}

char *
copil_indicator_format (const CopilIndicator *indicator, double value)
{
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup ("");
  if (indicator->nature == COPIL_NATURE_SCALE && copil_indicator_get_level (indicator, value))
    return g_strdup (copil_indicator_get_level (indicator, value));
  number = copil_number_format (value);
  if (!indicator->unit || !*indicator->unit)
    return g_steal_pointer (&number);
  if (g_str_equal (indicator->unit, "%"))
    return g_strdup_printf (_ ("%s%%"), number);
  /* Translators: a number and its unit, "62 000 apprentices" */
  return g_strdup_printf (C_ ("value", "%s %s"), number, indicator->unit);
}

const CopilTarget *
copil_indicator_get_target (const CopilIndicator *indicator)
{
  guint n = indicator->targets->len;

  return n > 0 ? indicator->targets->pdata[n - 1] : NULL;
}

const CopilTarget *
copil_indicator_get_next_target (const CopilIndicator *indicator, const char *day)
{
  for (guint i = 0; i < indicator->targets->len; i++)
    {
      const CopilTarget *target = indicator->targets->pdata[i];

      if (!target->date || strcmp (target->date, day) >= 0)
        return target;
    }
  return copil_indicator_get_target (indicator);
}

const CopilObservation *
copil_indicator_get_last (const CopilIndicator *indicator, const char *at)
{
  for (guint i = indicator->observations->len; i > 0; i--)
    {
      const CopilObservation *observation = indicator->observations->pdata[i - 1];

      if (is_over (observation->date, at) && !isnan (observation->value))
        return observation;
    }
  return NULL;
}

const CopilObservation *
copil_indicator_get_in (const CopilIndicator *indicator, const CopilPeriod *period)
{
  for (guint i = indicator->observations->len; i > 0; i--)
    {
      const CopilObservation *observation = indicator->observations->pdata[i - 1];

      if (copil_period_has (period, observation->date))
        return observation;
    }
  return NULL;
}

double
copil_indicator_get_observed (const CopilIndicator *indicator, const char *at, guint *summed,
                              guint *missing, gboolean *estimated)
{
  const CopilObservation *last = copil_indicator_get_last (indicator, at);
  gboolean sums =
      indicator->counting == COPIL_COUNTING_PERIOD && indicator->nature == COPIL_NATURE_NUMBER;
  gboolean guessed = last && last->estimated;
  double observed = last ? last->value : NAN;
  guint n = 0;

  if (sums)
    {
      observed = 0;
      guessed = FALSE;
      for (guint i = 0; i < indicator->observations->len; i++)
        {
          const CopilObservation *observation = indicator->observations->pdata[i];

          if (!is_over (observation->date, at) || isnan (observation->value) ||
              !is_since_baseline (indicator, observation->date))
            continue;
          observed += observation->value;
          guessed = guessed || observation->estimated;
          n++;
        }
      if (n == 0)
        observed = NAN;
    }
  if (summed)
    *summed = n;
  if (missing)
    *missing = sums ? count_missing (indicator, at ? at : copil_today ()) : 0;
  if (estimated)
    *estimated = guessed;
  return observed;
}

CopilSplitCheck *
copil_observation_check_split (const CopilObservation *observation)
{
  CopilSplitCheck *check = g_new0 (CopilSplitCheck, 1);
  double scale = 1;

  check->sum = check->difference = NAN;
  for (guint i = 0; i < observation->parts->len; i++)
    {
      double value = g_array_index (observation->parts, CopilPart, i).value;

      check->n_parts++;
      if (isnan (value))
        {
          check->n_missing++;
          continue;
        }
      check->sum = isnan (check->sum) ? value : check->sum + value;
      scale = fmax (scale, fabs (value));
    }
  if (isnan (check->sum) || isnan (observation->value))
    return check;
  check->difference = observation->value - check->sum;
  if (fabs (check->difference) <= 1e-9 * fmax (scale, fabs (observation->value)))
    check->difference = 0;
  check->fault = check->difference < 0 || (check->difference > 0 && check->n_missing == 0);
  if (check->fault)
    {
      g_autofree char *sum = copil_number_format (check->sum);
      g_autofree char *value = copil_number_format (observation->value);
      g_autofree char *difference = copil_number_format (fabs (check->difference));

      check->sentence = g_strdup_printf (check->difference > 0
                                             /* Translators: what the parts make, the value, the
                                                difference */
                                             ? _ ("The split makes %s for %s: %s short.")
                                             : _ ("The split makes %s for %s: %s too many."),
                                         sum, value, difference);
    }
  return check;
}

void
copil_split_check_free (CopilSplitCheck *check)
{
  g_free (check->sentence);
  g_free (check);
}

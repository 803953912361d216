/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of periods and progress: cases that a person can check, then properties that hold for
 * any figures. G_TEST's seed is printed with a failure. */
#include <math.h>

#include "copil-progress.h"

#define ROUNDS 500

static void
assert_near (double value, double expected)
{
  g_assert_cmpfloat_with_epsilon (value, expected, 1e-6 * fmax (1, fabs (expected)));
}

static CopilIndicator *
make (CopilDirection direction, CopilCounting counting, double baseline, double target)
{
  CopilIndicator *indicator = copil_indicator_new ();

  indicator->direction = direction;
  indicator->counting = counting;
  indicator->baseline_value = baseline;
  indicator->baseline_date = g_strdup ("2017-12-31");
  copil_indicator_add_target (indicator, "2023-12-31", target, NULL);
  return indicator;
}

static double
percent_of (const CopilIndicator *indicator, const char *at)
{
  g_autoptr (CopilProgress) progress = copil_indicator_judge (indicator, at);

  return progress->percent;
}

static void
assert_reason (const CopilIndicator *indicator, CopilProgressReason reason)
{
  g_autoptr (CopilProgress) progress = copil_indicator_judge (indicator, "2024-01-01");

  g_assert_cmpint (progress->reason, ==, reason);
  g_assert_true (isnan (progress->percent) == (reason != COPIL_PROGRESS_KNOWN));
  g_assert_true (!progress->formula == (reason != COPIL_PROGRESS_KNOWN));
  if (reason != COPIL_PROGRESS_KNOWN)
    g_assert_nonnull (progress->sentence);
}

/* --- periods --- */

static void
assert_period (CopilPeriodicity periodicity, const char *date, const char *start, const char *end,
               const char *label)
{
  CopilPeriod period, other;
  g_autofree char *text = NULL;

  g_assert_true (copil_period_at (periodicity, date, &period));
  g_assert_cmpstr (period.start, ==, start);
  g_assert_cmpstr (period.end, ==, end);
  text = copil_period_get_label (&period);
  g_assert_cmpstr (text, ==, label);
  if (periodicity == COPIL_PERIODICITY_ONCE)
    {
      g_assert_false (copil_period_next (&period, &other));
      return;
    }
  g_assert_true (copil_period_next (&period, &other));
  g_assert_true (copil_period_previous (&other, &other));
  g_assert_cmpstr (other.start, ==, start);
  g_assert_cmpstr (other.end, ==, end);
}

static void
test_periods (void)
{
  CopilPeriod period;

  assert_period (COPIL_PERIODICITY_YEAR, "2007-06-30", "2007-01-01", "2007-12-31", "2007");
  assert_period (COPIL_PERIODICITY_SCHOOL_YEAR, "2022-08-31", "2021-09-01", "2022-08-31",
                 "2021-2022");
  assert_period (COPIL_PERIODICITY_SCHOOL_YEAR, "2022-09-01", "2022-09-01", "2023-08-31",
                 "2022-2023");
  assert_period (COPIL_PERIODICITY_SEMESTER, "2022-06-30", "2022-01-01", "2022-06-30", "S1 2022");
  assert_period (COPIL_PERIODICITY_SEMESTER, "2022-07-01", "2022-07-01", "2022-12-31", "S2 2022");
  assert_period (COPIL_PERIODICITY_QUARTER, "2022-08-15", "2022-07-01", "2022-09-30", "Q3 2022");
  assert_period (COPIL_PERIODICITY_MONTH, "2024-02-29", "2024-02-01", "2024-02-29",
                 "February 2024");
  assert_period (COPIL_PERIODICITY_MONTH, "2023-12-01", "2023-12-01", "2023-12-31",
                 "December 2023");
  assert_period (COPIL_PERIODICITY_ONCE, "2022-01-01", "0001-01-01", "9999-12-31", "Once");
  g_assert_false (copil_period_at (COPIL_PERIODICITY_YEAR, "2023-02-30", &period));
  g_assert_false (copil_period_at (COPIL_PERIODICITY_YEAR, NULL, &period));
  g_assert_true (copil_period_at (COPIL_PERIODICITY_QUARTER, "2024-03-15", &period));
  g_assert_false (copil_period_is_future (&period, "2024-03-15"));
  g_assert_false (copil_period_is_due (&period, "2024-03-31"));
  g_assert_true (copil_period_is_due (&period, "2024-04-01"));
  g_assert_true (copil_period_is_future (&period, "2023-12-31"));
}

/* Periods follow each other without a hole, and each holds both its ends. */
static void
test_period_list (void)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      CopilPeriodicity periodicity =
          (CopilPeriodicity)g_test_rand_int_range (0, COPIL_PERIODICITY_ONCE);
      int year = g_test_rand_int_range (1990, 2060);
      g_autofree char *from = g_strdup_printf ("%d-%02d-%02d", year, g_test_rand_int_range (1, 13),
                                               g_test_rand_int_range (1, 29));
      g_autofree char *to =
          g_strdup_printf ("%d-%02d-%02d", year + g_test_rand_int_range (1, 6),
                           g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 29));
      g_autoptr (GArray) periods = copil_period_list (periodicity, from, to);
      const CopilPeriod *last = &g_array_index (periods, CopilPeriod, periods->len - 1);

      g_assert_true (copil_period_has (&g_array_index (periods, CopilPeriod, 0), from));
      g_assert_true (copil_period_has (last, to));
      for (guint i = 1; i < periods->len; i++)
        {
          const CopilPeriod *before = &g_array_index (periods, CopilPeriod, i - 1);
          const CopilPeriod *after = &g_array_index (periods, CopilPeriod, i);
          GDate end, start;

          g_date_set_parse (&end, before->end);
          g_date_set_parse (&start, after->start);
          g_date_add_days (&end, 1);
          g_assert_cmpint (g_date_compare (&end, &start), ==, 0);
        }
    }
  {
    g_autoptr (GArray) none = copil_period_list (COPIL_PERIODICITY_YEAR, "2023-01-01", NULL);
    g_autoptr (GArray) reverse =
        copil_period_list (COPIL_PERIODICITY_YEAR, "2023-01-01", "2021-01-01");
    g_autoptr (GArray) many =
        copil_period_list (COPIL_PERIODICITY_MONTH, "1900-01-01", "9000-01-01");

    g_assert_cmpuint (none->len, ==, 0);
    g_assert_cmpuint (reverse->len, ==, 0);
    g_assert_cmpuint (many->len, ==, COPIL_PERIODS_MAX);
  }
}

/* --- cases --- */

static void
test_formula (void)
{
  g_autoptr (CopilIndicator) indicator =
      make (COPIL_DIRECTION_RISE, COPIL_COUNTING_STATE, 50000, 75000);
  g_autoptr (CopilProgress) progress = NULL;

  copil_indicator_add_observation (indicator, "2020-12-31", 62000, FALSE);
  progress = copil_indicator_judge (indicator, "2021-06-01");
  assert_near (progress->percent, 48);
  g_assert_cmpstr (progress->formula, ==, "(62000 − 50000) ÷ (75000 − 50000) = 48%");
  g_assert_cmpstr (progress->date, ==, "2020-12-31");
  g_assert_null (progress->sentence);
  g_assert_false (progress->over || progress->under || progress->contrary);
  /* What is not observed yet does not count. */
  g_assert_true (isnan (percent_of (indicator, "2020-12-30")));
  assert_near (copil_progress_derive_baseline (75000, 50), 50000);
  assert_near (copil_progress_derive_baseline (2008, 16), 2008 / 1.16);
  g_assert_true (isnan (copil_progress_derive_baseline (10, -100)));
}

static void
test_reasons (void)
{
  g_autoptr (CopilIndicator) bare = copil_indicator_new ();
  g_autoptr (CopilIndicator) open = make (COPIL_DIRECTION_RISE, COPIL_COUNTING_STATE, 10, NAN);
  g_autoptr (CopilIndicator) flat = make (COPIL_DIRECTION_RISE, COPIL_COUNTING_STATE, 10, 10);
  g_autoptr (CopilIndicator) rootless = make (COPIL_DIRECTION_RISE, COPIL_COUNTING_STATE, NAN, 10);
  g_autoptr (CopilIndicator) silent = make (COPIL_DIRECTION_RISE, COPIL_COUNTING_STATE, 0, 10);
  g_autoptr (CopilProgress) progress = NULL;

  assert_reason (bare, COPIL_PROGRESS_NO_TARGET);
  assert_reason (open, COPIL_PROGRESS_TARGET_TO_SET);
  assert_reason (flat, COPIL_PROGRESS_TARGET_IS_BASELINE);
  assert_reason (rootless, COPIL_PROGRESS_NO_BASELINE);
  assert_reason (silent, COPIL_PROGRESS_NO_OBSERVATION);
  /* An observation without a value is none, and zero is one. */
  copil_indicator_add_observation (silent, "2020-12-31", NAN, FALSE);
  assert_reason (silent, COPIL_PROGRESS_NO_OBSERVATION);
  copil_indicator_add_observation (silent, "2021-12-31", 0, TRUE);
  assert_reason (silent, COPIL_PROGRESS_KNOWN);
  progress = copil_indicator_judge (silent, "2022-01-01");
  assert_near (progress->percent, 0);
  g_assert_true (progress->estimated);
  g_assert_cmpstr (progress->sentence, ==, "Estimated.");
}

static void
test_keep (void)
{
  g_autoptr (CopilIndicator) above = make (COPIL_DIRECTION_ABOVE, COPIL_COUNTING_STATE, NAN, 60);
  g_autoptr (CopilIndicator) below = make (COPIL_DIRECTION_BELOW, COPIL_COUNTING_STATE, NAN, 5);
  g_autoptr (CopilProgress) kept = NULL, broken = NULL;

  copil_indicator_add_observation (above, "2022-12-31", 62, FALSE);
  copil_indicator_add_observation (below, "2022-12-31", 6.5, FALSE);
  kept = copil_indicator_judge (above, "2023-01-01");
  broken = copil_indicator_judge (below, "2023-01-01");
  g_assert_cmpint (kept->kept, ==, COPIL_KEPT);
  assert_near (kept->margin, 2);
  g_assert_cmpstr (kept->formula, ==, "62 ≥ 60");
  g_assert_cmpint (broken->kept, ==, COPIL_NOT_KEPT);
  assert_near (broken->margin, -1.5);
  assert_near (broken->percent, 0);
  g_assert_cmpstr (broken->formula, ==, "6.5 > 5");
}

static void
test_scale (void)
{
  g_autoptr (CopilIndicator) indicator = make (COPIL_DIRECTION_RISE, COPIL_COUNTING_STATE, 1, 4);
  CopilObservation *observation;
  g_autofree char *text = NULL;

  indicator->nature = COPIL_NATURE_SCALE;
  g_strfreev (indicator->scale);
  indicator->scale = g_strsplit ("aucun,projet,partiel,complet", ",", -1);
  assert_near (copil_indicator_get_rank (indicator, "Partiel "), 3);
  g_assert_true (isnan (copil_indicator_get_rank (indicator, "autre")));
  observation = copil_indicator_add_observation (
      indicator, "2022-12-31", copil_indicator_get_rank (indicator, "autre"), FALSE);
  observation->level = g_strdup ("autre");
  assert_reason (indicator, COPIL_PROGRESS_UNKNOWN_LEVEL);
  observation->value = copil_indicator_get_rank (indicator, "partiel");
  assert_near (percent_of (indicator, "2023-01-01"), 200. / 3);
  text = copil_indicator_format (indicator, 3);
  g_assert_cmpstr (text, ==, "partiel");
}

/* 100 000 pairs at the end of 2021, then 200 000 at the end of 2022. */
static void
test_milestones (void)
{
  g_autoptr (CopilIndicator) pairs = copil_indicator_new ();
  CopilTarget *first, *second, *open;

  pairs->counting = COPIL_COUNTING_CUMULATIVE;
  pairs->baseline_value = 0;
  pairs->baseline_date = g_strdup ("2020-12-31");
  second = copil_indicator_add_target (pairs, "2022-12-31", 200000, NULL);
  first = copil_indicator_add_target (pairs, "2021-12-31", 100000, NULL);
  g_assert_true (copil_indicator_get_target (pairs) == second);
  g_assert_true (copil_indicator_get_next_target (pairs, "2021-06-01") == first);
  g_assert_true (copil_indicator_get_next_target (pairs, "2022-01-01") == second);
  g_assert_true (copil_indicator_get_next_target (pairs, "2023-01-01") == second);

  g_assert_cmpint (copil_indicator_judge_target (pairs, first, "2021-06-01", NULL), ==,
                   COPIL_MILESTONE_AHEAD);
  g_assert_cmpint (copil_indicator_judge_target (pairs, first, "2022-06-01", NULL), ==,
                   COPIL_MILESTONE_NO_FIGURE);
  copil_indicator_add_observation (pairs, "2021-12-31", 80000, FALSE);
  g_assert_cmpint (copil_indicator_judge_target (pairs, first, "2022-06-01", NULL), ==,
                   COPIL_MILESTONE_MISSED);
  copil_indicator_add_observation (pairs, "2022-12-31", 210000, FALSE);
  /* What came later does not make the milestone met. */
  g_assert_cmpint (copil_indicator_judge_target (pairs, first, "2023-06-01", NULL), ==,
                   COPIL_MILESTONE_MISSED);
  g_assert_cmpint (copil_indicator_judge_target (pairs, second, "2023-06-01", NULL), ==,
                   COPIL_MILESTONE_MET);
  open = copil_indicator_add_target (pairs, NULL, NAN, "from the present rate");
  g_assert_true (copil_indicator_get_target (pairs) == open);
  g_assert_cmpint (copil_indicator_judge_target (pairs, open, "2023-06-01", NULL), ==,
                   COPIL_MILESTONE_TO_SET);
  assert_reason (pairs, COPIL_PROGRESS_TARGET_TO_SET);
}

static void
assert_split (double value, const double *parts, guint n, gboolean fault, const char *sentence)
{
  g_autoptr (CopilIndicator) indicator = copil_indicator_new ();
  CopilObservation *observation =
      copil_indicator_add_observation (indicator, "2007-12-31", value, FALSE);
  g_autoptr (CopilSplitCheck) check = NULL;

  for (guint i = 0; i < n; i++)
    copil_observation_add_part (observation, "part", parts[i]);
  check = copil_observation_check_split (observation);
  g_assert_cmpint (check->fault, ==, fault);
  g_assert_cmpstr (check->sentence, ==, sentence);
}

static void
test_split (void)
{
  assert_split (222471, (const double[]){ 105607, 116864 }, 2, FALSE, NULL);
  assert_split (222471, (const double[]){ 105536, 116864 }, 2, TRUE,
                "The split makes 222400 for 222471: 71 short.");
  assert_split (100, (const double[]){ 60, 60 }, 2, TRUE,
                "The split makes 120 for 100: 20 too many.");
  /* A part that is not known may be what is missing, but takes nothing away. */
  assert_split (100, (const double[]){ 60, NAN }, 2, FALSE, NULL);
  assert_split (100, (const double[]){ 120, NAN }, 2, TRUE,
                "The split makes 120 for 100: 20 too many.");
  assert_split (NAN, (const double[]){ 60, 40 }, 2, FALSE, NULL);
  assert_split (0.3, (const double[]){ 0.1, 0.2 }, 2, FALSE, NULL);
  assert_split (100, NULL, 0, FALSE, NULL);
}

static void
test_variation (void)
{
  g_autoptr (CopilIndicator) indicator = copil_indicator_new ();
  g_autofree char *up = copil_indicator_format_variation (indicator, 62000, 50000);
  g_autofree char *down = copil_indicator_format_variation (indicator, 90, 100);
  g_autofree char *none = copil_indicator_format_variation (indicator, 5, 0);
  g_autofree char *unknown = copil_indicator_format_variation (indicator, NAN, 5);
  g_autofree char *points = NULL;

  g_assert_cmpstr (up, ==, "+24%");
  g_assert_cmpstr (down, ==, "−10%");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (unknown, ==, "");
  indicator->unit = g_strdup ("%");
  points = copil_indicator_format_variation (indicator, 42.5, 40);
  g_assert_cmpstr (points, ==, "+2.5 points");
}

/* --- properties --- */

static double
random_value (void)
{
  return g_test_rand_double_range (-1000, 1000);
}

/* A better observation never lowers the progress, in any direction. */
static void
test_monotone (void)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      CopilDirection direction = (CopilDirection)g_test_rand_int_range (0, 4);
      gboolean up = direction == COPIL_DIRECTION_RISE || direction == COPIL_DIRECTION_ABOVE;
      double baseline = random_value (), step = g_test_rand_double_range (1, 500),
             low = random_value (), high = low + g_test_rand_double_range (0, 100);
      g_autoptr (CopilIndicator) worse =
          make (direction, COPIL_COUNTING_STATE, baseline, baseline + (up ? step : -step));
      g_autoptr (CopilIndicator) better =
          make (direction, COPIL_COUNTING_STATE, baseline, baseline + (up ? step : -step));

      copil_indicator_add_observation (worse, "2020-12-31", up ? low : high, FALSE);
      copil_indicator_add_observation (better, "2020-12-31", up ? high : low, FALSE);
      g_assert_cmpfloat (percent_of (better, "2021-01-01"), >=, percent_of (worse, "2021-01-01"));
    }
}

/* Counted in thousands, or from another zero, the progress is the same. */
static void
test_units (void)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      double baseline = random_value (), target = baseline + g_test_rand_double_range (1, 500),
             observed = random_value (), factor = g_test_rand_double_range (0.001, 1000),
             shift = random_value ();
      g_autoptr (CopilIndicator) one =
          make (COPIL_DIRECTION_RISE, COPIL_COUNTING_STATE, baseline, target);
      g_autoptr (CopilIndicator) other = make (COPIL_DIRECTION_RISE, COPIL_COUNTING_STATE,
                                               baseline * factor + shift, target * factor + shift);

      copil_indicator_add_observation (one, "2020-12-31", observed, FALSE);
      copil_indicator_add_observation (other, "2020-12-31", observed * factor + shift, FALSE);
      g_assert_cmpfloat_with_epsilon (percent_of (one, "2021-01-01"),
                                      percent_of (other, "2021-01-01"), 1e-3);
    }
}

/* To lower is to raise in a mirror; baseline and target are 0 and 100. */
static void
test_symmetry (void)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      double baseline = random_value (), target = baseline + g_test_rand_double_range (1, 500),
             observed = random_value ();
      g_autoptr (CopilIndicator) rise =
          make (COPIL_DIRECTION_RISE, COPIL_COUNTING_STATE, baseline, target);
      g_autoptr (CopilIndicator) fall =
          make (COPIL_DIRECTION_FALL, COPIL_COUNTING_STATE, -baseline, -target);
      g_autoptr (CopilProgress) up = NULL, down = NULL;

      copil_indicator_add_observation (rise, "2020-12-31", observed, FALSE);
      copil_indicator_add_observation (fall, "2020-12-31", -observed, FALSE);
      up = copil_indicator_judge (rise, "2021-01-01");
      down = copil_indicator_judge (fall, "2021-01-01");
      assert_near (up->percent, down->percent);
      g_assert_cmpint (up->over, ==, observed > target);
      g_assert_cmpint (up->under, ==, observed < baseline);
      g_assert_false (up->contrary || down->contrary);
      fall->direction = COPIL_DIRECTION_RISE;
      copil_progress_free (g_steal_pointer (&down));
      down = copil_indicator_judge (fall, "2021-01-01");
      g_assert_true (down->contrary);
      copil_indicator_add_observation (rise, "2021-12-31", baseline, FALSE);
      assert_near (percent_of (rise, "2022-01-01"), 0);
      copil_indicator_add_observation (rise, "2022-12-31", target, FALSE);
      assert_near (percent_of (rise, "2023-01-01"), 100);
    }
}

/* Periods add up in whatever order they are written; situations and running totals never do. */
static void
test_counting (void)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      double values[5], sum = 0;
      int order[5] = { 0, 1, 2, 3, 4 };
      g_autoptr (CopilIndicator) indicator =
          make (COPIL_DIRECTION_RISE, COPIL_COUNTING_PERIOD, 0, 1000);
      guint summed, missing;

      for (int i = 4; i > 0; i--)
        {
          int j = g_test_rand_int_range (0, i + 1), swapped = order[i];

          order[i] = order[j];
          order[j] = swapped;
        }
      for (int i = 0; i < 5; i++)
        sum += values[i] = g_test_rand_double_range (0, 300);
      for (int i = 0; i < 5; i++)
        {
          g_autofree char *date = g_strdup_printf ("%d-12-31", 2018 + order[i]);

          copil_indicator_add_observation (indicator, date, values[order[i]], FALSE);
        }
      /* At or before the baseline: what it counts already. */
      copil_indicator_add_observation (indicator, "2017-12-31", 5000, FALSE);
      copil_indicator_add_observation (indicator, "2016-12-31", 5000, FALSE);
      assert_near (copil_indicator_get_observed (indicator, "2023-01-01", &summed, &missing, NULL),
                   sum);
      g_assert_cmpuint (summed, ==, 5);
      g_assert_cmpuint (missing, ==, 0);
      assert_near (copil_indicator_get_observed (indicator, "2018-12-31", NULL, NULL, NULL),
                   values[0]);
      assert_near (percent_of (indicator, "2023-01-01"), sum / 10);
      indicator->counting = COPIL_COUNTING_CUMULATIVE;
      assert_near (copil_indicator_get_observed (indicator, "2023-01-01", &summed, NULL, NULL),
                   values[4]);
      g_assert_cmpuint (summed, ==, 0);
      indicator->counting = COPIL_COUNTING_STATE;
      assert_near (copil_indicator_get_observed (indicator, "2023-01-01", &summed, NULL, NULL),
                   values[4]);
    }
}

/* A value that is not known changes nothing but what is said to be missing. */
static void
test_missing (void)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      CopilCounting counting = (CopilCounting)g_test_rand_int_range (0, 3);
      g_autoptr (CopilIndicator) indicator = make (COPIL_DIRECTION_RISE, counting, 0, 1000);
      double value = g_test_rand_double_range (0, 300), before;
      g_autoptr (CopilProgress) progress = NULL;

      copil_indicator_add_observation (indicator, "2018-12-31", value, FALSE);
      before = percent_of (indicator, "2020-06-01");
      copil_indicator_add_observation (indicator, "2019-12-31", NAN, FALSE);
      assert_near (percent_of (indicator, "2020-06-01"), before);
      progress = copil_indicator_judge (indicator, "2020-06-01");
      g_assert_cmpuint (progress->missing, ==, counting == COPIL_COUNTING_PERIOD ? 1 : 0);
      if (counting == COPIL_COUNTING_PERIOD)
        g_assert_cmpstr (progress->sentence, ==, "At least: 1 period has no figure.");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/periods", test_periods);
  g_test_add_func ("/figure/period-list", test_period_list);
  g_test_add_func ("/figure/formula", test_formula);
  g_test_add_func ("/figure/reasons", test_reasons);
  g_test_add_func ("/figure/keep", test_keep);
  g_test_add_func ("/figure/scale", test_scale);
  g_test_add_func ("/figure/milestones", test_milestones);
  g_test_add_func ("/figure/split", test_split);
  g_test_add_func ("/figure/variation", test_variation);
  g_test_add_func ("/figure/monotone", test_monotone);
  g_test_add_func ("/figure/units", test_units);
  g_test_add_func ("/figure/symmetry", test_symmetry);
  g_test_add_func ("/figure/counting", test_counting);
  g_test_add_func ("/figure/missing", test_missing);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-figure-charts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "copil-bullets.h"
#include "copil-course.h"
#include "copil-figure-store.h"
#include "copil-kind.h"
#include "copil-multiples.h"
#include "copil-split-bars.h"
#include "copil-value.h"

/* A bar is cut in so many parts at most; more are charts of their own. */
#define MOST_PARTS 6

static CopilFigureFlags
flags_of (const CopilChartFilter *filter)
{
  return filter->audience == COPIL_AUDIENCE_PUBLIC ? COPIL_FIGURES_PUBLIC : COPIL_FIGURES_ALL;
}

static gboolean
read_date (const char *text, GDate *date)
{
  if (!text || !copil_date_is_valid (text))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay)g_ascii_strtoull (text + 8, NULL, 10),
                  (GDateMonth)g_ascii_strtoull (text + 5, NULL, 10),
                  (GDateYear)g_ascii_strtoull (text, NULL, 10));
  return TRUE;
}

/* The day at which is judged: today, or the end of a year that is over. */
static char *
day_of (const CopilChartFilter *filter)
{
  const char *today = filter->today ? filter->today : copil_today ();
  g_autofree char *end =
      filter->year > 0 ? g_strdup_printf ("%04d-12-31", filter->year) : g_strdup (today);

  return g_strcmp0 (end, today) < 0 ? g_steal_pointer (&end) : g_strdup (today);
}

static CopilBulletDirection
direction_of (const CopilIndicator *indicator)
{
  switch (indicator->direction)
    {
    case COPIL_DIRECTION_FALL:
      return COPIL_BULLET_FALL;
    case COPIL_DIRECTION_ABOVE:
      return COPIL_BULLET_ABOVE;
    case COPIL_DIRECTION_BELOW:
      return COPIL_BULLET_BELOW;
    case COPIL_DIRECTION_RISE:
    default:
      return COPIL_BULLET_RISE;
    }
}

static char *
key_of (const CopilIndicator *indicator)
{
  return g_strdup_printf ("indicator=%" G_GINT64_FORMAT, indicator->id);
}

/* « Alternants : (62 000 − 50 000) ÷ (75 000 − 50 000) = 48 % », or why it cannot be said; without
 * the last full stop, as sentences follow each other. */
static char *
make_sentence (const CopilIndicator *indicator, const CopilProgress *progress, const char *observed)
{
  g_autoptr (GString) text = g_string_new (indicator->name);
  const char *parts[] = { progress->formula ? progress->formula : observed, progress->sentence };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] && *parts[i])
      g_string_append_printf (text, "%s%s", text->len ? (i ? ". " : _ (": ")) : "", parts[i]);
  if (text->len > 0 && text->str[text->len - 1] == '.')
    g_string_truncate (text, text->len - 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_bullet (CopilBullets *bullets, const CopilIndicator *indicator, const char *day)
{
  g_autoptr (CopilProgress) progress = copil_indicator_judge (indicator, day);
  double target = progress->target ? progress->target->value : NAN;
  g_autofree char *key = key_of (indicator), *sentence = NULL,
                  *baseline = copil_indicator_format (indicator, indicator->baseline_value),
                  *observed = copil_indicator_format (indicator, progress->observed),
                  *target_text = copil_indicator_format (indicator, target);
  CopilBullet bullet = { .title = indicator->name,
                         .direction = direction_of (indicator),
                         .baseline = indicator->baseline_value,
                         .observed = progress->observed,
                         .target = target,
                         .percent = progress->percent,
                         .estimated = progress->estimated,
                         .unit = indicator->unit,
                         .worded = indicator->nature == COPIL_NATURE_SCALE,
                         .baseline_text = baseline,
                         /* The target beside it says the unit. */
                         .observed_text = indicator->nature == COPIL_NATURE_SCALE ? observed : NULL,
                         .target_text = target_text,
                         .note = _ ("Nothing observed"),
                         .key = key };
  guint row;

  sentence = make_sentence (indicator, progress, observed);
  bullet.sentence = sentence;
  row = copil_bullets_add (bullets, &bullet);
  for (guint i = 0; i + 1 < indicator->targets->len; i++)
    {
      const CopilTarget *milestone = indicator->targets->pdata[i];
      g_autofree char *text = copil_indicator_format (indicator, milestone->value);

      if (!isnan (milestone->value))
        copil_bullets_add_milestone (bullets, row, milestone->value, text);
    }
}

CopilChart *
copil_indicators_chart_new (CopilStore *store, const CopilChartFilter *filter)
{
  g_autoptr (GPtrArray) list =
      filter->axis    ? copil_figure_list (store, flags_of (filter), "axis", filter->axis)
      : filter->party ? copil_figure_list (store, flags_of (filter), "party", filter->party)
                      : copil_figure_list (store, flags_of (filter), NULL, 0);
  CopilChart *chart = copil_bullets_new (_ ("Indicators and their targets"));
  const char *today = copil_today ();
  /* Of all years as of today, what is called observed is what the page of the indicators says. */
  g_autofree char *day =
      filter->year > 0 || g_strcmp0 (filter->today ? filter->today : today, today) ? day_of (filter)
                                                                                   : NULL;

  copil_bullets_set_word (COPIL_BULLETS (chart),
                          copil_kind_get_label (copil_kind_get ("indicator")));
  for (guint i = 0; i < list->len; i++)
    {
      const CopilIndicator *indicator = list->pdata[i];

      if (filter->party == 0 || indicator->supplier == filter->party)
        add_bullet (COPIL_BULLETS (chart), indicator, day);
    }
  return chart;
}

/* The indicator asked for, else the first one that has what is needed; NULL for none. */
static CopilIndicator *
find_indicator (CopilStore *store, const CopilChartFilter *filter, gboolean split)
{
  g_autoptr (GPtrArray) list = copil_figure_list (store, flags_of (filter), NULL, 0);

  for (guint i = 0; i < list->len; i++)
    {
      const CopilIndicator *indicator = list->pdata[i];
      gboolean fits = !split && indicator->observations->len + indicator->targets->len > 0;

      for (guint j = 0; split && j < indicator->observations->len && !fits; j++)
        fits = ((CopilObservation *)indicator->observations->pdata[j])->parts->len > 0;
      if (filter->indicator ? indicator->id == filter->indicator : fits)
        return copil_figure_load (store, indicator->id);
    }
  return NULL;
}

/* A period that is over and has no figure breaks the line. */
static void
add_gaps (CopilCourse *course, CopilStore *store, const CopilIndicator *indicator,
          const char *today)
{
  g_autoptr (GArray) periods = copil_figure_list_periods (store, indicator, today);
  gboolean begun = FALSE;

  for (guint i = 0; i < periods->len; i++)
    {
      const CopilPeriod *period = &g_array_index (periods, CopilPeriod, i);
      const CopilObservation *observation = copil_indicator_get_in (indicator, period);
      GDate end;

      if (observation)
        begun = TRUE;
      else if (begun && copil_period_is_due (period, today) && read_date (period->end, &end))
        copil_course_add_observed (course, &end, NAN, FALSE, NULL, NULL, NULL);
    }
}

static void
add_observed (CopilCourse *course, const CopilIndicator *indicator, const char *key)
{
  gboolean summed = indicator->counting == COPIL_COUNTING_PERIOD;

  for (guint i = 0; i < indicator->observations->len; i++)
    {
      const CopilObservation *observation = indicator->observations->pdata[i];
      gboolean estimated = observation->estimated;
      double value = observation->value;
      g_autofree char *text = NULL;
      GDate date;

      if (!read_date (observation->date, &date))
        continue;
      /* What the periods brought is added up, as the target is. */
      if (summed && !isnan (value))
        value = copil_indicator_get_observed (indicator, observation->date, NULL, NULL, &estimated);
      text = copil_indicator_format (indicator, value);
      copil_course_add_observed (course, &date, value, estimated, text, NULL, key);
    }
}

static void
add_targets (CopilCourse *course, CopilStore *store, const CopilIndicator *indicator,
             const char *key)
{
  g_autofree char *end = NULL;

  copil_figure_get_span (store, NULL, &end);
  for (guint i = 0; i < indicator->targets->len; i++)
    {
      const CopilTarget *target = indicator->targets->pdata[i];
      g_autofree char *text = copil_indicator_format (indicator, target->value);
      GDate date;

      if (read_date (target->date ? target->date : end, &date))
        copil_course_add_target (course, &date, target->value, text, NULL, key);
    }
}

CopilChart *
copil_indicator_chart_new (CopilStore *store, const CopilChartFilter *filter)
{
  g_autoptr (CopilIndicator) indicator = find_indicator (store, filter, FALSE);
  const char *today = filter->today ? filter->today : copil_today ();
  CopilChart *chart = copil_course_new (_ ("Indicator over time"));
  CopilCourse *course = COPIL_COURSE (chart);
  g_autofree char *key = NULL, *baseline = NULL;
  GDate date;

  if (!indicator)
    return chart;
  key = key_of (indicator);
  if (indicator->counting == COPIL_COUNTING_PERIOD)
    {
      /* Translators: an indicator whose periods are added up */
      g_autofree char *title =
          g_strdup_printf (_ ("%s (running total)"), indicator->name ? indicator->name : "");

      copil_chart_set_title (chart, title);
    }
  else
    copil_chart_set_title (chart, indicator->name);
  copil_course_set_unit (course, indicator->unit);
  if (indicator->nature == COPIL_NATURE_SCALE)
    copil_course_set_levels (course, (const char *const *)indicator->scale);
  if (read_date (today, &date))
    copil_course_set_today (course, &date);
  baseline = copil_indicator_format (indicator, indicator->baseline_value);
  if (!isnan (indicator->baseline_value) && read_date (indicator->baseline_date, &date))
    copil_course_set_baseline (course, &date, indicator->baseline_value,
                               indicator->baseline_derived, baseline, NULL, key);
  add_observed (course, indicator, key);
  add_gaps (course, store, indicator, today);
  add_targets (course, store, indicator, key);
  return chart;
}

/* The names of all parts, in the order in which they first come. */
static GPtrArray *
list_parts (const CopilIndicator *indicator)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < indicator->observations->len; i++)
    {
      const CopilObservation *observation = indicator->observations->pdata[i];

      for (guint p = 0; p < observation->parts->len; p++)
        {
          char *name = g_array_index (observation->parts, CopilPart, p).name;

          if (name && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
            g_ptr_array_add (names, name);
        }
    }
  return names;
}

/* "2022", or the day where it is in no period. */
static char *
label_of (const CopilIndicator *indicator, const CopilObservation *observation)
{
  CopilPeriod period;

  if (indicator->periodicity != COPIL_PERIODICITY_ONCE &&
      copil_period_at (indicator->periodicity, observation->date, &period))
    return copil_period_get_label (&period);
  return copil_date_format (observation->date);
}

static CopilChart *
make_shares (const CopilIndicator *indicator, GPtrArray *names, const char *key)
{
  CopilChart *chart = copil_split_bars_new (indicator->name);
  CopilSplitBars *bars = COPIL_SPLIT_BARS (chart);

  copil_split_bars_set_words (bars, C_ ("chart", "Period"), indicator->unit);
  for (guint p = 0; p < names->len; p++)
    copil_split_bars_add_part (bars, (CopilChartRole)(COPIL_CHART_ROLE_PART_1 + p),
                               names->pdata[p]);
  for (guint i = 0; i < indicator->observations->len; i++)
    {
      const CopilObservation *observation = indicator->observations->pdata[i];
      g_autofree char *label = NULL;
      guint row;

      if (observation->parts->len == 0)
        continue;
      label = label_of (indicator, observation);
      row = copil_split_bars_add_category (bars, label, NULL);
      for (guint p = 0; p < observation->parts->len; p++)
        {
          const CopilPart *part = &g_array_index (observation->parts, CopilPart, p);
          guint place;

          if (part->name &&
              g_ptr_array_find_with_equal_func (names, part->name, g_str_equal, &place))
            copil_split_bars_set_value (bars, row, place, part->value, NULL, key);
        }
    }
  return chart;
}

static CopilChart *
make_panels (const CopilIndicator *indicator, GPtrArray *names, const char *key)
{
  CopilChart *chart = copil_multiples_new (indicator->name);
  CopilMultiples *multiples = COPIL_MULTIPLES (chart);

  copil_multiples_set_words (multiples, C_ ("chart", "Part"), indicator->unit);
  for (guint p = 0; p < names->len; p++)
    copil_multiples_add_panel (multiples, names->pdata[p]);
  for (guint i = 0; i < indicator->observations->len; i++)
    {
      const CopilObservation *observation = indicator->observations->pdata[i];
      g_autofree char *label = NULL;
      guint period;

      if (observation->parts->len == 0)
        continue;
      label = label_of (indicator, observation);
      period = copil_multiples_add_period (multiples, label);
      for (guint p = 0; p < observation->parts->len; p++)
        {
          const CopilPart *part = &g_array_index (observation->parts, CopilPart, p);
          guint place;

          if (part->name &&
              g_ptr_array_find_with_equal_func (names, part->name, g_str_equal, &place))
            copil_multiples_set_value (multiples, place, period, part->value,
                                       observation->estimated, NULL, NULL, key);
        }
    }
  return chart;
}

CopilChart *
copil_split_chart_new (CopilStore *store, const CopilChartFilter *filter)
{
  g_autoptr (CopilIndicator) indicator = find_indicator (store, filter, TRUE);
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *key = NULL;

  if (!indicator)
    return copil_split_bars_new (_ ("Split of an indicator"));
  key = key_of (indicator);
  names = list_parts (indicator);
  return names->len > MOST_PARTS ? make_panels (indicator, names, key)
                                 : make_shares (indicator, names, key);
}

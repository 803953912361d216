/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-progress.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "copil-rules.h"
#include "copil-value.h"

/* A number with a minus sign that is not a hyphen. */
static char *
number_text (double number)
{
  g_autofree char *text = copil_number_format (fabs (number));

  return number < 0 ? g_strconcat ("−", text, NULL) : g_steal_pointer (&text);
}

/* As an operand after a minus sign: a negative one stands in brackets. */
static char *
operand_text (double number)
{
  g_autofree char *text = number_text (number);

  return number < 0 ? g_strdup_printf ("(%s)", text) : g_steal_pointer (&text);
}

static gboolean
is_keeping (const CopilIndicator *indicator)
{
  return indicator->direction == COPIL_DIRECTION_ABOVE ||
         indicator->direction == COPIL_DIRECTION_BELOW;
}

static gboolean
is_reached (const CopilIndicator *indicator, double observed, double target)
{
  if (indicator->direction == COPIL_DIRECTION_FALL || indicator->direction == COPIL_DIRECTION_BELOW)
    return observed <= target;
  return observed >= target;
}

static CopilProgressReason
find_reason (const CopilIndicator *indicator, const CopilProgress *progress, const char *at)
{
  if (!progress->target)
    return COPIL_PROGRESS_NO_TARGET;
  if (isnan (progress->target->value))
    return COPIL_PROGRESS_TARGET_TO_SET;
  if (!is_keeping (indicator))
    {
      if (isnan (indicator->baseline_value))
        return COPIL_PROGRESS_NO_BASELINE;
      if (progress->target->value == indicator->baseline_value)
        return COPIL_PROGRESS_TARGET_IS_BASELINE;
    }
  if (!isnan (progress->observed))
    return COPIL_PROGRESS_KNOWN;
  for (guint i = 0; i < indicator->observations->len; i++)
    {
      const CopilObservation *observation = indicator->observations->pdata[i];

      if (observation->level && observation->date && (!at || strcmp (observation->date, at) <= 0))
        return COPIL_PROGRESS_UNKNOWN_LEVEL;
    }
  return COPIL_PROGRESS_NO_OBSERVATION;
}

static void
judge_kept (const CopilIndicator *indicator, CopilProgress *progress)
{
  gboolean above = indicator->direction == COPIL_DIRECTION_ABOVE;
  double target = progress->target->value;
  gboolean kept = is_reached (indicator, progress->observed, target);
  g_autofree char *observed_text = number_text (progress->observed);
  g_autofree char *target_text = number_text (target);
  g_autofree char *margin = NULL;

  progress->kept = kept ? COPIL_KEPT : COPIL_NOT_KEPT;
  progress->margin = above ? progress->observed - target : target - progress->observed;
  progress->percent = kept ? 100 : 0;
  progress->formula = g_strdup_printf (
      "%s %s %s", observed_text, above ? (kept ? "≥" : "<") : (kept ? "≤" : ">"), target_text);
  margin = number_text (fabs (progress->margin));
  progress->sentence =
      g_strdup_printf (kept ? _ ("Kept, with a margin of %s.") : _ ("Not kept, by %s."), margin);
}

static void
judge_reached (const CopilIndicator *indicator, CopilProgress *progress)
{
  double baseline = indicator->baseline_value, target = progress->target->value;
  g_autofree char *observed_text = number_text (progress->observed);
  g_autofree char *baseline_text = operand_text (baseline);
  g_autofree char *target_text = number_text (target);
  g_autofree char *percent = NULL;

  if (!copil_indicator_get_progress (baseline, target, progress->observed, &progress->percent))
    {
      progress->reason = COPIL_PROGRESS_TARGET_IS_BASELINE;
      return;
    }
  if (progress->percent == 0)
    progress->percent = 0; /* never minus zero */
  progress->over = progress->percent > 100;
  progress->under = progress->percent < 0;
  percent = copil_percent_format (progress->percent);
  progress->formula = g_strdup_printf ("(%s − %s) ÷ (%s − %s) = %s", observed_text, baseline_text,
                                       target_text, baseline_text, percent);
}

static const char *
reason_sentence (CopilProgressReason reason)
{
  switch (reason)
    {
    case COPIL_PROGRESS_NO_TARGET:
      return _ ("No progress without a target.");
    case COPIL_PROGRESS_TARGET_TO_SET:
      return _ ("No progress: the target is still to be set.");
    case COPIL_PROGRESS_NO_BASELINE:
      return _ ("No progress without a baseline.");
    case COPIL_PROGRESS_NO_OBSERVATION:
      return _ ("No progress: nothing was observed yet.");
    case COPIL_PROGRESS_TARGET_IS_BASELINE:
      return _ ("No progress, as the target is the baseline.");
    case COPIL_PROGRESS_UNKNOWN_LEVEL:
      return _ ("No progress: the level observed is not one of the scale.");
    case COPIL_PROGRESS_KNOWN:
    default:
      return NULL;
    }
}

/* What must be said beside the figure, after what stands there already. */
static void
add_remarks (const CopilIndicator *indicator, CopilProgress *progress)
{
  g_autoptr (GString) text = g_string_new (progress->sentence);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);

  if (progress->over)
    g_ptr_array_add (remarks, g_strdup (_ ("The target is passed.")));
  if (progress->under)
    g_ptr_array_add (remarks, g_strdup (_ ("It went the other way since the baseline.")));
  if (progress->contrary)
    g_ptr_array_add (
        remarks,
        g_strdup (_ ("The target lies on the other side of the baseline than the direction "
                     "says.")));
  if (progress->summed > 0 && progress->missing > 0)
    g_ptr_array_add (remarks, g_strdup_printf (ngettext ("At least: %u period has no figure.",
                                                         "At least: %u periods have no figure.",
                                                         progress->missing),
                                               progress->missing));
  if (progress->reason == COPIL_PROGRESS_KNOWN && progress->summed > 1 &&
      indicator->baseline_value != 0 && !is_keeping (indicator))
    g_ptr_array_add (remarks,
                     g_strdup (_ ("The sum of the periods is compared with a baseline other than "
                                  "zero.")));
  if (progress->reason == COPIL_PROGRESS_KNOWN && progress->estimated)
    g_ptr_array_add (remarks, g_strdup (_ ("Estimated.")));
  if (indicator->baseline_derived && !isnan (indicator->baseline_value) &&
      progress->reason == COPIL_PROGRESS_KNOWN && !is_keeping (indicator))
    g_ptr_array_add (remarks, g_strdup (_ ("The baseline is derived.")));
  for (guint i = 0; i < remarks->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", (char *)remarks->pdata[i]);
  g_free (progress->sentence);
  progress->sentence = text->len > 0 ? g_strdup (text->str) : NULL;
}

CopilProgress *
copil_indicator_judge (const CopilIndicator *indicator, const char *at)
{
  CopilProgress *progress = g_new0 (CopilProgress, 1);
  const char *day = at ? at : copil_today ();
  const CopilObservation *last = copil_indicator_get_last (indicator, at);

  progress->percent = progress->margin = NAN;
  progress->observed = copil_indicator_get_observed (indicator, at, &progress->summed,
                                                     &progress->missing, &progress->estimated);
  progress->date = last && !isnan (progress->observed) ? g_strdup (last->date) : NULL;
  progress->target = copil_indicator_get_target (indicator);
  progress->next = copil_indicator_get_next_target (indicator, day);
  if (progress->target && !is_keeping (indicator))
    {
      double way = progress->target->value - indicator->baseline_value;

      progress->contrary = indicator->direction == COPIL_DIRECTION_RISE ? way < 0 : way > 0;
    }
  progress->reason = find_reason (indicator, progress, at);
  if (progress->reason == COPIL_PROGRESS_KNOWN)
    {
      if (is_keeping (indicator))
        judge_kept (indicator, progress);
      else
        judge_reached (indicator, progress);
    }
  if (progress->reason != COPIL_PROGRESS_KNOWN)
    progress->sentence = g_strdup (reason_sentence (progress->reason));
  add_remarks (indicator, progress);
  return progress;
}

void
copil_progress_free (CopilProgress *progress)
{
  g_free (progress->date);
  g_free (progress->formula);
  g_free (progress->sentence);
  g_free (progress);
}

gboolean
copil_progress_is_doubtful (const CopilProgress *progress)
{
  return progress->reason == COPIL_PROGRESS_KNOWN &&
         (progress->percent < -100 || progress->percent > 1000);
}

char *
copil_progress_ask (const CopilIndicator *indicator, const CopilProgress *progress)
{
  g_autofree char *percent = copil_percent_format (progress->percent);

  /* Translators: an indicator's name, and a percentage ("−170 %") */
  return g_strdup_printf (_ ("The progress of “%s” would be %s: is the value right?"),
                          indicator->name, percent);
}

CopilMilestoneState
copil_indicator_judge_target (const CopilIndicator *indicator, const CopilTarget *target,
                              const char *at, double *observed)
{
  const char *day = at ? at : copil_today (), *until = at;
  gboolean over = target->date && strcmp (target->date, day) <= 0;
  gboolean keeps_growing = indicator->counting != COPIL_COUNTING_STATE;
  const CopilObservation *last;
  CopilPeriod period = { 0 };
  double value;

  if (observed)
    *observed = NAN;
  if (isnan (target->value))
    return COPIL_MILESTONE_TO_SET;
  if (target->date && copil_period_at (indicator->periodicity, target->date, &period) &&
      (!at || strcmp (period.end, at) < 0))
    until = period.end;
  last = copil_indicator_get_last (indicator, until);
  value = copil_indicator_get_observed (indicator, until, NULL, NULL, NULL);
  if (observed)
    *observed = value;
  if (!over)
    {
      /* A situation can change until then: only what grows is reached for good. */
      gboolean reached = !isnan (value) && keeps_growing && !is_keeping (indicator) &&
                         is_reached (indicator, value, target->value);

      return reached ? COPIL_MILESTONE_MET : COPIL_MILESTONE_AHEAD;
    }
  if (isnan (value) || !last)
    return COPIL_MILESTONE_NO_FIGURE;
  if (!copil_period_has (&period, last->date) &&
      !(keeps_growing && is_reached (indicator, value, target->value)))
    return COPIL_MILESTONE_NO_FIGURE;
  return is_reached (indicator, value, target->value) ? COPIL_MILESTONE_MET
                                                      : COPIL_MILESTONE_MISSED;
}

const char *
copil_milestone_state_get_label (CopilMilestoneState state)
{
  switch (state)
    {
    case COPIL_MILESTONE_AHEAD:
      return C_ ("milestone", "to come");
    case COPIL_MILESTONE_MET:
      return C_ ("milestone", "reached");
    case COPIL_MILESTONE_MISSED:
      return C_ ("milestone", "missed");
    case COPIL_MILESTONE_NO_FIGURE:
      return C_ ("milestone", "no figure");
    case COPIL_MILESTONE_TO_SET:
    default:
      return C_ ("milestone", "to be set");
    }
}

char *
copil_indicator_format_variation (const CopilIndicator *indicator, double value, double reference)
{
  gboolean points = indicator->unit && g_str_equal (indicator->unit, "%");
  gboolean levels = indicator->nature == COPIL_NATURE_SCALE;
  double change = value - reference;

  if (isnan (value) || isnan (reference) || (!points && !levels && reference == 0))
    return g_strdup ("");
  if (!points && !levels)
    change = 100. * change / fabs (reference);
  /* Rounded first, so that what rounds to nothing has no sign. */
  change = copil_round (change, points ? 1 : 0);
  if (points || levels)
    {
      g_autofree char *number = copil_number_format (fabs (change));
      g_autofree char *signed_number = g_strconcat (change > 0   ? "+"
                                                    : change < 0 ? "−"
                                                                 : "",
                                                    number, NULL);
      gulong n = (gulong)ceil (fabs (change));

      return g_strdup_printf (points ? ngettext ("%s point", "%s points", n)
                                     : ngettext ("%s level", "%s levels", n),
                              signed_number);
    }
  return copil_percent_format_change (change);
}

double
copil_progress_derive_baseline (double value, double variation_percent)
{
  double factor = 1 + variation_percent / 100;

  return factor > 0 ? value / factor : NAN;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-indicator.h"
#include "copil-share.h"

G_BEGIN_DECLS

/* Why there is no progress, or COPIL_PROGRESS_KNOWN. */
typedef enum
{
  COPIL_PROGRESS_KNOWN,
  COPIL_PROGRESS_NO_TARGET,          /* none at all */
  COPIL_PROGRESS_TARGET_TO_SET,      /* the last target has no value yet */
  COPIL_PROGRESS_NO_BASELINE,        /* not asked of "keep above" and "keep below" */
  COPIL_PROGRESS_NO_OBSERVATION,     /* nothing observed at the date: not the same as zero */
  COPIL_PROGRESS_TARGET_IS_BASELINE, /* the formula has no meaning */
  COPIL_PROGRESS_UNKNOWN_LEVEL       /* the level observed is not one of the scale */
} CopilProgressReason;

typedef enum
{
  COPIL_KEPT_NOT_JUDGED, /* the direction is to raise or to lower, or nothing was observed */
  COPIL_KEPT,
  COPIL_NOT_KEPT
} CopilKept;

/* CopilProgress: where an indicator stands at a date.
 *
 * To raise, to lower: percent = 100 × (observed − baseline) ÷ (target − baseline), the same for
 * both. It is not clamped: over 100 the target is passed, under 0 it went the wrong way.
 * To keep above, below: 100 where the target is kept, 0 where it is not, with the margin. */
typedef struct
{
  CopilProgressReason reason;
  double percent;     /* NAN unless the reason is COPIL_PROGRESS_KNOWN */
  double observed;    /* NAN where nothing was observed */
  guint summed;       /* values added up, for COPIL_COUNTING_PERIOD; else 0 */
  guint missing;      /* due periods without a value, for COPIL_COUNTING_PERIOD: "observed" is a
                         minimum where it is not 0 */
  gboolean estimated; /* a value that counts is estimated */
  char *date;         /* of the newest value that counts, NULL for none */
  const CopilTarget *target; /* the last one, the indicator's; NULL for none */
  const CopilTarget *next;   /* the next milestone or the target; NULL for none */
  gboolean over;             /* above 100 % */
  gboolean under;            /* below 0 % */
  gboolean contrary; /* the target lies on the other side of the baseline than the direction says */
  CopilKept kept;
  double margin; /* observed − target for "above", target − observed for "below"; NAN else */
  char *formula; /* "(62 000 − 50 000) ÷ (75 000 − 50 000) = 48 %", "62 ≥ 60"; NULL unless known */
  char *sentence; /* why there is none, or what must be said beside the figure ("The target is
                     passed.", "derived baseline", "3 periods are missing"); may be NULL */
} CopilProgress;

/* Judges an indicator at a date: what was observed until then. NULL for now: all that was observed
 * counts, the figure of a period that is not over too, and milestones are judged by today. Never
 * NULL; the indicator must live as long. */
CopilProgress *copil_indicator_judge (const CopilIndicator *indicator, const char *at);
void copil_progress_free (CopilProgress *progress);

/* Whether a progress is out of all proportion, so that a value was probably mistyped: below −100 %
 * or above 1 000 %. */
gboolean copil_progress_is_doubtful (const CopilProgress *progress);

/* The question about it: "The progress of “Part de filles” would be −170 %: is the value right?" */
char *copil_progress_ask (const CopilIndicator *indicator, const CopilProgress *progress);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilProgress, copil_progress_free)

typedef enum
{
  COPIL_MILESTONE_AHEAD, /* its date is not over, and it is not reached */
  COPIL_MILESTONE_MET,
  COPIL_MILESTONE_MISSED,
  COPIL_MILESTONE_NO_FIGURE, /* its date is over, and nothing was observed in its period */
  COPIL_MILESTONE_TO_SET     /* it has no value yet */
} CopilMilestoneState;

/* Whether a milestone (or the target) was reached at its date: by what was observed up to the end
 * of the period it falls in. Nothing is interpolated between milestones. "observed" (nullable) is
 * set to what was judged, or NAN. */
CopilMilestoneState copil_indicator_judge_target (const CopilIndicator *indicator,
                                                  const CopilTarget *target, const char *at,
                                                  double *observed);
/* The state in the user's language: "to come", "met", "missed", "no figure", "to be set". */
const char *copil_milestone_state_get_label (CopilMilestoneState state);

/* Variation of a value against another ("+24 %", "−3 points" where the unit is %), "" where one is
 * not known or the reference is 0 and says nothing. */
char *copil_indicator_format_variation (const CopilIndicator *indicator, double value,
                                        double reference);

/* The baseline that a variation implies: 75 000 said to be +50 % gives 50 000. NAN for −100 % and
 * below. */
double copil_progress_derive_baseline (double value, double variation_percent);

G_END_DECLS

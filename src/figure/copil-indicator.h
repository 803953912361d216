/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-period.h"

G_BEGIN_DECLS

/* An indicator with its targets and observations as plain values: no store here. A number that is
 * not known is NAN (isnan()), never zero. Dates are ISO 8601 or NULL. */

typedef enum
{
  COPIL_NATURE_NUMBER,
  COPIL_NATURE_SCALE /* values are ranks of the scale's levels, 1 for the lowest */
} CopilNature;

typedef enum
{
  COPIL_DIRECTION_RISE,
  COPIL_DIRECTION_FALL,
  COPIL_DIRECTION_ABOVE, /* to keep at the target or above */
  COPIL_DIRECTION_BELOW  /* to keep at the target or below */
} CopilDirection;

typedef enum
{
  COPIL_COUNTING_STATE,      /* the situation at the date: never summed */
  COPIL_COUNTING_CUMULATIVE, /* the total since the beginning: never summed, the last one counts */
  COPIL_COUNTING_PERIOD      /* what the period brought: summed since the baseline */
} CopilCounting;

/* From the stored words; NULL or anything else is the first. */
CopilNature copil_nature_from_name (const char *name);
CopilDirection copil_direction_from_name (const char *name);
CopilCounting copil_counting_from_name (const char *name);

/* CopilPart: one part of an observation's split ("filles", 105607). */
typedef struct
{
  gint64 id;
  char *name;
  double value;
} CopilPart;

/* CopilObservation: what was observed at a date. */
typedef struct
{
  gint64 id;
  char *date;         /* NULL: no period can be told, and it is not judged */
  double value;       /* of a scale: the rank of its level; NAN where the level is not one of it */
  char *level;        /* as stored, NULL for a number */
  gboolean estimated; /* else final */
  char *note;
  GArray *parts; /* of CopilPart, in their order; never NULL */
} CopilObservation;

/* CopilTarget: what is to be reached at a date. The last one is the target, those before it are
 * milestones. */
typedef struct
{
  gint64 id;
  char *date;   /* NULL: at the end; sorted last */
  double value; /* NAN: still to be set, its note says how */
  char *note;
} CopilTarget;

/* CopilIndicator: all that its figures need. */
typedef struct
{
  gint64 id;
  char *name;                              /* a dash where the record has none */
  char *unit;                              /* NULL for none */
  gint64 axis, measure, engagement, fiche; /* what it is attached to directly, 0 for none */
  gint64 supplier;                         /* the party, 0 for none */
  CopilNature nature;
  char **scale; /* levels, lowest first; never NULL */
  CopilDirection direction;
  CopilCounting counting;
  CopilPeriodicity periodicity;
  char *split;        /* "girls_boys", "women_men", "academie", "level", "free" or NULL */
  char **split_names; /* names of the parts where they are fixed or listed; never NULL */
  double baseline_value;
  char *baseline_date;
  gboolean baseline_derived; /* computed from something that was said, as baseline_note tells */
  char *baseline_note;
  char *source;
  gboolean confidential;
  GPtrArray *targets;      /* of CopilTarget, by date; never NULL */
  GPtrArray *observations; /* of CopilObservation, by date, those without one first; never NULL */
} CopilIndicator;

/* An empty one: a number to raise, situation at the date, every year, without baseline. */
CopilIndicator *copil_indicator_new (void);
void copil_indicator_free (CopilIndicator *indicator);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilIndicator, copil_indicator_free)

/* Adds one, keeping the order; strings are copied, the result belongs to the indicator. */
CopilTarget *copil_indicator_add_target (CopilIndicator *indicator, const char *date, double value,
                                         const char *note);
CopilObservation *copil_indicator_add_observation (CopilIndicator *indicator, const char *date,
                                                   double value, gboolean estimated);
void copil_observation_add_part (CopilObservation *observation, const char *name, double value);

/* Rank of a level in the scale, 1 for the lowest, whatever its case and accents; NAN where it is
 * not one. Level of a rank, NULL for none. */
double copil_indicator_get_rank (const CopilIndicator *indicator, const char *level);
const char *copil_indicator_get_level (const CopilIndicator *indicator, double rank);

/* A value as this indicator says it: "62 000 alternants", or the name of the level; "" for NAN. */
char *copil_indicator_format (const CopilIndicator *indicator, double value);

/* The last target (its value may be NAN), NULL where there is none; the first one that is due on
 * that day or later, else the last. */
const CopilTarget *copil_indicator_get_target (const CopilIndicator *indicator);
const CopilTarget *copil_indicator_get_next_target (const CopilIndicator *indicator,
                                                    const char *day);

/* The newest observation with a date not after "at" (NULL: whatever its date) and a known value;
 * NULL where there is none. */
const CopilObservation *copil_indicator_get_last (const CopilIndicator *indicator, const char *at);

/* The newest observation whose date is in the period (known or not); NULL where there is none. */
const CopilObservation *copil_indicator_get_in (const CopilIndicator *indicator,
                                                const CopilPeriod *period);

/* What counts as observed at a date (NULL: all that was observed): the last value, or for
 * COPIL_COUNTING_PERIOD the sum of the values dated after the baseline, in any order (without a
 * baseline, of all). NAN where nothing was observed. "summed" (nullable) is set to the number of
 * values added up, 0 where none was; "missing" (nullable) to the number of due periods since the
 * baseline that have no value, of COPIL_COUNTING_PERIOD only; "estimated" (nullable) to TRUE where
 * a value that counts is. */
double copil_indicator_get_observed (const CopilIndicator *indicator, const char *at, guint *summed,
                                     guint *missing, gboolean *estimated);

/* CopilSplitCheck: the parts of an observation against its value. */
typedef struct
{
  guint n_parts;
  guint n_missing; /* parts without a value: the sum says nothing then, but where it is too much */
  double sum;      /* of the known parts, NAN where none is */
  double difference; /* value - sum, NAN where one of them is not known */
  gboolean fault;
  char *sentence; /* "The split makes 222 400 for 222 471: 71 are missing."; NULL without fault */
} CopilSplitCheck;

CopilSplitCheck *copil_observation_check_split (const CopilObservation *observation);
void copil_split_check_free (CopilSplitCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilSplitCheck, copil_split_check_free)

G_END_DECLS

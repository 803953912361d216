/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart.h"

G_BEGIN_DECLS

/** What the target asks for: to rise or to fall to it, to stay above or below it. */
typedef enum
{
  COPIL_BULLET_RISE,
  COPIL_BULLET_FALL,
  COPIL_BULLET_ABOVE,
  COPIL_BULLET_BELOW
} CopilBulletDirection;

/**
 * CopilBullet: one indicator. Numbers are NAN where they are not known; texts are how they are
 * written, NULL for the number alone.
 * @label, @title: the name: a short one in bold, and what follows; one may be NULL
 * @baseline, @observed, @target: as numbers, in the indicator's own unit
 * @percent: the progress, 100 at the target, as somebody computed it
 * @estimated: the observed value is an estimate: its bar is drawn hatched
 * @note: written instead of the bar where nothing was observed ("No figure")
 * @sentence: the mark's, or NULL for one made of the rest
 * @key: what the row opens, may be NULL
 * @unit: what baseline, observed and target are counted in, NULL for nothing
 * @worded: they are levels of a scale, which only their texts tell
 */
typedef struct
{
  const char *label;
  const char *title;
  CopilBulletDirection direction;
  double baseline;
  double observed;
  double target;
  double percent;
  gboolean estimated;
  const char *baseline_text;
  const char *observed_text;
  const char *target_text;
  const char *note;
  const char *sentence;
  const char *key;
  const char *unit;
  gboolean worded;
} CopilBullet;

/**
 * CopilBullets: indicators under each other, each on its own scale: a bar from the baseline to what
 * is observed, a tick at the target, small ones at the milestones, on a track that goes from the
 * baseline to the target. The target is on the right where the indicator is to fall too, so that a
 * longer bar is always a better one. Where there is no room for all, the last row gathers the rest.
 */
#define COPIL_TYPE_BULLETS (copil_bullets_get_type ())
G_DECLARE_FINAL_TYPE (CopilBullets, copil_bullets, COPIL, BULLETS, CopilChart)

CopilChart *copil_bullets_new (const char *title);

/** Adds a row, copying all; returns its index. */
guint copil_bullets_add (CopilBullets *self, const CopilBullet *bullet);

/** Adds a milestone to a row. @text: as it is written in the table, NULL for the number. */
void copil_bullets_add_milestone (CopilBullets *self, guint bullet, double value, const char *text);

/** The word over the first column of the table ("Indicator"); NULL for none. */
void copil_bullets_set_word (CopilBullets *self, const char *word);

G_END_DECLS

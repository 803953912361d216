/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart-style.h"

G_BEGIN_DECLS

/**
 * CopilPaint (private to the chart room): what a shape or a text is painted with, resolved to a
 * colour only when the chart is drawn: one of the inks, or a role (with its hatch), the text on a
 * role, the plain colour of a role, or a heat from 0 to 100.
 */
typedef int CopilPaint;

enum
{
  COPIL_INK_TEXT,
  COPIL_INK_MUTED,
  COPIL_INK_HAIRLINE,
  COPIL_INK_GRID,
  COPIL_INK_ACCENT,
  COPIL_INK_BACKGROUND,
  COPIL_INK_SURFACE,
  COPIL_N_INKS
};

#define COPIL_PAINT_ROLE(role) (100 + (int)(role))
#define COPIL_PAINT_ON_ROLE(role) (200 + (int)(role))
#define COPIL_PAINT_PLAIN_ROLE(role) (500 + (int)(role))
#define COPIL_PAINT_HEAT(level) (300 + (int)(level))
#define COPIL_PAINT_IS_ROLE(paint) ((paint) >= 100 && (paint) < 200)

/** The colour of @paint in the palette of @style, turned to grey where the style asks for it. */
CopilChartColor copil_paint_resolve (CopilPaint paint, const CopilChartStyle *style);

G_END_DECLS

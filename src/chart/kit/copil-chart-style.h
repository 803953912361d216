/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CopilChartRole: what a segment, a cell or a mark says, apart from its number. A role decides the
 * colour, the hatch and the symbol together, so that none of them ever carries the meaning alone.
 * The parts are for series that have names of their own (girls and boys, planned and actual).
 */
typedef enum
{
  COPIL_CHART_ROLE_DONE,
  COPIL_CHART_ROLE_IN_PROGRESS,
  COPIL_CHART_ROLE_PLANNED,
  COPIL_CHART_ROLE_LATE,
  COPIL_CHART_ROLE_ABANDONED,
  COPIL_CHART_ROLE_NEUTRAL,
  COPIL_CHART_ROLE_PART_1,
  COPIL_CHART_ROLE_PART_2,
  COPIL_CHART_ROLE_PART_3,
  COPIL_CHART_ROLE_PART_4,
  COPIL_CHART_ROLE_PART_5,
  COPIL_CHART_ROLE_PART_6,
  COPIL_CHART_N_ROLES
} CopilChartRole;

typedef enum
{
  COPIL_CHART_PALETTE_LIGHT,
  COPIL_CHART_PALETTE_DARK
} CopilChartPalette;

/**
 * CopilChartStyle: how a chart is drawn; start from COPIL_CHART_STYLE_INIT. The same style must be
 * given to the functions that draw, pick and list marks: the fonts and the title move what is
 * drawn.
 *
 * @palette: light (paper) or dark (screen)
 * @font_family: a Pango family, or NULL for "Sans"
 * @font_size: size of the body text in drawing units; 0 means 13
 * @padding: empty border on each side in drawing units; negative means 12
 * @show_title: draw the title above the chart, unless the height is under 14 times the font size
 * @background: paint the background; FALSE leaves what is there
 * @greyscale: draw everything in greys, for a black and white printer
 * @focused: index of the mark with the keyboard focus ring, -1 for none
 * @hovered: index of the mark under the pointer, -1 for none
 */
typedef struct
{
  CopilChartPalette palette;
  const char *font_family;
  double font_size;
  double padding;
  gboolean show_title;
  gboolean background;
  gboolean greyscale;
  int focused;
  int hovered;
} CopilChartStyle;

#define COPIL_CHART_STYLE_INIT                                                                     \
  {                                                                                                \
    COPIL_CHART_PALETTE_LIGHT, NULL, 0, -1, TRUE, TRUE, FALSE, -1, -1                              \
  }

/** CopilChartColor: sRGB, each part from 0 to 1. */
typedef struct
{
  double red;
  double green;
  double blue;
} CopilChartColor;

/** CopilChartHatch: the pattern drawn over a role's colour. */
typedef enum
{
  COPIL_CHART_HATCH_NONE,
  COPIL_CHART_HATCH_RISING,
  COPIL_CHART_HATCH_FALLING,
  COPIL_CHART_HATCH_OUTLINE
} CopilChartHatch;

/**
 * The colour of a role's surface, that of the text written on it, and its hatch. The text has a
 * contrast of at least 4.5 to 1 on the surface.
 */
CopilChartColor copil_chart_role_get_color (CopilChartRole role, CopilChartPalette palette);
CopilChartColor copil_chart_role_get_text_color (CopilChartRole role, CopilChartPalette palette);
CopilChartHatch copil_chart_role_get_hatch (CopilChartRole role);

/** The role's usual name in the user's language ("Done", "Late"…); a static string. */
const char *copil_chart_role_get_label (CopilChartRole role);

G_END_DECLS

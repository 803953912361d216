/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-chart-style.h"
#include "copil-chart-paint.h"

#include <glib/gi18n-lib.h>

#define RGB(hex)                                                                                   \
  {                                                                                                \
    (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex)&0xff) / 255.0            \
  }

typedef struct
{
  CopilChartColor inks[COPIL_N_INKS];
  CopilChartColor roles[COPIL_CHART_N_ROLES];
  CopilChartColor on_roles[COPIL_CHART_N_ROLES];
} Colors;

/* The roles are the Okabe–Ito hues (bluish green, sky blue, vermillion, greys), moved in lightness
 * only, so that the figures written on them are readable and neighbours differ in grey too. */
static const Colors palettes[] = {
  [COPIL_CHART_PALETTE_LIGHT] = {
    .inks = {
      [COPIL_INK_TEXT] = RGB (0x1d2127),
      [COPIL_INK_MUTED] = RGB (0x5b626d),
      [COPIL_INK_HAIRLINE] = RGB (0xc3c8cf),
      [COPIL_INK_GRID] = RGB (0xe6e8ec),
      [COPIL_INK_ACCENT] = RGB (0x0072b2),
      [COPIL_INK_BACKGROUND] = RGB (0xffffff),
      [COPIL_INK_SURFACE] = RGB (0xeceef1),
    },
    .roles = {
      [COPIL_CHART_ROLE_DONE] = RGB (0x00785d),
      [COPIL_CHART_ROLE_IN_PROGRESS] = RGB (0x6fbfec),
      [COPIL_CHART_ROLE_PLANNED] = RGB (0xf1f3f5),
      [COPIL_CHART_ROLE_LATE] = RGB (0xc24a00),
      [COPIL_CHART_ROLE_ABANDONED] = RGB (0xb4bac3),
      [COPIL_CHART_ROLE_NEUTRAL] = RGB (0x4c535e),
      [COPIL_CHART_ROLE_PART_1] = RGB (0x0b5c8f),
      [COPIL_CHART_ROLE_PART_2] = RGB (0xf2b84b),
      [COPIL_CHART_ROLE_PART_3] = RGB (0x7d4a96),
      [COPIL_CHART_ROLE_PART_4] = RGB (0x3f9e86),
      [COPIL_CHART_ROLE_PART_5] = RGB (0xb4bac3),
      [COPIL_CHART_ROLE_PART_6] = RGB (0xf1f3f5),
    },
    .on_roles = {
      [COPIL_CHART_ROLE_DONE] = RGB (0xffffff),
      [COPIL_CHART_ROLE_IN_PROGRESS] = RGB (0x0b2233),
      [COPIL_CHART_ROLE_PLANNED] = RGB (0x1d2127),
      [COPIL_CHART_ROLE_LATE] = RGB (0xffffff),
      [COPIL_CHART_ROLE_ABANDONED] = RGB (0x1d2127),
      [COPIL_CHART_ROLE_NEUTRAL] = RGB (0xffffff),
      [COPIL_CHART_ROLE_PART_1] = RGB (0xffffff),
      [COPIL_CHART_ROLE_PART_2] = RGB (0x1d2127),
      [COPIL_CHART_ROLE_PART_3] = RGB (0xffffff),
      [COPIL_CHART_ROLE_PART_4] = RGB (0x06140f),
      [COPIL_CHART_ROLE_PART_5] = RGB (0x1d2127),
      [COPIL_CHART_ROLE_PART_6] = RGB (0x1d2127),
    },
  },
  [COPIL_CHART_PALETTE_DARK] = {
    .inks = {
      [COPIL_INK_TEXT] = RGB (0xf0f1f3),
      [COPIL_INK_MUTED] = RGB (0xa4abb5),
      [COPIL_INK_HAIRLINE] = RGB (0x50565f),
      [COPIL_INK_GRID] = RGB (0x33373d),
      [COPIL_INK_ACCENT] = RGB (0x6fc3f7),
      [COPIL_INK_BACKGROUND] = RGB (0x1e1e1e),
      [COPIL_INK_SURFACE] = RGB (0x34383e),
    },
    .roles = {
      [COPIL_CHART_ROLE_DONE] = RGB (0x1fa883),
      [COPIL_CHART_ROLE_IN_PROGRESS] = RGB (0x86cdf8),
      [COPIL_CHART_ROLE_PLANNED] = RGB (0x2b2f35),
      [COPIL_CHART_ROLE_LATE] = RGB (0xf0803c),
      [COPIL_CHART_ROLE_ABANDONED] = RGB (0x5f6671),
      [COPIL_CHART_ROLE_NEUTRAL] = RGB (0xb9bfc8),
      [COPIL_CHART_ROLE_PART_1] = RGB (0x4f9bdc),
      [COPIL_CHART_ROLE_PART_2] = RGB (0xf6d491),
      [COPIL_CHART_ROLE_PART_3] = RGB (0xc79be0),
      [COPIL_CHART_ROLE_PART_4] = RGB (0x2f7f6c),
      [COPIL_CHART_ROLE_PART_5] = RGB (0x5f6671),
      [COPIL_CHART_ROLE_PART_6] = RGB (0x2b2f35),
    },
    .on_roles = {
      [COPIL_CHART_ROLE_DONE] = RGB (0x06140f),
      [COPIL_CHART_ROLE_IN_PROGRESS] = RGB (0x0a1a26),
      [COPIL_CHART_ROLE_PLANNED] = RGB (0xf0f1f3),
      [COPIL_CHART_ROLE_LATE] = RGB (0x1f0d02),
      [COPIL_CHART_ROLE_ABANDONED] = RGB (0xffffff),
      [COPIL_CHART_ROLE_NEUTRAL] = RGB (0x16181c),
      [COPIL_CHART_ROLE_PART_1] = RGB (0x06121c),
      [COPIL_CHART_ROLE_PART_2] = RGB (0x1d1503),
      [COPIL_CHART_ROLE_PART_3] = RGB (0x170a20),
      [COPIL_CHART_ROLE_PART_4] = RGB (0xffffff),
      [COPIL_CHART_ROLE_PART_5] = RGB (0xffffff),
      [COPIL_CHART_ROLE_PART_6] = RGB (0xf0f1f3),
    },
  },
};

static CopilChartColor
mix (CopilChartColor a, CopilChartColor b, double t)
{
  return (CopilChartColor){ a.red + (b.red - a.red) * t, a.green + (b.green - a.green) * t,
                            a.blue + (b.blue - a.blue) * t };
}

CopilChartColor
copil_paint_resolve (CopilPaint paint, const CopilChartStyle *style)
{
  const Colors *colors = &palettes[style->palette];
  CopilChartColor color;

  if (paint >= 500)
    color = colors->roles[paint - 500];
  else if (paint >= 300)
    color = mix (colors->inks[COPIL_INK_BACKGROUND], colors->inks[COPIL_INK_ACCENT],
                 0.07 + 0.45 * (paint - 300) / 100.0);
  else if (paint >= 200)
    color = colors->on_roles[paint - 200];
  else if (paint >= 100)
    color = colors->roles[paint - 100];
  else
    color = colors->inks[paint];

  if (style->greyscale)
    {
      double luma = 0.2126 * color.red + 0.7152 * color.green + 0.0722 * color.blue;

      color = (CopilChartColor){ luma, luma, luma };
    }
  return color;
}

CopilChartColor
copil_chart_role_get_color (CopilChartRole role, CopilChartPalette palette)
{
  return palettes[palette].roles[role];
}

CopilChartColor
copil_chart_role_get_text_color (CopilChartRole role, CopilChartPalette palette)
{
  return palettes[palette].on_roles[role];
}

CopilChartHatch
copil_chart_role_get_hatch (CopilChartRole role)
{
  switch (role)
    {
    case COPIL_CHART_ROLE_LATE:
    case COPIL_CHART_ROLE_PART_3:
      return COPIL_CHART_HATCH_RISING;
    case COPIL_CHART_ROLE_ABANDONED:
    case COPIL_CHART_ROLE_PART_5:
      return COPIL_CHART_HATCH_FALLING;
    case COPIL_CHART_ROLE_PLANNED:
    case COPIL_CHART_ROLE_PART_6:
      return COPIL_CHART_HATCH_OUTLINE;
    case COPIL_CHART_ROLE_DONE:
    case COPIL_CHART_ROLE_IN_PROGRESS:
    case COPIL_CHART_ROLE_NEUTRAL:
    case COPIL_CHART_ROLE_PART_1:
    case COPIL_CHART_ROLE_PART_2:
    case COPIL_CHART_ROLE_PART_4:
    case COPIL_CHART_N_ROLES:
    default:
      return COPIL_CHART_HATCH_NONE;
    }
}

const char *
copil_chart_role_get_label (CopilChartRole role)
{
  static const char *const labels[COPIL_CHART_N_ROLES] = {
    [COPIL_CHART_ROLE_DONE] = NC_ ("chart", "Done"),
    [COPIL_CHART_ROLE_IN_PROGRESS] = NC_ ("chart", "In progress"),
    [COPIL_CHART_ROLE_PLANNED] = NC_ ("chart", "Planned"),
    [COPIL_CHART_ROLE_LATE] = NC_ ("chart", "Late"),
    [COPIL_CHART_ROLE_ABANDONED] = NC_ ("chart", "Abandoned"),
    [COPIL_CHART_ROLE_NEUTRAL] = NC_ ("chart", "Other"),
  };

  g_return_val_if_fail (role < COPIL_CHART_N_ROLES, "");
  if (role > COPIL_CHART_ROLE_NEUTRAL)
    role = COPIL_CHART_ROLE_NEUTRAL;
  return g_dpgettext2 (GETTEXT_PACKAGE, "chart", labels[role]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copil-figure.h"

#include <math.h>

/* Drawing units to a millimetre: letters of 13 units come out at 9.5 points. */
#define UNITS 3.85
/* Pixels to a unit: 290 to the inch. */
#define PIXELS 3.0
/* What a page holds beside the caption, in millimetres. */
#define MAX_HEIGHT 200.0

CopilChartStyle
copil_figure_get_style (void)
{
  CopilChartStyle style = COPIL_CHART_STYLE_INIT;

  style.font_family = "Liberation Sans";
  style.padding = 4;
  style.show_title = FALSE;
  style.background = FALSE;
  return style;
}

gboolean
copil_figure_add (CopilDocument *document, CopilChart *chart, double width, const char *caption,
                  GError **error)
{
  CopilChartStyle style = copil_figure_get_style ();
  double units = round (width * UNITS), natural;
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autofree char *description = NULL;

  if (copil_chart_is_empty (chart))
    return TRUE;
  copil_chart_measure (chart, units, &style, NULL, &natural);
  natural = MIN (ceil (natural), floor (MAX_HEIGHT * UNITS));
  svg = copil_chart_write_bytes (chart, COPIL_CHART_FORMAT_SVG, units, natural, 1, &style, error);
  if (!svg)
    return FALSE;
  style.background = TRUE;
  png = copil_chart_write_bytes (chart, COPIL_CHART_FORMAT_PNG, units, natural, PIXELS, &style,
                                 error);
  if (!png)
    return FALSE;
  description = copil_chart_dup_description (chart);
  copil_document_add_picture (document, copil_picture_new (svg, png, width, natural / units * width,
                                                           copil_chart_get_title (chart),
                                                           description, caption));
  return TRUE;
}

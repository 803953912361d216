/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-chart.h"
#include "copil-document.h"

G_BEGIN_DECLS

/* Private to the documents: the style that charts have on paper. */
CopilChartStyle copil_figure_get_style (void);

/* Adds a chart to a document as a picture, as wide as the text (in millimetres), with its title and
 * its description for those who do not see it, and a caption. Adds nothing for an empty chart. */
gboolean copil_figure_add (CopilDocument *document, CopilChart *chart, double width,
                           const char *caption, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-audience.h"
#include "copil-chart.h"
#include "copil-document.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The dashboard (tableau de bord): key figures and the charts of a convention. "today" is the
 * day by which things are late, ISO 8601, NULL for copil_today(). */

/* As one picture of an A4 page, landscape: the convention's title, its figures, its charts. Charts
 * of indicators, actions and the budget are on further pages where there is something to draw: of
 * the PDF, or under the first one in a higher picture. */
GBytes *copil_dashboard_render (CopilStore *store, CopilChartFormat format, CopilAudience audience,
                                const char *today, GError **error);

/* The same into a file; on failure the file is as it was before. */
gboolean copil_dashboard_write (CopilStore *store, const char *path, CopilChartFormat format,
                                CopilAudience audience, const char *today, GError **error);

/* As a text document, landscape, a chart on each page. */
CopilDocument *copil_dashboard_document_new (CopilStore *store, CopilAudience audience,
                                             const char *today, GError **error);

G_END_DECLS

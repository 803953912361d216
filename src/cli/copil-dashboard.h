/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-chart.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* The charts of a convention on one sheet: status by axis, signatories by axes, the convention over
 * time; as a picture (SVG, PNG), or a chart a page on landscape A4 (PDF). "today" is the day by
 * which things are late, NULL for copil_today(). The same file on the same day gives the same
 * bytes. Fails with G_IO_ERROR. */
GBytes *copil_dashboard_write_bytes (CopilStore *store, CopilAudience audience, const char *today,
                                     CopilChartFormat format, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-audience.h"
#include "copil-store.h"

G_BEGIN_DECLS

/* Private to the dashboard: one figure that sums a convention up. */
typedef struct
{
  char *value; /* « 12 », « 23 novembre 2024 » */
  char *label; /* « engagements réalisés » */
} CopilKeyFigure;

/* The key figures of a convention, in the order in which they are read. An array of
 * CopilKeyFigure. */
GPtrArray *copil_key_figures (CopilStore *store, CopilAudience audience, const char *today);

G_END_DECLS

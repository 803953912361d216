/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* What the file has of what it should have, by axis, and the list of what is missing.
 *
 * Signals:
 *   "gap" (const char *kind, gint64 id, const char *field, const char *date)
 *     a line was chosen: what it names is to be opened (CopilGap); the date may be NULL */
#define COPIL_TYPE_COMPLETENESS_VIEW (copil_completeness_view_get_type ())
G_DECLARE_FINAL_TYPE (CopilCompletenessView, copil_completeness_view, COPIL, COMPLETENESS_VIEW,
                      CopilPanel)

GtkWidget *copil_completeness_view_new (CopilSession *session);

G_END_DECLS

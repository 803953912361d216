/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* What changed since the last meeting, or since a day, by axis and by what became of the records.
 */
#define COPIL_TYPE_CHANGES_VIEW (copil_changes_view_get_type ())
G_DECLARE_FINAL_TYPE (CopilChangesView, copil_changes_view, COPIL, CHANGES_VIEW, CopilPanel)

GtkWidget *copil_changes_view_new (CopilSession *session);

G_END_DECLS

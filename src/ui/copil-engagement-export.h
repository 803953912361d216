/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-session.h"

G_BEGIN_DECLS

/* Asks where, and writes all engagements as a spreadsheet (.ods). */
void copil_engagement_export_run (GtkWidget *from, CopilSession *session);

G_END_DECLS

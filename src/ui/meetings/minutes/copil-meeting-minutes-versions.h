/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-panel.h"

G_BEGIN_DECLS

/* The kept documents of the minutes of a meeting, the newest first, each with its date, its digest
 * and the version that it replaces, and a button that exports it byte for byte. */
#define COPIL_TYPE_MEETING_VERSIONS (copil_meeting_versions_get_type ())
G_DECLARE_FINAL_TYPE (CopilMeetingVersions, copil_meeting_versions, COPIL, MEETING_VERSIONS,
                      CopilPanel)

GtkWidget *copil_meeting_versions_new (CopilSession *session);
/* Shows that meeting; 0 for none. */
void copil_meeting_versions_set_meeting (CopilMeetingVersions *versions, gint64 meeting);

G_END_DECLS

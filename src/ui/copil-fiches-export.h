/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-audience.h"
#include "copil-session.h"

G_BEGIN_DECLS

/* Exports of the fiches page. "from" is a widget of the window; each asks where to. */

/* One fiche, or all with 0. */
void copil_fiches_export_one (GtkWidget *from, CopilSession *session, gint64 fiche,
                              CopilAudience audience);

/* The fiches of an axis in one document. */
void copil_fiches_export_axis (GtkWidget *from, CopilSession *session, gint64 axis,
                               CopilAudience audience);

/* Asks which fiches first, by ticking them, those of an axis at once. */
void copil_fiches_export_choose (GtkWidget *from, CopilSession *session, CopilAudience audience);

/* The follow-up notes of a year (0: all), as a text or as a table. */
void copil_followups_export (GtkWidget *from, CopilSession *session, int year, gboolean table,
                             CopilAudience audience);

/* A menu of the years that have notes, all of them first; each item activates the action with the
 * parameter (year, as a table). */
GMenuModel *copil_followups_export_make_menu (CopilSession *session, const char *action);

G_END_DECLS

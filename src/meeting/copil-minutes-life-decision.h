/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* The follow-up of decisions after the meeting that took them. */

/* Ids (gint64) of the decisions that are neither done nor abandoned, of meetings before this one
 * (all other meetings where it has no date), the oldest due date first. The caller's. */
GArray *copil_minutes_life_list_open (CopilStore *store, gint64 meeting);

/* Closes a decision on that date, as "done" or "abandoned": its status and the date, one
 * transaction. */
gboolean copil_minutes_life_close (CopilStore *store, gint64 decision, const char *status,
                                   const char *date, GError **error);

/* Reports a closed decision onto the engagement or the fiche ("kind") that it concerns, one
 * transaction: a line with the decision's number, its date and what became of it is added to the
 * engagement's follow-up, or a step done to the fiche; and their status becomes "status", or stays
 * where it is NULL. Fails where the decision is open or concerns none. */
gboolean copil_minutes_life_report (CopilStore *store, gint64 decision, const char *kind,
                                    const char *status, GError **error);

/* Gives a decision that status; the day it was closed is "date" for one that is done or dropped,
 * and none for others: one transaction. What has that status already stays as it is. */
gboolean copil_minutes_life_set_status (CopilStore *store, gint64 decision, const char *status,
                                        const char *date, GError **error);

G_END_DECLS

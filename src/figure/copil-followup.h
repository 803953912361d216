/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* Adds a dated note of follow-up to an engagement or a fiche ("kind", "id"), one transaction. It
 * counts as a review of the engagement: "reviewed" becomes the note's day, unless it is later
 * already. "author" may be NULL. Returns its id; 0 where it failed: the text is blank, or the date
 * is none. */
gint64 copil_followup_add (CopilStore *store, const char *kind, gint64 id, const char *date,
                           const char *author, const char *text, GError **error);

G_END_DECLS

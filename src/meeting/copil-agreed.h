/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* What is agreed is agreed on a text. A validation of minutes (kind "validation") and an agreement
 * on an agenda (kind "agreement") hold the fingerprint of what the document said when they were
 * given, and count only while it says the same. Nothing is stored when one lapses: whether it
 * counts is found by comparing, so that it holds for what is typed, imported, undone and merged.
 *
 * The fingerprint is the SHA-256 of what the records say, in an order and a form of its own: the
 * same in any language and for any model of documents. What becomes of a decision later (its
 * status, what it is linked with) and the progress of the engagements are not validated. */

/* Hexadecimal digits; NULL where there is no such meeting, or it cannot be read. */
char *copil_agreed_dup_fingerprint (CopilStore *store, const char *kind, gint64 meeting);

/* SQL: whether a row of the kind counts, "alias" being its table and "parameter" that of the
 * fingerprint of now. One of an older file says nothing of its text: it counts where the minutes
 * are validated, as then all of it is closed, and must be given again elsewhere. */
#define COPIL_AGREED_COUNTS_SQL(alias, parameter)                                                  \
  "(coalesce (" alias ".fingerprint = " parameter ", 0) OR (" alias ".fingerprint IS NULL"         \
  " AND EXISTS (SELECT 1 FROM meeting AS its WHERE its.id = " alias ".meeting"                     \
  " AND its.minutes = 'validated')))"

/* Whether that validation or agreement counts. */
gboolean copil_agreed_counts (CopilStore *store, const char *kind, gint64 id);

/* The day (ISO 8601) of the last change to what the document of the kind says, as far as the
 * journal tells; NULL where it does not. */
char *copil_agreed_dup_changed (CopilStore *store, const char *kind, gint64 meeting);

/* In words why an agreement or a validation does not count: « avant la modification du 12 mars
 * 2024 ». */
char *copil_agreed_say_lapsed (CopilStore *store, const char *kind, gint64 id);

/* The same as a sentence of its own, after "given", which says when it was given and by whom. */
char *copil_agreed_say_given (CopilStore *store, const char *kind, gint64 id, const char *given);

/* Binds a record that was just made to what the document says now; does nothing for other kinds.
 * Needs a transaction. */
gboolean copil_agreed_bind (CopilStore *store, const char *kind, gint64 id, GError **error);

/* Records a signatory's agreement on the agenda of a meeting as it is now, in the place of one that
 * lapsed: one transaction. Returns its id, 0 on failure. */
gint64 copil_agreed_agree (CopilStore *store, gint64 meeting, gint64 party, const char *date,
                           const char *name, GError **error);

/* The name of who will speak for a signatory, as far as the file knows, or NULL: for an agreement,
 * who gave it last time; for a validation, who was at the meeting, or who signed the convention;
 * else its first member. */
char *copil_agreed_guess_name (CopilStore *store, const char *kind, gint64 meeting, gint64 party);

/* From now on, an entry of the journal that makes a validation or an agreement lapse says so in its
 * name. For a store that changes are made in. */
void copil_agreed_watch (CopilStore *store);

/* What the last change made lapse, in words, or NULL; once. Of a store that is watched. */
char *copil_agreed_steal_lapsed (CopilStore *store);

/* What undoing the last change would take away of what was agreed, in words, or NULL: validations
 * and agreements that it recorded, and minutes that it validated. */
char *copil_agreed_say_undo (CopilStore *store);

G_END_DECLS

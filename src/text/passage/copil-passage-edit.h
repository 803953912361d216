/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person does with proposals. Each function is one named transaction, which undo takes back;
 * where it fails, nothing changed and the error is one sentence. Ids are those of proposals of one
 * source. */
#pragma once

#include "copil-passage.h"

G_BEGIN_DECLS

#define COPIL_PASSAGE_ERROR (copil_passage_error_quark ())
typedef enum
{
  COPIL_PASSAGE_ERROR_PLACE,  /* it cannot stand there */
  COPIL_PASSAGE_ERROR_TAKEN,  /* it is a record already */
  COPIL_PASSAGE_ERROR_MISSING /* there is no such proposal any more */
} CopilPassageError;
GQuark copil_passage_error_quark (void);

/* Accepts proposals with all that stands under them and is not set aside, and with what they stand
 * under and the signatories they name: they become records, or change those they are about. n = 0
 * accepts all that is left; "sure" leaves out what is doubtful. */
gboolean copil_passages_accept (CopilStore *store, gint64 source, const gint64 *ids, guint n,
                                gboolean sure, GError **error);

/* Takes what they became back out of the file, with all that stands under them. Fails where a
 * record is in use already: followed, counted, linked to a fiche. */
gboolean copil_passages_reopen (CopilStore *store, gint64 source, const gint64 *ids, guint n,
                                GError **error);

/* Sets them aside with all that stands under them, or proposes them again, and what they stand
 * under. */
gboolean copil_passages_set_aside (CopilStore *store, gint64 source, const gint64 *ids, guint n,
                                   gboolean aside, GError **error);

/* Makes them something else: an axis of an article, a measure of an engagement. What stands under
 * them, and what follows them, comes to stand where the text has it. */
gboolean copil_passages_set_kind (CopilStore *store, gint64 source, const gint64 *ids, guint n,
                                  CopilDraftKind kind, GError **error);

/* Who commits: ids of proposals of signatories with spaces between, or NULL. */
gboolean copil_passages_set_parties (CopilStore *store, gint64 source, const gint64 *ids, guint n,
                                     const char *parties, GError **error);

/* One level up or down: engagement of a measure → engagement of the axis → measure → axis. */
gboolean copil_passage_promote (CopilStore *store, gint64 source, gint64 id, GError **error);
gboolean copil_passage_demote (CopilStore *store, gint64 source, gint64 id, GError **error);

/* With what stands under it, over the one before (-1) or after (1). FALSE without error at the end.
 */
gboolean copil_passage_shift (CopilStore *store, gint64 source, gint64 id, int direction,
                              GError **error);

/* With what stands under it, before or behind another one, or under it at its end. */
typedef enum
{
  COPIL_PASSAGE_BEFORE,
  COPIL_PASSAGE_AFTER,
  COPIL_PASSAGE_INTO
} CopilPassageWhere;
gboolean copil_passage_place (CopilStore *store, gint64 source, gint64 id, CopilPassageWhere where,
                              gint64 other, GError **error);

/* Makes one of several that follow each other (of one: with the one before it), of the kind of the
 * first. */
gboolean copil_passages_merge (CopilStore *store, gint64 source, const gint64 *ids, guint n,
                               GError **error);

/* Makes several of one, with these texts; blank ones are left out. */
gboolean copil_passage_split (CopilStore *store, gint64 source, gint64 id, const char *const *texts,
                              GError **error);

/* Proposes a passage of the text that was not: where it stands in the text. start and end are bytes
 * of the text. Returns its id, 0 on failure. */
gint64 copil_passage_add (CopilStore *store, gint64 source, CopilDraftKind kind, gsize start,
                          gsize end, GError **error);

/* Sets a field of a proposal that is no record yet; it is not doubtful any more. */
gboolean copil_passage_set (CopilStore *store, gint64 source, gint64 id, const char *field,
                            const char *value, GError **error);

/* Where a text could be cut: at the ends of its sentences and at semicolons. Free with
 * g_strfreev(). */
char **copil_passage_suggest_split (const char *text);

G_END_DECLS

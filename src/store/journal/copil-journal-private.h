/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-changeset.h"
#include "copil-store-private.h"

G_BEGIN_DECLS

/* --- what an entry holds (copil-journal-form.c) --- */

/* The journal's "compressed". What changed in a text begins with the number of an earlier entry
 * that made that text. */
typedef enum
{
  COPIL_FORM_PLAIN,       /* the changeset */
  COPIL_FORM_PACKED,      /* the same, by zlib */
  COPIL_FORM_DELTA,       /* what changed in a text */
  COPIL_FORM_DELTA_PACKED /* the same, by zlib */
} CopilForm;

/* The shortest form of a changeset that the next entry can hold. */
GBytes *copil_journal_pack (CopilStore *store, GBytes *changeset, CopilForm *form);

/* Tells that an entry is in the journal: the next change of that text may hang on it. */
void copil_journal_note_written (CopilStore *store, gint64 id, const CopilTextChange *change);

/* Names the field that changed, for comparing it with another. */
char *copil_journal_dup_field (const CopilTextChange *change);

/* --- what is taken back at once (copil-journal-step.c) --- */

/* The entry that is continued by this changeset, as its author goes on typing; 0 for none. */
gint64 copil_journal_find_step (CopilStore *store, GBytes *changeset);

/* Tells of an entry of this session that is in the journal. */
void copil_journal_note_step (CopilStore *store, gint64 id, GBytes *changeset);

/* The net effect of an entry and of those that continue it. */
GBytes *copil_journal_read_step (CopilStore *store, gint64 id, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-history.h"
#include "copil-store-private.h"

G_BEGIN_DECLS

/* What is known of records while the history is read from its end: also of those that are gone. */
typedef struct _CopilHistoryReader CopilHistoryReader;

CopilHistoryReader *copil_history_reader_new (CopilStore *store);
void copil_history_reader_free (CopilHistoryReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilHistoryReader, copil_history_reader_free)

/* Names of the table's columns in their order; the reader's. */
char **copil_history_get_columns (CopilHistoryReader *reader, const char *table);

/* The field whose references stand in the table of that name, and its kind; NULL for none. */
const CopilField *copil_history_find_link (const char *table, const CopilKind **kind);

/* The canonical text of a value in a changeset; NULL for none, and for bytes. */
char *copil_history_dup_text (sqlite3_value *value);

/* Remembers what a record that comes (new) or goes was called and belonged to. */
void copil_history_remember (CopilHistoryReader *reader, const CopilKind *kind, gint64 id,
                             sqlite3_changeset_iter *iter, int n_columns, gboolean new);

/* What the record belongs to: its id, 0 for nothing, and the kind becomes that one's. */
gint64 copil_history_get_owner (CopilHistoryReader *reader, const CopilKind **kind, gint64 id);

/* Tells two changes apart that a merge may hold both itself and by its parts. */
char *copil_history_dup_key (gint64 merge, const CopilHistoryChange *change);

/* The sum of all entries after that one, empty where there are none. */
GBytes *copil_history_sum (CopilStore *store, gint64 entry, GError **error);

/* Gives each change its sentence. */
void copil_history_tell (CopilHistoryReader *reader, GPtrArray *changes);

G_END_DECLS

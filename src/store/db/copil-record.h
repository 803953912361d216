/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* One record as it stood when it was loaded: the canonical text of each field, NULL where it is not
 * known. */
#define COPIL_TYPE_RECORD (copil_record_get_type ())
G_DECLARE_FINAL_TYPE (CopilRecord, copil_record, COPIL, RECORD, GObject)

/* NULL without error where there is no record of that id. */
CopilRecord *copil_store_load (CopilStore *store, const CopilKind *kind, gint64 id);

/* What was loaded. */
const CopilKind *copil_record_get_kind (CopilRecord *record);
gint64 copil_record_get_id (CopilRecord *record);
/* Canonical text of the field, or NULL. */
const char *copil_record_get (CopilRecord *record, const char *field);
gint64 copil_record_get_int (CopilRecord *record, const char *field);
/* The value as a person reads it, references by the titles of what they lead to. */
char *copil_record_format (CopilRecord *record, CopilStore *store, const char *field);

/* One field of a record that is not looked at otherwise: 0 or NULL where it is not known, or where
 * there is no such record. */
gint64 copil_store_get_int (CopilStore *store, const char *kind, gint64 id, const char *field);
char *copil_store_dup_text (CopilStore *store, const char *kind, gint64 id, const char *field);

/* The changes below need a transaction, except copil_store_edit(), copil_store_add() and
 * copil_store_relocate(), which are transactions of their own, with a name. All fail with
 * COPIL_STORE_ERROR and one sentence; with COPIL_STORE_ERROR_CLOSED where the record, or what it
 * belongs to, is closed (see CopilKind), unless that transaction made or closed it itself. Undo,
 * redo and merge may change what is closed: they bring back what was, or what somebody else was
 * allowed to do. */

/* Lets the rest of this transaction change the closed record of that id, and what belongs to it:
 * for what opens it again. */
void copil_store_unlock (CopilStore *store, gint64 id);

/* A new record; pairs of field name and canonical text follow, then NULL. Fields not named take
 * their initial value, and it comes last among its siblings. Returns its id, 0 on failure. */
gint64 copil_store_insert (CopilStore *store, const CopilKind *kind, GError **error,
                           ...) G_GNUC_NULL_TERMINATED;

/* The same from arrays of n; id 0 for a new one. */
gint64 copil_store_insertv (CopilStore *store, const CopilKind *kind, gint64 id, guint n,
                            const char *const *fields, const char *const *values, GError **error);

/* Sets one field to a canonical text, or to NULL. */
gboolean copil_store_set (CopilStore *store, const CopilKind *kind, gint64 id, const char *field,
                          const char *value, GError **error);

/* Sets a field of bytes; NULL takes them away. */
gboolean copil_store_set_data (CopilStore *store, const CopilKind *kind, gint64 id,
                               const char *field, GBytes *data, GError **error);

/* The bytes of a field; NULL where there are none. Needs no transaction. */
GBytes *copil_store_get_data (CopilStore *store, const CopilKind *kind, gint64 id,
                              const char *field);

/* Deletes a record and what belongs to it. */
gboolean copil_store_delete (CopilStore *store, const CopilKind *kind, gint64 id, GError **error);

/* A copy of a record and of what belongs to it, right after it. Returns the id of the copy, 0 on
 * failure. */
gint64 copil_store_duplicate (CopilStore *store, const CopilKind *kind, gint64 id, GError **error);

/* Puts a record before that sibling, or last where before is 0. */
gboolean copil_store_place (CopilStore *store, const CopilKind *kind, gint64 id, gint64 before,
                            GError **error);

/* Puts a record one place up (-1) or down (1) among its siblings; FALSE without error where it is
 * at the end already. */
gboolean copil_store_shift (CopilStore *store, const CopilKind *kind, gint64 id, int direction,
                            GError **error);

/* One edit of a person: a transaction of its own, named after the record and the field; where the
 * field is news, "reviewed" becomes today unless it is what was edited. Setting what is there
 * already does nothing. */
gboolean copil_store_edit (CopilStore *store, const CopilKind *kind, gint64 id, const char *field,
                           const char *value, GError **error);

/* One record that a person adds, as copil_store_insert(). */
gint64 copil_store_add (CopilStore *store, const CopilKind *kind, GError **error,
                        ...) G_GNUC_NULL_TERMINATED;

/* One record that a person puts elsewhere: sets the fields, pairs of name and canonical text, then
 * NULL, and places it as copil_store_place(). */
gboolean copil_store_relocate (CopilStore *store, const CopilKind *kind, gint64 id, gint64 before,
                               GError **error, ...) G_GNUC_NULL_TERMINATED;

/* How the record is called in a sentence: "Engagement 4.1.1". */
char *copil_store_describe (CopilStore *store, const CopilKind *kind, gint64 id);

/* The title a list of choices shows for it: "4.1.1 Accueil de collégiens". */
char *copil_store_dup_title (CopilStore *store, const CopilKind *kind, gint64 id);

/* What the convention is called: its short title, or else its title; NULL where it has none. */
char *copil_store_dup_name (CopilStore *store);

/* From a record to what it belongs to, or else to the first that it is about or refers to; FALSE
 * where there is none. */
gboolean copil_record_find_owner (CopilStore *store, const char **kind, gint64 *id);

/* The kinds whose records belong to this one; NULL-terminated, free with g_free(). */
const CopilKind **copil_kind_list_children (const CopilKind *kind);

G_END_DECLS

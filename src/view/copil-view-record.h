/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* What is read of records whatever their kind; kinds and fields by their names (copil-kind.h). */

/* A record, as lists of choices and of links show it. */
typedef struct
{
  const char *kind; /* interned; NULL where the list has one kind */
  gint64 id;
  char *title;   /* or NULL */
  char *status;  /* or NULL: the list says none */
  gboolean late; /* where there is a status */
} CopilViewRecord;

/* A new one, its texts copied, and an empty array of them, which frees them: for the reads of this
 * room. */
CopilViewRecord *copil_view_record_new (const char *kind, gint64 id, const char *title);
GPtrArray *copil_view_new_records (void);

/* The value of one field as text, NULL where there is none, and as a number or an id, then 0. */
char *copil_view_dup_field (CopilStore *store, const char *kind, gint64 id, const char *field);

/* The date that dates of that record are counted from (see CopilKind's dates_from); NULL for none.
 */
char *copil_view_dup_dates_from (CopilStore *store, const CopilKind *kind, gint64 id);
gint64 copil_view_get_field (CopilStore *store, const char *kind, gint64 id, const char *field);

/* Whether there is any record of the kind. */
gboolean copil_view_has_any (CopilStore *store, const char *kind);

/* Whether it is certain that there is no record of that id; FALSE for 0, and where the file cannot
 * be read. */
gboolean copil_view_is_gone (CopilStore *store, const char *kind, gint64 id);

/* The ids (gint64) of the records whose field leads to that id, in the order of their kind. Where
 * "also" is not NULL, that field leads to "also_id" besides. */
GArray *copil_view_list_ids (CopilStore *store, const char *kind, const char *field, gint64 id,
                             const char *also, gint64 also_id);

/* The record that comes after "after", "id" left out, by the places of an ordered kind; 0 where
 * that is the last one. */
gint64 copil_view_get_next (CopilStore *store, const char *kind, gint64 after, gint64 id);

/* The record of the convention itself, 0 where there is none. */
gint64 copil_view_get_convention (CopilStore *store);

/* Each of the lists below is an array of CopilViewRecord, freed with it. */

/* What is linked with a record: "sql" is a query with its id as ?1 that gives id, title, status and
 * whether it is late. */
GPtrArray *copil_view_list_links (CopilStore *store, const char *sql, gint64 id);

/* The agenda of the meeting that a document is joined to. */
GPtrArray *copil_view_list_points (CopilStore *store, gint64 attachment);

G_END_DECLS

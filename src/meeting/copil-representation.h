/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* SQL: the id of the record that speaks for the person of row "alias" on that day: a person whose
 * function changes has one record for each, with their terms of office. Their own where it covers
 * the day or has no term, or where no other record of that name covers it. */
/* clang-format off */
#define COPIL_PERSON_IN_OFFICE_SQL(alias, day)                                                     \
  "(coalesce (" alias ".term_start <= " day ", 1) AND coalesce (" alias ".term_end >= " day ", 1))"
#define COPIL_PERSON_THEN_SQL(alias, day)                                                          \
  "coalesce (CASE WHEN NOT " COPIL_PERSON_IN_OFFICE_SQL (alias, day)                               \
  " THEN (SELECT id FROM (SELECT other.id AS id, other.party IS " alias ".party AS same"           \
  " FROM person AS other WHERE other.id <> " alias ".id"                                           \
  " AND coalesce (other.term_start, other.term_end) IS NOT NULL"                                   \
  " AND " COPIL_PERSON_IN_OFFICE_SQL ("other", day)                                                \
  " AND copil_fold (other.name) = copil_fold (" alias ".name))"                                    \
  " ORDER BY same DESC, id LIMIT 1) END, " alias ".id)"
/* clang-format on */

/* The person a text names, with or without civility, without regard to case and accents; 0 where
 * the file knows nobody of that name. Of several of the same name: the alternate of "person", or
 * else who is of the same signatory (0: no "person"); 0 where that leaves more than one. */
gint64 copil_person_find_named (CopilStore *store, const char *name, gint64 person);

/* Notes that the one of that record of attendance is represented, and by whom: a name as it was
 * typed, NULL or empty where it is not known. Where the file knows a person of that name, the name
 * is written as in the file, and the person is put on the meeting's list as present, unless
 * something is noted of them already. In the caller's transaction, or in one of its own. Fails with
 * COPIL_STORE_ERROR and one sentence. */
gboolean copil_attendance_represent (CopilStore *store, gint64 attendance, const char *name,
                                     GError **error);

/* Puts the known person who represents that record of attendance on the meeting's list, as above,
 * for a name that was stored already; does nothing where there is none. */
gboolean copil_attendance_bring_representative (CopilStore *store, gint64 attendance,
                                                GError **error);

G_END_DECLS

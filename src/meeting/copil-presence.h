/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* Who is expected at a meeting, and what is noted of them. */

/* CopilPresence: a person, and what the attendance says of them. Text may be NULL, but the name. */
typedef struct
{
  gint64 person;
  gint64 attendance; /* its record, 0 where there is none yet */
  char *name;        /* with civility */
  char *function;
  char *party;        /* name of their signatory */
  gboolean member;    /* sits on the committee */
  gboolean removable; /* may be taken off the list */
  char *state;        /* as in the kind "attendance"; NULL where not noted */
  char *role;
  char *reason;
  char *arrived; /* HH:MM */
} CopilPresence;

/* Those on the list of a meeting, by signatory: of a committee all its members in office too, of
 * other meetings only those who were put on it. An array of CopilPresence, which goes with it. */
GPtrArray *copil_presence_list (CopilStore *store, gint64 meeting);

/* Those on the list who do not sit as members, in its order. */
GPtrArray *copil_presence_list_guests (CopilStore *store, gint64 meeting);

/* Those who are not on the list and whose name or function has these letters, 30 at the most. */
GPtrArray *copil_presence_find_others (CopilStore *store, gint64 meeting, const char *letters);

/* "9 present, 2 excused": how many in each state, those not noted last. */
char *copil_presence_format_counts (guint present, guint excused, guint represented, guint absent,
                                    guint unknown);

/* The role somebody comes in: who replaces a member, or is one, sits as one; the others come in
 * that one. */
const char *copil_presence_get_role (CopilStore *store, gint64 person, const char *role);

/* Sets the state of a person, making the record where attendance is 0; who represents them and when
 * they came go with the state they belong to. Needs a transaction. FALSE with COPIL_STORE_ERROR. */
gboolean copil_presence_set (CopilStore *store, gint64 meeting, gint64 person, gint64 attendance,
                             const char *state, GError **error);

/* Each of these is a transaction of its own, and fails with COPIL_STORE_ERROR and one sentence. */

/* As copil_presence_set() (NULL takes the state back). "value" is for that field of the record,
 * NULL for none. */
gboolean copil_presence_note (CopilStore *store, gint64 meeting, gint64 person, gint64 attendance,
                              const char *state, const char *field, const char *value,
                              GError **error);

/* Notes as present all those of whom nothing is noted. */
gboolean copil_presence_note_all (CopilStore *store, gint64 meeting, GError **error);

/* Puts a person on the list in that role, or where it is 0 a new one of that name ("Mme Jeanne
 * Durand"). While the attendance is taken, who is added is there; before, they are only expected.
 * "reason" may be NULL. Returns the person's id, 0 where it failed. */
gint64 copil_presence_invite (CopilStore *store, gint64 meeting, gint64 person, const char *name,
                              const char *role, const char *reason, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  COPIL_DEADLINE_PAST, /* the day is over, and it was not done */
  COPIL_DEADLINE_DUE,  /* today or later */
  COPIL_DEADLINE_DONE
} CopilDeadlineState;

/* CopilDeadline: a day that a clause or a record imposes. */
typedef struct
{
  char *date;    /* ISO 8601 */
  char *title;   /* what is due, in the user's language or in the record's own words */
  char *article; /* the label of the record it comes from ("4.1.3"), or NULL */
  char *kind;    /* name of the kind of that record ("engagement"; "convention" for a clause) */
  gint64 id;     /* the record, 0 where the clause was given without one */
  CopilDeadlineState state;
  char *reckoning;   /* how the day is found, in words; or NULL */
  char *note;        /* what is said beside the day ("a Saturday"), or NULL */
  char *sort;        /* of the clause ("meeting"); NULL where no clause is behind it */
  char *parties;     /* ids of those who are bound, a space between; NULL where nobody is named */
  char *fulfilled;   /* when it was done, by whom and what proves it, in words; or NULL */
  gint64 clause;     /* the clause behind it, or 0 */
  gint64 fulfilment; /* what answers it, or 0 */
} CopilDeadline;

/* Takes nothing: all strings are copied; article may be NULL. */
CopilDeadline *copil_deadline_new (const char *date, const char *title, const char *article,
                                   const char *kind, gint64 id, CopilDeadlineState state);
void copil_deadline_free (CopilDeadline *deadline);

/* What is said beside it in one line: that it was done, and that its day is a Saturday; NULL for
 * nothing. */
char *copil_deadline_dup_note (const CopilDeadline *deadline);
CopilDeadline *copil_deadline_copy (const CopilDeadline *deadline);

/* Whether it is to come within so many days of that day, or was missed. */
gboolean copil_deadline_is_near (const CopilDeadline *deadline, const char *today, int days);

/* The state of something with the given status ("done" …, NULL for planned) that is due on a day;
 * dates are ISO 8601. */
CopilDeadlineState copil_deadline_state_for (const char *status, const char *due,
                                             const char *today);

/* "past", "due" or "done", as on the command line. */
const char *copil_deadline_state_get_name (CopilDeadlineState state);
/* The same in the user's language. */
const char *copil_deadline_state_get_label (CopilDeadlineState state);

/* Sorts an array of CopilDeadline by date; clauses come first on a day, then by kind and record. */
void copil_deadlines_sort (GPtrArray *deadlines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilDeadline, copil_deadline_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "copil-audience.h"
#include "copil-document.h"
#include "copil-record.h"

G_BEGIN_DECLS

/* Private to the documents of a meeting: what they share. What is returned as char * is the
 * caller's. */

/* SQL: a further condition on rows of "item i", or of "decision d", that keeps what the audience
 * may see. */
#define COPIL_PAPER_ITEM_SQL(audience) copil_audience_sql (audience, "item", "i")
#define COPIL_PAPER_DECISION_SQL(audience) copil_audience_sql (audience, "decision", "d")

/* The same for records of any kind under an alias: not what is confidential, nor what belongs to or
 * is about something that is. Not to be freed. */
const char *copil_audience_sql (CopilAudience audience, const char *kind, const char *alias);

/* SQL: the name by which a row of "party y" is called. */
#define COPIL_PAPER_PARTY_SQL "coalesce (nullif (y.short_name, ''), y.name)"

/* A common table: "convened (person, role, reason, state, represented_by, place)": who is called to
 * the meeting ?1: its attendance, else every member of the committee whose term covers the day. */
#define COPIL_PAPER_CONVENED_SQL                                                                   \
  "WITH convened (person, role, reason, state, represented_by, place) AS ("                        \
  "SELECT person, coalesce (nullif (role, ''), CASE WHEN (SELECT member FROM person p"             \
  " WHERE p.id = person) THEN 'member' ELSE 'guest' END), reason, state, represented_by,"          \
  " row_number () OVER (ORDER BY position, id) FROM attendance WHERE meeting = ?1"                 \
  " UNION ALL SELECT p.id, 'member', NULL, NULL, NULL, row_number () OVER (ORDER BY p.position,"   \
  " p.id) FROM person p, meeting m WHERE m.id = ?1 AND p.member = 1"                               \
  " AND NOT EXISTS (SELECT 1 FROM attendance WHERE meeting = ?1)"                                  \
  " AND coalesce (p.term_start <= m.date, 1) AND coalesce (p.term_end >= m.date, 1)) "

/* The meeting; fails with G_IO_ERROR_NOT_FOUND. */
CopilRecord *copil_paper_load (CopilStore *store, gint64 meeting, GError **error);

/* A document with the convention above, the title and the meeting's day under it, the properties,
 * the header and the footer. */
CopilDocument *copil_paper_start (CopilStore *store, CopilRecord *meeting, const char *title);

/* Which body meets: « Comité de pilotage exceptionnel ». */
const char *copil_paper_body (CopilRecord *meeting);

/* « mardi 12 décembre 2023, de 14 h 30 à 17 h 15 »; "" where it has no day. */
char *copil_paper_when (CopilRecord *meeting);

/* « Mme Claire Montfort, sous-directrice »: the function on that day (NULL: as the record says), by
 * the terms of office. NULL where there is no such person. "name" and "civility" may be NULL. */
char *copil_paper_person (CopilStore *store, gint64 person, const char *day, char **name,
                          char **civility);

/* « Paris, le 12 décembre 2023 », from the convention's place; "" where neither is known. */
char *copil_paper_place_and_date (CopilStore *store, const char *day);

/* The convention's field as text, NULL where it says nothing. */
char *copil_paper_convention (CopilStore *store, const char *field);

/* Adds the sender's block at the top of the first page, where the convention names one. */
void copil_paper_add_sender (CopilDocument *document, CopilStore *store);

/* Adds a table with the day, the place and the people of the meeting; the caller may add pairs. */
CopilTable *copil_paper_add_identity (CopilDocument *document, CopilStore *store,
                                      CopilRecord *meeting);

/* Whom the document goes to (« Destinataires »): those the convention names, else who is convened,
 * by signatory; an array of CopilRuns, one for each. */
GPtrArray *copil_paper_list_recipients (CopilStore *store, gint64 meeting);

/* Adds them as a list under a heading, or as a row of the meeting's table. */
void copil_paper_add_recipients (CopilDocument *document, CopilStore *store, gint64 meeting);
void copil_paper_add_recipients_row (CopilTable *table, CopilStore *store, gint64 meeting);

/* « Experte », « Invité »: what a person comes as; NULL for a member, and where nothing is said. */
const char *copil_paper_role (const char *role, const char *civility);

/* Adds the place for a signature: « La présidente de séance, », the name. Nothing for NULL. */
void copil_paper_add_signature (CopilDocument *document, const char *place_and_date,
                                const char *name, const char *civility);

/* Somebody who is called to a meeting. */
typedef struct
{
  gint64 id, party; /* 0 for who comes from none */
  char *civility, *name, *function, *entity;
  char *party_name, *party_called; /* in full, and as it is called for short */
  char *address, *party_address;
  char *role, *reason;                       /* what for, see copil_paper_role() */
  char *alternate_civility, *alternate_name; /* who may sit in the place */
} CopilPaperConvened;

/* Who is convened, by signatory: CopilPaperConvened, whose texts may be NULL, freed with the array.
 */
GPtrArray *copil_paper_list_convened (CopilStore *store, gint64 meeting);

/* A point of the agenda. */
typedef struct
{
  gint64 id;
  char *label, *title, *presenter, *notes; /* or NULL */
  gint64 duration;                         /* minutes, as planned; 0 where it is not known */
  gboolean adjourned;
} CopilPaperItem;

/* The points of the meeting's agenda that the audience may see, in their order: CopilPaperItem,
 * freed with the array. */
GPtrArray *copil_paper_list_items (CopilStore *store, gint64 meeting, CopilAudience audience);

/* Whether the items are labelled 1, 2, 3 … or not at all. */
gboolean copil_paper_is_plainly_numbered (CopilStore *store, gint64 meeting);

G_END_DECLS

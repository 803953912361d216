/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-view-record.h"

G_BEGIN_DECLS

/* What the sitting of a meeting shows. */

/* An item of the agenda, as the steps of a sitting show it. */
typedef struct
{
  gint64 id;
  char *title;        /* « 2. Suivi des engagements » */
  guint planned;      /* seconds, 0 where it is not known */
  gboolean adjourned; /* to the next meeting */
  gboolean treated;   /* time was spent on it, or something decided */
} CopilViewStep;

/* The agenda of a meeting in its order: CopilViewStep, freed with the array. */
GPtrArray *copil_view_list_steps (CopilStore *store, gint64 meeting);

/* A document joined to a meeting. */
typedef struct
{
  gint64 id;
  gint64 item; /* of the agenda, 0 for the whole meeting */
  char *name;  /* or NULL */
} CopilViewDocument;

/* The documents joined to a meeting, in their order: CopilViewDocument, freed with the array. */
GPtrArray *copil_view_list_documents (CopilStore *store, gint64 meeting);

/* The names of the documents joined to an item, with commas; NULL where there are none. */
char *copil_view_dup_item_documents (CopilStore *store, gint64 item);

/* Whom, or what, is meant by a few letters that are typed at a meeting: CopilViewRecord, the
 * likeliest first, freed with the array. */
typedef GPtrArray *(*CopilViewMatches) (CopilStore *store, gint64 meeting, const char *typed);

/* Persons: those whose name has a word that begins so, then those who are there, then others. */
GPtrArray *copil_view_match_persons (CopilStore *store, gint64 meeting, const char *typed);

/* The same persons, then signatories as such. */
GPtrArray *copil_view_match_responsible (CopilStore *store, gint64 meeting, const char *typed);

/* Fiches, first those that the meeting speaks of, then engagements. */
GPtrArray *copil_view_match_subjects (CopilStore *store, gint64 meeting, const char *typed);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* A person, as lists of persons show it. */
typedef struct
{
  gint64 id;
  char *name;      /* « Mme Jeanne Martin »; empty where it is not known */
  char *function;  /* or empty */
  gboolean member; /* sits on the committee */
} CopilViewPerson;

/* The persons of a signatory, in their order: CopilViewPerson, freed with the array. */
GPtrArray *copil_view_list_persons (CopilStore *store, gint64 party);

/* A member of the committee. */
typedef struct
{
  gint64 id;
  char *name;                  /* « Mme Jeanne Martin » */
  char *function, *entity;     /* or NULL */
  char *term_start, *term_end; /* or NULL */
  char *alternate;             /* « M. Paul Durand », or NULL */
} CopilViewMember;

/* The members of a signatory, in their order: CopilViewMember, freed with the array. */
GPtrArray *copil_view_list_members (CopilStore *store, gint64 party);

/* The list of the persons: a person's row, ... */
enum
{
  COPIL_VIEW_PERSON_CIVILITY,
  COPIL_VIEW_PERSON_NAME,
  COPIL_VIEW_PERSON_FUNCTION,
  COPIL_VIEW_PERSON_PARTY,
  COPIL_VIEW_PERSON_PARTY_NAME,
  COPIL_VIEW_PERSON_MEMBER,
  COPIL_VIEW_PERSON_EMAIL
};
extern const char copil_view_person_row[];

/* ... and, on the person "r", what the list is sorted by, what is searched, what filters leave. */
extern const char copil_view_person_order[];
extern const char copil_view_person_by_name[];
extern const char copil_view_person_by_party[];
extern const char copil_view_person_by_member[];
extern const char copil_view_person_by_email[];
extern const char copil_view_person_searched[];
extern const char copil_view_person_member[];
extern const char copil_view_person_not_member[];
extern const char copil_view_person_of_party[];

G_END_DECLS

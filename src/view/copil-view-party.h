/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-store.h"

G_BEGIN_DECLS

/* The list of the signatories: a signatory's row, ... */
enum
{
  COPIL_VIEW_PARTY_NAME,
  COPIL_VIEW_PARTY_SHORT_NAME,
  COPIL_VIEW_PARTY_SIDE,
  COPIL_VIEW_PARTY_MEMBERS, /* how many of its persons sit on the committee */
  COPIL_VIEW_PARTY_PERSONS
};
extern const char copil_view_party_row[];

/* ... and, on the signatory "r", what the list is sorted by, and what is searched. */
extern const char copil_view_party_order[];
extern const char copil_view_party_by_name[];
extern const char copil_view_party_searched[];

/* A signatory, on the page of the committee. */
typedef struct
{
  gint64 id;
  char *name;  /* the short one, where there is one */
  int seats;   /* as the convention gives them; 0 where it does not */
  int members; /* its persons that sit on the committee */
} CopilViewParty;

/* The signatories in their order: CopilViewParty, freed with the array. */
GPtrArray *copil_view_list_parties (CopilStore *store);

/* A short form of the name of a signatory: the initials of its words that are written large, words
 * that are initials already whole (« Éducation nationale » ÉN, « CPME Île-de-France » CPME ÎF). The
 * name itself where that would be one letter. */
char *copil_view_party_shorten (const char *name);

G_END_DECLS

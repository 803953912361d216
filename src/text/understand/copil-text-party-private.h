/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "copil-text-party.h"

G_BEGIN_DECLS

/* One of the names of one party or of several; folded, without its article. */
typedef struct
{
  char *text;
  CopilTextPartySet set;
  gboolean noun; /* a common noun: only with an article, and alone ("l’association") */
} CopilTextAlias;

struct _CopilTextParties
{
  GPtrArray *list;
  GPtrArray *aliases;         /* longest first */
  CopilTextPartySet academic; /* whose services and inspectors are those that a text speaks of */
  CopilTextPartySet consular; /* chambers, likewise */
  char *title;
};

void copil_text_alias_free (gpointer alias);

/* Another name, folded or not, for some of the parties. */
void copil_text_parties_add_alias (CopilTextParties *parties, const char *name,
                                   CopilTextPartySet set);

/* Every name that the parties go by: their own, parts of them, roles, what the text defines. */
void copil_text_parties_make_aliases (CopilTextParties *parties, GPtrArray *blocks);

/* Whether a body is a public one: a ministry, an academy, a region. Takes its name. */
gboolean copil_text_party_is_public (const char *name);

G_END_DECLS

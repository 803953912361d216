/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who signs a convention, and where a sentence names them. */
#pragma once

#include <glib.h>

#include "copil-text-block.h"

G_BEGIN_DECLS

#define COPIL_TEXT_PARTIES_MAX 60

typedef struct
{
  char *name;           /* "Le ministère de l’Éducation nationale" */
  char *short_name;     /* as the convention calls it, or NULL */
  char *representative; /* "Gilles Pécout, recteur de …", or NULL */
  char *address;        /* lines, or NULL */
  int side;             /* 1, 2, … */
  gboolean named;       /* it says "ci-après dénommée" of it alone */
  gboolean sided;       /* the text says "d’une part" or "d’autre part" of it */
  gsize start;          /* bytes of the source */
  gsize end;
} CopilTextParty;

/* Whom a text names: bit n stands for party n. */
typedef guint64 CopilTextPartySet;

typedef struct
{
  gsize start; /* bytes of the folded sentence, with the article before the name */
  gsize end;
  CopilTextPartySet set;
  gboolean governed; /* a preposition stands before it: it is not who acts */
  gboolean body;     /* it is named by one of its bodies: "les services de l’État" */
} CopilTextMention;

typedef struct _CopilTextParties CopilTextParties;

/* Looks for the parties in the first blocks, up to the first article; where they are only named in
 * the title, there. "first_article" is the number of blocks that come before it. */
CopilTextParties *copil_text_parties_find (GPtrArray *blocks, guint first_article);

void copil_text_parties_free (CopilTextParties *parties);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilTextParties, copil_text_parties_free)

/* Elements are CopilTextParty. */
GPtrArray *copil_text_parties_get (CopilTextParties *parties);

/* Every party. */
CopilTextPartySet copil_text_parties_all (CopilTextParties *parties);

/* Whose the schools are: of the academies, or else of the only public body; none where that is not
 * clear. */
CopilTextPartySet copil_text_parties_schools (CopilTextParties *parties);

/* The title of the convention as its first lines give it, or NULL. */
const char *copil_text_parties_get_title (CopilTextParties *parties);

/* The mentions of parties in a folded sentence, in order; elements are CopilTextMention, by value.
 */
GArray *copil_text_parties_list_mentions (CopilTextParties *parties, const char *folded);

G_END_DECLS

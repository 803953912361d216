/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "copil-text-party.h"
#include "copil-text.h"

G_BEGIN_DECLS

/* What a text is proposed to become. */
typedef enum
{
  COPIL_DRAFT_FIELD, /* a field of the convention: "label" is its name, "text" its value */
  COPIL_DRAFT_PARTY, /* "label" is its short name */
  COPIL_DRAFT_AXIS,
  COPIL_DRAFT_MEASURE,
  COPIL_DRAFT_ENGAGEMENT,
  COPIL_DRAFT_INDICATOR, /* its targets are its children's quantity and date */
  COPIL_DRAFT_TARGET,
  COPIL_DRAFT_ARTICLE /* an article that is no axis: kept in sight, not stored */
} CopilDraftKind;

typedef struct _CopilDraftNode CopilDraftNode;

/* One proposal, with its place in the source text. */
struct _CopilDraftNode
{
  CopilDraftKind kind;
  char *label;   /* as printed, or NULL */
  char *text;    /* title, name, engagement or value */
  char *article; /* where the text says so, or NULL */
  CopilTextPartySet parties;
  int party;         /* of a party: its place among the parties */
  gboolean may;      /* possible rather than firm */
  gboolean doubtful; /* to be looked at */
  gboolean accepted; /* goes into the file */
  double quantity;   /* 0 for none */
  char *unit;        /* or NULL */
  char *date;        /* due, or of a target; ISO 8601, or NULL */
  gsize start;       /* bytes of the source */
  gsize end;
  CopilDraftNode *parent; /* not owned; NULL at the top */
  GPtrArray *children;    /* CopilDraftNode */
};

typedef struct _CopilDraft CopilDraft;

/* Reads a convention's text and proposes its structure. Never fails: a text that nothing is
 * understood of gives a draft with few nodes. */
CopilDraft *copil_draft_new (CopilText *text);

void copil_draft_free (CopilDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilDraft, copil_draft_free)

/* The proposed title of the convention, or NULL. */
const char *copil_draft_get_title (CopilDraft *draft);

/* The nodes at the top, in the order of the text; elements are CopilDraftNode. */
GPtrArray *copil_draft_get_nodes (CopilDraft *draft);

/* The parties; elements are CopilTextParty. */
GPtrArray *copil_draft_get_parties (CopilDraft *draft);

/* A new node under "parent" (NULL for the top), last among its siblings. */
CopilDraftNode *copil_draft_add (CopilDraft *draft, CopilDraftNode *parent, CopilDraftKind kind,
                                 const char *label, const char *text, gsize start, gsize end);

G_END_DECLS

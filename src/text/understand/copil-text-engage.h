/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a sentence commits somebody, and whom. */
#pragma once

#include "copil-text-party.h"

G_BEGIN_DECLS

typedef enum
{
  COPIL_TEXT_NOTHING,
  COPIL_TEXT_MAY,     /* "peut", "pourra", "souhaite" */
  COPIL_TEXT_MUST,    /* "s’engage à", "mobilisera", "met en place" */
  COPIL_TEXT_CONTEXT, /* an introduction that commits who was spoken of before */
  COPIL_TEXT_DETAIL   /* commits, and the list behind it only tells of what */
} CopilTextForce;

/* What is known from the sentences before: who acted last. */
typedef struct
{
  CopilTextPartySet last;   /* who acted in the last sentence that had an actor */
  CopilTextPartySet plural; /* the last actor that was several */
  guint ago;                /* sentences since then that had none of them as actor */
  gboolean others;          /* the last of those spoke of several others: "les élèves" */
  gboolean acted;           /* the sentence that was read last had one */
  CopilTextPartySet he;     /* who was last named by a masculine name */
  CopilTextPartySet she;    /* and by a feminine one */
  CopilTextPartySet near;   /* who was named last in it: "celui-ci" */
} CopilTextActors;

/* Reads one sentence, or the introduction of a list where it ends with a colon. Sets "set" to who
 * is committed, "sure" to whether the sentence says so itself in settled words, and brings "actors"
 * up to date. */
CopilTextForce copil_text_engage_read (CopilTextParties *parties, const char *sentence,
                                       CopilTextActors *actors, CopilTextPartySet *set,
                                       gboolean *sure);

/* The offset in bytes behind the colon where a heading runs into an engagement ("Concevoir …: le
 * ministère élaborera …"); 0 where it does not. */
gsize copil_text_engage_split_heading (CopilTextParties *parties, const char *heading);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison of a text with what the file holds, under way. */
#pragma once

#include "copil-passage-private.h"

G_BEGIN_DECLS

/* A record of the file, and how the text before read where it came from. */
typedef struct
{
  gint64 id;
  CopilDraftKind kind;
  char *label;
  char *text; /* of a target, its date */
  char *folded;
  GArray *words; /* hashes, rising */
  gint64 axis;
  gint64 above;       /* measure, or indicator of a target */
  char *reading;      /* NULL where no text was read so */
  gboolean from_text; /* the text before spoke of it */
  gboolean found;
} CopilKnown;

typedef struct
{
  CopilStore *store;
  GPtrArray *proposals;
  GPtrArray *known;     /* CopilKnown */
  GHashTable *by_id;    /* the same by their kinds and ids */
  GPtrArray *earlier;   /* arrays of CopilPassage, one for each text before */
  GHashTable *passages; /* the last CopilPassage of earlier texts by the words of its reading */
  GHashTable *merged;   /* CopilKnown by the words of readings that were merged into them */
  GPtrArray *parts;     /* CopilKnown that such readings were found of */
  char *folded;         /* the whole new text */
} CopilComparing;

void copil_known_free (gpointer known);

/* Lists what the file holds, and how the texts before read. */
void copil_comparing_list_known (CopilComparing *comparing);

/* The record of that kind and id that texts may be about, NULL for none. */
CopilKnown *copil_comparing_find_known (CopilComparing *comparing, CopilDraftKind kind, gint64 id);

/* The words of a text as hashes, rising. */
GArray *copil_comparing_list_words (const char *folded);

/* What a record says, in the form of a reading. */
char *copil_known_dup_reading (CopilComparing *comparing, const CopilKnown *known);

/* What a passage was taken for, its number and its words: what tells passages of a text apart. Free
 * with g_free(). */
char *copil_reading_dup_key (const char *reading);

/* The record of that kind that the proposal stands under, 0 for none or a new one. */
gint64 copil_comparing_get_above (CopilComparing *comparing, const CopilPassage *proposal,
                                  CopilDraftKind kind);

/* Pairs the proposals with the records, and says what changed. */
void copil_comparing_pair (CopilComparing *comparing);

G_END_DECLS

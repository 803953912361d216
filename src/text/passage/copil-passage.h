/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a convention as it was taken over into its file, and what each of its passages is
 * proposed to become: in the order of the text, each with its level, corrected and accepted one
 * after the other or at once. */
#pragma once

#include "copil-draft.h"
#include "copil-store.h"
#include "copil-text.h"

G_BEGIN_DECLS

typedef enum
{
  COPIL_PASSAGE_PROPOSED,
  COPIL_PASSAGE_ACCEPTED, /* it is a record now */
  COPIL_PASSAGE_ASIDE
} CopilPassageState;

/* What a text that is taken over says beside what the file held. */
typedef enum
{
  COPIL_PASSAGE_NEW,
  COPIL_PASSAGE_CHANGED, /* "record" says something else */
  COPIL_PASSAGE_SAME,
  COPIL_PASSAGE_GONE /* a record that the text does not speak of any more */
} CopilPassageChange;

typedef struct
{
  gint64 id;
  CopilDraftKind kind;
  guint level; /* 0 at the top; below it, one more than what it stands under */
  CopilPassageState state;
  CopilPassageChange change;
  gboolean doubtful;
  gboolean may; /* possible rather than firm */
  char *label;
  char *text;
  char *article;
  char *parties; /* ids of proposals of signatories, in rising order, or NULL */
  char *due;     /* ISO 8601; of a target, its date */
  double quantity;
  char *unit;
  char *side;
  char *representative;
  char *address;
  char *changed; /* what CHANGED is about, with spaces between: names of fields, "place" */
  char *reading; /* how the text read at first */
  gsize start;   /* bytes of the text; both 0 where it has no place in it */
  gsize end;
  gint64 record; /* what it became or is about, 0 for none; only where that still exists */
  guint parent;  /* its place in the array, G_MAXUINT at the top */
  guint n_below; /* how many of those that follow stand under it */
} CopilPassage;

/* The text that was taken over last, 0 where none was. */
gint64 copil_source_get_last (CopilStore *store);

/* The whole text in UTF-8, or NULL. */
char *copil_source_dup_text (CopilStore *store, gint64 source);

/* Its proposals: those of the convention's fields, of the signatories, then the rest in the order
 * of the text. Elements are CopilPassage; free with g_ptr_array_unref(). */
GPtrArray *copil_passages_load (CopilStore *store, gint64 source);

/* The place of the proposal of that id, G_MAXUINT where there is none. */
guint copil_passages_find (GPtrArray *proposals, gint64 id);

/* How many are still to be accepted or set aside, articles that are no axis left out with what
 * stands under them, and what stands under something that is aside; "doubtful"
 * (may be NULL) is set to how many of those are doubtful. */
guint copil_passages_count_open (GPtrArray *proposals, guint *doubtful);

/* The stored word for a kind of proposal ("axis"). */
const char *copil_passage_kind_name (CopilDraftKind kind);

/* The name of the kind of record it becomes ("axis"), NULL for one that becomes none. */
const char *copil_passage_get_record_kind (const CopilPassage *proposal);

/* Takes a text over: it is kept in the file with its proposals, in a named transaction. Where the
 * file holds records already, the text is compared with them: what says the same is accepted, what
 * says something else is proposed as a change, and what the text does not speak of any more is
 * proposed to be taken out. "name" is the name of the file the text comes from. Returns the id of
 * the source, 0 on failure. */
gint64 copil_source_take (CopilStore *store, CopilText *text, CopilDraft *draft, const char *name,
                          GError **error);

/* Takes a text over and accepts all of its proposals at once, except that "title", where it is not
 * NULL, is the convention's title. */
gboolean copil_source_take_whole (CopilStore *store, CopilText *text, CopilDraft *draft,
                                  const char *name, const char *title, GError **error);

G_END_DECLS

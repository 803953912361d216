/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the bytes are a changeset of the session extension, about tables of records only. A file
 * may hold anything in its journal, and SQLite's own reading of changesets trusts them. */
gboolean copil_changeset_is_sound (const guint8 *bytes, gsize size);

/* --- changesets that change one value of one record, and nothing else --- */

/* A value in a changeset. */
typedef struct
{
  guint column;     /* its place in the table */
  gsize at, end;    /* in bytes of the changeset, with its type and length */
  const char *text; /* within the changeset, not ended by a zero; NULL where it is no text */
  gsize length;     /* of the text, in bytes */
} CopilChangedValue;

typedef struct
{
  const char *table; /* within the changeset */
  gint64 record;
  CopilChangedValue before, after;
} CopilTextChange;

/* Finds what it changes; FALSE for any other changeset. All of it that is not one of the two values
 * is the same in each change of that column of that record. */
gboolean copil_changeset_find_text (GBytes *changeset, CopilTextChange *change);

/* The changeset of the same column and record from one text to the other; lengths in bytes. */
GBytes *copil_changeset_with_texts (GBytes *changeset, const CopilTextChange *change,
                                    const char *before, gsize length_before, const char *after,
                                    gsize length_after);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Two texts compared word by word, and one put in the place of the other. Pure functions. */

/* A stretch of a text, in characters; "end" is not part of it. */
typedef struct
{
  guint start, end;
} CopilTextRange;

/* What differs: "gone", the stretches of "before" that are not in "after", and "come", those of
 * "after" that are not in "before". Arrays of CopilTextRange in order, the caller's. NULL texts are
 * empty ones. */
void copil_minutes_text_compare (const char *before, const char *after, GArray **gone,
                                 GArray **come);

/* The text with "before" replaced by "after" where it is found once; else with only the paragraphs
 * that differ between them replaced, where these are found once. NULL where they are not. */
char *copil_minutes_text_replace (const char *text, const char *before, const char *after);

/* Of two texts, the paragraphs from the first to the last that differ. The caller's. */
void copil_minutes_text_trim (const char *before, const char *after, char **old_part,
                              char **new_part);

G_END_DECLS

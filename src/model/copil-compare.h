/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A run of words of two texts that are compared. */
typedef struct
{
  char *text; /* with the spaces after its words */
  int change; /* -1: only before; 0: in both; 1: only after */
} CopilComparedRun;

/* What became of a text, word by word: the runs of both in order, what went before what came in its
 * place. NULL is the empty text. Texts that differ in too many words to be followed are given as
 * one that went and one that came. An array of CopilComparedRun. */
GPtrArray *copil_compare_texts (const char *before, const char *after);

G_END_DECLS

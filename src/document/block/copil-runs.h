/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* CopilRuns: the text of one paragraph, cell or heading, as a sequence of runs that are plain,
 * strong or emphasised. In a run, "\n" is a line break and "\t" a tab; spaces count. Reference
 * counted. */

/* Text (UTF-8) whose lines all end with "\n": what other programs break lines with (CR, CRLF,
 * vertical tab, form feed, next line, U+2028, U+2029) becomes one. */
char *copil_lines_unify (const char *text);

typedef enum
{
  COPIL_RUN_PLAIN,
  COPIL_RUN_STRONG,
  COPIL_RUN_EMPHASIS,
  COPIL_RUN_SUPERSCRIPT, /* the end of an ordinal: 1er, XXe */
} CopilRunStyle;

typedef struct _CopilRuns CopilRuns;

/* Returns empty runs, or with one plain run if `text` (UTF-8) is not NULL. */
CopilRuns *copil_runs_new (const char *text);
CopilRuns *copil_runs_ref (CopilRuns *runs);
void copil_runs_unref (CopilRuns *runs);

/* Adds `text` (UTF-8; NULL is nothing) at the end. Returns `runs`, for chaining. */
CopilRuns *copil_runs_add (CopilRuns *runs, CopilRunStyle style, const char *text);

/* Adds a line break. Returns `runs`. */
CopilRuns *copil_runs_add_break (CopilRuns *runs);

/* The number of runs; a line break is one. */
guint copil_runs_get_n_runs (const CopilRuns *runs);

/* Returns the text of run `i`, and its style in `style`. */
const char *copil_runs_get_run (const CopilRuns *runs, guint i, CopilRunStyle *style);

/* Returns the whole text without its styles. */
char *copil_runs_to_string (const CopilRuns *runs);

/* Returns new runs with French typography, also across the borders of runs; in plain runs the
 * ends of ordinals are raised. */
CopilRuns *copil_runs_french (const CopilRuns *runs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilRuns, copil_runs_unref)

G_END_DECLS

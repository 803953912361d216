/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One line of a convention's text as its reader found it: what the file tells of its rank and of
 * its letters stays with it. Offsets are in bytes of the whole source text. */
typedef struct
{
  char *text;    /* without markup, surrounding spaces or bullet; UTF-8 */
  gsize start;   /* where the line begins in the source */
  gsize end;     /* where it ends */
  guint level;   /* 1–6 for what the file calls a heading, 0 for the rest */
  guint bullet;  /* depth in a list, from 1; 0 outside lists */
  gboolean bold; /* the whole line */
  gboolean gap;  /* an empty line or the end of a paragraph stands before it */
} CopilTextLine;

/* A convention's text: the source as it is shown to a person, and its lines. */
typedef struct _CopilText CopilText;

/* An empty text, for a reader to fill. */
CopilText *copil_text_new (void);

/* Reads plain text or Markdown in valid UTF-8: headings by "#", bold by "**", lists by their
 * bullets; tags, emphasis and superscripts are taken out of the lines, not out of the source. */
CopilText *copil_text_new_from_plain (const char *text);

void copil_text_free (CopilText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopilText, copil_text_free)

/* Appends a paragraph as a reader of structured files knows it: its text (Markdown is not looked
 * for), its rank as a heading (0 for none), its depth in a list (0 for none), and whether all of it
 * is bold. Empty text is left out. */
void copil_text_append (CopilText *text, const char *paragraph, guint level, guint bullet,
                        gboolean bold);

/* The source as one UTF-8 text. Owned by the text. */
const char *copil_text_get_source (CopilText *text);

/* The lines; elements are CopilTextLine. Owned by the text. */
GPtrArray *copil_text_get_lines (CopilText *text);

G_END_DECLS
